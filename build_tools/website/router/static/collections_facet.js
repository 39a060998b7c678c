/* The one filter of a router: the collection of a passage. */
(() => {
  const search = self.readerSearch

  // In the place of columns there is the manifest, which says where the records of each collection begin.
  search.facets = async manifest => /** @type {any} */ (manifest)
  /** @param {any} manifest @param {Filters} filters */
  search.keep = (manifest, { collection = [] }) => record =>
    !collection.length || collection.includes(String(search.collectionOf(manifest, record)))
  /* How many of some records are in each collection, the most first, and whether there are more that nobody counted. */
  search.countFacets = (/** @type {any} */ manifest, _, records) => {
    const counts = new Map()
    for (const record of records) {
      const place = search.collectionOf(manifest, record)
      if (place >= 0) counts.set(place, (counts.get(place) ?? 0) + 1)
    }
    /** @type {[number, number][]} */
    const rows = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
    return { collection: rows.map(([place, count]) => [String(place), count]), cut: search.wasCut() ? [["", 1]] : [] }
  }
})()
