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

  // Stored as the theme's script stores it, which by the click knows of the choice where it runs.
  const setColours = option => {
    const { mdColorMedia: media, mdColorScheme: scheme } = option.dataset
    option.click()
    body.dataset.mdColorScheme = scheme
    __md_set("__palette", { index: Number(option.id.at(-1)), color: { media, scheme } })
  }

  document.addEventListener("click", ({ target }) => {
    // A choice that equals the setting of the system is stored as "auto", so that it follows later changes of that setting.
    if (target.closest("[data-theme]")) setColours(find(`#__palette_${isNight() !== dark.matches ? 0 : isNight() ? 1 : 2}`))
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

  // A table that is wider than the page is moved by itself, by keys too where nothing in it takes the focus.
  const takeFocus = new ResizeObserver(entries => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0")
      else target.removeAttribute("tabindex")
    }
  })
  const wrapTables = () => {
    for (const table of document.querySelectorAll(".page table:not([class])")) {
      if (table.closest(".md-typeset__table")) continue
      const wrap = readerMake("div", "md-typeset__table")
      const scroll = readerMake("div", "md-typeset__scrollwrap", wrap)
      table.replaceWith(scroll)
      wrap.append(table)
      if (!table.querySelector("a")) takeFocus.observe(scroll)
    }
  }

  // Who comes Back finds the link that was followed where it was, though the page may be set anew, in fonts that came too
  // late for it the first time; and the focus on it, if it was followed by key.
  // Its place is that among the links to the same address: scripts may have put in other links since, or not yet.
  const linksTo = href => [...document.links].filter(link => link.href === href)
  addEventListener("click", ({ detail, target }) => {
    const link = target.closest?.("a[href]")
    const { href } = link ?? {}
    const place = linksTo(href).indexOf(link)
    if (place < 0) return
    const { top } = link.getBoundingClientRect()
    history.replaceState({ ...history.state, place, href, top, byKey: !detail }, "")
  }, true)
  const returnToLink = () => {
    const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"))
    const { place, href, top, byKey } = history.state ?? {}
    const link = visit?.type === "back_forward" && linksTo(href)[place]
    if (!link) return
    if (byKey && document.activeElement === body) link.focus({ preventScroll: true })
    const putBack = () => scrollBy(0, link.getBoundingClientRect().top - top)
    if (document.readyState === "complete") putBack()
    else addEventListener("load", () => requestAnimationFrame(putBack), { once: true })
  }

  // The theme, where its script runs, announces every page, also those it swaps in.
  document$.subscribe(showTheme)
  document$.subscribe(wrapTables)
  document$.subscribe(returnToLink)
  document$.subscribe(scrollToTarget)
})()
