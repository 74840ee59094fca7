// What can be said of an item of each family, in the words of the gold format.

const CHOICES = {
  figureKind: ["money", "percent", "count", "quantity", "duration"],
  modifier: ["exact", "approx", "more_than", "at_least", "less_than", "at_most"],
  trend: ["", "increase", "decrease"],
  partyKind: ["person", "organization", "country"],
  agreementKind: ["mou", "agreement", "contract", "protocol", "declaration", "letter_of_intent", "programme"],
  status: ["signed", "renewed", "in_force", "negotiating", "proposed", "terminated"],
};

// name, label, type, and what the type needs: choices, required, a hint
const FIELDS = {
  figures: [
    ["quote", "Quote", "quote", { required: true }], ["kind", "Kind", "choice", { choices: CHOICES.figureKind }],
    ["value", "Value", "number", { required: true }], ["value_high", "Upper end of a range", "number", {}],
    ["unit", "Unit", "text", { hint: "USD, %, MW, year, or the counted noun" }],
    ["modifier", "Modifier", "choice", { choices: CHOICES.modifier }], ["measure", "Measure", "quote", {}],
    ["trend", "Trend", "choice", { choices: CHOICES.trend }], ["period", "Period", "edtf", {}],
  ],
  dates: [["quote", "Quote", "quote", { required: true }], ["value", "Value (EDTF)", "edtf", { required: true }]],
  places: [["name", "Name", "text", { required: true }], ["mentions", "Mentions, one a line", "mentions", { required: true }]],
  parties: [
    ["name", "Name", "text", { required: true }], ["kind", "Kind", "choice", { choices: CHOICES.partyKind }],
    ["mentions", "Mentions, one a line", "mentions", { required: true }], ["role", "Role", "quote", {}],
    ["affiliation", "Affiliation (a listed party)", "party", {}],
  ],
  agreements: [
    ["kind", "Kind", "choice", { choices: CHOICES.agreementKind }], ["status", "Status", "choice", { choices: CHOICES.status }],
    ["count", "How many (empty: a plural without number)", "number", {}],
    ["evidence", "Evidence, one quote a line", "quotes", { required: true }],
    ["parties", "Parties, one a line", "names", {}], ["signatories", "Signatories, one a line", "names", {}],
    ["signed", "Signed (EDTF)", "edtf", {}], ["place", "Place (a listed place or party)", "site", {}],
    ["value", "Value", "amount", { hint: "5000000 USD" }], ["duration", "Duration", "duration", { hint: "P3Y" }],
    ["title", "Title", "quote", {}], ["subject", "Subject", "quote", {}],
    ["areas", "Areas, one a line", "quotes", {}], ["terms", "Terms, one a line", "quotes", {}],
  ],
};

const POINT = String.raw`(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|\d{3}X|XXXX-\d{2}(?:-\d{2})?)~?`;
const EDTF = new RegExp(`^(?:${POINT}|${POINT}/(?:${POINT}|\\.\\.)|\\.\\./${POINT})$`);
const AMOUNT = /^(\d+(?:\.\d+)?)(?:\s+(\S+))?$/;
const DURATION = /^P(?:\d+(?:\.\d+)?[YMWD]|T\d+(?:\.\d+)?H)$/;
const lines = (value) => value.split("\n").map((line) => line.trim()).filter(Boolean);
const refuse = (message) => { throw new RangeError(message); };

/** How the value of each type of field is written into its control. */
const WRITTEN = {
  quote: (value) => value?.quote ?? "",
  quotes: (value) => (value ?? []).map((part) => part.quote).join("\n"),
  mentions: (value) => [...new Set((value ?? []).map((part) => part.quote))].join("\n"),
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
  edtf: (typed) => matching(typed, EDTF, "an EDTF date such as 2025, 2025-09, 2025-09-14, 2025-09/2025-11 or 2019/.."),
  duration: (typed) => matching(typed, DURATION, "a duration such as P3Y, P18M, P2W or P10D"),
  names: (typed) => lines(typed).map((name) => listed(name, ["parties"])),
  amount: (typed) => {
    if (!typed.trim()) return null;
    const [, value, unit] = AMOUNT.exec(typed.trim()) ?? refuse("Write the value and its unit: 5000000 USD");
    return { value: Number(value), unit: unit ?? null };
  },
  quote: (typed, old, article, near) => (typed.trim() ? nearest(article, typed.trim(), old?.start ?? near) : null),
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
  return known ? name : refuse(`No ${families.map((family) => ({ places: "place", parties: "party" })[family]).join(" or ")} here is called “${name}”`);
}

function matching(typed, pattern, what) {
  const value = typed.trim();
  return !value ? null : pattern.test(value) ? value : refuse(`Write ${what}`);
}

/** The place of a quote that lies closest to `near`, in code points. */
function nearest({ text, offsets }, quote, near = 0) {
  const exact = offsets.toUnits(near);
  if (text.startsWith(quote, exact)) return { quote, start: near };
  const places = occurrences(text, quote).map((at) => offsets.toPoints(at));
  if (!places.length) refuse(`The article does not say “${quote}” in these characters`);
  return { quote, start: places.reduce((a, b) => (Math.abs(b - near) < Math.abs(a - near) ? b : a)) };
}
