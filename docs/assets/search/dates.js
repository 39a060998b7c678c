/* Days and months in tokens: 13 September 2023, Sept. 13, 2023, 2023-09-13, 2023年9月13日.
   The twin of build_tools/search/dates.py, where the tokens of a date are explained. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const NAMES = [
    "january jan janvier enero января", "february feb fevrier febrero февраля", "march mar mars marzo марта",
    "april apr avril abril апреля", "may mai mayo мая", "june jun juin junio июня", "july jul juillet julio июля",
    "august aug aout agosto августа", "september sept sep septembre septiembre setiembre сентября",
    "october oct octobre octubre октября", "november nov novembre noviembre ноября",
    "december dec decembre diciembre декабря",
  ]
  const MONTHS = new Map(NAMES.flatMap((names, at) => search.fold(names).split(" ").map(name => [name, at + 1])))
  const DAY = /^([0-9]{1,2})(?:st|nd|rd|th|er)?$/
  const YEAR = /^(?:1[0-9]|20)[0-9]{2}$/
  const FILLERS = new Set(["de", "of", "del", "the", "г"])
  /** @param {number} number */
  const two = number => String(number).padStart(2, "0")

  /** @param {number | null} year @param {number} month @param {number | null} day */
  const dateTokens = (year, month, day) => {
    if (!day) return [`@${year}-${two(month)}`]
    if (year) return [`@${year}-${two(month)}-${two(day)}`, `@${two(month)}-${two(day)}`, `@${year}-${two(month)}`]
    return [`@${two(month)}-${two(day)}`, `@?${two(month)}-${two(day)}`]
  }
  /** @param {string[]} tokens @param {number} at @returns {[number | null, number]} */
  const dayAt = (tokens, at) => {
    const day = Number(DAY.exec(tokens[at] ?? "")?.[1] ?? 0)
    return day >= 1 && day <= 31 ? [day, at + 1] : [null, at]
  }
  /** @param {string[]} tokens @param {number} at @returns {[number | null, number]} */
  const yearAt = (tokens, at) => {
    const place = at + Number(FILLERS.has(tokens[at]))
    return YEAR.test(tokens[place] ?? "") ? [Number(tokens[place]), place + 1] : [null, at]
  }
  /** @param {string[]} tokens @param {number} at @param {number | null} year @returns {FoundDate | undefined} */
  const chinese = (tokens, at, year) => {
    const [month] = dayAt(tokens, at)
    const sign = tokens[at + 1] ?? ""
    if (!month || month > 12 || sign[0] !== "月") return
    const [day, end] = sign === "月" ? dayAt(tokens, at + 2) : [null, at + 2]
    if (day && "日号".includes((tokens[end] ?? "")[0] ?? " ")) return [at, end + 1, dateTokens(year, month, day)]
    if (year) return [at, at + 2, dateTokens(year, month, null)]
  }
  /** @param {string[]} tokens @param {number} at @returns {FoundDate | undefined} */
  const yearFirst = (tokens, at) => {
    if (tokens[at + 1] === "年") {
      const found = chinese(tokens, at + 2, Number(tokens[at]))
      return found && [at, found[1], found[2]]
    }
    const [month, day] = [tokens[at + 1] ?? "", tokens[at + 2] ?? ""]
    if (!/^(0[1-9]|1[0-2])$/.test(month)) return
    const isDay = /^(0[1-9]|[12][0-9]|3[01])$/.test(day)
    return [at, at + 2 + Number(isDay), dateTokens(Number(tokens[at]), Number(month), isDay ? Number(day) : null)]
  }
  /** @param {string[]} tokens @param {number} at @returns {FoundDate | undefined} */
  const dateAt = (tokens, at) => {
    const first = tokens[at]
    if (YEAR.test(first)) return yearFirst(tokens, at)
    if (MONTHS.has(first)) {
      const [day, after] = dayAt(tokens, at + 1)
      const [year, end] = yearAt(tokens, after)
      return day || year ? [at, end, dateTokens(year, MONTHS.get(first), day)] : undefined
    }
    if (tokens[at + 1] === "月") return chinese(tokens, at, null)
    const [day, after] = dayAt(tokens, at)
    const place = after + Number(FILLERS.has(tokens[after]))
    const month = MONTHS.get(tokens[place])
    if (!day || !month) return
    const [year, end] = yearAt(tokens, place + 1)
    return [at, end, dateTokens(year, month, day)]
  }

  /* The dates among the texts of tokens: first token, the one after the last, what stands for the date. */
  search.findDates = tokens => {
    const found = []
    for (let at = 0; at < tokens.length;) {
      const date = dateAt(tokens, at)
      if (date) found.push(date)
      at = date ? date[1] : at + 1
    }
    return found
  }
})()
