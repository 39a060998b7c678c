/* The engine in a worker, so that typing never waits for it. A page opened from a disk runs the engine itself. */
// client.js lists the parts of the engine in the name of the worker.
// eslint-disable-next-line no-restricted-syntax -- file names without a path, beside this file
importScripts(...self.name.split(" ").map(part => `${part}.js`))

self.onmessage = async ({ data: { number, folder, text, options } }) => {
  try {
    self.readerSearch.store.open(folder)
    self.postMessage({ number, result: await self.readerSearch.run(text, options) })
  } catch (error) {
    self.postMessage({ number, error: String(error) })
  }
}
