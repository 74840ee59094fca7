// What is shown, and how its parts follow one another.

const shown = { position: -1, article: null, item: null, hidden: new Set() };
const THEMES = { system: "◐", light: "☀", dark: "☾" };

/** Show an article of the index. */
async function openArticle(position) {
  shown.position = position;
  found.active = Math.max(0, found.positions.indexOf(position));
  revealRow();
  const record = await recordAt(position);
  if (shown.position !== position) return; // another one was chosen while this one was unpacked
  shown.article = asArticle(record, position);
  shown.item = null;
  byId("article-head").replaceChildren(articleMeta(shown.article));
  refresh(null);
  byId("article-scroll").scrollTop = 0;
  byId("record").scrollTop = 0;
  announce(`${plain(ARTICLES[position].title)}: ${counted(shown.article.items.length, "items")}`);
  if (!performance.getEntriesByName("first-article").length) performance.mark("first-article");
}

function articleMeta({ record, position }) {
  const { published, source, language } = record;
  const from = published ? `${published.date} (${say("from", { source: term(published.source) })})` : say("date.unknown");
  const parts = [source.publisher ?? source.path, from, language ? term(language) : say("language.unknown")];
  const nodes = parts.flatMap((part, nth) => (nth ? [" · ", isolated(part)] : [isolated(part)]));
  return make("p", { class: "meta", id: "article-title", data: { position } }, ...nodes, ` · ${say("position", { n: position + 1, all: ARTICLES.length })}`);
}

/** Lay out article and record anew, and keep the item selected. */
function refresh(item) {
  const items = itemsOf(shown.article);
  const [textTop, recordTop] = [byId("article-scroll").scrollTop, byId("record").scrollTop];
  renderArticle(shown.article, items, shown.hidden);
  renderRecord(shown.article, items);
  byId("article-scroll").scrollTop = textTop;
  byId("record").scrollTop = recordTop;
  const first = byId("record").querySelector("tr.item");
  if (item && byId(`item-${item}`)) selectItem(item, { focus: true });
  else if (first) first.tabIndex = 0;
  showProgress();
  redrawList();
}

function showProgress() {
  const done = ARTICLES.filter((entry) => isReviewed(entry.id)).length;
  byId("progress").textContent = done ? say("progress", { articles: counted(done, "articles") }) : "";
}

/** Accept or reject an item, or take that back. */
function judge(item, state) {
  if (!item) return toast(say("choose"));
  decide(shown.article, item, state);
  const now = itemsOf(shown.article).find((one) => one.id === item);
  announce(now ? (now.state ? say("decided", { id: item, state: say(`state.${now.state}`) }) : say("undecided", { id: item })) : say("removed", { id: item }));
  return refresh(item);
}

/** The rest of the article is right as it stands, or that is taken back. */
function finishArticle() {
  finish(shown.article);
  toast(say(decisionsOn(shown.article.id).done ? "finished" : "unfinished"));
  refresh(shown.item);
}

/** Make an item the current one: its row and its words stand out, and both are scrolled into view. */
function selectItem(item, { focus = false, part = item } = {}) {
  byId("record").querySelector("tr[aria-current]")?.removeAttribute("aria-current");
  for (const row of byId("record").querySelectorAll("tr[tabindex='0']")) row.tabIndex = -1;
  shown.item = item;
  const row = byId(`item-${item}`);
  if (row) {
    row.setAttribute("aria-current", "true");
    row.tabIndex = 0;
    row.scrollIntoView({ block: "nearest" });
    if (focus) row.focus({ preventScroll: true });
  }
  light("current", part);
  firstMarkOf(part)?.scrollIntoView({ block: "nearest" });
}

/** The item `step` places on in the record. */
function moveItem(step) {
  const rows = [...byId("record").querySelectorAll("tr.item")];
  if (!rows.length) return;
  const now = rows.findIndex((row) => row.dataset.part === shown.item);
  const next = rows[Math.min(rows.length - 1, Math.max(0, now < 0 ? 0 : now + step))];
  selectItem(next.dataset.part, { focus: true });
}

/** Let the words of a part, and what names them in the record, stand out; null for nothing. */
function light(name, part) {
  for (const element of document.querySelectorAll(`.${name}`)) element.classList.remove(name);
  if (!part) return;
  for (const mark of marksIn(part)) mark.classList.add(name);
  for (const element of byId("record").querySelectorAll("[data-part]")) {
    if (within(part, element.dataset.part) || within(element.dataset.part, part)) element.classList.add(name);
  }
}

/** Point at a part; where the pointer rests on it, the other pane scrolls to what belongs to it. */
function point(part, pane) {
  light("pointed", part);
  clearTimeout(point.timer);
  if (!part) return;
  point.timer = setTimeout(() => {
    const other = pane.id === "article" ? byId(`item-${itemOf(part)}`) : firstMarkOf(part);
    other?.scrollIntoView({ block: "nearest" });
  }, 250);
}

/** Pointing at words shows their item, pointing at an item its words; focus does the same. */
function linkBothWays() {
  const partAt = (target) => target.closest?.("mark[data-inner]")?.dataset.inner ?? target.closest?.("[data-part]")?.dataset.part ?? null;
  let pointer = ""; // where it was: words that scroll under a pointer at rest are not pointed at
  for (const place of [byId("article"), byId("record")]) {
    place.addEventListener("pointerover", (event) => {
      const now = `${event.clientX} ${event.clientY}`;
      if (now !== pointer) point(partAt(event.target), place);
      pointer = now;
    });
    place.addEventListener("pointerleave", () => point(null, place));
    place.addEventListener("focusin", (event) => light("pointed", partAt(event.target)));
    place.addEventListener("focusout", () => light("pointed", null));
  }
  byId("article").addEventListener("click", (event) => {
    const part = partAt(event.target);
    if (part && getSelection().isCollapsed) selectItem(itemOf(part), { part });
    if (part) byId(`item-${itemOf(part)}`)?.scrollIntoView({ block: "nearest" });
  });
  byId("record").addEventListener("click", (event) => {
    const part = event.target.closest("button") ? null : partAt(event.target);
    if (!part) return;
    selectItem(itemOf(part), { part });
    firstMarkOf(part)?.scrollIntoView({ block: "center" });
  });
}

function renderLegend() {
  const toggles = [...FAMILIES, "warnings"].map((family) => make("label", { class: `toggle in-${family}` },
    make("input", { type: "checkbox", checked: !shown.hidden.has(family), on: { change: (event) => {
      shown.hidden[event.target.checked ? "delete" : "add"](family);
      renderArticle(shown.article, itemsOf(shown.article), shown.hidden);
      light("current", shown.item);
    } } }), say(family)));
  byId("legend").replaceChildren(...toggles);
}

function showView(name) {
  for (const view of ["review", "overview"]) {
    const chosen = view === name;
    byId(view).hidden = !chosen;
    byId(`tab-${view}`).setAttribute("aria-selected", String(chosen));
    byId(`tab-${view}`).tabIndex = chosen ? 0 : -1;
  }
  if (name === "overview" && !byId("overview").childElementCount) renderOverview();
  if (document.activeElement?.closest("[role=tablist]")) byId(`tab-${name}`).focus();
}

/** Theme: as the system has it, light, dark, and round again. */
function nextTheme() {
  const names = Object.keys(THEMES);
  setTheme(names[(names.indexOf(document.documentElement.dataset.theme ?? "system") + 1) % names.length]);
}

function setTheme(name) {
  document.documentElement.dataset.theme = name;
  byId("theme").textContent = THEMES[name];
  byId("theme").setAttribute("aria-label", say(`theme.${name}`));
  byId("theme").title = `${say(`theme.${name}`)} (t)`;
}

/** The page in its other language. */
function nextLanguage() {
  speak(speech === "en" ? "ar" : "en", redrawAll);
  rememberLanguage();
}

/** Draw again what was drawn with words. */
function redrawAll() {
  setTheme(document.documentElement.dataset.theme ?? "system");
  fillFilters();
  renderLegend();
  byId("overview").replaceChildren();
  if (!byId("overview").hidden) renderOverview();
  if (!shown.article) return;
  byId("article-head").replaceChildren(articleMeta(shown.article));
  refresh(shown.item);
  applyFilters();
}

function start() {
  restore();
  speak(preferredLanguage(), redrawAll);
  listenToFilters();
  listenToList();
  linkBothWays();
  listenToKeys();
  byId("theme").addEventListener("click", nextTheme);
  byId("language").addEventListener("click", nextLanguage);
  byId("help").addEventListener("click", openHelp);
  byId("save").addEventListener("click", save);
  byId("resume").addEventListener("click", () => byId("resume-file").click());
  byId("resume-file").addEventListener("change", async (event) => {
    await resume(event.target.files[0]);
    refresh(shown.item);
  });
  for (const view of ["review", "overview"]) byId(`tab-${view}`).addEventListener("click", () => showView(view));
  showFound(ARTICLES);
  openArticle(0);
  showProgress();
}

start();
