/* Scripts and data that a page loads on demand. By a script element and not by fetch, so that it works from a disk too. */
(() => {
  self.readerScript = address => new Promise((resolve, reject) => {
    // eslint-disable-next-line no-restricted-syntax -- this is where scripts are loaded
    const script = document.createElement("script")
    // eslint-disable-next-line no-restricted-syntax -- addresses of files of the site
    script.src = String(address)
    script.async = false // run in order: a script can depend on an earlier one
    script.onload = () => (script.remove(), resolve())
    script.onerror = () => (script.remove(), reject(new Error(`${script.src} did not arrive`)))
    document.head.append(script)
  })

  /** @type {Map<string, Promise<void>>} */
  const requests = new Map()
  self.readerScriptOnce = address => {
    const name = String(address)
    if (!requests.has(name)) {
      requests.set(name, readerScript(name).catch(error => {
        requests.delete(name)
        throw error
      }))
    }
    return requests.get(name)
  }
})()
