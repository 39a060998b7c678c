/* The words of a query that many records have: the index of a router names the best of them with the word, and further
   ones in blocks of their own. */
(() => {
  const search = self.readerSearch
  const PAGE = 256 // record numbers for each page number
  const MOST = 152_000 // bytes of a query before its passages: with these, the engine and the manifest, 200 kB

  /* Records that pack_records of build_tools/website/router/index/packed_numbers.py packed: steps between pages, places. */
  search.unpackRecords = values => {
    const count = values.length / 2
    let page = 0
    let last = 0
    return values.slice(0, count).map((step, index) => {
      page += step
      return last = (index && !step ? last : page * PAGE) + values[count + index]
    })
  }

  /** Add further records of a term to those that it names already.
   * @param {Term} entry @param {NonNullable<Term["tiers"]>} tiers */
  const addRecords = async (entry, tiers) => {
    const lists = await Promise.all(tiers.map(tier => search.store.load(tier.block)))
    for (const [place, tier] of tiers.entries()) {
      if (!entry.tiers.includes(tier)) continue // another query was sooner
      entry.tiers = entry.tiers.filter(other => other !== tier)
      const postings = search.store.postings(entry)
      for (const record of search.unpackRecords(search.store.numbers(lists[place]))) postings.push(record, tier.impact)
    }
  }
  /** Fetch further records of the words of a query, of the rarest first, as far as a query may. A word alone has no need
   * of them.
   * @param {RouterManifest} index @param {Query} query */
  const fetchRecords = async (index, query) => {
    const texts = new Set(query.tokens.map(({ text }) => text))
    if (texts.size < 2) return
    const found = await Promise.all([...texts].map(text => search.store.term(index, text)))
    let left = MOST - search.bytesUsed()
    /** @param {{ block: string }} tier */
    const isAffordable = tier => (left -= Number(tier.block.split(".")[2])) >= 0
    await Promise.all(found.filter(entry => entry?.tiers.length).sort((a, b) => a.frequency - b.frequency)
      .map(entry => addRecords(entry, entry.tiers.filter(isAffordable))))
  }
  const { groupQuery } = search
  search.groupQuery = async (index, query, excluded) => {
    await fetchRecords(/** @type {RouterManifest} */ (index), query)
    return groupQuery(index, query, excluded)
  }
})()
