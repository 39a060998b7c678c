/* What a reader chooses: how links look, whether entries are previewed, whether single keys act. It stands on the root
   element, where the style sheets and our scripts read it, and is kept in the browser where that is allowed. */
(() => {
  const all = css => [...document.querySelectorAll(css)]
  const { dataset } = document.documentElement
  const typing = target => target.closest?.("input:not([type=radio]), textarea, select, [contenteditable]")

  const show = () => {
    for (const radio of all(".modes input")) radio.checked = radio.value === dataset.mode
    for (const button of all("[data-switch]")) button.setAttribute("aria-checked", dataset[button.dataset.switch] === "on")
    // Links that look like text are no stops for Tab; they stay links to screen readers, and to a pointer.
    for (const link of all("a.m")) dataset.mode === "clean" ? link.tabIndex = -1 : link.removeAttribute("tabindex")
  }
  const choose = (name, value) => {
    dataset[name] = value
    const { mode, previews, keys } = dataset
    try { localStorage.setItem("reader", JSON.stringify({ mode, previews, keys })) } catch { /* then until the page is left */ }
    show()
  }
  globalThis.readerChooses = choose

  document.addEventListener("change", ({ target }) => target.matches(".modes input") && choose("mode", target.value))
  document.addEventListener("click", ({ target }) => {
    const name = target.closest("[data-switch]")?.dataset.switch
    if (name) choose(name, dataset[name] === "on" ? "off" : "on")
  })
  // Where the reader has turned them off, no script of the page hears of single keys, Material's neither (WCAG 2.1.4).
  addEventListener("keydown", event => {
    const single = [...event.key].length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey
    if (dataset.keys === "off" && single && !typing(event.target)) event.stopImmediatePropagation()
  }, true)

  // Material announces every page, also those it swaps in, and Back.
  document$.subscribe(show)
})()
