/* The filter of the glossary: by any label in any script, and by kind. Without it the whole list is shown. */
(() => {
  const findAll = (css, root = document) => [...root.querySelectorAll(css)]
  const find = (css, root = document) => root.querySelector(css)

  const folding = new URL("search/folding.js", document.currentScript.src)

  const addFilter = tools => {
    const rows = findAll(".entries .e").map(link =>
      ({ item: link.closest("li"), kind: link.dataset.kind, labels: `${link.textContent} ${link.dataset.labels}`, folded: "" }))
    const kinds = tools.dataset.kinds.split(" ")
    const chip = (kind, name) => {
      const count = rows.filter(row => !kind || row.kind === kind).length
      const button = readerButton("chip", kind && readerMake("span", `swatch ${kind}`), `${name} ${count}`)
      button.dataset.kind = kind
      return button
    }
    const field = readerMake("input")
    Object.assign(field, { type: "search", autocomplete: "off", spellcheck: false })
    const chips = readerMake("div", "chips", chip("", "all kinds"), ...kinds.map(kind => chip(kind, kind)))
    chips.setAttribute("role", "group")
    chips.setAttribute("aria-label", "Kinds")
    const status = readerMake("p", "found")
    status.setAttribute("role", "status")
    tools.replaceChildren(readerMake("label", "", "Filter by any label, in any script", field), chips, status)
    tools.hidden = false
    const state = new URLSearchParams(location.search)
    let chosen = kinds.find(kind => kind === state.get("kind")) || ""
    field.value = state.get("filter") || ""

    // How text is folded is loaded with the first words.
    const foldWords = async () => {
      if (!field.value.trim()) return ""
      await readerScriptOnce(folding)
      const { fold } = self.readerFolding
      for (const row of rows) row.folded ||= fold(row.labels)
      return fold(field.value.trim())
    }
    const show = async () => {
      const words = await foldWords()
      for (const row of rows) row.item.hidden = !row.folded.includes(words) || chosen && row.kind !== chosen
      for (const list of findAll(".entries")) list.hidden = list.previousElementSibling.hidden = !find("li:not([hidden])", list)
      for (const button of findAll(".chip", tools)) button.setAttribute("aria-pressed", button.dataset.kind === chosen)
      const shown = rows.filter(row => !row.item.hidden).length
      status.textContent = words || chosen ? `${shown} of ${rows.length} entries` : ""
      tools.parentElement.toggleAttribute("data-filtered", !!(words || chosen))
      const next = new URL(location.href)
      for (const [name, value] of [["filter", field.value], ["kind", chosen]]) {
        value ? next.searchParams.set(name, value) : next.searchParams.delete(name)
      }
      if (next.href !== location.href) history.replaceState(history.state, "", next)
    }
    field.addEventListener("input", show)
    tools.addEventListener("click", ({ target }) => {
      if (!target.closest(".chip")) return
      chosen = target.closest(".chip").dataset.kind
      show()
    })
    show()
  }

  // The page of the glossary loads this script each time it is shown.
  const tools = find(".tools")
  if (tools && find(".entries .e")) addFilter(tools)
})()
