/* What the search dialog and the search page share: a controller sends the queries of a field to the engine, shows only
   the answer to the latest one, and offers another try where the search fails. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const SILENCE = 250 // milliseconds for which an earlier answer stays without a word

  /* `pause` is the milliseconds without a key press after which a query that is being typed is run. */
  search.controller = ({ field, status, also, pause, options, excluded: first, onStart, onAnswer, onFailure }) => {
    let excluded = new Set(first)
    let timer = 0
    let latest = 0

    /** @param {string} text @param {boolean} retry */
    const fail = (text, retry) => {
      onFailure?.()
      // Nobody has searched for anything yet: the first query that has words will report the fault.
      if (!text) status.replaceChildren()
      // The reader may be about to press a button that is there already, so it stays.
      else if (retry || !status.querySelector(".search-retry")) {
        status.replaceChildren(...search.retryElement(() => (field.focus(), run(true))))
      }
    }
    const run = async (retry = false) => {
      clearTimeout(timer)
      const number = ++latest
      const text = field.value
      onStart?.(excluded)
      const isWaiting = () => number === latest && text.trim() && (retry || !status.querySelector(".search-retry"))
      const say = () => isWaiting() && status.replaceChildren(readerSay("Searching…"))
      const saying = setTimeout(say, number > 1 ? SILENCE : 0)
      try {
        const answer = await search.ask(text, { ...options?.(), excluded, retry })
        if (number === latest) onAnswer(answer, text)
      } catch {
        if (number === latest) fail(text, retry)
      } finally {
        clearTimeout(saying)
      }
    }
    /* Run the query once the reader stops typing; a new query searches all entries again. */
    const runSoon = () => {
      excluded = new Set()
      clearTimeout(timer)
      latest++ // the answer to the previous text comes too late
      timer = setTimeout(run, pause)
    }
    /* Run the query again without an entry ("*": without any). */
    const exclude = (/** @type {string} */ id) => {
      excluded.add(id)
      field.focus()
      run()
    }
    also.addEventListener("click", ({ target }) => {
      const chip = target.closest("[data-off]")
      if (chip) exclude(chip.dataset.off)
    })
    return { run, runSoon }
  }
})()
