/* A query taken apart: phrases in quotation marks, words to leave out, and groups of what may stand for each other. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const MOST_CHARACTERS = 600
  const MOST_TOKENS = 40
  const PHRASE = /"([^"]+)"|“([^“”]+)”|„([^“”„]+)[“”]|«([^«»]+)»|「([^「」]+)」/g
  const LEFT_OUT = /(?<=^|\s)-([\p{L}\p{N}]\S*)/gu
  // Words that say little, rare as they may be where few texts are in their language.
  const FUNCTION = new Set(("a an and are as at be by for from has have in is it its not of on or that the their this to was were what when where which who why will with " +
    "au aux ce ces d dans de des du en est et il l la le les ne ou par pas pour qu que qui se sur un une " +
    "al como con del el es las lo los no o para por se su sus una uno y " +
    "в во и из к как на не о об от по с со у что").split(" "))

  /** @param {string} text */
  const lookedUp = text => search.tokenize(text).filter(token => token.shape !== "last")

  /* Phrases and words to leave out are taken from a query; what is left is tokens. */
  search.readQuery = text => {
    /** @type {string[]} */
    const phrases = []
    /** @type {Token[]} */
    const leftOut = []
    const rest = text.slice(0, MOST_CHARACTERS)
      .replace(PHRASE, (_, ...parts) => (phrases.push(parts.slice(0, 5).find(Boolean)), " "))
      .replace(LEFT_OUT, (_, word) => (leftOut.push(...lookedUp(word)), " "))
      .trim()
    return {
      rest,
      tokens: search.tokenize(rest).slice(0, MOST_TOKENS),
      phrases: phrases.slice(0, 4).map(phrase => ({ text: phrase, tokens: search.tokenize(phrase).slice(0, MOST_TOKENS) })),
      leftOut,
    }
  }

  /** @param {Token} token @returns {Group} */
  const wordGroup = token => {
    const { correctedWord, functionWord } = search.weights
    const weight = token.typed ? correctedWord : FUNCTION.has(token.text) ? functionWord : 1
    return { kind: "word", label: token.text, concepts: [], dates: [], words: [token], weight }
  }

  /** The tokens of a stretch that can be looked up: a pair that runs over its end is no part of it.
   * @param {Token[]} tokens @param {number} from @param {number} to */
  const within = (tokens, from, to) => tokens.slice(from, to).filter((token, at) =>
    token.shape === "word" || token.shape === "lone" || token.shape === "pair" && from + at + 1 < to)

  /** A stretch of a query as it was typed.
   * @param {Query} query @param {number} from @param {number} to */
  const typed = ({ rest, tokens }, from, to) => rest.slice(tokens[from].start, tokens[to - 1].end)

  /** @param {Query} query @param {FoundDate} date @returns {Group} */
  const dateGroup = (query, [from, to, dates]) => {
    const full = dates.length === 3
    /** @type {Weighted[]} */
    const expanded = full ? [[dates[0], 1], [dates[1].replace("@", "@?"), search.weights.monthOfDay]] : [[dates[0], 1]]
    return { kind: "date", label: typed(query, from, to), concepts: [], dates: expanded, words: within(query.tokens, from, to), weight: 1 }
  }

  /** Groups for the tokens that no label covers: dates, then words.
   * @param {Query} query @param {number} from @param {number} to */
  const plainGroups = (query, from, to) => {
    const { tokens } = query
    /** @type {Group[]} */
    const groups = []
    const dates = new Map(search.findDates(tokens.map(token => token.text)).map(date => [date[0], date]))
    for (let at = from; at < to;) {
      const date = dates.get(at)
      if (date && date[1] <= to) groups.push(dateGroup(query, date)), at = date[1]
      else {
        groups.push(...within(tokens, at, at + (tokens[at].shape === "pair" && at + 1 < to ? 2 : 1)).slice(0, 1).map(wordGroup))
        at++
      }
    }
    return groups
  }

  /* The groups of a query, and whether the whole of it is one name; `off` holds the entries not to be added. */
  search.groupQuery = async (manifest, query, off) => {
    const { tokens } = query
    /** @type {Group[]} */
    const groups = []
    /** @param {Alias["ids"]} ids */
    const open = ids => [...ids].filter(([id]) => !off.has(id) && !off.has("*"))
    const aliases = (await search.findAliases(manifest, tokens)).filter(alias => open(alias.ids).length)
    let at = 0
    for (const { from, to, ids } of aliases) {
      groups.push(...plainGroups(query, at, from))
      groups.push({ kind: "concept", label: typed(query, from, to), concepts: open(ids), dates: [], words: within(tokens, from, to), weight: 1 })
      at = to
    }
    groups.push(...plainGroups(query, at, tokens.length))
    if (groups.length) groups.at(-1).last = true
    const whole = aliases.length === 1 && aliases[0].from === 0 && aliases[0].to === tokens.length
    if (!aliases.length && tokens.length && !query.phrases.length && !off.has("*")) {
      const begun = (await search.beginsLike(manifest, query.rest)).filter(id => !off.has(id))
      if (begun.length) {
        const words = within(tokens, 0, tokens.length)
        return { groups: [{ kind: "concept", label: query.rest, concepts: begun.map(id => [id, search.weights.begunLabel]), dates: [], words, weight: 1, last: true }], card: begun.length === 1 ? begun[0] : null }
      }
    }
    const [best] = whole ? [...groups.find(group => group.kind === "concept").concepts].sort((a, b) => b[1] - a[1]) : []
    return { groups, card: best && !query.phrases.length ? best[0] : null }
  }
})()
