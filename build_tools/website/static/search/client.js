/* How the interfaces reach the engine: in a worker over http(s), as scripts of the page from a disk. Nothing is fetched
   before the first query. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const here = new URL(".", document.currentScript.src)
  search.root = new URL("../../", here).href
  const folder = new URL("data/search/", search.root).href

  // Material announces every page, also those it swaps in and those shown by Back, but not pages opened from a disk.
  search.onPage = show => location.protocol === "file:" ? show() : document$.subscribe(show)

  /* Load a script of the search once; tokens.js depends on folding.js. */
  search.need = name => {
    if (name === "tokens") search.need("folding")
    return readerScriptOnce(new URL(`${name}.js`, here))
  }

  /** @type {Worker | null} */
  let worker = null
  let lastNumber = 0
  /** @type {Map<number, { resolve: (answer: Answer) => void, reject: (error: Error) => void }>} */
  const waiting = new Map()
  const startWorker = () => {
    worker = new Worker(new URL("worker.js", here)) // the whole engine
    worker.onmessage = ({ data: { number, result, error } }) => {
      const { resolve, reject } = waiting.get(number) ?? {}
      waiting.delete(number)
      error ? reject?.(new Error(error)) : resolve?.(result)
    }
    worker.onerror = event => {
      event.preventDefault()
      worker = null // the next query starts another
      for (const { reject } of waiting.values()) reject(new Error("the search did not start"))
      waiting.clear()
    }
  }
  /** @param {string} text @param {Options} options @returns {Promise<Answer>} */
  const runInWorker = (text, options) => new Promise((resolve, reject) => {
    if (!worker) startWorker()
    waiting.set(++lastNumber, { resolve, reject })
    worker.postMessage({ number: lastNumber, folder, text, options })
  })
  /** @param {string} text @param {Options} options */
  const runInPage = async (text, options) => {
    await search.need("worker")
    search.store.open(folder)
    return search.run(text, options)
  }

  const hasWorker = location.protocol.startsWith("http") && self.Worker
  search.ask = (text, options = {}) => hasWorker ? runInWorker(text, options) : runInPage(text, options)
})()
