/* What a script adds around a page: the list of keys, the links of headings to themselves, and sharing. */
(() => {
  /** @type {(css: string, root?: ParentNode) => any[]} */
  const findAll = (css, root = document) => [...root.querySelectorAll(css)]
  const { dataset } = document.documentElement

  // The keys of the site; the signs are taught in the same place.
  const rows = [
    ["/", readerSay("Search the texts")],
    ["n p", readerSay("Next or previous mention: of one entry if its link has the focus, otherwise of any")],
    ["?", readerSay("Why a word is linked, if its link has the focus; otherwise this list")],
    ["Esc", readerSay("Close what is open")],
    ["≠", readerSay("Other texts, or another part of this one, say otherwise")],
    ["”", readerSay("The text quotes a statement that this edition follows from text to text")],
  ]
  const keys = document.createElement("dialog")
  keys.className = "keys"
  keys.setAttribute("closedby", "any")
  keys.setAttribute("aria-labelledby", "keys-title")
  const title = readerMake("h2", "", readerSay("Keys and signs"))
  title.id = "keys-title"
  const list = readerMake("dl")
  for (const [sign, words] of rows) {
    const signs = sign.split(" ").flatMap(key => [readerMake(/[a-zE?/]/.test(key) ? "kbd" : "b", "", key), " "])
    list.append(readerMake("dt", "", ...signs), readerMake("dd", "", words))
  }
  const shut = readerButton("shut", readerSay("Close"))
  keys.append(title, list, shut)
  const open = () => keys.showModal?.()
  shut.addEventListener("click", () => keys.close())
  keys.addEventListener("click", ({ target }) => target === keys && keys.close())
  document.addEventListener("keydown", event => {
    const isField = event.target.closest?.("input:not([type=radio]), textarea, select, [contenteditable]")
    if (event.key !== "?" || event.defaultPrevented || isField || dataset.keys === "off" || document.querySelector("dialog[open]")) return
    event.preventDefault()
    open()
  })

  const share = async () => {
    const address = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? location.href.split("#")[0]
    try { await navigator.share({ title: document.title, url: address + location.hash }) } catch { /* the reader thought better of it */ }
  }
  document.addEventListener("click", ({ target }) => {
    if (target.closest(".keys-open")) open()
    else if (target.closest(".sharing")) share()
  })

  const start = () => {
    for (const button of findAll(".sharing")) button.hidden = !navigator.share
    for (const heading of findAll(".page > :is(h2, h3)[id]:not(.label), .page > .text :is(h2, h3, h4)[id]")) {
      if (heading.querySelector(".self")) continue
      const link = readerMake("a", "self")
      link.href = `#${heading.id}`
      link.setAttribute("aria-label", readerSay("Link to “{heading}”", { heading: heading.textContent.trim() }))
      heading.append(link)
    }
  }

  document.body.append(keys)
  // Material announces every page, also those it swaps in, and Back.
  document$.subscribe(start)
})()
