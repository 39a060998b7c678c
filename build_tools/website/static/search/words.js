/* The words of the index that a word of a query can mean: itself, its plural or singular, longer words that begin with it,
   the word that was meant by a typing error, and the parts of a word that texts divide. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  const MOST = 30 // words of the index for each word of a query
  const MOST_LETTERS = 2 // by which a misspelled word differs from the one that was meant
  const FEW_FILES = 64
  // Of a divided word: the letters of its parts, and how many divisions are tried, since each may need files.
  const SHORTEST_HEAD = 2
  const SHORTEST_TAIL = 3
  const MOST_DIVISIONS = 3

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
  /** The plural of an English word. @param {string} stem */
  const plural = stem => stem.endsWith("y") ? `${stem.slice(0, -1)}ies` : `${stem}${/(?:ss|x|ch|sh)$/.test(stem) ? "es" : "s"}`
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
    // In a large index a complete word is looked up in the files of its forms, an incomplete one also in the following files.
    const canBeLonger = last || manifest.shards.length < FEW_FILES
    const { sameStem, beginsSame, beginsSameWhileTyping } = search.weights
    const typed = token.typed ?? text
    const far = search.distance(typed, text, MOST_LETTERS)
    // Which form of a misspelled word was meant nobody can tell, if both are as near to it.
    const isSame = (/** @type {string} */ term) => far > 0 && search.distance(typed, term, far) <= far
    const matches = []
    const forms = shape === "word" ? [text, stem, plural(stem)] : []
    const ranges = forms.map(form => search.store.terms(manifest, form))
    if (canBeLonger || shape !== "word") ranges.push(search.store.terms(manifest, start, lastTerm(token, start, canBeLonger)))
    const pieces = await Promise.all(ranges)
    for (const entry of allTerms([...new Set(pieces.flat())])) {
      if (!entry.term.startsWith(start) || shape === "pair" && entry.term !== text) continue
      if (entry.term === text) matches.push({ entry, weight: 1 })
      else if (shape === "lone" || search.stem(entry.term) === stem) {
        matches.push({ entry, weight: isSame(entry.term) ? 1 : sameStem })
      }
      else if (text.length > 2 && entry.term.startsWith(text)) {
        matches.push({ entry, weight: last ? beginsSameWhileTyping : beginsSame })
      }
    }
    return matches.sort((a, b) => b.weight - a.weight || b.entry.frequency - a.entry.frequency).slice(0, MOST)
  }

  /** The ways to divide a word: a long number in thousands, another word behind a word of the index.
   * @param {Manifest} manifest @param {string} text @param {Word[]} near words that begin like it */
  const divisions = async (manifest, text, near) => {
    if (/^[0-9]/.test(text)) return /^[0-9]{4,}$/.test(text) ? [text.split(/(?=(?:[0-9]{3})+$)/)] : []
    const first = await search.store.term(manifest, text.slice(0, SHORTEST_HEAD))
    const heads = [...near, ...first ? [first] : []].map(({ term }) => term)
      .filter(term => term.length >= SHORTEST_HEAD && term.length <= text.length - SHORTEST_TAIL && text.startsWith(term))
    return [...new Set(heads)].sort((a, b) => b.length - a.length).slice(0, MOST_DIVISIONS)
      .map(head => [head, text.slice(head.length)])
  }
  /** A word that the index does not have as parts that some text has one after the other: "antigovernment" is in
   * "anti-government", 1250 in 1,250. Null if there are none.
   * @param {Manifest} manifest @param {Token} token @param {Word[]} near @returns {Promise<Token | null>} */
  const divide = async (manifest, token, near) => {
    for (const texts of await divisions(manifest, token.text, near)) {
      const parts = texts.map(text => ({ ...token, text }))
      const found = await search.findPhrase(manifest, { text: token.text, tokens: parts })
      if (found.scores.size) return { ...token, text: texts.join(/^[0-9]/.test(token.text) ? "," : "-"), parts, typed: token.text }
    }
    return null
  }

  /* What is meant by a word that occurs in no text: the same in parts, or else the nearest word that differs by one letter,
     or by two in a word of more than seven. The first two letters are assumed to be right, since other words are in other
     lists. */
  search.correct = async (manifest, token) => {
    const { text, shape } = token
    if (shape !== "word" || text.length < 4) return token
    // The files for the word itself are loaded already and nearly always have it.
    if ((await search.expand(manifest, token, false)).length) return token
    const start = [...text].slice(0, 2).join("")
    const near = (await search.store.words(manifest, start, `${start}${END}`)).filter(({ term }) => term.startsWith(start))
    if (near.some(({ term }) => term.startsWith(text))) return token
    const divided = await divide(manifest, token, near)
    if (divided || /^[0-9]/.test(text)) return divided ?? token
    const most = text.length > 7 ? MOST_LETTERS : 1
    let best = null
    for (const { term, frequency } of near) {
      const distance = search.distance(text, term, most)
      const isBetter = !best || distance < best.distance || distance === best.distance && frequency > best.frequency
      if (distance <= most && isBetter) best = { distance, term, frequency }
    }
    return best ? { ...token, text: best.term, typed: text } : token
  }
})()
