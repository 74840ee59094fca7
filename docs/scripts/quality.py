"""Writes the table of measures and the reliability of confidences into docs/quality.md, from the gold articles.

python docs/scripts/quality.py
"""

import itertools
import json
import subprocess
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

from gate import ARTICLES, as_article  # noqa: E402


def table(output: str) -> str:
    """The gate's output as a table: measure, F1 of English and Arabic."""
    rows = ["| measure | English | Arabic |", "|---|---|---|"]
    for line in output.splitlines()[1:]:
        name, english, _, arabic, _ = line.rsplit(None, 4)
        rows.append(f"| {name.strip()} | {english} | {arabic} |")
    return "\n".join(rows)


def printed(*options: str) -> str:
    """What the gate prints."""
    command = [sys.executable, str(ROOT / "tests" / "gold" / "gate.py"), *options]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False).stdout


def judged() -> list[tuple[float, bool]]:
    """Confidence of every agreement found in the gold articles, and whether it is one with that kind and status."""
    found = []
    for path in sorted(ARTICLES.glob("*.json")):
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
    """Run the gate and put its figures into the page."""
    text = PAGE.read_text(encoding="utf-8")
    text = put(text, BEGIN, END, table(printed()))
    text = put(text, HELD, HELD_END, table(printed("--held-out")))
    PAGE.write_text(put(text, SURE, SURE_END, reliability(judged())), encoding="utf-8")


if __name__ == "__main__":
    main()
