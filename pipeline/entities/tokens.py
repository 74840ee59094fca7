"""Tokens as the taggers see them: words of the normalised text, English possessive endings cut off."""

from dataclasses import dataclass
from itertools import pairwise

import regex

from pipeline.document import Passage
from pipeline.findings import Span
from pipeline.text import words

LONGEST = 400  # tokens read at once: a table or a text without full stops is cut, not held in memory whole
_POSSESSIVE = regex.compile(r"(?<=[\p{L}\p{N}])'[sS]\Z")


def split_words(text: str) -> list[Span]:
    """Spans of the tokens of a normalised text: as `words`, but Egypt's is Egypt and 's."""
    spans: list[Span] = []
    for span in words(text):
        cut = _POSSESSIVE.search(text, span.start, span.end) if "'" in text[span.start : span.end] else None
        if cut:
            spans += [Span(span.start, cut.start()), Span(cut.start(), span.end)]
        else:
            spans.append(span)
    return spans


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens of one sentence; `spans[i]` stands in the normalised text of `passage`."""

    tokens: tuple[str, ...]
    spans: tuple[Span, ...]
    passage: Passage


def read_sentences(passage: Passage) -> list[Sentence]:
    """The sentences of a passage as tokens, in reading order; empty ones are left out."""
    match = passage.match
    starts = [match.locate(sentence.start) for sentence in passage.sentences]
    sentences = []
    spans = split_words(match.text)
    at = 0
    for _, end in pairwise([*starts, len(match.text)]):
        first = at
        while at < len(spans) and spans[at].start < end:
            at += 1
        for cut in range(first, at, LONGEST):
            inside = tuple(spans[cut : min(cut + LONGEST, at)])
            sentences.append(Sentence(tuple(match.text[a:b] for a, b in inside), inside, passage))
    return sentences
