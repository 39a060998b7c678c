/* The files of a router's index: blocks in big files, each read by a range of bytes and kept, and the passages of the
   collections, from their own files. What is not here is as in the store of one index. */
(() => {
  const search = self.readerSearch
  const PAGE = 256 // record numbers for each page number
  const BLOCKS_AFTER = 1
  const LARGE = 64 // blocks: as many as a large index has files, so that complete words are looked up in one
  // Of a query: the bytes after which fewer passages are read, those that a passage costs, and the least passages.
  const ENOUGH = 130_000
  const OF_PASSAGE = 5_000
  const LEAST_PASSAGES = 3
  const PARTIAL = 206
  let folder = ""
  let attempts = 0
  /** The records whose passages are here. @type {Set<number>} */
  const read = new Set()
  let isCut = false // whether a list of records that was asked for is not whole
  /** The bytes of each block and file that a query asks for, whether it is here already or not: so that an answer does not
   * depend on the queries before. @type {Map<string, number>} */
  const used = new Map()
  /** @type {Promise<boolean> | null} */
  let rangesKnown = null // whether the server sends parts of files, as its first answer shows
  /** @type {Map<string, Promise<any>>} */
  const requests = new Map()

  /** The value of a request, which is made again if it failed.
   * @param {string} name @param {() => Promise<any>} ask */
  const once = (name, ask) => {
    if (!requests.has(name)) {
      requests.set(name, ask().catch(error => {
        requests.delete(name)
        throw new Error(`search data ${name} did not arrive: ${error.message}`)
      }))
    }
    return requests.get(name)
  }
  /** @param {string} address @param {RequestInit} [options] */
  const get = async (address, options) => {
    const answer = await fetch(address, options)
    if (!answer.ok) throw new Error(String(answer.status))
    return answer
  }
  /** @param {string} file */
  const wholeFile = file => once(`whole ${file}`, async () => (await get(`${folder}${file}`)).arrayBuffer())
  /** The bytes of a part of a file, or null where the server sent the whole of it, which is then kept.
   * @param {string} file @param {number} offset @param {number} length */
  const partOf = async (file, offset, length) => {
    const answer = await get(`${folder}${file}`, { headers: { Range: `bytes=${offset}-${offset + length - 1}` } })
    const bytes = await answer.arrayBuffer()
    if (answer.status === PARTIAL) return bytes
    requests.set(`whole ${file}`, Promise.resolve(bytes))
    return null
  }
  /** @param {string} file @param {number} offset @param {number} length @returns {Promise<ArrayBuffer>} */
  const bytesOf = async (file, offset, length) => {
    /** @returns {Promise<ArrayBuffer>} */
    const fromWhole = async () => (await wholeFile(file)).slice(offset, offset + length)
    if (rangesKnown) return await rangesKnown ? partOf(file, offset, length) : fromWhole()
    const first = partOf(file, offset, length)
    rangesKnown = first.then(Boolean)
    rangesKnown.catch(() => {
      rangesKnown = null
    })
    return await first ?? fromWhole()
  }
  /** @param {ArrayBuffer} bytes */
  const inflate = bytes =>
    new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text()

  /** @returns {Promise<RouterManifest>} */
  const manifest = () => once("manifest", async () => {
    // One that is loaded again must not come from the cache: the files that it lists may be gone.
    const found = await (await get(`${folder}manifest.json${attempts ? `?${attempts}` : ""}`)).json()
    return { ...found, shards: { length: LARGE } }
  })
  /** @param {string} name */
  const use = name => used.set(name, Number(name.split(".")[2]))
  /** The text of a block: its name has the number of its file, offset, length and checksum.
   * @param {string} name @returns {Promise<string>} */
  const block = name => use(name) && once(name, async () => {
    const [file, offset, length, checksum] = name.split(".")
    const { files } = await manifest()
    const bytes = await bytesOf(files[Number(file)], Number(offset), Number(length))
    const last = [...new Uint8Array(bytes).slice(-checksum.length / 2)].map(byte => byte.toString(16).padStart(2, "0"))
    if (bytes.byteLength !== Number(length) || last.join("") !== checksum) throw new Error("it is another block")
    return inflate(bytes)
  })
  /** The rows of a block of JSON.
   * @param {string} name @returns {Promise<any[]>} */
  const rowsOf = name => use(name) && once(`rows ${name}`, async () => JSON.parse(await block(name)))
  /** A file of passages of a collection.
   * @param {string} address */
  const passagesIn = async address => {
    const { size, file } = await once(address, async () => {
      const text = await (await get(address)).text()
      return { size: text.length / 2, file: JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")"))) } // sent compressed
    })
    used.set(address, size)
    return file
  }

  /** The row of the block of terms that is some blocks further on, or null.
   * @param {RouterManifest} index @param {[table: number, row: number]} from @param {number} steps
   * @returns {Promise<[string, string, string] | null>} */
  const moved = async (index, [table, row], steps) => {
    let place = row + steps
    for (const [, name] of index.tables.slice(table)) {
      const rows = await rowsOf(name)
      if (place < rows.length) return rows[place]
      place -= rows.length
    }
    return null
  }
  /** Where the block of terms is that can contain a term.
   * @param {RouterManifest} index @param {string} term @returns {Promise<[number, number]>} */
  const placeOfTerm = async (index, term) => {
    const table = Math.max(0, search.store.placeOf(index.tables, term))
    return [table, Math.max(0, search.store.placeOf(await rowsOf(index.tables[table][1]), term))]
  }
  /** @param {[string, string, string]} row */
  const termsOf = ([, terms, places]) => use(terms) && once(`terms ${terms}`, async () => {
    const lines = (await block(terms)).split("\n").map((line, row) => {
      const [term, frequency, packed, ...more] = line.split(" ")
      const tiers = more.slice(1).map(named => named.split(":")).map(([impact, name]) => ({ impact: Number(impact), block: name }))
      const found = { term, row, shard: 0, block: places, frequency: Number(frequency), packed, isCut: more.length > 0, tiers }
      return /** @type {[string, Term]} */ ([term, found])
    })
    return new Map(lines)
  })
  /** The entry of a record: its row, or null.
   * @param {RouterManifest} index @param {number} page @returns {Promise<RouterEntry | null>} */
  const entryRow = async (index, page) => {
    const place = page - index.entryPage
    if (place < 0 || place >= index.entryCount) return null
    const [first, name] = index.entries[search.store.placeOf(index.entries, place)]
    return (await rowsOf(name))[place - first]
  }
  /** Which collection has a record, its number there, and the row of the entry that it is of.
   * @param {RouterManifest} index @param {number} record */
  const homeOf = async (index, record) => {
    const page = Math.floor(record / PAGE)
    const row = await entryRow(index, page)
    if (row) return { place: row[6][0][0], page: row[8], record: row[8] * PAGE + record % PAGE, row }
    const column = page < index.entryPage ? 1 : 4
    const place = index.collections.findLastIndex(collection => collection[column] <= page)
    const [, firstText, texts, entries, firstRegister] = index.collections[place]
    const local = column === 1 ? page - firstText : texts + entries + page - firstRegister
    return { place, page: local, record: local * PAGE + record % PAGE, row: null }
  }
  /** The address of the file that has a record of a collection.
   * @param {RouterManifest} index @param {number} place @param {number} record */
  const addressOf = async (index, place, record) => {
    const key = place * index.collectionStep + record
    const groups = await rowsOf(index.groups[search.store.placeOf(index.groups, key)][1])
    const [first, digest, steps] = groups[search.store.placeOf(groups, key)]
    let last = first
    const firsts = [first, ...search.store.numbers(steps).map(step => last += step)]
    return `${folder}../../${index.collections[place][0].path}/data/search/b-${digest}-${firsts.findLastIndex(at => at <= key)}.js`
  }
  /** A page of a collection as results of the router name it.
   * @param {RouterManifest} index @param {Awaited<ReturnType<typeof homeOf>>} home @param {any[]} page */
  const pageOf = (index, { place, row }, [, path, kind, name, title, date]) => {
    const collection = index.collections[place][0]
    if (!row) {
      const when = [date, collection.name].filter(Boolean).join(" · ")
      return { path: `${collection.path}/${path}`, kind, name, title, date: when, mentions: 0, texts: 0, isFlat: collection.isFlat }
    }
    const sum = (/** @type {1 | 2} */ column) => row[6].reduce((total, holder) => total + holder[column], 0)
    return { path: `glossary/${row[7]}`, kind, name, title, date, mentions: sum(1), texts: sum(2), entry: row[0] }
  }

  /* The place of the collection of a record of a text or a register; -1 for an entry, which several may have. */
  search.collectionOf = (index, record) => {
    const page = Math.floor(record / PAGE)
    if (page >= index.entryPage && page < index.entryPage + index.entryCount) return -1
    const column = page < index.entryPage ? 1 : 4
    return index.collections.findLastIndex(collection => collection[column] <= page)
  }
  /* How many bytes this query has asked for. */
  search.bytesUsed = () => Array.from(used.values()).reduce((sum, size) => sum + size, 0)
  /* Whether a list of records that this query asked for names fewer than there are. */
  search.wasCut = () => isCut

  const { postings } = search.store
  Object.assign(search.store, {
    open(/** @type {string} */ base) { folder = base },
    begin() { used.clear(), isCut = false },
    manifest,
    load: async (/** @type {string} */ name) => {
      const text = await block(name)
      return text.startsWith("[") ? JSON.parse(text) : text
    },
    /** @param {RouterManifest} index @param {string} first @param {string} last */
    async terms(index, first, last = first) {
      if (!index.tables.length) return []
      const from = await placeOfTerm(index, first)
      const blocks = []
      for (let step = 0; step <= BLOCKS_AFTER; step++) {
        const next = await moved(index, from, step)
        if (!next || step && next[0] > last) break
        blocks.push(termsOf(next))
      }
      return Promise.all(blocks)
    },
    postings(/** @type {Postings} */ entry) {
      const found = postings(entry)
      isCut ||= entry.frequency > found.length / 2
      return found
    },
    positions: (/** @type {Manifest} */ _, /** @type {Term} */ entry) => block(entry.block),
    async fetchTerm(/** @type {RouterManifest} */ index, /** @type {string} */ term) {
      if (!index.tables.length) return
      const [table, row] = await placeOfTerm(index, term)
      await termsOf((await rowsOf(index.tables[table][1]))[row]) // places are only fetched where pairs do not do
    },
    countWithin(/** @type {Manifest} */ _, /** @type {number[]} */ records) {
      const more = Math.max(LEAST_PASSAGES, Math.floor((ENOUGH - search.bytesUsed()) / OF_PASSAGE))
      const unread = records.findIndex(record => !read.has(record))
      return unread < 0 ? records.length : Math.min(records.length, unread + more)
    },
    async passages(/** @type {RouterManifest} */ index, /** @type {number[]} */ records) {
      const pages = new Map()
      const passages = new Map()
      await Promise.all(records.map(async number => {
        const home = await homeOf(index, number)
        const file = await passagesIn(await addressOf(index, home.place, home.record))
        const page = file.pages.find((/** @type {[number]} */ [of]) => of === home.page)
        const found = file.records.find((/** @type {[number]} */ [of]) => of === home.record)
        const [, anchor, place, lang, text, spans = []] = found
        pages.set(Math.floor(number / PAGE), pageOf(index, home, page))
        read.add(number)
        passages.set(number, { number, anchor, place, lang, text, spans })
      }))
      return { pages, records: passages }
    },
    retry() {
      attempts++
      rangesKnown = null
      for (const name of [...requests.keys()]) if (name === "manifest" || name.startsWith("whole ")) requests.delete(name)
    },
  })
})()
