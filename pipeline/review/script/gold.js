// Records as gold: items in the form that tests/gold/GUIDELINES.md describes, each quote with the code point it starts at,
// and back to plain quotes where the quote alone says which place is meant.

const FAMILIES = ["figures", "dates", "places", "parties", "agreements"];

/** The article of a record in gold form: text, and items with an id and a `gold` object each. */
function asArticle(record, position) {
  const text = record.text;
  const offsets = new Offsets(text);
  const quote = (span) => {
    const [start, end] = Array.isArray(span) ? span : [span.start, span.end];
    return { quote: text.slice(offsets.toUnits(start), offsets.toUnits(end)), start };
  };
  const maybe = (span) => (span ? quote(span) : null);
  const quotes = (spans) => (spans ?? []).map(quote);
  const find = (family, id) => (id ? (record[family] ?? []).find((item) => item.id === id) : undefined);
  const names = (ids) => (ids ?? []).map((id) => find("parties", id).name);
  const amount = (figure) => (figure ? { value: figure.value, unit: figure.unit ?? null } : null);

  const figure = (item) => ({
    ...quote(item), kind: item.kind, value: item.value, value_high: item.value_high ?? null, unit: item.unit ?? null,
    modifier: item.modifier, measure: maybe(item.measure), trend: item.trend ?? null,
    period: find("dates", item.period)?.value ?? null,
  });
  const date = (item) => ({ ...quote(item), value: item.value });
  const place = (item) => ({ name: item.name, mentions: quotes(item.mentions) });
  const party = (item) => ({
    name: item.name, kind: item.kind, mentions: quotes(item.mentions), role: maybe(item.role),
    affiliation: find("parties", item.affiliation)?.name ?? null,
  });
  const agreement = (item) => ({
    kind: item.kind, status: item.status, count: item.count ?? null, title: maybe(item.title),
    parties: names(item.parties), signatories: names(item.signatories),
    signed: find("dates", item.signed)?.value ?? null,
    place: (find("places", item.place) ?? find("parties", item.place))?.name ?? null,
    value: amount(find("figures", item.value)), duration: duration(find("figures", item.duration)),
    subject: maybe(item.subject), areas: quotes(item.areas), terms: quotes(item.terms), evidence: quotes(item.evidence),
  });
  const forms = { figures: figure, dates: date, places: place, parties: party, agreements: agreement };
  const items = FAMILIES.flatMap((family) => (record[family] ?? []).map((item) => ({
    id: item.id, family, gold: forms[family](item), about: item,
  })));
  return { position, id: ARTICLES[position].id, record, text, offsets, items, warnings: record.warnings ?? [] };
}

/** "P3Y" for three years, null where there is no duration. */
function duration(figure) {
  if (!figure) return null;
  const letter = { year: "Y", month: "M", week: "W", day: "D" }[figure.unit];
  return letter ? `P${figure.value}${letter}` : `PT${figure.value}H`;
}

/** One line of the corrections: the article with its items in gold form, and what the reviewer said of them. */
function goldLine(article, items, review) {
  const { text, offsets, record } = article;
  const unit = (quoted) => offsets.toUnits(quoted.start);
  const first = (quoted) => (occurrences(text, quoted.quote)[0] === unit(quoted) ? quoted.quote : exact(quoted));
  const exact = ({ quote, start }) => ({ quote, start });
  const bare = (quoted) => quoted?.quote ?? null;
  const of = (family) => items.filter((item) => item.family === family).map((item) => item.gold);

  return {
    id: article.id,
    lang: record.language ?? "und",
    published: record.published?.date ?? null,
    text,
    figures: inSequence(article, of("figures")).map((gold) => ({ ...gold, measure: bare(gold.measure) })),
    dates: inSequence(article, of("dates")),
    places: of("places").map((gold) => ({ ...gold, mentions: named(article, gold.mentions) })),
    parties: of("parties").map((gold) => ({ ...gold, mentions: named(article, gold.mentions), role: bare(gold.role) })),
    agreements: of("agreements").map((gold) => ({
      ...gold, title: bare(gold.title), subject: bare(gold.subject), areas: gold.areas.map(first),
      terms: gold.terms.map(first), evidence: gold.evidence.map(first),
    })),
    review,
  };
}

/** Items in the order of the text; `start` stays where reading on from the item before would find another place. */
function inSequence({ text, offsets }, items) {
  let last = -1;
  return [...items].sort((a, b) => a.start - b.start).map((gold) => {
    const at = offsets.toUnits(gold.start);
    const found = occurrences(text, gold.quote).find((place) => place > last);
    last = at;
    const { start, ...rest } = gold;
    return found === at ? rest : { ...rest, start };
  });
}

/** Mentions: the bare quote where all its places are meant, else each place with its start. */
function named({ text, offsets }, mentions) {
  const places = new Map();
  for (const { quote, start } of mentions) places.set(quote, [...(places.get(quote) ?? []), start]);
  return [...places].flatMap(([quote, starts]) => {
    const all = mentionsOf(text, quote).map((at) => offsets.toPoints(at));
    const same = all.length === starts.length && all.every((start) => starts.includes(start));
    return same ? [quote] : starts.map((start) => ({ quote, start }));
  });
}
