// What the reviewer decided, kept in the browser until it is saved to a file.

/** Article id → { items: { item id: { state, gold? } }, added: [{ id, family, gold }] }. */
const decisions = new Map();
const STATES = { accepted: "Accepted", rejected: "Rejected", corrected: "Corrected", added: "Added" };
const DRAFT = `mithaq-review:${location.pathname}`;
let unsaved = false;

const decisionsOn = (id) => decisions.get(id) ?? { items: {}, added: [] };
const isReviewed = (id) => {
  const { items, added } = decisionsOn(id);
  return added.length > 0 || Object.keys(items).length > 0;
};

/** The items of an article as they now stand, in the order of the text: those found, corrected where they were, and those added. */
function itemsOf(article) {
  const { items, added } = decisionsOn(article.id);
  const found = article.items.map((item) => ({ ...item, gold: items[item.id]?.gold ?? item.gold, state: items[item.id]?.state ?? null }));
  return [...found, ...added.map((item) => ({ ...item, state: "added", about: {} }))];
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
  decisions.set(article.id, entry);
  if (!isReviewed(article.id)) decisions.delete(article.id);
  unsaved = true;
  try {
    localStorage.setItem(DRAFT, JSON.stringify([...decisions]));
  } catch {
    // A page from a file may have no storage: the corrections then live until it is closed, which asks first.
  }
}

/** Take up what an earlier visit left; articles that this page does not hold are passed over. */
function restore() {
  try {
    const known = new Set(ARTICLES.map((entry) => entry.id));
    for (const [id, entry] of JSON.parse(localStorage.getItem(DRAFT) ?? "[]")) if (known.has(id)) decisions.set(id, entry);
  } catch {
    decisions.clear();
  }
}
