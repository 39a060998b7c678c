/* The way from an interface to the engine: a worker over http(s), scripts in the page from a disk. Nothing is
   fetched before the first question. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  // What the engine is made of, in the page or in the worker.
  const PARTS = ["weights", "folding", "tokens", "dates", "store", "aliases", "query", "words", "phrases", "ranking", "snippet", "facets", "engine"]
  const here = new URL(".", document.currentScript.src)
  search.root = new URL("../../", here).href
  const folder = new URL("data/search/", search.root).href

  // Material announces every page, also those it swaps in, and Back; but none that comes from a disk.
  search.onPage = show => location.protocol === "file:" ? show() : document$.subscribe(show)

  /* A script of ours, once; the tokens stand on the folding. */
  search.need = name => {
    if (name === "tokens") search.need("folding")
    return readerScriptOnce(new URL(`${name}.js`, here))
  }

  /** @type {Worker | null} */
  let worker = null
  let questions = 0
  /** @type {Map<number, { resolve: (answer: Answer) => void, reject: (error: Error) => void }>} */
  const waiting = new Map()
  const startWorker = () => {
    worker = new Worker(new URL("worker.js", here), { name: PARTS.join(" ") })
    worker.onmessage = ({ data: { number, result, error } }) => {
      const { resolve, reject } = waiting.get(number) ?? {}
      waiting.delete(number)
      error ? reject?.(new Error(error)) : resolve?.(result)
    }
    worker.onerror = event => {
      event.preventDefault()
      worker = null // the next question starts another
      for (const { reject } of waiting.values()) reject(new Error("the search did not start"))
      waiting.clear()
    }
  }
  /** @param {string} text @param {Options} options @returns {Promise<Answer>} */
  const inWorker = (text, options) => new Promise((resolve, reject) => {
    if (!worker) startWorker()
    waiting.set(++questions, { resolve, reject })
    worker.postMessage({ number: questions, folder, text, options })
  })
  /** @param {string} text @param {Options} options */
  const inPage = async (text, options) => {
    await Promise.all(PARTS.map(search.need))
    search.store.open(folder)
    return search.run(text, options)
  }

  search.ask = (text, options = {}) => location.protocol.startsWith("http") && self.Worker ? inWorker(text, options) : inPage(text, options)
})()
