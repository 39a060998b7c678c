/* Filters: by text, maker, publisher, year, language and kind of page. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const PAGE = 256 // record numbers for each page number

  /** @type {Map<string, Columns>} */
  const decoded = new Map()
  /** @param {{ values: string[], runs: string }} column @returns {Column} */
  const decode = ({ values, runs }) => {
    const numbers = search.store.numbers(runs)
    const starts = []
    const places = []
    // Pairs of numbers: how many records or pages share a value, and the place of the value.
    for (let index = 0, start = 0; index < numbers.length; start += numbers[index], index += 2) {
      starts.push(start)
      places.push(numbers[index + 1])
    }
    return { values, starts, places }
  }
  /** The value of a record or page: that of the last run that does not begin after it.
   * @param {Column} column @param {number} number */
  const valueAt = ({ values, starts, places }, number) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (starts[middle] <= number) low = middle + 1
      else high = middle
    }
    return values[places[low - 1] - 1]
  }
  /** @param {Columns} columns @param {string} name @param {number} record */
  const valueOf = (columns, name, record) => valueAt(columns[name], name === "language" ? record : Math.floor(record / PAGE))
  /** @param {Columns} columns @param {Filters} filters @param {number} record @param {string} [except] */
  const passes = (columns, filters, record, except) => Object.entries(filters).every(([name, chosen]) =>
    name === except || !chosen.length || chosen.includes(valueOf(columns, name, record)))

  search.facets = async ({ facets }) => {
    if (!decoded.has(facets)) {
      const columns = Object.entries(await search.store.load(facets))
      decoded.set(facets, Object.fromEntries(columns.map(([name, column]) => [name, decode(column)])))
    }
    return decoded.get(facets)
  }

  /* The value that a record has of a facet, or nothing. */
  search.facetOf = valueOf

  /* A test of whether a record passes all filters. */
  search.keep = (columns, filters) => record => passes(columns, filters, record)

  /* The values of each filter, with the number of records that have them and pass the other filters. */
  search.countFacets = (columns, filters, records) => Object.fromEntries(Object.keys(columns).map(name => {
    const counts = new Map()
    for (const record of records) {
      const value = passes(columns, filters, record, name) && valueOf(columns, name, record)
      if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    for (const chosen of filters[name] ?? []) if (!counts.has(chosen)) counts.set(chosen, 0)
    return [name, [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))]
  }))
})()
