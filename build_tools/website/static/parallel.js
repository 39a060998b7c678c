/* Texts in several languages: the choice of languages is stored and is in the address, and pointing at a name shows the
   same entry in the other languages. */
(() => {
  /** @type {(css: string, root?: ParentNode) => any[]} */
  const findAll = (css, root = document) => [...root.querySelectorAll(css)]
  /** @type {(css: string, root?: ParentNode) => any} */
  const find = (css, root = document) => root.querySelector(css)
  const narrow = matchMedia("(max-width: 43.74em)")
  const small = matchMedia("(max-width: 59.98em)")
  const mostColumns = () => narrow.matches ? 2 : small.matches ? find(".wordings-notes") ? 2 : 3 : Infinity
  const boxes = () => findAll(".languages input[value]:not([value=on])")
  const stacked = () => find(".languages [data-view]")
  const chosen = () => boxes().filter(box => box.checked).map(box => box.value)

  const stored = () => {
    try {
      const { languages, stacked: isStacked } = JSON.parse(localStorage.getItem("reader-languages"))
      return { languages: [languages].flat().map(String), isStacked: !!isStacked }
    } catch {
      return { languages: [], isStacked: false } // nothing is stored, or not by us
    }
  }
  const store = () => {
    try { localStorage.setItem("reader-languages", JSON.stringify({ languages: chosen(), stacked: stacked().checked })) } catch {}
  }
  // The address contains the choice, so that it can be shared.
  const updateAddress = () => {
    const view = `?view=${stacked().checked ? "stacked" : "parallel"}&languages=${chosen()}`
    history.replaceState(history.state, "", location.pathname + view + location.hash)
  }
  const tick = values => {
    const languages = boxes().map(box => box.value).filter(value => values.includes(value))
    if (languages.length) for (const box of boxes()) box.checked = languages.includes(box.value)
  }
  // A phone has space for two languages, a small window for three, or two and notes; a wider window shows all that were chosen.
  let wanted = []
  const fit = () => {
    if (chosen().length > mostColumns()) wanted = chosen()
    if (wanted.length) tick(wanted.slice(0, mostColumns()))
  }
  // Show a language, with as many of the others as there is space for.
  const add = box => tick([box.value, ...chosen().filter(value => value !== box.value).slice(0, mostColumns() - 1)])

  const begin = () => {
    if (!find(".languages")) return
    const parameters = new URLSearchParams(location.search)
    const previous = stored()
    const languages = parameters.get("languages")?.split(",") ?? (parameters.has("view") ? [] : previous.languages)
    if (languages.length) tick(languages)
    stacked().checked = parameters.has("view") ? parameters.get("view") === "stacked" : previous.isStacked
    wanted = []
    fit()
    showTarget()
    find(".languages").dataset.fitted = ""
  }
  // The target of a link can be a paragraph in a language that is not shown.
  const showTarget = () => {
    const column = readerTarget()?.closest(".column")
    const box = column && boxes().find(({ value }) => value === column.getAttribute("lang"))
    if (box && !box.checked) add(box)
  }

  document.addEventListener("change", ({ target }) => {
    if (!target.closest?.(".languages")) return
    if (target.checked && target.value !== "on") add(target)
    if (!chosen().length) target.checked = true // one language at least
    wanted = chosen()
    store()
    updateAddress()
  })
  addEventListener("hashchange", showTarget)
  for (const size of [narrow, small]) size.addEventListener("change", () => boxes().length && fit())

  // While a name has the pointer or the focus, the same entry is marked in its row of the other columns.
  const mention = target => target?.closest?.(".parallel .cell a.m")
  const pair = link => {
    for (const old of findAll(".twin")) old.classList.remove("twin")
    const cell = link?.closest(".cell")
    if (!cell) return
    const { row } = cell.dataset
    for (const other of findAll(".cell", cell.closest(".columns"))) {
      if (other === cell || other.dataset.row !== row) continue
      for (const twin of findAll("a.m", other)) if (twin.href === link.href) twin.classList.add("twin")
    }
  }
  document.addEventListener("pointerover", ({ target }) => pair(mention(target) ?? mention(document.activeElement)))
  document.addEventListener("focusin", ({ target }) => pair(mention(target)))
  document.addEventListener("focusout", () => pair())

  // Material announces every page, also those it swaps in, and Back.
  document$.subscribe(begin)
})()
