/* Phrases: words in quotation marks, which a record must contain one right after the other. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})

  /** Whether the index names all records that contain a term, and not the best of them alone.
   * @param {Term} entry */
  const isWhole = entry => search.store.postings(entry).length / 2 >= entry.frequency
  /** @param {Term} entry */
  const recordsOf = entry => new Set(search.store.postings(entry).filter((_, index) => index % 2 === 0))
  /** The records that contain all of these terms, as far as the index can tell.
   * @param {Term[]} entries */
  const inAll = entries => {
    const whole = entries.filter(isWhole)
    const lists = (whole.length ? whole : entries).map(recordsOf)
    return [...lists[0] ?? []].filter(record => lists.every(records => records.has(record)))
  }
  /** The tokens of a phrase that can be looked up in the index, each with its position in the phrase.
   * @param {Phrase} phrase */
  const indexedTokens = ({ tokens }) => tokens.map((token, position) => ({ token, position }))
    .filter(({ token }) => token.shape !== "last")

  /* Whether a text contains the tokens of a phrase one after the other. */
  search.holds = (text, phrase) => {
    const wanted = indexedTokens(phrase)
    const words = search.tokenize(text).map(token => token.text)
    return words.some((_, start) => wanted.every(({ token, position }) => words[start + position] === token.text))
  }

  /* The records that contain the tokens of a phrase one after the other. The index has no positions of very frequent
     words: a record that matches on the others may contain the phrase, and only its text can tell. */
  search.findPhrase = async (manifest, phrase) => {
    const wanted = indexedTokens(phrase)
    const terms = await Promise.all(wanted.map(async ({ token, position }) => {
      const entry = await search.store.term(manifest, token.text)
      return entry && { entry, position, places: await search.store.places(manifest, entry) }
    }))
    const entries = terms.filter(Boolean)
    if (entries.length < wanted.length) return { scores: new Map(), terms: [], weight: 0, unsure: null, label: phrase.text }
    entries.sort((a, b) => a.entry.frequency - b.entry.frequency)
    const placed = entries.filter(({ places }) => places)
    const [rarest, ...others] = placed
    const weight = entries.reduce((sum, { entry }) => sum + search.rarity(manifest, entry.frequency), 0)
    /** @type {(record: number, place: number) => boolean} */
    const startsAt = (record, place) =>
      others.every(other => other.places.get(record)?.includes(place - rarest.position + other.position))
    const records = rarest ? [...rarest.places].filter(([record, places]) => places.some(place => startsAt(record, place)))
      .map(([record]) => record) : inAll(entries.map(({ entry }) => entry))
    return {
      scores: new Map(records.map(record => [record, search.weights.phrase * weight])),
      terms: entries.map(({ entry }) => entry.term),
      weight,
      unsure: placed.length < entries.length ? phrase : null,
      label: phrase.text,
    }
  }
})()
