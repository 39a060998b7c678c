/* The lines of a concordance as elements, and the line of all texts with those that have the words. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const concordance = self.readerConcordance ??= /** @type {ReaderConcordance} */ ({})
  const STEPS = 500 // places on the line of all texts

  /** The address of a passage, with what is highlighted there.
   * @param {Line} line @param {Sought} sought */
  const addressOf = (line, { wanted, entries }) => search.address(line.page, line.anchor, {
    terms: [...new Set(wanted.flatMap(({ terms }) => [...terms]))], entries: entries.map(({ id }) => id),
  })
  concordance.lineElement = (line, sought) => {
    const { year, page, place, lang, maker, left, word, right } = line
    const link = readerMake("a", "line-place", readerMake("b", "", page.name), `, ${place}`)
    link.href = addressOf(line, sought)
    const passage = readerMake("span", "line-words", readerMake("span", "l", readerMake("bdi", "", left)),
      readerMake("span", "r", readerMake("mark", "", word), right))
    passage.dir = "auto"
    if (lang) passage.lang = lang
    return readerMake("li", "", readerMake("span", "line-year", year || "–"), link, passage, readerMake("span", "line-maker", maker))
  }

  /* Show in which of all texts, in order of date, the words are: two neighbours share a stroke where there is no room. */
  concordance.disperse = (figure, ranks, texts) => {
    const group = figure.querySelector(".ticks")
    const [sample] = group.children
    const steps = new Set([...ranks].map(rank => Math.floor(STEPS * rank / texts)))
    group.replaceChildren(...[...steps].sort((a, b) => a - b).map(step => {
      const stroke = sample.cloneNode()
      stroke.setAttribute("x", `${100 * step / STEPS}%`)
      return stroke
    }), ...steps.size ? [] : [sample])
    group.toggleAttribute("hidden", !steps.size)
    figure.hidden = false
  }
})()
