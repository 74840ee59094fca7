// What can be said of an item of each family, in the words of the gold format.

const CHOICES = {
  figureKind: ["money", "percent", "count", "quantity", "duration"],
  modifier: ["exact", "approx", "more_than", "at_least", "less_than", "at_most"],
  trend: ["", "increase", "decrease"],
  partyKind: ["person", "organization", "country"],
  agreementKind: ["mou", "agreement", "contract", "protocol", "declaration", "letter_of_intent", "programme"],
  status: ["signed", "renewed", "in_force", "negotiating", "proposed", "terminated"],
};

// name, type, and what the type needs: choices, required, a hint; `label` where it is not the name's
const FIELDS = {
  figures: [
    ["quote", "quote", { required: true }], ["kind", "choice", { choices: CHOICES.figureKind }],
    ["value", "number", { required: true }], ["value_high", "number", {}], ["unit", "text", { hint: "hint.unit" }],
    ["modifier", "choice", { choices: CHOICES.modifier }], ["measure", "quote", {}],
    ["trend", "choice", { choices: CHOICES.trend }], ["period", "edtf", {}],
  ],
  dates: [["quote", "quote", { required: true }], ["value", "edtf", { required: true, label: "edtf" }]],
  places: [["name", "text", { required: true }], ["mentions", "mentions", { required: true }]],
  parties: [
    ["name", "text", { required: true }], ["kind", "choice", { choices: CHOICES.partyKind }],
    ["mentions", "mentions", { required: true }], ["role", "quote", {}], ["affiliation", "party", {}],
  ],
  agreements: [
    ["kind", "choice", { choices: CHOICES.agreementKind }], ["status", "choice", { choices: CHOICES.status }],
    ["count", "number", {}], ["evidence", "quotes", { required: true }], ["parties", "names", {}], ["signatories", "names", {}],
    ["signed", "edtf", {}], ["place", "site", {}], ["value", "amount", { example: "5000000 USD", label: "amount" }],
    ["duration", "duration", { example: "P3Y" }], ["title", "quote", {}], ["subject", "quote", {}], ["areas", "quotes", {}],
    ["terms", "quotes", {}],
  ],
};
const labelOf = ([name, , { label }]) => say(`field.${label ?? name}`);

const POINT = String.raw`(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|\d{3}X|XXXX-\d{2}(?:-\d{2})?)~?`;
const EDTF = new RegExp(`^(?:${POINT}|${POINT}/(?:${POINT}|\\.\\.)|\\.\\./${POINT})$`);
const AMOUNT = /^(\d+(?:\.\d+)?)(?:\s+(\S+))?$/;
const DURATION = /^P(?:\d+(?:\.\d+)?[YMWD]|T\d+(?:\.\d+)?H)$/;
// A quote may run over lines, but a line of a field holds one quote: line breaks in it are written as a sign.
const folding = (quote) => quote.replaceAll("\n", "⏎");
const unfolding = (typed) => typed.trim().replaceAll("⏎", "\n");
const lines = (value) => value.split("\n").map(unfolding).filter(Boolean);
const refuse = (message) => { throw new RangeError(message); };

/** How the value of each type of field is written into its control. */
const WRITTEN = {
  quote: (value) => folding(value?.quote ?? ""),
  quotes: (value) => (value ?? []).map((part) => folding(part.quote)).join("\n"),
  mentions: (value) => [...new Set((value ?? []).map((part) => folding(part.quote)))].join("\n"),
  names: (value) => (value ?? []).join("\n"),
  amount: (value) => (value ? `${value.value} ${value.unit ?? ""}`.trim() : ""),
};

/** How it is read back: (what was typed, what stood there before, article, where to look first). Throws RangeError. */
const READ = {
  text: (typed) => typed.trim() || null,
  choice: (typed) => typed || null,
  number: (typed) => (typed === "" ? null : Number(typed)),
  party: (typed) => (typed.trim() ? listed(typed.trim(), ["parties"]) : null),
  site: (typed) => (typed.trim() ? listed(typed.trim(), ["places", "parties"]) : null),
  edtf: (typed) => matching(typed, EDTF, "refuse.edtf"),
  duration: (typed) => matching(typed, DURATION, "refuse.duration"),
  names: (typed) => lines(typed).map((name) => listed(name, ["parties"])),
  amount: (typed) => {
    if (!typed.trim()) return null;
    const [, value, unit] = AMOUNT.exec(typed.trim()) ?? refuse(say("refuse.amount"));
    return { value: Number(value), unit: unit ?? null };
  },
  quote: (typed, old, article, near) => (typed.trim() ? nearest(article, unfolding(typed), old?.start ?? near) : null),
  quotes: (typed, old, article, near) => lines(typed).flatMap((quote) => {
    const kept = (old ?? []).filter((part) => part.quote === quote);
    return kept.length ? kept : [nearest(article, quote, near)];
  }),
  mentions: (typed, old, article, near) => [...new Set(lines(typed))].flatMap((quote) => {
    const kept = (old ?? []).filter((part) => part.quote === quote);
    if (kept.length) return kept;
    nearest(article, quote, near);
    return mentionsOf(article.text, quote).map((at) => ({ quote, start: article.offsets.toPoints(at) }));
  }),
};

/** A name that an item of these families has. */
function listed(name, families) {
  const known = itemsOf(shown.article).some((item) => families.includes(item.family) && item.gold.name === name);
  return known ? name : refuse(say(families.includes("places") ? "refuse.site" : "refuse.party", { name }));
}

function matching(typed, pattern, problem) {
  const value = typed.trim();
  return !value ? null : pattern.test(value) ? value : refuse(say(problem));
}

/** The place of a quote that lies closest to `near`, in code points. */
function nearest({ text, offsets }, quote, near = 0) {
  const exact = offsets.toUnits(near);
  if (text.startsWith(quote, exact)) return { quote, start: near };
  const places = occurrences(text, quote).map((at) => offsets.toPoints(at));
  if (!places.length) refuse(say("refuse.quote", { quote }));
  return { quote, start: places.reduce((a, b) => (Math.abs(b - near) < Math.abs(a - near) ? b : a)) };
}
