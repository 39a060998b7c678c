/* The filter of the glossary: by any label in any script, and by kind. Without it the whole list is shown. */
(() => {
  const findAll = (css, root = document) => [...root.querySelectorAll(css)]
  const find = (css, root = document) => root.querySelector(css)

  const addFilter = (tools, { fold }) => {
    const rows = findAll(".entries .e").map(link =>
      ({ item: link.closest("li"), kind: link.dataset.kind, words: fold(`${link.textContent} ${link.dataset.labels}`) }))
    const kinds = tools.dataset.kinds.split(" ")
    const swatch = kind => kind && `<span class="swatch ${kind}"></span>`
    const chip = (kind, name) => `<button type="button" class="chip" data-kind="${kind}">` +
      `${swatch(kind)}${name} ${rows.filter(row => !kind || row.kind === kind).length}</button>`
    tools.innerHTML = `<label>Filter by any label, in any script<input type="search" autocomplete="off" spellcheck="false"></label>
      <div class="chips" role="group" aria-label="Kinds">${chip("", "all kinds")}${kinds.map(kind => chip(kind, kind)).join("")}</div>
      <p class="found" role="status"></p>`
    tools.hidden = false
    const field = find("input", tools)
    const state = new URLSearchParams(location.search)
    let chosen = kinds.find(kind => kind === state.get("kind")) || ""
    field.value = state.get("filter") || ""

    const show = () => {
      const words = fold(field.value.trim())
      for (const row of rows) row.item.hidden = !row.words.includes(words) || chosen && row.kind !== chosen
      for (const list of findAll(".entries")) list.hidden = list.previousElementSibling.hidden = !find("li:not([hidden])", list)
      for (const button of findAll(".chip", tools)) button.setAttribute("aria-pressed", button.dataset.kind === chosen)
      const shown = rows.filter(row => !row.item.hidden).length
      find(".found", tools).textContent = words || chosen ? `${shown} of ${rows.length} entries` : ""
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
  const address = new URL("search/folding.js", document.currentScript.src)
  if (tools && find(".entries .e")) readerScriptOnce(address).then(() => addFilter(tools, self.readerFolding))
})()
