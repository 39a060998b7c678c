/* The search dialog: opened by a button or by the keys / s f, moved through with the arrow keys, closed with Esc. The first
   result is chosen as soon as there is one: Enter opens it, and the arrow keys go on from it. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const PAUSE = 50 // milliseconds
  const dialog = document.querySelector("[data-search-dialog]")
  const field = dialog.querySelector("input")
  const list = dialog.querySelector("[role=listbox]")
  const status = dialog.querySelector("[role=status]")
  const also = dialog.querySelector(".search-also")
  const allResults = dialog.querySelector(".search-all")
  let answeredText = ""

  /** @returns {HTMLElement[]} */
  const options = () => [...list.children]
  const activeOption = () => list.querySelector("[aria-selected=true]")
  /** @param {HTMLElement} [option] */
  const choose = option => {
    activeOption()?.setAttribute("aria-selected", "false")
    option?.setAttribute("aria-selected", "true")
    option ? field.setAttribute("aria-activedescendant", option.id) : field.removeAttribute("aria-activedescendant")
    option?.scrollIntoView({ block: "nearest" })
  }
  const countAnswer = () => (search.answers = (search.answers ?? 0) + 1) // for tests and benchmarks that wait for one
  /** @param {string} text */
  const pageAddress = text => {
    const page = new URL(dialog.dataset.flat === "true" ? "search.html" : "search/", search.root)
    return `${page}?q=${encodeURIComponent(text)}`
  }
  /** @param {Answer} answer @param {string} text */
  const show = (answer, text) => {
    answeredText = text
    const hits = search.hitElements(answer)
    hits.forEach((hit, index) => {
      hit.id = `search-hit-${index}`
      hit.setAttribute("role", "option")
      hit.setAttribute("aria-selected", "false")
      hit.tabIndex = -1
    })
    list.replaceChildren(...hits)
    field.setAttribute("aria-expanded", String(hits.length > 0))
    choose(hits[0])
    also.replaceChildren(...[search.alsoElement(answer)].filter(Boolean))
    status.textContent = search.summary(answer, text)
    allResults.hidden = answer.empty
    allResults.querySelector("a").href = pageAddress(text)
    dialog.querySelector(".search-output").scrollTop = 0
    countAnswer()
  }
  const clear = () => {
    list.replaceChildren()
    choose()
    field.setAttribute("aria-expanded", "false")
    also.replaceChildren()
    allResults.hidden = true
    countAnswer()
  }
  const controller = search.controller({ field, status, also, pause: PAUSE, onAnswer: show, onFailure: clear })

  const open = () => {
    if (dialog.open) return
    dialog.showModal()
    field.select()
  }
  field.addEventListener("focus", () => controller.run(), { once: true })
  field.addEventListener("input", controller.runSoon)
  field.addEventListener("keydown", async (/** @type {KeyboardEvent} */ event) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0
    if (event.isComposing) return
    if (step) {
      event.preventDefault()
      const rows = options()
      choose(rows[(rows.indexOf(activeOption()) + step + rows.length) % rows.length])
    } else if (event.key === "Enter") {
      event.preventDefault()
      if (field.value !== answeredText) await controller.run()
      activeOption()?.click()
    }
  })
  dialog.addEventListener("click", (/** @type {MouseEvent} */ { target, ctrlKey, metaKey, shiftKey }) => {
    const leaves = target.closest("a") && !ctrlKey && !metaKey && !shiftKey
    if (leaves) history.replaceState({ ...history.state, readerQuery: field.value }, "")
    if (target === dialog || target.closest("[data-search-close]") || leaves) dialog.close()
  })
  // Back from a result finds the search as it was left.
  addEventListener("pageshow", () => {
    const { readerQuery: text, ...state } = history.state ?? {}
    if (!text) return
    history.replaceState(state, "")
    field.value = text
    open()
    controller.run()
  })
  document.addEventListener("click", ({ target }) => target.closest("[data-search-open]") && open())
  document.addEventListener("keydown", event => {
    const { key, target, ctrlKey, metaKey, altKey } = event
    const isTyping = target.closest("input, textarea, select, [contenteditable]")
    if (!/^[/sf]$/.test(key) || ctrlKey || metaKey || altKey || isTyping) return
    event.preventDefault()
    open()
  })
})()
