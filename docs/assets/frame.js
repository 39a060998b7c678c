/* The header's buttons and the search dialog's keys. Texts, entries and links need none of this. */
(() => {
  const all = (css, root = document) => [...root.querySelectorAll(css)]
  const one = (css, root = document) => root.querySelector(css)
  const { body } = document
  const search = one("#__search")
  const menu = one("[data-menu]")
  const dark = matchMedia("(prefers-color-scheme: dark)")
  let opener

  const setSearch = on => search.checked === on || search.click()
  const setMenu = on => menu.setAttribute("aria-expanded", on)
  const menuOpen = () => menu.getAttribute("aria-expanded") === "true"
  const isNight = () => ({ paper: false, night: true })[body.dataset.mdColorScheme] ?? dark.matches
  const showTheme = () => one("[data-theme]").setAttribute("aria-pressed", isNight())

  document.addEventListener("click", ({ target }) => {
    const open = target.closest("[data-search-open]")
    if (open) setSearch(true), opener = open
    if (target.closest("[data-search-close]")) setSearch(false), opener?.focus()
    // A wish that equals the system's is kept as "auto", so that a later change of the system counts.
    if (target.closest("[data-theme]")) one(`#__palette_${isNight() !== dark.matches ? 0 : isNight() ? 1 : 2}`).click()
    setMenu(!!target.closest("[data-menu]") && !menuOpen())
  })
  document.addEventListener("keydown", event => {
    const { key, target, shiftKey } = event
    if (key === "Escape") {
      if (menuOpen()) setMenu(false), menu.focus()
      if (search.checked) setTimeout(() => opener?.focus())
    } else if (search.checked) {
      // Material closes the dialog at Tab and reads other keys as typing; a dialog keeps Tab inside.
      const stops = all("input, button, [tabindex='0']", one(".search"))
      if (/^(Tab|Shift)$/.test(key) || target.closest("button")) event.stopPropagation()
      if (key === "Tab" && target === stops.at(shiftKey ? 0 : -1)) event.preventDefault(), stops.at(shiftKey ? -1 : 0).focus()
    } else if (key === "/" && !event.ctrlKey && !event.metaKey && !target.closest("input, textarea")) {
      event.preventDefault()
      opener = target
      setSearch(true)
    }
  })
  search.addEventListener("change", () => search.checked && one(".search input").focus())
  // The labels below a hit come as a navigation, which they are not: many of them would litter the page's map.
  const demoteLabels = () => all(".search nav.md-tags").forEach(labels => {
    const line = document.createElement("p")
    line.className = labels.className
    line.append(...labels.childNodes)
    labels.replaceWith(line)
  })
  new MutationObserver(demoteLabels).observe(one(".md-search-result__list"), { childList: true, subtree: true })
  new MutationObserver(showTheme).observe(body, { attributeFilter: ["data-md-color-scheme"] })
  dark.addEventListener("change", showTheme)

  // Material notes how far a page is scrolled, and may take that note for the next page's: whoever follows a link must
  // land at the paragraph it names, or at the top. Back and Forward carry a note of their own, and are left to it.
  let asked = false
  addEventListener("click", () => (asked = true), true)
  addEventListener("popstate", ({ state }) => state && (asked = false))
  const land = () => {
    const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (asked) requestAnimationFrame(() => place ? place.scrollIntoView() : location.hash || scrollTo(0, 0))
  }

  // Material announces every page, also those it swaps in.
  document$.subscribe(showTheme)
  document$.subscribe(land)
})()
