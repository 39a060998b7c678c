/* The tokens of search: words without case and accents; Han, Kana and Hangul as pairs of characters.
   The twin of build_tools/website/search/tokens.py; tests/data/tokens.jsonl tests both. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const LONGEST = 64 // code points of a token
  const { TABLE, fold, foldMapped, decodeEntities } = self.readerFolding
  const PART = `(?:(?!\u02bc)[\\p{L}\\p{M}\\p{N}${TABLE.joining}])`
  const INITIAL = "[A-Za-z\u00c0-\u024f\u0400-\u04ff]"
  const LETTER = "[\\p{L}\\p{N}]"
  const WORD = new RegExp(`(?<initials>(?<!${LETTER})(?:${INITIAL}\\.)+${INITIAL}(?!${PART})\\.?)` +
    `|(?<possessive>(?<=${LETTER})[${TABLE.apostrophes}][sS](?!${PART}))|${PART}+`, "gu")
  const RUN = new RegExp(`[${TABLE.eastAsian}]+|(?:(?![${TABLE.eastAsian}])${PART})+`, "gu")
  const IS_EAST_ASIAN = new RegExp(`[${TABLE.eastAsian}]`, "u")

  /** Every character of a run of an East Asian script together with the next one; the last alone.
   * @param {string} run @param {(from: number, to: number) => { start: number, end: number }} place @returns {Token[]} */
  const pairs = (run, place) => {
    const characters = [...run]
    let offset = 0
    return characters.map((character, index) => {
      const next = characters[index + 1] ?? ""
      /** @type {Token["shape"]} */
      const shape = next ? "pair" : characters.length > 1 ? "last" : "lone"
      const token = { text: character + next, shape, ...place(offset, offset + character.length + next.length) }
      offset += character.length
      return token
    })
  }

  /** Initials as one word ("U.S." is "us"), mapped like the result of foldMapped. @param {string} word */
  const joinInitials = word => {
    const text = fold(word.replaceAll(".", ""))
    return { text, starts: Array(text.length).fill(0), ends: Array(text.length).fill(word.length) }
  }

  /* The tokens of a text, each with its place in the text in UTF-16 units. */
  search.tokenize = text => {
    /** @type {Token[]} */
    const tokens = []
    const decoded = decodeEntities(text)
    for (const match of decoded.text.matchAll(WORD)) {
      if (match.groups.possessive) continue
      const word = match[0]
      const { text: folded, starts, ends } = match.groups.initials ? joinInitials(word) : foldMapped(word)
      for (const run of folded.matchAll(RUN)) {
        /** @param {number} from @param {number} to */
        const place = (from, to) => ({
          start: decoded.start(match.index + starts[run.index + from]), end: decoded.end(match.index + ends[run.index + to - 1]),
        })
        if (IS_EAST_ASIAN.test(run[0])) tokens.push(...pairs(run[0], place))
        else tokens.push({ text: [...run[0]].slice(0, LONGEST).join(""), shape: "word", ...place(0, run[0].length) })
      }
    }
    return tokens
  }
  search.fold = fold
  search.isEastAsian = text => IS_EAST_ASIAN.test(text)
})()
