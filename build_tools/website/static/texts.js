/* The filter of the index of texts: by words of titles, first words, makers and numbers, by facets, in an order of the
   reader's. It shows rows of its own in the place of the page's; without it the page lists the texts by date. */
(() => {
  const STEP = 50 // rows that "Show more" adds
  const { src } = document.currentScript
  const folding = new URL("search/folding.js", src)
  const data = new URL("../data/texts.js", src)
  const ORDERS = {
    date: { name: readerSay("Date"), compare: (one, other) => one.no - other.no },
    length: { name: readerSay("Length"), compare: (one, other) => (other.words ?? 0) - (one.words ?? 0) },
    mentions: { name: readerSay("Mentions"), compare: (one, other) => other.mentions - one.mentions },
    differences: { name: readerSay("Differences"), compare: (one, other) => other.differs - one.differs },
  }

  const isFlat = document.querySelector("[data-flat]").dataset.flat === "true"
  const rowElement = row => {
    const title = readerMake("a", "t", row.title)
    title.href = String(new URL(isFlat ? `../sources/${row.id}.html` : `../sources/${row.id}/`, src))
    return readerMake("li", "", readerMake("span", "no", readerNumber(row.no)), " ", title, " ",
      readerMake("span", "formal", row.formal), " ", row.begins && readerMake("span", "begins", row.begins), " ",
      readerMake("span", "day", row.day), " ",
      row.words !== null && readerMake("span", "long", readerCount(row.words, "{number} word", "{number} words")), " ",
      row.mentions && readerMake("span", "named", readerCount(row.mentions, "{number} mention", "{number} mentions")), " ",
      row.differs && readerMake("span", "differs", readerCount(row.differs, "≠ {number} difference", "≠ {number} differences")))
  }

  const selects = (facets, chosen) => facets.map(({ id, name, values }) => {
    const options = values.map(([value, words]) => new Option(words, value))
    const choice = readerMake("select", "", new Option(readerSay("any"), ""), ...options)
    choice.dataset.facet = id
    choice.value = chosen[id]
    return readerMake("label", "", name, choice)
  })

  const addFilter = (tools, page) => {
    const state = new URLSearchParams(location.search)
    const chosen = { sort: state.get("sort") in ORDERS ? state.get("sort") : "date", filter: state.get("filter") || "" }
    const list = readerMake("ul")
    const more = readerButton("more", readerSay("Show more"))
    const found = readerMake("div", "text-rows found-rows", list, more)
    const field = readerMake("input")
    Object.assign(field, { type: "search", autocomplete: "off", spellcheck: false, value: chosen.filter })
    const status = readerMake("p", "found")
    status.setAttribute("role", "status")
    const orders = Object.entries(ORDERS).map(([value, { name }]) => {
      const button = readerButton("chip", name)
      button.dataset.sort = value
      return button
    })
    const sort = readerMake("div", "chips", readerMake("span", "", readerSay("Sort")), ...orders)
    sort.setAttribute("role", "group")
    sort.setAttribute("aria-label", readerSay("Sort"))
    const facets = readerMake("div", "choices")
    tools.replaceChildren(readerMake("label", "", readerSay("Words of a title, a name, a number"), field), facets, sort, status)
    tools.after(found)
    tools.hidden = false

    let shown = STEP
    const rows = []
    const load = async () => {
      await Promise.all([readerScriptOnce(folding), readerScriptOnce(data)])
      if (rows.length) return
      const { fold } = self.readerFolding
      const { facets: named, rows: all } = globalThis.readerTextRows
      rows.push(...all.map(row =>
        ({ ...row, folded: fold(`${row.no} ${row.title} ${row.formal} ${row.begins} ${row.day}`) })))
      for (const { id } of named) chosen[id] = state.get(id) || ""
      facets.replaceChildren(...selects(named, chosen))
    }
    const matching = words => {
      const picked = [...facets.querySelectorAll("select")].filter(({ value }) => value)
      return rows.filter(row => words.every(word => row.folded.includes(word))
        && picked.every(({ dataset, value }) => row.values[dataset.facet]?.includes(value)))
    }
    const isIdle = () => chosen.sort === "date" && !chosen.filter.trim() && Object.entries(chosen)
      .every(([name, value]) => ["sort", "filter"].includes(name) || !value)
    const keepAddress = () => {
      const next = new URL(location.href)
      for (const [name, value] of Object.entries(chosen)) {
        value && !(name === "sort" && value === "date") ? next.searchParams.set(name, value) : next.searchParams.delete(name)
      }
      if (next.href !== location.href) history.replaceState(history.state, "", next)
    }
    const show = async () => {
      for (const button of orders) button.setAttribute("aria-pressed", String(button.dataset.sort === chosen.sort))
      if (!isIdle()) await load()
      const isFiltered = !isIdle()
      page.toggleAttribute("data-filtered", isFiltered)
      found.hidden = !isFiltered
      keepAddress()
      status.textContent = ""
      if (!isFiltered) return
      const words = self.readerFolding.fold(chosen.filter).split(" ").filter(Boolean)
      const hits = matching(words).sort(ORDERS[chosen.sort].compare)
      list.replaceChildren(...hits.slice(0, shown).map(rowElement))
      more.hidden = hits.length <= shown
      status.textContent = readerCount(rows.length, "{shown} of {number} text", "{shown} of {number} texts", { shown: readerNumber(hits.length) })
    }
    const sayFailure = () => status.textContent = readerSay("Part of the search could not be loaded.")
    const showOrSay = () => show().catch(sayFailure)
    const begin = () => (shown = STEP, showOrSay())
    field.addEventListener("focus", () => load().catch(sayFailure), { once: true })
    field.addEventListener("input", () => (chosen.filter = field.value, begin()))
    facets.addEventListener("change", ({ target }) => {
      const choice = target.closest("select")
      chosen[choice.dataset.facet] = choice.value
      begin()
    })
    sort.addEventListener("click", ({ target }) => {
      const button = target.closest(".chip")
      if (!button) return
      chosen.sort = button.dataset.sort
      begin()
    })
    more.addEventListener("click", () => (shown += STEP, showOrSay()))
    for (const id of tools.dataset.facets.split(" ")) chosen[id] = state.get(id) || ""
    showOrSay()
  }

  // The page of the texts loads this script each time it is shown.
  const tools = document.querySelector(".tools")
  const page = document.querySelector("[data-page=sources]")
  if (tools && page) addFilter(tools, page)
})()
