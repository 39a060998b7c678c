/* The one filter of a router: the collection of a passage. */
(() => {
  const search = self.readerSearch

  search.facets = manifest => manifest
  search.keep = (manifest, { collection = [] }) => record =>
    !collection.length || collection.includes(String(search.collectionOf(manifest, record)))
  /* How many of some records are in each collection, the most first, and whether there are more that nobody counted. */
  search.countFacets = (manifest, _, records) => {
    const counts = new Map()
    for (const record of records) {
      const place = search.collectionOf(manifest, record)
      if (place >= 0) counts.set(place, (counts.get(place) ?? 0) + 1)
    }
    const rows = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
    return { collection: rows.map(([place, count]) => [String(place), count]), cut: search.wasCut() ? [["", 1]] : [] }
  }
})()
