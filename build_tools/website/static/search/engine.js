/* From the words of a query to rows: everything between the index and what a reader sees. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const PAGE = 256
  const MOST_OF_A_PAGE = 3
  const TURNS = 3
  /** @type {Answer} */
  const NOTHING = { empty: true, card: null, rows: [], total: 0, also: [], marks: { terms: [], entries: [] }, corrected: [], facets: null }

  /** No more entries than half as many as passages, while there are any; one may come first.
   * @param {Ranked["rows"]} rows @param {number} firstEntry @param {number} shown how many entries stand above */
  const mix = (rows, firstEntry, shown) => {
    const passages = rows.filter(([record]) => record < firstEntry)
    const entries = rows.filter(([record]) => record >= firstEntry)
    /** @type {Ranked["rows"]} */
    const mixed = []
    let at = 0
    for (let taken = 0; mixed.length < rows.length;) {
      const turn = at >= passages.length || entries[taken]?.[1] > passages[at][1] && taken + shown < 1 + Math.floor(at / 2)
      mixed.push(turn ? entries[taken++] : passages[at++])
    }
    return mixed
  }

  /** The best of each page first: a fourth passage of one page waits until other pages have had their turn.
   * @param {Ranked["rows"]} rows */
  const spread = rows => {
    /** @type {Map<number, number>} */
    const counts = new Map()
    /** @type {Ranked["rows"]} */
    const first = []
    /** @type {Ranked["rows"]} */
    const later = []
    for (const row of rows) {
      const page = Math.floor(row[0] / PAGE)
      const count = counts.get(page) ?? 0
      counts.set(page, count + 1)
      ;(count < MOST_OF_A_PAGE ? first : later).push(row)
    }
    return [...first, ...later]
  }

  /** Why a row was found: the entries and dates meant, the words read, typing errors put right, and phrases.
   * @param {number} record @param {Ranked} ranked */
  const reasons = (record, { found, phrases }) => [...found.filter(one => one.scores.has(record)).map(({ group, meant }) => {
    const typed = group.words.find(word => word.typed)
    const named = search.known.get(meant.get(record))
    if (named) return named.label
    return typed ? `${typed.text} (for ${typed.typed})` : group.label
  }), ...phrases.map(phrase => `“${phrase.said}”`)]

  /** @param {Ranked} ranked @returns {Marks} */
  const marksOf = ({ found, phrases }) => ({
    terms: [...new Set([...found, ...phrases].flatMap(one => one.terms))],
    entries: [...new Set(found.flatMap(one => one.group.concepts.map(([id]) => id)))],
  })

  /** The query with its typing errors put right, unless the whole of it is a name.
   * @param {Manifest} manifest @param {Query} query @returns {Promise<Query>} */
  const corrected = async (manifest, query) => {
    // What words and phrases need is fetched while the names are looked for.
    const last = query.tokens.length - 1
    const [aliases] = await Promise.all([
      search.findAliases(manifest, query.tokens),
      ...query.tokens.map((token, at) => search.expand(manifest, token, at === last)),
      ...query.phrases.flatMap(phrase => phrase.tokens.map(token => search.store.fetchTerm(manifest, token.text))),
    ])
    if (aliases.some(alias => alias.from === 0 && alias.to === query.tokens.length)) return query
    const dated = search.findDates(query.tokens.map(token => token.text)) // the month of another language is no error
    const isDated = (/** @type {number} */ at) => dated.some(([from, to]) => from <= at && at < to)
    return { ...query, tokens: await Promise.all(query.tokens.map((token, at) => isDated(at) ? token : search.correct(manifest, token))) }
  }

  /** An entry has one page number, in the order of all entries.
   * @param {Manifest} manifest @param {string} id */
  const cardNumber = (manifest, id) => (manifest.entryPage + search.known.get(id).index) * PAGE + 1
  /** @param {Manifest} manifest @param {string} id @returns {Promise<Card>} */
  const cardFor = async (manifest, id) => {
    const { kind, label } = search.known.get(id)
    const number = cardNumber(manifest, id)
    const found = await search.store.passages(manifest, [number])
    return { id, kind, label, page: found.pages.get(Math.floor(number / PAGE)), definition: found.records.get(number).text }
  }

  /** @param {Manifest} manifest @param {Ranked["rows"]} rows @param {Ranked} ranked @returns {Promise<Row[]>} */
  const passagesOf = async (manifest, rows, ranked) => {
    const marks = marksOf(ranked)
    const passages = await search.store.passages(manifest, rows.map(([record]) => record))
    return rows.map(([record, score]) => {
      const passage = passages.records.get(record)
      const page = passages.pages.get(Math.floor(record / PAGE))
      return { ...passage, page, score, pieces: search.snippet(passage, marks), why: reasons(record, ranked) }
    })
  }

  /** Where an entry's own page answers far better than any passage does, the passages that name it are meant as well.
   * @param {Manifest} manifest @param {Query} query @param {Group[]} groups @param {Set<string>} off @returns {Promise<Ranked>} */
  const rankTwice = async (manifest, query, groups, off) => {
    const ranked = await search.rank(manifest, query, groups, off)
    const [[record, score] = [0, 0]] = ranked.rows
    const passage = ranked.rows.find(row => row[0] < manifest.entryPage * PAGE)?.[1] ?? 0
    if (query.phrases.length || off.has("*") || record < manifest.entryPage * PAGE || passage > score * search.weights.farBelowEntry) return ranked
    const [entry] = await search.entries(manifest, [Math.floor(record / PAGE) - manifest.entryPage])
    if (!entry || off.has(entry.id) || marksOf(ranked).entries.includes(entry.id)) return ranked
    /** @type {Group} */
    const meant = { kind: "concept", label: entry.label, concepts: [[entry.id, 1]], dates: [], words: [], weight: search.weights.bestEntry }
    return search.rankWith(manifest, ranked, meant, off)
  }

  /** The first rows that hold what they are to hold, and how many on the way did not: where the index cannot tell of a
   * phrase, texts are read, some times as many as are wanted.
   * @param {Manifest} manifest @param {Ranked["rows"]} rows @param {number} most @param {Ranked} ranked */
  const firstRows = async (manifest, rows, most, ranked) => {
    const unsure = ranked.phrases.map(phrase => phrase.unsure).filter(Boolean)
    /** @type {Row[]} */
    const found = []
    let read = 0
    do {
      const next = await passagesOf(manifest, rows.slice(read, read += most), ranked)
      found.push(...next.filter(({ at, text }) => !at || unsure.every(phrase => search.holds(text, phrase))))
    } while (found.length < most && read < Math.min(rows.length, most * TURNS))
    return { rows: found.slice(0, most), dropped: Math.min(read, rows.length) - found.length }
  }

  /* A search: card, rows, total and what else was looked for. `off` are entries not to be added ("*": none is),
     `filters` the chosen values of each facet: with them, the answer counts facets. */
  search.run = async (text, { most = 10, off = new Set(), filters = null, retry = false } = {}) => {
    if (retry) search.store.retry(), search.known.clear(), search.named.clear()
    const manifest = await search.store.manifest()
    const read = search.readQuery(text)
    if (!read.tokens.length && !read.phrases.length) return NOTHING
    const query = await corrected(manifest, read)
    const { groups, card } = await search.groupQuery(manifest, query, off)
    const ranked = await rankTwice(manifest, query, groups, off)
    const columns = filters && await search.facets(manifest)
    const keep = columns && search.keep(columns, filters)
    const entry = card && cardNumber(manifest, card)
    const kept = ranked.rows.filter(([record]) => record !== entry && (!keep || keep(record)))
    const ordered = mix(spread(kept), manifest.entryPage * PAGE, card ? 1 : 0)
    const [shown, { rows, dropped }] = await Promise.all([card && cardFor(manifest, card), firstRows(manifest, ordered, most, ranked)])
    const marks = marksOf(ranked)
    return {
      card: shown,
      rows,
      total: kept.length - dropped,
      facets: columns && search.countFacets(columns, filters, ranked.rows.map(([record]) => record)),
      also: marks.entries.map(id => search.known.get(id)).filter(Boolean),
      corrected: query.tokens.filter(token => token.typed),
      marks,
    }
  }
})()
