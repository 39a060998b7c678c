/* The folding of text, for search, the check of quotations and the filter of the glossary; build_tools/text/folding.py
   explains what it makes equal. TABLE is generated from build_tools/text/characters.py by config/scripts/browser_table.py;
   tests/data/folding.jsonl tests both implementations. */
(() => {
  const TABLE = {"letters": {"\u00df": "ss", "\u1e9e": "SS", "\u00e6": "ae", "\u00c6": "AE", "\u0153": "oe", "\u0152": "OE", "\u00fe": "th", "\u00de": "TH", "\u00f8": "o", "\u00d8": "O", "\u0142": "l", "\u0141": "L", "\u0111": "d", "\u0110": "D", "\u00f0": "d", "\u00d0": "D", "\u0127": "h", "\u0126": "H", "\u014b": "n", "\u014a": "N", "\u0167": "t", "\u0166": "T", "\u0131": "i", "\u03c2": "\u03c3"}, "stripped": "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f", "breve": "\u0306", "keepsBreve": "\u0418\u0438", "dashes": "-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d\u05be\u2014\u2015\ufe58", "apostrophes": "'\u2019\u2018\u02bc\uff07`\u00b4", "quotes": "\"\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u300c\u300d\u300e\u300f\uff02", "spaces": " \u00a0\u2000-\u200a\u202f\u205f\u3000", "joining": "\u00ad\u0640\u200c-\u200f\u2060\ufeff", "invisible": "\u00ad\u0640\u200c-\u200f\u2060\ufeff\u200b", "jamo": "\u1160-\u11ff\u3131-\u318e\uffa0-\uffdc", "voiced": "\uff9e\uff9f", "unspaced": "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ud840\udc00-\ud8bf\udfff\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f", "eastAsian": "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ud840\udc00-\ud8bf\udfff\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb", "entities": {"AElig": "\u00c6", "Aacute": "\u00c1", "Acirc": "\u00c2", "Agrave": "\u00c0", "Aring": "\u00c5", "Atilde": "\u00c3", "Auml": "\u00c4", "Ccedil": "\u00c7", "Dagger": "\u2021", "ETH": "\u00d0", "Eacute": "\u00c9", "Ecirc": "\u00ca", "Egrave": "\u00c8", "Euml": "\u00cb", "Iacute": "\u00cd", "Icirc": "\u00ce", "Igrave": "\u00cc", "Iuml": "\u00cf", "Ntilde": "\u00d1", "OElig": "\u0152", "Oacute": "\u00d3", "Ocirc": "\u00d4", "Ograve": "\u00d2", "Oslash": "\u00d8", "Otilde": "\u00d5", "Ouml": "\u00d6", "Prime": "\u2033", "Scaron": "\u0160", "THORN": "\u00de", "Uacute": "\u00da", "Ucirc": "\u00db", "Ugrave": "\u00d9", "Uuml": "\u00dc", "Yacute": "\u00dd", "Yuml": "\u0178", "aacute": "\u00e1", "acirc": "\u00e2", "acute": "\u00b4", "aelig": "\u00e6", "agrave": "\u00e0", "amp": "&", "aring": "\u00e5", "atilde": "\u00e3", "auml": "\u00e4", "bdquo": "\u201e", "brvbar": "\u00a6", "bull": "\u2022", "ccedil": "\u00e7", "cedil": "\u00b8", "cent": "\u00a2", "copy": "\u00a9", "curren": "\u00a4", "dagger": "\u2020", "deg": "\u00b0", "divide": "\u00f7", "eacute": "\u00e9", "ecirc": "\u00ea", "egrave": "\u00e8", "emsp": "\u2003", "ensp": "\u2002", "eth": "\u00f0", "euml": "\u00eb", "euro": "\u20ac", "frac12": "\u00bd", "frac14": "\u00bc", "frac34": "\u00be", "frasl": "\u2044", "gt": ">", "hellip": "\u2026", "iacute": "\u00ed", "icirc": "\u00ee", "iexcl": "\u00a1", "igrave": "\u00ec", "image": "\u2111", "iquest": "\u00bf", "iuml": "\u00ef", "laquo": "\u00ab", "ldquo": "\u201c", "lrm": "\u200e", "lsaquo": "\u2039", "lsquo": "\u2018", "lt": "<", "macr": "\u00af", "mdash": "\u2014", "micro": "\u00b5", "middot": "\u00b7", "nbsp": "\u00a0", "ndash": "\u2013", "not": "\u00ac", "ntilde": "\u00f1", "oacute": "\u00f3", "ocirc": "\u00f4", "oelig": "\u0153", "ograve": "\u00f2", "oline": "\u203e", "ordf": "\u00aa", "ordm": "\u00ba", "oslash": "\u00f8", "otilde": "\u00f5", "ouml": "\u00f6", "para": "\u00b6", "permil": "\u2030", "plusmn": "\u00b1", "pound": "\u00a3", "prime": "\u2032", "quot": "\"", "raquo": "\u00bb", "rdquo": "\u201d", "real": "\u211c", "reg": "\u00ae", "rlm": "\u200f", "rsaquo": "\u203a", "rsquo": "\u2019", "sbquo": "\u201a", "scaron": "\u0161", "sect": "\u00a7", "shy": "\u00ad", "sup1": "\u00b9", "sup2": "\u00b2", "sup3": "\u00b3", "szlig": "\u00df", "thinsp": "\u2009", "thorn": "\u00fe", "times": "\u00d7", "trade": "\u2122", "uacute": "\u00fa", "ucirc": "\u00fb", "ugrave": "\u00f9", "uml": "\u00a8", "uuml": "\u00fc", "weierp": "\u2118", "yacute": "\u00fd", "yen": "\u00a5", "yuml": "\u00ff", "zwj": "\u200d", "zwnj": "\u200c"}}
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

  const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}\d{0,2}));/gu

  /** The character of an entity; "" where it stands for none. @param {RegExpMatchArray} entity */
  const character = ([, decimal, hex, name]) => {
    if (name) return Object.hasOwn(TABLE.entities, name) ? TABLE.entities[/** @type {keyof typeof TABLE.entities} */ (name)] : ""
    const point = decimal ? Number(decimal) : parseInt(hex, 16)
    return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : ""
  }

  /** A text with its HTML entities as the characters that they mean, and the place in the original of a place in it.
   * @param {string} text @returns {{ text: string, start: (at: number) => number, end: (at: number) => number }} */
  const decodeEntities = text => {
    const same = /** @param {number} at */ at => at
    if (!text.includes("&")) return { text, start: same, end: same }
    let [decoded, copied] = ["", 0]
    /** @type {{ at: number, length: number, from: number, to: number }[]} */
    const changes = []
    for (const entity of text.matchAll(ENTITY)) {
      const meant = character(entity)
      if (!meant) continue
      decoded += text.slice(copied, entity.index)
      copied = entity.index + entity[0].length
      changes.push({ at: decoded.length, length: meant.length, from: entity.index, to: copied })
      decoded += meant
    }
    if (!changes.length) return { text, start: same, end: same }
    /** @param {number} at @param {boolean} isEnd */
    const place = (at, isEnd) => {
      const before = changes.findLast(change => isEnd ? change.at < at : change.at <= at)
      if (!before) return at
      const inside = at - before.at
      if (inside < before.length || (isEnd && inside === before.length)) return isEnd ? before.to : before.from
      return before.to + inside - before.length
    }
    return { text: decoded + text.slice(copied), start: at => place(at, false), end: at => place(at, true) }
  }

  self.readerFolding = { TABLE, fold, foldMapped, decodeEntities }
})()
