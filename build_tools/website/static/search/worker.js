/* The end of the engine, which website/assets/static_files.py lists and which is published as one file by this name. It
   runs in a worker, so that typing never waits for it; a page opened from a disk runs it itself. */
if (!self.document) {
  self.onmessage = async ({ data: { number, folder, text, options } }) => {
    try {
      self.readerSearch.store.open(folder)
      self.postMessage({ number, result: await self.readerSearch.run(text, options) })
    } catch (error) {
      self.postMessage({ number, error: String(error) })
    }
  }
}
