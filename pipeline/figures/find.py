"""Entry of the figures stage."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.document import Document, Passage
from pipeline.figures import arabic, english
from pipeline.figures.amount import Amount
from pipeline.figures.amounts import find_amounts
from pipeline.figures.context import basis_of, is_named, modifier_of, reach, sentence_of, trend_of
from pipeline.figures.measures import attach_measures
from pipeline.figures.open_currency import OpenCurrency, resolve_currencies
from pipeline.figures.periods import attach_periods
from pipeline.figures.reading import Placed, Reading
from pipeline.figures.trends import share_trends
from pipeline.figures.unit import Unit
from pipeline.figures.unit_tables import AMBIGUOUS_TIME_AR
from pipeline.figures.units import unit_names
from pipeline.findings import DateFinding, FigureFinding, Lang


def find_figures(document: Document, dates: Sequence[DateFinding]) -> list[FigureFinding]:
    """The figures of an article in reading order; `dates` are what the dates stage found, which figures never repeat.

    Bare names of currencies take the country that their sentence, then the article is about; where that is open the
    unit is None and the figure carries a notice `ambiguous_currency`.
    """
    figures, open_currencies = list[FigureFinding](), list[OpenCurrency]()
    dates = sorted(dates, key=_position)
    for passage in document.passages:
        first, last = (bisect_left(dates, edge, key=_position) for edge in passage.span)
        found = _passage_figures(passage, dates[first:last])
        figures += [item.finding for item in found]
        open_currencies += [
            OpenCurrency(item.finding, item.reading.candidates, passage.match.span(*item.bounds))
            for item in found
            if item.reading.candidates
        ]
    resolve_currencies(document, figures, open_currencies)
    return figures


def _position(date: DateFinding) -> int:
    return date.span.start


def _passage_figures(passage: Passage, dates: Sequence[DateFinding]) -> list[Placed]:
    text, lang, locate = passage.match.text, passage.lang, passage.match.locate
    places = [(locate(date.span.start), locate(date.span.end)) for date in dates]
    sentences = [(locate(span.start), locate(span.end)) for span in passage.sentences] or [(0, len(text))]
    readings = _readings(passage, find_amounts(text, lang, places), sentences)
    found = list[Placed]()
    for reading in readings:
        bounds = sentence_of(sentences, reading.amount.start)
        near = reach(bounds, reading.amount.start, reading.end)
        finding = _figure(passage, reading, near, found[-1].reading.end if found else 0)
        found.append(Placed(finding, reading, bounds, near))
    share_trends(text, found)
    attach_measures(passage, found)
    attach_periods(passage, found, list(zip(dates, places, strict=True)))
    return found


def _readings(passage: Passage, amounts: Sequence[Amount], sentences: Sequence[tuple[int, int]]) -> list[Reading]:
    """The amounts that are figures, with the noun that bare numbers count or take over from the figure before."""
    text, lang = passage.match.text, passage.lang
    readings = list[Reading]()
    for position, amount in enumerate(amounts):
        if _is_one(text, amount) or is_named(text, lang, amount):
            continue
        if amount.number.glued and amount.unit is None:
            continue
        if amount.unit is not None:
            readings.append(Reading(amount))
        elif ahead := _noun_ahead(passage, amounts, position):
            readings.append(Reading(amount, None, ahead))
        elif not amount.number.part and (noun := _noun(text, lang, amount, sentences)):
            readings.append(_stretch(text, lang, amount, noun) or _points(text, Reading(amount, noun), readings))
        elif taken := _taken_over(passage, amount, readings, sentences):
            readings.append(taken)
    return readings


_OUT_OF = re.compile(r" (?:out )?of (?:the |its |their |all )?| من (?:اصل |بين |مجموع )?(?:ال)?")


def _noun_ahead(passage: Passage, amounts: Sequence[Amount], position: int) -> str | None:
    """The noun of the number that this one changes to, or is part of: "from 120 to 200 engineers", "12 of the 15 ministers"."""
    if position + 1 == len(amounts):
        return None
    text, end = passage.match.text, amounts[position + 1].end
    if not amounts[position].inherited and not _OUT_OF.fullmatch(
        text, amounts[position].end, amounts[position + 1].start
    ):
        return None
    place = arabic.counted_noun(text, end) if passage.lang == "ar" else english.counted_noun(text, end)
    span = passage.match.span(*place) if place else None
    return passage.source[span.start : span.end] if span else None


def _stretch(text: str, lang: Lang, amount: Amount, noun: tuple[int, int]) -> Reading | None:
    """السنوات الخمس المقبلة: a definite noun of time before its number makes a duration."""
    if lang != "ar" or noun[1] > amount.start:
        return None
    word = text[noun[0] + 2 : noun[1]]
    unit = unit_names("ar").get(word)
    if unit is None or unit.kind != "duration" or (word in AMBIGUOUS_TIME_AR and not _PAST.match(text, amount.end)):
        return None
    return Reading(replace(amount, start=noun[0], unit=unit, value=amount.value * unit.factor))


_NAME_BEFORE = re.compile(r"(?:[A-Z][\w-]+|\b(?:in|from|since|by|until|before|after|of|to|during|early|late|mid)) \Z")
_PAST = re.compile(r" (?:الماضية|الاخيرة|المقبلة|القادمة|السابقة)")
_POINTS = re.compile(r"(?:نقطة|نقاط|points?)(?![\w])")


def _points(text: str, reading: Reading, readings: Sequence[Reading]) -> Reading:
    """0,7 نقطة after a share in percent is percentage points; an index has points of its own."""
    shares = any(other.amount.unit and other.amount.unit.kind == "percent" for other in readings[-4:])
    broken = reading.amount.value != reading.amount.value.to_integral_value()
    if reading.noun is None or not (shares or broken) or not _POINTS.match(text, reading.noun[0]):
        return reading
    end = text.find(" ", reading.noun[0])
    return Reading(replace(reading.amount, unit=Unit("percent", "%"), end=end if end > 0 else reading.noun[1]))


def _noun(text: str, lang: Lang, amount: Amount, sentences: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The noun that a bare number counts: after it, before it (المجالات الخمسة), or in "the number of flights … to 21"."""
    definite = amount.number.definite
    if definite and lang == "ar" and (before := arabic.noun_before(text, amount.start)):
        return before
    counted = (
        arabic.counted_noun(text, amount.end, definite) if lang == "ar" else english.counted_noun(text, amount.end)
    )
    if _is_year(amount):  # "2016 Year of Egypt and China" counts nothing
        named = _NAME_BEFORE.search(text[max(0, amount.start - 24) : amount.start])  # Directive 2000 provides
        return counted if counted and not named and not text[counted[0]].isupper() else None
    floor = reach(sentence_of(sentences, amount.start), amount.start, amount.end)[0]
    number_of = arabic.number_of if lang == "ar" else english.number_of
    return counted or number_of(text, floor, amount.start)


def _is_year(amount: Amount) -> bool:
    return amount.number.digits and amount.scale == 1 and amount.value in _YEARS


def _is_one(text: str, amount: Amount) -> bool:
    written = text[amount.start : amount.end].lower()
    word = text[amount.number.start : amount.number.end].lower()
    if word in ("one", "واحد", "واحدة", "واحدا", "الواحد", "الواحدة"):
        return amount.unit is None or amount.unit.kind == "duration"
    return written in ("a", "an", "zero", "صفر")


_CUED = re.compile(
    r"(?:\b(?:to|from|against|than|and|or|versus|only|just|with|another|of which|including|at|nearly|about|some|were|was)"
    r"|(?:الي|من|مقابل|منها|منهم|بينهم|بينها|عند|و|نحو|حوالي|بلغ|بلغت)) ?(?:more than |over |about |nearly |some )?\Z",
    re.IGNORECASE,
)
# Nothing that it could count follows.
_FREE = re.compile(
    r"\s*(?:[.,;:)؛،\"-]|$)| (?:in|on|at|for|from|to|of|by|last|this|that|respectively|more|had|has|have|were|was|are|is|the|and|or|since|during|as|while"
    r"|but|per|a|over|under|with|than|now|then|so|when|where|who|which|over|across|before|after|until|up|out|between|[a-z]+ed|[a-z]+ly)\b"
    r"| (?:في|من|علي|الي|عن|مع|بين|خلال|عام|سنة|سنويا|و\w*|ل\w+|ب\w+|ال\w+|كما|منذ|حتي|فقط|قبل|بعد|\w+ت|\w+وا|\w+ها)(?!\w)"
)
_OF_THEM = re.compile(r" (?:of them|of these|of those|منهم|منها|من هذه|من هؤلاء)\b")
_YEARS = range(1900, 2101)
_COMPARED = re.compile(r"(?:\b(?:to|from|against|than|and|or|versus)|(?:الي|من|مقابل|منها|عند|و)) ?(?:\w+ ){0,2}\Z")


def _taken_over(
    passage: Passage, amount: Amount, readings: Sequence[Reading], sentences: Sequence[tuple[int, int]]
) -> Reading | None:
    """2.5 مليار after "3.5 مليار دولار", "only 27" after "44 trawlers": the unit of a figure before it in the sentence."""
    if amount.number.glued or amount.number.part or amount.dual or _is_year(amount):
        return None
    floor = max(sentence_of(sentences, amount.start)[0], amount.start - _NEAR)
    for last in reversed(readings):
        if last.amount.start < floor:
            break
        if last.amount.unit is None:
            return _same_noun(passage, amount, last)
        if _is_alike(passage.match.text, amount, last, last.amount.unit):
            unit = last.amount.unit
            return Reading(replace(amount, unit=unit, value=amount.value * unit.factor))
        if last.amount.unit.kind != "percent":
            break
    return None


def _same_noun(passage: Passage, amount: Amount, last: Reading) -> Reading | None:
    """A count of what the figure before it counts, where a word of comparison stands before it."""
    text = passage.match.text
    if not _FREE.match(text, amount.end):
        return None
    if not _CUED.search(text[max(0, amount.start - 24) : amount.start]) and not _OF_THEM.match(text, amount.end):
        return None
    noun = passage.match.span(*last.noun) if last.noun else None
    return Reading(amount, None, passage.source[noun.start : noun.end] if noun else last.borrowed)


def _is_alike(text: str, amount: Amount, last: Reading, unit: Unit) -> bool:
    """Whether a bare number with a magnitude may be money or a quantity as the figure before it is."""
    if unit.kind == "money":
        return amount.scale >= 1_000_000
    near = unit.kind == "quantity" and amount.scale >= 1000 and amount.start - last.end < 60
    return near and _COMPARED.search(text[max(0, amount.start - 24) : amount.start]) is not None


_NEAR = 130


def _figure(passage: Passage, reading: Reading, bounds: tuple[int, int], previous: int) -> FigureFinding:
    text, lang, amount = passage.match.text, passage.lang, reading.amount
    floor, ceiling = bounds
    unit = amount.unit or Unit("count", reading.borrowed)
    code = unit.code
    if reading.noun:
        noun = passage.match.span(*reading.noun)
        code = passage.source[noun.start : noun.end]
    trend = trend_of(text, lang, amount, reading.end, floor)
    return FigureFinding(
        span=passage.match.span(amount.start, amount.end),
        lang=lang,
        kind=unit.kind,
        value=_plain(amount.value),
        value_high=None if amount.value_high is None else _plain(amount.value_high),
        unit=code,
        rule=f"figures.{unit.kind}",
        modifier=modifier_of(text, lang, amount, reading.end, max(floor, previous)),
        trend=trend,
        basis=basis_of(text, lang, amount.end, ceiling) if trend else None,
    )


def _plain(value: Decimal) -> Decimal:
    """The value without trailing zeros or exponent."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()
