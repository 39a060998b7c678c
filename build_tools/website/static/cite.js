/* Citing: the page's own address, the paragraph that is meant, and copying. Without a script all forms are there to select. */
(() => {
  /** @type {(css: string, root?: ParentNode) => any[]} */
  const all = (css, root = document) => [...root.querySelectorAll(css)]
  /** @type {(css: string, root?: ParentNode) => any} */
  const one = (css, root = document) => root.querySelector(css)
  const said = document.createElement("p")
  said.className = "said"
  said.setAttribute("role", "status")

  // A browser may refuse to keep or to tell anything.
  const kept = (value) => {
    try {
      if (value) localStorage.setItem("reader-cite-style", value)
      return localStorage.getItem("reader-cite-style")
    } catch { return null }
  }
  const box = () => one(".page > .cite")
  const style = () => one("input:checked", box())
  const named = () => style().parentElement.textContent.trim()

  const cite = place => {
    const cites = box()
    cites.dataset.place = place
    one("select", cites).value = place
    for (const address of all(".permalink", cites)) address.textContent = address.dataset.base + (place && `#${place}`)
    for (const number of all(".cite-number", cites)) number.textContent = place.slice(1)
  }
  const words = () => {
    const panel = one(`[data-style="${style().value}"]`, box())
    const place = box().dataset.place ? one(".cite-place", panel) : null
    const parts = [!place?.matches(".note") && one(".cite-reference", panel), place && one(".cite-words", place), one("pre", panel)]
    return parts.filter(Boolean)
  }

  const tell = (...content) => said.replaceChildren(...content)
  const elsewhere = () => {
    const link = document.createElement("a")
    link.href = "#cite"
    link.textContent = "other styles"
    return link
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
  const copyCitation = async () => {
    const parts = words()
    const plain = parts.map(part => part.textContent.trim()).join("\n")
    const rich = parts[0].matches("pre") ? "" : parts.map(part => `<p>${part.innerHTML}</p>`).join("")
    const place = box().dataset.place
    const cited = place ? `¶${place.slice(1)}` : "this text"
    const what = `${named()} citation of ${cited}`
    try {
      await write(plain, rich)
      tell(`${what} copied. There are `, elsewhere(), " below the text.")
    } catch {
      box().scrollIntoView({ block: "center" })
      select(parts)
      tell(`The browser does not let a page copy: the ${what} is selected, press Ctrl+C or ⌘C.`)
    }
  }
  const copyLink = async place => {
    const address = new URL(`#${place}`, location.href).href
    try {
      await write(address)
      tell(`Link to ¶${place.slice(1)} copied.`)
    } catch {
      tell("The browser does not let a page copy: ", address)
    }
  }

  // Two buttons beside the number of the paragraph that is meant: by mouse, by Tab, by link.
  const tools = document.createElement("span")
  tools.className = "place-tools"
  tools.innerHTML = '<button type="button">link</button><button type="button">cite</button>'
  const [link, quote] = tools.children
  const number = target => target?.closest?.(".page > .text a.n")
  const meant = () => tools.parentElement?.id
  const offer = at => {
    if (!at || at.nextElementSibling === tools) return
    at.after(tools)
    link.setAttribute("aria-label", `Copy link to paragraph ${at.dataset.n}`)
    quote.setAttribute("aria-label", `cite paragraph ${at.dataset.n}: copy`)
  }
  // While the page is still arriving, the browser knows no target yet.
  const targeted = () => number(document.getElementById(location.hash.slice(1))?.querySelector(":scope > a.n"))
  const withdraw = () => {
    const at = targeted()
    if (tools.contains(document.activeElement) || number(document.activeElement)) return
    if (at) offer(at)
    else tools.remove()
  }

  link.addEventListener("click", () => copyLink(meant()))
  quote.addEventListener("click", () => (cite(meant()), copyCitation()))
  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType !== "mouse" || !box()) return
    if (number(target)) offer(number(target))
    else if (!tools.parentElement?.contains(target)) withdraw()
  })
  document.addEventListener("focusin", ({ target }) => {
    if (!box()) return
    if (number(target)) offer(number(target))
    else if (!tools.contains(target)) withdraw()
  })
  addEventListener("hashchange", () => box() && offer(targeted()))
  document.addEventListener("keydown", ({ key }) => key === "Escape" && tell())
  document.addEventListener("click", ({ target }) => {
    if (box()) offer(number(target))
    target.closest(".place-tools, .cite-tools, .said") || tell()
  })

  const start = cites => {
    const own = new URL(location.href)
    own.hash = own.search = ""
    for (const address of all(".permalink", cites)) {
      // The site's own address where it knows one, else that of this page.
      address.dataset.base = /^https?:/.test(address.textContent) ? address.textContent : own.href
    }
    if (!one(".cite-tools", cites)) {
      const places = all(".page > .text a.n").map(at => `<option value="${at.closest("[id]").id}">¶${at.dataset.n}</option>`)
      const bar = document.createElement("div")
      bar.className = "cite-tools"
      bar.innerHTML = `<label for="cite-what">Cite</label>
        <select id="cite-what"><option value="">the whole text</option>${places.join("")}</select>
        <button type="button">Copy</button>`
      cites.prepend(bar)
      one("select", bar).addEventListener("change", ({ target }) => cite(target.value))
      one("button", bar).addEventListener("click", copyCitation)
      cites.addEventListener("change", ({ target }) => target.type === "radio" && kept(target.value))
    }
    const wished = one(`input[value="${kept() ?? ""}"]`, cites)
    if (wished) wished.checked = true
    cite("")
    offer(targeted())
  }

  // Material announces every page, also those it swaps in, and Back.
  document.body.append(said)
  document$.subscribe(() => {
    tell()
    tools.remove()
    if (box()) start(box())
  })
})()
