"""Which tellings are worth comparing. Every telling is filed under a few keys; under a key that many share, only those that
stand close to one another by date are compared, so that the work grows with the number of tellings and not with its square."""

from array import array
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy

from pipeline.dossiers.tellings import Telling

WIDE, NARROW = 12, 4  # neighbours on each side that are compared under a key that few or that many share
_MANY = 24
_ANCHORS = 4
_TOPICS = 4


def candidate_pairs(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Pairs of positions to compare, the lower first, in order, none of the same article."""
    blocks: dict[str, list[int]] = {}
    for number, telling in enumerate(tellings):
        for key in _keys(telling):
            blocks.setdefault(key, []).append(number)
    found = array("Q")  # a pair as one number: millions of tuples would not fit
    for key in list(blocks):
        block = blocks.pop(key)
        if len(block) > 1:
            block.sort(key=lambda number: (_ordinal(tellings[number]), number))
            found.extend(_neighbours(block, tellings))
    for pair in numpy.unique(numpy.frombuffer(found, dtype=numpy.uint64) if found else numpy.zeros(0, numpy.uint64)):
        yield divmod(int(pair), len(tellings))


def _neighbours(block: list[int], tellings: Sequence[Telling]) -> Iterator[int]:
    window = WIDE if len(block) <= _MANY else NARROW
    for place, number in enumerate(block):
        for other in block[place + 1 : place + 1 + window]:
            if tellings[number].article != tellings[other].article:
                yield min(number, other) * len(tellings) + max(number, other)


def _ordinal(telling: Telling) -> int:
    return telling.day.toordinal() if telling.day else 0


def _keys(telling: Telling) -> Iterator[str]:
    """Both parties; a party and what it is about; the day and what it is about."""
    anchors = sorted(dict.fromkeys(a for party in telling.parties for a in party.anchors[:2]))[: 2 * _ANCHORS]
    if len(telling.parties) < 2:
        anchors = sorted(dict.fromkeys([*anchors, *(a for near in telling.near[:3] for a in near.anchors[:1])]))
    about = [word for word in sorted(telling.topic or telling.context) if not word.startswith("~")][:_TOPICS]
    pairs = [f"{a}|{b}" for a, b in combinations(anchors[:_ANCHORS], 2)]
    yield from pairs
    for word in about:
        for pair in pairs[:3]:
            yield f"{pair}|{word}"
        for anchor in anchors[:_ANCHORS]:
            yield f"{anchor}|{word}"
        if telling.signed and telling.signed.first == telling.signed.last:
            yield f"{telling.signed.first}|{word}"
