/* Days and months in tokens: 13 September 2023, Sept. 13, 2023, 2023-09-13, 13.09.2023, 2023年9月13日,
   2023년 9월 13일.
   The twin of build_tools/text/written_dates.py and of build_tools/website/search/date_tokens.py, which explains the terms
   of a date. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  // The table of build_tools/text/months.py: when that changes, tests/unit/test_months.py shows what to write here.
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
  const MONTHS = new Map(NAMES.flatMap((names, index) => names.split(" ").map(name => [name, index + 1])))
  const DAY = /^([0-9]{1,2})(?:st|nd|rd|th|er)?$/
  const YEAR = /^(?:1[0-9]|20)[0-9]{2}$/
  // The characters after a number, in Chinese and Japanese and in Korean.
  const [YEAR_CHARACTERS, MONTH_CHARACTERS, DAY_CHARACTERS] = ["年년", "月월", "日号일"]
  const FILLERS = new Set(["de", "of", "del", "the", "г"])
  /** @param {number} number */
  const twoDigits = number => String(number).padStart(2, "0")

  /** @param {number | null} year @param {number} month @param {number | null} day */
  const dateTerms = (year, month, day) => {
    const monthOfYear = `@${year}-${twoDigits(month)}`
    if (!day) return [monthOfYear]
    const dayOfMonth = `${twoDigits(month)}-${twoDigits(day)}`
    return year ? [`@${year}-${dayOfMonth}`, `@${dayOfMonth}`, monthOfYear] : [`@${dayOfMonth}`, `@?${dayOfMonth}`]
  }
  /** The day at a token, or null, and the index of the token after it.
   * @param {string[]} tokens @param {number} start @returns {[number | null, number]} */
  const dayAt = (tokens, start) => {
    const day = Number(DAY.exec(tokens[start] ?? "")?.[1] ?? 0)
    return day >= 1 && day <= 31 ? [day, start + 1] : [null, start]
  }
  /** The year at a token, or null, and the index of the token after it.
   * @param {string[]} tokens @param {number} start @returns {[number | null, number]} */
  const yearAt = (tokens, start) => {
    const index = start + Number(FILLERS.has(tokens[start]))
    return YEAR.test(tokens[index] ?? "") ? [Number(tokens[index]), index + 1] : [null, start]
  }
  /** @param {string[]} tokens @param {number} start @param {string} characters */
  const isOneOf = (tokens, start, characters) => tokens[start]?.length === 1 && characters.includes(tokens[start])
  /** @param {string[]} tokens @param {number} start */
  const firstCharacter = (tokens, start) => (tokens[start] ?? "")[0] ?? " "
  /** A month and a day, or of a given year a month alone, with the characters 月 and 日 or their like.
   * @param {string[]} tokens @param {number} start @param {number | null} year @returns {FoundDate | undefined} */
  const beforeCharacters = (tokens, start, year) => {
    const [month] = dayAt(tokens, start)
    if (!month || month > 12 || !MONTH_CHARACTERS.includes(firstCharacter(tokens, start + 1))) return
    const [day, end] = isOneOf(tokens, start + 1, MONTH_CHARACTERS) ? dayAt(tokens, start + 2) : [null, start + 2]
    if (day && DAY_CHARACTERS.includes(firstCharacter(tokens, end))) return [start, end + 1, dateTerms(year, month, day)]
    if (year) return [start, start + 2, dateTerms(year, month, null)]
  }
  /** A number of one or two digits; 0 for anything else.
   * @param {string[]} tokens @param {number} start */
  const numberAt = (tokens, start) => /^[0-9]{1,2}$/.test(tokens[start] ?? "") ? Number(tokens[start]) : 0
  /** @param {number} month @param {number} day */
  const isDay = (month, day) => month >= 1 && month <= 12 && day >= 1 && day <= 31
  /** A date that begins with its year.
   * @param {string[]} tokens @param {number} start @returns {FoundDate | undefined} */
  const yearFirst = (tokens, start) => {
    if (isOneOf(tokens, start + 1, YEAR_CHARACTERS)) {
      const date = beforeCharacters(tokens, start + 2, Number(tokens[start]))
      return date && [start, date[1], date[2]]
    }
    const [month, day] = [numberAt(tokens, start + 1), numberAt(tokens, start + 2)]
    if (isDay(month, day)) return [start, start + 3, dateTerms(Number(tokens[start]), month, day)]
    const isMonth = month >= 1 && month <= 12 && tokens[start + 1].length === 2
    if (isMonth) return [start, start + 2, dateTerms(Number(tokens[start]), month, null)]
  }
  /** A day in three numbers, the last of which is the year: the day first, unless only the second number can be one.
   * @param {string[]} tokens @param {number} start @returns {FoundDate | undefined} */
  const yearLast = (tokens, start) => {
    const year = tokens[start + 2] ?? ""
    if (!YEAR.test(year)) return
    const [first, second] = [numberAt(tokens, start), numberAt(tokens, start + 1)]
    const pair = [[second, first], [first, second]].find(([month, day]) => isDay(month, day))
    if (pair) return [start, start + 3, dateTerms(Number(year), pair[0], pair[1])]
  }
  /** @param {string[]} tokens @param {number} start @returns {FoundDate | undefined} */
  const dateAt = (tokens, start) => {
    const token = tokens[start]
    if (YEAR.test(token)) return yearFirst(tokens, start)
    if (MONTHS.has(token)) {
      const [day, after] = dayAt(tokens, start + 1)
      const [year, end] = yearAt(tokens, after)
      return day || year ? [start, end, dateTerms(year, MONTHS.get(token), day)] : undefined
    }
    if (isOneOf(tokens, start + 1, MONTH_CHARACTERS)) return beforeCharacters(tokens, start, null)
    const inNumbers = yearLast(tokens, start)
    if (inNumbers) return inNumbers
    const [day, after] = dayAt(tokens, start)
    const index = after + Number(FILLERS.has(tokens[after]))
    const month = MONTHS.get(tokens[index])
    if (!day || !month) return
    const [year, end] = yearAt(tokens, index + 1)
    return [start, end, dateTerms(year, month, day)]
  }

  /* The dates in a list of tokens: the first token of each, the token after its last, and the terms for it. */
  search.findDates = tokens => {
    const dates = []
    for (let index = 0; index < tokens.length;) {
      const date = dateAt(tokens, index)
      if (date) dates.push(date)
      index = date ? date[1] : index + 1
    }
    return dates
  }
})()
