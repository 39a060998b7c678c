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
  self.readerTarget = () => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)))
    } catch {
      return null // a stray percent sign
    }
  }
})()
