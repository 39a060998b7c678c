/* What the engine answers, as elements. Text is only ever set as text: no query and no passage can become markup. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const MOST_TERMS = 24
  const MOST_LABELS = 3
  const REGISTERS = ["difference", "quotation"]

  search.make = (tag, classes = "", ...children) => {
    const element = document.createElement(tag)
    if (classes) element.className = classes
    element.append(...children.filter(child => child || child === 0).map(child => typeof child === "number" ? String(child) : child))
    return element
  }
  search.counted = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`
  search.languageName = tag => {
    try {
      return new Intl.DisplayNames(["en"], { type: "language" }).of(tag)
    } catch {
      return tag // no tag of a language, whatever the text's page says
    }
  }
  const { make, counted } = search

  /** The address of a place, with what is to be marked there.
   * @param {ResultPage} page @param {string} at @param {Marks | null} marks */
  const addressOf = (page, at, marks) => {
    const flat = document.querySelector("[data-search-dialog]")?.dataset.flat === "true"
    const url = new URL(`${page.path}${flat ? ".html" : "/"}`, search.root)
    if (marks?.terms.length) url.searchParams.set("h", marks.terms.slice(0, MOST_TERMS).join(" "))
    if (marks?.entries.length) url.searchParams.set("e", marks.entries.join(" "))
    url.hash = at
    return url.href
  }
  /** @param {string} href @param {string} classes */
  const link = (href, classes) => {
    const element = make("a", classes)
    element.href = href
    return element
  }
  /** @param {string} kind */
  const kindLine = kind => {
    if (REGISTERS.includes(kind)) return make("span", "hit-kind", kind)
    const swatch = make("span", `swatch ${kind}`)
    swatch.ariaHidden = "true"
    return make("span", "hit-kind", swatch, `entry, ${kind}`)
  }

  /** @param {Card} card */
  const cardElement = card => {
    const element = link(addressOf(card.page, "", null), "hit card")
    const { mentions, texts } = card.page
    element.append(kindLine(card.kind), make("span", "hit-title", card.label), make("span", "hit-text", card.definition),
      make("span", "hit-why", mentions ? `${counted(mentions, "mention")} in ${counted(texts, "text")}` : "in no text"))
    return element
  }
  /** Where a passage stands, and its language where that is not the page's.
   * @param {Row} row */
  const placeOf = row => row.lang && row.lang !== document.documentElement.lang ? `${row.place}, ${search.languageName(row.lang)}` : row.place
  /** @param {Row} row @param {Marks} marks */
  const rowElement = (row, marks) => {
    const { page } = row
    const element = link(addressOf(page, row.at, marks), "hit")
    const title = page.kind === "text" ? make("span", "hit-head", make("b", "", page.name), make("span", "hit-place", placeOf(row)), make("span", "hit-date", page.date))
      : make("span", "hit-head", make("b", "", page.name), kindLine(page.kind))
    const passage = make("span", "hit-text", ...row.pieces.map(piece => piece.hit ? make("mark", "", piece.text) : piece.text))
    if (row.lang) passage.lang = row.lang
    element.append(title, passage)
    if (row.why.length) element.append(make("span", "hit-why", `Matched: ${[...new Set(row.why)].join(", ")}`))
    return element
  }

  /* The card and the rows of an answer, in order. */
  search.hitElements = answer => [...answer.card ? [cardElement(answer.card)] : [], ...answer.rows.map(row => rowElement(row, answer.marks))]

  /* The names that are looked for as well, each with a button that leaves it out. */
  search.alsoElement = answer => {
    if (!answer.also?.length) return null
    const chips = answer.also.map(entry => {
      const others = [...new Set(entry.labels.filter(label => label.lang && label.lang !== "en").map(label => label.text))]
      const chip = make("button", "chip", [entry.label, ...others.slice(0, MOST_LABELS)].join(", "), make("span", "chip-x", " ×"))
      chip.type = "button"
      chip.dataset.off = entry.id
      chip.ariaLabel = `Do not also search ${entry.label}`
      chip.title = others.join(", ")
      return chip
    })
    const only = make("button", "only", "only the exact words")
    only.type = "button"
    only.dataset.off = "*"
    return make("div", "also", make("span", "also-label", "Also searching"), ...chips, only)
  }

  /* An answer in one sentence, for the eye and for the ear. */
  search.summary = answer => {
    if (answer.empty) return ""
    const corrected = (answer.corrected ?? []).map(token => `${token.text} for ${token.typed}`).join(", ")
    const card = answer.card ? `Entry ${answer.card.label} and ` : ""
    const found = answer.total || card ? `${card}${counted(answer.total, "result")}` : "Nothing found"
    return corrected ? `${found}. Showing ${corrected}.` : `${found}.`
  }
  /* That a part of the search is missing, and a button. */
  search.retryElement = again => {
    const button = make("button", "search-retry", "Try again")
    button.type = "button"
    button.addEventListener("click", again)
    return ["A part of the search did not arrive. ", button]
  }
})()
