/* The buttons of the header. Texts, entries and links work without them, also where a theme has a header of its own. */
(() => {
  const find = (css, root = document) => root.querySelector(css)
  const { body } = document
  const menu = find("[data-menu]")
  if (!menu) return
  const dark = matchMedia("(prefers-color-scheme: dark)")

  const setMenu = isOpen => menu.setAttribute("aria-expanded", isOpen)
  const menuOpen = () => menu.getAttribute("aria-expanded") === "true"
  const isNight = () => ({ paper: false, night: true })[body.dataset.mdColorScheme] ?? dark.matches
  const showTheme = () => find("[data-theme]").setAttribute("aria-pressed", isNight())

  document.addEventListener("click", ({ target }) => {
    // A choice that equals the setting of the system is stored as "auto", so that it follows later changes of that setting.
    if (target.closest("[data-theme]")) find(`#__palette_${isNight() !== dark.matches ? 0 : isNight() ? 1 : 2}`).click()
    setMenu(!!target.closest("[data-menu]") && !menuOpen())
  })
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && menuOpen()) setMenu(false), menu.focus()
  })
  new MutationObserver(showTheme).observe(body, { attributeFilter: ["data-md-color-scheme"] })
  dark.addEventListener("change", showTheme)

  // Material stores the scroll position of a page and sometimes applies it to the next page. A link must lead to the
  // paragraph in its address, or to the top; for Back and Forward the stored position is right.
  let followedLink = false
  addEventListener("click", () => (followedLink = true), true)
  addEventListener("popstate", ({ state }) => state && (followedLink = false))
  const scrollToTarget = () => {
    const target = readerTarget()
    if (followedLink) requestAnimationFrame(() => target ? target.scrollIntoView() : location.hash || scrollTo(0, 0))
  }

  // Material announces every page, also those it swaps in.
  document$.subscribe(showTheme)
  document$.subscribe(scrollToTarget)
})()
