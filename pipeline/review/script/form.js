// The form in which an item is corrected or added.

const NEW_ITEM = {
  figures: (quote) => ({ ...quote, kind: "count", value: null, value_high: null, unit: null, modifier: "exact", measure: null, trend: null, period: null }),
  dates: (quote) => ({ ...quote, value: null }),
  places: (quote) => ({ name: quote.quote, mentions: [] }),
  parties: (quote) => ({ name: quote.quote, kind: "organization", mentions: [], role: null, affiliation: null }),
  agreements: (quote) => ({ kind: "agreement", status: "signed", count: 1, title: null, parties: [], signatories: [], signed: null,
    place: null, value: null, duration: null, subject: null, areas: [], terms: [], evidence: [quote] }),
};

/** Open the form for an item of the article shown. */
function openForm(id) {
  const item = itemsOf(shown.article).find((one) => one.id === id);
  const start = item.gold.start ?? (item.gold.mentions ?? item.gold.evidence)[0]?.start ?? 0;
  showForm(say("form.correct", { id }), item.family, item.gold, start, (gold) => {
    decide(shown.article, id, "corrected", gold);
    refresh(id);
  });
}

/** Open the form for what is selected in the text. */
function openNew() {
  const quote = selectedQuote(shown.article);
  if (!quote) return toast(say("select"));
  const family = guessFamily(quote.quote);
  return showNew(family, quote);
}

function showNew(family, quote) {
  const gold = NEW_ITEM[family](quote);
  if (family === "places" || family === "parties") gold.mentions = READ.mentions(quote.quote, null, shown.article, quote.start);
  const choose = make("select", { id: "field-family", on: { change: (event) => showNew(event.target.value, quote) } },
    ...FAMILIES.map((name) => make("option", { value: name, text: say(name), selected: name === family })));
  showForm(say("form.add"), family, gold, quote.start, (added) => refresh(add(shown.article, family, added)), choose);
}

/** A first guess, one key away from another: months and years are dates, other digits figures, all else names. */
function guessFamily(quote) {
  if (/^(?:19|20)\d\d$|^\d{1,2}\s\D+\d{4}$/.test(quote.trim())) return "dates";
  return /\p{Nd}/u.test(quote) ? "figures" : "parties";
}

function showForm(title, family, gold, near, done, choose = null) {
  const dialog = byId("form");
  const controls = new Map(FIELDS[family].map((field) => [field[0], control(field, gold[field[0]])]));
  const accept = (event) => {
    event.preventDefault();
    const read = readForm(family, gold, controls, near);
    if (!read) return;
    dialog.close();
    done(read);
  };
  const labels = FIELDS[family].map((field) => make("label", {}, make("span", { text: labelOf(field) }), controls.get(field[0])));
  const form = make("form", { novalidate: true, on: { submit: accept } },
    make("h2", { id: "form-title", text: title }),
    choose && make("label", {}, make("span", { text: say("field.family") }), choose),
    ...labels,
    make("p", { class: "problem", id: "form-problem", role: "alert" }),
    make("div", { class: "buttons" }, button(say("form.cancel"), () => dialog.close()), make("button", { class: "primary", text: say("form.keep") })),
    partyNames());
  dialog.replaceChildren(form);
  if (!dialog.open) dialog.showModal();
  (choose ?? controls.values().next().value).focus();
}

/** The gold item that the form now says, or null: then the first field in error is focused and the form says why. */
function readForm(family, old, controls, near) {
  const gold = { ...old };
  for (const described of FIELDS[family]) {
    const [name, type, { required }] = described;
    const field = controls.get(name);
    try {
      const value = READ[type](field.value, old[name] ?? (name === "quote" ? old : null), shown.article, near);
      if (required && (value === null || value.length === 0 || Number.isNaN(value))) refuse(say("refuse.needed"));
      if (name === "quote") Object.assign(gold, value);
      else gold[name] = value;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      byId("form-problem").textContent = `${labelOf(described)}: ${error.message}`;
      field.setAttribute("aria-invalid", "true");
      field.focus();
      return null;
    }
  }
  return gold;
}

function control([name, type, { choices, required, hint, example }], value) {
  const properties = { id: `field-${name}`, name, required: required ?? false, dir: "auto", placeholder: hint ? say(hint) : example ?? null };
  if (type === "choice") {
    return make("select", { id: `field-${name}`, name },
      ...choices.map((choice) => make("option", { value: choice, text: choice ? term(choice) : say("none"), selected: choice === (value ?? "") })));
  }
  const written = WRITTEN[type] ? WRITTEN[type](value) : String(value ?? "");
  if (["quotes", "mentions", "names"].includes(type)) {
    const area = make("textarea", { ...properties, rows: String(Math.min(6, written.split("\n").length + 1)) });
    area.value = written;
    return area;
  }
  const input = make("input", { ...properties, type: type === "number" ? "number" : "text", step: type === "number" ? "any" : null,
    list: type === "party" ? "article-parties" : null, autocomplete: "off" });
  input.value = name === "quote" ? folding(value ?? "") : written;
  return input;
}

const partyNames = () => make("datalist", { id: "article-parties" },
  ...itemsOf(shown.article).filter((item) => item.family === "parties").map((item) => make("option", { value: item.gold.name })));
