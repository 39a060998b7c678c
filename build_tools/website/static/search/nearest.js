/* On the page for a missing address: the entries and passages nearest to the words of the address. Without this script
   the page links to the lists and to search. */
(() => {
  const MOST = 3 // results
  const search = self.readerSearch
  const container = document.querySelector("[data-nearest]")
  const lastPart = location.pathname.split("/").filter(Boolean).at(-1)?.replace(/\.html?$/, "") ?? ""

  /** The last part of the address, in words. */
  const words = () => {
    try {
      return decodeURIComponent(lastPart).replace(/[-_+]+/g, " ").trim()
    } catch {
      return "" // a stray percent sign
    }
  }
  const show = async () => {
    const text = words()
    if (!container || !text) return
    const answer = await search.ask(text)
    const hits = search.hitElements(answer).slice(0, MOST)
    if (hits.length) container.append(search.make("h2", "label", ...readerPhrase("The nearest we have to {words}", { words: search.make("em", "", text) })), ...hits)
  }
  show().catch(() => {}) // the page has a button that opens search
})()
