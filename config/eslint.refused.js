el.innerHTML = `<b>${words}</b>`
el["innerHTML"] = words
el[`innerHTML`] += words
Object.assign(el, { innerHTML: words })
Object.assign(el, { "innerHTML": words })
const { innerHTML } = el
el.outerHTML = words
el.insertAdjacentHTML("beforeend", words)
el.setHTMLUnsafe(words)
frame.srcdoc = words
document.write(words)
document.writeln(words)
document.createRange().createContextualFragment(words)
new DOMParser().parseFromString(words, "text/html")
Document.parseHTMLUnsafe(words)
el.setAttribute("onclick", words)
el.setAttribute("srcdoc", words)
el.setAttribute(words, words)
link.href = "javascript:act()"
eval(words)
new Function(words)
setTimeout("act()", 1)
Reflect.set(el, "innerHTML", words)
el["inner" + "HTML"] = words
link.setAttribute("href", words)
el.setAttribute("style", words)
el.setAttributeNS(null, "href", words)
frame.src = words
location = words
window.location = words
location.href = words
location.assign(words)
location.replace(words)
window.open(words)
import(words)
new Worker(words)
new SharedWorker(words)
importScripts(words)
navigator.serviceWorker.register(words)
window.eval(words)
el.style.cssText = words
document.createElement("script").text = words
readerMake("iframe")
frame.contentDocument.write(words)
