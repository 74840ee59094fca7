"""A bare dinar, riyal, pound or dirham: the country of the sentence, then of the article, tells which."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.countries import find_countries
from pipeline.document import Document
from pipeline.figures.currencies import currency_of
from pipeline.findings import FigureFinding, Notice, Span


class OpenCurrency(NamedTuple):
    """A figure whose currency is still open, its candidates (ISO 4217) and the sentence it stands in."""

    figure: FigureFinding
    candidates: tuple[str, ...]
    sentence: Span


class _Mention(NamedTuple):
    span: Span
    currency: str


def resolve_currencies(
    document: Document, figures: Sequence[FigureFinding], open_currencies: Sequence[OpenCurrency]
) -> None:
    """Sets the unit of each open figure from the one fitting currency that the article spells out, else from the country
    that the article is plainly about, else from the nearest fitting country of its sentence, else from the country that
    the article names most. Where none does, the unit stays None and a notice lists the candidates."""
    if not open_currencies:
        return
    mentions = _mentions(document)
    spelled = {figure.unit for figure in figures if figure.kind == "money" and figure.unit}
    for item in open_currencies:
        currency = (
            _spelled(item, spelled)
            or _of_article(item, mentions, share=0.6)
            or _of_sentence(item, mentions)
            or _of_article(item, mentions, share=1 / 2)
        )
        item.figure.unit = currency
        if currency is None:
            message = f"currency left open: {', '.join(item.candidates)}"
            item.figure.notices = (*item.figure.notices, Notice("ambiguous_currency", message, (item.figure.span,)))


def _mentions(document: Document) -> list[_Mention]:
    return [
        _Mention(passage.match.span(country.start, country.end), currency)
        for passage in document.passages
        for country in find_countries(passage.match.text, passage.lang)
        if (currency := currency_of(country.code))
    ]


def _of_sentence(item: OpenCurrency, mentions: Sequence[_Mention]) -> str | None:
    near = [m for m in mentions if m.currency in item.candidates and item.sentence.contains(m.span)]
    at = item.figure.span.start
    return min(near, key=lambda m: (abs(m.span.start - at), m.span.start)).currency if near else None


def _spelled(item: OpenCurrency, spelled: set[str]) -> str | None:
    """The one candidate that the article spells out elsewhere (1.28 مليار دينار كويتي)."""
    written = [candidate for candidate in item.candidates if candidate in spelled]
    return written[0] if len(written) == 1 else None


def _of_article(item: OpenCurrency, mentions: Sequence[_Mention], share: float) -> str | None:
    """The currency of the country that has at least `share` of the mentions of all that fit, and three where it must outdo
    the sentence: trade with Iraq in an article about Jordan is counted in Jordan's dinars."""
    counts = Counter(m.currency for m in mentions if m.currency in item.candidates)
    if not counts:
        return None
    currency, count = counts.most_common(1)[0]
    enough = count >= (3 if share > 0.5 else 1) and count >= share * counts.total()
    tied = list(counts.values()).count(count) > 1
    return currency if enough and not tied else None
