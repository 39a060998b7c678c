/* Pages of texts that an engine made of our Markdown alone: a paragraph gets the address, the language and the number of the
   mark that it begins with, a link to an entry its kind, and the first to each in a section says so. A page that our adapter
   wrote has no marks. */
(() => {
  const here = document.currentScript.src
  const MARK = "a[id]:not([href])"
  const idOf = link => link.pathname?.match(/\/glossary\/([a-z0-9-]+)(?:\/|\.html|\/index\.html)$/)?.[1]

  const take = (block, mark) => {
    mark.remove()
    block.id = mark.id
    if (mark.lang) Object.assign(block, { lang: mark.lang, dir: "auto" })
    const [, number] = mark.id.match(/^p(\d+)$/) ?? []
    if (!number) return
    block.classList.add("p")
    const link = readerMake("a", "n")
    link.href = `#${mark.id}`
    link.dataset.n = number
    link.ariaLabel = readerSay("Paragraph {number}", { number })
    block.prepend(link)
  }

  const begin = async () => {
    const page = "article:has(h1)"
    if (!location.pathname.includes("/sources/") || !document.querySelector(`${page} p > ${MARK}`)) return
    /** @type {Map<HTMLAnchorElement, string>} */
    const links = new Map()
    const seen = new Set()
    let begun = false
    for (const block of document.querySelectorAll(`${page} :is(h1, h2, h3, h4, h5, h6, p)`)) {
      const mark = block.firstElementChild
      const isMarked = block.tagName === "P" && block.firstChild === mark && !!mark?.matches(MARK)
      if (isMarked) take(block, mark)
      else if (block.tagName === "P" || !block.id) continue
      else if (begun) seen.clear()
      // The head is part of the first section, and in large type nothing is the first.
      begun ||= isMarked && !/^(subtitle|byline)/.test(block.id)
      for (const link of block.querySelectorAll("a")) {
        const entry = idOf(link)
        if (!entry) continue
        const isFirst = isMarked && !block.id.startsWith("subtitle") && !seen.has(entry)
        link.classList.add("m", ...(isFirst ? ["first"] : []))
        if (isFirst) seen.add(entry)
        links.set(link, entry)
      }
    }
    await readerScriptOnce(new URL("../data/entries.js", here))
    for (const [link, entry] of links) link.classList.add(globalThis.readerEntries?.[entry]?.kind ?? "m")
  }
  document$.subscribe(() => begin().catch(() => {})) // without the entries, links have no kind
})()
