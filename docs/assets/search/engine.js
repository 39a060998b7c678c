/* From the words of a query to rows: everything between the index and what a reader sees. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const PAGE = 256
  const MOST_OF_A_PAGE = 3

  /* The best of each page first: a fourth passage of one page waits until other pages have had their turn. */
  const spread = rows => {
    const counts = new Map()
    const first = []
    const later = []
    for (const row of rows) {
      const page = Math.floor(row[0] / PAGE)
      const count = counts.get(page) ?? 0
      counts.set(page, count + 1)
      ;(count < MOST_OF_A_PAGE ? first : later).push(row)
    }
    return [...first, ...later]
  }

  /* Why a row was found: the entries and dates meant, the words read, and typing errors put right. */
  const reasons = (record, found) => found.filter(one => one.scores.has(record)).map(({ group }) => {
    const typed = group.words.find(word => word.typed)
    const named = group.concepts.map(([id]) => search.known.get(id)).filter(Boolean)
    if (named.length) return named[0].label
    return typed ? `${typed.text} (for ${typed.typed})` : group.label
  })

  const marksOf = (found, phrases) => ({
    terms: [...new Set([...found, ...phrases].flatMap(one => one.terms))],
    entries: [...new Set(found.flatMap(one => one.group.concepts.map(([id]) => id)))],
  })

  const alsoSearching = groups => {
    const ids = [...new Set(groups.flatMap(group => group.concepts.map(([id]) => id)))]
    return ids.map(id => search.known.get(id)).filter(Boolean)
  }

  /* A search: card, rows, total and what else was looked for. `off` are entries not to be added ("*": none is),
     `filters` the chosen values of each facet: with them, the answer counts facets. */
  search.run = async (text, { most = 10, off = new Set(), filters = null, retry = false } = {}) => {
    if (retry) search.store.retry(), search.known.clear()
    const manifest = await search.store.manifest()
    const query = search.readQuery(text)
    if (!query.tokens.length && !query.phrases.length) return { empty: true, rows: [], total: 0, also: [], marks: { terms: [], entries: [] } }
    // What the words need is fetched while the names are looked for.
    const words = query.tokens.map(token => search.expand(manifest, token, false))
    const aliases = await search.findAliases(manifest, query.tokens)
    await Promise.all(words)
    if (!aliases.some(alias => alias.from === 0 && alias.to === query.tokens.length)) {
      query.tokens = await Promise.all(query.tokens.map(token => search.correct(manifest, token)))
    }
    const { groups, card: named } = await search.groupQuery(manifest, query, off)
    const { rows, found, phrases } = await search.rank(manifest, query, groups)
    const marks = marksOf(found, phrases)
    const cardPath = named && `glossary/${named}`
    const data = filters && await search.facets(manifest)
    const keep = data && search.keep(data, filters)
    const kept = keep ? rows.filter(([record]) => keep(record)) : rows
    const passages = await search.store.passages(manifest, spread(kept).slice(0, most + 1).map(([record]) => record))
    const shown = spread(kept).slice(0, most + 1).map(([record, score]) => {
      const page = passages.pages.get(Math.floor(record / PAGE))
      const passage = passages.records.get(record)
      return { ...passage, page, score, pieces: search.snippet(passage, marks), why: reasons(record, found) }
    })
    return {
      card: named ? await cardFor(manifest, named) : null,
      rows: shown.filter(row => row.page.path !== cardPath).slice(0, most),
      total: kept.length - (named && kept.some(([record]) => record === cardNumber(manifest, named)) ? 1 : 0),
      facets: data && search.countFacets(data, filters, rows.map(([record]) => record)),
      also: alsoSearching(groups),
      corrected: query.tokens.filter(token => token.typed),
      marks,
    }
  }

  // An entry has one page number, in the order of all entries.
  const cardNumber = (manifest, id) => (manifest.entryPage + search.known.get(id).index) * PAGE + 1
  const cardFor = async (manifest, id) => {
    const { kind, label } = search.known.get(id)
    const number = cardNumber(manifest, id)
    const found = await search.store.passages(manifest, [number])
    const page = found.pages.get(Math.floor(number / PAGE))
    return { id, kind, label, page, definition: found.records.get(number).text }
  }
})()
