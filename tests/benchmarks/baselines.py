"""What other programs take for a part of the work, beside what mithaq takes for it: words a second of processor time.

    python tests/benchmarks/baselines.py [--seconds 10]

The same articles for both, one core, one after another; a baseline that is missing or fails is named with its reason.
recognizers-text needs an older version of a library that mithaq uses, and stands in an environment of its own: .venv/recognizers
(`make bench` makes it). It and the tokenizer of spaCy read English only here.
"""

import datetime
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from material import ROOT, as_article, generated, on_one_core, options_of, show, words_a_second

from models.article import Article
from pipeline.dates.find import find_dates
from pipeline.document import Document
from pipeline.entities.bert import load_bert
from pipeline.entities.find import Engines, find_entities
from pipeline.entities.tokens import read_sentences
from pipeline.figures.find import find_figures
from pipeline.run import Options, extract_article
from pipeline.segment import read_document

WORDS = 300
RECOGNIZERS = ROOT / ".venv" / "recognizers" / "bin" / "python"
BERT_BASE = {"hidden_size": 768, "num_hidden_layers": 12, "num_attention_heads": 12, "intermediate_size": 3072}


class Bench:
    """The articles, and what segmentation made of them; how many words a second a function reads of either."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.documents = [read_document(as_article(made), None, None) for made in generated(480, WORDS)]

    def of(self, lang: str | None) -> list[Document]:
        """The documents, of one language where it is given."""
        return [document for document in self.documents if lang is None or document.language == lang]

    def texts(self, work: Callable[[Article], object], lang: str | None = None) -> float:
        """Words a second over articles."""
        return self.read(lambda document: work(document.article), lang)

    def read(self, work: Callable[[Document], object], lang: str | None = None) -> float:
        """Words a second over documents."""
        return words_a_second(work, self.of(lang), lambda document: document.text, self.seconds)


def whole_pipeline(bench: Bench) -> float:
    return bench.texts(lambda article: extract_article(article, Options()))


def langdetect(bench: Bench) -> float:
    from langdetect import DetectorFactory, LangDetectException, detect

    DetectorFactory.seed = 0

    def paragraphs(article: Article) -> None:
        for line in filter(str.strip, article.text.splitlines()):
            try:
                detect(line)
            except LangDetectException:
                continue

    return bench.texts(paragraphs)


def segmentation(bench: Bench) -> float:
    return bench.texts(lambda article: read_document(article, None, None))


def spacy_tokenizer(bench: Bench, lang: str) -> float:
    import spacy

    tokenizer = spacy.blank(lang)
    return bench.texts(lambda article: tokenizer(article.text), lang)


def tokens(bench: Bench, lang: str) -> float:
    return bench.read(lambda document: [read_sentences(passage) for passage in document.passages], lang)


def names(bench: Bench, lang: str | None = None) -> float:
    return bench.read(lambda document: find_entities(document, Engines()), lang)


def camel(bench: Bench, ours: bool) -> float:
    """CAMeL's recogniser and our engine for the same random BERT of the size of BERT-base, sentence by sentence."""
    sys.path.insert(0, str(ROOT / "tests"))
    from tiny_bert import make_bert, make_catalogue

    with tempfile.TemporaryDirectory() as temporary:
        folder = str(make_bert(Path(temporary) / "bert", **BERT_BASE))
        os.environ["CAMELTOOLS_DATA"] = str(make_catalogue(Path(temporary) / "camel"))
        if ours:
            tag = load_bert(folder).tag_all
        else:
            from camel_tools.ner import NERecognizer

            tag = NERecognizer(folder, use_gpu=False).predict
        return bench.read(lambda document: tag(short_sentences(document)), "ar")


def short_sentences(document: Document) -> list[list[str]]:
    """The sentences as words of a few letters: the vocabulary of the random model cuts words into letters, and a trained one
    into a piece or two."""
    sentences = [sentence for passage in document.passages for sentence in read_sentences(passage)]
    return [[token[:2] for token in sentence.tokens] for sentence in sentences]


def search_dates(bench: Bench, lang: str) -> float:
    from dateparser.search import search_dates as search

    settings = {"RELATIVE_BASE": datetime.datetime(2025, 11, 18)}
    return bench.texts(lambda article: search(article.text, languages=[lang], settings=settings), lang)


def dates(bench: Bench, lang: str) -> float:
    return bench.read(find_dates, lang)


def recognizers(bench: Bench) -> float:
    """Numbers, percentages, money, dimensions and dates by recognizers-text, in its own environment."""
    texts = [document.text for document in bench.of("en")]
    script = Path(__file__).with_name("recognizers.py")
    if not RECOGNIZERS.exists():
        raise FileNotFoundError("recognizers-text is not installed: make bench does it")
    run = subprocess.run(
        [str(RECOGNIZERS), str(script), str(bench.seconds)],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise RuntimeError(run.stderr.strip().splitlines()[-1])
    return float(run.stdout)


def dates_and_figures(bench: Bench) -> float:
    return bench.read(lambda document: find_figures(document, find_dates(document)), "en")


Measure = Callable[[Bench], float]
# What, language, the baseline, what of mithaq does that part, and that.
ROWS: tuple[tuple[str, str, Measure, str, Measure], ...] = (
    ("langdetect, paragraph by paragraph", "both", langdetect, "segments and languages", segmentation),
    ("spaCy's blank tokenizer", "English", partial(spacy_tokenizer, lang="en"), "tokens of the tagger", partial(tokens, lang="en")),
    ("spaCy's blank tokenizer", "Arabic", partial(spacy_tokenizer, lang="ar"), "tokens of the tagger", partial(tokens, lang="ar")),
    ("the trained NER alone", "both", names, "**the whole pipeline**", whole_pipeline),
    ("CAMeL's NERecognizer, random BERT of base size", "Arabic", partial(camel, ours=False), "the camel engine, same BERT", partial(camel, ours=True)),
    ("CAMeL's NERecognizer, random BERT of base size", "Arabic", partial(camel, ours=False), "the default NER", partial(names, lang="ar")),
    ("search_dates of dateparser", "English", partial(search_dates, lang="en"), "dates", partial(dates, lang="en")),
    ("search_dates of dateparser", "Arabic", partial(search_dates, lang="ar"), "dates", partial(dates, lang="ar")),
    ("recognizers-text: numbers, units, dates", "English", recognizers, "dates and figures", dates_and_figures),
)  # fmt: skip


def told(measure: Measure, bench: Bench, known: dict[str, tuple[float, str]]) -> tuple[float, str]:
    """Words a second, and as a cell; 0 and the reason where it cannot be measured. Nothing is measured twice."""
    key = repr(measure)
    if key not in known:
        try:
            rate = measure(bench)
            known[key] = rate, f"{rate:,.0f}"
        except Exception as error:  # a baseline that fails must not cost the others
            reason = " ".join(str(error).split()).replace("|", "/")[:120]
            known[key] = 0.0, f"not available ({type(error).__name__}: {reason})"
    return known[key]


def main() -> None:
    """Measure and print."""
    options = options_of(__doc__, seconds=(10, 1))
    on_one_core()
    bench, known, rows = Bench(options.seconds), dict[str, tuple[float, str]](), []
    for baseline, lang, theirs, part, ours in ROWS:
        (their_rate, their_cell), (our_rate, our_cell) = told(theirs, bench, known), told(ours, bench, known)
        times = f"{our_rate / their_rate:.2f}" if their_rate and our_rate else "–"
        rows.append(f"{baseline} | {lang} | {their_cell} | {part} | {our_cell} | {times}")
        print(rows[-1], file=sys.stderr, flush=True)
    show("baseline | language | words a second | of mithaq | words a second | times as fast", *rows)


if __name__ == "__main__":
    main()
