// The record: a table for each family, a row for each item.

const SIGNS = { exact: "", approx: "≈ ", more_than: "> ", at_least: "≥ ", less_than: "< ", at_most: "≤ " };

/** Lay the record out anew. */
function renderRecord(article, items) {
  const sections = FAMILIES.map((family) => familySection(article, family, items.filter((item) => item.family === family)));
  byId("record").replaceChildren(
    make("h2", { class: "hidden", text: say("pane.record") }), ...sections.filter(Boolean), warningsSection(article) ?? "", aboutSection(article));
}

function familySection(article, family, items) {
  if (!items.length) return null;
  const rows = items.map((item) => itemRow(article, item));
  const table = make("table", { "aria-label": say(family) }, make("tbody", {}, ...rows));
  return make("section", { class: `family ${family}` }, heading(say(family), items.length), table);
}

const heading = (title, count) => make("h3", {}, title, make("span", { class: "count", text: number.format(count) }));

function itemRow(article, item) {
  const [main, detail] = CELLS[item.family](item, article);
  const state = item.state ? say(`state.${item.state}`) : "";
  const judging = make("span", { class: "actions" }, ...actions(item));
  const wide = item.family === "agreements"; // its many slots need the width: the buttons stand below its kind
  return make("tr", { id: `item-${item.id}`, class: `item ${item.state ?? ""}`, tabindex: "-1", data: { part: item.id } },
    make("th", { scope: "row" }, main, wide ? judging : null),
    make("td", {}, detail, state ? make("span", { class: "state", text: state }) : null),
    wide ? null : make("td", { class: "act-cell" }, judging));
}

function actions(item) {
  const act = (state, label, key, sign) => button(sign, () => judge(item.id, state), {
    tabindex: "-1", class: `act ${state}`, title: `${label} (${key})`, "aria-label": `${label} ${item.id}`, "aria-pressed": String(item.state === state),
  });
  const correct = button("✎", () => openForm(item.id), {
    tabindex: "-1", class: "act corrected", title: `${say("act.correct")} (c)`, "aria-label": `${say("act.correct")} ${item.id}`, "aria-pressed": String(item.state === "corrected"),
  });
  return item.state === "added" ? [act("rejected", say("act.remove"), "r", "✗"), correct]
    : [act("accepted", say("act.accept"), "a", "✓"), act("rejected", say("act.reject"), "r", "✗"), correct];
}

/** Two cells of an item: what it is, and what is said of it. */
const CELLS = {
  figures({ id, gold }, article) {
    const about = [
      gold.measure && chip(`${id}/measure`, gold.measure, article),
      gold.trend && make("span", { text: term(gold.trend) }),
      gold.period && make("span", {}, `${say("in")} `, make("time", { text: gold.period })),
    ];
    return [quoted(gold.quote, article), stack(reading(gold), ...about)];
  },
  dates({ gold, about }, article) {
    const how = [about.relative && say("relative"), about.calendar === "islamic" && say("islamic")].filter(Boolean).join(" · ");
    return [quoted(gold.quote, article), stack(make("time", { class: "value", text: gold.value }), how && make("span", { text: how }))];
  },
  places({ id, gold, about }, article) {
    return [isolated(gold.name), stack(about.country && make("span", { text: about.country }), mentionChips(id, gold, article))];
  },
  parties({ id, gold, about }, article) {
    const who = [term(gold.kind), about.country].filter(Boolean).join(" · ");
    return [isolated(gold.name), stack(
      make("span", { text: who }),
      gold.role && chip(`${id}/role`, gold.role, article),
      gold.affiliation && make("span", {}, `${say("of")} `, isolated(gold.affiliation)),
      mentionChips(id, gold, article))];
  },
  agreements({ id, gold, about }, article) {
    const count = gold.count === 1 || gold.count === undefined ? "" : gold.count === null ? `${say("several")} ` : `${number.format(gold.count)} × `;
    const kind = make("span", { class: "kind", text: count + term(gold.kind) });
    const status = make("span", { class: `status ${gold.status}`, text: term(gold.status) });
    const confidence = about.confidence === undefined ? null
      : make("span", { class: "confidence", text: say("confidence", { n: Math.round(100 * about.confidence) }) });
    return [stack(kind, status, confidence), slots(id, gold, article)];
  },
};

function slots(id, gold, article) {
  const names = (list) => (list?.length ? list.map((name) => make("span", { class: "name" }, isolated(name))) : null);
  const one = (slot) => (gold[slot] ? [chip(`${id}/${slot}`, gold[slot], article)] : null);
  const many = (slot) => (gold[slot]?.length ? gold[slot].map((part, nth) => chip(`${id}/${slot}/${nth}`, part, article)) : null);
  const rows = {
    title: one("title"), parties: names(gold.parties), signatories: names(gold.signatories),
    signed: gold.signed && [make("time", { text: gold.signed })], place: gold.place && [isolated(gold.place)],
    value: gold.value && [make("span", { dir: "ltr", text: `${number.format(gold.value.value)} ${gold.value.unit ?? "?"}` })],
    duration: gold.duration && [make("span", { dir: "ltr", text: gold.duration })],
    subject: one("subject"), areas: many("areas"), terms: many("terms"), evidence: many("evidence"),
  };
  const list = make("dl", {});
  for (const [name, values] of Object.entries(rows)) if (values) list.append(make("dt", { text: say(`slot.${name}`) }), make("dd", {}, ...values));
  return list;
}

const stack = (...parts) => make("div", { class: "stack" }, ...parts.filter(Boolean));
const quoted = (quote, article) => isolated(quote.length > 120 ? `${quote.slice(0, 119)}…` : quote, article.record.language ?? null);

/** A quote that shows its place when it is pointed at. */
function chip(part, { quote }, article) {
  const shown = quote.length > 220 ? `${quote.slice(0, 219)}…` : quote;
  return make("span", { class: "chip", data: { part } }, isolated(shown, article.record.language ?? null));
}

const mentionChips = (id, gold, article) => make("span", { class: "chips" },
  ...gold.mentions.slice(0, 12).map((mention, nth) => chip(`${id}/mentions/${nth}`, mention, article)),
  gold.mentions.length > 12 ? ` + ${gold.mentions.length - 12}` : null);

/** "≈ 407,400,000,000 USD": the number reads from left to right in every language, number and unit as the unit does. */
function reading({ value, value_high: high, unit, modifier }) {
  const amount = `${SIGNS[modifier] ?? ""}${number.format(value)}${high === null || high === undefined ? "" : ` – ${number.format(high)}`}`;
  return make("span", { class: "value", dir: foreignRuns(unit ?? "", "ltr").length ? "rtl" : "ltr" },
    make("bdi", { dir: "ltr", text: amount }), " ", isolated(unit ?? "?"));
}

function warningsSection({ warnings, text, offsets }) {
  if (!warnings.length) return null;
  const list = warnings.map((warning, position) => make("li", { data: { part: `w${position}` } },
    make("code", { text: warning.code }), " ", isolated(warning.message), " ",
    ...(warning.spans ?? []).slice(0, 8).map(([start, end], nth) =>
      make("span", { class: "chip", data: { part: `w${position}/${nth}` } }, isolated(text.slice(offsets.toUnits(start), offsets.toUnits(end)))))));
  return make("section", { class: "family warnings" }, heading(say("warnings"), warnings.length), make("ul", {}, ...list));
}

function aboutSection({ record, id }) {
  const { source } = record;
  const shares = Object.entries(record.languages ?? {}).map(([lang, share]) => `${lang} ${Math.round(100 * share)} %`).join(", ");
  const rows = { id, file: source.path + (source.index ? ` [${source.index}]` : ""), publisher: source.publisher, author: source.author, address: source.url, languages: shares };
  const list = make("dl", {});
  for (const [name, value] of Object.entries(rows)) if (value) list.append(make("dt", { text: say(`about.${name}`) }), make("dd", {}, isolated(value)));
  return make("section", { class: "family about" }, make("h3", { text: say("source") }), list);
}
