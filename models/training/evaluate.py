"""Scores the default engine on files of tokens and tags: precision, recall and F1 per label by exact span.

    python models/training/evaluate.py --lang ar|en FILE.jsonl…

Each line of a file is {"tokens": […], "tags": […]} (BIO). Only PER, ORG and LOC count. The last line is the micro-average.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from models.training.corpora import LABELS, split_tokens
from pipeline.entities.crf import Chunk, CrfTagger, chunks, load_tagger, read_tagger


def predict(tagger: CrfTagger, tokens: list[str], tags: list[str]) -> set[Chunk]:
    """The names that the tagger finds among the corpus tokens, whatever it cuts them into."""
    example, origins = split_tokens(tokens, tags)
    if not example.tokens:
        return set()
    found = chunks(tagger.tag(example.tokens))
    return {Chunk(origins[start], origins[end - 1] + 1, label) for start, end, label in found}


def score(tagger: CrfTagger, files: list[Path]) -> dict[str, Counter[str]]:
    """Right, given and wanted names per label."""
    counts = {label: Counter[str]() for label in (*LABELS, "ALL")}
    for path in files:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            wanted = {chunk for chunk in chunks(row["tags"]) if chunk.label in LABELS}
            given = predict(tagger, row["tokens"], row["tags"])
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
    print(report(score(tagger, options.files)))


if __name__ == "__main__":
    main()
