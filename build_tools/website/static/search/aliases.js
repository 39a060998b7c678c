/* The entries that a query names: labels, in any language, among its tokens. A label is compared by units: a unit is a
   word or, in a script without spaces, one character, so that a name inside a run of characters is found too. The labels
   are sorted and divided into files, and only those that can contain a name of the query are loaded. The twin of
   build_tools/website/search/label_rows.py. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const LONGEST_LABEL = 16 // units
  const MOST_BEGUN = 3 // entries whose labels begin with the query
  const LEAST_LETTERS = 3 // of such a query in the Latin script

  search.loadedEntries = new Map()
  search.entryPostings = new Map()

  /* A word without the ending of an English plural, so that "unfriendly states" matches "unfriendly state". */
  search.stem = word => {
    if (word.length < 5 || !/^[a-z]+$/.test(word)) return word
    if (word.endsWith("ies")) return `${word.slice(0, -3)}y`
    if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2)
    return /[^sui]s$/.test(word) ? word.slice(0, -1) : word
  }
  /** @param {Token} token */
  const unit = ({ text, shape }) => shape === "word" ? search.stem(text) : String.fromCodePoint(text.codePointAt(0) ?? 0)
  search.units = text => search.tokenize(text).map(unit)

  /* Entries by their indexes in the list of all entries. */
  search.entries = async (manifest, indexes) => {
    const pieces = new Set(indexes.map(index => search.store.placeOf(manifest.entries, index)))
    await Promise.all([...pieces].map(async piece => {
      const [first, name] = manifest.entries[piece]
      /** @type {[string, string, string, string[], number, string][]} */
      const rows = await search.store.load(name)
      rows.forEach(([id, kind, label, names, frequency, packed], position) => {
        if (search.loadedEntries.has(id)) return
        // Each label is followed by its language.
        const labels = names.flatMap((text, place) => place % 2 ? [] : [{ text, lang: names[place + 1] }])
        search.loadedEntries.set(id, { index: first + position, id, kind, label, labels })
        search.entryPostings.set(id, { frequency, packed })
      })
    }))
    const byIndex = new Map([...search.loadedEntries.values()].map(entry => [entry.index, entry]))
    return indexes.map(index => byIndex.get(index)).filter(Boolean)
  }

  /** @type {Map<string, { key: string, ids: string }[]>} */
  const loadedRows = new Map()
  /** The rows of a file of labels.
   * @param {Manifest} manifest @param {number} piece */
  const rowsOf = async (manifest, piece) => {
    const name = manifest.labels[piece]?.[1]
    if (!name) return []
    if (!loadedRows.has(name)) {
      /** @type {string} */
      const text = await search.store.load(name)
      loadedRows.set(name, text.split("\n").map(line => {
        const [key, ids] = line.split("\t")
        return { key, ids }
      }))
    }
    return loadedRows.get(name) ?? []
  }
  /** The index of the first row that does not come before a key.
   * @param {{ key: string }[]} rows @param {string} key */
  const firstFrom = (rows, key) => {
    let low = 0
    let high = rows.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (rows[middle].key < key) low = middle + 1
      else high = middle
    }
    return low
  }
  /** The row of the label that equals a key, if there is one, and whether longer labels begin with the key.
   * @param {Manifest} manifest @param {string} key */
  const lookUp = async (manifest, key) => {
    const piece = Math.max(0, search.store.placeOf(manifest.labels, key))
    const rows = await rowsOf(manifest, piece)
    const index = firstFrom(rows, key)
    const row = rows[index]?.key === key ? rows[index] : null
    const next = rows[index + (row ? 1 : 0)]?.key ?? manifest.labels[piece + 1]?.[0] ?? ""
    return { row, hasLonger: next.startsWith(`${key} `) }
  }
  /** The longest label that begins at a token.
   * @param {Manifest} manifest @param {string[]} units @param {number} from */
  const longestAt = async (manifest, units, from) => {
    let best = null
    // The file that can contain the longest label is loaded together with that of the first unit.
    const keys = [units[from], units.slice(from, from + LONGEST_LABEL).join(" ")]
    await Promise.all(keys.map(key => rowsOf(manifest, Math.max(0, search.store.placeOf(manifest.labels, key)))))
    for (let to = from + 1; to <= Math.min(units.length, from + LONGEST_LABEL); to++) {
      const { row, hasLonger } = await lookUp(manifest, units.slice(from, to).join(" "))
      if (row) best = { from, to, ids: row.ids }
      if (!hasLonger) break
    }
    return best
  }

  /* The names in a query, and the entries that bear each: first those whose own it is, then those that the texts name most. */
  search.findAliases = async (manifest, tokens) => {
    const units = tokens.map(unit)
    const longest = await Promise.all(units.map((_, index) => longestAt(manifest, units, index)))
    const matches = []
    for (let index = 0; index < tokens.length; index = Math.max(index + 1, longest[index]?.to ?? 0)) {
      const match = longest[index]
      if (match) matches.push(match)
    }
    const { sharedLabel } = search.weights
    return Promise.all(matches.map(async ({ from, to, ids }) => {
      // A question mark follows the index of an entry that shares the label.
      const rows = ids.split(" ").map(text => ({ index: parseInt(text, 10), weight: text.endsWith("?") ? sharedLabel : 1 }))
      const entries = await search.entries(manifest, rows.map(row => row.index))
      const bearers = entries.map(({ id }, position) => /** @type {Weighted} */ ([id, rows[position].weight]))
      const frequency = (/** @type {string} */ id) => search.entryPostings.get(id)?.frequency ?? 0
      bearers.sort((a, b) => b[1] - a[1] || frequency(b[0]) - frequency(a[0]))
      return { from, to, ids: new Map(bearers) }
    }))
  }

  /* The entries that have a label of their own which begins with the query, if there are only a few. */
  search.beginsLike = async (manifest, text) => {
    const tokens = search.tokenize(text)
    const last = tokens.at(-1)
    const letters = [...search.fold(text.trim())]
    const isLatin = /^[\x00-\u02ff]+$/.test(letters.join(""))
    if (!last || letters.length < (isLatin ? LEAST_LETTERS : 2)) return []
    const start = [...tokens.slice(0, -1).map(unit), last.shape === "word" ? last.text : unit(last)].join(" ")
    const indexes = new Set()
    let piece = Math.max(0, search.store.placeOf(manifest.labels, start))
    for (let goes = true; goes && piece < manifest.labels.length; piece++) {
      const rows = await rowsOf(manifest, piece)
      for (let position = firstFrom(rows, start); goes && position < rows.length; position++) {
        const { key, ids } = rows[position]
        goes = key.startsWith(start) && indexes.size <= MOST_BEGUN
        if (goes) ids.split(" ").filter(id => !id.endsWith("?")).forEach(id => indexes.add(Number(id)))
      }
    }
    return indexes.size > MOST_BEGUN ? [] : (await search.entries(manifest, [...indexes])).map(entry => entry.id)
  }
})()
