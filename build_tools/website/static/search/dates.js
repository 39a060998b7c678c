/* Days and months in tokens: 13 September 2023, Sept. 13, 2023, 2023-09-13, 2023年9月13日, 2023년 9월 13일.
   The twin of build_tools/text/written_dates.py and of build_tools/website/search/date_tokens.py, where the tokens of a
   date are explained. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  // The table of build_tools/text/months.py: tests/unit/test_months.py says what to write here when it changes.
  const NAMES = [
    "january jan janvier janv enero ene januar gennaio janeiro januari января январь янв січня січень січ",
    "february feb fevrier fevr febrero februar febbraio fevereiro fev februari февраля февраль февр лютого лютий лют",
    "march mar mars marzo marz marco maart mrt марта март мар березня березень бер",
    "april apr avril avr abril abr aprile апреля апрель апр квітня квітень квіт",
    "may mai mayo maggio maio mei мая май травня травень",
    "june jun juin junio juni giugno giu junho июня июнь июн червня червень черв",
    "july jul juillet juil julio juli luglio lug julho июля июль июл липня липень",
    "august aug aout agosto augustus августа август авг серпня серпень",
    "september sep sept septembre septiembre setiembre settembre setembro сентября сентябрь сент вересня вересень вер",
    "october oct octobre octubre oktober okt ottobre ott outubro октября октябрь окт жовтня жовтень жовт",
    "november nov novembre noviembre novembro ноября ноябрь нояб листопада листопад",
    "december dec decembre diciembre dic dezember dez dicembre dezembro декабря декабрь дек грудня грудень",
  ]
  const MONTHS = new Map(NAMES.flatMap((names, at) => names.split(" ").map(name => [name, at + 1])))
  const DAY = /^([0-9]{1,2})(?:st|nd|rd|th|er)?$/
  const YEAR = /^(?:1[0-9]|20)[0-9]{2}$/
  const [YEAR_SIGNS, MONTH_SIGNS, DAY_SIGNS] = ["年년", "月월", "日号일"] // Chinese, Korean
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
  /** @param {string[]} tokens @param {number} at @param {string} signs */
  const isSign = (tokens, at, signs) => tokens[at]?.length === 1 && signs.includes(tokens[at])
  /** @param {string[]} tokens @param {number} at */
  const first = (tokens, at) => (tokens[at] ?? "")[0] ?? " "
  /** @param {string[]} tokens @param {number} at @param {number | null} year @returns {FoundDate | undefined} */
  const withSigns = (tokens, at, year) => {
    const [month] = dayAt(tokens, at)
    if (!month || month > 12 || !MONTH_SIGNS.includes(first(tokens, at + 1))) return
    const [day, end] = isSign(tokens, at + 1, MONTH_SIGNS) ? dayAt(tokens, at + 2) : [null, at + 2]
    if (day && DAY_SIGNS.includes(first(tokens, end))) return [at, end + 1, dateTokens(year, month, day)]
    if (year) return [at, at + 2, dateTokens(year, month, null)]
  }
  /** @param {string[]} tokens @param {number} at @returns {FoundDate | undefined} */
  const yearFirst = (tokens, at) => {
    if (isSign(tokens, at + 1, YEAR_SIGNS)) {
      const found = withSigns(tokens, at + 2, Number(tokens[at]))
      return found && [at, found[1], found[2]]
    }
    const [month, day] = [tokens[at + 1] ?? "", tokens[at + 2] ?? ""]
    if (!/^(0[1-9]|1[0-2])$/.test(month)) return
    const isDay = /^(0[1-9]|[12][0-9]|3[01])$/.test(day)
    return [at, at + 2 + Number(isDay), dateTokens(Number(tokens[at]), Number(month), isDay ? Number(day) : null)]
  }
  /** @param {string[]} tokens @param {number} at @returns {FoundDate | undefined} */
  const dateAt = (tokens, at) => {
    const token = tokens[at]
    if (YEAR.test(token)) return yearFirst(tokens, at)
    if (MONTHS.has(token)) {
      const [day, after] = dayAt(tokens, at + 1)
      const [year, end] = yearAt(tokens, after)
      return day || year ? [at, end, dateTokens(year, MONTHS.get(token), day)] : undefined
    }
    if (isSign(tokens, at + 1, MONTH_SIGNS)) return withSigns(tokens, at, null)
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
