/* The search page: all results, with filters, at an address that can be shared. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const PAUSE = 120 // milliseconds
  const STEP = 20 // results that "Show more" adds
  const MOST_VALUES = 8 // of a filter, until the reader opens it
  const NAMES = { text: "Text", publisher: "Publisher", year: "Year", language: "Language", kind: "Kind" }
  /** @type {Record<string, string>} */
  const KINDS = { text: "passage of a text", difference: "difference of texts", quotation: "quotation" }
  const { make } = search

  /** @param {string} name @param {string} value */
  const valueLabel = (name, value) => {
    if (name === "kind") return KINDS[value] ?? `entry, ${value}`
    return name === "language" ? search.languageName(value) : value
  }

  /** @param {HTMLElement} host */
  const build = host => {
    const field = make("input")
    field.type = "search"
    field.ariaLabel = "Search the texts and the glossary"
    field.autocomplete = "off"
    field.spellcheck = false
    const status = make("p", "found")
    status.setAttribute("role", "status")
    const also = make("div", "search-also")
    const facets = make("div", "facets")
    const hits = make("ol", "hits")
    const more = make("button", "more", "Show more")
    more.type = "button"
    more.hidden = true
    const columns = make("div", "search-columns", facets, make("div", "", hits, more))
    host.replaceChildren(make("form", "page-search", field), also, status, columns)
    return { field, status, also, facets, hits, more }
  }

  /** The filters: `show` puts them into the element, `choose` reads the boxes that are ticked.
   * @param {HTMLElement} element @param {Filters} filters the chosen values of each facet */
  const filterPanel = (element, filters) => {
    /** @type {Set<string>} */
    const opened = new Set()
    /** @param {string} name @param {[string, number]} row */
    const valueElement = (name, [value, count]) => {
      const box = make("input")
      box.type = "checkbox"
      box.name = name
      box.value = value
      box.checked = filters[name].includes(value)
      return make("label", "", box, make("span", "", valueLabel(name, value)), make("span", "count", count))
    }
    /** The most frequent values and the chosen ones, with a button that shows the others.
     * @param {string} name @param {string} title @param {[string, number][]} counts */
    const group = (name, title, counts) => {
      const isShown = (/** @type {string} */ value, /** @type {number} */ index) =>
        opened.has(name) || index < MOST_VALUES || filters[name].includes(value)
      const shown = counts.filter(([value], index) => isShown(value, index))
      const rest = make("button", "only", `${counts.length - shown.length} more`)
      rest.type = "button"
      rest.dataset.rest = name
      rest.ariaLabel = `${rest.textContent}: ${title}`
      const values = shown.map(row => valueElement(name, row))
      return make("fieldset", "", make("legend", "", title), ...values, shown.length < counts.length ? rest : null)
    }
    return {
      /** Show the filters again, and keep the focus on the same box.
       * @param {Answer["facets"]} counts */
      show(counts) {
        const active = /** @type {HTMLInputElement} */ (document.activeElement)
        const focused = element.contains(active) ? active : null
        const groups = Object.entries(NAMES).filter(([facet]) => counts?.[facet]?.length)
        element.replaceChildren(...groups.map(([facet, title]) => group(facet, title, counts[facet])))
        if (!focused) return
        const { name, value } = focused
        const boxes = [...element.querySelectorAll("input")]
        boxes.find(box => box.name === name && box.value === value)?.focus()
      },
      choose() {
        for (const name of Object.keys(filters)) {
          filters[name] = [...element.querySelectorAll(`input[name="${name}"]:checked`)].map(box => box.value)
        }
      },
      open: (/** @type {string} */ name) => opened.add(name),
    }
  }

  /** @param {HTMLElement} host */
  const start = host => {
    const { field, status, also, facets, hits, more } = build(host)
    const state = new URLSearchParams(location.search)
    field.value = state.get("q") ?? ""
    /** @type {Filters} */
    const filters = Object.fromEntries(Object.keys(NAMES).map(name => [name, state.getAll(name)]))
    const panel = filterPanel(facets, filters)
    let most = STEP

    const updateAddress = () => {
      const url = new URL(location.href)
      url.search = ""
      if (field.value) url.searchParams.set("q", field.value)
      for (const [name, chosen] of Object.entries(filters)) for (const value of chosen) url.searchParams.append(name, value)
      if (url.href !== location.href) history.replaceState(history.state, "", url)
    }
    /** @param {Answer} answer */
    const show = answer => {
      hits.replaceChildren(...search.hitElements(answer).map(hit => make("li", "", hit)))
      also.replaceChildren(...[search.alsoElement(answer)].filter(Boolean))
      status.textContent = search.summary(answer)
      more.hidden = answer.rows.length >= answer.total
      panel.show(answer.facets)
    }
    const controller = search.controller({
      field, status, pause: PAUSE, options: () => ({ most, filters }), onStart: updateAddress, onAnswer: show,
    })
    field.addEventListener("input", () => (most = STEP, controller.runSoon()))
    host.addEventListener("submit", event => (event.preventDefault(), controller.run()))
    more.addEventListener("click", () => (most += STEP, controller.run()))
    also.addEventListener("click", ({ target }) => {
      const chip = target.closest("[data-off]")
      if (chip) controller.exclude(chip.dataset.off)
    })
    facets.addEventListener("change", () => {
      panel.choose()
      most = STEP
      controller.run()
    })
    facets.addEventListener("click", ({ target }) => {
      const rest = target.closest("[data-rest]")
      if (rest) panel.open(rest.dataset.rest), controller.run()
    })
    if (field.value) controller.run()
    else field.addEventListener("focus", () => search.ask("").catch(() => {}), { once: true }) // loads the engine
  }

  // The search page loads this script each time it is shown.
  const host = document.querySelector("[data-search-page]")
  if (host && !host.childElementCount) start(host)
})()
