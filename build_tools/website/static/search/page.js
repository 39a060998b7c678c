/* The full page of a search: all rows, with filters, in an address that can be passed on. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const PAUSE = 120
  const STEP = 20
  const MOST_VALUES = 8
  const NAMES = { text: "Text", publisher: "Publisher", year: "Year", language: "Language", kind: "Kind" }
  const WORDS = /** @type {Record<string, string>} */ ({ text: "passage of a text", difference: "difference of texts", quotation: "quotation" })
  const { make } = search

  /** @param {string} name @param {string} value */
  const wordFor = (name, value) => {
    if (name === "kind") return WORDS[value] ?? `entry, ${value}`
    return name === "language" ? search.languageName(value) : value
  }

  /** @param {HTMLElement} host */
  const parts = host => {
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
    host.replaceChildren(make("form", "page-search", field), also, status, make("div", "search-columns", facets, make("div", "", hits, more)))
    return { field, status, also, facets, hits, more }
  }

  /** @param {HTMLElement} host */
  const start = host => {
    const { field, status, also, facets, hits, more } = parts(host)
    const state = new URLSearchParams(location.search)
    field.value = state.get("q") ?? ""
    /** @type {Filters} */
    const filters = Object.fromEntries(Object.keys(NAMES).map(name => [name, state.getAll(name)]))
    /** @type {Set<string>} */
    const opened = new Set()
    /** @type {Set<string>} */
    let off = new Set()
    let most = STEP
    let asked = 0
    let timer = 0

    const remember = () => {
      const url = new URL(location.href)
      url.search = ""
      if (field.value) url.searchParams.set("q", field.value)
      for (const [name, chosen] of Object.entries(filters)) for (const value of chosen) url.searchParams.append(name, value)
      if (url.href !== location.href) history.replaceState(history.state, "", url)
    }
    /** @param {string} name @param {[string, number]} counted */
    const box = (name, [value, count]) => {
      const tick = make("input")
      tick.type = "checkbox"
      tick.name = name
      tick.value = value
      tick.checked = filters[name].includes(value)
      return make("label", "", tick, make("span", "", wordFor(name, value)), make("span", "count", count))
    }
    /** A group of filters: the most frequent values and those chosen, the others at a wish.
     * @param {string} name @param {string} title @param {[string, number][]} counts */
    const group = (name, title, counts) => {
      const shown = counts.filter(([value], at) => opened.has(name) || at < MOST_VALUES || filters[name].includes(value))
      const rest = make("button", "only", `${counts.length - shown.length} more`)
      rest.type = "button"
      rest.dataset.rest = name
      rest.ariaLabel = `${rest.textContent}: ${title}`
      return make("fieldset", "", make("legend", "", title), ...shown.map(counted => box(name, counted)), shown.length < counts.length ? rest : null)
    }
    /** The filters anew, with the focus where it was.
     * @param {Answer["facets"]} counts */
    const showFacets = counts => {
      const { name, value } = facets.contains(document.activeElement) ? /** @type {HTMLInputElement} */ (document.activeElement) : { name: "", value: "" }
      const groups = Object.entries(NAMES).filter(([facet]) => counts?.[facet]?.length)
      facets.replaceChildren(...groups.map(([facet, title]) => group(facet, title, counts[facet])))
      if (name) [...facets.querySelectorAll("input")].find(tick => tick.name === name && tick.value === value)?.focus()
    }
    /** @param {Answer} answer */
    const show = answer => {
      hits.replaceChildren(...search.hitElements(answer).map(hit => make("li", "", hit)))
      also.replaceChildren(...[search.alsoElement(answer)].filter(Boolean))
      status.textContent = search.summary(answer)
      more.hidden = answer.rows.length >= answer.total
      showFacets(answer.facets)
    }
    const ask = async (retry = false) => {
      const number = ++asked
      remember()
      try {
        const answer = await search.ask(field.value, { off, most, filters, retry })
        if (number === asked) show(answer)
      } catch {
        if (number === asked) status.replaceChildren(...search.retryElement(() => ask(true)))
      }
    }
    field.addEventListener("input", () => {
      off = new Set()
      most = STEP
      clearTimeout(timer)
      timer = setTimeout(ask, PAUSE)
    })
    host.addEventListener("submit", event => (event.preventDefault(), clearTimeout(timer), ask()))
    more.addEventListener("click", () => (most += STEP, ask()))
    also.addEventListener("click", ({ target }) => {
      const chip = target.closest("[data-off]")
      if (chip) off.add(chip.dataset.off), field.focus(), ask()
    })
    facets.addEventListener("change", () => {
      for (const name of Object.keys(filters)) filters[name] = [...facets.querySelectorAll(`input[name="${name}"]:checked`)].map(tick => tick.value)
      most = STEP
      ask()
    })
    facets.addEventListener("click", ({ target }) => {
      const rest = target.closest("[data-rest]")
      if (rest) opened.add(rest.dataset.rest), ask()
    })
    if (field.value) ask()
    else field.addEventListener("focus", () => search.ask("").catch(() => {}), { once: true })
  }

  // Its page asks for this script whenever it is shown.
  const host = document.querySelector("[data-search-page]")
  if (host && !host.childElementCount) start(host)
})()
