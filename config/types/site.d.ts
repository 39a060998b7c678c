/* The types that our scripts share, and those of the page they run in. Only `tsc` reads this. */

/** Announces every page, also those that the theme swaps in. */
declare const document$: { subscribe(show: () => void): void }

/** A token of a text: a word, or in a script without spaces a pair of characters, the last character of a run, a single character. */
interface Token {
  text: string
  shape: "word" | "pair" | "last" | "lone"
  /** Offsets in the text, in UTF-16 units, the end exclusive. */
  start: number
  end: number
  /** The word as it was typed, where `text` is a correction of it. */
  typed?: string
  /** The parts of a word that texts divide. */
  parts?: Token[]
}
/** A date in a list of tokens: its first token, the token after its last, its terms in the index. */
type FoundDate = [from: number, to: number, terms: string[]]

interface Entry { index: number; id: string; kind: string; label: string; labels: { text: string; lang: string }[] }
/** An entry or a date with its weight, from 0 to 1. */
type Weighted = [concept: string, weight: number]
interface Alias { from: number; to: number; ids: Map<string, number> }
/** Terms that can replace one another in a query: words, entries, dates. */
interface Group {
  kind: "word" | "run" | "concept" | "date"
  label: string
  concepts: Weighted[]
  dates: Weighted[]
  words: Token[]
  weight: number
  last?: boolean
}
interface Phrase { text: string; tokens: Token[] }
interface Query { rest: string; tokens: Token[]; phrases: Phrase[]; leftOut: Token[]; phrasesLeftOut: Phrase[] }

interface Manifest {
  records: number
  /** The page number of the first entry. */
  entryPage: number
  /** The terms of a shard are in the file `t-` and its hash, their places in `w-` and its hash. */
  shards: [first: string, hash: string][]
  /** The lists of words. */
  words: [first: string, name: string][]
  /** Groups of blocks of passages: the first record, the hash in the names of the blocks, and the steps from the first record
   * of each block to that of the next. */
  blocks: [first: number, hash: string, steps: string][]
  labels: [first: string, name: string][]
  entries: [first: number, name: string][]
  facets: string
}
type EntryHolder = [place: number, mentions: number, texts: number]
/** The manifest of a router: blocks by their names, which say the number of the file, offset, length and checksum. */
interface RouterManifest extends Manifest {
  /** The number of entries, each of which has a page number. */
  entryCount: number
  files: string[]
  /** Blocks that name the blocks of terms. */
  tables: [first: string, name: string][]
  /** Blocks that name the blocks of pairs of words. */
  pairs: [first: number, name: string][]
  /** The most records that the index names of a pair. */
  mostOfPair: number
  /** The key of a group of passages is the place of its collection times this, plus a record number there. */
  collectionStep: number
  /** Blocks that name the files of passages of the collections. */
  groups: [first: number, name: string][]
  collections: [
    about: { name: string; path: string; isFlat: boolean },
    firstText: number, texts: number, entries: number, firstRegister: number,
  ][]
}
/** The number of records that have two words side by side, and those that the index names. */
interface PairRecords { frequency: number; records: number[] }
/** An entry of a router; `page` is that of the router's glossary, `own` the page number in the first of the holders. */
type RouterEntry = [
  id: string, kind: string, label: string, names: string[], frequency: number, packed: string,
  holders: EntryHolder[], page: number, own: number,
]
/** The number of records that contain a term or name an entry, and the records: encoded, or decoded already. */
interface Postings { frequency: number; packed: string; postings?: number[] }
interface Word { term: string; frequency: number }
interface Term extends Postings {
  term: string
  row: number
  shard: number
  places?: Map<number, number[]>
  /** In a router, the name of the block with its places. */
  block?: string
  /** In a router, whether the postings name only the strongest records, and there are no places. */
  isCut?: boolean
  /** In a router, the blocks with further records; in all of one the term has the same impact. */
  tiers?: { block: string; impact: number }[]
}
interface ResultPage {
  path: string
  kind: string
  name: string
  title: string
  date: string
  mentions: number
  texts: number
  /** In a router: whether the address ends in .html, and the id of an entry, which is a part of a page of many. */
  isFlat?: boolean
  entry?: string
}
interface Passage { number: number; anchor: string; place: string; lang: string; text: string; spans: (number | string)[] }
interface Passages { pages: Map<number, ResultPage>; records: Map<number, Passage> }
/** A facet: its values, the start of each run of numbers that share a value, and the place of that value from 1, or 0. */
interface Column { values: string[]; starts: number[]; places: number[] }
type Columns = Record<string, Column>
type Filters = Record<string, string[]>

interface Scores { scores: Map<number, number>; terms: string[]; weight: number }
/** An entry or a date with its weight and its records. */
type WeightedPostings = [concept: string, weight: number, postings: Postings | undefined]
/** `meant` has the records that match by an entry or a date and not only by words: for each, that entry or date. */
interface GroupScores extends Scores { group: Group; words: Scores[]; meant: Map<number, string> }
/** `unsure` is the phrase, where only the text of a record can tell whether it contains the phrase. */
interface PhraseScores extends Scores { unsure: Phrase | null; label: string }
interface Ranked {
  rows: [record: number, score: number][]
  /** Whether no record matches all groups. */
  isPartial: boolean
  groups: GroupScores[]
  phrases: PhraseScores[]
  without: Set<number>
  /** Phrases to leave out where only the text of a record can tell whether it contains them. */
  unsureLeftOut: Phrase[]
}
interface Marks { terms: string[]; entries: string[] }
interface Piece { text: string; hit: boolean }
/** Words of a query by which a record matches; `typed` is what they were corrected from. */
type Reason = string | { text: string; typed: string }
interface Row extends Passage { page: ResultPage; score: number; pieces: Piece[]; why: Reason[] }
interface Card { id: string; kind: string; label: string; page: ResultPage; definition: string }
interface Answer {
  empty?: boolean
  card: Card | null
  rows: Row[]
  total: number
  also: Entry[]
  marks: Marks
  corrected: Token[]
  /** The parts of the query of which a word is in no text. */
  absent: string[]
  /** Whether no result has all parts of the query. */
  isPartial: boolean
  /** What to ask the concordance for, so that it has the lines of this answer, if anything. */
  concordance: string | null
  facets: Record<string, [value: string, count: number][]> | null
}
interface Options { most?: number; excluded?: Set<string>; filters?: Filters | null; retry?: boolean }

interface ControllerSettings {
  field: HTMLInputElement
  status: HTMLElement
  /** Has the buttons that leave an entry out of a query. */
  also: HTMLElement
  /** Milliseconds. */
  pause: number
  options?(): Options
  /** The entries that are left out at first. */
  excluded?: string[]
  onStart?(excluded: Set<string>): void
  onAnswer(answer: Answer, text: string): void
  onFailure?(): void
}
interface Controller {
  run(retry?: boolean): Promise<void>
  runSoon(): void
}

interface FilterSettings { names: Record<string, string>; filters: Filters; labelOf(name: string, value: string): string }
interface FilterPanel { show(counts: Answer["facets"]): void; choose(): void }

/** The place of each text in order of date, and the paragraphs of texts, by id, that have a difference or a quotation. */
interface TextOrder { order: number[]; difference: Record<string, string[]>; quotation: Record<string, string[]> }
/** A line of a concordance: the place of its text in order of date, and the words before and after. */
interface Line {
  record: number
  rank: number
  year: string
  maker: string
  page: ResultPage
  place: string
  anchor: string
  lang: string
  left: string
  word: string
  right: string
}
/** What one word of a query matches: any of these terms, or in an unspaced script what begins with a character. */
interface Wanted { terms: Set<string>; start: string }
/** What a concordance is of: passages in order of date, and how lines are cut out of them. */
interface Sought { name: string; records: number[]; wanted: Wanted[]; entries: Entry[] }
interface ReaderConcordance {
  /** What the engine knows of all texts, once it is open. */
  index: { manifest: Manifest; columns: Columns; texts: TextOrder }
  open(): Promise<ReaderConcordance["index"]>
  find(text: string, form: string): Promise<Sought>
  rankOf(record: number): number
  lines(sought: Sought, records: number[]): AsyncGenerator<Line[]>
  sorted(lines: Line[], order: string): Line[]
  wordingKey(words: string): string
  spellings(lines: Line[]): Map<string, string>
  valuesOf(line: Line, name: string): string[]
  table(lines: Line[]): string
  save(name: string, text: string): void
  citation(host: HTMLElement, what: string): string
  lineElement(line: Line, sought: Sought): HTMLElement
  disperse(figure: HTMLElement, ranks: Set<number>, texts: number): void
}

interface ReaderSearch {
  // weights
  weights: Readonly<Record<
    "sameStem" | "beginsSame" | "beginsSameWhileTyping" | "correctedWord" | "functionWord" | "sharedLabel" | "begunLabel" |
    "monthOfDay" | "entryBehindWord" | "bestEntry" | "farBelowEntry" | "literalWords" | "phrase" | "onSamePage" |
    "wordsCovered" | "groupsCovered" | "leastOfBest", number>>
  // tokens, dates
  tokenize(text: string): Token[]
  fold(text: string): string
  isEastAsian(text: string): boolean
  findDates(tokens: string[]): FoundDate[]
  // store
  store: {
    open(folder: string): void
    begin(): void
    load(name: string): Promise<any>
    manifest(): Promise<Manifest>
    placeOf(rows: [number | string, ...unknown[]][], key: number | string): number
    numbers(packed: string): number[]
    terms(manifest: Pick<Manifest, "shards">, first: string, last?: string): Promise<Map<string, Term>[]>
    words(manifest: Pick<Manifest, "words">, first: string, last: string): Promise<Word[]>
    term(manifest: Pick<Manifest, "shards">, text: string): Promise<Term | undefined>
    postings(entry: Postings): number[]
    positions(manifest: Manifest, entry: Term): Promise<string>
    places(manifest: Manifest, entry: Term): Promise<Map<number, number[]> | null>
    countWithin(manifest: Manifest, records: number[], card: number | null): number
    passages(manifest: Manifest, records: number[]): Promise<Passages>
    fetchTerm(manifest: Manifest, term: string): Promise<void>
    retry(): void
  }
  // aliases, query, words, ranking
  distance(a: string, b: string, most: number): number
  stem(word: string): string
  units(text: string): string[]
  entries(manifest: Manifest, indexes: number[]): Promise<Entry[]>
  findAliases(manifest: Manifest, tokens: Token[]): Promise<Alias[]>
  beginsLike(manifest: Manifest, text: string): Promise<string[]>
  loadedEntries: Map<string, Entry>
  entryPostings: Map<string, Postings>
  // phrases
  holds(text: string, phrase: Phrase): boolean
  findPhrase(manifest: Manifest, phrase: Phrase): Promise<PhraseScores>
  rarity(manifest: Manifest, frequency: number): number
  readQuery(text: string): Query
  groupQuery(manifest: Manifest, query: Query, excluded: Set<string>): Promise<{ groups: Group[]; card: string | null }>
  expand(manifest: Manifest, token: Token, last: boolean): Promise<{ entry: Term; weight: number }[]>
  correct(manifest: Manifest, token: Token): Promise<Token>
  hasUnknown(groups: GroupScores[]): boolean
  isInNoText(manifest: Manifest, group: GroupScores): boolean
  rank(manifest: Manifest, query: Query, groups: Group[], excluded: Set<string>): Promise<Ranked>
  rankWith(manifest: Manifest, ranked: Ranked, group: Group, excluded: Set<string>): Promise<Ranked>
  // snippet, facets, engine
  snippet(record: Passage, marks: Marks): Piece[]
  facets(manifest: Manifest): Promise<Columns>
  collectionOf(manifest: RouterManifest, record: number): number
  wasCut(): boolean
  bytesUsed(): number
  unpackRecords(values: number[]): number[]
  facetOf(columns: Columns, name: string, record: number): string | undefined
  keep(columns: Columns, filters: Filters): (record: number) => boolean
  countFacets(columns: Columns, filters: Filters, records: number[]): Record<string, [string, number][]>
  run(text: string, options?: Options): Promise<Answer>
  // client, view, controller, dialog
  root: string
  onPage(show: () => void): void
  need(name: string): Promise<unknown>
  ask(text: string, options?: Options): Promise<Answer>
  make: typeof readerMake
  languageName(tag: string): string
  entryKind(kind: string): string
  address(page: ResultPage, anchor: string, marks: Marks | null): string
  hitElements(answer: Answer): HTMLAnchorElement[]
  hitList(hits: HTMLElement): { readonly length: number; show(answer: Answer, text: string): boolean }
  alsoElement(answer: Answer): HTMLElement | null
  retryElement(retry: () => void): (Node | string)[]
  resultParts(): { field: HTMLInputElement, status: HTMLElement, also: HTMLElement, hits: HTMLElement, more: HTMLButtonElement }
  controller(settings: ControllerSettings): Controller
  foldFilters(fold: HTMLDetailsElement): void
  filterPanel(element: HTMLElement, settings: FilterSettings): FilterPanel
  keepAddress(url: URL, state?: object): void
  summary(answer: Answer, text: string): string
  answers?: number
}

/** The targets of all events that our scripts listen to are elements. */
interface EventTarget { closest(css: string): any }
/** The events of the document have an element as their target. */
interface Document {
  addEventListener(type: string, listener: (event: any) => void, options?: boolean | AddEventListenerOptions): void
  readonly activeElement: any
  /** Takes tools for a browser's agent, where there is one. */
  readonly modelContext?: any
}
interface Navigator { readonly modelContext?: any }
/** Our scripts know from the selector what kind of element it selects. */
interface ParentNode { querySelector(css: string): any; querySelectorAll(css: string): NodeListOf<any> }
/** All our script elements are HTML. */
interface SVGScriptElement { src: string }

/** `starts` and `ends` give the offsets in the original text of the letter that each UTF-16 unit of the folded text is from. */
interface ReaderFolding {
  TABLE: { letters: Record<string, string>, entities: Record<string, string>, [name: string]: any }
  fold(text: string): string
  foldMapped(text: string): { text: string, starts: number[], ends: number[] }
  decodeEntities(text: string): { text: string, start: (at: number) => number, end: (at: number) => number }
}

interface Window {
  readerFolding: ReaderFolding
  readerSearch: ReaderSearch
  readerConcordance: ReaderConcordance
  readerSearchData(name: string, data: unknown): void
  /** Data that other files set, such as readerWhy by the files in data/why/. */
  [data: string]: any
}
/** Load a script. Rejects if the script cannot be loaded; another call tries again. */
declare function readerScript(address: string | URL): Promise<void>
/** Load a script once; after a failure another call tries again. */
declare function readerScriptOnce(address: string | URL): Promise<void>
/** What an element is made of; an empty text, null or undefined stands for nothing. */
type Child = Node | string | number | null | undefined
/** Make an element of its classes and children; a text stays text. */
declare function readerMake<K extends keyof HTMLElementTagNameMap>(
  tag: K, classes?: string, ...children: Child[]
): HTMLElementTagNameMap[K]
/** Make a button that submits no form. */
declare function readerButton(classes?: string, ...children: Child[]): HTMLButtonElement
/** What stands in the place of each name in braces of a sentence. */
type Values = Record<string, string | number | Node>
/** Say a sentence of the interface, known by its English, in the language of the page. */
declare function readerSay(sentence: string, values?: Values): string
/** The same as parts, where an element stands in the place of a name. */
declare function readerPhrase(sentence: string, values?: Values): (string | Node)[]
/** Write a number as the language of the page does. */
declare function readerNumber(number: number): string
/** Say a sentence with `{number}` in the form that the number asks for. */
declare function readerCount(number: number, singular: string, plural: string, values?: Values): string
/** The element that the fragment of the address names, or null. */
declare function readerTarget(): HTMLElement | null
declare function __md_set(name: string, value: unknown): void
