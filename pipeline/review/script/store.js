// The records: an index of all, and chunks of compressed records that are opened when someone looks at them.

const INDEX = JSON.parse(byId("index").textContent);
const ARTICLES = INDEX.articles.map((entry, position) => ({
  ...entry,
  position,
  kinds: entry.kinds ?? [],
  warnings: entry.warnings ?? [],
  parties: (entry.parties ?? []).map((name) => INDEX.parties[name]),
}));

const opened = new Map(); // chunk number → promise of its records

/** The record of an article, by its position in the index. */
async function recordAt(position) {
  const chunk = await openChunk(Math.floor(position / INDEX.chunk));
  return chunk[position % INDEX.chunk];
}

function openChunk(number) {
  if (!opened.has(number)) opened.set(number, inflate(byId(`chunk-${number}`)));
  return opened.get(number);
}

async function inflate(element) {
  const packed = Uint8Array.from(atob(JSON.parse(element.textContent)), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

// Searching the texts: folded once, chunk by chunk, when the first search asks for it.
const folded = new Map(); // position → text of the article as the search sees it

/** Text as the search compares it: without case, diacritics, tatweel, forms of alef and kinds of digits. */
const fold = (text) => text.normalize("NFKC").toLowerCase()
  .replace(/[\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, "")
  .replace(/[أإآٱ]/g, "ا").replace(/[ىی]/g, "ي").replace(/ک/g, "ك")
  .replace(/[٠-٩]/g, (digit) => digit.charCodeAt(0) - 0x660);

/** Fold the texts of a chunk; true where that was still to do. */
async function foldChunk(number) {
  const first = number * INDEX.chunk;
  if (folded.has(first)) return false;
  (await openChunk(number)).forEach((record, offset) => folded.set(first + offset, fold(record.text)));
  return true;
}
