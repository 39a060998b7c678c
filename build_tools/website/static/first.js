/* What must be settled before a page is painted: every page loads this file before any other, and nothing is inline, so
   that its policy can refuse all inline scripts. Names that begin with two underscores are those by which the theme asks. */
(() => {
  const scope = new URL("..", document.currentScript.src)
  const keyOf = (name, at) => `${at.pathname}.${name}`
  const parse = text => {
    try { return JSON.parse(text) } catch { return null } // the pages of a host share their storage
  }
  // A browser may refuse storage: then nothing is stored, and nothing was.
  const read = (name, storage, at = scope) => {
    try { return parse((storage ?? localStorage).getItem(keyOf(name, at))) } catch { return null }
  }
  const write = (name, value, storage, at = scope) => {
    try { (storage ?? localStorage).setItem(keyOf(name, at), JSON.stringify(value)) } catch {}
  }
  // Where the theme's script runs, it puts its own `document$` in the place of this one, and announces pages it swaps in too.
  const subscribe = show => {
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => show(), { once: true })
    else show()
  }
  Object.assign(globalThis, {
    document$: { subscribe },
    __md_scope: scope,
    __md_get: read,
    __md_set: write,
    __md_hash: text => [...text].reduce((sum, { length }, place) => sum + length * (place + 1), 0),
  })

  // A page that only leads on to another keeps the paragraph in its address, which the refresh of a browser would drop.
  subscribe(() => {
    const refresh = document.querySelector('meta[http-equiv="refresh"]')
    // eslint-disable-next-line no-restricted-syntax -- an address that the page itself leads to
    if (refresh && location.hash) location.replace(refresh.content.split("url=")[1] + location.hash)
  })

  // The reader's settings, on which the style sheets depend; settings.js stores them.
  const { dataset } = document.documentElement
  const applySettings = () => {
    let settings = null
    try { settings = parse(localStorage.getItem("reader")) } catch {}
    dataset.mode = ["clean", "reasons"].includes(settings?.mode) ? settings.mode : "annotated"
    dataset.previews = settings?.previews === "off" ? "off" : "on"
    dataset.keys = settings?.keys === "off" ? "off" : "on"
  }
  applySettings()
  // A page that Back brings as it was left learns what the reader has chosen since.
  addEventListener("pageshow", ({ persisted }) => persisted && applySettings())

  // The colours that the reader chose. The theme trusts what is stored: what it cannot have stored is dropped.
  const palette = read("__palette")
  const colours = Object.entries(palette?.color ?? {})
  const isPlain = ([name, value]) => /^[a-z]+$/.test(name) && typeof value === "string"
  if (!palette || ![0, 1, 2].includes(palette.index) || !colours.length || !colours.every(isPlain)) {
    try { localStorage.removeItem(keyOf("__palette", scope)) } catch {}
  } else if (palette.color.media !== "(prefers-color-scheme)") {
    new MutationObserver((_, observer) => {
      if (!document.body) return
      observer.disconnect()
      for (const [name, value] of colours) document.body.dataset[`mdColor${name[0].toUpperCase()}${name.slice(1)}`] = value
    }).observe(document.documentElement, { childList: true })
  }
})()
