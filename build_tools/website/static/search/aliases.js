/* What a query names: the labels of entries, in any language, among its tokens. A unit is a word or, in an
   unspaced script, one character, so that a name is found inside a run of characters too. The labels lie sorted in
   pieces, of which only those are fetched that can hold a name of the query. The twin of build_tools/website/search/label_rows.py. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const LONGEST = 16
  const FEW = 3

  search.known = new Map()
  search.named = new Map() // where they are named

  /* A word without the ending of an English plural, so that "unfriendly states" is known. */
  search.stem = word => {
    if (word.length < 5 || !/^[a-z]+$/.test(word)) return word
    if (word.endsWith("ies")) return `${word.slice(0, -3)}y`
    if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2)
    return /[^sui]s$/.test(word) ? word.slice(0, -1) : word
  }
  /** @param {Token} token */
  const unit = token => token.shape === "word" ? search.stem(token.text) : String.fromCodePoint(token.text.codePointAt(0) ?? 0)
  search.units = text => search.tokenize(text).map(unit)

  /* Entries by their places in the list of all. */
  search.entries = async (manifest, places) => {
    const pieces = new Set(places.map(place => search.store.placeOf(manifest.entries, place)))
    await Promise.all([...pieces].map(async piece => {
      const [first, name] = manifest.entries[piece]
      /** @type {[string, string, string, string[], number, string][]} */
      const rows = await search.store.load(name)
      rows.forEach(([id, kind, label, own, frequency, packed], at) => {
        if (search.known.has(id)) return
        const labels = own.flatMap((text, half) => half % 2 ? [] : [{ text, lang: own[half + 1] }])
        search.known.set(id, { index: first + at, id, kind, label, labels })
        search.named.set(id, { frequency, packed })
      })
    }))
    const byPlace = new Map([...search.known.values()].map(entry => [entry.index, entry]))
    return places.map(place => byPlace.get(place)).filter(Boolean)
  }

  /** @type {Map<string, { key: string, ids: string }[]>} */
  const read = new Map()
  /** The rows of a piece.
   * @param {Manifest} manifest @param {number} piece */
  const rowsOf = async (manifest, piece) => {
    const name = manifest.labels[piece]?.[1]
    if (!name) return []
    if (!read.has(name)) {
      /** @type {string} */
      const text = await search.store.load(name)
      read.set(name, text.split("\n").map(line => {
        const [key, ids] = line.split("\t")
        return { key, ids }
      }))
    }
    return read.get(name) ?? []
  }
  /** The first row of a piece that does not come before a key.
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
  /** The label that is this key, and whether longer ones begin with it.
   * @param {Manifest} manifest @param {string} key */
  const look = async (manifest, key) => {
    const piece = Math.max(0, search.store.placeOf(manifest.labels, key))
    const rows = await rowsOf(manifest, piece)
    const at = firstFrom(rows, key)
    const row = rows[at]?.key === key ? rows[at] : null
    const after = rows[at + (row ? 1 : 0)]?.key ?? manifest.labels[piece + 1]?.[0] ?? ""
    return { row, longer: after.startsWith(`${key} `) }
  }
  /** The longest label that begins at a token.
   * @param {Manifest} manifest @param {string[]} units @param {number} from */
  const longestAt = async (manifest, units, from) => {
    let best = null
    // The piece that would hold the longest label comes along with that of its first unit, if it is another.
    const keys = [units[from], units.slice(from, from + LONGEST).join(" ")]
    await Promise.all(keys.map(key => rowsOf(manifest, Math.max(0, search.store.placeOf(manifest.labels, key)))))
    for (let to = from + 1; to <= Math.min(units.length, from + LONGEST); to++) {
      const { row, longer } = await look(manifest, units.slice(from, to).join(" "))
      if (row) best = { from, to, ids: row.ids }
      if (!longer) break
    }
    return best
  }

  search.findAliases = async (manifest, tokens) => {
    const units = tokens.map(unit)
    const longest = await Promise.all(units.map((_, at) => longestAt(manifest, units, at)))
    const found = []
    for (let at = 0; at < tokens.length; at = Math.max(at + 1, longest[at]?.to ?? 0)) {
      const best = longest[at]
      if (best) found.push(best)
    }
    return Promise.all(found.map(async ({ from, to, ids }) => {
      const rows = ids.split(" ").map(text => ({ place: parseInt(text, 10), weight: text.endsWith("?") ? search.weights.sharedLabel : 1 }))
      const entries = await search.entries(manifest, rows.map(row => row.place))
      return { from, to, ids: new Map(entries.map((entry, at) => [entry.id, rows[at].weight])) }
    }))
  }

  /* The entries of which a label of their own begins like this, if there are few. */
  search.beginsLike = async (manifest, text) => {
    const tokens = search.tokenize(text)
    const last = tokens.at(-1)
    const letters = [...search.fold(text.trim())]
    if (!last || letters.length < (/^[\x00-\u02ff]+$/.test(letters.join("")) ? FEW : 2)) return []
    const start = [...tokens.slice(0, -1).map(unit), last.shape === "word" ? last.text : unit(last)].join(" ")
    const places = new Set()
    for (let piece = Math.max(0, search.store.placeOf(manifest.labels, start)), goes = true; goes && piece < manifest.labels.length; piece++) {
      const rows = await rowsOf(manifest, piece)
      for (let at = firstFrom(rows, start); goes && at < rows.length; at++) {
        goes = rows[at].key.startsWith(start) && places.size <= FEW
        if (goes) rows[at].ids.split(" ").filter(id => !id.endsWith("?")).forEach(id => places.add(Number(id)))
      }
    }
    return places.size > FEW ? [] : (await search.entries(manifest, [...places])).map(entry => entry.id)
  }
})()
