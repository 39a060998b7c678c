/* Elements that our scripts make. Text is only ever set as text: no words of a text, an entry or an address can become
   markup. */
(() => {
  self.readerMake = (tag, classes = "", ...children) => {
    const element = document.createElement(tag)
    if (classes) element.className = classes
    const present = children.filter(child => child || child === 0)
    element.append(...present.map(child => typeof child === "number" ? String(child) : child))
    return element
  }
  self.readerButton = (classes = "", ...children) => {
    const button = readerMake("button", classes, ...children)
    button.type = "button"
    return button
  }
  /* The words of the interface: a sentence by its English, in the language of the page where the build gives translations.
     Text or an element stands in the place of each name in braces. */
  const translations = self.readerWords ?? {}
  const fill = (sentence, values) => sentence.split(/\{(\w+)\}/).map((part, index) => index % 2 ? values[part] : part)
  self.readerPhrase = (sentence, values = {}) => fill(translations[sentence] ?? sentence, values)
  self.readerSay = (sentence, values) => readerPhrase(sentence, values).join("")
  self.readerNumber = number => number.toLocaleString(document.documentElement.lang)
  self.readerCount = (number, singular, plural, values) => {
    const form = new Intl.PluralRules(document.documentElement.lang).select(number)
    const sentence = translations[singular]?.[form] ?? (number === 1 ? singular : plural)
    return fill(sentence, { number: readerNumber(number), ...values }).join("")
  }
  self.readerTarget = () => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)))
    } catch {
      return null // a stray percent sign
    }
  }
})()
