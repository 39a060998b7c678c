/* The folding of text, for search, the check of quotations and the filter of the glossary; build_tools/text/folding.py
   explains what it makes equal. TABLE is generated from build_tools/text/characters.py by config/scripts/browser_table.py;
   tests/data/folding.jsonl tests both implementations. */
(() => {
  const TABLE = {"letters": {"\u00df": "ss", "\u1e9e": "SS", "\u00e6": "ae", "\u00c6": "AE", "\u0153": "oe", "\u0152": "OE", "\u00fe": "th", "\u00de": "TH", "\u00f8": "o", "\u00d8": "O", "\u0142": "l", "\u0141": "L", "\u0111": "d", "\u0110": "D", "\u00f0": "d", "\u00d0": "D", "\u0127": "h", "\u0126": "H", "\u014b": "n", "\u014a": "N", "\u0167": "t", "\u0166": "T", "\u0131": "i", "\u03c2": "\u03c3"}, "stripped": "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f", "breve": "\u0306", "keepsBreve": "\u0418\u0438", "dashes": "-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d\u2014\u2015\ufe58", "apostrophes": "'\u2019\u2018\u02bc\uff07`\u00b4", "quotes": "\"\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u300c\u300d\u300e\u300f\uff02", "spaces": " \u00a0\u2000-\u200a\u202f\u205f\u3000", "joining": "\u00ad\u200c-\u200f\u2060\ufeff", "invisible": "\u00ad\u200c-\u200f\u2060\ufeff\u200b", "jamo": "\u1160-\u11ff\u3131-\u318e\uffa0-\uffdc", "voiced": "\uff9e\uff9f", "unspaced": "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ud840\udc00-\ud8bf\udfff\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f", "eastAsian": "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ud840\udc00-\ud8bf\udfff\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb"}
  const LETTER = new RegExp(`[${Object.keys(TABLE.letters).join("")}]`, "gu")
  const ACCENT = new RegExp(`(?<![${TABLE.keepsBreve}])${TABLE.breve}|(?!${TABLE.breve})[${TABLE.stripped}${TABLE.invisible}]`, "gu")
  // The units of folding: a letter with its marks, a syllable of jamo.
  const CLUSTER = new RegExp(`[^][\\p{M}${TABLE.jamo}${TABLE.voiced}${TABLE.joining}]*`, "gu")

  /** @param {string} text */
  const fold = text => text.normalize("NFKC").toLowerCase()
    .replace(LETTER, letter => TABLE.letters[/** @type {keyof typeof TABLE.letters} */ (letter)])
    .normalize("NFD").replace(ACCENT, "").normalize("NFC")

  /** Folded text, with the start and end in the original, for each of its UTF-16 units, of the letter that it comes from.
   * @param {string} text */
  const foldMapped = text => {
    /** @type {number[]} */
    const starts = []
    /** @type {number[]} */
    const ends = []
    const whole = fold(text)
    let folded = ""
    for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
      const piece = fold(cluster)
      folded += piece
      for (let unit = 0; unit < piece.length; unit++) {
        starts.push(index)
        ends.push(index + cluster.length)
      }
    }
    // Where letters fold differently together than one by one, each unit maps to the whole text.
    if (folded !== whole) return { text: whole, starts: Array(whole.length).fill(0), ends: Array(whole.length).fill(text.length) }
    return { text: whole, starts, ends }
  }

  self.readerFolding = { TABLE, fold, foldMapped }
})()
