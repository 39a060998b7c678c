/* Ranking: a record scores the sum over the groups of a query, reduced where it lacks a group. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const PAGE = 256 // record numbers for each page number
  const STEPS = 15 // the greatest impact of a term in a record
  const MOST_BEHIND = 5 // entries behind a word

  /* The weight of a term that occurs in so many records: the inverse document frequency of BM25. */
  search.rarity = (manifest, frequency) => Math.log(1 + (manifest.records - frequency + .5) / (frequency + .5))
  /** @param {Map<number, number>} scores @param {number} record @param {number} score */
  const raise = (scores, record, score) => {
    if (score > (scores.get(record) ?? 0)) scores.set(record, score)
  }

  /** @param {Manifest} manifest @param {Token} token @param {boolean} last @returns {Promise<Scores>} */
  const wordScores = async (manifest, token, last) => {
    if (token.parts) return search.findPhrase(manifest, { text: token.text, tokens: token.parts })
    const expanded = await search.expand(manifest, token, last)
    const exact = expanded.find(({ weight }) => weight === 1)
    // A rare spelling must not count more than the word itself.
    const most = exact ? search.rarity(manifest, exact.entry.frequency) : Infinity
    const scores = new Map()
    let weight = 0
    for (const { entry, weight: share } of expanded) {
      const rarity = Math.min(search.rarity(manifest, entry.frequency), most)
      weight = Math.max(weight, rarity * share)
      const postings = search.store.postings(entry)
      for (let index = 0; index < postings.length; index += 2) {
        raise(scores, postings[index], share * rarity * postings[index + 1] / STEPS)
      }
    }
    return { scores, weight: exact ? most : weight || search.rarity(manifest, 0), terms: expanded.map(({ entry }) => entry.term) }
  }
  /** The scores of records by entries and dates, and for each record the entry or date that gave its score.
   * @param {Manifest} manifest @param {WeightedPostings[]} concepts */
  const conceptScores = (manifest, concepts) => {
    const scores = new Map()
    const meant = new Map()
    let weight = 0
    for (const [concept, share, list] of concepts.filter(([, , postings]) => postings?.frequency)) {
      const rarity = search.rarity(manifest, list.frequency)
      const postings = search.store.postings(list)
      weight = Math.max(weight, rarity)
      for (let index = 0; index < postings.length; index += 2) {
        const record = postings[index]
        const score = share * rarity * postings[index + 1] / STEPS
        if (score > (scores.get(record) ?? 0)) scores.set(record, score), meant.set(record, concept)
      }
    }
    return { scores, meant, weight }
  }
  /** Entries with the records that name them.
   * @param {Weighted[]} concepts @returns {WeightedPostings[]} */
  const withPostings = concepts => concepts.map(([id, share]) => [id, share, search.entryPostings.get(id)])

  /** The entries behind a word that occurs in no passage but in one of their names, for instance in a language that no
   * text is in. The best few, each with its weight. `word.isWhole`: of English names only those that are this word
   * and no other, since most texts are in English and have its words.
   * @param {Manifest} manifest @param {Scores & { isWhole: boolean }} word @param {Set<string>} excluded
   * @returns {Promise<Weighted[]>} */
  const entriesBehind = async (manifest, { scores, terms, isWhole }, excluded) => {
    const records = [...scores].sort((a, b) => b[1] - a[1])
    if (!records.length || excluded.has("*") || records.some(([record]) => record < manifest.entryPage * PAGE)) return []
    const best = records.slice(0, MOST_BEHIND)
    const entries = await search.entries(manifest, best.map(([record]) => Math.floor(record / PAGE) - manifest.entryPage))
    const isNamed = (/** @type {Entry} */ { labels }) => labels.some(({ text, lang }) => {
      const tokens = search.tokenize(text).filter(token => token.shape !== "last")
      const isTerm = (/** @type {Token} */ token) => terms.includes(token.text)
      return isWhole && lang === "en" ? tokens.every(isTerm) : tokens.some(isTerm)
    })
    return entries.filter(entry => !excluded.has(entry.id) && isNamed(entry)).map(({ id }) => [id, search.weights.entryBehindWord])
  }
  /** The scores of a word, by itself and through the entries behind it.
   * @param {Manifest} manifest @param {Group} group @param {Scores & { isWhole: boolean }} word @param {Set<string>} excluded
   * @returns {Promise<GroupScores>} */
  const wordGroupScores = async (manifest, group, word, excluded) => {
    const concepts = await entriesBehind(manifest, word, excluded)
    const { scores, meant } = conceptScores(manifest, withPostings(concepts))
    for (const [record, score] of word.scores) raise(scores, record, score)
    return { ...word, scores, words: [word], group: { ...group, concepts }, meant }
  }

  /** The sum of the scores of words, and the number of words, by record.
   * @param {Scores[]} words @returns {Map<number, [sum: number, count: number]>} */
  const sumsOf = words => {
    const sums = new Map()
    for (const { scores } of words) for (const [record, score] of scores) {
      const [sum, count] = sums.get(record) ?? [0, 0]
      sums.set(record, [sum + score, count + 1])
    }
    return sums
  }

  /** The scores of a word of several pairs of characters: its first pair and all others but one, which an ending may change.
   * @param {Scores[]} pairs @returns {Scores} */
  const runScores = pairs => {
    const matching = [...sumsOf(pairs)].filter(([record, [, count]]) =>
      count >= pairs.length - 1 && pairs[0].scores.has(record))
    const scores = new Map(matching.map(([record, [sum]]) => [record, sum / pairs.length]))
    return { scores, weight: Math.max(...pairs.map(pair => pair.weight)), terms: pairs.flatMap(pair => pair.terms) }
  }

  /** The scores of a group: an entry or a date counts in full, and the words of the query add to it.
   * @param {Manifest} manifest @param {Group} group @param {Set<string>} excluded @param {boolean} [isWhole]
   * @returns {Promise<GroupScores>} */
  const groupScores = async (manifest, group, excluded, isWhole = false) => {
    const last = group.last ? group.words.length - 1 : -1
    const [words, dates] = await Promise.all([
      Promise.all(group.words.map((token, index) => wordScores(manifest, token, index === last))),
      Promise.all(group.dates.map(([date]) => search.store.term(manifest, date))),
    ])
    if (group.kind === "word") return wordGroupScores(manifest, group, { ...words[0], isWhole }, excluded)
    if (group.kind === "run") return wordGroupScores(manifest, group, { ...runScores(words), isWhole }, excluded)
    const { scores, meant, weight } = conceptScores(manifest, [
      ...withPostings(group.concepts),
      ...group.dates.map(([date, share], index) => /** @type {WeightedPostings} */ ([date, share, dates[index]])),
    ])
    const { literalWords } = search.weights
    for (const [record, [sum, count]] of sumsOf(words)) {
      if (group.kind === "date" && count < words.length) continue // the year of a date does not match the day
      const literal = sum * (count / words.length) ** search.weights.wordsCovered
      const named = scores.get(record) ?? 0
      const isPartial = count < words.length && !named
      scores.set(record, Math.max(named, isPartial ? literal * literalWords : literal) + literalWords * Math.min(named, literal))
    }
    const wordWeight = Math.max(...words.map(word => word.weight), 0)
    return { scores, words, group, meant, weight: weight || wordWeight, terms: words.flatMap(word => word.terms) }
  }

  /** The records that contain any of the tokens.
   * @param {Manifest} manifest @param {Token[]} tokens */
  const recordsWith = async (manifest, tokens) => {
    const records = new Set()
    for (const token of tokens) {
      const term = await search.store.term(manifest, token.text)
      const postings = term ? search.store.postings(term) : []
      for (let index = 0; index < postings.length; index += 2) records.add(postings[index])
    }
    return records
  }

  /** The scores of some records by the groups of a query, in the order of the records, and whether one of these, with the
   * head of its page, matches every group but the words with little meaning.
   * @param {Map<number, number>} places the records, each with its place in their order @param {GroupScores[]} groups */
  const sumGroups = (places, groups) => {
    const sums = new Float64Array(places.size)
    const covered = new Float64Array(places.size)
    const matched = new Uint8Array(places.size)
    let all = 0
    let wanted = 0
    for (const { scores, weight, group } of groups) {
      const counted = Number(group.weight !== search.weights.functionWord)
      const add = (/** @type {number | undefined} */ place, /** @type {number} */ score, /** @type {number} */ share) => {
        if (place === undefined) return
        sums[place] += score * group.weight
        covered[place] += weight * group.weight * share
        matched[place] += counted
      }
      const heads = new Map() // record 0 of a page number is the whole page
      scores.forEach((score, record) => {
        if (record % PAGE === 0) heads.set(record, score)
        add(places.get(record), score, 1)
      })
      if (heads.size) places.forEach((place, record) => {
        const score = heads.get(record - record % PAGE)
        if (score && !scores.has(record)) add(place, score, search.weights.onSamePage)
      })
      all += weight * group.weight
      wanted += counted
    }
    return {
      scores: sums.map((sum, place) => sum * (covered[place] / (all || 1)) ** search.weights.groupsCovered),
      hasAll: matched.includes(wanted),
    }
  }

  /** Records with their scores, the best first.
   * @param {Manifest} manifest @param {Omit<Ranked, "rows" | "isPartial">} scored @returns {Ranked} */
  const order = (manifest, scored) => {
    const { groups, phrases, without } = scored
    const lists = phrases.length ? [phrases[0].scores] : groups.map(group => group.scores)
    /** @type {Map<number, number>} */
    const places = new Map()
    const collect = (/** @type {(record: number) => boolean} */ isSought) => {
      for (const scores of lists) for (const record of scores.keys()) {
        const isCandidate = isSought(record) && !without.has(record) && phrases.every(phrase => phrase.scores.has(record))
        if (isCandidate && !places.has(record)) places.set(record, places.size)
      }
    }
    collect(record => record % PAGE > 0)
    // Words that only the heads of texts have (a title, a maker, a publisher) find these texts.
    if (!places.size) collect(record => record % PAGE === 0)
    const { scores, hasAll } = sumGroups(places, groups)
    // Passages are compared with the best passage: an entry has all its names in one place, and would exclude them.
    const isPassage = (/** @type {number} */ record) => record < manifest.entryPage * PAGE
    let bestPassage = 0
    let bestEntry = 0
    places.forEach((place, record) => {
      for (const phrase of phrases) scores[place] += phrase.scores.get(record)
      if (isPassage(record)) bestPassage = Math.max(bestPassage, scores[place])
      else bestEntry = Math.max(bestEntry, scores[place])
    })
    /** @type {Ranked["rows"]} */
    const rows = []
    places.forEach((place, record) => {
      const best = isPassage(record) ? bestPassage : bestEntry
      if (scores[place] >= best * search.weights.leastOfBest) rows.push([record, scores[place]])
    })
    return { ...scored, rows: rows.sort((a, b) => b[1] - a[1] || a[0] - b[0]), isPartial: !hasAll }
  }

  /* Whether a word of a group is in no text, in any form: what was found is then found by other words for the same, or
     by what the editors say. A pair of characters is no word, and words with little meaning do not matter. */
  search.isInNoText = (manifest, { group, words }) => {
    const isPair = group.kind === "word" && group.words[0].shape !== "word"
    if (group.kind === "date" || isPair || group.weight === search.weights.functionWord) return false
    return words.some(({ scores }) => !Array.from(scores.keys()).some(record => record < manifest.entryPage * PAGE))
  }
  /* Whether a word of the query is found nowhere. */
  search.hasUnknown = groups => groups.some(({ group, scores }) => group.kind === "word" && !scores.size)

  /* The ranked records of a query, with the scores of each group. */
  search.rank = async (manifest, query, groups, excluded) => {
    const find = (/** @type {Phrase} */ phrase) => search.findPhrase(manifest, phrase)
    const [scored, phrases, without, phrasesLeftOut] = await Promise.all([
      Promise.all(groups.map(group => groupScores(manifest, group, excluded))),
      Promise.all(query.phrases.map(find)),
      recordsWith(manifest, query.leftOut),
      Promise.all(query.phrasesLeftOut.map(find)),
    ])
    for (const { scores, unsure } of phrasesLeftOut) {
      if (!unsure) for (const record of scores.keys()) without.add(record)
    }
    const unsureLeftOut = phrasesLeftOut.map(phrase => phrase.unsure).filter(Boolean)
    // Beside a word that is found nowhere, another may be a part of the same unknown name: "Blue House" is no White House.
    const known = search.hasUnknown(scored) ? await Promise.all(scored.map(one => {
      const isBehind = one.group.kind !== "concept" && one.group.concepts.length
      return isBehind ? groupScores(manifest, { ...one.group, concepts: [] }, excluded, true) : one
    })) : scored
    return order(manifest, { groups: known, phrases, without, unsureLeftOut })
  }
  /* The same records ranked again with another group; the scores of the others are used again. */
  search.rankWith = async (manifest, ranked, group, excluded) =>
    order(manifest, { ...ranked, groups: [...ranked.groups, await groupScores(manifest, group, excluded)] })
})()
