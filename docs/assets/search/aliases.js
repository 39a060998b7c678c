/* What a query names: the labels of entries, in any language, among its tokens. A unit is a word or, in an
   unspaced script, one character, so that a name is found inside a run of characters too. */
(() => {
  const search = self.readerSearch ??= {}
  const LEAST = 3

  /* A word without the endings of plurals, so that "unfriendly states" is known. */
  const stem = word => {
    if (word.length < 5 || !/^[a-z]+$/.test(word)) return word
    if (word.endsWith("ies")) return `${word.slice(0, -3)}y`
    if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2)
    return /[^sui]s$/.test(word) ? word.slice(0, -1) : word
  }
  const unit = token => token.shape === "word" ? stem(token.text) : [...token.text][0]
  const bare = label => label.replace(/ \([^)]*\)$/, "")

  const addLabel = (root, label, id, weight) => {
    let node = root
    for (const token of search.tokenize(label)) {
      const key = unit(token)
      if (!node.next.has(key)) node.next.set(key, { next: new Map(), ids: new Map() })
      node = node.next.get(key)
    }
    if (node !== root) node.ids.set(id, Math.max(weight, node.ids.get(id) ?? 0))
  }

  /* The entries of a manifest, ready to be found. */
  search.readEntries = rows => {
    const root = { next: new Map(), ids: new Map() }
    const entries = new Map()
    const starts = []
    for (const [id, kind, label, own, others] of rows) {
      const labels = [{ text: bare(label), lang: "" }]
      for (let at = 0; at < own.length; at += 2) labels.push({ text: own[at], lang: own[at + 1] })
      entries.set(id, { id, kind, label, labels })
      for (const { text } of labels) addLabel(root, text, id, 1), starts.push([search.fold(text), id])
      for (const text of others) addLabel(root, text, id, .5)
    }
    return { root, entries, starts }
  }

  /* The longest labels among tokens: from which to which token, and the entries with their weights. */
  search.findAliases = (glossary, tokens) => {
    const found = []
    for (let at = 0; at < tokens.length;) {
      let node = glossary.root
      let best
      for (let end = at; end < tokens.length && (node = node.next.get(unit(tokens[end]))); end++) {
        // A lone unit of a run must not name what a longer word only begins with.
        if (node.ids.size) best = { from: at, to: end + 1, ids: node.ids }
      }
      if (best) found.push(best)
      at = best ? best.to : at + 1
    }
    return found
  }

  /* The entries of which one label begins like this, if there are few. */
  search.beginsLike = (glossary, text) => {
    const start = search.fold(text.trim())
    if ([...start].length < (/^[\x00-\u02ff]+$/.test(start) ? LEAST : 2)) return []
    const ids = new Set(glossary.starts.filter(([label]) => label.startsWith(start)).map(([, id]) => id))
    return ids.size <= 3 ? [...ids] : []
  }
  search.stem = stem
})()
