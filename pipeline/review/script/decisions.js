// What the reviewer decided, kept in the browser until it is saved to a file.

/** Article id → { print, done, items: { item id: { state, gold? } }, added: [{ id, family, gold }] }; `print` tells which
 * extraction of the article was judged, `done` that the rest of it is right as it stands. */
const decisions = new Map();
const DRAFT = `mithaq-review:${location.pathname}`;
const PRINTS = new Map(ARTICLES.map((entry) => [entry.id, entry.print]));
let unsaved = false;

const decisionsOn = (id) => decisions.get(id) ?? { print: PRINTS.get(id), done: false, items: {}, added: [] };
const isReviewed = (id) => decisions.has(id);

/** The items of an article as they now stand, in the order of the text: those found, corrected where they were, and those added. */
function itemsOf(article) {
  const { items, added } = decisionsOn(article.id);
  const found = article.items.map((item) => ({ ...item, gold: items[item.id]?.gold ?? item.gold, state: items[item.id]?.state ?? null }));
  const renamed = new Map(found.map((item, nth) => [article.items[nth].gold.name, item.gold.name]).filter(([old, now]) => old !== now));
  return [...found, ...added.map((item) => ({ ...item, state: "added", about: {} }))].map((item) => referring(item, (name) => renamed.get(name) ?? name));
}

/** The items that stay when rejected ones go, none of them naming a party or place that went. */
function keptItems(article) {
  const kept = itemsOf(article).filter((item) => item.state !== "rejected");
  const names = new Set(kept.map((item) => item.gold.name));
  return kept.map((item) => referring(item, (name) => (names.has(name) ? name : null)));
}

/** The item with every name that it refers to passed through `change`. */
function referring(item, change) {
  const { gold } = item;
  const one = (name) => (name ? change(name) : name);
  const many = (list) => list.map(change).filter(Boolean);
  if (item.family === "parties") return { ...item, gold: { ...gold, affiliation: one(gold.affiliation) } };
  if (item.family !== "agreements") return item;
  return { ...item, gold: { ...gold, parties: many(gold.parties), signatories: many(gold.signatories), place: one(gold.place) } };
}

/** Accept or reject an item, or take that back when it is said twice; `gold` is what a correction puts in its place. */
function decide(article, id, state, gold = undefined) {
  const entry = structuredClone(decisionsOn(article.id));
  const added = entry.added.findIndex((item) => item.id === id);
  if (added >= 0) {
    if (state === "rejected") entry.added.splice(added, 1);
    else if (gold) entry.added[added].gold = gold;
  } else if (entry.items[id]?.state === state && !gold) delete entry.items[id];
  else entry.items[id] = gold ? { state, gold } : { state };
  keep(article, entry);
}

/** Say that all of the article that is not yet judged is right as it stands, or take that back. */
function finish(article) {
  const entry = structuredClone(decisionsOn(article.id));
  keep(article, { ...entry, done: !entry.done });
}

/** Add an item that was missed; returns its id. */
function add(article, family, gold) {
  const entry = structuredClone(decisionsOn(article.id));
  const used = entry.added.map((item) => Number(item.id.slice(1)));
  const id = `n${Math.max(0, ...used) + 1}`;
  entry.added.push({ id, family, gold });
  keep(article, entry);
  return id;
}

function keep(article, entry) {
  const said = entry.done || entry.added.length > 0 || Object.keys(entry.items).length > 0;
  if (said) decisions.set(article.id, entry);
  else decisions.delete(article.id);
  unsaved = true;
  try {
    localStorage.setItem(DRAFT, JSON.stringify([...decisions]));
  } catch {
    // A page from a file may have no storage: the corrections then live until it is closed, which asks first.
  }
}

/** Take up decisions on an article of this page; false where it was read otherwise when they were made. */
function takeUp(id, entry) {
  const fits = PRINTS.has(id) && entry?.print === PRINTS.get(id) && Array.isArray(entry.added) && entry.items instanceof Object;
  if (fits) decisions.set(id, entry);
  return fits;
}

/** Take up what an earlier visit left. */
function restore() {
  try {
    for (const [id, entry] of JSON.parse(localStorage.getItem(DRAFT) ?? "[]")) takeUp(id, entry);
  } catch {
    decisions.clear();
  }
}
