"""Changes that stand in a row under one verb."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from pipeline.figures.reading import Placed

# ارتفعت الصادرات بنسبة 6.8 في المئة، والمستوردات بنسبة 1.2 في المئة; falls by 80% and cost by 38%.
_ROW: Final = re.compile(
    r"(?:[^.;؛]{0,40}?(?:[،,]? و(?!ب?نسبة|ان|قد|بلغ|تمثل|تشكل|ذلك)|,? and ))(?:[^\W\d_][^\s.;؛\d]*\s){0,6}?(?:by |بنسبة |بنحو |ب)?"
)
_SHARE: Final = re.compile(r" (?:of|من) ")
_OTHER_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|made|reached|stood|account\w*|represent\w*|holds?|owns?)\b|(?:بلغ|تبلغ|شكل|مثل|استحوذ|استقر|حقق)"
)


def share_trends(text: str, found: Sequence[Placed]) -> None:
    """Gives a percentage the trend of the one before it in its sentence where only its subject is new."""
    for left, right in pairwise(_percentages(found)):
        before, after = left.finding, right.finding
        if not before.trend or after.trend or left.bounds != right.bounds:
            continue
        gap = text[left.reading.amount.end : right.reading.amount.start]
        if len(gap) > 110 or _OTHER_VERB.search(gap) or _SHARE.match(text, right.reading.amount.end):
            continue
        if _ROW.fullmatch(_LEVEL.sub("", gap)):
            after.trend = before.trend


_LEVEL: Final = re.compile(r"^ (?:to|الي|لتبلغ|لتصل الي) [^،,]{2,40}(?=[،,]? و|,? and )")


def _percentages(found: Sequence[Placed]) -> list[Placed]:
    return [item for item in found if item.finding.kind == "percent"]
