/* The button that copies the ready-made message at the foot of a page. Without a script the message can be selected. */
(() => {
  const find = (css, root = document) => root.querySelector(css)

  // Where scripts may not use the clipboard, the message is selected, so that the reader can copy it with the browser.
  const select = message => {
    const range = document.createRange()
    range.selectNodeContents(message)
    getSelection().removeAllRanges()
    getSelection().addRange(range)
  }
  const copy = async message => {
    try {
      await navigator.clipboard.writeText(message.textContent)
      return readerSay("Copied.")
    } catch {
      select(message)
      return readerSay("The message is selected; copy it with your browser.")
    }
  }

  document.addEventListener("click", async ({ target }) => {
    const button = target.closest(".suggest button")
    const box = button?.closest(".suggest")
    if (box) find("[role=status]", box).textContent = await copy(find("pre", box))
  })
  // Material announces every page, also those it swaps in.
  document$.subscribe(() => find(".suggest button")?.removeAttribute("hidden"))
})()
