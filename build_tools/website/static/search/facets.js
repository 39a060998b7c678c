/* Filters: by text, publisher, year and language of a passage, and by kind of page. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const PAGE = 256

  /** @type {Map<string, Column>} */
  const read = new Map()
  /** @param {string} name */
  const column = async name => {
    if (!read.has(name)) {
      const { values, runs } = await search.store.load(name)
      const numbers = search.store.numbers(runs)
      const starts = []
      const places = []
      for (let at = 0, start = 0; at < numbers.length; start += numbers[at], at += 2) starts.push(start), places.push(numbers[at + 1])
      read.set(name, { values, starts, places })
    }
    return /** @type {Column} */ (read.get(name))
  }
  /** The value of a number: that of the last run that begins no later.
   * @param {Column} one @param {number} number */
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

  search.facets = async manifest =>
    Object.fromEntries(await Promise.all(Object.entries(manifest.facets).map(async ([name, file]) => [name, await column(file)])))

  /* The records that all filters let through. */
  search.keep = (columns, filters) => record => passes(columns, filters, record)

  /* For each filter its values and how many of the records have them, the other filters obeyed. */
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
