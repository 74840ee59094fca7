"""Entry of the figures stage."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.document import Document, Passage
from pipeline.figures.amounts import Amount, find_amounts
from pipeline.figures.context import basis_of, is_named, leaf, modifier_of, sentence_of, trend_of
from pipeline.figures.measures import attach_measures
from pipeline.figures.open_currency import OpenCurrency, resolve_currencies
from pipeline.figures.periods import attach_periods
from pipeline.figures.reading import Placed, Reading
from pipeline.figures.unit import Unit
from pipeline.findings import DateFinding, FigureFinding


def find_figures(document: Document, dates: Sequence[DateFinding]) -> list[FigureFinding]:
    """The figures of an article in reading order; `dates` are what the dates stage found, which figures never repeat.

    Bare names of currencies take the country that their sentence, then the article is about; where that is open the
    unit is None and the figure carries a notice `ambiguous_currency`.
    """
    figures, open_currencies = list[FigureFinding](), list[OpenCurrency]()
    for passage in document.passages:
        found = _passage_figures(passage, [date for date in dates if passage.span.contains(date.span)])
        figures += [item.finding for item in found]
        open_currencies += [
            OpenCurrency(item.finding, item.reading.candidates, passage.match.span(*item.bounds))
            for item in found
            if item.reading.candidates
        ]
    resolve_currencies(document, figures, open_currencies)
    return figures


def _passage_figures(passage: Passage, dates: Sequence[DateFinding]) -> list[Placed]:
    text, lang, locate = passage.match.text, passage.lang, passage.match.locate
    places = [(locate(date.span.start), locate(date.span.end)) for date in dates]
    sentences = [(locate(span.start), locate(span.end)) for span in passage.sentences] or [(0, len(text))]
    readings = _readings(passage, find_amounts(text, lang, places), sentences)
    found = list[Placed]()
    for reading in readings:
        bounds = sentence_of(sentences, reading.amount.start)
        found.append(Placed(_figure(passage, reading, bounds), reading, bounds))
    attach_measures(passage, found)
    attach_periods(passage, found, list(zip(dates, places, strict=True)))
    return found


def _readings(passage: Passage, amounts: Sequence[Amount], sentences: Sequence[tuple[int, int]]) -> list[Reading]:
    """The amounts that are figures, with the noun that bare numbers count or take over from the figure before."""
    text, lang = passage.match.text, passage.lang
    readings = list[Reading]()
    for amount in amounts:
        if _is_one(text, amount) or is_named(text, lang, amount):
            continue
        if amount.unit is not None:
            if not amount.number.part or amount.unit.kind != "duration":
                readings.append(Reading(amount))
            continue
        noun = (
            leaf(lang).counted_noun(text, amount.end, amount.number.definite)
            if lang == "ar"
            else leaf(lang).counted_noun(text, amount.end)
        )
        if noun and not amount.number.glued and not amount.number.part:
            readings.append(Reading(amount, noun))
        elif taken := _taken_over(passage, amount, readings, sentences):
            readings.append(taken)
    return readings


def _is_one(text: str, amount: Amount) -> bool:
    written = text[amount.start : amount.end].lower()
    word = text[amount.number.start : amount.number.end].lower()
    if word in ("one", "واحد", "واحدة", "الواحد", "الواحدة"):
        return amount.unit is None or amount.unit.kind == "duration"
    return written in ("a", "an", "zero", "صفر")


_YEARS = range(1900, 2101)


def _taken_over(
    passage: Passage, amount: Amount, readings: Sequence[Reading], sentences: Sequence[tuple[int, int]]
) -> Reading | None:
    """2.5 مليار after "3.5 مليار دولار", "only 27" after "44 trawlers": the unit of a figure before it in the sentence."""
    if amount.number.glued or amount.number.part or amount.dual:
        return None
    if amount.number.digits and amount.scale == 1 and int(amount.value) in _YEARS:
        return None
    floor = sentence_of(sentences, amount.start)[0]
    for last in reversed(readings):
        if last.amount.start < floor or amount.start - last.end > 90:
            return None
        unit = last.amount.unit
        if unit is None:
            noun = passage.match.span(*last.noun) if last.noun else None
            return Reading(amount, None, passage.source[noun.start : noun.end] if noun else last.borrowed)
        if (unit.kind == "money" and amount.scale >= 1_000_000) or (unit.kind == "quantity" and amount.scale >= 1000):
            return Reading(replace(amount, unit=unit, value=amount.value * unit.factor))
        if unit.kind != "percent":
            return None
    return None


def _figure(passage: Passage, reading: Reading, bounds: tuple[int, int]) -> FigureFinding:
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
        modifier=modifier_of(text, lang, amount, reading.end, floor),
        trend=trend,
        basis=basis_of(text, lang, amount.end, ceiling) if trend else None,
    )


def _plain(value: Decimal) -> Decimal:
    """The value without trailing zeros or exponent."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()
