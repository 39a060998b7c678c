/* The page that a result opens: the words and entries that were searched for are highlighted, names in every form. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const HIGHLIGHT = "search-hit"

  /** @param {Node} root */
  const textNodes = root => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const nodes = []
    while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode))
    return nodes
  }
  /** @param {Text} node @param {number} start @param {number} end */
  const range = (node, start, end) => {
    const result = new Range()
    result.setStart(node, start)
    result.setEnd(node, end)
    return result
  }
  /* What the address asks for, which then leaves it: nobody wants to share it. The history keeps it for Back and reload. */
  const wanted = () => {
    const url = new URL(location.href)
    const inAddress = { h: url.searchParams.get("h"), e: url.searchParams.get("e") }
    const { h, e } = inAddress.h || inAddress.e ? inAddress : history.state?.readerMarks ?? {}
    if (inAddress.h || inAddress.e) {
      url.searchParams.delete("h")
      url.searchParams.delete("e")
      history.replaceState({ ...history.state, readerMarks: inAddress }, "", url)
    }
    /** @param {unknown} words */
    const setOf = words => new Set(String(words ?? "").split(" ").filter(Boolean))
    return { terms: setOf(h), entries: setOf(e) }
  }
  const highlight = async () => {
    CSS.highlights.delete(HIGHLIGHT)
    const { terms, entries } = wanted()
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

  if (CSS.highlights) search.onPage(() => highlight().catch(() => {}))
})()
