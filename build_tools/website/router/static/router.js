/* The search page of a router: passages of all collections, and how many each has, with a way to search there. */
(() => {
  const search = self.readerSearch
  const PAUSE = 120 // milliseconds
  const STEP = 20 // results that "Show more" adds
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
  const there = make("ul", "router-there")
  const form = make("form", "page-search", field)
  host.replaceChildren(form, also, status, there, hits, more)
  field.value = new URLSearchParams(location.search).get("q") ?? ""
  let most = STEP

  /** The link to the search of a collection, with the number of results that it has at least.
   * @param {string} place @param {number} count @param {boolean} isCut @param {string} text */
  const linkTo = (place, count, isCut, text) => {
    const source = document.querySelector(`[data-collection="${place}"]`)
    const link = make("a", "", `${source?.textContent}: ${isCut ? "≥ " : ""}${readerCount(count, "{number} result.", "{number} results.")}`)
    const url = new URL(source.dataset.search, document.baseURI)
    url.searchParams.set("q", text)
    link.href = url.href
    return make("li", "", link)
  }
  /** @param {Answer} answer @param {string} text */
  const show = (answer, text) => {
    const isCut = Boolean(answer.facets?.cut?.length)
    hits.replaceChildren(...search.hitElements(answer).map(hit => make("li", "", hit)))
    also.replaceChildren(...[search.alsoElement(answer)].filter(Boolean))
    there.replaceChildren(...(answer.facets?.collection ?? []).map(([place, count]) => linkTo(place, count, isCut, text)))
    status.textContent = search.summary(answer, text)
    more.hidden = answer.rows.length >= answer.total
    search.answers = (search.answers ?? 0) + 1 // for tests and benchmarks that wait for one
  }
  const updateAddress = () => {
    const url = new URL(location.href)
    url.search = ""
    if (field.value) url.searchParams.set("q", field.value)
    if (url.href !== location.href) history.replaceState(history.state, "", url)
  }
  const controller = search.controller({
    field, status, also, pause: PAUSE, options: () => ({ most, filters: {} }), onStart: updateAddress, onAnswer: show,
  })
  field.addEventListener("input", () => (most = STEP, controller.runSoon()))
  form.addEventListener("submit", event => (event.preventDefault(), controller.run()))
  more.addEventListener("click", () => (most = hits.childElementCount + STEP, controller.run()))
  if (field.value) controller.run()
})()
