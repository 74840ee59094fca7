"""Tellings that are of one agreement come together, the surest pairs first."""

from collections.abc import Sequence

from pipeline.dossiers.blocking import candidate_pairs
from pipeline.dossiers.likeness import SAME, likeness
from pipeline.dossiers.tellings import Telling

_TOGETHER = 0.6  # share of the threshold that two groups must reach on average to become one
_LOOKED_AT = 6  # tellings of each group that are compared for that


def merge_tellings(tellings: Sequence[Telling], threshold: float = SAME) -> list[list[int]]:
    """Groups of positions, one for each agreement, in the order of their first tellings. Two tellings of one article never
    share a group, and a pair that is alike does not join two groups that are not."""
    groups = {number: [number] for number in range(len(tellings))}
    home = list(range(len(tellings)))
    for _, left, right in _alike(tellings, threshold):
        ours, theirs = home[left], home[right]
        if ours == theirs or not _fit(groups[ours], groups[theirs], tellings, threshold):
            continue
        first, second = sorted((ours, theirs))
        for number in groups[second]:
            home[number] = first
        groups[first] = sorted(groups[first] + groups.pop(second))
    return [groups[number] for number in sorted(groups)]


def _alike(tellings: Sequence[Telling], threshold: float) -> list[tuple[float, int, int]]:
    scored = []
    for left, right in candidate_pairs(tellings):
        score = likeness(tellings[left], tellings[right])
        if score >= threshold:
            scored.append((-round(score, 6), left, right))
    return sorted(scored)


def _fit(ours: list[int], theirs: list[int], tellings: Sequence[Telling], threshold: float) -> bool:
    if {tellings[number].article for number in ours} & {tellings[number].article for number in theirs}:
        return False
    pairs = [(a, b) for a in ours[:_LOOKED_AT] for b in theirs[:_LOOKED_AT]]
    return sum(likeness(tellings[a], tellings[b]) for a, b in pairs) / len(pairs) >= _TOGETHER * threshold
