/* The check of quotations for whoever asks, loaded at the first quotation; and tools for a browser's agent (WebMCP, a draft
   of a W3C community group: webmachinelearning.github.io/webmcp), where a browser has them. */
(() => {
  const search = self.readerSearch
  const MOST = 8 // results
  const LONGEST = 4_000 // characters of a query or quotation

  // The engine of the search may be in the page already, whole: then its parts must not be loaded again.
  const PARTS = ["search/folding", "search/tokens", "search/store"]
  /** @param {string} name */
  const load = name => readerScriptOnce(new URL(`assets/${name}.js`, search.root))
  /** @param {string} quote */
  const checkQuotation = async quote => {
    if (location.protocol === "file:") await search.need("worker")
    else if (!search.store) await Promise.all(PARTS.map(load))
    await load("quotation")
    await load("candidates")
    return self.readerCandidates.check(quote)
  }
  /** @param {any} match a text that has a quotation */
  const quotedAt = ({ text, places }) =>
    search.address(/** @type {ResultPage} */ ({ path: `sources/${text.id}` }), places[0].blocks[0], null)
  Object.assign(self, { readerCheckQuotation: checkQuotation, readerQuotedAt: quotedAt })

  const context = document.modelContext ?? navigator.modelContext
  if (!context?.registerTool) return
  /** @param {string} name @param {string} input @param {string} description @param {(words: string) => Promise<unknown>} run */
  const register = (name, input, description, run) => context.registerTool({
    name,
    description,
    inputSchema: { type: "object", properties: { [input]: { type: "string" } }, required: [input] },
    annotations: { readOnlyHint: true },
    execute: async (/** @type {any} */ { [input]: words }) => {
      const isError = typeof words !== "string" || words.length > LONGEST
      const text = isError ? `Give a ${input} of at most ${LONGEST} characters.` : JSON.stringify(await run(words))
      return { content: [{ type: "text", text }], isError }
    },
  })
  register("search", "query", "Find passages by words, names or dates.", async words => {
    const { rows, total } = await search.ask(words, { most: MOST })
    return { total, results: rows.map(({ page, anchor, place, text }) =>
      ({ address: search.address(page, anchor, null), title: page.name, place, words: text })) }
  })
  register("quote", "quotation", "Check if a text has these words.", async words => {
    const { state, matches, unread } = await checkQuotation(words)
    return { answer: state, unread, matches: matches.slice(0, MOST).map((/** @type {any} */ match) => ({
      address: quotedAt(match),
      title: match.text.name,
      words: match.places.map((/** @type {any} */ place) => self.readerQuotation.raw(match.text, place)),
    })) }
  })
})()
