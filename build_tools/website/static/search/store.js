/* The files of the index, each loaded once, when it is needed. They are scripts that pass their data to readerSearchData,
   so that they can be loaded from a disk as well, where fetch is not allowed. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
  const VALUES = new Uint8Array(128) // of the digits, by character code
  for (let digit = 0; digit < 64; digit++) VALUES[DIGITS.charCodeAt(digit)] = digit
  const FILES_AFTER = 2 // of a wide range, as many as are loaded after the first
  const MOST_FILES = 10 // of a query: with the engine and the manifest, the first one of a reader takes twelve requests
  const LEAST_BLOCKS = 3 // of passages, however many files a query needed before
  /** @type {Map<string, any>} */
  const loaded = new Map()
  /** @type {Map<string, Promise<any>>} */
  const requests = new Map()
  let attempts = 0
  let fetched = 0 // files since a query began
  let folder = ""

  self.readerSearchData = (name, data) => loaded.set(name, data)

  // A manifest that is loaded again must not come from the cache: the files that it lists may be gone.
  /** @param {string} name */
  const address = name => `${folder}${name}.js` + (name === "manifest" && attempts ? `?${attempts}` : "")
  /** In a worker no script element can be added, but the data can be cut out of the script: it is all between the first
   * comma and the last bracket.
   * @param {string} name */
  const fetchData = async name => {
    try {
      const answer = await fetch(address(name))
      const text = await answer.text()
      if (!answer.ok) throw new Error(String(answer.status))
      loaded.set(name, JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")"))))
      return loaded.get(name)
    } catch (error) {
      requests.delete(name)
      throw new Error(`search data ${name} did not arrive: ${error.message}`)
    }
  }
  /** @param {string} name @returns {Promise<any>} */
  const addScript = async name => {
    try {
      await readerScript(address(name))
      if (!loaded.has(name)) throw new Error("it was cut short")
      return loaded.get(name)
    } catch (error) {
      requests.delete(name)
      throw new Error(`search data ${name} did not arrive: ${error.message}`)
    }
  }
  /** @param {string} name @returns {Promise<any>} */
  const load = name => {
    if (!requests.has(name)) {
      fetched += Number(name !== "manifest")
      requests.set(name, self.document ? addScript(name) : fetchData(name))
    }
    return requests.get(name)
  }

  /** The index of the last of sorted rows whose key is not greater, or -1.
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
  /** Numbers that build_tools/website/search/base32.py encoded: five bits a digit, the lowest first; 32 is added to all
   * digits of a number but the last.
   * @param {string} text */
  const numbers = text => {
    const values = []
    for (let index = 0, value = 0, factor = 1; index < text.length; index++) {
      const digit = VALUES[text.charCodeAt(index)]
      value += (digit & 31) * factor
      if (digit < 32) values.push(value), value = 0, factor = 1
      else factor *= 32
    }
    return values
  }

  /** @type {Map<string, Map<string, Term>>} */
  const shards = new Map()
  /** The terms of a shard.
   * @param {Pick<Manifest, "shards">} manifest @param {number} shard */
  const termsOf = async (manifest, shard) => {
    const [, name] = manifest.shards[shard]
    if (!shards.has(name)) {
      /** @type {string} */
      const text = await load(`t-${name}`)
      const terms = new Map()
      text.split("\n").forEach((line, row) => {
        const [term, frequency, postings] = line.split(" ")
        terms.set(term, { term, row, shard, frequency: Number(frequency), packed: postings })
      })
      shards.set(name, terms)
    }
    return shards.get(name)
  }

  /** @type {Map<string, number[]>} */
  const firsts = new Map() // the first record of each block of a group
  /** The name of the block that holds a record.
   * @param {Manifest} manifest @param {number} record */
  const blockOf = ({ blocks }, record) => {
    const [first, group, steps] = blocks[placeOf(blocks, record)]
    if (!firsts.has(group)) {
      let last = first
      firsts.set(group, [first, ...numbers(steps).map(step => last += step)])
    }
    return `b-${group}-${firsts.get(group).findLastIndex(number => number <= record)}`
  }

  search.store = {
    open(base) { folder = base },
    begin() { fetched = 0 },
    manifest: () => load("manifest"),
    load,
    placeOf,
    numbers,
    /* The terms of the files that can contain those from the first to the last: of many files, only the first ones. */
    async terms(manifest, first, last = first) {
      const rows = manifest.shards
      if (!rows.length) return []
      const low = Math.max(0, placeOf(rows, first))
      const high = Math.max(low, Math.min(placeOf(rows, last), low + FILES_AFTER))
      return Promise.all(Array.from({ length: high - low + 1 }, (_, index) => termsOf(manifest, low + index)))
    },
    /* The words of the lists that can contain those from the first to the last, with the number of records of each. */
    async words({ words }, first, last) {
      const named = words.slice(Math.max(0, placeOf(words, first)), placeOf(words, last) + 1)
      const lists = await Promise.all(named.map(([, name]) => search.store.load(name)))
      return lists.flatMap(list => list.split("\n")).map(line => {
        const [term, frequency] = line.split(" ")
        return { term, frequency: Number(frequency) }
      })
    },
    /* The records of a term, each followed by its impact there (0 to 15). */
    postings(entry) {
      if (!entry.postings) {
        let record = 0
        entry.postings = numbers(entry.packed).flatMap(value => [record += Math.floor(value / 16), value % 16])
        entry.packed = ""
      }
      return entry.postings
    },
    /* A term, if the index has it. */
    async term(manifest, text) {
      return (await this.terms(manifest, text)).map(terms => terms.get(text)).find(Boolean)
    },
    /* Load both files of a term: the one with its records and the one with its places. */
    async fetchTerm(manifest, term) {
      const shard = Math.max(0, placeOf(manifest.shards, term))
      if (manifest.shards.length) await Promise.all([termsOf(manifest, shard), load(`w-${manifest.shards[shard][1]}`)])
    },
    /* The places of all terms that are in one file with a term, a line for each. */
    positions: (manifest, entry) => load(`w-${manifest.shards[entry.shard][1]}`),
    /* The places of a term (token numbers) by record; null for a term that is so frequent that the index has no places. */
    async places(manifest, entry) {
      if (!entry.places) {
        const packed = (await this.positions(manifest, entry)).split("\n")[entry.row]
        entry.places = new Map()
        const values = numbers(packed ?? "") // for each record the number of places, then the steps from place to place
        const records = this.postings(entry)
        for (let index = 0, posting = 0; index < values.length; posting += 2) {
          let place = 0
          const count = values[index++]
          entry.places.set(records[posting], values.slice(index, index += count).map(step => place += step))
        }
      }
      return entry.places.size ? entry.places : null
    },
    /* How many of these records can be shown before a query fetches more files than it may: results come in the order
       of their worth, from all over the corpus, and the first ones must not wait for the last. `card` is the record of
       the entry above them, or null. */
    countWithin(manifest, records, card) {
      const most = Math.max(LEAST_BLOCKS, MOST_FILES - fetched)
      const wanted = new Set(card ? [blockOf(manifest, card)].filter(name => !requests.has(name)) : [])
      const beyond = records.findIndex(record => {
        const name = blockOf(manifest, record)
        if (!requests.has(name)) wanted.add(name)
        return wanted.size > most
      })
      return beyond < 0 ? records.length : beyond
    },
    /* Passages by record number, and their pages by page number. */
    async passages(manifest, records) {
      const wanted = new Set(records.map(record => blockOf(manifest, record)))
      const pages = new Map()
      const passages = new Map()
      for (const block of await Promise.all([...wanted].map(load))) {
        for (const [number, path, kind, name, title, date, mentions, texts] of block.pages) {
          pages.set(number, { path, kind, name, title, date, mentions, texts })
        }
        for (const [number, anchor, place, lang, text, spans = []] of block.records) {
          passages.set(number, { number, anchor, place, lang, text, spans })
        }
      }
      return { pages, records: passages }
    },
    /* Forget the files that failed, so that they are loaded again. */
    retry() {
      attempts++
      for (const name of [...requests.keys()]) if (!loaded.has(name)) requests.delete(name)
      requests.delete("manifest"), loaded.delete("manifest")
    },
  }
})()
