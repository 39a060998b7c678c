/* What readers take away from a concordance: its lines as a table in CSV, and a citation of the search. */
(() => {
  const concordance = self.readerConcordance ??= /** @type {ReaderConcordance} */ ({})
  const BYTE_ORDER_MARK = "\ufeff" // by which spreadsheets know that the letters are UTF-8

  /** A cell of the table; one that a spreadsheet would take for a formula is kept from being one.
   * @param {string} words */
  const cell = words => `"${(/^[=+\-@\t\r]/.test(words) ? `'${words}` : words).replaceAll('"', '""')}"`
  /** @param {Line} line */
  const row = line => {
    const { year, page, place, anchor, lang, maker, left, word, right } = line
    return [year, page.date, page.name, place, maker, lang, left.trim(), word, right.trim(), `${page.path}/#${anchor}`].map(cell).join(",")
  }
  concordance.table = lines => [
    `${BYTE_ORDER_MARK}year,date,text,place,maker,language,before,word,after,address`, ...lines.map(row),
  ].join("\r\n").concat("\r\n")

  concordance.save = (name, text) => {
    const link = readerMake("a")
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }))
    link.download = name
    link.click()
    URL.revokeObjectURL(link.href)
  }
  /* A citation of what is shown: with the hosted address where it is known, and the day on which the search was made. */
  concordance.citation = (host, what) => {
    const address = new URL(host.dataset.address || location.href, location.href)
    address.search = location.search
    address.hash = ""
    const day = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" })
    const site = [host.dataset.site, host.dataset.edition].filter(Boolean).join(", ")
    return readerSay("Concordance of {what}. {site}. Searched {day}. {address}", { what, site, day, address: address.href })
  }
})()
