/* Texts in several languages: the reader's choice is kept and can be linked, and a name shows its counterparts. */
(() => {
  /** @type {(css: string, root?: ParentNode) => any[]} */
  const all = (css, root = document) => [...root.querySelectorAll(css)]
  /** @type {(css: string, root?: ParentNode) => any} */
  const one = (css, root = document) => root.querySelector(css)
  const narrow = matchMedia("(max-width: 43.74em)")
  const small = matchMedia("(max-width: 59.98em)")
  const most = () => narrow.matches ? 2 : small.matches ? 3 : Infinity
  const boxes = () => all(".languages input[value]:not([value=on])")
  const stacked = () => one(".languages [data-view]")
  const chosen = () => boxes().filter(box => box.checked).map(box => box.value)

  const kept = () => {
    try { return JSON.parse(localStorage.getItem("reader-languages")) ?? {} } catch { return {} }
  }
  const keep = () => {
    try { localStorage.setItem("reader-languages", JSON.stringify({ languages: chosen(), stacked: stacked().checked })) } catch {}
  }
  // The address says what is shown, so that it can be passed on.
  const tell = () => {
    const view = `?view=${stacked().checked ? "stacked" : "parallel"}&languages=${chosen()}`
    history.replaceState(history.state, "", location.pathname + view + location.hash)
  }
  const tick = wanted => {
    const known = boxes().map(box => box.value)
    const some = known.filter(value => wanted.includes(value))
    if (some.length) for (const box of boxes()) box.checked = some.includes(box.value)
  }
  // A phone shows two, a small window for three; a wider one gets back what was chosen.
  let wish = []
  const fit = () => {
    if (chosen().length > most()) wish = chosen()
    if (wish.length) tick(wish.slice(0, most()))
  }
  // What is wanted first stays, with as many of the others as fit.
  const add = box => tick([box.value, ...chosen().filter(value => value !== box.value).slice(0, most() - 1)])

  const begin = () => {
    if (!one(".languages")) return
    const asked = new URLSearchParams(location.search)
    const before = kept()
    const languages = asked.get("languages")?.split(",") ?? (asked.has("view") ? [] : before.languages ?? [])
    if (languages.length) tick(languages)
    stacked().checked = asked.has("view") ? asked.get("view") === "stacked" : !!before.stacked
    wish = []
    fit()
    showTarget()
  }
  // A link may lead to a paragraph in a language that is not ticked.
  const showTarget = () => {
    const column = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest(".column")
    const box = column && boxes().find(({ value }) => value === column.getAttribute("lang"))
    if (box && !box.checked) add(box)
  }

  document.addEventListener("change", ({ target }) => {
    if (!target.closest?.(".languages")) return
    if (target.checked && target.value !== "on") add(target)
    if (!chosen().length) target.checked = true // one language at least
    wish = chosen()
    keep()
    tell()
  })
  addEventListener("hashchange", showTarget)
  for (const size of [narrow, small]) size.addEventListener("change", () => boxes().length && fit())

  // Pointed at or reached by Tab, a name shows the same entry in its row of the other columns.
  const mention = target => target?.closest?.(".parallel .cell a.m")
  const pair = link => {
    for (const old of all(".twin")) old.classList.remove("twin")
    const cell = link?.closest(".cell")
    if (!cell) return
    const row = cell.style.getPropertyValue("--row")
    for (const other of all(".cell", cell.closest(".columns"))) {
      if (other === cell || other.style.getPropertyValue("--row") !== row) continue
      for (const twin of all("a.m", other)) if (twin.href === link.href) twin.classList.add("twin")
    }
  }
  document.addEventListener("pointerover", ({ target }) => pair(mention(target) ?? mention(document.activeElement)))
  document.addEventListener("focusin", ({ target }) => pair(mention(target)))
  document.addEventListener("focusout", () => pair())

  // Material announces every page, also those it swaps in, and Back.
  document$.subscribe(begin)
})()
