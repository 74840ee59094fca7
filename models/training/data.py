"""Step `data`: which corpora each language trains on, how often each sentence is seen, which are for development."""

from pathlib import Path

from models.training.corpora import DOMAIN, Example, read_corpus, read_domain
from pipeline.findings import Lang

# Corpus file to how many times its sentences are given to the trainer.
TRAIN = {
    "en": {
        "gum_open/train": 2,
        "gum_open/dev": 1,
        "redocred/dev": 1,
        "wikigold/dev": 1,
        "wikigold/train": 1,
        "redocred/train": 1,
        "crossner_politics/train": 1,
        "crossner_politics/dev": 1,
        "masc_other/train": 1,
        "uner_en_ewt/dev": 1,
    },
    "ar": {
        "anercorp_camel/train": 1,
        "anercorp_camel/dev": 1,
        "newsfane_gold_joined/train": 1,
        "aqmar/train": 1,
    },
}
DOMAIN_WEIGHT = 3


def read_examples(data: Path, lang: Lang, domain: Path = DOMAIN) -> list[tuple[Example, int]]:
    """The training sentences of a language, each with its weight."""
    examples = [(example, DOMAIN_WEIGHT) for example in read_domain(lang, domain)]
    for name, weight in TRAIN[lang].items():
        examples += [(example, weight) for example in read_corpus(data / "ner" / lang / f"{name}.jsonl")]
    return examples
