/* Citing: the permanent address, the paragraph to cite, and copying. Without a script all styles are on the page to select. */
(() => {
  /** @type {(css: string, root?: ParentNode) => any[]} */
  const findAll = (css, root = document) => [...root.querySelectorAll(css)]
  /** @type {(css: string, root?: ParentNode) => any} */
  const find = (css, root = document) => root.querySelector(css)
  const notice = document.createElement("p")
  notice.className = "notice"
  notice.setAttribute("role", "status")

  // The style that the reader chose last. A browser may refuse access to its storage.
  const storedStyle = (value) => {
    try {
      if (value) localStorage.setItem("reader-cite-style", value)
      return localStorage.getItem("reader-cite-style")
    } catch { return null }
  }
  const box = () => find(".page > .cite")
  const style = () => find("input:checked", box())
  const styleName = () => style().parentElement.textContent.trim()

  let chosen = { page: "", place: "" }
  const cite = place => {
    const cites = box()
    chosen = { page: location.pathname, place }
    cites.dataset.place = place
    const choice = find("select", cites)
    if (choice) choice.value = place
    for (const address of findAll(".permalink", cites)) address.textContent = address.dataset.base + (place && `#${place}`)
    for (const number of findAll(".cite-number", cites)) number.textContent = place.slice(1)
  }
  const citationParts = () => {
    const panel = find(`[data-style="${style().value}"]`, box())
    const place = box().dataset.place ? find(".cite-place", panel) : null
    const reference = place?.matches(".note") ? null : find(".cite-reference", panel)
    const parts = [reference, place && find(".cite-words", place), find("pre", panel)]
    return parts.filter(Boolean)
  }

  const notify = (...content) => notice.replaceChildren(...content)
  // What was copied in one style is copied in another from the message, so that the choice of the place is kept.
  const otherStyles = () => {
    const others = findAll("input", box()).filter(input => !input.checked)
    const buttons = others.map(input => {
      const button = readerButton("", input.parentElement.textContent.trim())
      button.addEventListener("click", async () => {
        input.checked = true
        storedStyle(input.value)
        await copyCitation()
        find("button", notice)?.focus()
      })
      return button
    })
    return readerMake("span", "", ...buttons.flatMap(button => [button, " "]))
  }
  const select = parts => {
    const range = document.createRange()
    range.setStartBefore(parts[0])
    range.setEndAfter(parts.at(-1))
    getSelection().removeAllRanges()
    getSelection().addRange(range)
  }
  const write = async (plain, rich) => {
    if (!rich || !globalThis.ClipboardItem) return navigator.clipboard.writeText(plain)
    const data = { "text/plain": plain, "text/html": rich }
    const blobs = Object.entries(data).map(([type, text]) => [type, new Blob([text], { type })])
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
  }
  const paragraphMarkup = part => {
    const paragraph = readerMake("p", "", ...part.cloneNode(true).childNodes)
    return new XMLSerializer().serializeToString(paragraph)
  }
  const copyCitation = async () => {
    const parts = citationParts()
    const plain = parts.map(part => part.textContent.trim()).join("\n")
    const rich = parts[0].matches("pre") ? "" : parts.map(paragraphMarkup).join("")
    const place = box().dataset.place
    const cited = place ? `¶${place.slice(1)}` : readerSay(find(".text") ? "this text" : "this page")
    const what = { style: styleName(), cited }
    try {
      await write(plain, rich)
      notify(...readerPhrase("{style} citation of {cited} copied. Other styles: {styles}", { ...what, styles: otherStyles() }))
    } catch {
      box().scrollIntoView({ block: "center" })
      select(parts)
      notify(readerSay("The browser does not let pages copy: the {style} citation of {cited} is selected; press Ctrl+C or ⌘C.", what))
    }
  }
  const copyLink = async place => {
    const address = new URL(`#${place}`, location.href).href
    try {
      await write(address)
      notify(readerSay("Link to {place} copied.", { place: `¶${place.slice(1)}` }))
    } catch {
      notify(readerSay("The browser does not let pages copy. The link is {address}", { address }))
    }
  }

  // Two buttons beside the number of the paragraph that the reader points at, moves the focus to or has followed a link to.
  const link = readerButton("", readerSay("link"))
  const quote = readerButton("", readerSay("cite"))
  const tools = readerMake("span", "place-tools", link, quote)
  const numberAt = target => target?.closest?.(".page > .text a.n")
  const chosenPlace = () => tools.parentElement?.id
  const showTools = number => {
    if (!number || number.nextElementSibling === tools) return
    number.after(tools)
    link.setAttribute("aria-label", readerSay("Copy link to paragraph {number}", { number: number.dataset.n }))
    quote.setAttribute("aria-label", readerSay("cite paragraph {number}: copy", { number: number.dataset.n }))
  }
  // Not `:target`, which is not set yet while the page is loading.
  const targetedNumber = () => numberAt(readerTarget()?.querySelector(":scope > a.n"))
  const hideTools = () => {
    if (tools.contains(document.activeElement) || numberAt(document.activeElement)) return
    const number = targetedNumber()
    if (number) showTools(number)
    else tools.remove()
  }

  link.addEventListener("click", () => copyLink(chosenPlace()))
  quote.addEventListener("click", () => (cite(chosenPlace()), copyCitation()))
  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType !== "mouse" || !box()) return
    if (numberAt(target)) showTools(numberAt(target))
    else if (!tools.parentElement?.contains(target)) hideTools()
  })
  document.addEventListener("focusin", ({ target }) => {
    if (!box()) return
    if (numberAt(target)) showTools(numberAt(target))
    else if (!tools.contains(target)) hideTools()
  })
  addEventListener("hashchange", () => box() && showTools(targetedNumber()))
  document.addEventListener("keydown", ({ key }) => key === "Escape" && notify())
  document.addEventListener("click", ({ target }) => {
    if (box()) showTools(numberAt(target))
    target.closest(".place-tools, .cite-tools, .notice") || notify()
  })

  const choiceOf = places => {
    const choice = readerMake("select", "", new Option(readerSay("the whole text"), ""), ...places)
    choice.id = "cite-what"
    choice.addEventListener("change", () => cite(choice.value))
    const label = readerMake("label", "", readerSay("Cite"))
    label.htmlFor = choice.id
    return [label, " ", choice, " "]
  }
  const start = cites => {
    const pageAddress = new URL(location.href)
    pageAddress.hash = pageAddress.search = ""
    for (const address of findAll(".permalink", cites)) {
      // The canonical address where the site has one, or else the address of this page.
      address.dataset.base = /^https?:/.test(address.textContent) ? address.textContent : pageAddress.href
    }
    if (!find(".cite-tools", cites)) {
      const places = findAll(".page > .text a.n").map(number => new Option(`¶${number.dataset.n}`, number.closest("[id]").id))
      const button = readerButton("", readerSay("Copy"))
      cites.prepend(readerMake("div", "cite-tools", ...places.length ? choiceOf(places) : [], button))
      button.addEventListener("click", copyCitation)
      cites.addEventListener("change", ({ target }) => target.type === "radio" && storedStyle(target.value))
    }
    const lastStyle = storedStyle()
    const storedInput = findAll("input", cites).find(input => input.value === lastStyle)
    if (storedInput) storedInput.checked = true
    cite(chosen.page === location.pathname ? chosen.place : "") // a page that is announced again keeps its place
    showTools(targetedNumber())
  }

  // Material announces every page, also those it swaps in, and Back.
  document.body.append(notice)
  document$.subscribe(() => {
    notify()
    tools.remove()
    if (box()) start(box())
  })
})()
