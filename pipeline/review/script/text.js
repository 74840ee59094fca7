// Text: code points and UTF-16 units, words, directions, and the invisible characters that reorder a line.

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "ku", "dv"]);
const directionOf = (lang) => (lang ? (RIGHT_TO_LEFT.has(lang.split("-")[0]) ? "rtl" : "ltr") : "auto");

/** Embeddings, overrides and isolates: they can make a line read as something else than what it says. */
const BIDI_CONTROLS = { "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
  "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI" };
const BIDI_CONTROL = /[\u202a-\u202e\u2066-\u2069]/g;
const plain = (text) => String(text ?? "").replace(BIDI_CONTROL, "");

/** Between code points, which records count, and UTF-16 units, which JavaScript counts. */
class Offsets {
  constructor(text) {
    this.length = text.length;
    this.starts = null; // unit at which each code point begins; null where all are one unit long
    if (/[\ud800-\udbff][\udc00-\udfff]/.test(text)) {
      this.starts = [];
      for (let unit = 0; unit < text.length; unit += text.codePointAt(unit) > 0xffff ? 2 : 1) this.starts.push(unit);
      this.starts.push(text.length);
    }
  }

  toUnits(point) {
    return this.starts ? this.starts[Math.min(point, this.starts.length - 1)] : Math.min(point, this.length);
  }

  toPoints(unit) {
    if (!this.starts) return unit;
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** Whether position `unit` stands inside a word. */
function cutsWord(text, unit) {
  return unit > 0 && unit < text.length && isWord(before(text, unit)) && isWord(text.codePointAt(unit));
}

const isWord = (point) => WORD_CHARACTER.test(String.fromCodePoint(point));

/** The code point that ends at `unit`. */
function before(text, unit) {
  const last = text.charCodeAt(unit - 1);
  return last >= 0xdc00 && last <= 0xdfff && unit > 1 ? text.codePointAt(unit - 2) : last;
}

/** Units at which `quote` begins, overlapping ones not counted. */
function everywhere(text, quote) {
  const found = [];
  for (let at = quote ? text.indexOf(quote) : -1; at >= 0; at = text.indexOf(quote, at + quote.length)) found.push(at);
  return found;
}

/** Where a quote stands; where it stands somewhere as whole words, only those places. As in mithaq's alignment. */
function occurrences(text, quote) {
  const found = everywhere(text, quote);
  const whole = found.filter((at) => !cutsWord(text, at) && !cutsWord(text, at + quote.length));
  return whole.length ? whole : found;
}

/** Where a name stands as a word, Arabic proclitics before it or not. As in mithaq's alignment. */
function mentionsOf(text, name) {
  const found = everywhere(text, name).filter((at) => {
    let word = at;
    while (word > 0 && isWord(before(text, word))) word -= before(text, word) > 0xffff ? 2 : 1;
    const attached = text.slice(word, at);
    const proclitics = attached.length <= 2 && /^[وفبلك]*$/.test(attached);
    return !cutsWord(text, at + name.length) && (word === at || proclitics || !isWord(text.codePointAt(at)));
  });
  return found.length ? found : occurrences(text, name);
}

// Runs of the other direction inside a line, from their first to their last letter, the digits and signs between them.
const LATIN_RUN = /\p{sc=Latin}(?:[^\p{sc=Arabic}\p{sc=Hebrew}\n]*[\p{sc=Latin}\p{Nd}])?/gu;
const ARABIC_RUN = /[\p{sc=Arabic}\p{sc=Hebrew}](?:[^\p{sc=Latin}\n]*[\p{sc=Arabic}\p{sc=Hebrew}])?/gu;

/** Runs of `text` that read against `direction`: [start, end, their direction]. */
function foreignRuns(text, direction) {
  if (direction === "auto") return [];
  const [pattern, other] = direction === "rtl" ? [LATIN_RUN, "ltr"] : [ARABIC_RUN, "rtl"];
  return Array.from(text.matchAll(pattern), (match) => [match.index, match.index + match[0].length, other]);
}
