/* Where a quotation stands in the texts, and how it differs. Pure: no page, no network; docs/check.md says how it works.

   A text is read as tokens: a word, a Chinese character or a sign is one, spaces and line breaks are none. Candidates are
   found by tokens that vote for the place at which the quotation would begin (rare ones weigh more), and the best of them
   are aligned with the quotation, word against word. They are found by their folded words, without accents; a passage is
   exact only if its letters are those of the quotation, accents included. */
globalThis.readerQuotation = (() => {
  const { TABLE, fold } = self.readerFolding
  const ALONE = new RegExp(`[${TABLE.unspaced}]`, "u") // written without spaces between words
  const LETTERS = `(?:(?!${ALONE.source})[\\p{L}\\p{N}\\p{M}\\ue000])+`
  const TOKEN = new RegExp(`${ALONE.source}|${LETTERS}(?:'${LETTERS})*|\\.{3,}|[^\\s\\p{L}\\p{N}\\p{M}]`, "gu")
  const WORD = /[\p{L}\p{N}]/u
  const LONGEST = 20_000 // characters of a quotation
  const LIKE = 0.6 // the share of its words that a passage must have to be called altered, and not absent
  const VOTERS = 60 // so many tokens vote, the rarest
  const TEXTS = 3 // in so many texts, the likeliest, an altered quotation is looked for

  // One sign for what printers and keyboards write in several ways; as many characters as before, so that places stay.
  const SIGNS = [["apostrophes", "'"], ["quotes", '"'], ["dashes", "-"], ["spaces", " "], ["invisible", "\ue000"]] // nobody sees the last
    .map(([name, plain]) => [new RegExp(`[${TABLE[name]}]`, "gu"), plain])
  const unify = text => SIGNS.reduce((words, [sign, plain]) => words.replace(sign, plain), text)

  const tokens = (text, block) => {
    const found = []
    const unified = unify(text)
    for (const { 0: raw, index } of unified.matchAll(TOKEN)) {
      const full = raw.normalize("NFKC").replace(/^'$/, '"').replace(/^\.{3,}$/, "...").replace(/\ue000/g, "")
      // Two dashes for one, and a quotation mark inside another, are typography.
      if (full === "-" && found.at(-1)?.kept === "-" && found.at(-1).end === index) found.at(-1).end = index + 1
      else if (full) found.push({ kept: full, fold: fold(full), letters: full.toLowerCase(), word: WORD.test(full), start: index, end: index + raw.length, block })
    }
    return found
  }

  /* A text made ready: its paragraphs as one stream, so that a quotation may run over their ends; then its other blocks. */
  const read = text => {
    const order = [...text.blocks.filter(block => /^p\d+$/.test(block.id)), ...text.blocks.filter(block => !/^p\d+$/.test(block.id))]
    const stream = order.flatMap(block => tokens(block.text, block))
    const places = new Map()
    stream.forEach((token, at) => places.has(token.fold) ? places.get(token.fold).push(at) : places.set(token.fold, [at]))
    return { ...text, stream, places }
  }

  /* The places at which the tokens stand one after the other, from one place on. */
  const standing = (wanted, text, from = 0) => {
    const lists = wanted.map(token => text.places.get(token.fold))
    if (!wanted.length || lists.some(list => !list)) return []
    const rarest = lists.reduce((best, list, at) => list.length < lists[best].length ? at : best, 0)
    return lists[rarest].map(at => at - rarest).filter(at => at >= from && wanted.every((token, i) => text.stream[at + i]?.letters === token.letters))
  }

  /* The places near which the tokens might stand, the likeliest first, with their votes. */
  const near = (wanted, text) => {
    const width = Math.max(4, Math.round(wanted.length * 0.15))
    const votes = new Map()
    const voters = wanted.map((token, i) => ({ i, list: token.word && text.places.get(token.fold) })).filter(voter => voter.list)
    for (const { i, list } of voters.sort((a, b) => a.list.length - b.list.length).slice(0, VOTERS)) {
      const weight = 1 / Math.log2(list.length + 1)
      // A place votes for its own box and the next, so that no passage is divided between two.
      for (const at of list) for (const box of [0, 1]) {
        const key = Math.floor((at - i) / width) + box
        votes.set(key, (votes.get(key) || 0) + weight)
      }
    }
    return [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 2).map(([box, weight]) => ({ at: (box - 1) * width, weight }))
  }

  /* The stretch of a window that is most like the tokens: where it begins and ends, and the share of words in common. */
  const price = token => token.word ? 1 : 0.2
  const align = (wanted, text, begin) => {
    const slack = Math.max(8, Math.round(wanted.length * 0.3))
    const low = Math.max(0, begin - slack)
    const window = text.stream.slice(low, Math.max(low, begin + wanted.length + 2 * slack))
    const size = window.length + 1
    let [costs, starts] = [new Float32Array(size), Int32Array.from({ length: size }, (_, j) => j)]
    for (const token of wanted) {
      const [next, from] = [new Float32Array(size), new Int32Array(size)]
      next[0] = costs[0] + price(token)
      for (let j = 1; j < size; j++) {
        const other = window[j - 1]
        const change = costs[j - 1] + (token.fold === other.fold ? 0 : token.word === other.word ? price(token) : price(token) + price(other))
        const more = costs[j] + price(token)
        const less = next[j - 1] + price(other)
        next[j] = Math.min(change, more, less)
        from[j] = change <= more && change <= less ? starts[j - 1] : more <= less ? starts[j] : from[j - 1]
      }
      ;[costs, starts] = [next, from]
    }
    let end = 0
    for (let j = 1; j < size; j++) if (costs[j] <= costs[end]) end = j
    const all = wanted.reduce((sum, token) => sum + price(token), 0)
    return { ...shed(wanted, text, low + starts[end], low + end), like: 1 - costs[end] / all }
  }
  /* A stretch without the first and last blocks of which the quotation has no word. */
  const shed = (wanted, text, start, end) => {
    const words = new Set(wanted.filter(token => token.word).map(token => token.fold))
    const list = text.stream.slice(start, end)
    const first = list.find(token => words.has(token.fold))?.block
    const last = list.findLast(token => words.has(token.fold))?.block
    if (!first) return { start, end }
    return { start: start + list.findIndex(token => token.block === first), end: start + list.findLastIndex(token => token.block === last) + 1 }
  }

  const trimmed = list => {
    const first = list.findIndex(token => token.word)
    return first < 0 ? [] : list.slice(first, list.findLastIndex(token => token.word) + 1)
  }
  /* The parts between omissions: three dots, with or without brackets; words in square brackets are the quoter's own. */
  const parts = quote => {
    const marked = unify(quote).replace(/\[(\p{L})\](?=\p{L})/gu, "$1").replace(/[[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]|…|\.\s?\.\s?\.(?:\s?\.)?|\[[^\]]{2,}\]/g, "\u0000")
    return marked.split("\u0000").map(part => trimmed(tokens(part, { text: part }))).filter(part => part.length)
  }
  const long = list => {
    const words = list.filter(token => token.word)
    const alone = words.filter(token => ALONE.test(token.fold)).length
    return (words.length - alone) * 4 + alone * 3 >= 12 // three words, four characters, or some of each
  }

  const squeezed = text => text.replace(/\s+/g, " ").trim()
  const raw = (text, { start, end }) => {
    const list = text.stream.slice(start, end)
    const blocks = [...new Set(list.map(token => token.block))]
    return blocks.map(block => {
      const own = list.filter(token => token.block === block)
      return block.text.slice(own[0].start, own.at(-1).end)
    }).join(" ")
  }
  const place = (text, wanted, found, quote) => {
    const list = text.stream.slice(found.start, found.end)
    const exact = list.length === wanted.length && list.every((token, i) => token.letters === wanted[i].letters)
    return {
      ...found, exact, wanted, list,
      blocks: [...new Set(list.map(token => token.block.id))],
      sameCase: exact && list.every((token, i) => token.kept === wanted[i].kept),
      sameSigns: exact && squeezed(quote).includes(squeezed(raw(text, found))),
    }
  }

  const inOrder = (wanted, text, quote) => {
    const found = []
    for (const part of wanted) {
      const at = standing(part, text, found.at(-1)?.end ?? 0)[0]
      if (at === undefined) return null
      found.push(place(text, part, { start: at, end: at + part.length, like: 1 }, quote))
    }
    return { text, places: found, like: 1 }
  }
  const likely = (wanted, texts, quote) => {
    const votes = texts.map(text => ({ text, near: wanted.map(part => near(part, text)) }))
    const weight = ({ near: lists }) => lists.reduce((sum, list) => sum + (list[0]?.weight ?? 0), 0)
    const found = votes.sort((a, b) => weight(b) - weight(a)).slice(0, TEXTS).map(({ text, near: lists }) => {
      const places = wanted.map((part, i) => {
        const best = lists[i].map(({ at }) => align(part, text, at)).sort((a, b) => b.like - a.like)[0]
        return best && best.like >= LIKE && best.end > best.start && place(text, part, best, quote)
      })
      return places.every(Boolean) && { text, places, like: Math.min(...places.map(one => one.like)) }
    })
    return found.filter(Boolean).sort((a, b) => b.like - a.like)
  }

  /* What is to be said of a quotation: {state: "short" | "long" | "exact" | "altered" | "absent", matches, gaps}. */
  const check = (quote, texts) => {
    if (quote.length > LONGEST) return { state: "long", matches: [] }
    const whole = trimmed(tokens(quote, { text: quote }))
    if (!long(whole)) return { state: "short", matches: [] }
    // First as it stands: dots and brackets may be the text's own.
    const standingWhole = texts.flatMap(text => standing(whole, text).map(at =>
      ({ text, places: [place(text, whole, { start: at, end: at + whole.length, like: 1 }, quote)], like: 1 })))
    if (standingWhole.length) return { state: "exact", gaps: false, matches: standingWhole }
    const wanted = parts(quote)
    if (!wanted.some(long)) return { state: "short", matches: [] }
    const exact = texts.map(text => inOrder(wanted, text, quote)).filter(Boolean)
    if (exact.length) return { state: "exact", gaps: wanted.length > 1, matches: exact }
    const altered = likely(wanted, texts, quote)
    const best = altered.filter(match => match.like >= altered[0].like - 0.05)
    return { state: best.length ? "altered" : "absent", gaps: wanted.length > 1, matches: best }
  }

  return { read, check, raw, LONGEST }
})()
