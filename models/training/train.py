"""From corpora to weights: `python -m models.training.train --data FOLDER --lang en|ar`.

Steps, each a plain function: read the sentences, build the lexicon, train the tagger, train the clitics (Arabic), write the
card's figures. FOLDER has the layout of the corpora collection: ner/LANG/SET/train.jsonl, raw/, gazetteers/. Deterministic.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from models.training.augment import augmented
from models.training.corpora import Example
from models.training.crf_file import refine
from models.training.data import read_examples
from models.training.lexicon import build_lexicon
from pipeline.entities.clitics import candidates, clitic_facts
from pipeline.entities.crf import FOLDERS, MAKERS, chunks
from pipeline.entities.lexicon import read_lexicon
from pipeline.findings import Lang

VERSION = "1.0.0"
WEIGHTS = Path(__file__).parents[1] / "weights"
TAGGER = {"max_iterations": 12, "feature.minfreq": 3}
# Pairs of words are kept where they stand in two domain sentences at least: a third of the model is saved.
PAIRS = "<>^"
LEAST_PAIR = 6
# The factor that makes held-out domain sentences most probable.
TEMPERATURE = 0.035
# Features that weigh less after that are dropped.
LEAST_WEIGHT = 0.05
CLITICS = {"c1": 0.0, "c2": 0.05, "max_iterations": 100}
Weighted = list[tuple[Example, int]]


def train_tagger(examples: Weighted, folder: Path, lang: Lang) -> None:
    """Trains `model.crf` on the sentences, each as often as it weighs, and brings its scores to probabilities."""
    maker = MAKERS[lang](read_lexicon(folder / "lexicon.tsv.gz"))
    rows = [maker.features(example.tokens) for example, _ in examples]
    counts: Counter[str] = Counter()
    for sentence, (_, weight) in zip(rows, examples, strict=True):
        for row in sentence:
            counts.update({feature: weight for feature in row if feature[0] in PAIRS})
    trainer = pycrfsuite.Trainer("ap", verbose=False)
    trainer.set_params(TAGGER)
    for sentence, (example, weight) in zip(rows, examples, strict=True):
        kept = [[f for f in row if f[0] not in PAIRS or counts[f] >= LEAST_PAIR] for row in sentence]
        items = pycrfsuite.ItemSequence(kept)
        for _ in range(weight):
            trainer.append(items, bioes(example.tags))
    trainer.train(str(folder / "model.crf"))
    refine(folder / "model.crf", TEMPERATURE, LEAST_WEIGHT)


def bioes(tags: Sequence[str]) -> list[str]:
    """BIO tags with the ends of names marked: B I E, and S for a name of one token."""
    marked = list(tags)
    for start, end, label in chunks(tags):
        marked[end - 1] = f"{'S' if end - start == 1 else 'E'}-{label}"
    return marked


def train_clitics(examples: Weighted, folder: Path) -> None:
    """Trains `clitics.crf` on the first words of the names in the domain sentences, whose marks leave proclitics outside."""
    lexicon = read_lexicon(folder / "lexicon.tsv.gz")
    trainer = pycrfsuite.Trainer("lbfgs", verbose=False)
    trainer.set_params(CLITICS)
    for example, _ in examples:
        last = -1
        for start, end, label in chunks(example.tags) if example.clitics else ():
            if len(list(candidates(example.tokens[start]))) > 1:
                facts = clitic_facts(example.tokens, start, last == start, label, lexicon)
                trainer.append([facts], [str(example.clitics[start])])
            last = end
    trainer.train(str(folder / "clitics.crf"))


def write_meta(examples: Weighted, folder: Path, lang: Lang) -> None:
    """Writes `meta.json`: the name and version that every record carries, and what the model was trained on."""
    tokens = sum(len(example.tokens) for example, _ in examples)
    meta = {"name": f"mithaq-crf-{lang}", "version": VERSION, "sentences": len(examples), "tokens": tokens}
    (folder / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")


def train(data: Path, lang: Lang, folder: Path) -> None:
    """All steps for one language."""
    started = time.monotonic()
    folder.mkdir(parents=True, exist_ok=True)
    examples = read_examples(data, lang)
    build_lexicon(data, lang, [example for example, _ in examples], folder / "lexicon.tsv.gz")
    print(f"{lang}: {len(examples)} sentences, lexicon after {time.monotonic() - started:.0f} s", flush=True)
    if lang == "ar":
        train_clitics(examples, folder)
    train_tagger(augmented(examples, lang), folder, lang)
    write_meta(examples, folder, lang)
    print(f"{lang}: trained after {time.monotonic() - started:.0f} s", flush=True)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Train the default NER of a language from a folder of corpora.")
    parser.add_argument("--data", type=Path, required=True, help="corpora: ner/, raw/, gazetteers/")
    parser.add_argument("--lang", choices=["en", "ar"], required=True)
    parser.add_argument("--out", type=Path, help="weights folder; the default is the one in the package")
    options = parser.parse_args()
    train(options.data, options.lang, options.out or WEIGHTS / FOLDERS[options.lang])


if __name__ == "__main__":
    main()
