/* The search dialog: opened by a button or by / s f, moved in with arrows, left with Esc. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const PAUSE = 50
  const dialog = document.querySelector("[data-search-dialog]")
  const field = dialog.querySelector("input")
  const list = dialog.querySelector("[role=listbox]")
  const status = dialog.querySelector("[role=status]")
  const also = dialog.querySelector(".search-also")
  const all = dialog.querySelector(".search-all")
  let off = new Set()
  let timer = 0
  let asked = 0
  let answered = ""

  /** @returns {HTMLElement[]} */
  const options = () => [...list.children]
  const active = () => list.querySelector("[aria-selected=true]")
  /** @param {HTMLElement} [option] */
  const choose = option => {
    active()?.setAttribute("aria-selected", "false")
    option?.setAttribute("aria-selected", "true")
    option ? field.setAttribute("aria-activedescendant", option.id) : field.removeAttribute("aria-activedescendant")
    option?.scrollIntoView({ block: "nearest" })
  }
  /** @param {Answer} answer @param {string} text */
  const show = (answer, text) => {
    answered = text
    const hits = search.hitElements(answer)
    hits.forEach((hit, at) => {
      hit.id = `search-hit-${at}`
      hit.setAttribute("role", "option")
      hit.setAttribute("aria-selected", "false")
      hit.tabIndex = -1
    })
    list.replaceChildren(...hits)
    field.setAttribute("aria-expanded", String(hits.length > 0))
    field.removeAttribute("aria-activedescendant")
    also.replaceChildren(...[search.alsoElement(answer)].filter(Boolean))
    status.textContent = search.summary(answer)
    all.hidden = answer.empty
    all.querySelector("a").href = `${new URL(dialog.dataset.flat === "true" ? "search.html" : "search/", search.root)}?q=${encodeURIComponent(text)}`
    dialog.querySelector(".search-output").scrollTop = 0
    search.answers = (search.answers ?? 0) + 1 // for whoever waits for one
  }
  const fail = () => {
    list.replaceChildren()
    field.setAttribute("aria-expanded", "false")
    also.replaceChildren()
    all.hidden = true
    status.replaceChildren(...search.retryElement(() => (field.focus(), ask({ retry: true }))))
    search.answers = (search.answers ?? 0) + 1
  }
  const ask = async ({ retry = false } = {}) => {
    const number = ++asked
    const text = field.value
    try {
      const answer = await search.ask(text, { off, retry })
      if (number === asked) show(answer, text)
    } catch {
      if (number === asked) fail()
    }
  }
  const askSoon = () => {
    clearTimeout(timer)
    asked++ // an answer to what was typed before comes too late
    timer = setTimeout(ask, PAUSE)
  }

  const open = () => {
    if (dialog.open) return
    dialog.showModal()
    field.select()
  }
  field.addEventListener("focus", () => ask(), { once: true })
  field.addEventListener("input", () => (off = new Set(), askSoon()))
  field.addEventListener("keydown", async (/** @type {KeyboardEvent} */ event) => {
    const move = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0
    if (event.isComposing) return
    if (move) {
      event.preventDefault()
      const rows = options()
      const at = rows.indexOf(active())
      choose(rows[at < 0 && move < 0 ? rows.length - 1 : (at + move + rows.length) % rows.length])
    } else if (event.key === "Enter") {
      event.preventDefault()
      if (field.value !== answered) clearTimeout(timer), await ask()
      ;(active() ?? options()[0])?.click()
    }
  })
  dialog.addEventListener("click", (/** @type {MouseEvent} */ { target }) => {
    const chip = target.closest("[data-off]")
    if (chip) off.add(chip.dataset.off), field.focus(), ask()
    if (target === dialog || target.closest("[data-search-close], a")) dialog.close()
  })
  document.addEventListener("click", ({ target }) => target.closest("[data-search-open]") && open())
  document.addEventListener("keydown", event => {
    const { key, target, ctrlKey, metaKey, altKey } = event
    if (!/^[/sf]$/.test(key) || ctrlKey || metaKey || altKey || target.closest("input, textarea, select, [contenteditable]")) return
    event.preventDefault()
    open()
  })
})()
