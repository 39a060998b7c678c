/* The weights of the ranking, all chosen by hand. Of the 148 judged queries (benchmarks/queries.jsonl) 146 find a right page
   and 143 a right paragraph among their first three results; where a comment gives figures, those are what is left of
   these two without the weight (0; 1 for a factor or a power). Where none stand, the judged queries do not tell. */
(() => {
  const search = self.readerSearch ??= /** @type {ReaderSearch} */ ({})
  search.weights = Object.freeze({
    // Words of the index that a word of the query may mean, against the word itself (1).
    sameStem: .85,
    beginsSame: .4, // 146, 142
    beginsSameWhileTyping: .55, // the last word of a query, which may not be complete
    // Words of the query, against one that is spelled as the texts have it (1).
    correctedWord: .8,
    functionWord: .05,
    // Entries and dates that a query means, against one that is named in full by a label of its own (1).
    sharedLabel: .5, // also borne by other entries: 145, 131
    begunLabel: .6, // the query is the beginning of the label
    monthOfDay: .7, // a text says the month of the day that is asked for
    entryBehindWord: .4, // the word stands in no passage but in a name of the entry
    bestEntry: .5, // the entry's own page answers far better than any passage, so passages that name it are meant: 146, 141
    // The best passage scores at most so much of the entry's page for that.
    farBelowEntry: .8,
    // Words of a name or date beside the entry or date itself: what they add, and what some of them alone count.
    literalWords: .3,
    phrase: 1.5, // words in quotation marks, against the same words without
    // A group of words that is only elsewhere on the passage's page counts so much towards all groups being there.
    onSamePage: .5,
    // The powers that let a passage with all words of a name, or all groups of a query, go before one with many of one.
    wordsCovered: 2,
    groupsCovered: 2,
    // What scores less than this share of the best is not shown, so that a list ends where its answers end: 146, 144.
    leastOfBest: .12,
  })
})()
