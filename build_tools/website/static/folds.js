/* A fold opens when an address leads into it; browsers of before 2025 do not open it by themselves. */
(() => {
  const openFold = () => {
    const target = readerTarget()
    const fold = target?.closest("details.year-fold")
    if (!(fold instanceof HTMLDetailsElement) || fold.open) return
    fold.open = true
    target?.scrollIntoView()
  }
  document$.subscribe(openFold)
  addEventListener("hashchange", openFold)
})()
