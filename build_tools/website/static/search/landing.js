/* Where a result leads: all that was looked for is marked on the page, names in every form. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const HIGHLIGHT = "search-hit"

  /** @param {Node} root */
  const textNodes = root => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const found = []
    while (walker.nextNode()) found.push(/** @type {Text} */ (walker.currentNode))
    return found
  }
  /** @param {Text} node @param {number} start @param {number} end */
  const range = (node, start, end) => {
    const made = new Range()
    made.setStart(node, start)
    made.setEnd(node, end)
    return made
  }
  const mark = async () => {
    const asked = new URLSearchParams(location.search)
    CSS.highlights.delete(HIGHLIGHT)
    const terms = new Set((asked.get("h") ?? "").split(" ").filter(Boolean))
    const entries = new Set((asked.get("e") ?? "").split(" ").filter(Boolean))
    const article = document.querySelector(".page")
    if (!article || !terms.size && !entries.size) return
    await search.need("tokens")
    const ranges = textNodes(article).flatMap(node => search.tokenize(node.data)
      .filter(token => token.shape !== "last" && terms.has(token.text)).map(({ start, end }) => range(node, start, end)))
    for (const link of article.querySelectorAll("a.m")) {
      const id = new URL(link.href).pathname.replace(/\/$|\.html$/, "").split("/").at(-1)
      if (entries.has(id)) ranges.push(...textNodes(link).map(node => range(node, 0, node.length)))
    }
    CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges))
  }

  if (CSS.highlights) search.onPage(() => mark().catch(() => {}))
})()
