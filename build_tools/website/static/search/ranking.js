/* Records in the order of how well they answer: the sum over groups, less where a group is missing. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const PAGE = 256
  const STEPS = 15
  const MOST_BEHIND = 5

  /* How much a word tells that stands in so many records. */
  search.rarity = (manifest, frequency) => Math.log(1 + (manifest.records - frequency + .5) / (frequency + .5))
  /** @param {Map<number, number>} scores @param {number} record @param {number} score */
  const raise = (scores, record, score) => { if (score > (scores.get(record) ?? 0)) scores.set(record, score) }

  /** @param {Manifest} manifest @param {Token} token @param {boolean} last @returns {Promise<Scores>} */
  const wordScores = async (manifest, token, last) => {
    const expanded = await search.expand(manifest, token, last)
    const exact = expanded.find(({ weight }) => weight === 1)
    const most = exact ? search.rarity(manifest, exact.entry.frequency) : Infinity
    const scores = new Map()
    let weight = 0
    for (const { entry, weight: share } of expanded) {
      const rare = Math.min(search.rarity(manifest, entry.frequency), most)
      weight = Math.max(weight, rare * share)
      const postings = search.store.postings(entry)
      for (let at = 0; at < postings.length; at += 2) raise(scores, postings[at], share * rare * postings[at + 1] / STEPS)
    }
    return { scores, weight: exact ? most : weight || search.rarity(manifest, 0), terms: expanded.map(({ entry }) => entry.term) }
  }
  /** What records score by entries and dates, and for which of them.
   * @param {Manifest} manifest @param {[what: string, share: number, found: Found | undefined][]} concepts */
  const meantBy = (manifest, concepts) => {
    const scores = new Map()
    const meant = new Map()
    let weight = 0
    for (const [what, share, found] of concepts.filter(concept => concept[2]?.frequency)) {
      const rare = search.rarity(manifest, found.frequency)
      const postings = search.store.postings(found)
      weight = Math.max(weight, rare)
      for (let at = 0; at < postings.length; at += 2) {
        const score = share * rare * postings[at + 1] / STEPS
        if (score > (scores.get(postings[at]) ?? 0)) scores.set(postings[at], score), meant.set(postings[at], what)
      }
    }
    return { scores, meant, weight }
  }
  /** Entries with where they are named.
   * @param {Weighted[]} concepts @returns {[what: string, share: number, found: Found | undefined][]} */
  const withPlaces = concepts => concepts.map(([id, share]) => [id, share, search.named.get(id)])

  /** The entries that a word leads to which stands in no passage but in a name of theirs: in a language that the texts
   * are not in, say. The best few, each with its weight.
   * @param {Manifest} manifest @param {Scores} word @param {Set<string>} off @returns {Promise<Weighted[]>} */
  const entriesBehind = async (manifest, { scores, terms }, off) => {
    const records = [...scores].sort((a, b) => b[1] - a[1])
    if (!records.length || off.has("*") || records.some(([record]) => record < manifest.entryPage * PAGE)) return []
    const behind = records.slice(0, MOST_BEHIND)
    const entries = await search.entries(manifest, behind.map(([record]) => Math.floor(record / PAGE) - manifest.entryPage))
    const isNamed = (/** @type {Entry} */ { labels }) => labels.some(({ text }) => search.tokenize(text).some(token => terms.includes(token.text)))
    return entries.filter(entry => !off.has(entry.id) && isNamed(entry)).map(({ id }) => [id, search.weights.entryBehindWord])
  }
  /** What a word finds, and what it finds through entries.
   * @param {Manifest} manifest @param {Group} group @param {Scores} word @param {Set<string>} off @returns {Promise<GroupScores>} */
  const wordGroupScores = async (manifest, group, word, off) => {
    const concepts = await entriesBehind(manifest, word, off)
    const { scores, meant } = meantBy(manifest, withPlaces(concepts))
    for (const [record, score] of word.scores) raise(scores, record, score)
    return { ...word, scores, words: [word], group: { ...group, concepts }, meant }
  }

  /** What a group finds: an entry or a date counts whole, the words of the query themselves add to it.
   * @param {Manifest} manifest @param {Group} group @param {Set<string>} off @returns {Promise<GroupScores>} */
  const groupScores = async (manifest, group, off) => {
    const last = group.last ? group.words.length - 1 : -1
    const [words, dates] = await Promise.all([
      Promise.all(group.words.map((token, at) => wordScores(manifest, token, at === last))),
      Promise.all(group.dates.map(([date]) => search.store.term(manifest, date))),
    ])
    if (group.kind === "word") return wordGroupScores(manifest, group, words[0], off)
    const { scores, meant, weight } = meantBy(manifest, [
      ...withPlaces(group.concepts),
      ...group.dates.map(([date, share], at) => /** @type {[string, number, Found]} */ ([date, share, dates[at]])),
    ])
    const { literalWords } = search.weights
    const literal = new Map()
    for (const word of words) for (const [record, score] of word.scores) {
      const [sum, count] = literal.get(record) ?? [0, 0]
      literal.set(record, [sum + score, count + 1])
    }
    for (const [record, [sum, count]] of literal) {
      if (group.kind === "date" && count < words.length) continue // a year alone is no day
      const said = sum * (count / words.length) ** search.weights.wordsCovered
      const named = scores.get(record) ?? 0
      const partial = count < words.length && !named
      scores.set(record, Math.max(named, partial ? said * literalWords : said) + literalWords * Math.min(named, said))
    }
    return { scores, words, group, meant, weight: weight || Math.max(...words.map(word => word.weight), 0), terms: words.flatMap(word => word.terms) }
  }

  /** @param {Manifest} manifest @param {Token[]} tokens */
  const leftOut = async (manifest, tokens) => {
    const found = new Set()
    for (const token of tokens) {
      const term = await search.store.term(manifest, token.text)
      const postings = term ? search.store.postings(term) : []
      for (let at = 0; at < postings.length; at += 2) found.add(postings[at])
    }
    return found
  }

  /** Records with their scores, the best first.
   * @param {Manifest} manifest @param {Omit<Ranked, "rows">} scored @returns {Ranked} */
  const order = (manifest, scored) => {
    const { found, phrases, without } = scored
    const all = found.reduce((sum, one) => sum + one.weight * one.group.weight, 0) || 1
    /** @type {Set<number>} */
    const candidates = new Set(phrases.length ? phrases[0].scores.keys() : found.flatMap(one => [...one.scores.keys()]))
    /** @type {Ranked["rows"]} */
    const rows = []
    for (const record of candidates) {
      if (record % PAGE === 0 || without.has(record) || !phrases.every(phrase => phrase.scores.has(record))) continue
      let sum = 0
      let covered = 0
      for (const one of found) {
        const own = one.scores.get(record)
        const score = own ?? one.scores.get(record - record % PAGE)
        if (!score) continue
        sum += score * one.group.weight
        covered += one.weight * one.group.weight * (own ? 1 : search.weights.onSamePage)
      }
      const said = phrases.reduce((total, phrase) => total + phrase.scores.get(record), 0)
      rows.push([record, sum * (covered / all) ** search.weights.groupsCovered + said])
    }
    rows.sort((a, b) => b[1] - a[1] || a[0] - b[0])
    // Passages are held against the best passage: an entry has all its names in one place, and would put them out.
    const isPassage = (/** @type {number} */ record) => record < manifest.entryPage * PAGE
    const best = [true, false].map(kind => rows.find(([record]) => isPassage(record) === kind)?.[1] ?? 0)
    return { ...scored, rows: rows.filter(([record, score]) => score >= best[isPassage(record) ? 0 : 1] * search.weights.leastOfBest) }
  }

  /* Records in their order, and for each group what it matched. */
  search.rank = async (manifest, query, groups, off) => {
    const [found, phrases, without] = await Promise.all([
      Promise.all(groups.map(group => groupScores(manifest, group, off))),
      Promise.all(query.phrases.filter(phrase => phrase.tokens.length).map(phrase => search.findPhrase(manifest, phrase))),
      leftOut(manifest, query.leftOut),
    ])
    return order(manifest, { found, phrases, without })
  }
  /* The same with a group more; what the others match is not looked for again. */
  search.rankWith = async (manifest, ranked, group, off) =>
    order(manifest, { ...ranked, found: [...ranked.found, await groupScores(manifest, group, off)] })
})()
