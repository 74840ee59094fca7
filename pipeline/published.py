"""The publication date: metadata first, then a dateline, then what the user gave, else none."""

import datetime
from collections.abc import Iterable

import regex

from models.article import Article
from models.edtf import bounds
from pipeline.document import Segment
from pipeline.findings import Lang, PublicationDate

# Where a dateline ends: "ABU DHABI, 18th November, 2025 (WAM) --", "نواكشوط، 26 يناير 2026 (و.م.أ) –".
_DATELINE_END = regex.compile(r"\s[-–—]{1,2}\s|\)\s*[-–—:]|--|\n")
_REACH = 120


def publication_date(
    article: Article, segments: Iterable[Segment], default: datetime.date | None
) -> PublicationDate | None:
    """When the article appeared, and what told it; None where nothing does."""
    if article.published:
        return PublicationDate(article.published, "metadata")
    for stretch, lang in _dateline_stretches(article.text, segments):
        day = _full_day(stretch, lang)
        if day:
            return PublicationDate(day, "dateline")
    return PublicationDate(default, "option") if default else None


def _dateline_stretches(text: str, segments: Iterable[Segment]) -> Iterable[tuple[str, Lang]]:
    """The dateline segments before the body and the opening of the first paragraph."""
    for segment in segments:
        lang: Lang = "ar" if segment.lang == "ar" else "en"
        if segment.role == "dateline":
            yield text[segment.span.start : segment.span.end], lang
        elif segment.role == "paragraph":
            opening = text[segment.span.start : min(segment.span.end, segment.span.start + _REACH)]
            end = _DATELINE_END.search(opening)
            if end:
                yield opening[: end.start()], lang
            return


def _full_day(stretch: str, lang: Lang) -> datetime.date | None:
    from pipeline.dates.find import read_dates

    for date in read_dates(stretch, lang, None):
        start, end = bounds(date.value)
        if start and start == end and date.calendar == "gregorian":
            return start
    return None
