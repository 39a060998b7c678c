/* The header's buttons. Texts, entries and links need none of this. */
(() => {
  const one = (css, root = document) => root.querySelector(css)
  const { body } = document
  const menu = one("[data-menu]")
  const dark = matchMedia("(prefers-color-scheme: dark)")

  const setMenu = on => menu.setAttribute("aria-expanded", on)
  const menuOpen = () => menu.getAttribute("aria-expanded") === "true"
  const isNight = () => ({ paper: false, night: true })[body.dataset.mdColorScheme] ?? dark.matches
  const showTheme = () => one("[data-theme]").setAttribute("aria-pressed", isNight())

  document.addEventListener("click", ({ target }) => {
    // A wish that equals the system's is kept as "auto", so that a later change of the system counts.
    if (target.closest("[data-theme]")) one(`#__palette_${isNight() !== dark.matches ? 0 : isNight() ? 1 : 2}`).click()
    setMenu(!!target.closest("[data-menu]") && !menuOpen())
  })
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && menuOpen()) setMenu(false), menu.focus()
  })
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
