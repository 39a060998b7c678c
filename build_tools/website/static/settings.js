/* The settings of a reader: how links look, whether entries are previewed, whether single keys act. They are attributes
   of the root element, for the style sheets and the other scripts, and are stored in the browser where that is allowed. */
(() => {
  const findAll = css => [...document.querySelectorAll(css)]
  const { dataset } = document.documentElement
  const isField = target => target.closest?.("input:not([type=radio]), textarea, select, [contenteditable]")

  const show = () => {
    for (const radio of findAll(".modes input")) radio.checked = radio.value === dataset.mode
    for (const button of findAll("[data-switch]")) button.setAttribute("aria-checked", dataset[button.dataset.switch] === "on")
    // Tab skips links that look like text; they stay links for screen readers and for a pointer.
    for (const link of findAll("a.m")) dataset.mode === "clean" ? link.tabIndex = -1 : link.removeAttribute("tabindex")
  }
  const choose = (name, value) => {
    dataset[name] = value
    const { mode, previews, keys } = dataset
    try {
      localStorage.setItem("reader", JSON.stringify({ mode, previews, keys }))
    } catch { /* then they last until the reader leaves the page */ }
    show()
  }
  globalThis.readerChooses = choose

  document.addEventListener("change", ({ target }) => target.matches(".modes input") && choose("mode", target.value))
  document.addEventListener("click", ({ target }) => {
    const name = target.closest("[data-switch]")?.dataset.switch
    if (name) choose(name, dataset[name] === "on" ? "off" : "on")
  })
  // Where the reader has turned single keys off, no script receives them, not even Material's (WCAG 2.1.4).
  addEventListener("keydown", event => {
    const isSingle = [...event.key].length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey
    if (dataset.keys === "off" && isSingle && !isField(event.target)) event.stopImmediatePropagation()
  }, true)

  // A page that Back brings as it was left has been given the present settings; a swapped-in page is announced.
  addEventListener("pageshow", show)
  document$.subscribe(show)
})()
