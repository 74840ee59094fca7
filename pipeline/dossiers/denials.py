"""Agreements that an article denies: "denied that it had signed a deal", نفت توقيع اتفاقية."""

from collections.abc import Iterator

import regex

from models.record import Record
from models.span import Span
from pipeline.text import normalise, split_sentences

_INSTRUMENT_EN = r"\b(?:agreements?|deals?|memorand(?:um|a)|contracts?|pacts?|treat(?:y|ies)|protocols?|accords?)\b"
_INSTRUMENT_AR = r"(?:اتفاق|مذكر[ةت]|عقد|بروتوكول|معاهد[ةت])"
_DENIAL = {
    "en": regex.compile(
        rf"\b(?:den(?:y|ied|ies|ying)|refut(?:e|ed|es|ing)|dismiss(?:ed|es|ing)? reports)\b[^.]{{0,80}}?{_INSTRUMENT_EN}"
        rf"|\b(?:has|have|had) not signed\b[^.]{{0,40}}?{_INSTRUMENT_EN}|\bno {_INSTRUMENT_EN} (?:was|were|has been|had been) signed"
    ),
    "ar": regex.compile(
        rf"(?<![ء-ي])[وف]?(?:نفي|نفت|نفوا|تنفي|ينفي|نافيا|نافية|كذب|كذبت|فند|فندت)(?![ء-ي])[^.]{{0,80}}?{_INSTRUMENT_AR}"
        rf"|(?<![ء-ي])لم (?:يوقع|توقع|يوقعا|توقعا|تبرم|يبرم|يجر|يتم) [^.]{{0,40}}?{_INSTRUMENT_AR}"
    ),
}  # نفي is the folded form of نفى


def find_denials(record: Record) -> Iterator[Span]:
    """The sentences of the record's text in which the signing of an instrument is denied, each quoted whole."""
    if record.text is None:
        return
    for segment in record.segments:
        pattern = _DENIAL.get(segment.lang or "")
        if pattern is None or segment.role == "boilerplate":
            continue
        for start, end in split_sentences(record.text, segment.start, segment.end):
            if pattern.search(normalise(record.text, start, end).text):
                yield Span(text=record.text[start:end], start=start, end=end)
