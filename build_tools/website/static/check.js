/* The page that checks quotations: the form, and the answer in words and with marks. What it needs of the index and
   the texts is loaded for each quotation. */
(() => {
  const find = (css, root = document) => root.querySelector(css)
  const form = find(".check")
  if (!form) return
  const field = find("textarea", form)
  const status = find(".check-answer")
  const matchList = find(".check-found")
  const legend = find(".check-legend")
  const MOST = 10 // matches to show
  const LONGEST_ADDRESS = 2_000 // characters of a quotation that the address of the page keeps
  const sourceLink = ({ text, places }) => {
    const blocks = [...new Set(places.flatMap(place => place.blocks))]
    const placeName = id => text.blocks.find(block => block.id === id).place
    const [first, last] = [placeName(blocks[0]), placeName(blocks.at(-1))]
    const where = blocks.length > 1 ? readerSay("{first} to {last}", { first, last }) : first
    const link = readerMake("a", "", `${text.name}, ${where}`)
    link.href = self.readerQuotedAt({ text, places })
    return readerMake("p", "check-place", link)
  }

  // The characters between two tokens are shown with the first, so that the words read as in the text.
  const pieces = tokens => tokens.map((token, index) => {
    const next = tokens[index + 1]
    const whole = token.block.text
    const gap = !next ? "" : next.block === token.block ? whole.slice(token.end, next.start) : " "
    return whole.slice(token.start, token.end) + gap.replace(/\s+/g, " ")
  })
  // The spaces at the end stay outside the mark.
  const mark = (tag, announcement, text) => {
    const words = text.trimEnd()
    return [readerMake(tag, "", readerMake("span", "unseen", ` ${announcement} `), words), text.slice(words.length)]
  }
  const markChanges = place => {
    const [quoted, read] = [pieces(place.wanted), pieces(place.list)]
    return globalThis.readerQuotation.differences(place.wanted, place.list).flatMap(({ only, from, to }) => {
      const text = (only === "quoted" ? quoted : read).slice(from, to).join("")
      if (only === "read") return mark("ins", readerSay("the text has:"), text)
      return only ? mark("del", readerSay("not in the text:"), text) : text
    })
  }
  const passage = match => {
    const wordsOf = place => place.exact ? [globalThis.readerQuotation.raw(match.text, place)] : markChanges(place)
    const words = match.places.flatMap((place, index) => [index ? " … " : "", ...wordsOf(place)])
    const quote = readerMake("blockquote", "", readerMake("p", "", ...words))
    const lang = match.places[0].list[0].block.lang
    if (lang) Object.assign(quote, { lang, dir: "auto" })
    return readerMake("li", "", quote, sourceLink(match))
  }

  const qualifications = ({ gaps, matches: [{ places }] }) => {
    const phrases = []
    if (gaps) phrases.push(readerSay("with the omissions marked"))
    if (places.some(place => !place.sameCase)) phrases.push(readerSay("except for capitals"))
    if (places.some(place => place.sameCase && !place.samePunctuation)) phrases.push(readerSay("except for the form of signs or spaces"))
    return phrases.length ? `, ${phrases.join(", ")}` : ""
  }
  const answers = {
    exact: answer => {
      const exact = readerSay("Exact{qualifications}.", { qualifications: qualifications(answer) })
      const found = readerCount(answer.matches.length, "Found in one place.", "Found in {number} places.")
      const more = answer.unread ? readerCount(answer.unread, "{number} more text that may have it was not read.",
        "{number} more texts that may have it were not read.") : ""
      return `${exact} ${found} ${more}`.trim()
    },
    altered: () => readerSay("Altered. No text has exactly these words; the nearest passage is below, with the differences marked."),
    absent: () => readerSay("Not found. No published words of a text are these, and none of those with the rarest of them has words like them."),
    undecided: ({ unread }) => readerCount(unread, "Not decided. {number} more text has all the rarest words of the quotation and was not read: paste more of the passage.",
      "Not decided. {number} more texts have all the rarest words of the quotation and were not read: paste more of the passage."),
    short: () => readerSay("Too short. Paste at least three words, or four Chinese characters."),
    long: () => readerSay("Too long. Check it in pieces of up to {number} characters.",
      { number: readerNumber(globalThis.readerQuotation.LONGEST) }),
  }

  const answer = async () => {
    status.textContent = readerSay("Reading the texts …")
    matchList.replaceChildren()
    try {
      const found = await self.readerCheckQuotation(field.value)
      form.dataset.state = found.state
      status.textContent = answers[found.state](found)
      legend.hidden = !found.matches.some(({ places }) => places.some(({ exact }) => !exact))
      matchList.replaceChildren(...found.matches.slice(0, MOST).map(passage))
    } catch {
      form.dataset.state = "failed"
      legend.hidden = true
      status.textContent = readerSay("The texts could not be loaded. Search them with your browser on their own pages, linked below.")
    }
  }
  // The address keeps the quotation, so that the answer can be shared and is there again on the way back: in its fragment,
  // which is sent to nobody. An address with ?q= is answered too.
  const keep = quotation => {
    const address = new URL(location.href)
    address.searchParams.delete("q")
    address.hash = quotation && quotation.length <= LONGEST_ADDRESS ? new URLSearchParams({ q: quotation }).toString() : ""
    history.replaceState(history.state, "", address)
  }
  const read = () => {
    const { hash, searchParams } = new URL(location.href)
    const quotation = new URLSearchParams(hash.slice(1)).get("q") ?? searchParams.get("q")
    if (!quotation || quotation === field.value) return
    field.value = quotation
    answer()
  }
  form.addEventListener("submit", event => {
    event.preventDefault()
    keep(field.value.trim())
    answer()
  })
  addEventListener("hashchange", read)
  field.addEventListener("keydown", event => {
    if (event.key !== "Enter" || !event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    form.requestSubmit()
  })
  legend.hidden = true
  form.hidden = false
  find(".check-without")?.remove()
  read()
})()
