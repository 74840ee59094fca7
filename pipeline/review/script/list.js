// The list of articles: filters, and only as many rows in the page as can be seen.

const ROW = 84; // height of a row in CSS pixels, as in page.css
const found = { positions: ARTICLES.map((entry) => entry.position), active: 0 };
const rowElements = new Map(); // place in the list → element

/** The choices of the filters, in the language of the page; what was chosen stays. */
function fillFilters() {
  const all = (name) => [...new Set(ARTICLES.flatMap((entry) => entry[name] ?? []))].sort();
  const choices = {
    lang: all("lang"), kind: all("kinds"), warning: all("warnings"), state: ["open", "done"],
  };
  for (const [name, values] of Object.entries(choices)) {
    const select = byId(`filter-${name}`);
    const chosen = select.value;
    const named = (value) => (name === "state" ? say(`state.${value}`) : term(value));
    select.replaceChildren(make("option", { value: "", text: say("any") }), ...values.map((value) => make("option", { value, text: named(value) })));
    select.value = chosen;
  }
  byId("filter-party").placeholder = say("any");
}

function listenToFilters() {
  const weight = new Map();
  for (const name of ARTICLES.flatMap((entry) => entry.parties)) weight.set(name, (weight.get(name) ?? 0) + 1);
  const frequent = [...weight].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 400);
  byId("party-names").append(...frequent.map(([name]) => make("option", { value: name })));
  for (const id of ["filter-lang", "filter-kind", "filter-warning", "filter-state"]) byId(id).addEventListener("change", () => applyFilters());
  for (const id of ["filter-party", "search"]) byId(id).addEventListener("input", () => applyFilters());
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
}

/** Show the articles that meet all filters; the texts join the search as they are opened. */
async function applyFilters() {
  const wanted = Object.fromEntries(["lang", "kind", "warning", "state"].map((name) => [name, byId(`filter-${name}`).value]));
  const party = fold(byId("filter-party").value.trim());
  const query = fold(byId("search").value.trim());
  const turn = applyFilters.turn = (applyFilters.turn ?? 0) + 1;
  const passes = (entry) =>
    (!wanted.lang || entry.lang === wanted.lang) &&
    (!wanted.kind || entry.kinds.includes(wanted.kind)) &&
    (!wanted.warning || entry.warnings.includes(wanted.warning)) &&
    (!wanted.state || isReviewed(entry.id) === (wanted.state === "done")) &&
    (!party || entry.parties.some((name) => fold(name).includes(party))) &&
    (!query || matchesQuery(entry, query));
  showFound(ARTICLES.filter(passes));
  if (!query) return;
  for (let chunk = 0; chunk * INDEX.chunk < ARTICLES.length; chunk += 1) {
    const fresh = await foldChunk(chunk);
    if (turn !== applyFilters.turn) return; // someone typed on
    if (fresh) showFound(ARTICLES.filter(passes));
  }
}

const matchesQuery = (entry, query) =>
  fold(`${entry.title} ${entry.path} ${entry.parties.join(" ")}`).includes(query) || (folded.get(entry.position) ?? "").includes(query);

function showFound(entries) {
  found.positions = entries.map((entry) => entry.position);
  found.active = Math.max(0, found.positions.indexOf(shown.position));
  const all = counted(ARTICLES.length, "articles");
  byId("found").textContent = entries.length === ARTICLES.length ? all : say("found.some", { n: number.format(entries.length), all });
  redrawList();
}

/** Draw all visible rows anew. */
function redrawList() {
  for (const element of rowElements.values()) element.remove();
  rowElements.clear();
  byId("rows").style.height = `${found.positions.length * ROW}px`;
  drawRows();
}

/** Draw the rows that came into view, and let go of those that left it. */
function drawRows() {
  const list = byId("list");
  const first = Math.max(0, Math.floor(list.scrollTop / ROW) - 4);
  const last = Math.min(found.positions.length, Math.ceil((list.scrollTop + list.clientHeight) / ROW) + 4);
  for (const [place, element] of rowElements) {
    if (place < first || place >= last) { element.remove(); rowElements.delete(place); }
  }
  for (let place = first; place < last; place += 1) {
    if (!rowElements.has(place)) {
      const element = articleRow(ARTICLES[found.positions[place]], place);
      rowElements.set(place, element);
      byId("rows").append(element);
    }
  }
  const active = rowElements.get(found.active);
  if (active) list.setAttribute("aria-activedescendant", active.id);
  else list.removeAttribute("aria-activedescendant");
}

function articleRow(entry, place) {
  const facts = [entry.date, counted(entry.agreements, "agreements.count"), counted(entry.items, "items")];
  const row = make("div", {
    class: "row", role: "option", id: `article-${entry.position}`, "aria-selected": String(entry.position === shown.position),
    "aria-setsize": String(found.positions.length), "aria-posinset": String(place + 1), data: { position: entry.position },
  },
  make("span", { class: "row-title", dir: "auto", lang: entry.lang ?? null, text: plain(entry.title) }),
  make("span", { class: "row-facts" },
    isReviewed(entry.id) ? make("span", { class: "reviewed", role: "img", "aria-label": say("reviewed"), title: say("reviewed"), text: "✓ " }) : null,
    make("span", { class: "lang", text: entry.lang ?? "?" }), facts.filter(Boolean).join(" · "),
    entry.warnings.length ? make("span", { class: "warned", title: entry.warnings.map(term).join(", "), text: " ⚠" }) : null));
  row.style.transform = `translateY(${place * ROW}px)`;
  return row;
}

/** Go to the article that stands `step` places away in the list. */
function moveArticle(step) {
  const place = Math.min(found.positions.length - 1, Math.max(0, found.active + step));
  if (found.positions.length) openArticle(found.positions[place]);
}

/** Scroll the list so that the active row is in view. */
function revealRow() {
  const list = byId("list");
  const top = found.active * ROW;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + ROW > list.scrollTop + list.clientHeight) list.scrollTop = top + ROW - list.clientHeight;
  redrawList();
}

function listenToList() {
  const list = byId("list");
  let waiting = false;
  list.addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; drawRows(); });
  }, { passive: true });
  list.addEventListener("click", (event) => {
    const row = event.target.closest(".row");
    if (row) openArticle(Number(row.dataset.position));
  });
  new ResizeObserver(drawRows).observe(list);
}
