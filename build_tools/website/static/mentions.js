/* Stepping from mention to mention: the counts in "In this text" step through those of an entry, the keys n and p through
   all. */
(() => {
  /** @type {(css: string, root?: ParentNode) => any[]} */
  const findAll = (css, root = document) => [...root.querySelectorAll(css)]
  /** @type {(css: string, root?: ParentNode) => any} */
  const find = (css, root = document) => root.querySelector(css)
  let chosen // the path of the entry whose mentions are stepped through; undefined: all mentions
  let current

  const bar = document.createElement("aside")
  bar.className = "steps"
  bar.hidden = true
  bar.setAttribute("aria-label", readerSay("Mentions"))
  const line = readerMake("p")
  line.setAttribute("role", "status")
  const [previous, next, shut] = [readerSay("Previous"), readerSay("Next"), readerSay("Close")].map(words => readerButton("", words))
  previous.setAttribute("aria-keyshortcuts", "p")
  next.setAttribute("aria-keyshortcuts", "n")
  bar.append(line, readerMake("span", "", previous, " ", next), shut)
  const placeholder = document.createComment("the place of the list while the sheet is open")
  const sheet = document.createElement("dialog")
  sheet.className = "sheet"
  sheet.setAttribute("closedby", "any")
  sheet.setAttribute("aria-labelledby", "in-this-text")
  sheet.append(readerButton("shut", readerSay("Close")))

  const text = ".page :is(.head, .text)"
  const chosenRow = () => findAll(".rail li").find(item => find("a", item)?.pathname === chosen)
  /** The blocks that report the chosen event in plain words. */
  const told = () => (find("[data-told]", chosenRow() ?? document.createElement("li"))?.dataset.told.split(" ") ?? [])
    .map(id => document.getElementById(id)).filter(Boolean)
  /** The links of all mentions, or those of the chosen entry with the blocks that report it, in order of place. */
  const links = () => {
    const blocks = chosen ? told() : []
    const isMeant = place => !chosen || place.pathname === chosen || blocks.includes(place)
    const places = blocks.length ? findAll(`${text} :is(a.m, [id])`) : findAll(`${text} a.m`)
    return places.filter(place => isMeant(place) && place.getClientRects().length)
  }
  const placeName = link => {
    const block = link.closest("[id]")
    return find(".n", block)?.getAttribute("aria-label").toLowerCase() ?? block.dataset.role?.toLowerCase() ?? block.id
  }
  const nameElement = () => {
    const words = document.createElement("b")
    words.dir = "auto"
    words.textContent = chosen ? find("a", chosenRow())?.textContent ?? current.textContent : readerSay("All names")
    return words
  }
  const unmark = () => {
    current?.removeAttribute("data-here")
    findAll(".rail [data-chosen]").forEach(item => item.removeAttribute("data-chosen"))
  }
  const close = () => {
    unmark()
    chosen = current = undefined
    bar.hidden = true
  }
  const show = (list, index) => {
    unmark()
    current = list[index]
    current.setAttribute("data-here", "")
    if (chosen) chosenRow()?.setAttribute("data-chosen", "")
    bar.hidden = false
    current.scrollIntoView({ block: "center" })
    const where = { index: index + 1, all: list.length, place: placeName(current) }
    line.replaceChildren(nameElement(), " ", readerSay("{index} of {all}, {place}", where))
  }
  // From the current mention, or else from the top of the window; the first mention follows the last.
  const step = by => {
    const list = links()
    if (!list.length) return
    const index = list.indexOf(current)
    const top = find(".md-header").offsetHeight
    const below = list.findIndex(link => link.getBoundingClientRect().top >= top)
    const from = index < 0 ? (below < 0 ? list.length : below) - (by > 0 ? 1 : 0) : index
    show(list, (from + by + list.length) % list.length)
  }
  const choose = path => {
    if (path === chosen) return step(1)
    unmark()
    chosen = path
    current = undefined
    const list = links()
    if (list.length) show(list, 0)
  }

  document.addEventListener("click", event => {
    const count = event.target.closest(".rail a.count")
    if (count) {
      event.preventDefault()
      event.stopPropagation()
      const path = find("a", count.closest("li")).pathname
      const fromSheet = sheet.open
      sheet.close()
      choose(path)
      if (fromSheet) current.focus({ preventScroll: true })
    } else if (event.target.closest(".panel-open")) {
      const rail = find(".page > .rail")
      rail.replaceWith(placeholder)
      sheet.append(rail)
      sheet.showModal()
    } else if (event.target === sheet) sheet.close()
  }, true)
  document.addEventListener("keydown", event => {
    const by = { n: 1, p: -1 }[event.key]
    if (event.key === "Escape") close()
    if (!by || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=radio]), textarea, select, dialog")) return
    if (!find(`${text} a.m`) || find("[data-md-toggle=search]:checked")) return
    event.stopPropagation() // Material would turn to another page
    const link = document.activeElement.closest("a.m")
    if (link && link !== current) {
      unmark()
      current = link
      if (bar.hidden) chosen = link.pathname
    }
    step(by)
    current.focus({ preventScroll: true })
  })
  previous.addEventListener("click", () => step(-1))
  next.addEventListener("click", () => step(1))
  shut.addEventListener("click", () => {
    const link = current
    close()
    link?.focus({ preventScroll: true })
  })
  find("button", sheet).addEventListener("click", () => sheet.close())
  sheet.addEventListener("close", () => {
    const rail = find(".rail", sheet)
    if (rail) placeholder.replaceWith(rail)
  })

  document.body.append(bar, sheet)
  // Material announces every page, also those it swaps in, and Back.
  document$.subscribe(() => {
    if (sheet.open) find(".rail", sheet)?.remove()
    sheet.close()
    close()
  })
})()
