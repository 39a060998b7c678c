/* The words of the index that a word of a query can mean: itself, its plural or singular, longer words that begin with it,
   and the word that was meant by a typing error. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const MOST = 30 // words of the index for each word of a query
  const FEW_FILES = 64

  /* The optimal string alignment distance of two words: the number of letters to substitute, insert, delete or swap with
     their neighbour. A distance above `most` is returned as `most + 1`, as by OSA.distance of rapidfuzz in the build. */
  search.distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1
    /** @type {number[]} */
    let before = []
    let row = Array.from({ length: b.length + 1 }, (_, index) => index)
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
  const allTerms = pieces => pieces.flatMap(terms => [...terms.values()])
  const END = "\uffff" // sorts after every term

  /** How all words of one stem begin: "countries" does not begin like its stem "country", but both begin with "countr".
   * @param {Token} token @param {string} stem */
  const commonStart = ({ text, shape }, stem) => {
    if (shape !== "word") return text
    return stem.endsWith("y") && text.startsWith(stem.slice(0, -1)) ? stem.slice(0, -1) : stem
  }
  /** The last term that can match a token.
   * @param {Token} token @param {string} start @param {boolean} canBeLonger */
  const lastTerm = ({ text, shape }, start, canBeLonger) => {
    if (shape === "pair" || shape === "word" && text.length < 3) return text
    return shape === "lone" || canBeLonger ? `${start}${END}` : `${text}s`
  }

  /* The terms for a word, with their weights. `last`: the word may be incomplete, because it is still being typed. */
  search.expand = async (manifest, token, last) => {
    const { text, shape } = token
    const stem = search.stem(text)
    const start = commonStart(token, stem)
    // In a large index a complete word is looked up in its own file, an incomplete one also in the following files.
    const end = lastTerm(token, start, last || manifest.shards.length < FEW_FILES)
    const { sameStem, beginsSame, beginsSameWhileTyping } = search.weights
    const matches = []
    for (const entry of allTerms(await search.store.terms(manifest, start, end))) {
      if (!entry.term.startsWith(start) || shape === "pair" && entry.term !== text) continue
      if (entry.term === text) matches.push({ entry, weight: 1 })
      else if (shape === "lone" || search.stem(entry.term) === stem) matches.push({ entry, weight: sameStem })
      else if (text.length > 2 && entry.term.startsWith(text)) {
        matches.push({ entry, weight: last ? beginsSameWhileTyping : beginsSame })
      }
    }
    return matches.sort((a, b) => b.weight - a.weight || b.entry.frequency - a.entry.frequency).slice(0, MOST)
  }

  /* The correction of a word that occurs in no text: the nearest word that differs by one letter, or by two in a word of
     more than seven. The first two letters are assumed to be right, since other words are in other files. */
  search.correct = async (manifest, token) => {
    const { text, shape } = token
    if (shape !== "word" || text.length < 4 || /^[0-9]/.test(text)) return token
    // The files for the word itself are loaded already and nearly always have it; those for longer words are a last resort.
    for (const longer of [false, true]) if ((await search.expand(manifest, token, longer)).length) return token
    const start = [...text].slice(0, 2).join("")
    const most = text.length > 7 ? 2 : 1
    let best = null
    for (const { term, frequency } of allTerms(await search.store.terms(manifest, start, `${start}${END}`, text))) {
      const distance = term.startsWith(start) ? search.distance(text, term, most) : most + 1
      const isBetter = !best || distance < best.distance || distance === best.distance && frequency > best.frequency
      if (distance <= most && isBetter) best = { distance, term, frequency }
    }
    return best ? { ...token, text: best.term, typed: text } : token
  }
})()
