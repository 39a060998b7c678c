/* A card that describes a linked entry: on hover, on focus, on the first tap. Without it every link still works. */
(() => {
  const here = document.currentScript.src
  /** @type {(css: string, root?: ParentNode) => any} */
  const find = (css, root = document) => root.querySelector(css)
  const { dataset } = document.documentElement
  const isSheet = matchMedia(CSS.supports("top: anchor(--mention bottom)") ? "(max-width: 43.74em)" : "all")
  const DELAY = 500, GRACE = 300 // milliseconds until it opens; to move from the link to the card
  const loading = new Map()
  let shown, timer, turn = 0
  let finger = false, following = false
  let key // the last one pressed

  const card = document.createElement("aside")
  if (!card.showPopover) return
  card.id = "preview"
  card.className = "preview"
  card.popover = "manual"
  card.setAttribute("aria-label", readerSay("Preview of an entry"))
  const swatch = readerMake("span", "swatch")
  swatch.ariaHidden = "true"
  const kind = readerMake("p", "kicker", swatch, readerMake("span"))
  const [name, names, says, held, reason, counts] = ["name", "names", "says", "held", "reason", "counts"]
    .map(classes => readerMake("p", classes))
  name.dir = says.dir = "auto"
  says.id = "preview-says"
  const opening = readerMake("a", "", readerSay("Open entry"))
  const stop = readerButton("stop", readerSay("Turn previews off"))
  const shut = readerButton("shut", readerSay("Close"))
  card.append(kind, name, names, says, held, reason, counts, readerMake("p", "ways", opening, stop, shut))

  const source = () => location.pathname.match(/\/sources\/([a-z0-9-]+)(?:\/|\.html|\/index\.html)$/)?.[1]
  const idOf = link => link.pathname?.match(/\/glossary\/([a-z0-9-]+)(?:\/|\.html|\/index\.html)$/)?.[1]
  const linkAt = target => {
    const link = target?.closest?.(".page a[href]")
    return link && link.pathname !== location.pathname && idOf(link) && !link.closest(".entries, .crumb") ? link : undefined
  }
  const hasPreview = link => link.matches("a.m")
    ? dataset.mode === "reasons" || dataset.previews === "on" && (finger || dataset.mode !== "clean")
    : dataset.previews === "on"
  const selecting = () => !getSelection().isCollapsed && !card.contains(getSelection().anchorNode)
  const hasFocus = () => card.contains(document.activeElement)

  // A file that failed is loaded again on the next page.
  const load = file => {
    if (!loading.has(file)) loading.set(file, readerScript(new URL(`../data/${file}.js`, here)))
    return loading.get(file)
  }

  // The data has the links of a block in their order.
  const reasonOf = link => {
    const data = globalThis.readerWhy?.[source()]
    const block = link.closest("[id]")
    const index = [...block.querySelectorAll("a.m")].indexOf(link)
    return data?.sentences[data.blocks[block?.id]?.[index]] ?? readerSay("the reason could not be loaded.")
  }
  const fill = (link, entry, why) => {
    card.dataset.kind = entry.kind
    kind.className = `kicker ${entry.kind}`
    kind.lastChild.textContent = readerSay(entry.kind)
    name.textContent = entry.label
    names.replaceChildren(...(entry.names ?? []).flatMap(([text, lang]) => {
      const word = Object.assign(document.createElement("span"), { lang, dir: "auto", textContent: text })
      return [word, " "]
    }))
    says.textContent = entry.definition ?? ""
    held.textContent = entry.at?.[source()] ?? (entry.offices ? `${entry.offices}.` : "")
    const because = readerMake("span", "", why)
    because.lang = "en" // why a word is linked is said in English alone
    reason.replaceChildren(...(why ? readerPhrase("Why linked: {reason}", { reason: because }) : []))
    const words = document.createElement("b")
    words.textContent = readerCount(entry.mentions ?? 0, "{number} mention", "{number} mentions")
    const rows = [...document.querySelectorAll("[aria-labelledby=in-this-text] li")]
    const row = rows.find(item => item.querySelector("a").pathname === link.pathname)
    const mentionsHere = row?.querySelector(".count").textContent
    const found = { mentions: words, texts: readerCount(entry.texts ?? 0, "{number} text", "{number} texts"), here: mentionsHere }
    const nowhere = readerMake("b", "", readerSay("Named in no text"))
    counts.replaceChildren(...!entry.mentions ? [nowhere]
      : mentionsHere ? readerPhrase("{mentions} in {texts}, {here} here", found) : readerPhrase("{mentions} in {texts}", found))
    opening.href = link.href
    stop.hidden = dataset.mode === "reasons" && link.matches("a.m") // in that mode the card is the purpose of the link
    for (const line of [names, says, held, reason]) line.hidden = !line.textContent
  }

  const close = () => {
    clearTimeout(timer)
    turn++
    if (!shown) return
    shown.style.anchorName = ""
    shown.removeAttribute("aria-describedby")
    shown.removeAttribute("data-open")
    shown = undefined
    card.hidePopover()
  }
  // Returns whether there is an entry to show; only the latest call opens the card.
  const open = async (link, withReason = dataset.mode === "reasons") => {
    clearTimeout(timer)
    const thisTurn = ++turn
    const why = withReason && link.matches("a.m")
    await Promise.allSettled(["entries", ...(why ? [`why/${source()}`] : [])].map(load))
    if (thisTurn !== turn || !link.isConnected) return true
    const entries = globalThis.readerEntries ?? {}
    const entry = Object.hasOwn(entries, idOf(link)) && entries[idOf(link)]
    if (!entry || selecting()) return !!entry
    if (shown !== link) close()
    shown = link
    fill(link, entry, why ? reasonOf(link) : "")
    link.style.anchorName = "--mention"
    link.setAttribute("aria-describedby", says.id)
    link.setAttribute("data-open", "")
    card.showPopover()
    card.scrollTop = 0
    if (isSheet.matches) scrollBy(0, Math.max(0, link.getBoundingClientRect().bottom + 16 - card.getBoundingClientRect().top))
    return true
  }
  const later = (delay, act) => (clearTimeout(timer), timer = setTimeout(act, delay))
  const leave = () => shown ? hasFocus() || document.activeElement === shown || later(GRACE, close) : clearTimeout(timer)

  // Where the page moves below a mouse that rests, as when a font arrives or the card makes it scroll, nobody points.
  let place = ""
  document.addEventListener("pointerover", ({ target, pointerType, buttons, clientX, clientY }) => {
    const before = place
    place = `${clientX} ${clientY}`
    if (pointerType === "touch" || place === before) return
    const link = linkAt(target)
    if (card.contains(target) || link && link === shown) clearTimeout(timer)
    else if (link && hasPreview(link) && !buttons && !selecting()) later(DELAY, () => open(link))
    else leave()
  })
  document.addEventListener("pointermove", ({ clientX, clientY }) => place = `${clientX} ${clientY}`, { passive: true })
  document.addEventListener("focusin", ({ target }) => {
    const link = linkAt(target)
    if (card.contains(target) || link && link === shown) clearTimeout(timer)
    else if (link && hasPreview(link) && !finger && !/^[np]$/.test(key) && target.matches(":focus-visible")) later(DELAY, () => open(link))
    else leave()
  })
  document.addEventListener("pointerdown", ({ target, pointerType }) => {
    finger = pointerType === "touch"
    if (!card.contains(target) && (!finger || linkAt(target) !== shown)) close()
  }, true)
  // A finger cannot hover: the first tap opens the card, the second follows the link. Without a card the first follows it.
  document.addEventListener("click", event => {
    const link = linkAt(event.target)
    if (!finger || following || !link || link === shown || !hasPreview(link)) return
    event.preventDefault()
    event.stopPropagation()
    open(link).then(hasCard => {
      following = !hasCard
      if (following) link.click()
      following = false
    })
  }, true)
  // In the order of Tab the card follows its link: Tab goes through the card and on, Shift and Tab back to the link.
  const moveFocus = event => {
    const controls = [opening, stop, shut].filter(control => control.getClientRects().length)
    const index = controls.indexOf(document.activeElement)
    const isLeaving = index === controls.length - 1 && !event.shiftKey
    if (index < 0 ? document.activeElement === shown && !event.shiftKey : !isLeaving) {
      event.preventDefault()
      ;(index < 0 ? controls[0] : controls[index + (event.shiftKey ? -1 : 1)] ?? shown).focus()
    } else if (index >= 0) shown.focus({ preventScroll: true })
  }
  document.addEventListener("selectionchange", () => shown && selecting() && close())
  document.addEventListener("keydown", event => {
    key = event.key // n and p step from mention to mention, and their focus opens no card
    if (key === "Escape") {
      if (hasFocus()) shown.focus({ preventScroll: true })
      close()
    } else if (/^[np]$/.test(key)) close()
    else if (key === "?" && !event.target.matches("input, textarea")) {
      const link = linkAt(document.activeElement) ?? linkAt(find(".page a.m:hover"))
      if (link) event.preventDefault(), open(link, true)
    } else if (key === "Tab" && shown) {
      moveFocus(event)
    }
    finger = false
  })
  stop.addEventListener("click", () => (globalThis.readerChooses("previews", "off"), shown?.focus({ preventScroll: true }), close()))
  shut.addEventListener("click", () => (shown?.focus({ preventScroll: true }), close()))

  document.body.append(card)
  // Material announces every page, also those it swaps in, and Back.
  document$.subscribe(() => {
    close()
    if (!globalThis.readerEntries) loading.clear()
  })
})()
