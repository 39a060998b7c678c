/* The weights of the ranking, all chosen by hand. Of the 148 judged queries (benchmarks/queries.jsonl), 146 find a right
   page and 143 a right paragraph among their first three results. Two figures in a comment are what remains of these two
   without the weight (set to 0, or to 1 for a factor or a power); where there are none, it makes no difference to them. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  search.weights = Object.freeze({
    // Words of the index that a word of the query may mean, relative to the word itself (1).
    sameStem: .85,
    beginsSame: .4, // 146, 142
    beginsSameWhileTyping: .55, // the last word of a query, which may be incomplete
    // Words of the query, relative to one that is spelled as in the texts (1).
    correctedWord: .8,
    functionWord: .05,
    // Entries and dates that a query means, relative to an entry whose own label is the query (1).
    sharedLabel: .5, // a label that several entries have: 145, 131
    begunLabel: .6, // the query is the beginning of the label
    monthOfDay: .7, // the query is a day, and the text gives only its month
    entryBehindWord: .4, // the word occurs in no passage, but in a name of the entry
    // An entry whose own page scores far above every passage, so that passages that name it are added: 146, 141.
    bestEntry: .5,
    farBelowEntry: .8, // "far": the best passage has at most this share of the score of the entry's page
    // The words of a name or date: what they add to the entry or date itself, and what a part of them counts alone.
    literalWords: .3,
    phrase: 1.5, // words in quotation marks, relative to the same words without
    // How much a group counts as covered that occurs elsewhere on the page, but not in the passage itself.
    onSamePage: .5,
    // Exponents: a passage with all words of a name, or all groups of a query, ranks above one with many hits of a few.
    wordsCovered: 2,
    groupsCovered: 2,
    // A result below this share of the best score is not shown, so that a list ends where its answers end: 146, 144.
    leastOfBest: .12,
  })
})()
