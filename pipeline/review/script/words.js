// The words of the page itself, in English and in Arabic. They stand in words.json: key → [English, Arabic].

const WORDS = JSON.parse(byId("words").textContent);
const INTERFACES = ["en", "ar"];
const CATEGORIES = { en: ["one", "other"], ar: ["zero", "one", "two", "few", "many", "other"] }; // as forms are listed
const PLURALS = { en: new Intl.PluralRules("en"), ar: new Intl.PluralRules("ar") };
let speech = "en";

/** The words for a key, with {names} filled in. */
const say = (key, values = {}) => WORDS[key][INTERFACES.indexOf(speech)].replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** The words for a value of the record, or the value itself with spaces. */
const term = (name) => (WORDS[`term.${name}`] ? say(`term.${name}`) : words(name));
const words = (name) => String(name).replaceAll("_", " ");

/** "1 article", "2 articles"; مقالان، 3 مقالات، 11 مقالا. */
function counted(count, noun) {
  const forms = WORDS[noun][INTERFACES.indexOf(speech)].split("|");
  return forms[CATEGORIES[speech].indexOf(PLURALS[speech].select(count))].replace("{n}", number.format(count));
}

/** Turn the page to a language: its fixed words, its direction, and by `redraw` all that was drawn with words. */
function speak(language, redraw = () => {}) {
  speech = INTERFACES.includes(language) ? language : "en";
  document.documentElement.lang = speech;
  document.documentElement.dir = directionOf(speech);
  for (const [attribute, target] of [["say", null], ["sayLabel", "aria-label"], ["sayHint", "placeholder"]]) {
    const selector = `[data-${attribute.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)}]`;
    for (const element of document.querySelectorAll(selector)) {
      if (target) element.setAttribute(target, say(element.dataset[attribute]));
      else element.textContent = say(element.dataset[attribute]);
    }
  }
  redraw();
}

/** The language that the reader chose before, else the browser's. */
function preferredLanguage() {
  try {
    return localStorage.getItem("mithaq-interface") ?? navigator.language.split("-")[0];
  } catch {
    return navigator.language.split("-")[0];
  }
}

function rememberLanguage() {
  try {
    localStorage.setItem("mithaq-interface", speech);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
