"""Writes the table of measures into docs/quality.md, from what tests/gold/gate.py prints.

python docs/scripts/quality.py
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "quality.md"
BEGIN, END = "<!-- figures: written by docs/scripts/quality.py -->", "<!-- end of figures -->"


def table(printed: str) -> str:
    """The gate's output as a table: measure, F1 of English and Arabic."""
    rows = ["| measure | English | Arabic |", "|---|---|---|"]
    for line in printed.splitlines()[1:]:
        name, english, _, arabic, _ = line.rsplit(None, 4)
        rows.append(f"| {name.strip()} | {english} | {arabic} |")
    return "\n".join(rows)


def main() -> None:
    """Run the gate and put its figures into the page."""
    printed = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "gold" / "gate.py")],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    ).stdout
    text = PAGE.read_text(encoding="utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    PAGE.write_text(f"{before}{BEGIN}\n\n{table(printed)}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
