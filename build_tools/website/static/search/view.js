/* The answers of the engine as elements. Text is only ever set as text: no query and no passage can become markup. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const MOST_TERMS = 24 // in an address
  const MOST_LABELS = 3 // of an entry, in other languages
  const REGISTERS = ["difference", "quotation"]

  search.make = readerMake
  search.counted = (number, singular, plural = `${singular}s`) =>
    `${number.toLocaleString("en")} ${number === 1 ? singular : plural}`
  search.languageName = tag => {
    try {
      return new Intl.DisplayNames(["en"], { type: "language" }).of(tag)
    } catch {
      return tag // the page of the text has an invalid language tag
    }
  }
  const { make, counted } = search

  /** The address of a passage, with the terms and entries to highlight there.
   * @param {ResultPage} page @param {string} anchor @param {Marks | null} marks */
  const addressOf = (page, anchor, marks) => {
    const flat = document.querySelector("[data-search-dialog]")?.dataset.flat === "true"
    const url = new URL(`${page.path}${flat ? ".html" : "/"}`, search.root)
    if (marks?.terms.length) url.searchParams.set("h", marks.terms.slice(0, MOST_TERMS).join(" "))
    if (marks?.entries.length) url.searchParams.set("e", marks.entries.join(" "))
    url.hash = anchor
    return url.href
  }
  /** @param {string} href @param {string} classes */
  const link = (href, classes) => {
    const element = make("a", classes)
    element.href = href
    return element
  }
  /** @param {string} kind */
  const kindElement = kind => {
    if (REGISTERS.includes(kind)) return make("span", "hit-kind", kind)
    const swatch = make("span", `swatch ${kind}`)
    swatch.ariaHidden = "true"
    return make("span", "hit-kind", swatch, `entry, ${kind}`)
  }

  /** @param {Card} card */
  const cardElement = card => {
    const element = link(addressOf(card.page, "", null), "hit card")
    const { mentions, texts } = card.page
    const mentioned = mentions ? `${counted(mentions, "mention")} in ${counted(texts, "text")}` : "in no text"
    element.append(kindElement(card.kind), make("span", "hit-title", card.label), make("span", "hit-text", card.definition),
      make("span", "hit-why", mentioned))
    return element
  }
  /** The place of a passage, with its language where that is not the language of the page.
   * @param {Row} row */
  const placeOf = ({ place, lang }) =>
    lang && lang !== document.documentElement.lang ? `${place}, ${search.languageName(lang)}` : place
  /** @param {Row} row */
  const headElement = row => {
    const { kind, name, date } = row.page
    const details = kind === "text" ? [make("span", "hit-place", placeOf(row)), make("span", "hit-date", date)] : [kindElement(kind)]
    return make("span", "hit-head", make("b", "", name), ...details)
  }
  /** @param {Row} row @param {Marks} marks */
  const rowElement = (row, marks) => {
    const element = link(addressOf(row.page, row.anchor, marks), "hit")
    const passage = make("span", "hit-text", ...row.pieces.map(piece => piece.hit ? make("mark", "", piece.text) : piece.text))
    if (row.lang) passage.lang = row.lang
    element.append(headElement(row), passage)
    if (row.why.length) element.append(make("span", "hit-why", `Matched: ${[...new Set(row.why)].join(", ")}`))
    return element
  }

  /* The card and the rows of an answer, in order. */
  search.hitElements = ({ card, rows, marks }) =>
    [...card ? [cardElement(card)] : [], ...rows.map(row => rowElement(row, marks))]

  /* The entries that are also searched for, each with a button that leaves it out. */
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

  /* A summary of an answer, shown and announced. */
  search.summary = answer => {
    if (answer.empty) return ""
    const corrected = (answer.corrected ?? []).map(token => `${token.text} for ${token.typed}`).join(", ")
    const card = answer.card ? `Entry ${answer.card.label} and ` : ""
    const results = answer.total || card ? `${card}${counted(answer.total, "result")}` : "Nothing found"
    return corrected ? `${results}. Showing ${corrected}.` : `${results}.`
  }
  /* A message that a part of the search is missing, and a button that tries again. */
  search.retryElement = retry => {
    const button = make("button", "search-retry", "Try again")
    button.type = "button"
    button.addEventListener("click", retry)
    return ["A part of the search did not arrive. ", button]
  }
})()
