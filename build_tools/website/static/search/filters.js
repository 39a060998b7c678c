/* Filters beside results: for each a list of values to tick, the most frequent first, and more of them on demand. The search
   page and the concordance have them. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const MOST_VALUES = 8 // of a filter, at first
  const STEP = 50 // values that "more" adds: there can be one for each text

  const WIDE = matchMedia("(min-width: 60em)")
  /* Filters fold where they would stand above the results. */
  search.foldFilters = fold => {
    const follow = () => fold.open = WIDE.matches
    WIDE.addEventListener("change", follow)
    follow()
  }

  /* The filters of an element: `names` has the title of each, `filters` its chosen values. `show` puts them there, with the
     number of each value, and `choose` reads the boxes that are ticked. */
  search.filterPanel = (element, { names, filters, labelOf }) => {
    /** @type {Map<string, number>} */
    const most = new Map()
    /** @type {Answer["facets"]} */
    let shownCounts = null
    /** @param {string} name @param {[string, number]} row */
    const valueElement = (name, [value, count]) => {
      const box = readerMake("input")
      box.type = "checkbox"
      box.name = name
      box.value = value
      box.checked = filters[name].includes(value)
      return readerMake("label", "", box, readerMake("span", "", labelOf(name, value)), readerMake("span", "count", count))
    }
    /** The most frequent values and the chosen ones, years in their order, with a button that shows others.
     * @param {string} name @param {string} title @param {[string, number][]} counts */
    const group = (name, title, counts) => {
      const limit = most.get(name) ?? MOST_VALUES
      const shown = counts.filter(([value], index) => index < limit || filters[name].includes(value))
      if (name === "year") shown.sort(([a], [b]) => a < b ? -1 : 1)
      const rest = readerButton("only", readerCount(counts.length - shown.length, "{number} more", "{number} more"))
      rest.dataset.rest = name
      rest.ariaLabel = `${rest.textContent}: ${title}`
      const values = shown.map(row => valueElement(name, row))
      return readerMake("fieldset", "", readerMake("legend", "", title), ...values, shown.length < counts.length ? rest : null)
    }
    /** @type {() => HTMLInputElement[]} */
    const boxes = () => [...element.querySelectorAll("input")]
    const render = () => {
      if (!shownCounts) return element.replaceChildren() // of a query without words
      // A filter that all results pass is of no use, and neither are the publishers of texts that nobody else made.
      const { maker, publisher } = shownCounts
      const isMaker = JSON.stringify(maker) === JSON.stringify(publisher)
      const groups = Object.entries(names).filter(([name]) =>
        filters[name].length || shownCounts[name]?.length > 1 && !(isMaker && name === "publisher"))
      element.replaceChildren(...groups.map(([name, title]) => group(name, title, shownCounts[name])))
    }
    element.addEventListener("click", ({ target }) => {
      const name = target.closest("[data-rest]")?.dataset.rest
      if (!name) return
      const before = new Set(boxes().map(box => `${box.name} ${box.value}`))
      most.set(name, (most.get(name) ?? MOST_VALUES) + STEP)
      render()
      boxes().find(box => !before.has(`${box.name} ${box.value}`))?.focus()
    })
    return {
      /* Show the filters again, and keep the focus on the same box. */
      show(counts) {
        const focused = element.contains(document.activeElement) ? document.activeElement : null
        shownCounts = counts
        render()
        // A value that nothing has any more is not shown once it is unticked.
        const ofSameFilter = boxes().filter(box => box.name === focused?.name)
        ;(ofSameFilter.find(box => box.value === focused.value) ?? ofSameFilter[0])?.focus()
      },
      choose() {
        for (const name of Object.keys(filters)) {
          filters[name] = boxes().filter(box => box.name === name && box.checked).map(box => box.value)
        }
      },
    }
  }
})()
