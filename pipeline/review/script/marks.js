// Marks: which stretches of the text belong to which part of which item. A part is written like a path: "f1" is a figure,
// "f1/measure" what it measures, "a1/areas/0" the first area of an agreement.

const itemOf = (part) => part.split("/")[0];
const within = (part, whole) => part === whole || part.startsWith(`${whole}/`);

/** All marks of an article: { part, family, slot, start, end } in UTF-16 units, sorted by start. */
function marksOf(article, items) {
  const marks = [];
  const mark = (part, item, slot, quoted) => {
    if (!quoted) return;
    const start = article.offsets.toUnits(quoted.start);
    marks.push({ part, family: item.family, slot, state: item.state, start, end: start + quoted.quote.length });
  };
  for (const item of items) {
    const { id, gold } = item;
    if (gold.quote) mark(id, item, "item", gold);
    for (const slot of ["measure", "role", "title", "subject"]) mark(`${id}/${slot}`, item, slot, gold[slot]);
    for (const slot of ["mentions", "areas", "terms", "evidence"]) {
      (gold[slot] ?? []).forEach((quoted, position) => mark(`${id}/${slot}/${position}`, item, slot, quoted));
    }
  }
  article.warnings.forEach((warning, position) => (warning.spans ?? []).forEach(([start, end], nth) => {
    const [from, to] = [article.offsets.toUnits(start), article.offsets.toUnits(end)];
    marks.push({ part: `w${position}/${nth}`, family: "warnings", slot: "item", state: null, start: from, end: to });
  }));
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Hands out the marks that touch stretch after stretch of the text, read from front to back. */
class Sweep {
  constructor(marks) {
    this.marks = marks;
    this.next = 0;
    this.open = [];
  }

  touching(start, end) {
    this.open = this.open.filter((mark) => mark.end > start);
    for (; this.next < this.marks.length && this.marks[this.next].start < end; this.next += 1) {
      if (this.marks[this.next].end > start) this.open.push(this.marks[this.next]);
    }
    return this.open.filter((mark) => mark.start < end);
  }
}

/** A stretch cut wherever a mark begins or ends, so that overlapping marks need no nesting: [{ start, end, marks }]. */
function atoms(start, end, marks, cuts = []) {
  const edges = marks.flatMap((mark) => [mark.start, mark.end]).concat(cuts).filter((at) => at > start && at < end);
  const points = [...new Set([start, ...edges, end])].sort((a, b) => a - b);
  const sweep = new Sweep([...marks].sort((a, b) => a.start - b.start));
  return points.slice(1).map((to, position) => ({ start: points[position], end: to, marks: sweep.touching(points[position], to) }));
}
