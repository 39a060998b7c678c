/* The full page of a search: all rows, with filters, in an address that can be passed on. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const PAUSE = 120
  const STEP = 20
  const NAMES = { text: "Text", publisher: "Publisher", year: "Year", language: "Language", kind: "Kind" }
  const { make } = search

  const languageName = tag => new Intl.DisplayNames(["en"], { type: "language" }).of(tag)
  const wordFor = (name, value) => name === "language" ? languageName(value) : value === "text" ? "passage of a text" : value

  const start = host => {
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
    host.replaceChildren(make("form", "page-search", field), also, status, make("div", "search-columns", facets, make("div", "", hits, more)))
    const state = new URLSearchParams(location.search)
    field.value = state.get("q") ?? ""
    const filters = Object.fromEntries(Object.keys(NAMES).map(name => [name, state.getAll(name)]))
    let off = new Set()
    let most = STEP
    let asked = 0
    let timer

    const remember = () => {
      const url = new URL(location)
      url.search = ""
      if (field.value) url.searchParams.set("q", field.value)
      for (const [name, chosen] of Object.entries(filters)) for (const value of chosen) url.searchParams.append(name, value)
      if (url.href !== location.href) history.replaceState(history.state, "", url)
    }
    const box = (name, value, count) => {
      const tick = make("input")
      tick.type = "checkbox"
      tick.checked = filters[name].includes(value)
      tick.addEventListener("change", () => {
        filters[name] = filters[name].filter(other => other !== value).concat(tick.checked ? value : [])
        ask()
      })
      return make("label", "", tick, make("span", "", wordFor(name, value)), make("span", "count", count))
    }
    const showFacets = counts => {
      const groups = Object.entries(NAMES).filter(([name]) => counts?.[name]?.length > 1 || filters[name].length).map(([name, title]) => {
        const group = make("fieldset", "", make("legend", "", title), ...counts[name].map(([value, count]) => box(name, value, count)))
        return group
      })
      facets.replaceChildren(...groups)
    }
    const show = answer => {
      hits.replaceChildren(...search.hitElements(answer).map(hit => make("li", "", hit)))
      also.replaceChildren(...[search.alsoElement(answer)].filter(Boolean))
      status.textContent = search.summary(answer)
      more.hidden = answer.rows.length >= answer.total
      showFacets(answer.facets)
    }
    const fail = () => {
      const again = make("button", "search-retry", "Try again")
      again.type = "button"
      again.addEventListener("click", () => ask(true))
      status.replaceChildren("A part of the search did not arrive. ", again)
    }
    const ask = async (retry = false) => {
      const number = ++asked
      remember()
      try {
        const answer = await search.ask(field.value, { off, most, filters, retry })
        if (number === asked) show(answer)
      } catch {
        if (number === asked) fail()
      }
    }
    field.addEventListener("input", () => {
      off = new Set()
      most = STEP
      clearTimeout(timer)
      timer = setTimeout(ask, PAUSE)
    })
    host.querySelector("form").addEventListener("submit", event => (event.preventDefault(), ask()))
    more.addEventListener("click", () => (most += STEP, ask()))
    also.addEventListener("click", ({ target }) => {
      const chip = target.closest("[data-off]")
      if (chip) off.add(chip.dataset.off), ask()
    })
    more.hidden = true
    if (field.value) ask()
    else field.addEventListener("focus", () => search.ask("").catch(() => {}), { once: true })
  }

  search.onPage(() => {
    const host = document.querySelector("[data-search-page]")
    if (host && !host.childElementCount) start(host)
  })
})()
