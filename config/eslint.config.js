// What makes markup of text, or a script: no word of a text, an entry or an address may come near them.
const SINKS = [
  "innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "parseHTMLUnsafe", "createContextualFragment",
  "parseFromString", "srcdoc",
]
// What loads or runs something by its address: loading.js and the worker of the search do it, with a reason, and nothing else.
const LOADS = [
  "ImportExpression",
  "NewExpression[callee.name=/^(Shared)?Worker$/]:not([arguments.0.callee.name='URL'][arguments.0.arguments.0.type='Literal'])",
  "CallExpression[callee.name='importScripts']",
  "CallExpression[callee.object.name=/^(window|self|globalThis)$/][callee.property.name='open']",
  "CallExpression[callee.property.name='register']",
  "CallExpression[callee.name=/^(readerMake|make)$/][arguments.0.value=/^(script|iframe|object|embed|link|style|base)$/i]",
  "CallExpression[callee.property.name=/^createElement/][arguments.0.value=/^(script|iframe|object|embed|link|style|base)$/i]",
  "AssignmentExpression[left.property.name=/^(src|cssText|action|formAction)$/]",
  "AssignmentExpression[left.name='location']",
  "AssignmentExpression[left.property.name='location']",
  "AssignmentExpression[left.object.name='location']:not([left.property.name='hash'])",
  "CallExpression[callee.object.name='location'][callee.property.name=/^(assign|replace)$/]",
  "CallExpression[callee.property.name='setAttribute'][arguments.0.value=/^(src|href|xlink:href|style|action|formaction)$/i]",
  "CallExpression[callee.property.name='setAttributeNS']",
]
const LOADING = "Load scripts and data with readerScript, and set addresses as properties of links."
// Ways around the names above.
const DETOURS = [
  "CallExpression[callee.object.name='Reflect'][callee.property.name='set']",
  "MemberExpression[computed=true] > BinaryExpression > Literal[raw=/^[\"']/]",
  "MemberExpression[property.name='eval']",
  "CallExpression[callee.property.name=/^write(ln)?$/]:not([callee.object.property.name='clipboard'])",
]
const MESSAGE = "Make elements with readerMake and set text as text, so that no text can become markup."

// Plain scripts without modules: what they know of each other is in config/types/site.d.ts, and tsc checks names and types.
export default [
  { ignores: ["build_tools/website/static/vendor/**"] }, // as their makers published them
  {
    files: ["build_tools/website/static/**/*.js", "build_tools/website/router/static/*.js"],
    languageOptions: { ecmaVersion: 2024, sourceType: "script" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "array-callback-return": "error",
      "consistent-this": "error",
      "default-param-last": "error",
      eqeqeq: "error",
      "max-depth": ["error", 3],
      "max-lines": ["error", 250],
      "max-params": ["error", 4],
      "no-await-in-loop": "off", // a later piece is often asked for because of what an earlier one holds
      "no-constant-condition": "error",
      "no-control-regex": "off", // what is printable is a question of bytes
      "no-dupe-keys": "error",
      "no-eval": "error",
      "no-implicit-coercion": ["error", { allow: ["!!"] }],
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-param-reassign": "error",
      "no-promise-executor-return": "error",
      "no-self-compare": "error",
      "no-shadow": "error",
      "no-template-curly-in-string": "error",
      "no-throw-literal": "error",
      "no-unmodified-loop-condition": "error",
      "no-unreachable": "error",
      "no-unsafe-optional-chaining": "error",
      "no-useless-return": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "require-atomic-updates": "error",
      "no-restricted-globals": ["error", "event", "name"],
      "no-restricted-properties": [
        "error",
        ...SINKS.map(property => ({ property, message: MESSAGE })),
        ...["write", "writeln"].map(property => ({ object: "document", property, message: MESSAGE })),
      ],
      "no-restricted-syntax": [
        "error",
        ...LOADS.map(selector => ({ selector, message: LOADING })),
        ...DETOURS.map(selector => ({ selector, message: MESSAGE })),
        ...["name", "value"].map(field => ({ selector: `Property[key.${field}=/^(${SINKS.join("|")})$/]`, message: MESSAGE })),
        { selector: "CallExpression[callee.property.name='setAttribute'][arguments.0.value=/^(on|srcdoc)/i]", message: MESSAGE },
        { selector: "CallExpression[callee.name=/^set(Timeout|Interval)$/][arguments.0.type=/Literal/]", message: MESSAGE },
        { selector: "CallExpression[callee.property.name='setAttribute']:not([arguments.0.type='Literal'])", message: MESSAGE },
      ],
      "no-script-url": "error",
    },
  },
]
