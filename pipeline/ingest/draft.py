"""What a format module reads out of a file, and how it becomes an article."""

import datetime
import email.utils
from dataclasses import dataclass

import regex

from models.article import Article
from models.record import Format, Source, Warning
from pipeline.errors import IngestError
from pipeline.ingest.content import Limits


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its format tells it: `body` without the headline or with it; `published` as written there."""

    body: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    warnings: tuple[Warning, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that articles come from: its name below the input root, its format, the SHA-256 of its bytes."""

    path: str
    format: Format
    sha256: str


def to_article(draft: Draft, origin: Origin, index: int, limits: Limits) -> Article:
    """The article of a draft, headline and a blank line before the body where the body does not begin with it.

    Raises IngestError where there is no text, or more than `limits.max_characters`.
    """
    _check_text(draft.body, limits)
    body, warnings = _without_surrogates(draft.body, draft.warnings)
    headline = _clean(draft.title)
    title, text = _with_headline(headline, body) if headline else (None, body)
    published = publication_date(draft.published)
    if draft.published and draft.published.strip() and published is None:
        message = f"the publication date {draft.published[:60]!r} is not understood"
        warnings = (*warnings, Warning(code="unresolved_date", message=message))
    source = Source(
        path=origin.path,
        index=index,
        format=origin.format,
        sha256=origin.sha256,
        url=_clean(draft.url),
        publisher=_clean(draft.publisher),
        author=_clean(draft.author),
    )
    return Article(source=source, text=text, title=title, published=published, warnings=warnings)


def _check_text(body: str, limits: Limits) -> None:
    if not body:
        raise IngestError("empty: no text")
    if body.isspace():
        raise IngestError("empty: nothing but whitespace")
    if not any(character.isalnum() for character in body):
        raise IngestError("no text: neither letters nor digits")
    if len(body) > limits.max_characters:
        raise IngestError(f"too long for an article: {len(body)} characters, the limit is {limits.max_characters}")


_SURROGATE = regex.compile(r"[\ud800-\udfff]")


def _without_surrogates(body: str, warnings: tuple[Warning, ...]) -> tuple[str, tuple[Warning, ...]]:
    """The text with half surrogate pairs (JSON may carry "\\ud83d" alone) replaced one for one, and a warning of it."""
    text, count = _SURROGATE.subn("\ufffd", body)
    if not count:
        return body, warnings
    message = f"{count} halves of surrogate pairs are no characters and were replaced"
    return text, (*warnings, Warning(code="undecodable_bytes", message=message))


def _clean(value: str | None) -> str | None:
    """Metadata on one line, without half surrogates; None where nothing is left."""
    return " ".join(_SURROGATE.sub("\ufffd", value).split()) or None if value else None


def _with_headline(headline: str, body: str) -> tuple[str, str]:
    """The headline as it stands in the text, and the text; spaces and line breaks may differ at the body's head."""
    pattern = r"\s*+(?:#+ *)?(" + r"\s++".join(regex.escape(word) for word in headline.split()) + ")"
    match = regex.match(pattern, body, flags=regex.IGNORECASE)
    if match:
        return match[1], body
    return headline, f"{headline}\n\n{body.lstrip()}"


_YEAR_FIRST = regex.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = regex.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:T\d+Z?)?\s*")
_DAY_FIRST = regex.compile(r"\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_EPOCH = regex.compile(r"\s*(\d{9,10})(\d{3})?(?:\.\d+)?\s*")


def publication_date(written: str | None) -> datetime.date | None:
    """The day that metadata name: ISO 8601, RFC 2822, DD/MM/YYYY, YYYYMMDD, or seconds or milliseconds since 1970.

    None where nothing is named or where it is not understood. 03/04/2025 may be March or April: not understood.
    """
    ascii_digits = "".join(str(int(c)) if c.isdecimal() else c for c in written or "")
    try:
        if match := _YEAR_FIRST.match(ascii_digits) or _COMPACT.fullmatch(ascii_digits):
            return datetime.date(*map(int, match.groups()))
        if match := _DAY_FIRST.match(ascii_digits):
            return _day_first(*map(int, match.groups()))
        if match := _EPOCH.fullmatch(ascii_digits):
            return datetime.datetime.fromtimestamp(int(match[1]), datetime.UTC).date()
        return email.utils.parsedate_to_datetime(ascii_digits).date() if ascii_digits.strip() else None
    except (ValueError, IndexError, OverflowError):
        return None


def _day_first(first: int, second: int, year: int) -> datetime.date | None:
    if first == second or second > 12 >= first:
        return datetime.date(year, first, second)
    if first > 12:
        return datetime.date(year, second, first)
    return None
