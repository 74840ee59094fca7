// Corrections to a file and back.

/** All reviewed articles as lines of gold; rejected items are left out, undecided ones stay. */
async function corrections() {
  const lines = [];
  for (const { id, position } of ARTICLES) {
    if (!isReviewed(id)) continue;
    const article = asArticle(await recordAt(position), position);
    const items = itemsOf(article).filter((item) => item.state !== "rejected");
    lines.push(JSON.stringify(goldLine(article, items, decisionsOn(id))));
  }
  return lines;
}

async function save() {
  const lines = await corrections();
  if (!lines.length) return toast("Nothing to save yet: accept, correct, reject or add an item first.");
  const link = make("a", {
    href: URL.createObjectURL(new Blob([lines.join("\n"), "\n"], { type: "application/x-ndjson" })),
    download: "corrections.jsonl",
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  unsaved = false;
  return toast(`${counted(lines.length, "article")} saved to corrections.jsonl`);
}

/** Go on with corrections that were saved earlier. Lines of other articles, or without a review, are counted and left. */
async function resume(file) {
  const known = new Set(ARTICLES.map((entry) => entry.id));
  let taken = 0;
  let left = 0;
  for (const line of (await file.text()).split("\n")) {
    if (!line.trim()) continue;
    const entry = parsedReview(line, known);
    if (entry) { decisions.set(entry.id, entry.review); taken += 1; } else left += 1;
  }
  toast(`${counted(taken, "article")} taken up${left ? `, ${counted(left, "line")} left: not of this page` : ""}`);
}

function parsedReview(line, known) {
  try {
    const { id, review } = JSON.parse(line);
    const whole = known.has(id) && typeof review?.items === "object" && Array.isArray(review?.added);
    return whole ? { id, review } : null;
  } catch {
    return null;
  }
}

addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
