// The keyboard. Letters are read from the key's place where the keyboard writes another script.

const HELP = [
  ["j  k", "items"], ["J  K", "articles"], ["↑  ↓", "arrows"], ["Enter", "enter"], ["a", "accept"], ["r", "reject"], ["c", "correct"],
  ["A", "finish"], ["n", "add"], ["s", "save"], ["/", "search"], ["v", "view"], ["t", "theme"], ["l", "language"], ["?", "help"],
  ["Esc", "escape"],
];

const COMMANDS = {
  j: () => moveItem(1), k: () => moveItem(-1), J: () => moveArticle(1), K: () => moveArticle(-1),
  a: () => judge(shown.item, "accepted"), r: () => judge(shown.item, "rejected"),
  c: () => (shown.item ? openForm(shown.item) : toast(say("choose"))),
  A: () => finishArticle(), n: () => openNew(), s: () => save(), "/": () => byId("search").focus(), "?": () => openHelp(),
  v: () => showView(byId("review").hidden ? "review" : "overview"), t: () => nextTheme(), l: () => nextLanguage(),
};

function openHelp() {
  const list = make("dl", { class: "help" });
  for (const [keys, what] of HELP) list.append(make("dt", {}, make("kbd", { text: keys })), make("dd", { text: say(`key.${what}`) }));
  byId("keys").replaceChildren(make("h2", { id: "keys-title", text: say("keyboard") }), list, button(say("close"), () => byId("keys").close()));
  byId("keys").showModal();
}

/** The Latin letter of a key, on keyboards of other scripts by its place. */
function letterOf({ key, code, shiftKey }) {
  if (/^[\x21-\x7e]$/.test(key)) return key;
  if (key === "؟") return "?";
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return letter ? (shiftKey ? letter : letter.toLowerCase()) : key;
}

function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const typing = event.target.matches("input, select, textarea");
    if (typing) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (moveWithArrows(event) || followEnter(event)) return event.preventDefault();
    const command = COMMANDS[letterOf(event)];
    if (!command) return undefined;
    event.preventDefault();
    return command();
  });
}

function moveWithArrows({ key, target }) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  const ends = { Home: -Infinity, End: Infinity, PageUp: -8, PageDown: 8 }[key];
  if (target.closest("#list") && (step || ends)) { moveArticle(step ?? ends); return true; }
  if (target.closest("#record") && step) { moveItem(step); return true; }
  if (target.closest("[role=tablist]") && (key === "ArrowLeft" || key === "ArrowRight")) {
    showView(byId("review").hidden ? "review" : "overview");
    return true;
  }
  return false;
}

/** Enter on an item goes to its words, Enter on words to their item. */
function followEnter({ key, target }) {
  if (key !== "Enter") return false;
  if (target.matches("tr.item")) {
    const mark = firstMarkOf(target.dataset.part);
    mark?.focus();
    return Boolean(mark);
  }
  if (target.matches("#article mark")) {
    selectItem(itemOf(target.dataset.inner), { focus: true });
    return true;
  }
  return false;
}
