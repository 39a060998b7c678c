/* Text as search sees it: words without case and accents, Han, Kana and Hangul in pairs of characters.
   The twin of build_tools/website/search/tokens.py; tests/data/tokens.jsonl binds both. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const LONGEST = 64
  const APOSTROPHES = "'\u2019\u2018\u02bc\uff07"
  const JOINERS = "\u00ad\u200c\u200d\u2060\ufeff"
  const STRIPPED = new RegExp("[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670" +
    `\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f${JOINERS}]`, "gu")
  const LETTERS = { ß: "ss", ς: "σ", ø: "o", ł: "l", đ: "d", ð: "d", æ: "ae", œ: "oe", þ: "th", ı: "i" }
  const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu")
  const UNSPACED = "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u3096\u309d-\u30fa\u30fc-\u30ff\u3130-\u318f\u31f0-\u31ff" +
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{3ffff}"
  const PART = `(?:(?!\u02bc)[\\p{L}\\p{M}\\p{N}${JOINERS}])`
  const INITIAL = "[A-Za-z\u00c0-\u024f\u0400-\u04ff]"
  const LETTER = "[\\p{L}\\p{N}]"
  const WORD = new RegExp(`(?<initials>(?<!${LETTER})(?:${INITIAL}\\.)+${INITIAL}(?!${PART})\\.?)` +
    `|(?<possessive>(?<=${LETTER})[${APOSTROPHES}][sS](?!${PART}))|${PART}+`, "gu")
  const RUN = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])${PART})+`, "gu")
  const IS_UNSPACED = new RegExp(`[${UNSPACED}]`, "u")

  /** @param {string} text */
  const fold = text => text.normalize("NFKC").toLowerCase().replace(SPECIAL, letter => LETTERS[/** @type {keyof typeof LETTERS} */ (letter)])
    .normalize("NFD").replace(STRIPPED, "").normalize("NFC")

  /** The characters of a run of an unspaced script, each with the next; the last stands alone.
   * @param {string} run @param {number} start @param {boolean} exact @returns {Token[]} */
  const pairs = (run, start, exact) => {
    const characters = [...run]
    let at = start
    return characters.map((character, place) => {
      const next = characters[place + 1] ?? ""
      /** @type {Token["shape"]} */
      const shape = next ? "pair" : characters.length > 1 ? "last" : "lone"
      const token = { text: character + next, shape, start: exact ? at : start, end: exact ? at + character.length + next.length : start + run.length }
      at += character.length
      return token
    })
  }

  /* The tokens of a text: text, shape (word, pair, last, lone), and where in the text, in UTF-16 units. */
  search.tokenize = text => {
    /** @type {Token[]} */
    const found = []
    for (const match of text.matchAll(WORD)) {
      if (match.groups.possessive) continue
      const raw = match[0]
      const folded = fold(match.groups.initials ? raw.replaceAll(".", "") : raw)
      const exact = folded.length === raw.length
      for (const run of folded.matchAll(RUN)) {
        const start = match.index + (exact ? run.index : 0)
        if (IS_UNSPACED.test(run[0])) found.push(...pairs(run[0], start, exact))
        else found.push({ text: [...run[0]].slice(0, LONGEST).join(""), shape: "word", start, end: exact ? start + run[0].length : match.index + raw.length })
      }
    }
    return found
  }
  search.fold = fold
})()
