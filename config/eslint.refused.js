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
