"""Reads the open corpora and the domain sentences as the tagger will see text at run time."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.entities.conventions import bare, complete
from pipeline.entities.crf import chunks
from pipeline.entities.tokens import split_words
from pipeline.text import normalise

DOMAIN = Path(__file__).parent / "domain"
LABELS = ("PER", "ORG", "LOC")
# MISC, learned as a class of its own and never given, was tried: no better on GUM, worse on our articles.
_MARK = re.compile(r"⟦(PER|ORG|LOC|MISC)\|([^⟧]*)⟧")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of tokens with BIO tags; `clitics[i]` counts the letters before the mention inside token i."""

    tokens: tuple[str, ...]
    tags: tuple[str, ...]
    clitics: tuple[int, ...] = ()


def read_marked(line: str) -> Example:
    """A domain sentence with its marks ⟦ORG|…⟧ as tokens and tags."""
    plain, spans, at = "", [], 0
    for mark in _MARK.finditer(line):
        plain += line[at : mark.start()]
        spans.append((len(plain), len(plain) + len(mark[2]), mark[1]))
        plain += mark[2]
        at = mark.end()
    plain += line[at:]
    match = normalise(plain)
    tokens = split_words(match.text)
    tags, clitics = ["O"] * len(tokens), [0] * len(tokens)
    for start, end, label in spans:
        if label not in LABELS:
            continue
        a, b = match.locate(start), match.locate(end)
        inside = [i for i, token in enumerate(tokens) if token.start < b and token.end > a]
        for i in inside:
            tags[i] = f"{'B' if i == inside[0] else 'I'}-{label}"
        if inside:
            clitics[inside[0]] = a - tokens[inside[0]].start
    return Example(tuple(match.text[a:b] for a, b in tokens), tuple(tags), tuple(clitics))


def read_domain(lang: str, folder: Path = DOMAIN) -> Iterator[Example]:
    """The domain sentences of a language, file by file in the order of their names."""
    language = {"en": "english", "ar": "arabic"}[lang]
    for path in sorted(folder.glob(f"*{language}*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                example = read_marked(line.strip())
                yield complete_names(example, lang) if lang == "en" else example


def split_tokens(tokens: list[str], tags: list[str]) -> tuple[Example, list[int]]:
    """Corpus tokens cut as the run-time tokeniser cuts them; and which corpus token each piece came from."""
    pieces: list[str] = []
    labels: list[str] = []
    origins: list[int] = []
    for index, (token, given) in enumerate(zip(tokens, tags, strict=True)):
        tag = given if given[2:] in LABELS else "O"
        text = normalise(token).text
        for number, span in enumerate(split_words(text)):
            pieces.append(text[span.start : span.end])
            labels.append("I" + tag[1:] if number and tag != "O" else tag)
            origins.append(index)
    return Example(tuple(pieces), tuple(labels)), origins


def read_corpus(path: Path) -> Iterator[Example]:
    """The sentences of a file of tokens and tags (one JSON object a line), cut as at run time."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            example, _ = split_tokens(row["tokens"], row["tags"])
            if example.tokens:
                yield example


def complete_names(example: Example, lang: str) -> Example:
    """A domain sentence with its names brought to the rules of `conventions`: شركة and the nationality inside."""
    tags, clitics, at = list(example.tags), list(example.clitics), 0
    for start, end, label in chunks(example.tags):
        first, last = complete(example.tokens, start, end, label, lang)
        first = max(first, at)
        if (first, last) != (start, end) and all(tag == "O" for tag in tags[first:start] + tags[end:last]):
            tags[first:last] = [f"B-{label}", *[f"I-{label}"] * (last - first - 1)]
            if first != start:
                noun = bare(example.tokens[first])
                clitics[first], clitics[start] = len(example.tokens[first]) - len(noun), 0
        at = last
    return Example(example.tokens, tuple(tags), tuple(clitics))
