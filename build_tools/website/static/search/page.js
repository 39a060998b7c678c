/* The search page: all results, with filters, at an address that can be shared. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const PAUSE = 120 // milliseconds
  const STEP = 20 // results that "Show more" adds
  const NAMES = {
    kind: readerSay("Kind"),
    year: readerSay("Year"),
    genre: readerSay("Kind of text"),
    maker: readerSay("Maker"),
    publisher: readerSay("Publisher"),
    language: readerSay("Language"),
    text: readerSay("Text"),
  }
  /** @type {Record<string, string>} */
  const KINDS = {
    text: readerSay("passage"),
    difference: readerSay("difference"),
    precision: readerSay("difference of precision"),
    quotation: readerSay("quotation"),
    "outside source": readerSay("outside source"),
    question: readerSay("contested question"),
  }
  const { make } = search

  /** @param {string} name @param {string} value */
  const valueLabel = (name, value) => {
    if (name === "kind") return KINDS[value] ?? search.entryKind(value)
    return name === "language" ? search.languageName(value) : value
  }

  /** @param {HTMLElement} host */
  const build = host => {
    const { field, status, also, hits, more } = search.resultParts()
    const facets = make("div", "facets")
    const lines = make("a", "", readerSay("All lines in the concordance"))
    lines.hidden = true
    const fold = make("details", "filters", make("summary", "", readerSay("Filters")), facets)
    search.foldFilters(fold)
    const columns = make("div", "search-columns", fold, make("div", "", hits, more))
    const { lang, dir } = document.documentElement
    Object.assign(host, { lang, dir: dir || document.body.dir }) // the words around it can be in another
    host.replaceChildren(make("form", "page-search", field), also, status, make("p", "search-all", lines), columns)
    return { field, status, also, facets, hits, lines, more }
  }

  /** @param {HTMLElement} host */
  const start = host => {
    const { field, status, also, facets, hits, lines, more } = build(host)
    const isFlat = document.querySelector("[data-search-dialog]")?.dataset.flat === "true"
    const concordance = new URL(isFlat ? "concordance.html" : "concordance/", search.root)
    const state = new URLSearchParams(location.search)
    field.value = state.get("q") ?? ""
    /** @type {Filters} */
    const filters = Object.fromEntries(Object.keys(NAMES).map(name => [name, state.getAll(name)]))
    const panel = search.filterPanel(facets, { names: NAMES, filters, labelOf: valueLabel })
    let most = history.state?.readerMost ?? STEP
    const list = search.hitList(hits)

    /** @param {Set<string>} excluded */
    const updateAddress = excluded => {
      const url = new URL(location.href)
      url.search = ""
      if (field.value) url.searchParams.set("q", field.value)
      for (const [name, chosen] of Object.entries(filters)) for (const value of chosen) url.searchParams.append(name, value)
      for (const id of excluded) url.searchParams.append("off", id)
      search.keepAddress(url, { readerMost: most })
    }
    // An answer comes in parts, each when the reader has read as far as the button below the one before.
    const observer = new IntersectionObserver(([{ isIntersecting }]) => {
      if (isIntersecting && !more.hidden && list.length < most) controller.run()
    })
    /** @param {Answer} answer @param {string} text */
    const show = (answer, text) => {
      const isMore = list.show(answer, text)
      also.replaceChildren(...[search.alsoElement(answer)].filter(Boolean))
      status.textContent = search.summary(answer, text)
      more.hidden = answer.rows.length >= answer.total
      lines.hidden = !answer.concordance
      lines.href = `${concordance}?q=${encodeURIComponent(answer.concordance ?? "")}`
      panel.show(answer.facets)
      observer.unobserve(more)
      if (isMore) observer.observe(more)
    }
    const controller = search.controller({
      field, status, also, pause: PAUSE, options: () => ({ most, filters }), excluded: state.getAll("off"),
      onStart: updateAddress, onAnswer: show,
    })
    field.addEventListener("input", () => (most = STEP, controller.runSoon()))
    host.addEventListener("submit", event => (event.preventDefault(), controller.run()))
    more.addEventListener("click", () => (most = list.length + STEP, controller.run()))
    facets.addEventListener("change", () => {
      panel.choose()
      most = STEP
      controller.run()
    })
    if (field.value) controller.run()
    else field.addEventListener("focus", () => search.ask("").catch(() => {}), { once: true }) // loads the engine
  }

  // The search page loads this script each time it is shown.
  const host = document.querySelector("[data-search-page]")
  if (host && !host.childElementCount) start(host)
})()
