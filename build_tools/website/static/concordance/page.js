/* The concordance page: words or an entry, the order and the filters in the address, so that they can be shared and Back
   finds them; up to so many lines, and how many passages there are in all. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const concordance = self.readerConcordance ??= /** @type {ReaderConcordance} */ ({})
  const MOST = 500 // lines of an answer
  const STEP = 60 // lines that are shown at first
  const NAMES = {
    wording: readerSay("Wording"),
    left: readerSay("Word before"),
    right: readerSay("Word after"),
    near: readerSay("Near"),
    year: readerSay("Year"),
    genre: readerSay("Kind of text"),
    maker: readerSay("Maker"),
    publisher: readerSay("Publisher"),
    language: readerSay("Language"),
    text: readerSay("Text"),
  }
  const ABOUT_LINES = ["wording", "left", "right", "near"]
  /** @type {Record<string, string>} */
  const MARKS = { difference: readerSay("a difference"), quotation: readerSay("a quotation"), neither: readerSay("neither") }
  const FORMS = ["words", "longer", "entry"]
  const ORDERS = ["date", "left", "right", "text", "language"]

  /** @param {HTMLElement} host */
  const start = host => {
    /** @type {(css: string) => any} */
    const find = css => host.querySelector(css)
    const [field, status, figure] = [find("input"), find(".concordance-found"), find(".dispersion")]
    const [columns, list, more] = [find(".concordance-columns"), find(".lines"), find(".more")]
    const cited = find(".concordance-cited")
    const texts = Number(host.dataset.texts)
    const state = new URLSearchParams(location.search)
    /** @param {string} name @param {string[]} values */
    const chosenFrom = (name, values) => values.includes(state.get(name)) ? state.get(name) : values[0]
    let form = chosenFrom("form", FORMS)
    let order = chosenFrom("sort", ORDERS)
    /** @type {Filters} */
    const filters = Object.fromEntries(Object.keys(NAMES).map(name => [name, state.getAll(name)]))
    field.value = state.get("q") ?? ""
    const panel = search.filterPanel(find(".facets"), {
      names: NAMES, filters, labelOf: (name, value) => {
        if (name === "wording") return spellings.get(value) ?? value
        return name === "language" ? search.languageName(value) : MARKS[value] ?? value
      },
    })
    search.foldFilters(find("details"))
    let latest = 0
    let shownLines = STEP
    /** @type {Sought} */
    let sought = { name: "", records: [], wanted: [], entries: [] }
    /** @type {number[]} */
    let records = [] // those that pass the filters of texts
    /** @type {Line[]} */
    let lines = []
    let spellings = new Map()
    let isWhole = true // whether all passages have been read

    const updateAddress = () => {
      const url = new URL(location.href)
      url.search = ""
      if (field.value) url.searchParams.set("q", field.value)
      if (form !== FORMS[0]) url.searchParams.set("form", form)
      if (order !== ORDERS[0]) url.searchParams.set("sort", order)
      for (const [name, chosen] of Object.entries(filters)) for (const value of chosen) url.searchParams.append(name, value)
      search.keepAddress(url)
    }
    const filtersOf = (/** @type {boolean} */ isAboutLines) =>
      Object.fromEntries(Object.entries(filters).filter(([name]) => ABOUT_LINES.includes(name) === isAboutLines))
    const kept = (/** @type {string} */ except) => lines.filter(line => ABOUT_LINES.every(name =>
      name === except || !filters[name].length || concordance.valuesOf(line, name).some(value => filters[name].includes(value))))
    /** What the lines have of a filter, with the number of lines that have it.
     * @param {string} name @returns {[string, number][]} */
    const countLines = name => {
      const counts = new Map(filters[name].map(value => [value, 0]))
      for (const value of kept(name).flatMap(line => concordance.valuesOf(line, name))) {
        counts.set(value, (counts.get(value) ?? 0) + 1)
      }
      return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    }
    const inWords = () => {
      const number = kept("").length
      const ranks = new Set((isWhole ? kept("").map(({ rank }) => rank) : records.map(concordance.rankOf)))
      const inTexts = readerCount(texts, "{found} of {number} text", "{found} of {number} texts", { found: readerNumber(ranks.size) })
      const counted = readerCount(number, "{number} line", "{number} lines")
      const passages = readerCount(records.length, "{number} passage", "{number} passages")
      const none = readerSay("in no text")
      const found = !records.length ? none : isWhole ? readerSay("{lines} in {texts}", { lines: counted, texts: inTexts })
        : readerSay("The first {lines} of {passages} in {texts}", { lines: counted, passages, texts: inTexts })
      return { ranks, found }
    }
    const what = () => sought.entries.length ? sought.name : `“${sought.name}”`

    const showLines = () => {
      const all = concordance.sorted(kept(""), order)
      list.replaceChildren(...all.slice(0, shownLines).map(line => concordance.lineElement(line, sought)))
      list.dataset.sort = order
      list.classList.toggle("one", new Set(all.map(({ maker }) => maker)).size < 2)
      more.hidden = all.length <= shownLines
      more.textContent = readerCount(all.length, "Show all {number} line", "Show all {number} lines")
    }
    const showButtons = () => {
      const shownForm = field.value.includes("entry:") ? "entry" : form
      for (const button of host.querySelectorAll("[data-form], [data-sort]")) {
        button.setAttribute("aria-pressed", String([shownForm, order].includes(button.dataset.form ?? button.dataset.sort)))
      }
    }
    const show = () => {
      const { ranks, found } = inWords()
      const isFound = records.length > 0 || Object.values(filters).some(chosen => chosen.length)
      const { index } = concordance
      const counts = search.countFacets(index.columns, filtersOf(false), sought.records)
      panel.show({ ...counts, ...Object.fromEntries(ABOUT_LINES.map(name => [name, countLines(name)])) })
      status.textContent = `${what()}: ${found}.`
      find("[data-csv]").textContent = readerCount(kept("").length, "CSV, {number} line", "CSV, {number} lines")
      concordance.disperse(figure, ranks, texts)
      columns.hidden = !isFound
      showLines()
    }
    const fail = () => {
      columns.hidden = true
      status.replaceChildren(...search.retryElement(() => (field.focus(), run())))
    }
    /** Read the passages that pass the filters, until there are as many lines as an answer has.
     * @param {number} number of this search, which another may follow */
    const read = async number => {
      records = sought.records.filter(search.keep(concordance.index.columns, filtersOf(false)))
      lines = []
      isWhole = true
      for await (const batch of concordance.lines(sought, records)) {
        if (number !== latest) return
        lines.push(...batch)
        isWhole = lines.length <= MOST
        if (!isWhole) break
      }
      lines.length = Math.min(lines.length, MOST)
      spellings = concordance.spellings(lines)
      show()
    }
    const run = async (isNew = true) => {
      const number = ++latest
      updateAddress()
      showButtons()
      cited.hidden = true
      if (!field.value.trim()) return (columns.hidden = figure.hidden = true, void status.replaceChildren())
      status.textContent = readerSay("Searching…")
      try {
        if (isNew) {
          const next = await concordance.find(field.value, form)
          if (number !== latest) return
          sought = next
          filters.wording = filters.wording.map(concordance.wordingKey)
        }
        await read(number)
      } catch {
        if (number === latest) fail()
      }
    }

    host.addEventListener("submit", event => {
      event.preventDefault()
      for (const name of Object.keys(filters)) filters[name] = []
      shownLines = STEP
      run()
    })
    host.addEventListener("change", ({ target }) => {
      if (!target.closest(".facets")) return
      const before = JSON.stringify(filtersOf(false))
      panel.choose()
      shownLines = STEP
      if (before !== JSON.stringify(filtersOf(false))) run(false)
      else updateAddress(), show()
    })
    host.addEventListener("click", ({ target }) => {
      const { form: nextForm, sort } = target.closest("[data-form], [data-sort]")?.dataset ?? {}
      if (nextForm) form = nextForm, run()
      if (sort) order = sort, updateAddress(), showButtons(), showLines()
      if (target.closest("[data-csv]")) concordance.save("concordance.csv", concordance.table(concordance.sorted(kept(""), order)))
      if (target.closest("[data-cite]")) {
        cited.textContent = concordance.citation(host, `${what()}: ${inWords().found}`)
        cited.hidden = false
        cited.focus()
      }
    })
    more.addEventListener("click", () => {
      const first = list.childElementCount
      shownLines = MOST
      showLines()
      list.children[first]?.querySelector("a").focus()
    })
    host.hidden = false
    run()
  }

  const host = document.querySelector(".concordance")
  if (host?.hidden) start(host)
})()
