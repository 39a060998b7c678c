/* The files of the index, each fetched once and only when something asks for it. They are scripts that hand
   their data over by name, so that they can be loaded from a disk, where nothing may be fetched. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
  const VALUES = new Uint8Array(128)
  for (let at = 0; at < 64; at++) VALUES[DIGITS.charCodeAt(at)] = at
  const FILES_AFTER = 2
  const FILES_BEFORE = 2
  const FILES_ABOUT = 5
  /** @type {Map<string, any>} */
  const arrived = new Map()
  /** @type {Map<string, Promise<any>>} */
  const asked = new Map()
  let tries = 0
  let folder = ""

  self.readerSearchData = (name, data) => arrived.set(name, data)

  // A manifest asked for again must not come out of the cache: what it names may be gone.
  /** @param {string} name */
  const address = name => `${folder}${name}.js` + (name === "manifest" && tries ? `?${tries}` : "")
  /** In a worker there are no scripts to add, but a script is data between two brackets.
   * @param {string} name */
  const fetchData = async name => {
    try {
      const answer = await fetch(address(name))
      const text = await answer.text()
      if (!answer.ok) throw new Error(String(answer.status))
      arrived.set(name, JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")"))))
      return arrived.get(name)
    } catch (error) {
      asked.delete(name)
      throw new Error(`search data ${name} did not arrive: ${error.message}`)
    }
  }
  /** @param {string} name @returns {Promise<any>} */
  const addScript = async name => {
    try {
      await readerScript(address(name))
      if (!arrived.has(name)) throw new Error("it was cut short")
      return arrived.get(name)
    } catch (error) {
      asked.delete(name)
      throw new Error(`search data ${name} did not arrive: ${error.message}`)
    }
  }
  /** @param {string} name @returns {Promise<any>} */
  const load = name => {
    if (!asked.has(name)) asked.set(name, self.document ? addScript(name) : fetchData(name))
    return asked.get(name)
  }

  /** The last of sorted rows whose key is not greater, or -1.
   * @param {[number | string, ...unknown[]][]} rows @param {number | string} key */
  const placeOf = (rows, key) => {
    let low = 0
    let high = rows.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (rows[middle][0] <= key) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  /** @param {string} text */
  const numbers = text => {
    const found = []
    for (let at = 0, value = 0, shift = 1; at < text.length; at++) {
      const digit = VALUES[text.charCodeAt(at)]
      value += (digit & 31) * shift
      if (digit < 32) found.push(value), value = 0, shift = 1
      else shift *= 32
    }
    return found
  }

  /** @type {Map<string, Map<string, Term>>} */
  const lists = new Map()
  /** @param {Manifest} manifest @param {number} at */
  const shardAt = async (manifest, at) => {
    const [, name] = manifest.shards[at]
    if (!lists.has(name)) {
      /** @type {string} */
      const text = await load(`t-${name}`)
      const terms = new Map()
      text.split("\n").forEach((line, row) => {
        const [term, frequency, postings] = line.split(" ")
        terms.set(term, { term, row, shard: at, frequency: Number(frequency), packed: postings })
      })
      lists.set(name, terms)
    }
    return lists.get(name)
  }

  /** The name of the block that holds a record.
   * @param {Manifest} manifest @param {number} record @returns {Promise<string>} */
  const blockOf = async ({ blocks, directories }, record) => {
    const listed = blocks ?? await load(directories[placeOf(directories, record)][1])
    return listed[placeOf(listed, record)][1]
  }

  search.store = {
    open(base) { folder = base },
    manifest: () => load("manifest"),
    load,
    placeOf,
    numbers,
    /* The terms of the files from the one that can hold the first to the one that can hold the last: of many, the
       first, or those about a term between them. */
    async terms(manifest, first, last = first, around = "") {
      const { shards } = manifest
      if (!shards.length) return []
      const low = Math.max(0, placeOf(shards, first))
      const high = Math.max(low, placeOf(shards, last))
      const from = around ? Math.max(low, placeOf(shards, around) - FILES_BEFORE) : low
      const to = Math.min(high, from + (around ? FILES_ABOUT : FILES_AFTER))
      return Promise.all(Array.from({ length: to - from + 1 }, (_, at) => shardAt(manifest, from + at)))
    },
    /* Records and impacts of a term, one after the other. */
    postings(entry) {
      if (!entry.postings) {
        let record = 0
        entry.postings = numbers(entry.packed).flatMap(value => [record += Math.floor(value / 16), value % 16])
        entry.packed = ""
      }
      return entry.postings
    },
    /* One term, if it is there. */
    async term(manifest, text) {
      return (await this.terms(manifest, text)).map(terms => terms.get(text)).find(Boolean)
    },
    /* Both files of a term, at once: what it is found in, and at which places. */
    async fetchTerm(manifest, term) {
      const at = Math.max(0, placeOf(manifest.shards, term))
      if (manifest.shards.length) await Promise.all([shardAt(manifest, at), load(`w-${manifest.shards[at][1]}`)])
    },
    /* By record, where a term stands in it; nothing for a term so frequent that its places are not kept. */
    async places(manifest, entry) {
      if (!entry.places) {
        const packed = (await load(`w-${manifest.shards[entry.shard][1]}`)).split("\n")[entry.row]
        entry.places = new Map()
        const flat = numbers(packed ?? "")
        const records = this.postings(entry)
        for (let at = 0, posting = 0; at < flat.length; posting += 2) {
          let place = 0
          const count = flat[at++]
          entry.places.set(records[posting], flat.slice(at, at += count).map(step => place += step))
        }
      }
      return entry.places.size ? entry.places : null
    },
    /* Passages by record number, with the pages they stand on. */
    async passages(manifest, records) {
      const wanted = new Set(await Promise.all(records.map(record => blockOf(manifest, record))))
      const found = { pages: new Map(), records: new Map() }
      for (const block of await Promise.all([...wanted].map(load))) {
        for (const [number, path, kind, name, title, date, mentions, texts] of block.pages) found.pages.set(number, { path, kind, name, title, date, mentions, texts })
        for (const [number, at, place, lang, text, spans = []] of block.records) found.records.set(number, { number, at, place, lang, text, spans })
      }
      return found
    },
    /* Forget what failed, so that it is asked for anew. */
    retry() {
      tries++
      for (const name of [...asked.keys()]) if (!arrived.has(name)) asked.delete(name)
      asked.delete("manifest"), arrived.delete("manifest")
    },
  }
})()
