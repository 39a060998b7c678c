/* "Show why words are linked": a switch, and a line at the foot of the window. Without a script nothing of it is there. */
(() => {
  const one = (css, root = document) => root.querySelector(css)
  const here = document.currentScript.src
  const narrow = matchMedia("(max-width: 59.98em)")
  const hint = "Point at a linked name, tap it or move to it with Tab: why it is linked stands here."
  const loading = new Map()
  let wish = false // what the reader chose; `on` only where there is a text
  let on = false
  let shown
  let finger = false

  const tools = document.createElement("p")
  tools.className = "why-tools"
  tools.innerHTML = '<button type="button" class="why-switch" role="switch" aria-checked="false" aria-keyshortcuts="?">Show why words are linked</button>'
  const button = tools.firstElementChild
  const panel = document.createElement("aside")
  panel.className = "why"
  panel.hidden = true
  panel.setAttribute("aria-label", "Why a word is linked")
  panel.innerHTML = '<p role="status"></p><a hidden>Open the entry</a><button type="button">Close</button>'
  const [line, open, close] = panel.children

  const source = () => location.pathname.match(/\/sources\/([a-z0-9-]+)(?:\/|\.html|\/index\.html)$/)?.[1]
  const mention = target => target?.closest?.(".page :is(.head, .text) a.m")

  const meant = () => mention(document.activeElement) || one(".page :is(.head, .text) a.m:hover")

  // A script tag, not a request: it works from file:// as well.
  const load = id => {
    if (!loading.has(id)) loading.set(id, new Promise((done, fail) => {
      const tag = document.createElement("script")
      tag.src = new URL(`../data/why/${id}.js`, here)
      tag.onload = done
      tag.onerror = () => (loading.delete(id), fail())
      document.head.append(tag)
    }))
    return loading.get(id)
  }

  // The links of a block stand in the data in their order.
  const reasonOf = link => {
    const data = globalThis.readerWhy?.[source()]
    const block = link.closest("[id]")
    return data?.sentences[data.blocks[block.id]?.[[...block.querySelectorAll("a.m")].indexOf(link)]]
  }
  const say = (...words) => line.replaceChildren(...words)
  const forget = () => {
    shown?.removeAttribute("data-why")
    shown = undefined
    open.hidden = true
    say(hint)
  }
  const tell = link => {
    const reason = on && link && link !== shown && reasonOf(link)
    if (!reason) return
    forget()
    shown = link
    link.setAttribute("data-why", "")
    const words = document.createElement("b")
    words.textContent = link.textContent
    words.lang = link.closest("[lang]").lang
    open.href = link.href
    open.hidden = false
    say(words, ` → ${reason}`)
  }
  const set = async wanted => {
    const id = source()
    wish = wanted
    on = wish && tools.isConnected
    button.setAttribute("aria-checked", on)
    panel.hidden = !on
    forget()
    if (on) await load(id).then(() => tell(meant()), () => say("The reasons could not be loaded."))
  }

  button.addEventListener("click", () => set(!on))
  close.addEventListener("click", () => {
    const back = shown || button
    set(false)
    back.focus({ preventScroll: true })
  })
  document.addEventListener("pointerover", ({ target, pointerType }) => pointerType === "mouse" && tell(mention(target)))
  document.addEventListener("focusin", ({ target }) => finger || tell(mention(target)))
  document.addEventListener("pointerdown", ({ pointerType }) => finger = pointerType === "touch", true)
  // A finger cannot hover: the first tap tells the reason, the second follows the link.
  document.addEventListener("click", event => {
    const link = mention(event.target)
    if (!on || !finger || !link || link === shown || !reasonOf(link)) return
    event.preventDefault()
    event.stopPropagation()
    tell(link)
  }, true)
  document.addEventListener("keydown", event => {
    finger = false
    if (event.key === "Escape" && on) forget()
    if (event.key !== "?" || document.activeElement.matches("input, textarea")) return
    const link = meant()
    if (!link) return
    event.preventDefault()
    if (on) tell(link)
    else set(true).then(() => tell(link))
  })

  const place = () => {
    const rail = one('[data-page="source"] > .rail')
    if (!rail) tools.remove()
    else if (narrow.matches) one(".page > .text").before(tools)
    else rail.prepend(tools)
  }
  narrow.addEventListener("change", place)
  document.body.append(panel)
  // Material announces every page, also those it swaps in, and Back.
  document$.subscribe(() => {
    place()
    set(wish)
  })
})()
