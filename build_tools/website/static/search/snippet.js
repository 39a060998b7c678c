/* The excerpt of a passage that shows why it matches, as pieces that are hits and pieces that are not. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const WIDTH = 230 // UTF-16 units of an excerpt
  const LEAD = 70 // of them before the first hit
  const NEAR = 40 // how far a cut is moved so that it divides no word
  const IS_UNSPACED = new RegExp(`[${self.readerFolding.TABLE.unspaced}]`, "u")

  /** The words and the names of entries in a text that the query means, in order; those that overlap are merged.
   * @param {Passage} record @param {Marks} marks */
  const findHits = (record, { terms, entries }) => {
    const wanted = new Set(terms)
    const spans = search.tokenize(record.text).filter(token => wanted.has(token.text) && token.shape !== "last")
      .map(({ start, end, text }) => ({ start, end, match: text }))
    for (let index = 0; index < record.spans.length; index += 3) {
      const [start, end, entry] = /** @type {[number, number, string]} */ (record.spans.slice(index, index + 3))
      if (entries.includes(entry)) spans.push({ start, end, match: entry })
    }
    spans.sort((a, b) => a.start - b.start || b.end - a.end)
    /** @type {{ start: number, end: number, matches: Set<string> }[]} */
    const merged = []
    for (const { start, end, match } of spans) {
      const previous = merged.at(-1)
      if (previous && start <= previous.end) {
        previous.end = Math.max(previous.end, end)
        previous.matches.add(match)
      } else merged.push({ start, end, matches: new Set([match]) })
    }
    return merged
  }

  /** The offset at which to begin, so that the excerpt has as many different hits as possible.
   * @param {ReturnType<typeof findHits>} hits */
  const bestStart = hits => {
    let best = 0
    let most = 0
    for (const [index, { start }] of hits.entries()) {
      const inside = hits.slice(index).filter(hit => hit.end < start + WIDTH - LEAD)
      // Different words and entries count first, then words that form one name, then the number of hits.
      const longest = Math.max(0, ...inside.map(hit => hit.matches.size))
      const score = new Set(inside.flatMap(hit => [...hit.matches])).size + longest / 10 + inside.length / 1000
      if (score > most) most = score, best = Math.max(0, start - LEAD)
    }
    return best
  }
  /** The nearest place before (step -1) or after (step 1) an offset that is in no word, or that offset if none is near.
   * @param {string} text @param {number} from @param {number} step */
  const betweenWords = (text, from, step) => {
    for (let moved = 0, offset = from; moved < NEAR; moved++, offset += step) {
      if (offset <= 0 || offset >= text.length) return Math.max(0, Math.min(offset, text.length))
      if (/\s/.test(text[offset]) || IS_UNSPACED.test(String.fromCodePoint(text.codePointAt(offset)))) return offset
    }
    return from
  }

  search.snippet = (record, marks) => {
    const { text } = record
    const hits = findHits(record, marks)
    const from = text.length <= WIDTH ? 0 : betweenWords(text, bestStart(hits), -1)
    const to = from + WIDTH >= text.length ? text.length : betweenWords(text, from + WIDTH, 1)
    const pieces = [{ text: from ? "…" : "", hit: false }]
    let offset = from
    for (const { start, end } of hits) {
      if (start < from || end > to) continue
      pieces.push({ text: text.slice(offset, start), hit: false }, { text: text.slice(start, end), hit: true })
      offset = end
    }
    pieces.push({ text: text.slice(offset, to) + (to < text.length ? "…" : ""), hit: false })
    return pieces.filter(piece => piece.text)
  }
})()
