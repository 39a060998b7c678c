/* The parts of a query: phrases in quotation marks, words and phrases to leave out, and groups of terms that can
   replace one another. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const MOST_CHARACTERS = 600
  const MOST_TOKENS = 40
  const MOST_PHRASES = 4
  const PHRASE = /((?<=^|\s)-)?(?:"([^"]+)"|“([^“”]+)”|„([^“”„]+)[“”]|«([^«»]+)»|「([^「」]+)」)/g
  const LEFT_OUT = /(?<=^|\s)-([\p{L}\p{N}]\S*)/gu
  // Words with little meaning, which can be rare in the index because few texts are in their language: English, French,
  // Spanish and Portuguese, Russian.
  const FUNCTION_WORDS = new Set(("a an and are as at be by for from has have in is it its not of on or that the their " +
    "this to was were what when where which who why will with " +
    "au aux ce ces d dans de des du en est et il l la le les ne ou par pas pour qu que qui se sur un une " +
    "al como con del el es las lo los no o para por se su sus una uno y " +
    "в во и из к как на не о об от по с со у что").split(" "))

  /** @param {string} text */
  const indexedTokens = text => search.tokenize(text).filter(token => token.shape !== "last")

  /** @param {string[]} texts @returns {Phrase[]} */
  const asPhrases = texts => texts.slice(0, MOST_PHRASES)
    .map(text => ({ text, tokens: search.tokenize(text).slice(0, MOST_TOKENS) }))
    .filter(phrase => phrase.tokens.length)

  /* The phrases of a query, the words and phrases to leave out, and the tokens of the rest. */
  search.readQuery = text => {
    /** @type {string[]} */
    const phrases = []
    /** @type {string[]} */
    const phrasesLeftOut = []
    /** @type {Token[]} */
    const leftOut = []
    const rest = text.slice(0, MOST_CHARACTERS)
      .replace(PHRASE, (_, minus, ...parts) =>
        ((minus ? phrasesLeftOut : phrases).push(parts.slice(0, 5).find(Boolean)), " "))
      .replace(LEFT_OUT, (_, word) => (leftOut.push(...indexedTokens(word)), " "))
      .trim()
    return {
      rest,
      tokens: search.tokenize(rest).slice(0, MOST_TOKENS),
      phrases: asPhrases(phrases),
      leftOut,
      phrasesLeftOut: asPhrases(phrasesLeftOut),
    }
  }

  /** @param {Token} token @returns {Group} */
  const wordGroup = token => {
    const { correctedWord, functionWord } = search.weights
    const weight = token.typed ? correctedWord : FUNCTION_WORDS.has(token.text) ? functionWord : 1
    return { kind: "word", label: token.text, concepts: [], dates: [], words: [token], weight }
  }

  /** The tokens of a part of a query that can be looked up in the index, without a pair of characters that crosses its end.
   * @param {Token[]} tokens @param {number} from @param {number} to */
  const within = (tokens, from, to) => tokens.slice(from, to).filter((token, index) =>
    token.shape === "word" || token.shape === "lone" || token.shape === "pair" && from + index + 1 < to)

  const IS_HANGUL = /^\p{Script=Hangul}+$/u
  /** Where a word in Hangul ends that begins at a token, or -1. Such words have spaces between them, so that a part of one
   * is no word.
   * @param {Token[]} tokens @param {number} from @param {number} to */
  const endOfHangul = (tokens, from, to) => {
    let end = from
    while (end < to && tokens[end].shape === "pair" && IS_HANGUL.test(tokens[end].text)) end++
    return end - from > 1 ? Math.min(end + 1, to) : -1
  }

  /** A part of a query as it was typed.
   * @param {Query} query @param {number} from @param {number} to */
  const typedText = ({ rest, tokens }, from, to) => rest.slice(tokens[from].start, tokens[to - 1].end)

  /** @param {Query} query @param {FoundDate} date @returns {Group} */
  const dateGroup = (query, [from, to, dates]) => {
    const isFull = dates.length === 3 // day, month and year
    /** @type {Weighted[]} */
    const weighted = [[dates[0], 1]]
    if (isFull) weighted.push([dates[1].replace("@", "@?"), search.weights.monthOfDay])
    const words = within(query.tokens, from, to)
    return { kind: "date", label: typedText(query, from, to), concepts: [], dates: weighted, words, weight: 1 }
  }

  /** The group of a part of a query that names entries.
   * @param {Query} query @param {number} from @param {number} to @param {Weighted[]} concepts @returns {Group} */
  const conceptGroup = (query, from, to, concepts) => {
    const words = within(query.tokens, from, to)
    return { kind: "concept", label: typedText(query, from, to), concepts, dates: [], words, weight: 1 }
  }

  /** Groups for the tokens that no label covers: dates, then words.
   * @param {Query} query @param {number} from @param {number} to */
  const plainGroups = (query, from, to) => {
    const { tokens } = query
    /** @type {Group[]} */
    const groups = []
    const dates = new Map(search.findDates(tokens.map(token => token.text)).map(date => [date[0], date]))
    for (let index = from; index < to;) {
      const date = dates.get(index)
      const endOfRun = endOfHangul(tokens, index, to)
      if (date && date[1] <= to) groups.push(dateGroup(query, date)), index = date[1]
      else if (endOfRun > 0) {
        groups.push({ ...conceptGroup(query, index, endOfRun, []), kind: "run" })
        index = endOfRun
      }
      else {
        const end = index + (tokens[index].shape === "pair" && index + 1 < to ? 2 : 1)
        groups.push(...within(tokens, index, end).slice(0, 1).map(wordGroup))
        index++
      }
    }
    return groups
  }

  /** One group for all of a query that is the beginning of the labels of a few entries.
   * @param {Manifest} manifest @param {Query} query @param {Set<string>} excluded
   * @returns {Promise<{ groups: Group[], card: string | null } | null>} */
  const groupBegun = async (manifest, query, excluded) => {
    const ids = (await search.beginsLike(manifest, query.rest)).filter(id => !excluded.has(id))
    if (!ids.length) return null
    const concepts = ids.map(id => /** @type {Weighted} */ ([id, search.weights.begunLabel]))
    const group = { ...conceptGroup(query, 0, query.tokens.length, concepts), label: query.rest, last: true }
    return { groups: [group], card: ids.length === 1 ? ids[0] : null }
  }

  /* The groups of a query, and the entry that the whole query names. `excluded` has the entries that are not to be added. */
  search.groupQuery = async (manifest, query, excluded) => {
    const { tokens, phrases } = query
    /** @type {Group[]} */
    const groups = []
    /** @param {Alias["ids"]} ids */
    const allowed = ids => [...ids].filter(([id]) => !excluded.has(id) && !excluded.has("*"))
    const aliases = (await search.findAliases(manifest, tokens)).filter(alias => allowed(alias.ids).length)
    if (!aliases.length && tokens.length && !phrases.length && !excluded.has("*")) {
      const begun = await groupBegun(manifest, query, excluded)
      if (begun) return begun
    }
    let end = 0
    for (const { from, to, ids } of aliases) {
      groups.push(...plainGroups(query, end, from), conceptGroup(query, from, to, allowed(ids)))
      end = to
    }
    groups.push(...plainGroups(query, end, tokens.length))
    if (groups.length) groups.at(-1).last = true
    const isWhole = aliases.length === 1 && aliases[0].from === 0 && aliases[0].to === tokens.length
    const [best] = isWhole ? groups[0].concepts : []
    return { groups, card: best && !phrases.length ? best[0] : null }
  }
})()
