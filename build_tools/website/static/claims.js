/* The filters of the contested questions: by question, year, text and speaker, and only answers that differ. A table shows
   as many speakers as the page has room for, without scrolling sideways, and a button leads to the next ones. Without this
   script all tables are shown whole. */
(() => {
  /** @type {(css: string, root?: ParentNode) => HTMLElement[]} */
  const findAll = (css, root = document) => [...root.querySelectorAll(css)]
  /** @type {(css: string, root?: ParentNode) => HTMLElement} */
  const find = (css, root = document) => root.querySelector(css)
  const WIDE = matchMedia("(min-width: 60em)")
  const MIDDLE = matchMedia("(min-width: 43.75em)")
  const PRINT = matchMedia("print") // paper has all of them, as a list
  const MOST_WIDE = 5
  const MOST_MIDDLE = 3
  const columnsShown = () => PRINT.matches ? Infinity : WIDE.matches ? MOST_WIDE : MIDDLE.matches ? MOST_MIDDLE : Infinity

  /** @param {HTMLElement} tools */
  const addFilters = tools => {
    const claims = findAll(".matrix").flatMap(matrix => findAll("td", matrix).flatMap(cell =>
      findAll(".claim", cell).map(element => {
        const { year, text } = element.dataset
        const { speaker } = cell.dataset
        return { element, question: matrix.dataset.question, year, text, speaker, differs: element.matches(".differs") }
      })))
    const matrices = findAll(".matrix").map(element => ({ element, first: 0, more: readerButton("more-speakers", "") }))
    const state = new URLSearchParams(location.search)
    const fields = ["question", "year", "text", "speaker", "differs"]
    /** @type {Record<string, string>} */
    const chosen = Object.fromEntries(fields.map(field => [field, state.get(field) || ""]))
    /** @type {(field: string) => string[]} */
    const valuesOf = field => [...new Set(claims.map(claim => claim[field]))]

    const names = new Map(findAll("th[data-speaker]").map(head => [head.dataset.speaker, head.dataset.name]))
    const labels = new Map(matrices.map(({ element }) => [element.dataset.question, element.dataset.label]))
    const chip = (field, value, name) => {
      const count = claims.filter(claim => !value || String(claim[field]) === value).length
      const button = readerButton("chip", `${name} ${count}`)
      Object.assign(button.dataset, { field, value })
      return button
    }
    const select = (field, all, values, nameOf) => {
      const choice = readerMake("select", "", new Option(all, ""), ...values.map(value => new Option(nameOf(value), value)))
      choice.dataset.field = field
      choice.ariaLabel = all
      return choice
    }
    const itself = value => value
    const questions = readerMake("div", "chips", chip("question", "", readerSay("All questions")),
      ...[...labels].map(([value, name]) => chip("question", value, name)))
    const speakers = [...names.keys()].sort((a, b) => names.get(a).localeCompare(names.get(b)))
    const choices = readerMake("div", "chips",
      select("year", readerSay("All years"), valuesOf("year").sort(), itself),
      select("text", readerSay("All texts"), valuesOf("text").sort(), itself),
      select("speaker", readerSay("All speakers"), speakers, value => names.get(value)),
      chip("differs", "true", readerSay("Only ≠")))
    questions.ariaLabel = readerSay("Question")
    choices.ariaLabel = readerSay("Statements")
    for (const group of [questions, choices]) group.role = "group"
    const status = readerMake("p", "found")
    status.setAttribute("role", "status")
    tools.replaceChildren(questions, choices, status)
    tools.hidden = false
    for (const matrix of matrices) matrix.element.after(matrix.more)

    const isShown = claim => fields.every(field => !chosen[field] || String(claim[field]) === chosen[field])
    /* The columns that have a statement to show, as many as there is room for, from the first on. */
    const showColumns = matrix => {
      const { element, more } = matrix
      const heads = findAll("th[data-speaker]", element)
      const filled = heads.map(head => head.dataset.speaker).filter(speaker =>
        findAll("td", element).some(cell => cell.dataset.speaker === speaker && find(".claim:not([hidden])", cell)))
      const most = columnsShown()
      if (matrix.first >= filled.length) matrix.first = 0
      const first = PRINT.matches ? 0 : matrix.first
      const shown = filled.slice(first, first + most)
      for (const cell of findAll("[data-speaker]", element)) cell.hidden = !shown.includes(cell.dataset.speaker)
      for (const row of findAll("tbody tr", element)) row.hidden = !find("td:not([hidden]) .claim:not([hidden])", row)
      element.hidden = !filled.length
      element.previousElementSibling.toggleAttribute("hidden", !filled.length)
      more.hidden = filled.length <= most
      const rest = filled.length - first - shown.length
      more.textContent = rest > 0 ? readerSay("More speakers: {number}", { number: rest }) : readerSay("First speakers")
    }
    const show = () => {
      for (const claim of claims) claim.element.hidden = !isShown(claim)
      matrices.forEach(showColumns)
      for (const button of findAll(".chip", tools)) {
        button.setAttribute("aria-pressed", String(chosen[button.dataset.field] === button.dataset.value))
      }
      for (const choice of tools.querySelectorAll("select")) choice.value = chosen[choice.dataset.field]
      const found = claims.filter(isShown).length
      status.textContent = found < claims.length ? readerCount(claims.length, "{found} of {number} statement", "{found} of {number} statements", { found }) : ""
      const next = new URL(location.href)
      for (const [name, value] of Object.entries(chosen)) {
        value ? next.searchParams.set(name, value) : next.searchParams.delete(name)
      }
      if (next.href !== location.href) history.replaceState(history.state, "", next)
    }
    /** @param {string} field @param {string} value */
    const choose = (field, value) => {
      chosen[field] = value
      for (const matrix of matrices) matrix.first = 0
      show()
    }
    tools.addEventListener("click", ({ target }) => {
      const button = /** @type {HTMLElement} */ (target).closest(".chip")
      if (!(button instanceof HTMLElement)) return
      const { field, value } = button.dataset
      choose(field, field === "differs" && chosen.differs ? "" : value)
    })
    tools.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLSelectElement) choose(target.dataset.field, target.value)
    })
    for (const matrix of matrices) {
      matrix.more.addEventListener("click", () => {
        matrix.first += columnsShown()
        showColumns(matrix)
      })
    }
    for (const query of [WIDE, MIDDLE, PRINT]) query.addEventListener("change", show)
    show()
  }

  const tools = find(".tools[data-claims]")
  if (tools) addFilters(tools)
})()
