/* The words of the index that a word of a query can mean: itself, its other number, what begins with it, a typing error. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const MOST = 30
  const FEW_FILES = 64

  /* How many letters to change, add, drop or swap, up to `most`; more is `most + 1`. The twin of rapidfuzz's OSA.distance. */
  search.distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1
    /** @type {number[]} */
    let before = []
    let row = Array.from({ length: b.length + 1 }, (_, at) => at)
    for (let i = 1; i <= a.length; i++) {
      const next = [i]
      let least = i
      for (let j = 1; j <= b.length; j++) {
        const cost = a[i - 1] === b[j - 1] ? 0 : 1
        next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + cost)
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1)
        least = Math.min(least, next[j])
      }
      if (least > most) return most + 1
      before = row
      row = next
    }
    return row[b.length]
  }
  /** @param {Map<string, Term>[]} pieces */
  const all = pieces => pieces.flatMap(terms => [...terms.values()])
  const END = "\uffff"

  /* Terms with their weights for a word; `last` if it may still be growing. */
  search.expand = async (manifest, token, last) => {
    const { text, shape } = token
    const stem = search.stem(text)
    // Words of one stem lie close together: "countries" is the one that does not begin like its stem.
    const start = shape === "word" && stem.endsWith("y") && text.startsWith(stem.slice(0, -1)) ? stem.slice(0, -1) : shape === "word" ? stem : text
    const found = []
    // Where files are many, a whole word is looked for in its own, one that may still grow in the next ones too.
    const few = manifest.shards.length < FEW_FILES
    const end = shape === "pair" || shape === "word" && text.length < 3 ? text : shape === "lone" || last || few ? `${start}${END}` : `${text}s`
    for (const entry of all(await search.store.terms(manifest, start, end))) {
      if (!entry.term.startsWith(start) || shape === "pair" && entry.term !== text) continue
      if (entry.term === text) found.push({ entry, weight: 1 })
      else if (shape === "lone" || search.stem(entry.term) === stem) found.push({ entry, weight: search.weights.sameStem })
      else if (text.length > 2 && entry.term.startsWith(text)) found.push({ entry, weight: last ? search.weights.beginsSameWhileTyping : search.weights.beginsSame })
    }
    return found.sort((a, b) => b.weight - a.weight || b.entry.frequency - a.entry.frequency).slice(0, MOST)
  }

  /* A word that stands in no text, put right if another differs by a letter, or two in a long word. The first two
     letters are taken to be right: other words lie too far off. */
  search.correct = async (manifest, token) => {
    const { text, shape } = token
    if (shape !== "word" || text.length < 4 || /^[0-9]/.test(text)) return token
    // The files of the word itself, which are there, answer nearly always; only then are those of longer words asked for.
    for (const longer of [false, true]) if ((await search.expand(manifest, token, longer)).length) return token
    const start = [...text].slice(0, 2).join("")
    const most = text.length > 7 ? 2 : 1
    let best = null
    for (const { term, frequency } of all(await search.store.terms(manifest, start, `${start}${END}`, text))) {
      const far = term.startsWith(start) ? search.distance(text, term, most) : most + 1
      if (far <= most && (!best || far < best.far || far === best.far && frequency > best.frequency)) best = { far, term, frequency }
    }
    return best ? { ...token, text: best.term, typed: text } : token
  }
})()
