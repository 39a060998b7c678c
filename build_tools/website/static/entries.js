/* The filter of the glossary: by any label in any script, by kind, by the script of a name; and its order. Without it the
   whole list is shown. Of a glossary in pages it shows rows of its own, from a file of all entries. */
(() => {
  const findAll = (css, root = document) => [...root.querySelectorAll(css)]
  const find = (css, root = document) => root.querySelector(css)
  const STEP = 100 // rows that "Show more" adds
  const { src } = document.currentScript

  const folding = new URL("search/folding.js", src)
  const scripts = ["Latn", "Hang", "Hani", "Kana", "Cyrl", "Arab", "Hebr", "Grek", "Thai", "Deva", "Armn", "Geor"]
    .map(id => ({ id, letters: new RegExp(`\\p{Script=${id}}`, "u") }))
  const nameOfScript = id => new Intl.DisplayNames(document.documentElement.lang, { type: "script" }).of(id)

  const withScripts = row =>
    ({ ...row, folded: [""], scripts: scripts.filter(({ letters }) => letters.test(row.labels.join(" "))).map(({ id }) => id) })
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

  /* The label that was found, where the name of an entry does not show why it was. */
  const foundLabel = (row, words) => {
    if (!words || row.folded[0].includes(words)) return null
    const label = row.labels[row.folded.findIndex(folded => folded.includes(words))]
    return label ? readerMake("span", "found-label", label) : null
  }

  /* All entries of a glossary on one page: those that are not found are hidden. */
  const listOfPage = kinds => {
    const rows = findAll(".entries .e").map((link, place) => {
      const item = link.closest("li")
      const { kind, count, labels } = link.dataset
      return withScripts({
        place, kind, rank: kinds.indexOf(kind), count: Number(count), labels: labels.split(" | "), item, link, list: item.parentElement,
      })
    })
    let sorted = "name"
    const sort = order => {
      if (order === sorted) return
      sorted = order
      for (const row of [...rows].sort(orders[order])) (order === "name" ? row.list : rows[0].list).append(row.item)
    }
    const counted = values => Object.fromEntries(values.map(([value, has]) => [value, rows.filter(has).length]))
    return {
      number: rows.length,
      kinds: counted(kinds.map(kind => [kind, row => row.kind === kind])),
      scripts: counted(scripts.filter(({ letters }) => !rows.every(row => letters.test(row.labels[0])))
        .map(({ id }) => [id, row => row.scripts.includes(id)])),
      load: async () => rows,
      show(found, words, order) {
        const isFound = new Set(found)
        for (const row of rows) {
          row.item.hidden = !isFound.has(row)
          find(".found-label", row.item)?.remove()
          row.link.append(foundLabel(row, words) ?? "")
        }
        sort(order)
        for (const list of findAll(".entries")) {
          const isEmpty = !find("li:not([hidden])", list)
          list.hidden = isEmpty
          list.previousElementSibling.hidden = isEmpty || order !== "name"
        }
      },
    }
  }

  /* All entries of a glossary in pages, from a file that is loaded when somebody filters: those found are listed below. */
  const listOfAll = (kinds, tools) => {
    const isFlat = find("[data-flat]").dataset.flat === "true"
    const list = readerMake("ul")
    const more = readerButton("more", readerSay("Show more"))
    const below = readerMake("div", "entries found-rows", list, more)
    below.hidden = true
    tools.after(below)
    const rowElement = (row, words) => {
      const link = readerMake("a", "e", row.labels[0], foundLabel(row, words))
      link.href = String(new URL(isFlat ? `../glossary/${row.id}.html` : `../glossary/${row.id}/`, src))
      const swatch = readerMake("span", `swatch ${row.kind}`)
      swatch.ariaHidden = "true"
      const count = row.count ? readerCount(row.count, "{number} mention", "{number} mentions") : readerSay("Named in no text")
      return readerMake("li", "", swatch, " ", readerMake("span", "kind", readerSay(row.kind)), " ", link, " ", readerMake("span", "count", count))
    }
    let rows
    let shown = STEP
    let showAgain = () => {}
    more.addEventListener("click", () => (shown += STEP, showAgain()))
    return {
      ...JSON.parse(tools.dataset.whole),
      async load() {
        await readerScriptOnce(new URL("../data/glossary.js", src))
        return rows ??= globalThis.readerGlossary.map(([id, rank, count, labels], place) =>
          withScripts({ place, kind: kinds[rank], rank, count, labels: labels.split(" | "), id }))
      },
      show(found, words, order, isNarrowed) {
        below.hidden = !isNarrowed
        const sorted = isNarrowed ? [...found].sort(orders[order]) : []
        showAgain = () => {
          list.replaceChildren(...sorted.slice(0, shown).map(row => rowElement(row, words)))
          more.hidden = sorted.length <= shown
        }
        shown = STEP
        showAgain()
      },
    }
  }

  const addFilter = tools => {
    const kinds = tools.dataset.kinds.split(" ")
    const entries = tools.dataset.whole ? listOfAll(kinds, tools) : listOfPage(kinds)
    const counted = (value, name, number, mark) => makeChip(value, mark, `${name} ${readerNumber(number)}`)
    const kindChips = kinds.filter(kind => entries.kinds[kind])
      .map(kind => counted(kind, readerSay(kind), entries.kinds[kind], readerMake("span", `swatch ${kind}`)))
    const others = scripts.map(({ id }) => id).filter(id => entries.scripts[id])
    const scriptChips = others.map(id => counted(id, readerSay("name in {script}", { script: nameOfScript(id) }), entries.scripts[id]))
    const field = readerMake("input")
    Object.assign(field, { type: "search", autocomplete: "off", spellcheck: false })
    const status = readerMake("p", "found")
    status.setAttribute("role", "status")
    tools.replaceChildren(
      readerMake("label", "", readerSay("Filter by any label, in any script"), field),
      makeGroup("kind", readerSay("Kinds"), counted("", readerSay("all kinds"), entries.number), ...kindChips),
      ...scriptChips.length ? [makeGroup("script", readerSay("Names in other scripts"), ...scriptChips)] : [],
      makeGroup("order", readerSay("Order"), makeChip("name", readerSay("by name")), makeChip("mentions", readerSay("by mentions")),
        makeChip("kind", readerSay("by kind"))),
      status,
    )
    tools.hidden = false
    const state = new URLSearchParams(location.search)
    const read = (name, values, otherwise) => values.find(value => value === state.get(name)) || otherwise
    const chosen = { kind: read("kind", kinds, ""), script: read("script", others, ""), order: read("order", Object.keys(orders), "name") }
    field.value = state.get("filter") || ""

    // How text is folded is loaded with the first words.
    const foldWords = async rows => {
      if (!field.value.trim()) return ""
      await readerScriptOnce(folding)
      const { fold } = self.readerFolding
      for (const row of rows) if (!row.folded[0]) row.folded = row.labels.map(fold)
      return fold(field.value.trim())
    }
    const isShown = (row, words) => row.folded.some(folded => folded.includes(words)) &&
      (!chosen.kind || row.kind === chosen.kind) && (!chosen.script || row.scripts.includes(chosen.script))
    const keepState = () => {
      const next = new URL(location.href)
      const kept = { filter: field.value, ...chosen, order: chosen.order === "name" ? "" : chosen.order }
      for (const [name, value] of Object.entries(kept)) {
        value ? next.searchParams.set(name, value) : next.searchParams.delete(name)
      }
      if (next.href !== location.href) history.replaceState(history.state, "", next)
    }
    let turn = 0
    const show = async () => {
      const mine = ++turn
      keepState()
      for (const button of findAll(".chip", tools)) button.setAttribute("aria-pressed", button.dataset.value === chosen[button.dataset.field])
      const isFiltered = !!(field.value.trim() || chosen.kind || chosen.script)
      const isNarrowed = isFiltered || chosen.order !== "name"
      const rows = isNarrowed || !tools.dataset.whole ? await entries.load() : []
      const words = await foldWords(rows)
      if (mine !== turn) return
      const found = rows.filter(row => isShown(row, words))
      entries.show(found, words, chosen.order, isNarrowed)
      status.textContent = isFiltered
        ? readerCount(entries.number, "{shown} of {number} entry", "{shown} of {number} entries", { shown: readerNumber(found.length) }) : ""
      tools.parentElement.toggleAttribute("data-filtered", isNarrowed)
      tools.parentElement.toggleAttribute("data-sorted", chosen.order !== "name")
    }
    const showOrSay = () => show().catch(() => status.textContent = readerSay("Part of the search could not be loaded."))
    field.addEventListener("input", showOrSay)
    tools.addEventListener("click", ({ target }) => {
      const chip = target.closest(".chip")
      if (!chip) return
      const { field: name, value } = chip.dataset
      chosen[name] = name === "script" && chosen[name] === value ? "" : value
      showOrSay()
    })
    showOrSay()
  }

  // The page of the glossary loads this script each time it is shown.
  const tools = find(".tools")
  if (tools && find(".entries .e")) addFilter(tools)
})()
