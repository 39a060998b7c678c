/* From mention to mention: the counts of "In this text" step through an entry's places, the keys n and p through all. */
(() => {
  /** @type {(css: string, root?: ParentNode) => any[]} */
  const all = (css, root = document) => [...root.querySelectorAll(css)]
  /** @type {(css: string, root?: ParentNode) => any} */
  const one = (css, root = document) => root.querySelector(css)
  let chosen // the address of the entry whose mentions are stepped through; none: every mention
  let current

  const bar = document.createElement("aside")
  bar.className = "steps"
  bar.hidden = true
  bar.setAttribute("aria-label", "Mentions")
  bar.innerHTML = `<p role="status"></p><span><button type="button" aria-keyshortcuts="p">Previous</button>
    <button type="button" aria-keyshortcuts="n">Next</button></span><button type="button">Close</button>`
  const [line, { children: [back, on] }, shut] = bar.children
  const gap = document.createComment("where the list stands while the sheet is closed")
  const sheet = document.createElement("dialog")
  sheet.className = "sheet"
  sheet.setAttribute("closedby", "any")
  sheet.setAttribute("aria-labelledby", "in-this-text")
  sheet.innerHTML = `<button type="button" class="shut">Close</button>`

  const text = ".page :is(.head, .text)"
  const links = () => all(`${text} a.m`).filter(link => link.checkVisibility() && (!chosen || link.pathname === chosen))
  const place = link => {
    const block = link.closest("[id]")
    return one(".n", block)?.getAttribute("aria-label").toLowerCase() ?? block.dataset.role?.toLowerCase() ?? block.id
  }
  const row = () => all(".rail li").find(item => one("a", item)?.pathname === chosen)
  const named = () => {
    const words = document.createElement("b")
    words.dir = "auto"
    words.textContent = chosen ? one("a", row())?.textContent ?? current.textContent : "All names"
    return words
  }
  const unmark = () => {
    current?.removeAttribute("data-here")
    all(".rail [data-chosen]").forEach(item => item.removeAttribute("data-chosen"))
  }
  const close = () => {
    unmark()
    chosen = current = undefined
    bar.hidden = true
  }
  const show = (list, at) => {
    unmark()
    current = list[at]
    current.setAttribute("data-here", "")
    if (chosen) row()?.setAttribute("data-chosen", "")
    bar.hidden = false
    current.scrollIntoView({ block: "center" })
    line.replaceChildren(named(), ` ${at + 1} of ${list.length}, ${place(current)}`)
  }
  // From the mention we are at, else from what the window shows; behind the last comes the first.
  const step = by => {
    const list = links()
    if (!list.length) return
    const at = list.indexOf(current)
    const top = one(".md-header").offsetHeight
    const below = list.findIndex(link => link.getBoundingClientRect().top >= top)
    const from = at < 0 ? (below < 0 ? list.length : below) - (by > 0 ? 1 : 0) : at
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
      const path = one("a", count.closest("li")).pathname
      const sheeted = sheet.open
      sheet.close()
      choose(path)
      if (sheeted) current.focus({ preventScroll: true })
    } else if (event.target.closest(".panel-open")) {
      const rail = one(".page > .rail")
      rail.replaceWith(gap)
      sheet.append(rail)
      sheet.showModal()
    } else if (event.target === sheet) sheet.close()
  }, true)
  document.addEventListener("keydown", event => {
    const by = { n: 1, p: -1 }[event.key]
    if (event.key === "Escape") close()
    if (!by || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=radio]), textarea, dialog")) return
    if (!one(`${text} a.m`) || one("[data-md-toggle=search]:checked")) return
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
  back.addEventListener("click", () => step(-1))
  on.addEventListener("click", () => step(1))
  shut.addEventListener("click", () => {
    const link = current
    close()
    link?.focus({ preventScroll: true })
  })
  one("button", sheet).addEventListener("click", () => sheet.close())
  sheet.addEventListener("close", () => {
    const rail = one(".rail", sheet)
    if (rail) gap.replaceWith(rail)
  })

  document.body.append(bar, sheet)
  // Material announces every page, also those it swaps in, and Back.
  document$.subscribe(() => {
    if (sheet.open) one(".rail", sheet)?.remove()
    sheet.close()
    close()
  })
})()
