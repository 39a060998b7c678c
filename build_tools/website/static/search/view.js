/* The answers of the engine as elements. Text is only ever set as text: no query and no passage can become markup. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const MOST_TERMS = 24 // in an address
  const MOST_LABELS = 3 // of an entry, in other languages
  /** @type {Record<string, string>} */
  const REGISTERS = {
    difference: readerSay("difference"),
    precision: readerSay("precision"),
    quotation: readerSay("quotation"),
    "outside source": readerSay("outside source"),
    question: readerSay("question"),
  }

  search.make = readerMake
  search.languageName = tag => {
    try {
      return new Intl.DisplayNames([document.documentElement.lang], { type: "language" }).of(tag)
    } catch {
      return tag // the page of the text has an invalid language tag
    }
  }
  search.entryKind = kind => readerSay("entry, {kind}", { kind: readerSay(kind) })
  const { make } = search

  /* The address of a passage, with the terms and entries to highlight there. */
  search.address = (page, anchor, marks) => {
    const flat = document.querySelector("[data-search-dialog]")?.dataset.flat === "true"
    const file = page.path.includes("/") ? ".html" : "/index.html" // the page of a folder has no name of its own
    const url = new URL(`${page.path}${flat ? file : "/"}`, search.root)
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
    if (REGISTERS[kind]) return make("span", "hit-kind", REGISTERS[kind])
    const swatch = make("span", `swatch ${kind}`)
    swatch.ariaHidden = "true"
    return make("span", "hit-kind", swatch, search.entryKind(kind))
  }

  /** @param {Card} card */
  const cardElement = card => {
    const element = link(search.address(card.page, "", null), "hit card")
    const { mentions, texts } = card.page
    const mentioned = mentions ? readerSay("{mentions} in {texts}", {
      mentions: readerCount(mentions, "{number} mention", "{number} mentions"),
      texts: readerCount(texts, "{number} text", "{number} texts"),
    }) : readerSay("in no text")
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
    const when = make("span", "hit-date", date)
    const details = kind === "text" ? [make("span", "hit-place", placeOf(row)), when] : [kindElement(kind)]
    const title = make("b", "", name)
    title.dir = when.dir = "auto"
    return make("span", "hit-head", title, ...details)
  }
  /** @param {string} shown @param {string} typed */
  const correction = (shown, typed) => readerSay("{shown} for {typed}", { shown, typed })
  /** @param {Row} row @param {Marks} marks */
  const rowElement = (row, marks) => {
    const element = link(search.address(row.page, row.anchor, marks), "hit")
    const passage = make("span", "hit-text", ...row.pieces.map(piece => piece.hit ? make("mark", "", piece.text) : piece.text))
    passage.dir = "auto"
    if (row.lang) passage.lang = row.lang
    element.append(headElement(row), passage)
    const why = row.why.map(reason => typeof reason === "string" ? reason : correction(reason.text, reason.typed))
    if (why.length) element.append(make("span", "hit-why", readerSay("Matched: {words}", { words: [...new Set(why)].join(", ") })))
    return element
  }

  /* The card and the rows of an answer, in order. */
  search.hitElements = ({ card, rows, marks }) =>
    [...card ? [cardElement(card)] : [], ...rows.map(row => rowElement(row, marks))]

  /* The entries that are also searched for, each with a button that leaves it out. */
  search.alsoElement = answer => {
    if (!answer.also?.length) return null
    const chips = answer.also.map(entry => {
      const others = [...new Set(entry.labels.filter(label => label.lang && label.lang !== document.documentElement.lang).map(label => label.text))]
      const chip = make("button", "chip", [entry.label, ...others.slice(0, MOST_LABELS)].join(", "), make("span", "chip-x", " ×"))
      chip.type = "button"
      chip.dataset.off = entry.id
      chip.ariaLabel = readerSay("Do not also search {entry}", { entry: entry.label })
      chip.title = others.join(", ")
      return chip
    })
    const only = make("button", "only", readerSay("only the exact words"))
    only.type = "button"
    only.dataset.off = "*"
    return make("div", "also", make("span", "also-label", readerSay("Also searching")), ...chips, only)
  }

  /** What an answer owes to other words than those of the query.
   * @param {Answer} answer */
  const remarks = ({ corrected, absent, isPartial }) => {
    const corrections = corrected.map(token => correction(token.text, token.typed))
    const typed = new Set(corrected.flatMap(token => [token.text, token.typed]))
    const missing = [...new Set(absent.filter(label => !typed.has(label.toLowerCase())))].map(label => `“${label}”`)
    return [
      corrections.length ? readerSay("Showing {corrections}.", { corrections: corrections.join(", ") }) : "",
      missing.length ? readerSay("In no text: {words}.", { words: missing.join(", ") })
        : isPartial ? readerSay("No result has all the words.") : "",
    ]
  }
  /* A summary of an answer to a query, shown and announced. */
  search.summary = (answer, text) => {
    const { card, total } = answer
    if (answer.empty && /[\p{L}\p{N}]/u.test(text)) return readerSay("Type a word to search for, besides those to exclude.")
    if (answer.empty) return text.trim() ? readerSay("Type letters or digits: other signs are not searched.") : ""
    if (!card && !total) return readerSay("Nothing found.")
    const found = card
      ? readerCount(total, "Entry {entry} and {number} result.", "Entry {entry} and {number} results.", { entry: card.label })
      : readerCount(total, "{number} result.", "{number} results.")
    return [found, ...remarks(answer)].filter(Boolean).join(" ")
  }
  /* What every page of results has: the field, what is said of its answer, the results, and a button for more. */
  search.resultParts = () => {
    const field = make("input")
    field.type = "search"
    field.ariaLabel = readerSay("Search the texts and the glossary")
    field.autocomplete = "off"
    field.spellcheck = false
    const status = make("p", "found")
    status.setAttribute("role", "status")
    const more = make("button", "more", readerSay("Show more"))
    more.type = "button"
    more.hidden = true
    return { field, status, also: make("div", "search-also"), hits: make("ol", "hits"), more }
  }
  /* A list of results. `show` shows an answer in it: one that goes on keeps what is there, and the focus in it. It returns
     whether there is more than before. */
  search.hitList = hits => {
    let key = ""
    /** @type {number[]} */
    let records = []
    return {
      get length() { return records.length },
      show(answer, text) {
        const nextKey = JSON.stringify([text, answer.marks, answer.card?.id])
        const next = answer.rows.map(row => row.number)
        const goesOn = key === nextKey && records.every((record, index) => record === next[index])
        const items = search.hitElements(answer).map(hit => make("li", "", hit))
        goesOn ? hits.append(...items.slice(hits.childElementCount)) : hits.replaceChildren(...items)
        const isMore = !goesOn || next.length > records.length
        key = nextKey, records = next
        return isMore
      },
    }
  }
  /* Change the address to that of what is shown, also where it is printed; `state` is kept with it for Back and reload. */
  search.keepAddress = (url, state) => {
    if (state || url.href !== location.href) history.replaceState({ ...history.state, ...state }, "", url)
    const printed = document.querySelector(".printed-address")
    if (printed) printed.textContent = (printed.dataset.page ??= printed.textContent) + url.search
  }

  /* A message that a part of the search is missing, and a button that tries again. */
  search.retryElement = retry => {
    const button = make("button", "search-retry", readerSay("Try again"))
    button.type = "button"
    button.addEventListener("click", retry)
    return [readerSay("Part of the search could not be loaded."), " ", button]
  }
})()
