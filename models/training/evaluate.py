"""Scores the default engine on files of tokens and tags: precision, recall and F1 per label by exact span.

    python models/training/evaluate.py --lang ar|en FILE.jsonl…

Each line of a file is {"tokens": […], "tags": […]} (BIO). Only PER, ORG and LOC count. The last line is the micro-average.
The engine reads whole articles; the files do not mark them, so 30 sentences in a row count as one.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

sys.path.insert(0, str(Path(__file__).parents[2]))

from models.training.corpora import LABELS, split_tokens
from pipeline.entities.consistency import Name, Reading, unify
from pipeline.entities.crf import Chunk, CrfTagger, chunks, load_tagger, read_tagger
from pipeline.findings import Lang

ARTICLE = 30


class Row(TypedDict):
    """A line of a corpus file."""

    tokens: list[str]
    tags: list[str]


def predict(tagger: CrfTagger, lang: Lang, rows: list[Row]) -> Iterator[set[Chunk]]:
    """The names that the engine finds among the corpus tokens of each sentence of an article, whatever it cuts them into.

    Names keep the tokens that the tagger gives them: the boundary rules of our own articles (`conventions`) differ from those
    of the corpora.
    """
    pieces = [split_tokens(row["tokens"], row["tags"]) for row in rows]
    readings = []
    for example, _ in pieces:
        tags, odds = tagger.read(example.tokens)
        names = [Name(*chunk) for chunk in chunks(tags)]
        readings.append(Reading(example.tokens, names, odds, lang))
    unify(readings)
    for reading, (_, origins) in zip(readings, pieces, strict=True):
        yield {Chunk(origins[name.start], origins[name.end - 1] + 1, name.label) for name in reading.names}


def score(tagger: CrfTagger, lang: Lang, files: list[Path]) -> dict[str, Counter[str]]:
    """Right, given and wanted names per label."""
    counts = {label: Counter[str]() for label in (*LABELS, "ALL")}
    for path in files:
        rows: list[Row] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        rows = [row for row in rows if any(token.strip() for token in row["tokens"])]
        for start in range(0, len(rows), ARTICLE):
            article = rows[start : start + ARTICLE]
            for row, given in zip(article, predict(tagger, lang, article), strict=True):
                wanted = {chunk for chunk in chunks(row["tags"]) if chunk.label in LABELS}
                for label, count in counts.items():
                    kept = [{c for c in names if label in (c.label, "ALL")} for names in (wanted, given)]
                    count.update(wanted=len(kept[0]), given=len(kept[1]), right=len(kept[0] & kept[1]))
    return counts


def report(counts: dict[str, Counter[str]]) -> str:
    """One line per label: precision, recall, F1."""
    lines = [f"{'':6}{'P':>8}{'R':>8}{'F1':>8}"]
    for label, count in counts.items():
        precision = count["right"] / count["given"] if count["given"] else 0.0
        recall = count["right"] / count["wanted"] if count["wanted"] else 0.0
        f1 = 2 * count["right"] / max(1, count["given"] + count["wanted"])
        lines.append(f"{label:6}{precision:8.3f}{recall:8.3f}{f1:8.3f}")
    return "\n".join(lines)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Score the default NER engine on files of tokens and tags.")
    parser.add_argument("--lang", choices=["en", "ar"], required=True)
    parser.add_argument("--weights", type=Path, help="weights folder; the default is the one in the package")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.jsonl")
    options = parser.parse_args()
    tagger = read_tagger(options.weights, options.lang) if options.weights else load_tagger(options.lang)
    print(report(score(tagger, options.lang, options.files)))


if __name__ == "__main__":
    main()
