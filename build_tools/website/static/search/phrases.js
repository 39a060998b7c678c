/* Phrases: the records that hold words one right after the other. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})

  /** The records in which all of these stand.
   * @param {Term[]} entries */
  const inAll = entries => {
    const [first, ...others] = entries.map(entry => new Set(search.store.postings(entry).filter((_, at) => at % 2 === 0)))
    return [...first ?? []].filter(record => others.every(records => records.has(record)))
  }
  /** The tokens of a phrase that can be looked up, each with its place.
   * @param {Phrase} phrase */
  const lookedUp = ({ tokens }) => tokens.map((token, at) => ({ token, at })).filter(({ token }) => token.shape !== "last")

  /* Whether a text holds the tokens of a phrase one after the other. */
  search.holds = (text, phrase) => {
    const looked = lookedUp(phrase)
    const tokens = search.tokenize(text).map(token => token.text)
    return tokens.some((_, start) => looked.every(({ token, at }) => tokens[start + at] === token.text))
  }

  /* The records that hold the tokens of a phrase one after the other. Of very frequent words the places are not kept:
     then they may hold it, and only their text can tell. */
  search.findPhrase = async (manifest, phrase) => {
    const looked = lookedUp(phrase)
    const terms = await Promise.all(looked.map(async ({ token, at }) => {
      const entry = await search.store.term(manifest, token.text)
      return entry && { entry, at, places: await search.store.places(manifest, entry) }
    }))
    const entries = terms.filter(Boolean)
    if (entries.length < looked.length) return { scores: new Map(), terms: [], weight: 0, unsure: null, said: phrase.text }
    entries.sort((a, b) => a.entry.frequency - b.entry.frequency)
    const placed = entries.filter(({ places }) => places)
    const [first, ...others] = placed
    const scores = new Map()
    const rare = entries.reduce((sum, { entry }) => sum + search.rarity(manifest, entry.frequency), 0)
    for (const [record, places] of first?.places ?? []) {
      const stands = places.some((/** @type {number} */ place) => others.every(other => other.places.get(record)?.includes(place - first.at + other.at)))
      if (stands) scores.set(record, search.weights.phrase * rare)
    }
    if (!first) for (const record of inAll(entries.map(({ entry }) => entry))) scores.set(record, search.weights.phrase * rare)
    return { scores, terms: entries.map(({ entry }) => entry.term), weight: rare, unsure: placed.length < entries.length ? phrase : null, said: phrase.text }
  }
})()
