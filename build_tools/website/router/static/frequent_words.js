/* The words of a query that many records have: the index of a router names the best of them with the word, and further
   ones in a block of their own. */
(() => {
  const search = self.readerSearch
  const OF_REST = 90_000 // bytes of a query for further records

  /** Add the further records of a term to those that its line names.
   * @param {Term} entry */
  const addRest = async entry => {
    const { block: name, impact } = entry.rest
    let record = 0
    const others = search.store.numbers(await search.store.load(name)).map(step => record += step)
    const best = search.store.postings(entry)
    if (!entry.rest) return // another query was sooner
    entry.rest = undefined
    /** @type {number[]} */
    const merged = []
    let at = 0
    for (const other of others) {
      while (at < best.length && best[at] < other) merged.push(best[at++], best[at++])
      merged.push(other, impact)
    }
    entry.postings = merged.concat(best.slice(at))
  }
  /** Fetch further records of the words of a query, of the rarest first, as far as a query may.
   * @param {RouterManifest} index @param {Query} query */
  const fetchRest = async (index, query) => {
    const tokens = [...query.tokens, ...query.phrases.flatMap(phrase => phrase.tokens)]
    const found = await Promise.all([...new Set(tokens.map(({ text }) => text))].map(text => search.store.term(index, text)))
    const sizeOf = (/** @type {Term} */ entry) => Number(entry.rest.block.split(".")[2])
    let left = OF_REST
    const affordable = found.filter(entry => entry?.rest).sort((a, b) => sizeOf(a) - sizeOf(b))
      .filter(entry => (left -= sizeOf(entry)) >= 0)
    await Promise.all(affordable.map(addRest))
  }
  const { groupQuery } = search
  search.groupQuery = async (index, query, excluded) => {
    await fetchRest(/** @type {RouterManifest} */ (index), query)
    return groupQuery(index, query, excluded)
  }
})()
