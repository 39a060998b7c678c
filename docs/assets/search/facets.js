/* Filters: by text, publisher, year and language of a passage, and by kind of entry. */
(() => {
  const search = self.readerSearch ??= {}
  const PAGE = 256
  const PLACES = { text: 0, publisher: 1, year: 2, kind: 3 }

  const valueOf = (data, name, record) => {
    const row = data.pages[Math.floor(record / PAGE)]
    if (name !== "language") return data.values[name][row[PLACES[name]]]
    let language
    for (let at = 4; at < row.length && row[at] <= record % PAGE; at += 2) language = data.values.language[row[at + 1]]
    return language
  }
  const passes = (data, filters, record, except) => Object.entries(filters).every(([name, chosen]) =>
    name === except || !chosen.length || chosen.includes(valueOf(data, name, record)))

  /* The records that all filters let through. */
  search.keep = (data, filters) => record => passes(data, filters, record, null)

  /* For each filter its values and how many of the records have them, the other filters obeyed. */
  search.countFacets = (data, filters, records) => Object.fromEntries(Object.keys(data.values).map(name => {
    const counts = new Map()
    for (const record of records) {
      const value = passes(data, filters, record, name) && valueOf(data, name, record)
      if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    for (const chosen of filters[name] ?? []) if (!counts.has(chosen)) counts.set(chosen, 0)
    return [name, [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))]
  }))
})()
