// The article: a block for each segment in its own direction, marks in it, and the way back from a selection to the text.

const BLOCKS = { title: "h2", heading: "h3" };
const unitOf = new WeakMap(); // text node → UTF-16 unit of the article at which it begins

/** Lay the article out anew; the place scrolled to stays. */
function renderArticle(article, items, hiddenFamilies) {
  const marks = marksOf(article, items).filter((mark) => !hiddenFamilies.has(mark.family));
  const sweep = new Sweep(marks);
  const blocks = blocksOf(article).map((block) => renderBlock(article.text, block, sweep));
  byId("article").replaceChildren(...blocks);
}

/** Segments as blocks, and what stands between them where that is more than space. */
function blocksOf({ text, record, offsets }) {
  const blocks = [];
  let last = 0;
  const gap = (end) => {
    if (text.slice(last, end).trim()) blocks.push({ start: last, end, role: "gap", lang: null });
  };
  for (const segment of record.segments ?? []) {
    const [start, end] = [offsets.toUnits(segment.start), offsets.toUnits(segment.end)];
    gap(start);
    blocks.push({ start, end, role: segment.role, lang: segment.lang ?? null });
    last = end;
  }
  gap(text.length);
  return blocks;
}

function renderBlock(text, { start, end, role, lang }, sweep) {
  const direction = directionOf(lang);
  const block = make(BLOCKS[role] ?? "p", { class: `block ${role}`, dir: direction, lang });
  const runs = foreignRuns(text.slice(start, end), direction).map(([from, to, other]) => [start + from, start + to, other]);
  const controls = Array.from(text.slice(start, end).matchAll(BIDI_CONTROL), (match) => start + match.index);
  const cuts = runs.flatMap(([from, to]) => [from, to]).concat(controls.flatMap((at) => [at, at + 1]));
  let run = 0;
  let isolate = null;
  for (const atom of atoms(start, end, sweep.touching(start, end), cuts)) {
    while (run < runs.length && runs[run][1] <= atom.start) run += 1;
    const inRun = run < runs.length && runs[run][0] <= atom.start;
    if (!inRun) isolate = null;
    else if (isolate?.run !== run) {
      isolate = { run, element: make("bdi", { dir: runs[run][2], lang: runs[run][2] === "rtl" ? "ar" : "en" }) };
      block.append(isolate.element);
    }
    (isolate?.element ?? block).append(renderAtom(text, atom));
  }
  return block;
}

function renderAtom(text, { start, end, marks }) {
  const quote = text.slice(start, end);
  const control = BIDI_CONTROLS[quote];
  if (control) return make("span", { class: "control", data: { control }, title: say("invisible", { name: control }) });
  const node = document.createTextNode(quote);
  unitOf.set(node, start);
  if (!marks.length) return node;
  const inner = marks.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a));
  const classes = new Set(marks.flatMap((mark) => [`in-${mark.family}`, `slot-${mark.slot}`]));
  if (marks.every((mark) => mark.state === "rejected")) classes.add("rejected");
  if (marks.some((mark) => mark.state === "added" || mark.state === "corrected")) classes.add("changed");
  const element = make("mark", { class: [...classes].join(" "), tabindex: "-1", data: { inner: inner.part } }, node);
  element.dataset.parts = marks.map((mark) => mark.part).join(" ");
  return element;
}

/** The marks in the text of a part of an item, or of the whole item. */
const marksIn = (part) => [...byId("article").querySelectorAll("mark")].filter((mark) =>
  mark.dataset.parts.split(" ").some((one) => within(one, part)));

/** The first words of a part itself, or where it has none, of anything within it. */
const firstMarkOf = (part) => {
  const marks = marksIn(part);
  return marks.find((mark) => mark.dataset.parts.split(" ").includes(part)) ?? marks[0] ?? null;
};

/** The stretch of the text that is selected, without space at its ends, as a quote; null where none is. */
function selectedQuote(article) {
  const selection = getSelection();
  const root = byId("article");
  if (!selection.rangeCount || selection.isCollapsed || !selection.getRangeAt(0).intersectsNode(root)) return null;
  const range = selection.getRangeAt(0);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let [start, end] = [null, null];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!range.intersectsNode(node) || !unitOf.has(node)) continue;
    start ??= unitOf.get(node) + (node === range.startContainer ? range.startOffset : 0);
    end = unitOf.get(node) + (node === range.endContainer ? range.endOffset : node.length);
  }
  const quote = start === null ? "" : article.text.slice(start, end);
  if (!quote.trim()) return null;
  const at = start + quote.length - quote.trimStart().length;
  return { quote: quote.trim(), start: article.offsets.toPoints(at) };
}
