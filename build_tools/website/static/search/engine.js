/* The engine: from the text of a query to the rows of an answer. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const PAGE = 256 // record numbers for each page number
  const MOST_OF_A_PAGE = 3 // passages, before other pages have their turn
  const MOST_BATCHES = 3 // of texts to read, for each list of results
  /** @type {Answer} */
  const NOTHING = {
    empty: true, card: null, rows: [], total: 0, also: [], marks: { terms: [], entries: [] }, corrected: [], absent: [],
    isPartial: false, facets: null, concordance: null,
  }

  /** At most one entry for two passages, as long as there are passages; an entry may come first.
   * @param {Ranked["rows"]} rows @param {number} firstEntry @param {number} shown the number of entries shown above */
  const mix = (rows, firstEntry, shown) => {
    const passages = rows.filter(([record]) => record < firstEntry)
    const entries = rows.filter(([record]) => record >= firstEntry)
    /** @type {Ranked["rows"]} */
    const mixed = []
    let passage = 0
    let entry = 0
    while (mixed.length < rows.length) {
      const isBetter = entries[entry]?.[1] > passages[passage]?.[1]
      const isEntry = passage >= passages.length || isBetter && entry + shown < 1 + Math.floor(passage / 2)
      mixed.push(isEntry ? entries[entry++] : passages[passage++])
    }
    return mixed
  }

  /** The rows with the fourth and later passages of a page moved behind those of other pages.
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

  /** Why a record matches: the entries, dates, words, corrected words and phrases of the query.
   * @param {number} record @param {Ranked} ranked @returns {Reason[]} */
  const reasons = (record, { groups, phrases }) => {
    const matching = groups.filter(({ scores }) => scores.has(record)).map(({ group, meant }) => {
      const corrected = group.words.find(word => word.typed)
      const entry = search.loadedEntries.get(meant.get(record))
      if (entry) return entry.label
      return corrected ? { text: corrected.text, typed: corrected.typed } : group.label
    })
    return [...matching, ...phrases.map(phrase => `“${phrase.label}”`)]
  }

  /** @param {Ranked} ranked @returns {Marks} */
  const marksOf = ({ groups, phrases }) => ({
    terms: [...new Set([...groups, ...phrases].flatMap(({ terms }) => terms))],
    entries: [...new Set(groups.flatMap(({ group }) => group.concepts.map(([id]) => id)))],
  })

  const HYPHEN = /^[-\u2010\u2011]$/
  const MOST_LETTERS_OF_REST = 3
  /** The query with each compound as one word of which all but a short part is found nowhere: such a rest is no word.
   * @param {Manifest} manifest @param {Query} query @returns {Promise<Query>} */
  const joinUnknown = async (manifest, query) => {
    const isJoined = (/** @type {Token} */ token, /** @type {Token | undefined} */ next) =>
      next && HYPHEN.test(query.rest.slice(token.end, next.start)) && /^\p{L}/u.test(next.text)
    /** @type {Token[][]} */
    const compounds = []
    for (const [index, token] of query.tokens.entries()) {
      const before = query.tokens[index - 1]
      if (before && isJoined(before, token)) compounds.at(-1).push(token)
      else compounds.push([token])
    }
    const last = query.tokens.at(-1)
    const joined = compounds.map(async parts => {
      if (parts.length < 2) return parts
      const found = await Promise.all(parts.map(token => search.expand(manifest, token, token === last)))
      const known = parts.filter((_, index) => found[index].length)
      if (known.length === parts.length || known.some(({ text }) => text.length > MOST_LETTERS_OF_REST)) return parts
      const text = parts.map(token => token.text).join("")
      return [{ ...parts[0], text, end: parts.at(-1).end }]
    })
    return { ...query, tokens: (await Promise.all(joined)).flat() }
  }

  /** The query with its typing errors corrected, unless the whole query is a name.
   * @param {Manifest} manifest @param {Query} query @returns {Promise<Query>} */
  const correctQuery = async (manifest, query) => {
    // The files for words and phrases are loaded at the same time as those for names.
    const last = query.tokens.length - 1
    const [aliases] = await Promise.all([
      search.findAliases(manifest, query.tokens),
      ...query.tokens.map((token, index) => search.expand(manifest, token, index === last)),
      ...[...query.phrases, ...query.phrasesLeftOut].flatMap(phrase => phrase.tokens.map(token => search.store.fetchTerm(manifest, token.text))),
    ])
    if (aliases.some(alias => alias.from === 0 && alias.to === query.tokens.length)) return query
    // The name of a month in another language is not an error.
    const dates = search.findDates(query.tokens.map(token => token.text))
    const isInDate = (/** @type {number} */ index) => dates.some(([from, to]) => from <= index && index < to)
    const tokens = query.tokens.map((token, index) => isInDate(index) ? token : search.correct(manifest, token))
    return joinUnknown(manifest, { ...query, tokens: await Promise.all(tokens) })
  }

  /** The record of an entry: entries have one page number each, in their order.
   * @param {Manifest} manifest @param {string} id */
  const cardNumber = (manifest, id) => (manifest.entryPage + search.loadedEntries.get(id).index) * PAGE + 1
  /** @param {Manifest} manifest @param {string} id @returns {Promise<Card>} */
  const cardFor = async (manifest, id) => {
    const { kind, label } = search.loadedEntries.get(id)
    const number = cardNumber(manifest, id)
    const { pages, records } = await search.store.passages(manifest, [number])
    return { id, kind, label, page: pages.get(Math.floor(number / PAGE)), definition: records.get(number).text }
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

  /** Where the page of an entry scores far above every passage, the passages that name the entry are added.
   * @param {Manifest} manifest @param {Query} query @param {Group[]} groups @param {Set<string>} excluded @returns {Promise<Ranked>} */
  const rankTwice = async (manifest, query, groups, excluded) => {
    const ranked = await search.rank(manifest, query, groups, excluded)
    const [[record, score] = [0, 0]] = ranked.rows
    const isPassage = (/** @type {number} */ number) => number < manifest.entryPage * PAGE
    const bestPassage = ranked.rows.find(row => isPassage(row[0]))?.[1] ?? 0
    if (query.phrases.length || excluded.has("*") || search.hasUnknown(ranked.groups)) return ranked
    if (isPassage(record) || bestPassage > score * search.weights.farBelowEntry) return ranked
    const [entry] = await search.entries(manifest, [Math.floor(record / PAGE) - manifest.entryPage])
    if (!entry || excluded.has(entry.id) || marksOf(ranked).entries.includes(entry.id)) return ranked
    // Passages that name an event are about its day; those that name a person whose definition has a day are not.
    if (entry.kind !== "event" && groups.some(({ kind }) => kind === "date")) return ranked
    /** @type {Group} */
    const group = {
      kind: "concept", label: entry.label, concepts: [[entry.id, 1]], dates: [], words: [], weight: search.weights.bestEntry,
    }
    return search.rankWith(manifest, ranked, group, excluded)
  }

  /** The first rows, and the number of rows dropped before them: where the index cannot tell whether a record contains a
   * phrase, its text is read, for a few times as many rows as are wanted. There may be fewer rows than are wanted, since
   * a query fetches only so many files; the same query then goes on with the next ones.
   * @param {Manifest} manifest @param {Ranked["rows"]} rows @param {Ranked} ranked
   * @param {{ most: number, entry: number | null }} wanted how many rows, and the record of the entry above them */
  const firstRows = async (manifest, rows, ranked, { most, entry }) => {
    const unsure = ranked.phrases.map(phrase => phrase.unsure).filter(Boolean)
    /** @type {Row[]} */
    const kept = []
    let read = 0
    for (let batches = 0; batches < MOST_BATCHES && kept.length < most && read < rows.length; batches++) {
      const batch = rows.slice(read, read + most)
      const count = search.store.countWithin(manifest, batch.map(([record]) => record), entry)
      const next = await passagesOf(manifest, batch.slice(0, count), ranked)
      for (const row of next) {
        // A long text has several heads, and is one result.
        const isThere = !row.anchor && row.page.kind === "text" && kept.some(({ page }) => page.path === row.page.path)
        const isSought = !row.anchor || unsure.every(phrase => search.holds(row.text, phrase))
          && !ranked.unsureLeftOut.some(phrase => search.holds(row.text, phrase))
        if (isSought && !isThere) kept.push(row)
      }
      read += count
      if (!unsure.length && !ranked.unsureLeftOut.length) break
    }
    return { rows: kept.slice(0, most), dropped: read - kept.length }
  }

  /** What to ask the concordance for, so that it has the lines of an answer: the entry, or the only word or phrase of the
   * query. Of several words it has only passages where they are in a row, of a misspelled one none.
   * @param {Manifest} manifest @param {Query} query @param {Ranked} ranked @param {Card | null} card */
  const concordanceOf = (manifest, query, ranked, card) => {
    if (card) return card.page.mentions ? `entry:${card.id}` : null
    const { tokens, phrases } = query
    const words = tokens.filter(({ shape }) => shape !== "last")
    const isInTexts = ranked.rows.some(([record]) => record < manifest.entryPage * PAGE)
    if (!isInTexts || words.length + phrases.length !== 1 || query.leftOut.length + query.phrasesLeftOut.length) return null
    if (phrases.length) return phrases[0].text
    const [{ group, terms }] = ranked.groups
    return group.kind === "word" && !words[0].typed && terms.includes(words[0].text) ? query.rest : null
  }

  /* The answer to a query: its card, rows and total, and the entries that were also searched for. `most` is the number of
     rows; `excluded` has the entries that are not to be added ("*": no entry is); `filters` has the chosen values of each
     facet, and with it the answer has the counts of the facets. */
  search.run = async (text, { most = 10, excluded = new Set(), filters = null, retry = false } = {}) => {
    if (retry) search.store.retry(), search.loadedEntries.clear(), search.entryPostings.clear()
    search.store.begin()
    const manifest = await search.store.manifest()
    const parsed = search.readQuery(text)
    if (!parsed.tokens.length && !parsed.phrases.length) return NOTHING
    const query = await correctQuery(manifest, parsed)
    const { groups, card } = await search.groupQuery(manifest, query, excluded)
    const ranked = await rankTwice(manifest, query, groups, excluded)
    const columns = filters && await search.facets(manifest)
    const keep = columns && search.keep(columns, filters)
    const entry = card ? cardNumber(manifest, card) : null
    const kept = ranked.rows.filter(([record]) => record !== entry && (!keep || keep(record)))
    const ordered = mix(spread(kept), manifest.entryPage * PAGE, card ? 1 : 0)
    const [cardShown, { rows, dropped }] = await Promise.all([
      card && cardFor(manifest, card), firstRows(manifest, ordered, ranked, { most, entry }),
    ])
    const marks = marksOf(ranked)
    return {
      card: cardShown,
      rows,
      total: kept.length - dropped,
      facets: columns && search.countFacets(columns, filters, ranked.rows.map(([record]) => record)),
      also: marks.entries.map(id => search.loadedEntries.get(id)).filter(Boolean),
      corrected: query.tokens.filter(token => token.typed),
      absent: ranked.groups.filter(group => search.isInNoText(manifest, group)).map(({ group }) => group.label),
      isPartial: ranked.isPartial,
      concordance: concordanceOf(manifest, query, ranked, cardShown),
      marks,
    }
  }
})()
