/* The lines of a concordance: the passages that the search index has for the words or the entry, in order of date, and the
   lines cut out of them. The engine of the search runs in the page here, where nothing is typed while it reads. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const concordance = self.readerConcordance ??= /** @type {ReaderConcordance} */ ({})
  const PAGE = 256 // record numbers for each page number
  const BATCH = 40 // passages that are read at a time
  const BEFORE = 90 // UTF-16 units of a line before the word
  const AFTER = 110
  const NEAR = 24 // how far a cut is moved so that it divides no word
  const SORTED_BY = 4 // words before or after
  const MARKS = /** @type {const} */ (["difference", "quotation"])
  const QUOTATION_MARKS = /["“”„‟'‘’«»‹›]/g
  const ENTRY = /(?<=^|\s)entry:([a-z0-9-]+)/g

  /** @type {Promise<ReaderConcordance["index"]> | null} */
  let opened = null
  /** @type {ReaderConcordance["index"]} */
  let index
  /** @type {Map<string, number>} */
  let places
  const openIndex = async () => {
    await search.need("worker")
    await readerScriptOnce(new URL("data/text-order.js", search.root))
    search.store.open(new URL("data/search/", search.root).href)
    const manifest = await search.store.manifest()
    concordance.index = index = { manifest, columns: await search.facets(manifest), texts: self.readerTextOrder }
    places = new Map(index.columns.text.values.map((name, place) => [name, place]))
    return index
  }
  /* Load the engine and what it knows of all texts; after a failure another call tries again. */
  concordance.open = () => opened ??= openIndex().catch(error => {
    opened = null
    search.store?.retry()
    throw error
  })
  /* The place of a record's text in order of date: the values of the facet are in order of the ids of texts. */
  concordance.rankOf = record => index.texts.order[places.get(search.facetOf(index.columns, "text", record))]

  /** @param {string} id @returns {Promise<Entry | undefined>} */
  const entryOf = async id => {
    const { manifest } = index
    for (let low = 0, high = manifest.entries.length - 1; low <= high && !search.loadedEntries.has(id);) {
      const middle = (low + high) >> 1
      const [first] = await search.entries(manifest, [manifest.entries[middle][0]])
      first.id < id ? low = middle + 1 : high = middle - 1
    }
    return search.loadedEntries.get(id)
  }
  /** The entry of which all of a text is a name, the likeliest first.
   * @param {string} text */
  const entryNamed = async text => {
    const tokens = search.tokenize(text)
    const whole = (await search.findAliases(index.manifest, tokens)).find(({ from, to }) => !from && to === tokens.length)
    const [best] = whole?.ids.keys() ?? []
    return best && search.loadedEntries.get(best)
  }
  /** What each word of a text matches.
   * @param {string} text @param {boolean} isLonger whether words that begin with it do, too */
  const wantedBy = (text, isLonger) => {
    const tokens = search.tokenize(text).filter(({ shape }) => shape !== "last")
    return Promise.all(tokens.map(async token => {
      if (!isLonger && token.shape !== "lone") return { terms: new Set([token.text]), start: "" }
      const found = await search.expand(index.manifest, token, true)
      return { terms: new Set(found.map(({ entry }) => entry.term)), start: token.shape === "lone" ? token.text : "" }
    }))
  }
  /** @param {Postings | undefined} entry */
  const recordsOf = entry => entry ? search.store.postings(entry).filter((_, at) => at % 2 === 0) : []
  /** The records that have one of the terms of each word; of a phrase, where its words are in a row as far as the index
   * can tell.
   * @param {string} text @param {Wanted[]} wanted */
  const recordsWith = async (text, wanted) => {
    const isExact = wanted.every(({ terms, start: begun }) => terms.size === 1 && !begun)
    if (isExact && wanted.length > 1) {
      const { scores } = await search.findPhrase(index.manifest, { text, tokens: search.tokenize(text) })
      return [...scores.keys()]
    }
    const sets = await Promise.all(wanted.map(async ({ terms }) => {
      const found = await Promise.all([...terms].map(term => search.store.term(index.manifest, term)))
      return new Set(found.flatMap(recordsOf))
    }))
    return inAll(sets)
  }
  /** @param {Set<number>[]} sets */
  const inAll = ([first, ...others]) => [...first ?? []].filter(record => others.every(records => records.has(record)))
  /** Passages of texts, in order of date.
   * @param {number[]} records */
  const passagesAmong = records => {
    const { manifest } = index
    const ranked = records.filter(record => record % PAGE && record < manifest.entryPage * PAGE)
      .map(record => /** @type {const} */ ([concordance.rankOf(record), record]))
    return ranked.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, record]) => record)
  }

  /* The passages that have the words or name the entry. `form` is "words", "longer" or "entry"; "entry:ID" is an entry in any
     form, and two of them are the passages that name both. */
  concordance.find = async (text, form) => {
    await concordance.open()
    const ids = Array.from(text.matchAll(ENTRY), ([, id]) => id)
    const named = ids.length || form !== "entry" ? await Promise.all(ids.map(entryOf)) : [await entryNamed(text)]
    const entries = named.filter(Boolean)
    if (ids.length || form === "entry") {
      const isKnown = entries.length && entries.length === named.length
      if (!isKnown) return { name: text.trim(), records: [], wanted: [], entries: [] }
      const records = passagesAmong(inAll(entries.map(({ id }) => new Set(recordsOf(search.entryPostings.get(id))))))
      return { name: entries.map(({ label }) => label).join(" + "), records, wanted: [], entries }
    }
    const wanted = await wantedBy(text, form === "longer")
    return { name: text.trim(), records: passagesAmong(await recordsWith(text, wanted)), wanted, entries: [] }
  }

  /** The places of the words or entries in a passage, as pairs of offsets.
   * @param {Passage} passage @param {Sought} sought @returns {[start: number, end: number][]} */
  const placesIn = ({ text, spans }, { wanted, entries }) => {
    if (entries.length) {
      const ids = new Set(entries.map(({ id }) => id))
      return spans.flatMap((id, at) => ids.has(String(id)) && at % 3 === 2 ? [[Number(spans[at - 2]), Number(spans[at - 1])]] : [])
    }
    const tokens = search.tokenize(text)
    /** @type {[start: number, end: number][]} */
    const found = []
    for (let at = 0; at + wanted.length <= tokens.length; at++) {
      const isHere = wanted.every(({ terms, start: begun }, step) => {
        const { text: term } = tokens[at + step]
        return terms.has(term) || begun && term.startsWith(begun)
      })
      const first = tokens[at]
      const last = tokens[at + wanted.length - 1]
      const { start: begun } = wanted.at(-1)
      if (isHere) found.push([first.start, begun && last.shape !== "word" ? last.start + begun.length : last.end])
      if (isHere) at += wanted.length - 1
    }
    return found
  }
  /** The words before a place, from between two words on where one is near.
   * @param {string} text @param {number} place */
  const before = (text, place) => {
    if (place <= BEFORE) return text.slice(0, place)
    const cut = text.slice(place - BEFORE, place)
    const gap = cut.search(/\s/)
    return `…${gap >= 0 && gap < NEAR ? cut.slice(gap + 1) : cut}`
  }
  /** @param {string} text @param {number} place */
  const after = (text, place) => {
    if (text.length - place <= AFTER) return text.slice(place)
    const cut = text.slice(place, place + AFTER)
    const gap = cut.search(/\s\S*$/)
    return `${gap > AFTER - NEAR ? cut.slice(0, gap) : cut}…`
  }
  /** @param {string} text */
  const onOneLine = text => text.replace(/\s+/g, " ")

  /* The lines of these passages, in order, as many passages at a time as are read together. */
  concordance.lines = async function* (sought, records) {
    const { manifest, columns } = index
    for (let from = 0; from < records.length; from += BATCH) {
      const numbers = records.slice(from, from + BATCH)
      const read = await search.store.passages(manifest, numbers)
      yield numbers.flatMap(record => {
        const passage = read.records.get(record)
        const { place, anchor, lang, text } = passage
        const head = {
          record, place, anchor, lang, rank: concordance.rankOf(record), page: read.pages.get(Math.floor(record / PAGE)),
          year: search.facetOf(columns, "year", record) ?? "", maker: search.facetOf(columns, "maker", record) ?? "",
        }
        return placesIn(passage, sought).map(([start, end]) => ({
          ...head,
          left: onOneLine(before(text, start)), word: onOneLine(text.slice(start, end)), right: onOneLine(after(text, end)),
        }))
      })
    }
  }

  /** @param {string} words */
  const tokensOf = words => search.tokenize(words.replace(/^['\u2019]s(?!\p{L})/u, "")).map(({ text }) => text)
  /* A wording as it is compared: case, accents and quotation marks make no difference. */
  concordance.wordingKey = words => search.fold(words.replace(QUOTATION_MARKS, "").trim())
  /* Each wording of lines in its most frequent spelling, by what it is compared by. */
  concordance.spellings = lines => {
    /** @type {Map<string, number>} */
    const counts = new Map()
    for (const { word } of lines) counts.set(word, (counts.get(word) ?? 0) + 1)
    const rarestFirst = [...counts].sort((a, b) => a[1] - b[1])
    return new Map(rarestFirst.map(([word]) => [concordance.wordingKey(word), word]))
  }
  /* What a line has of a filter: its wording, the words next to it, what its paragraph has besides. */
  concordance.valuesOf = (line, name) => {
    const { left, word, right, page, anchor } = line
    if (name === "wording") return [concordance.wordingKey(word)]
    if (name === "near") {
      const marks = MARKS.filter(mark => index.texts[mark][page.path.replace("sources/", "")]?.includes(anchor))
      return marks.length ? marks : ["neither"]
    }
    return (name === "left" ? tokensOf(left).slice(-1) : tokensOf(right).slice(0, 1))
  }
  /* Lines by what is nearest before or after the word, by text, by date or by language; those that are alike stay in order
     of date. */
  concordance.sorted = (lines, order) => {
    const collator = new Intl.Collator(document.documentElement.lang, { numeric: true })
    /** @type {Record<string, (line: Line) => string>} */
    const keys = {
      left: ({ left }) => tokensOf(left).slice(-SORTED_BY).reverse().join(" "),
      right: ({ right }) => tokensOf(right).slice(0, SORTED_BY).join(" "),
      text: ({ page }) => page.name,
      language: ({ lang }) => lang,
    }
    const key = keys[order] ?? (() => "")
    return lines.map(line => ({ line, by: key(line) })).sort((a, b) => collator.compare(a.by, b.by) || a.line.rank - b.line.rank
      || a.line.record - b.line.record).map(({ line }) => line)
  }
})()
