/* The search page of a router: passages of all collections, and how many each has, with a way to search there. */
(() => {
  const search = self.readerSearch
  const PAUSE = 120 // milliseconds
  const STEP = 20 // results that "Show more" adds
  const MOST_OPEN = 8 // collections that are all shown
  const { make } = search

  /* A page of a collection, or an entry in the router's own glossary. */
  search.address = (page, anchor, marks) => {
    const url = new URL(`${page.path}${page.isFlat ? ".html" : "/"}`, search.root)
    if (marks?.terms.length && !page.entry) url.searchParams.set("h", marks.terms.slice(0, 24).join(" "))
    if (marks?.entries.length && !page.entry) url.searchParams.set("e", marks.entries.join(" "))
    url.hash = page.entry ?? anchor
    return url.href
  }

  const host = document.querySelector("[data-router-search]")
  if (!host) return
  const { field, status, also, hits, more } = search.resultParts()
  const collections = document.querySelector(".router-collections")
  const form = make("form", "page-search", field)
  host.replaceChildren(form, also, status, collections, hits, more)
  field.value = new URLSearchParams(location.search).get("q") ?? ""
  // The collections by their places; many of them would push the results out of sight.
  const links = [...collections.querySelectorAll("a")]
  collections.open = links.length <= MOST_OPEN
  let most = history.state?.readerMost ?? STEP
  const list = search.hitList(hits)

  /** Show how many results each collection has, the most first, and lead to its search with the same words.
   * @param {[place: string, count: number][]} counts @param {boolean} isCut whether there are more @param {string} text */
  const showCollections = (counts, isCut, text) => {
    const found = new Map(counts)
    const order = [...links.keys()].sort((a, b) => (found.get(String(b)) ?? 0) - (found.get(String(a)) ?? 0) || a - b)
    for (const place of order) {
      const count = found.get(String(place)) ?? 0
      const row = links[place].parentElement
      const url = new URL(links[place].href)
      text ? url.searchParams.set("q", text) : url.searchParams.delete("q")
      links[place].href = url.href
      row.querySelector(".count")?.remove()
      if (text && (count || !isCut)) row.append(" ", make("span", "count", `${isCut ? "≥ " : ""}${readerNumber(count)}`))
      row.parentElement.append(row)
    }
  }
  /** @param {Answer} answer @param {string} text */
  const show = (answer, text) => {
    const isCut = Boolean(answer.facets?.cut?.length)
    const isMore = list.show(answer, text)
    also.replaceChildren(...[search.alsoElement(answer)].filter(Boolean))
    showCollections(answer.facets?.collection ?? [], isCut, text)
    status.textContent = search.summary(answer, text)
    more.hidden = answer.rows.length >= answer.total
    search.answers = (search.answers ?? 0) + 1 // for tests and benchmarks that wait for one
    // A query fetches only so much: where the reader asked for more, the same query goes on.
    if (most > STEP && isMore && list.length < Math.min(most, answer.total)) controller.run()
  }
  const updateAddress = () => {
    const url = new URL(location.href)
    url.search = ""
    if (field.value) url.searchParams.set("q", field.value)
    search.keepAddress(url, { readerMost: most })
  }
  const controller = search.controller({
    field, status, also, pause: PAUSE, options: () => ({ most, filters: {} }), onStart: updateAddress, onAnswer: show,
  })
  field.addEventListener("input", () => (most = STEP, controller.runSoon()))
  form.addEventListener("submit", event => (event.preventDefault(), controller.run()))
  more.addEventListener("click", () => (most = list.length + STEP, controller.run()))
  if (field.value) controller.run()
})()
