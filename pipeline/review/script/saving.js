// Corrections to a file and back.

/** All reviewed articles as lines of gold; rejected items are left out, undecided ones stay. */
async function corrections() {
  const lines = [];
  for (const { id, position } of ARTICLES) {
    if (!isReviewed(id)) continue;
    const article = asArticle(await recordAt(position), position);
    lines.push(JSON.stringify(goldLine(article, keptItems(article), decisionsOn(id))));
  }
  return lines;
}

async function save() {
  const lines = await corrections();
  if (!lines.length) return toast(say("nothing"));
  const link = make("a", {
    href: URL.createObjectURL(new Blob([lines.join("\n"), "\n"], { type: "application/x-ndjson" })),
    download: "corrections.jsonl",
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  unsaved = false;
  return toast(say("saved", { articles: counted(lines.length, "articles") }));
}

/** Go on with corrections that were saved earlier. Lines of other articles, or of another extraction, are counted and left. */
async function resume(file) {
  const lines = (await file.text()).split("\n").filter((line) => line.trim());
  const taken = lines.filter(takeUpLine).length;
  const left = lines.length - taken;
  toast(say(left ? "taken.left" : "taken", { articles: counted(taken, "articles"), lines: counted(left, "lines") }));
}

function takeUpLine(line) {
  try {
    const { id, review } = JSON.parse(line);
    return takeUp(id, review);
  } catch {
    return false;
  }
}

addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
