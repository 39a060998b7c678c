/* The page that checks quotations: the form, and the answer in words and with marks. The texts are loaded for the first
   quotation. */
(() => {
  const here = document.currentScript.src
  const find = (css, root = document) => root.querySelector(css)
  const form = find(".check")
  if (!form) return
  const field = find("textarea", form)
  const status = find(".check-answer")
  const matchList = find(".check-found")
  const legend = find(".check-legend")
  const textLinks = [...document.querySelectorAll("a[data-text]")]
  const MOST = 10 // matches to show
  let loading = null

  const load = address => readerScriptOnce(new URL(address, here))
  const prepare = link => {
    const id = link.dataset.text
    return globalThis.readerQuotation.read({ id, link, blocks: globalThis.readerTexts[id] })
  }
  const loadTexts = () => loading ??= Promise.all([
    load("search/folding.js"), load("quotation.js"), load("vendor/jsdiff.min.js"),
    ...textLinks.map(link => load(`../data/quotable/${link.dataset.text}.js`)),
  ]).then(() => textLinks.map(prepare))

  const sourceLink = ({ text, places }) => {
    const blocks = [...new Set(places.flatMap(place => place.blocks))]
    const placeName = id => text.blocks.find(block => block.id === id).place
    const last = blocks.length > 1 ? ` to ${placeName(blocks.at(-1))}` : ""
    const link = readerMake("a", "", `${text.link.textContent}, ${placeName(blocks[0])}${last}`)
    link.href = `${text.link.href}#${blocks[0]}`
    return readerMake("p", "check-place", link)
  }

  // The characters between two tokens are shown with the first, so that the words read as in the text.
  const pieces = tokens => tokens.map((token, index) => {
    const next = tokens[index + 1]
    const whole = token.block.text
    const gap = !next ? "" : next.block === token.block ? whole.slice(token.end, next.start) : " "
    return { letters: token.letters, text: whole.slice(token.start, token.end) + gap.replace(/\s+/g, " ") }
  })
  const comparator = (a, b) => a.letters === b.letters
  // The spaces at the end stay outside the mark.
  const mark = (tag, announcement, text) => {
    const words = text.trimEnd()
    return [readerMake(tag, "", readerMake("span", "unseen", announcement), words), text.slice(words.length)]
  }
  const markChanges = place => {
    return globalThis.Diff.diffArrays(pieces(place.wanted), pieces(place.list), { comparator }).flatMap(({ added, removed, value }) => {
      const text = value.map(piece => piece.text).join("")
      return added ? mark("ins", " the text has: ", text) : removed ? mark("del", " not in the text: ", text) : text
    })
  }
  const passage = match => {
    const wordsOf = place => place.exact ? [globalThis.readerQuotation.raw(match.text, place)] : markChanges(place)
    const words = match.places.flatMap((place, index) => [index ? " … " : "", ...wordsOf(place)])
    const quote = readerMake("blockquote", "", readerMake("p", "", ...words))
    const lang = match.places[0].list[0].block.lang
    if (lang) quote.lang = lang
    return readerMake("li", "", quote, sourceLink(match))
  }

  const qualifications = ({ gaps, matches: [{ places }] }) => {
    const phrases = []
    if (gaps) phrases.push("with what it leaves out marked")
    if (places.some(place => !place.sameCase)) phrases.push("but for capitals")
    if (places.some(place => place.sameCase && !place.samePunctuation)) phrases.push("but for the shape of signs or spaces")
    return phrases.length ? `, ${phrases.join(", ")}` : ""
  }
  const answers = {
    exact: answer => {
      const places = answer.matches.length > 1 ? `${answer.matches.length} places` : "one place"
      return `Exact${qualifications(answer)}. The words stand in ${places}.`
    },
    altered: () => "Altered. The words do not stand like this; the nearest passage is below, with what differs marked.",
    absent: () => "Absent. No text of this edition has these words, nor words like them.",
    short: () => "Too short. Paste at least three words, or four Chinese characters.",
    long: () => `Too long. Check it in pieces of up to ${globalThis.readerQuotation.LONGEST.toLocaleString("en")} characters.`,
  }

  form.addEventListener("submit", async event => {
    event.preventDefault()
    status.textContent = "Reading the texts …"
    matchList.replaceChildren()
    try {
      const texts = await loadTexts()
      const answer = globalThis.readerQuotation.check(field.value, texts)
      form.dataset.state = answer.state
      status.textContent = answers[answer.state](answer)
      legend.hidden = answer.state !== "altered"
      matchList.replaceChildren(...answer.matches.slice(0, MOST).map(passage))
    } catch {
      loading = null
      form.dataset.state = "failed"
      legend.hidden = true
      status.textContent = "The texts could not be loaded. Search them with your browser on their own pages, linked below."
    }
  })
  field.addEventListener("keydown", event => {
    if (event.key !== "Enter" || !event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    form.requestSubmit()
  })
  legend.hidden = true
  form.hidden = false
  find(".check-without")?.remove()
})()
