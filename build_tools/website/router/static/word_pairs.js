/* Phrases with words that very many records have: the index of a router has no places of such a word, but the records of
   every two words side by side of which it is one. Twin of build_tools/website/router/index/word_pairs.py. */
(() => {
  const search = self.readerSearch
  const { findPhrase } = search

  /** FNV-1a. @param {string} word */
  const hashOf = word => new TextEncoder().encode(word).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5)
  /** @param {string} before @param {string} after */
  const pairOf = (before, after) => Math.imul(hashOf(before), 0x9e3779b1) + hashOf(after) >>> 0
  /** Of records that count the same those with the least number are kept. @param {number} record */
  const scatter = record => Math.imul(record, 2654435761) >>> 0

  /** The number of records that have a pair, and those that the index names.
   * @param {RouterManifest} index @param {number} pair @returns {Promise<PairRecords>} */
  const recordsOfPair = async (index, pair) => {
    const table = await search.store.load(index.pairs[Math.max(0, search.store.placeOf(index.pairs, pair))]?.[1])
    const row = table[search.store.placeOf(table, pair)]
    if (row) {
      const values = search.store.numbers(await search.store.load(row[1]))
      for (let at = 0, found = row[0]; at < values.length;) {
        found += values[at++]
        const frequency = values[at++]
        const end = at + 2 * Math.min(frequency, index.mostOfPair)
        if (found === pair) return { frequency, records: search.unpackRecords(values.slice(at, end)) }
        at = end
      }
    }
    return { frequency: 0, records: [] }
  }
  /** The records that all of some lists have, as far as these can tell: those that are cut have the same of those with
   * the least scattered numbers.
   * @param {PairRecords[]} lists */
  const inAll = lists => {
    const isCut = (/** @type {PairRecords} */ { frequency, records }) => Number(frequency > records.length)
    const [shortest, ...others] = lists.sort((a, b) => isCut(a) - isCut(b) || a.frequency - b.frequency).map(list =>
      ({ records: new Set(list.records), last: isCut(list) ? Math.max(...list.records.map(scatter)) : Infinity }))
    return [...shortest.records].filter(record => others.every(({ records, last }) => scatter(record) > last || records.has(record)))
  }

  search.findPhrase = async (manifest, phrase) => {
    const index = /** @type {RouterManifest} */ (manifest)
    const wanted = phrase.tokens.map((token, position) => ({ token, position })).filter(({ token }) => token.shape !== "last")
    const terms = await Promise.all(wanted.map(({ token }) => search.store.term(index, token.text)))
    const pairs = wanted.flatMap(({ token, position }, place) => {
      const next = wanted[place + 1]
      const isBeside = next?.position === position + 1 && (terms[place]?.isCut || terms[place + 1]?.isCut)
      return isBeside ? [pairOf(token.text, next.token.text)] : []
    })
    if (!pairs.length || !terms.every(Boolean)) return findPhrase(index, phrase)
    const lists = await Promise.all(pairs.map(pair => recordsOfPair(index, pair)))
    for (const entry of terms) if (!entry.isCut) {
      lists.push({ frequency: entry.frequency, records: search.store.postings(entry).filter((_, place) => place % 2 === 0) })
    }
    const weight = terms.reduce((sum, { frequency }) => sum + search.rarity(index, frequency), 0)
    return {
      scores: new Map(inAll(lists).map(record => [record, search.weights.phrase * weight])),
      terms: terms.map(({ term }) => term),
      weight,
      unsure: phrase,
      label: phrase.text,
    }
  }
})()
