/* Data and parts that a page needs only now and then. A script tag, not a request: it works from a disk as well. */
(() => {
  self.readerScript = address => new Promise((done, fail) => {
    const script = document.createElement("script")
    script.src = String(address)
    script.async = false // in order: a later one uses an earlier one
    script.onload = () => (script.remove(), done())
    script.onerror = () => (script.remove(), fail(new Error(`${script.src} did not arrive`)))
    document.head.append(script)
  })

  /** @type {Map<string, Promise<void>>} */
  const asked = new Map()
  self.readerScriptOnce = address => {
    const name = String(address)
    if (!asked.has(name)) {
      asked.set(name, readerScript(name).catch(error => {
        asked.delete(name)
        throw error
      }))
    }
    return asked.get(name)
  }
})()
