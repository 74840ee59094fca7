"""Which date a figure holds for."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from pipeline.document import Passage
from pipeline.figures.reading import Placed
from pipeline.findings import DateFinding, Span


class _Dated(NamedTuple):
    date: DateFinding
    start: int
    end: int


# Between figure and date, such a word makes the date that of an event, of a comparison or of another clause.
_OTHER: Final = {
    "en": re.compile(
        r"\b(?:sign\w*|conclud\w+|agreed|obtained|won|awarded|launched|announced|opened|inaugurated|founded|established|which|that|who|renewed|ratified|publish\w+|released"
        r"|initialled|approved|adopted|held|met|visited|arrived|born|built|began|begun|started|selected|dating|dated?|contracts?|agreements?|memorand\w+|mou|accord|deal|after"
        r"|than|compared|over the same|from the same|versus|year earlier|when|while|whose|where)\b|[;()]|\.\s",
        re.IGNORECASE,
    ),
    "ar": re.compile(
        r"(?<![\u0621-\u064a])[وف]?(?:وقع|وقعت|وقعها|وقعتها|الموقع|الموقعة|المبرم|المبرمة|ابرم|ابرمت|ابرمها|ابرمتها|التي|الذي|اعلن|اعلنت|اطلق|اطلقت|افتتح|افتتحت|تاسس|تاسست|تاسيسها|تاسيسه|جدد|جددت"
        r"|صادق|صادقت|اقر|اقرت|زار|زارت|التقي|ينتهي|تنتهي|انتهت|اتفاقية|اتفاقيات|مذكرة|مذكرات|عقود|بعد|عقب|مقارنة|بالمقارنة|قياسا|عن (?:ال)?(?:عام|سنة|فترة|ربع|نصف|شهر|مدة)\S*|مما كان|عن|علي الفترة|فيما|بينما|حيث|علي ان)"
        r"(?![\u0621-\u064a])|[؛()]|\.\s"
    ),
}
# What an instrument is worth, or how many are signed, holds for no stretch of time.
_INSTRUMENT: Final = re.compile(
    r"\b(?:contract|agreement|concession|deal|memorand\w+|loan|grant|bid|package|offer|mou|accord|deposit|tender|acquisition|treaty|protocol)s?\b"
    r"|(?<![\u0621-\u064a])[وف]?(?:ال)?(?:عقد|عقود|عقدا|اتفاق|اتفاقية|اتفاقيات|امتياز|صفقة|صفقات|مذكرة|مذكرات|قرض|منحة|منح|وديعة|مناقصة|بروتوكول|بروتوكولات|وثيقة|وثائق)(?![\u0621-\u064a])",
    re.IGNORECASE,
)
# Opens the sentence or clause before a date: In 2021, خلال عام 2024، وفي الربع الأول.
_OPENING: Final = re.compile(
    r"(?:[\"'(]|\s|- |• )*(?:(?:and|but|while|meanwhile|also)\b,? ?)?(?:(?:in|during|for|over|throughout|by|as of|between|from|at the end of|since|until)(?: the)? ?)?\Z"
    r"|(?:[\"'(]|\s|- |• )*[وف]?(?:في|خلال|منذ|حتي|بحلول|بنهاية|مع نهاية|من|بين|عن)?(?: (?:عام|سنة|شهر|العام))? ?\Z",
    re.IGNORECASE,
)
# Straight before the figure: عام 2016 بنحو 4.9 تريليون, in 2023 to 7.1 billion, في النصف الأول ليبلغ 16.9.
_DIRECT: Final = re.compile(
    r",? ?\(?(?:(?:to|at|reaching|and|it|they|was|were|reached|stood at|of|totalled|about|around|nearly|some|over|more than) ?){0,4}"
    r"|[،(]? ?\(?(?:(?:بنسبة|الي|نحو|حوالي|بنحو|بحوالي|قرابة|ب|ليبلغ|لتبلغ|ليصل|لتصل|بلغ|بلغت|ما يقارب|اكثر من|بقيمة|ليسجل|لتسجل|علي|عند|لتستقر|ليستقر|في حدود) ?){0,4}"
)
_FAR: Final = 75
_NEIGHBOURS: Final = 12
# "31% على الفترة نفسها", "12% on the year before": what a change is measured against.
_AGAINST: Final = frozenset({"علي", "عن", "ب", "مع", "من", "on", "from", "over"})
_LEADING: Final = 110


def _start(date: _Dated) -> int:
    return date.start


def attach_periods(
    passage: Passage, found: Sequence[Placed], dates: Sequence[tuple[DateFinding, tuple[int, int]]]
) -> None:
    """Sets the period of each figure: the date that follows it in its clause, or that opens the sentence, or that of the
    level whose change it is. Dates of single days are when something happened, no period."""
    dated = [_Dated(date, *place) for date, place in dates if _is_stretch(date.value)]
    for position, item in enumerate(found):
        if item.finding.kind == "duration" or _is_instrument(passage, item):
            continue
        first, last = (bisect_left(dated, edge, key=_start) for edge in item.near)
        here = dated[first:last]
        same = [other for other in found[max(0, position - _NEIGHBOURS) : position] if other.bounds == item.bounds]
        following = [other for other in found[position + 1 : position + 1 + _NEIGHBOURS] if other.bounds == item.bounds]
        text = passage.match.text
        if same and _is_same(text, same[-1], item):
            item.finding.period = same[-1].finding.period
            continue
        item.finding.period = (
            _following(passage, item, following, here)
            or (_of_level(text, same, item) if item.finding.trend else None)
            or _preceding(passage, item, same, here)
            or _carried(passage, item, same, here)
        )


def _is_stretch(value: str) -> bool:
    """A month or more; a single day, or the time up to one, is when something happened."""
    points = [point.rstrip("~") for point in value.split("/")]
    return all(len(point) < 10 for point in points) or (len(points) == 2 and ".." not in points)


# The same amount in another currency or as a share: (about $393.75 billion), or 15.42 percent of India's trade.
_EQUIVALENT: Final = re.compile(
    r"\s?\((?:or |about |around |some |nearly |roughly |approximately |equal to |equivalent to |نحو |حوالي |قرابة |ما يعادل |اي |يعادل )*"
    r"|, or (?:about |around |some |nearly |roughly |approximately )*|[،,]? (?:اي |او )?(?:ما يعادل|بما يعادل|اي) (?:نحو |حوالي |قرابة )?"
)


def _is_same(text: str, left: Placed, right: Placed) -> bool:
    return _EQUIVALENT.fullmatch(text, left.reading.end, right.reading.amount.start) is not None


def _is_instrument(passage: Passage, item: Placed) -> bool:
    """Whether the figure counts instruments or is what one is worth."""
    noun, measure = item.reading.noun, item.finding.measure
    if noun and _INSTRUMENT.search(passage.match.text[noun[0] : noun[1]]):
        return True
    if measure is None or item.finding.kind == "percent" or item.finding.trend:
        return False
    return _INSTRUMENT.search(_normalised(passage, measure)) is not None


def _normalised(passage: Passage, span: Span) -> str:
    return passage.match.text[passage.match.locate(span.start) : passage.match.locate(span.end)]


def _following(
    passage: Passage, item: Placed, following: Sequence[Placed], dates: Sequence[_Dated]
) -> DateFinding | None:
    """The next date, no other figure in between but the level of a change: rose by 61 percent to $46.4bn in 2022."""
    text, end = passage.match.text, item.reading.amount.end
    if following and _is_same(text, item, following[0]) and text.startswith(")", following[0].reading.end):
        end, following = following[0].reading.end + 1, following[1:]
    ahead = [date for date in dates if date.start >= end]
    if not ahead:
        return None
    date = ahead[0]
    between = [other for other in following if other.reading.amount.start < date.start]
    if between and not (len(between) == 1 and item.finding.trend and _is_level(text, item, between[0])):
        return None
    gap = text[end : date.start]
    if item.finding.trend and gap.strip() in _AGAINST:
        return None
    if len(gap) > _FAR + 30 * len(between) or _OTHER[passage.lang].search(gap):
        return None
    return date.date


_TO_LEVEL: Final = re.compile(
    r"(?:[,،]? (?:year[- ]on[- ]year|y-o-y|yoy|annually|from a year earlier|علي اساس سنوي))?[,،]? (?:to|reaching|الي|ليبلغ|لتبلغ|ليصل الي|لتصل الي)\b.{0,30}"
)


def _is_level(text: str, change: Placed, level: Placed) -> bool:
    return _TO_LEVEL.fullmatch(text[change.reading.end : level.reading.amount.start]) is not None


# With a verb of its own a change is that of another thing: بينما تراجعت الصادرات إلى باكستان بنسبة 3%.
_FINITE: Final = re.compile(
    r"\b(?:rose|fell|grew|increased|decreased|climbed|dropped|declined|jumped|surged|slipped|shrank|soared)\b"
    r"|(?<![\u0621-\u064a])[وف]?(?:ارتفعت?|تراجعت?|نما|نمت|زادت?|هبطت?|انخفضت?|تقلصت?|صعدت?|قفزت?)(?![\u0621-\u064a])"
)


def _of_level(text: str, same: Sequence[Placed], item: Placed) -> DateFinding | None:
    """The latest period of the figures before in the sentence: a growth of 18% is that of 2024, not of the year before."""
    if not same or _FINITE.search(text, same[-1].reading.end, item.reading.amount.start):
        return None
    periods = [other.finding.period for other in same if other.finding.period]
    return max(periods, key=lambda date: date.value.removeprefix("../")) if periods else None


# والمستوردات 15.6%, فيما بلغت حركة البضائع 2.1: a second clause about the same stretch of time.
_COORDINATE: Final = re.compile(
    r"[^.;؛:()]{0,40}?[،,]? (?:و(?!في |ذلك|قع|قال|اضاف|اوضح|اشار|كان)|فيما |كما |and |while |whereas )[^.;؛:()\d]{0,50}"
)


def _carried(passage: Passage, item: Placed, same: Sequence[Placed], dates: Sequence[_Dated]) -> DateFinding | None:
    """The period of the figure before it, where the clause of the second only goes on and names no time of its own."""
    last = same[-1] if same else None
    if last is None or last.finding.period is None or item.finding.kind == "count" or not _is_year(last.finding.period):
        return None
    start, end = last.reading.end, item.reading.amount.start
    gap = passage.match.text[start:end]
    if any(start <= date.start < item.reading.end + _FAR and date.date is not last.finding.period for date in dates):
        return None
    for date in dates:
        if date.date is last.finding.period and start <= date.start < end:
            gap = gap.replace(passage.match.text[date.start : date.end], "")
    other = _FINITE.search(gap) or (passage.lang == "ar" and re.search(r"\b(?:لم|لن) ", gap))
    return last.finding.period if _COORDINATE.fullmatch(gap) and not other else None


def _preceding(passage: Passage, item: Placed, same: Sequence[Placed], dates: Sequence[_Dated]) -> DateFinding | None:
    """A date straight before the figure, or one that opens the sentence or its clause."""
    text, start = passage.match.text, item.reading.amount.start
    behind = [date for date in dates if date.end <= start]
    if not behind:
        return None
    date = behind[-1]
    gap = text[date.end : start]
    taken = [other for other in same if other.finding.period is date.date and other.reading.end <= date.start]
    if _DIRECT.fullmatch(gap) and all(other.finding.trend for other in taken):
        return date.date
    if len(gap) > _LEADING or _OTHER[passage.lang].search(gap):
        return None
    opening = re.split(r"[;؛:]\s|[,،] (?=and |but |while |و)", text[item.near[0] : date.start])[-1]
    if taken:
        return None
    if _OPENING.fullmatch(opening):
        return date.date
    early = all(other.reading.amount.start > date.end for other in same)
    return date.date if early and _is_year(date.date) and not _OTHER[passage.lang].search(opening) else None


def _is_year(date: DateFinding) -> bool:
    """A year, quarter or closed stretch: what statistics are given for."""
    return ".." not in date.value and ("/" in date.value or len(date.value) <= 5)
