/* The check of a quotation in the texts that may have it: those that have its rarest words, by the search index. A text
   that has the words exactly has all terms of them. The twin of build_tools/website/search/lookup; tests hold both together. */
globalThis.readerCandidates = (() => {
  const search = self.readerSearch
  const quotation = self.readerQuotation
  const PAGE = 256 // record numbers for each page number
  const TEXTS_IN_FILE = 64
  const MOST_RECORDS = 8192 // of a term; the index has not all records of one that is in more
  const UNTOLD = 14 // the class of a term that is in more records than that
  const SIZES = [2, 3, 4] // terms that are looked up, more if they do not decide
  const [MOST_HOLDING, MOST_AT_LAST] = [6, 9] // texts that have all terms and are read, and where no more terms are looked up
  const MOST_SIMILAR = [3, 5] // texts that are read where none has the words, and where these have no words like them
  const ENOUGH = 3 // terms, the texts with all of which are likely to have the most similar words
  const SHORTEST = 2 // characters of a term
  const APART = 3 // of pairs that overlap the next tell little

  /** The terms of words: of each a list with its alternatives.
   * @param {any[]} tokens @returns {string[][]} */
  const termsOf = tokens => {
    const terms = []
    const add = (text, isRun) => terms.push(...search.tokenize(text).map(token => [...token.text])
      .filter(term => term.length >= SHORTEST).map(term => isRun ? [term.join(""), term[0]] : [term.join("")]))
    let run = ""
    // The index has a character and the mark behind it, such as が in two parts, as one.
    const whole = tokens.filter((_, at) => !/^\p{M}/u.test(tokens[at + 1]?.form ?? ""))
    for (const token of [...whole, null]) {
      if (token?.word && quotation.isUnspaced(token)) run += token.form
      else {
        if (run) add(run, true)
        run = ""
        if (token?.word) add(token.form, false)
      }
    }
    return terms
  }
  /** The terms of a quotation that every text with these words has, those that tell most first.
   * @param {string} quote @param {Map<string, number>} common the class of the frequency of each common term */
  const soughtTerms = (quote, common) => {
    const [whole, ...parts] = quotation.wordsOf(quote)
    const all = new Map(termsOf(whole).map(term => [term.join(" "), term]))
    const quoted = new Set(parts.flatMap(termsOf).map(term => term.join(" ")))
    const both = [...all].filter(([key]) => quoted.has(key))
    const terms = (both.length ? both : [...all]).map(([, term], place) => {
      const length = [...term[0]].length
      const rank = Math.max(...term.map(alternative => common.get(alternative) ?? 0))
      return { term, rank, length, place, stagger: search.isEastAsian(term[0]) ? place % APART : 0 }
    })
    return terms.filter(({ rank }) => rank < UNTOLD)
      .sort((a, b) => a.rank - b.rank || b.length - a.length || a.stagger - b.stagger || a.place - b.place)
      .map(({ term }) => term)
  }

  /** What the index says of texts: the place of each page number's text, and where terms are.
   * @type {Promise<any> | null} */
  let opened = null
  const openIndex = async () => {
    search.store.open(new URL("data/search/", search.root).href)
    const index = await search.store.load("quoting")
    const continued = new Set()
    let page = 0
    for (const step of search.store.numbers(index.continued)) continued.add(page += step)
    let text = -1
    const textOf = Array.from({ length: index.pages }, (_, number) => continued.has(number) ? text : ++text)
    const common = new Map(index.common.flatMap(([rank, listed]) => listed.split(" ").map(term => [term, rank])))
    return { ...index, textOf, common, count: text + 1 }
  }
  const open = () => opened ??= openIndex().catch(error => {
    opened = null
    search.store.retry()
    throw error
  })

  /** The records of blocks of texts that have a term; null where the index does not tell.
   * @param {any} index @param {string} text @returns {Promise<number[] | null>} */
  const passagesWith = async (index, text) => {
    const part = Math.max(0, search.store.placeOf(index.shards, text))
    const shards = index.shards.length ? await search.store.load(index.shards[part][1]) : []
    const term = await search.store.term({ shards }, text)
    if (!term) return []
    if (term.frequency > MOST_RECORDS) return null
    return search.store.postings(term).filter((record, at) => at % 2 === 0 && record % PAGE && record < index.pages * PAGE)
  }
  const recordsWith = async (index, alternatives) => {
    const found = await Promise.all(alternatives.map(term => passagesWith(index, term)))
    return found.includes(null) ? null : new Set(found.flat())
  }

  /** The texts that have all of some terms, and those that have most, the likeliest first.
   * @param {any} index @param {(Set<number> | null)[]} told the records of each term @param {number} mostRead */
  const candidates = (index, told, mostRead) => {
    const found = told.filter(Boolean)
    if (!found.length) return { holding: [], similar: [], unread: index.count }
    const inTexts = new Map()
    const inRecords = new Map()
    const best = new Map()
    const textOf = record => index.textOf[Math.floor(record / PAGE)]
    const raise = (scores, key, weight) => scores.set(key, (scores.get(key) ?? 0) + weight)
    let most = 0
    for (const records of found) {
      const texts = new Set([...records].map(textOf))
      const weight = 16 - (32 - Math.clz32(texts.size)) // less, the more texts have the term
      most += weight
      for (const text of texts) raise(inTexts, text, weight)
      for (const record of records) raise(inRecords, record, weight)
    }
    for (const [record, weight] of inRecords) best.set(textOf(record), Math.max(best.get(textOf(record)) ?? 0, weight))
    const score = text => inTexts.get(text) + best.get(text)
    const ranked = [...inTexts.keys()].sort((a, b) => score(b) - score(a) || a - b)
    const holding = ranked.filter(text => inTexts.get(text) === most)
    const similar = ranked.filter(text => inTexts.get(text) < most)
    return { holding, similar, unread: Math.max(0, holding.length - mostRead) }
  }

  const texts = new Map()
  const readText = async (index, place) => {
    if (!texts.has(place)) {
      const ids = (await search.store.load(index.texts[Math.floor(place / TEXTS_IN_FILE)])).split("\n")
      const id = ids[place % TEXTS_IN_FILE]
      await readerScriptOnce(new URL(`data/quotable/${id}.js`, search.root))
      texts.set(place, quotation.read({ id, ...globalThis.readerTexts[id] }))
    }
    return texts.get(place)
  }

  const checkIn = async (index, quote, places, unread) => {
    const read = await Promise.all(places.map(place => readText(index, place)))
    const answer = quotation.check(quote, read)
    const isOpen = unread && ["altered", "absent"].includes(answer.state)
    return { ...answer, state: isOpen ? "undecided" : answer.state, read: read.map(({ id }) => id), unread }
  }
  /* The result of a check, as that of quotation.js, with the texts that were read and the number of those that were not,
     although they have all the terms: then nothing that they might have is denied. */
  const check = async quote => {
    const empty = quotation.check(quote, [])
    if (empty.state !== "absent") return empty
    const index = await open()
    const sought = soughtTerms(quote, index.common)
    const found = []
    const chosen = new Set()
    let answer = empty
    for (const size of SIZES) {
      found.push(...await Promise.all(sought.slice(found.length, size).map(term => recordsWith(index, term))))
      const isLast = size === SIZES.at(-1) || sought.length <= size
      const most = isLast ? MOST_AT_LAST : MOST_HOLDING
      const { holding, similar, unread } = candidates(index, found, most)
      if (unread && !isLast) continue
      for (const likeliest of isLast && !unread ? [0, ...MOST_SIMILAR] : [0]) {
        for (const place of likeliest ? [...holding, ...similar].slice(0, likeliest) : holding.slice(0, most)) chosen.add(place)
        answer = await checkIn(index, quote, [...chosen].sort((a, b) => a - b), unread)
        if (answer.state === "exact" || answer.matches.length && (likeliest || size >= ENOUGH)) return answer
      }
      if (isLast) break
    }
    return answer
  }
  return { check, soughtTerms: async quote => soughtTerms(quote, (await open()).common) }
})()
