/* The engine beside the page, so that typing never waits for it. A page from a disk has none and runs it itself. */
// The worker's name lists the parts of the engine, which client.js knows.
importScripts(...self.name.split(" ").map(part => `${part}.js`))

self.onmessage = async ({ data: { number, folder, text, options } }) => {
  try {
    self.readerSearch.store.open(folder)
    self.postMessage({ number, result: await self.readerSearch.run(text, options) })
  } catch (error) {
    self.postMessage({ number, error: String(error) })
  }
}
