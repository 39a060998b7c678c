/* The filter of the glossary: by any label in any script, by kind, by the script of a name; and its order. Without it the
   whole list is shown. Of a glossary in pages it filters the page, and leads to the search of all entries. */
(() => {
  const findAll = (css, root = document) => [...root.querySelectorAll(css)]
  const find = (css, root = document) => root.querySelector(css)

  const folding = new URL("search/folding.js", document.currentScript.src)
  const scripts = ["Latn", "Hang", "Hani", "Kana", "Cyrl", "Arab", "Hebr", "Grek", "Thai", "Deva", "Armn", "Geor"]
    .map(id => ({ id, letters: new RegExp(`\\p{Script=${id}}`, "u") }))
  const nameOfScript = id => new Intl.DisplayNames(document.documentElement.lang, { type: "script" }).of(id)

  const readRows = kinds => findAll(".entries .e").map((link, place) => {
    const labels = `${link.textContent} | ${link.dataset.labels}`
    const item = link.closest("li")
    return {
      item, link, place, list: item.parentElement, kind: link.dataset.kind, rank: kinds.indexOf(link.dataset.kind),
      count: Number(link.dataset.count), labels: labels.split(" | "), folded: [""],
      scripts: scripts.filter(({ letters }) => letters.test(labels)).map(({ id }) => id),
    }
  })
  const orders = {
    name: (one, other) => one.place - other.place,
    mentions: (one, other) => other.count - one.count || one.place - other.place,
    kind: (one, other) => one.rank - other.rank || one.place - other.place,
  }

  /* Buttons of which one is pressed, named in a group; each has its value as data. */
  const makeGroup = (field, name, ...buttons) => {
    const group = readerMake("div", "chips", ...buttons)
    group.setAttribute("role", "group")
    group.setAttribute("aria-label", name)
    for (const button of buttons) button.dataset.field = field
    return group
  }
  const makeChip = (value, ...content) => {
    const button = readerButton("chip", ...content)
    button.dataset.value = value
    return button
  }

  /* Below the name of an entry, the label that was found, where the name does not show why it was. */
  const showFoundLabel = (row, words) => {
    find(".found-label", row.item)?.remove()
    if (!words || row.folded[0].includes(words)) return
    const label = row.labels[row.folded.findIndex(folded => folded.includes(words))]
    if (label) row.link.append(readerMake("span", "found-label", label))
  }

  const addFilter = tools => {
    const kinds = tools.dataset.kinds.split(" ")
    const rows = readRows(kinds)
    const counted = (value, name, has, mark) => makeChip(value, mark, `${name} ${rows.filter(has).length}`)
    const present = kinds.filter(kind => rows.some(row => row.kind === kind))
    const kindChips = present.map(kind => counted(kind, readerSay(kind), row => row.kind === kind, readerMake("span", `swatch ${kind}`)))
    const others = scripts.filter(({ id, letters }) =>
      rows.some(row => row.scripts.includes(id)) && !rows.every(row => letters.test(row.labels[0])))
    const scriptChips = others.map(({ id }) =>
      counted(id, readerSay("name in {script}", { script: nameOfScript(id) }), row => row.scripts.includes(id)))
    const field = readerMake("input")
    Object.assign(field, { type: "search", autocomplete: "off", spellcheck: false })
    const status = readerMake("p", "found")
    status.setAttribute("role", "status")
    const isPart = "part" in tools.dataset
    const whole = readerButton("more", readerSay("Search all entries"))
    whole.dataset.searchOpen = ""
    tools.replaceChildren(
      readerMake("label", "", isPart ? readerSay("Filter the entries of this page by any label") : readerSay("Filter by any label, in any script"), field),
      ...isPart ? [whole] : [],
      makeGroup("kind", readerSay("Kinds"), counted("", readerSay("all kinds"), () => true), ...kindChips),
      ...scriptChips.length ? [makeGroup("script", readerSay("Names in other scripts"), ...scriptChips)] : [],
      makeGroup("order", readerSay("Order"), makeChip("name", readerSay("by name")), makeChip("mentions", readerSay("by mentions")),
        makeChip("kind", readerSay("by kind"))),
      status,
    )
    tools.hidden = false
    const state = new URLSearchParams(location.search)
    const read = (name, values, otherwise) => values.find(value => value === state.get(name)) || otherwise
    const chosen = {
      kind: read("kind", kinds, ""), script: read("script", others.map(({ id }) => id), ""), order: read("order", Object.keys(orders), "name"),
    }
    field.value = state.get("filter") || ""

    // How text is folded is loaded with the first words.
    const foldWords = async () => {
      if (!field.value.trim()) return ""
      await readerScriptOnce(folding)
      const { fold } = self.readerFolding
      for (const row of rows) if (!row.folded[0]) row.folded = row.labels.map(fold)
      return fold(field.value.trim())
    }
    const isShown = (row, words) => row.folded.some(folded => folded.includes(words)) &&
      (!chosen.kind || row.kind === chosen.kind) && (!chosen.script || row.scripts.includes(chosen.script))
    let order = "name"
    const sortRows = () => {
      if (order === chosen.order) return
      order = chosen.order
      for (const row of [...rows].sort(orders[order])) (order === "name" ? row.list : rows[0].list).append(row.item)
    }
    const keepState = () => {
      const next = new URL(location.href)
      const kept = { filter: field.value, ...chosen, order: chosen.order === "name" ? "" : chosen.order }
      for (const [name, value] of Object.entries(kept)) {
        value ? next.searchParams.set(name, value) : next.searchParams.delete(name)
      }
      if (next.href !== location.href) history.replaceState(history.state, "", next)
    }
    const show = async () => {
      const words = await foldWords()
      const isNarrowed = !!(words || chosen.kind || chosen.script)
      for (const row of rows) {
        row.item.hidden = !isShown(row, words)
        showFoundLabel(row, words)
      }
      sortRows()
      for (const list of findAll(".entries")) {
        const isEmpty = !find("li:not([hidden])", list)
        list.hidden = isEmpty
        list.previousElementSibling.hidden = isEmpty || order !== "name"
      }
      for (const button of findAll(".chip", tools)) button.setAttribute("aria-pressed", button.dataset.value === chosen[button.dataset.field])
      const shown = rows.filter(row => !row.item.hidden).length
      status.textContent = isNarrowed ? readerCount(rows.length, "{shown} of {number} entry", "{shown} of {number} entries", { shown }) : ""
      tools.parentElement.toggleAttribute("data-filtered", isNarrowed || order !== "name")
      tools.parentElement.toggleAttribute("data-sorted", order !== "name")
      keepState()
    }
    field.addEventListener("input", show)
    tools.addEventListener("click", ({ target }) => {
      const chip = target.closest(".chip")
      if (!chip) return
      const { field: name, value } = chip.dataset
      chosen[name] = name === "script" && chosen[name] === value ? "" : value
      show()
    })
    show()
  }

  // The page of the glossary loads this script each time it is shown.
  const tools = find(".tools")
  if (tools && find(".entries .e")) addFilter(tools)
})()
