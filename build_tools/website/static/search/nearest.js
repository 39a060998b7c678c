/* At an address that does not exist: what is nearest to its words. Without it the page leads to the lists and the search. */
(() => {
  const MOST = 3
  const search = self.readerSearch
  const place = document.querySelector("[data-nearest]")
  const named = location.pathname.split("/").filter(Boolean).at(-1)?.replace(/\.html?$/, "") ?? ""

  /** The last part of the address, in words. */
  const words = () => {
    try {
      return decodeURIComponent(named).replace(/[-_+]+/g, " ").trim()
    } catch {
      return "" // a stray percent sign
    }
  }
  const show = async () => {
    const text = words()
    if (!place || !text) return
    const answer = await search.ask(text)
    const hits = search.hitElements(answer).slice(0, MOST)
    if (hits.length) place.append(search.make("h2", "label", "The nearest we have to ", search.make("em", "", text)), ...hits)
  }
  show().catch(() => {}) // then there is the button that searches
})()
