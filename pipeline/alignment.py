"""Quotes and spans laid against one another: where gold items stand in a text, and which found item is which gold one."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import regex

Interval = tuple[int, int]
Item = dict[str, Any]


def overlap(a: Interval, b: Interval) -> int:
    """Number of characters that two intervals share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def matches(
    gold: Sequence[Interval | None], found: Sequence[Interval], equal: Callable[[int, int], bool]
) -> list[tuple[int, int]]:
    """One-to-one pairs of overlapping spans for which `equal(gold position, found position)`, largest overlap first."""
    candidates = [
        (overlap(a, b), g, p)
        for g, a in enumerate(gold)
        if a
        for p, b in enumerate(found)
        if overlap(a, b) and equal(g, p)
    ]
    return one_to_one(candidates)


def one_to_one(candidates: Iterable[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Pairs out of (weight, gold, found), heaviest first, each gold and each found used once."""
    chosen: list[tuple[int, int]] = []
    used_gold, used_found = set[int](), set[int]()
    for _, g, p in sorted(candidates, reverse=True):
        if g not in used_gold and p not in used_found:
            chosen.append((g, p))
            used_gold.add(g)
            used_found.add(p)
    return chosen


def outermost(spans: set[tuple[int, int, str]]) -> set[tuple[int, int, str]]:
    """Labelled spans without those inside a longer one (Jordan in University of Jordan)."""
    kept: set[tuple[int, int, str]] = set()
    for start, end, label in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if not any(a <= start and end <= b for a, b, _ in kept):
            kept.add((start, end, label))
    return kept


def occurrences(text: str, quote: str) -> list[Interval]:
    """All places of a quote; where it stands somewhere as whole words, only those."""
    spans = [match.span() for match in regex.finditer(regex.escape(quote), text)] if quote else []
    whole = [(a, b) for a, b in spans if not _cuts_word(text, a) and not _cuts_word(text, b)]
    return whole or spans


def mentions(text: str, name: str) -> list[Interval]:
    """All places where a name stands as a word, Arabic proclitics attached before it or not."""
    found = []
    for start, end in (match.span() for match in regex.finditer(regex.escape(name), text)):
        word = start
        while word and text[word - 1].isalnum():
            word -= 1
        proclitics = start - word <= 2 and set(text[word:start]) <= set("وفبلك")
        if not _cuts_word(text, end) and (word == start or proclitics or not text[start].isalnum()):
            found.append((start, end))
    return found or occurrences(text, name)


def standing(text: str, quoted: str | Item, find: Callable[[str, str], list[Interval]] = occurrences) -> list[Interval]:
    """Places of a gold quote: the one that its `start` names, else all that `find` finds."""
    if isinstance(quoted, str):
        return find(text, quoted)
    if "start" in quoted:
        return [(quoted["start"], quoted["start"] + len(quoted["quote"]))]
    return find(text, quoted["quote"])


def _cuts_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def sequence(text: str, items: Sequence[Item]) -> list[Interval | None]:
    """Spans of items listed in reading order: each is sought from behind the beginning of the one before, where it does
    not name its own `start`."""
    spans: list[Interval | None] = []
    last = -1
    for item in items:
        found = standing(text, item)
        nth = item.get("occurrence")
        later = found[nth - 1 : nth] if nth else [span for span in found if span[0] > last or "start" in item]
        spans.append(later[0] if later else None)
        last = later[0][0] if later else last
    return spans
