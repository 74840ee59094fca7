"""What a figure measures: the shortest clear noun phrase of its sentence."""

import re
from collections.abc import Sequence
from types import ModuleType

from pipeline.document import Passage
from pipeline.figures import measures_arabic, measures_english
from pipeline.figures.reading import Placed

_NEVER = ("count", "duration")
# (about $4.16 billion), أي ما يعادل 3.2 مليارات: the same thing said in another currency.
_SAME = re.compile(
    r"\s?[(،,]?\s?(?:or |equal to |equivalent to |i\.e\. |or the equivalent of |the equivalent of |around |about |some |roughly |approximately |nearly )*\Z"
    r"|\s?[(،,]?\s?(?:اي |او |ما |بما |يعادل |تعادل |نحو |حوالي |قرابة |ما يقارب |ما يقرب من |يوازي |اي ما )*\Z"
)


def attach_measures(passage: Passage, found: Sequence[Placed]) -> None:
    """Sets the measure of each figure of money, share or quantity, where its sentence names it."""
    text, leaf = passage.match.text, measures_english if passage.lang == "en" else measures_arabic
    places: list[tuple[int, int] | None] = []
    for position, item in enumerate(found):
        before = found[position - 1] if position and found[position - 1].bounds == item.bounds else None
        places.append(_place(text, leaf, item, before, places[-1] if before else None))
        place = places[-1]
        if place and item.finding.kind not in _NEVER:
            item.finding.measure = passage.match.span(*place)
        if item.finding.kind in _NEVER:
            noun = item.reading.noun
            places[-1] = noun if item.finding.kind == "count" and noun else (places[-2] if before else None)


def _place(
    text: str, leaf: ModuleType, item: Placed, before: Placed | None, known: tuple[int, int] | None
) -> tuple[int, int] | None:
    """Where the measure of a figure stands; that of the figure before it where it says the same or names none itself."""
    amount, floor = item.reading.amount, item.near[0]
    if item.finding.kind in _NEVER:
        return None
    if before and before.finding.kind == "count" and item.finding.kind == "quantity":
        known = None
    if before and known and before.finding.kind == item.finding.kind == "money":
        gap = text[before.reading.amount.end : amount.start]
        if len(gap) < 40 and _SAME.fullmatch(gap) and gap.strip():
            return known
    if known and (leaf.POINTS_BACK.match(text, amount.end) or leaf.resumes(text, floor, amount.start)):
        return known
    return (
        leaf.measured(text, item, floor, before.reading.end if before else floor)
        or known
        or leaf.target(text, amount.end, item)
    )
