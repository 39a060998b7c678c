/* The engine beside the page, so that typing never waits for it. A page from a disk has none and runs it itself. */
importScripts(...["folding", "tokens", "dates", "store", "aliases", "query", "words", "phrases", "ranking", "snippet", "facets", "engine"].map(name => `${name}.js`))

self.onmessage = async ({ data: { number, folder, text, options } }) => {
  try {
    self.readerSearch.store.open(folder)
    self.postMessage({ number, result: await self.readerSearch.run(text, options) })
  } catch (error) {
    self.postMessage({ number, error: String(error) })
  }
}
