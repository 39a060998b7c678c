/* The places of a quotation in the texts, and how they differ from it. Pure: no page, no network. The check page explains
   it; build_tools/edition/quoting is its twin, and tests hold both together.

   A text is a sequence of tokens: words, Chinese characters and punctuation marks, without spaces and line breaks. Tokens
   vote for the place at which the quotation would begin (rare ones have more weight), and the places with the most votes
   are aligned with the quotation, token by token. Tokens are compared in folded form, without accents; a passage is exact
   only if its letters are those of the quotation, accents included. */
globalThis.readerQuotation = (() => {
  const { TABLE, fold, decodeEntities } = self.readerFolding
  const UNSPACED = new RegExp(`[${TABLE.unspaced}]`, "u") // written without spaces between words
  const LETTERS = `(?:(?!${UNSPACED.source})[\\p{L}\\p{N}\\p{M}\\ue000])+`
  const TOKEN = new RegExp(`${UNSPACED.source}|${LETTERS}(?:'${LETTERS})*|\\.{3,}|[^\\s\\p{L}\\p{N}\\p{M}]`, "gu")
  const WORD = /[\p{L}\p{N}]/u
  const LONGEST = 20_000 // characters of a quotation
  const MIN_SIMILARITY = 0.6 // of an altered quotation; below it the quotation is absent
  const CLOSE = 0.05 // how far below the best similarity a match is still shown
  const VOTERS = 60 // the number of tokens that vote: the rarest
  const WEIGHT = 2 ** 20 // of a token that is in the text once
  const TEXTS = 3 // the number of texts in which an altered quotation is aligned: those with the most votes

  // One character for each that printers and keyboards write in several ways, so that offsets stay the same. U+E000, from
  // the private use area, stands for invisible characters.
  const PLAIN = [["apostrophes", "'"], ["quotes", '"'], ["dashes", "-"], ["spaces", " "], ["invisible", "\ue000"]]
    .map(([name, plain]) => [new RegExp(`[${TABLE[name]}]`, "gu"), plain])
  const simplify = text => PLAIN.reduce((words, [variants, plain]) => words.replace(variants, plain), text)

  const hasWord = form => WORD.test(form.normalize("NFKC"))
  const formOf = source => {
    if (hasWord(source) && !WORD.test(source)) return source // one sign that stands for a word: the search index has no such word
    return source.normalize("NFKC").replace(/^'$/, '"').replace(/^\.{3,}$/, "...").replace(/\ue000/g, "")
  }
  const tokens = (text, block) => {
    const list = []
    const decoded = decodeEntities(text)
    for (const { 0: source, index: at } of simplify(decoded.text).matchAll(TOKEN)) {
      const [index, end] = [decoded.start(at), decoded.end(at + source.length)]
      const form = formOf(source)
      const last = list.at(-1)
      // Two dashes for one, and single for double quotation marks, are differences of typography.
      if (form === "-" && last?.form === "-" && last.end === index) last.end = end
      else if (form) {
        list.push({ form, fold: fold(form), letters: form.toLowerCase(), word: hasWord(form), start: index, end, block })
      }
    }
    return list
  }

  /* A text with its tokens: first those of its paragraphs in one sequence, so that a quotation can cross their ends. */
  const read = text => {
    const isParagraph = block => /^(?:p\d+)?$/.test(block.id) // one without an id stands for those that are left out
    const order = [...text.blocks.filter(isParagraph), ...text.blocks.filter(block => !isParagraph(block))]
    const stream = order.flatMap(block => tokens(block.text, block))
    const places = new Map()
    stream.forEach(({ fold: key }, index) => places.has(key) ? places.get(key).push(index) : places.set(key, [index]))
    return { ...text, stream, places }
  }

  /* The places, from a given one on, at which the text has exactly these tokens. */
  const exactPlaces = (wanted, text, from = 0) => {
    const lists = wanted.map(token => text.places.get(token.fold))
    if (!wanted.length || lists.some(list => !list)) return []
    const rarest = lists.reduce((best, list, index) => list.length < lists[best].length ? index : best, 0)
    const matches = start => wanted.every((token, index) => text.stream[start + index]?.letters === token.letters)
    return lists[rarest].map(position => position - rarest).filter(start => start >= from && matches(start))
  }

  /* The two places with the most votes, most first: the tokens may begin near them. */
  const likelyPlaces = (wanted, text) => {
    const width = Math.max(4, Math.floor((wanted.length * 15 + 50) / 100))
    const votes = new Map()
    const voters = wanted.map((token, index) => ({ index, list: token.word && text.places.get(token.fold) }))
      .filter(voter => voter.list)
    for (const { index, list } of voters.sort((a, b) => a.list.length - b.list.length).slice(0, VOTERS)) {
      const weight = Math.floor(WEIGHT / (32 - Math.clz32(list.length))) // whole numbers are the same in any language
      // A place votes for its own range and the next, so that no passage is divided between two.
      for (const place of list) for (const offset of [0, 1]) {
        const key = Math.floor((place - index) / width) + offset
        votes.set(key, (votes.get(key) || 0) + weight)
      }
    }
    return [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 2)
      .map(([range, weight]) => ({ start: (range - 1) * width, weight }))
  }

  /* The range of a window that is most similar to the tokens, by the edit distance of Sellers (1980), in which a word costs
     5 and a punctuation mark 1. The similarity is 1 less the share of the cost of all tokens. */
  const price = token => token.word ? 5 : 1
  const align = (wanted, text, begin) => {
    const slack = Math.max(8, Math.floor((wanted.length * 3 + 5) / 10))
    const low = Math.max(0, begin - slack)
    const window = text.stream.slice(low, Math.max(low, begin + wanted.length + 2 * slack))
    const size = window.length + 1
    let [costs, starts] = [new Int32Array(size), Int32Array.from({ length: size }, (_, j) => j)]
    for (const token of wanted) {
      const [next, from] = [new Int32Array(size), new Int32Array(size)]
      next[0] = costs[0] + price(token)
      for (let j = 1; j < size; j++) {
        const other = window[j - 1]
        const different = token.word === other.word ? price(token) : price(token) + price(other)
        const substitution = costs[j - 1] + (token.fold === other.fold ? 0 : different)
        const insertion = costs[j] + price(token)
        const deletion = next[j - 1] + price(other)
        next[j] = Math.min(substitution, insertion, deletion)
        if (substitution <= insertion && substitution <= deletion) from[j] = starts[j - 1]
        else from[j] = insertion <= deletion ? starts[j] : from[j - 1]
      }
      ;[costs, starts] = [next, from]
    }
    let end = 0
    for (let j = 1; j < size; j++) if (costs[j] <= costs[end]) end = j
    const all = wanted.reduce((sum, token) => sum + price(token), 0)
    return { ...withoutOtherBlocks(wanted, text, low + starts[end], low + end), similarity: 1 - costs[end] / all }
  }
  /* A range without the blocks at its ends that have no word of the quotation. */
  const withoutOtherBlocks = (wanted, text, start, end) => {
    const words = new Set(wanted.filter(token => token.word).map(token => token.fold))
    const list = text.stream.slice(start, end)
    const first = list.find(token => words.has(token.fold))?.block
    const last = list.findLast(token => words.has(token.fold))?.block
    if (!first) return { start, end }
    return {
      start: start + list.findIndex(token => token.block === first),
      end: start + list.findLastIndex(token => token.block === last) + 1,
    }
  }

  /* Tokens without the punctuation at both ends. */
  const trimmed = list => {
    const first = list.findIndex(token => token.word)
    return first < 0 ? [] : list.slice(first, list.findLastIndex(token => token.word) + 1)
  }
  /* The parts of a quotation between omissions: three dots, with or without brackets, or words in square brackets, which
     are not from the text. A single letter in brackets before a word is the first letter of that word. */
  const parts = quote => {
    const marked = simplify(quote).replace(/\[(\p{L})\](?=\p{L})/gu, "$1")
      .replace(/[[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]|…|\.\s?\.\s?\.(?:\s?\.)?|\[[^\]]{2,}\]/gu, "\u0000")
    return marked.split("\u0000").map(part => trimmed(tokens(part, { text: part }))).filter(part => part.length)
  }
  const isUnspaced = token => UNSPACED.test(token.fold)
  const isLong = list => {
    const words = list.filter(token => token.word)
    const characters = words.filter(isUnspaced).length
    return (words.length - characters) * 4 + characters * 3 >= 12 // three words, four characters, or some of each
  }

  const collapseSpaces = text => text.replace(/\s+/g, " ").trim()
  /* The words of a range as the text has them. */
  const raw = (text, { start, end }) => {
    const list = text.stream.slice(start, end)
    const blocks = [...new Set(list.map(token => token.block))]
    return blocks.map(block => {
      const inBlock = list.filter(token => token.block === block)
      return block.text.slice(inBlock[0].start, inBlock.at(-1).end)
    }).join(" ")
  }
  const describePlace = (text, wanted, range, quote) => {
    const list = text.stream.slice(range.start, range.end)
    const exact = list.length === wanted.length && list.every((token, i) => token.letters === wanted[i].letters)
    return {
      ...range, exact, wanted, list,
      blocks: [...new Set(list.map(token => token.block.id))],
      sameCase: exact && list.every((token, i) => token.form === wanted[i].form),
      samePunctuation: exact && collapseSpaces(quote).includes(collapseSpaces(raw(text, range))),
    }
  }

  /* The first match of all parts of a quotation in their order, or null. */
  const exactMatch = (wanted, text, quote) => {
    const places = []
    for (const part of wanted) {
      const start = exactPlaces(part, text, places.at(-1)?.end ?? 0)[0]
      if (start === undefined) return null
      places.push(describePlace(text, part, { start, end: start + part.length, similarity: 1 }, quote))
    }
    return { text, places, similarity: 1 }
  }
  /* The most similar passages of an altered quotation, the best first: one of a text at most. */
  const similarMatches = (wanted, texts, quote) => {
    const votes = texts.map(text => ({ text, lists: wanted.map(part => likelyPlaces(part, text)) }))
    const weight = ({ lists }) => lists.reduce((sum, list) => sum + (list[0]?.weight ?? 0), 0)
    const matches = votes.sort((a, b) => weight(b) - weight(a)).slice(0, TEXTS).map(({ text, lists }) => {
      const places = wanted.map((part, i) => {
        const best = lists[i].map(({ start }) => align(part, text, start)).sort((a, b) => b.similarity - a.similarity)[0]
        return best && best.similarity >= MIN_SIMILARITY && best.end > best.start && describePlace(text, part, best, quote)
      })
      return places.every(Boolean) && { text, places, similarity: Math.min(...places.map(place => place.similarity)) }
    })
    return matches.filter(Boolean).sort((a, b) => b.similarity - a.similarity)
  }

  /* The result of a check: {state: "short" | "long" | "exact" | "altered" | "absent", matches, gaps}. */
  const check = (quote, texts) => {
    if (quote.length > LONGEST && [...quote].length > LONGEST) return { state: "long", matches: [] }
    const whole = trimmed(tokens(quote, { text: quote }))
    if (!isLong(whole)) return { state: "short", matches: [] }
    // First with its dots and brackets, which the text itself may have.
    const wholeMatch = (text, start) => {
      const range = { start, end: start + whole.length, similarity: 1 }
      return { text, places: [describePlace(text, whole, range, quote)], similarity: 1 }
    }
    const wholeMatches = texts.flatMap(text => exactPlaces(whole, text).map(start => wholeMatch(text, start)))
    if (wholeMatches.length) return { state: "exact", gaps: false, matches: wholeMatches }
    const wanted = parts(quote)
    if (!wanted.some(isLong)) return { state: "short", matches: [] }
    const exact = texts.map(text => exactMatch(wanted, text, quote)).filter(Boolean)
    if (exact.length) return { state: "exact", gaps: wanted.length > 1, matches: exact }
    const altered = similarMatches(wanted, texts, quote)
    const best = altered.filter(match => match.similarity >= altered[0].similarity - CLOSE)
    return { state: best.length ? "altered" : "absent", gaps: wanted.length > 1, matches: best }
  }

  /* The words of a whole quotation and of its parts. */
  const wordsOf = quote => [trimmed(tokens(quote, { text: quote })), ...parts(quote)]

  /* Runs of tokens: in both lists, only in the quotation, or only in what was read, by the longest sequence in common. */
  const differences = (quoted, other) => {
    const isSame = (i, j) => quoted[i].letters === other[j].letters
    let [start, ends] = [0, 0] // tokens that are the same at both ends
    const least = Math.min(quoted.length, other.length)
    while (start < least && isSame(start, start)) start++
    while (ends < least - start && isSame(quoted.length - 1 - ends, other.length - 1 - ends)) ends++
    const [rows, columns] = [quoted.length - ends - start, other.length - ends - start]
    const width = columns + 1
    const lengths = new Uint16Array((rows + 1) * width) // of the sequences in common from a place of each list on
    for (let i = rows - 1; i >= 0; i--) for (let j = columns - 1; j >= 0; j--) {
      lengths[i * width + j] = isSame(start + i, start + j) ? lengths[(i + 1) * width + j + 1] + 1
        : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
    }
    const runs = []
    const add = (only, at, count = 1) => {
      const last = runs.at(-1)
      if (!count) return
      if (last?.only === only) last.to += count
      else runs.push({ only, from: at, to: at + count })
    }
    add("", 0, start)
    let [i, j] = [0, 0]
    while (i < rows || j < columns) {
      const isKept = i < rows && j < columns && isSame(start + i, start + j)
      if (isKept) add("", start + j), i++, j++
      else if (i < rows && (j === columns || lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])) add("quoted", start + i++)
      else add("read", start + j++)
    }
    add("", other.length - ends, ends)
    return runs
  }

  return { read, check, raw, differences, wordsOf, isUnspaced, LONGEST }
})()
