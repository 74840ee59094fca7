"""Writes the table of measures and the reliability of confidences into docs/quality.md, from the gold articles.

python docs/scripts/quality.py
"""

import itertools
import json
import sys
from pathlib import Path

from pipeline.run import Options, extract_article
from pipeline.scoring import agreement_pairs

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "quality.md"
BEGIN, END = "<!-- figures: written by docs/scripts/quality.py -->", "<!-- end of figures -->"
SURE, SURE_END = "<!-- reliability: written by docs/scripts/quality.py -->", "<!-- end of reliability -->"
HELD, HELD_END = "<!-- held out: written by docs/scripts/quality.py -->", "<!-- end of held out -->"
BINS = (0.0, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)

sys.path.insert(0, str(ROOT / "tests" / "gold"))

from gate import HELD_OUT, HERE, LANGUAGES, SETS, as_article, measure  # noqa: E402


def table(*folders: Path) -> str:
    """F1 by measure, a column for each folder and language."""
    sets = [
        (f"{name}, second set" if folder.name == "second" else name, lang, measure(folder))
        for folder in folders
        for name, lang in zip(("English", "Arabic"), LANGUAGES, strict=True)
    ]
    rows = [f"| measure | {' | '.join(name for name, _, _ in sets)} |", "|---" * (len(sets) + 1) + "|"]
    for name in sorted({name for _, lang, scores in sets for name in scores.tallies[lang]}):
        cells = ["-" if (f1 := scores.f1(lang, name)) is None else f"{f1:.3f}" for _, lang, scores in sets]
        rows.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(rows)


def judged() -> list[tuple[float, bool]]:
    """Confidence of every agreement found in the gold articles, and whether it is one with that kind and status."""
    found = []
    for path in sorted(path for name in SETS for path in (HERE / name).glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        agreements = json.loads(extract_article(as_article(gold), Options()).model_dump_json())["agreements"]
        right = {p: g for g, p in agreement_pairs(gold["text"], gold["agreements"], agreements).items()}
        for position, agreement in enumerate(agreements):
            wanted = gold["agreements"][right[position]] if position in right else {}
            same = all(wanted.get(slot) == agreement[slot] for slot in ("kind", "status"))
            found.append((agreement["confidence"], bool(wanted) and same))
    return found


def reliability(found: list[tuple[float, bool]]) -> str:
    """Bins of confidence: how many agreements, their mean confidence, the share of right ones."""
    rows = ["| confidence | agreements | mean confidence | right (found, kind and status) |", "|---|---|---|---|"]
    for low, high in itertools.pairwise(BINS):
        inside = [(sure, right) for sure, right in found if low <= sure < high]
        if inside:
            mean, share = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            rows.append(f"| {low:.2f} to {min(high, 1):.2f} | {len(inside)} | {mean:.2f} | {share:.2f} |")
    return "\n".join(rows)


def put(text: str, begin: str, end: str, block: str) -> str:
    """The page with `block` between its two marks."""
    return f"{text.split(begin, maxsplit=1)[0]}{begin}\n\n{block}\n\n{end}{text.split(end)[1]}"


def main() -> None:
    """Measure the sets and put the figures into the page."""
    text = PAGE.read_text(encoding="utf-8")
    text = put(text, BEGIN, END, table(*(HERE / name for name in SETS)))
    text = put(text, HELD, HELD_END, table(HELD_OUT))
    PAGE.write_text(put(text, SURE, SURE_END, reliability(judged())), encoding="utf-8")


if __name__ == "__main__":
    main()
