/* The page on which a quotation is checked: the form, and the answer in words and with marks. The texts are loaded when first asked for. */
(() => {
  const here = document.currentScript.src
  const one = (css, root = document) => root.querySelector(css)
  const form = one(".check")
  if (!form) return
  const field = one("textarea", form)
  const status = one(".check-answer")
  const found = one(".check-found")
  const legend = one(".check-legend")
  const list = [...document.querySelectorAll("a[data-text]")]
  let loading = null

  const load = address => readerScriptOnce(new URL(address, here))
  const texts = () => loading ??= Promise.all([
    load("search/folding.js"), load("quotation.js"), load("vendor/jsdiff.min.js"), ...list.map(link => load(`../data/quotable/${link.dataset.text}.js`)),
  ]).then(() => list.map(link => globalThis.readerQuotation.read({ id: link.dataset.text, link, blocks: globalThis.readerTexts[link.dataset.text] })))

  /** @returns {any} @param {string} tag @param {any} content @param {string} name */
  const make = (tag, content = [], name = "") => {
    const made = document.createElement(tag)
    made.className = name
    made.append(...[content].flat())
    return made
  }
  const origin = ({ text, places }) => {
    const blocks = [...new Set(places.flatMap(place => place.blocks))]
    const placeName = id => text.blocks.find(block => block.id === id).place
    const last = blocks.length > 1 ? ` to ${placeName(blocks.at(-1))}` : ""
    const link = make("a", `${text.link.textContent}, ${placeName(blocks[0])}${last}`)
    link.href = `${text.link.href}#${blocks[0]}`
    return make("p", link, "check-place")
  }

  // The signs between two tokens belong to the first of them, so that the words read as they stand.
  const pieces = tokens => tokens.map((token, at) => {
    const next = tokens[at + 1]
    const whole = token.block.text
    const gap = !next ? "" : next.block === token.block ? whole.slice(token.end, next.start) : " "
    return { letters: token.letters, text: whole.slice(token.start, token.end) + gap.replace(/\s+/g, " ") }
  })
  const comparator = (a, b) => a.letters === b.letters
  const mark = (tag, said, text) => [make(tag, [make("span", said, "unseen"), text.trimEnd()]), text.slice(text.trimEnd().length)]
  const marked = place => {
    return globalThis.Diff.diffArrays(pieces(place.wanted), pieces(place.list), { comparator }).flatMap(({ added, removed, value }) => {
      const text = value.map(piece => piece.text).join("")
      return added ? mark("ins", " the text has: ", text) : removed ? mark("del", " not in the text: ", text) : text
    })
  }
  const passage = match => {
    const words = match.places.flatMap((place, at) => [at ? " … " : "", ...(place.exact ? [globalThis.readerQuotation.raw(match.text, place)] : marked(place))])
    const shown = make("blockquote", make("p", words))
    const lang = match.places[0].list[0].block.lang
    if (lang) shown.lang = lang
    return make("li", [shown, origin(match)])
  }

  const liberties = ({ gaps, matches: [{ places }] }) => {
    const said = []
    if (gaps) said.push("with what it leaves out marked")
    if (places.some(place => !place.sameCase)) said.push("but for capitals")
    if (places.some(place => place.sameCase && !place.sameSigns)) said.push("but for the shape of signs or spaces")
    return said.length ? `, ${said.join(", ")}` : ""
  }
  const answers = {
    exact: answer => {
      const places = answer.matches.length > 1 ? `${answer.matches.length} places` : "one place"
      return `Exact${liberties(answer)}. The words stand in ${places}.`
    },
    altered: () => "Altered. The words do not stand like this; the nearest passage is below, with what differs marked.",
    absent: () => "Absent. No text of this edition has these words, nor words like them.",
    short: () => "Too short. Paste at least three words, or four Chinese characters.",
    long: () => `Too long. Check it in pieces of up to ${globalThis.readerQuotation.LONGEST.toLocaleString("en")} characters.`,
  }
  const MOST = 10

  form.addEventListener("submit", async event => {
    event.preventDefault()
    status.textContent = "Reading the texts …"
    found.replaceChildren()
    try {
      const read = await texts()
      const answer = globalThis.readerQuotation.check(field.value, read)
      form.dataset.state = answer.state
      status.textContent = answers[answer.state](answer)
      legend.hidden = answer.state !== "altered"
      found.replaceChildren(...answer.matches.slice(0, MOST).map(passage))
    } catch {
      loading = null
      form.dataset.state = "failed"
      legend.hidden = true
      status.textContent = "The texts could not be loaded. Search them with your browser on their own pages, linked below."
    }
  })
  field.addEventListener("keydown", event => event.key === "Enter" && (event.ctrlKey || event.metaKey) && (event.preventDefault(), form.requestSubmit()))
  legend.hidden = true
  form.hidden = false
  one(".check-without")?.remove()
})()
