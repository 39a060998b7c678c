// The scripts as the minifier leaves them: it may move a declaration ahead of the one it needs, which only the built site shows.
export default [
  {
    files: ["build/minified/**/*.js"],
    languageOptions: { ecmaVersion: 2024, sourceType: "script" },
    rules: { "no-use-before-define": ["error", { functions: false, variables: false }] },
  },
]
