/* The stretch of a passage that shows why it was found, cut into pieces that are hits and pieces that are not. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const WIDTH = 230
  const LEAD = 70

  /** The hits in a text: words looked for and names of entries looked for, in order, none within another.
   * @param {Passage} record @param {Marks} marks */
  const hits = (record, { terms, entries }) => {
    const wanted = new Set(terms)
    const found = search.tokenize(record.text).filter(token => wanted.has(token.text) && token.shape !== "last").map(({ start, end, text }) => ({ start, end, what: text }))
    for (let at = 0; at < record.spans.length; at += 3) {
      const [start, end, entry] = /** @type {[number, number, string]} */ (record.spans.slice(at, at + 3))
      if (entries.includes(entry)) found.push({ start, end, what: entry })
    }
    found.sort((a, b) => a.start - b.start || b.end - a.end)
    /** @type {{ start: number, end: number, parts: Set<string> }[]} */
    const merged = []
    for (const hit of found) {
      const before = merged.at(-1)
      if (before && hit.start <= before.end) {
        before.end = Math.max(before.end, hit.end)
        before.parts.add(hit.what)
      } else merged.push({ start: hit.start, end: hit.end, parts: new Set([hit.what]) })
    }
    return merged
  }

  /** Where to begin, so that as many different hits as can be stand in the window.
   * @param {ReturnType<typeof hits>} found */
  const windowAt = found => {
    let best = 0
    let most = 0
    for (const [at, { start }] of found.entries()) {
      const inside = found.slice(at).filter(hit => hit.end < start + WIDTH - LEAD)
      const whole = Math.max(0, ...inside.map(hit => hit.parts.size)) // a name found whole beats its words scattered
      const count = new Set(inside.flatMap(hit => [...hit.parts])).size + whole / 10 + inside.length / 1000
      if (count > most) most = count, best = Math.max(0, start - LEAD)
    }
    return best
  }
  /** The space next to a place, if one is near.
   * @param {string} text @param {number} from @param {number} step */
  const toBlank = (text, from, step) => {
    for (let moved = 0, at = from; moved < 20 && at > 0 && at < text.length; moved++, at += step) if (/\s/.test(text[at])) return at
    return from
  }

  search.snippet = (record, marks) => {
    const { text } = record
    const found = hits(record, marks)
    const from = text.length <= WIDTH ? 0 : toBlank(text, windowAt(found), -1)
    const to = from + WIDTH >= text.length ? text.length : toBlank(text, from + WIDTH, 1)
    const pieces = [{ text: from ? "…" : "", hit: false }]
    let at = from
    for (const { start, end } of found) {
      if (start < from || end > to) continue
      pieces.push({ text: text.slice(at, start), hit: false }, { text: text.slice(start, end), hit: true })
      at = end
    }
    pieces.push({ text: text.slice(at, to) + (to < text.length ? "…" : ""), hit: false })
    return pieces.filter(piece => piece.text)
  }
})()
