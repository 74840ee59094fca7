"""The article's lines as segments with role and language, its titles and its publication date."""

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from models.article import Article
from models.record import Role
from pipeline.detect import LANGUAGES, language_of, letters, script_of
from pipeline.document import Document, Segment
from pipeline.errors import DetectionError
from pipeline.findings import Notice, Span
from pipeline.furniture import is_byline, is_furniture, opens_block
from pipeline.published import publication_date
from pipeline.text import split_sentences, trimmed

_LINE = regex.compile(r"[^\n\r\u2028\u2029]+")
_MARKDOWN_HEADING = regex.compile(r"#{1,6}\s+")
_LIST_MARK = regex.compile(
    r"[-–—•·▪◦●■➢✓]\s*(?=\S)|\*\s+(?=\S)|[(\[]?(?:\d{1,2}|[٠-٩]{1,2}|[a-zA-Z]|[أ-ي])[.)\]-]\s*-?\s+(?=\S)|(?:\d{1,2}|[٠-٩]{1,2})\s[–-]\s(?=\p{L})"
    r"|(?:first|second|third|fourth|fifth|sixth|seventh)(?:ly)?\s*[:,]\s"
    r"|(?:أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا)ً?\s*[:،–-]\s",
    regex.IGNORECASE,
)
_BAR = regex.compile(r"\s*[|·]\s*")
_CAPTION = regex.compile(
    r"\[.{3,200}\]|(?:photo|image|picture|caption|infographic|صورة|الصورة|تعليق الصورة|إنفوجرافيك|إنفوغرافيك)\s*:.+",
    regex.IGNORECASE,
)
_SENTENCE_CLOSE = regex.compile(r"[.!?؟…:;؛]['\"”’»)\]]*$")
_STATEMENT_CLOSE = regex.compile(r"[.:;؛،]['\"”’»)\]]*$")
_LONG = 120  # code points: a line this long, or one that closes like a sentence, is running text
_KICKER_WORDS = 4
_PARAGRAPH = 2_000  # code points: the longest paragraph of the gold articles has 841
_BLOB = regex.compile(r"\S{400}")  # encoded data, not words


@dataclass(frozen=True)
class _Line:
    span: Span
    text: str
    role: Role | None = None


def read_document(
    article: Article, default_published: datetime.date | None = None, language: str | None = None
) -> Document:
    """The article with its segments, titles, languages and publication date.

    `language` overrides detection for all segments; `default_published` is taken where neither metadata nor a dateline
    say. Raises DetectionError where `language` is one that mithaq does not read.
    """
    if language is not None and language not in LANGUAGES:
        raise DetectionError(f"language {language!r} is not read; choose one of {', '.join(LANGUAGES)}")
    lines = _with_roles(_lines(article.text), article)
    segments = tuple(_segments(article.text, lines, language))
    shares = _shares(article.text, segments)
    dominant = next(iter(shares), None)
    return Document(
        article=article,
        segments=segments,
        titles=tuple(segment.span for segment in segments if segment.role == "title"),
        language=dominant,
        languages=shares,
        published=publication_date(article, segments, default_published),
        notices=tuple(_unsupported(segments)),
    )


def _lines(text: str) -> list[_Line]:
    whole = (span for match in _LINE.finditer(text) for span in _without_heading_mark(text, match.start(), match.end()))
    return [line for span in whole for piece in _sittings(text, span) for line in _without_bars(text, piece)]


def _without_heading_mark(text: str, start: int, end: int) -> Iterator[Span]:
    for span in trimmed(text, start, end):
        mark = _MARKDOWN_HEADING.match(text, *span)
        yield Span(mark.end(), span.end) if mark and mark.end() < span.end else span


def _sittings(text: str, line: Span) -> Iterator[Span]:
    """The line; a very long one (an article flattened into one line) in pieces that end with a sentence, else with a
    word, so that time grows with the text's length and no faster."""
    start = line.start
    while line.end - start > _PARAGRAPH:
        *_, last = split_sentences(text, start, start + _PARAGRAPH)
        cut = last.start if last.start > start else text.rfind(" ", start + 1, start + _PARAGRAPH)
        cut = cut if cut > start else start + _PARAGRAPH
        yield from trimmed(text, start, cut)
        start = cut
    yield from trimmed(text, start, line.end)


def _without_bars(text: str, span: Span) -> Iterator[_Line]:
    """The line; where a bar parts a dateline from page furniture ("3 تشرين الأول 2022 | 08:00"), the parts."""
    cuts = [match.span() for match in _BAR.finditer(text, *span)] if span.end - span.start < 2 * _LONG else []
    edges = [span.start, *(edge for cut in cuts for edge in cut), span.end]
    parts = [part for a, b in zip(edges[::2], edges[1::2], strict=True) for part in trimmed(text, a, b)]
    datelines = {part for part in parts if _is_dateline(text[part.start : part.end])}
    if len(parts) < 2 or not datelines:
        yield from (_Line(whole, text[whole.start : whole.end]) for whole in trimmed(text, *span))
        return
    for part in parts:
        yield _Line(part, text[part.start : part.end], "dateline" if part in datelines else "boilerplate")


def _with_roles(lines: list[_Line], article: Article) -> list[_Line]:
    """The lines with their roles: page furniture first, then the titles, then what is left by its shape."""
    running = [position for position, line in enumerate(lines) if _is_running_text(line.text)]
    first, last = (running[0], running[-1]) if running else (len(lines), -1)
    marked = [replace(line, role=_furniture_role(position, lines, first, last)) for position, line in enumerate(lines)]
    marked = _close_blocks(marked, last)
    titles = _titles(marked, first, article.title)
    return [
        replace(line, role="title")
        if position in titles
        else replace(line, role=line.role or _shape(line.text, position < first))
        for position, line in enumerate(marked)
    ]


def _is_running_text(text: str) -> bool:
    return len(text) >= _LONG and not is_furniture(text)


def _furniture_role(position: int, lines: list[_Line], first: int, last: int) -> Role | None:
    text = lines[position].text
    if lines[position].role:
        return lines[position].role
    if position < first and _is_dateline(text):
        return "dateline"
    if is_furniture(text) or _BLOB.search(text):
        return "boilerplate"
    outside = position < first or position > last
    if outside and (is_byline(text) or ("|" in text and len(text) < _LONG and not _LIST_MARK.match(text))):
        return "boilerplate"
    return "caption" if _CAPTION.fullmatch(text) else None


def _close_blocks(lines: list[_Line], last: int) -> list[_Line]:
    """After the last paragraph, all that follows the opening of a comments or most-read block is furniture."""
    opened = next((p for p, line in enumerate(lines) if p > last and opens_block(line.text)), len(lines))
    return [replace(line, role="boilerplate") if position >= opened else line for position, line in enumerate(lines)]


def _titles(lines: list[_Line], first: int, headline: str | None) -> set[int]:
    """Positions of the headline and of the one in the article's other language."""
    free = [p for p, line in enumerate(lines) if line.role is None]
    if headline is not None:
        main = next((p for p in free if lines[p].text == headline.strip()), None)
    else:
        main = _headline(lines, [p for p in free if p <= first and not _is_dateline(lines[p].text)])
    if main is None:
        return set()
    other = next((p for p in free if p != main and _is_other_headline(lines, p, main)), None)
    return {main} if other is None else {main, other}


def _headline(lines: list[_Line], candidates: list[int]) -> int | None:
    """The first line, unless it is a kicker ("FEATURE", "ثقافة") or a letterhead above a longer line."""
    for number, here in enumerate(candidates):
        text = lines[here].text
        if _LIST_MARK.match(text) or (_is_running_text(text) and _SENTENCE_CLOSE.search(text)) or text.endswith(":"):
            return None
        is_kicker = len(text.split()) <= _KICKER_WORDS or _LETTERHEAD.fullmatch(text)
        if not (
            is_kicker and any(_could_be_headline(lines[after].text) for after in candidates[number + 1 : number + 4])
        ):
            return here
    return None


def _could_be_headline(text: str) -> bool:
    return len(text.split()) > _KICKER_WORDS and len(text) < 2 * _LONG and not _STATEMENT_CLOSE.search(text)


def _is_other_headline(lines: list[_Line], position: int, main: int) -> bool:
    text = lines[position].text
    return script_of(text) != script_of(lines[main].text) and _could_be_headline(text) and not _LIST_MARK.match(text)


_LETTERHEAD = regex.compile(r"\D{3,60}\s[–>-]\s\D{3,30}")  # "SAMI Media Center > News", "المكتب الإعلامي – بيان"
_DAY_RANGE = regex.compile(r"\d\s*[-–]\s*\d{1,2}\s")
_DATELINE = regex.compile(r"(?=.*\d).{0,90}")
_MONTHLIKE = regex.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\d{1,2}[/.]\d{1,2}[/.]\d{4}"
    r"|يناير|فبراير|مارس|أبريل|إبريل|ابريل|مايو|يونيو|يوليو|أغسطس|اغسطس|سبتمبر|أكتوبر|اكتوبر|نوفمبر|ديسمبر"
    r"|كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين|جانفي|فيفري|أفريل|ماي|جوان|جويلية|أوت|غشت|شتنبر|نونبر|دجنبر"
    r"|محرم|صفر|ربيع|جمادى|رجب|شعبان|رمضان|شوال|ذو القعدة|ذي القعدة|ذو الحجة|ذي الحجة",
    regex.IGNORECASE,
)
_YEAR = regex.compile(r"\b(?:1[34]|19|20)\d\d\b|\b[١٢][٠٣٤٩][٠-٩]{2}\b")


def _is_dateline(text: str) -> bool:
    """A short line that is all place and date: "الرياض 07 ربيع الآخر 1445 هـ الموافق 22 أكتوبر 2023 م واس"."""
    if (
        _DAY_RANGE.search(text)
        or not _DATELINE.fullmatch(text)
        or not _MONTHLIKE.search(text)
        or _SENTENCE_CLOSE.search(text)
    ):
        return False
    words = regex.findall(r"\p{L}{2,}", _MONTHLIKE.sub(" ", text))
    return bool(_YEAR.search(text) or len(words) <= _KICKER_WORDS) and len(words) <= 8 and not _LIST_MARK.match(text)


def _shape(text: str, before_body: bool) -> Role:
    if before_body and _is_dateline(text):
        return "dateline"
    if _LIST_MARK.match(text):
        return "list_item"
    if len(text) < _LONG and not _SENTENCE_CLOSE.search(text) and len(text.split()) <= 14:
        return "heading"
    return "paragraph"


# A run of one script that is long enough to be a sentence of its own within a line of the other.
_RUNS = {
    "Latn": regex.compile(r"\p{Arabic}[\p{Arabic}\p{M}\p{N}\p{P}\s]{30,}\p{Arabic}[\p{P}\s]*"),
    "Arab": regex.compile(r"\p{Latin}[\p{Latin}\p{M}\p{N}\p{P}\s]{60,}\p{Latin}[\p{P}\s]*"),
}


def _segments(text: str, lines: list[_Line], language: str | None) -> Iterator[Segment]:
    """The segments in order; a line in two scripts is cut where a long run of the other begins and ends."""
    pieces = [(span, line.role or "paragraph") for line in lines for span in _by_script(text, line.span)]
    usual = _usual_language(text, pieces)
    main = usual[script_of(text) or ""]
    for span, role in pieces:
        yield Segment(span, role, language or _language(text[span.start : span.end], usual, main))


def _by_script(text: str, span: Span) -> Iterator[Span]:
    script = script_of(text[span.start : span.end])
    at = span.start
    for run in _RUNS[script].finditer(text, span.start, span.end) if script in _RUNS else ():
        yield from trimmed(text, at, run.start())
        yield from trimmed(text, run.start(), run.end())
        at = run.end()
    yield from trimmed(text, at, span.end)


def _usual_language(text: str, pieces: list[tuple[Span, Role]]) -> dict[str, str | None]:
    """The language that each script is in over the whole article, for lines too short to tell."""
    usual: dict[str, str | None] = {}
    for script, default in (("Latn", "en"), ("Arab", "ar"), ("", None)):
        parts = [
            text[s.start : s.end]
            for s, role in pieces
            if role != "boilerplate" and script_of(text[s.start : s.end]) == script
        ]
        joined = "\n".join(sorted(parts, key=len, reverse=True)[:6])
        found = language_of(joined) if joined else None
        usual[script] = found or default
    return usual


def _language(text: str, usual: dict[str, str | None], main: str | None) -> str | None:
    """The language of a segment; figures and dates without a letter are in that of the article."""
    script = script_of(text)
    if script is None:
        return main
    if len(text) < _LONG and script in usual:
        return usual[script]
    return language_of(text) or usual.get(script)


def _shares(text: str, segments: tuple[Segment, ...]) -> dict[str, float]:
    """Share of letters per language, largest first; page furniture counts only where there is nothing else."""
    counts: Counter[str] = Counter()
    body = [s for s in segments if s.role != "boilerplate" and s.lang] or [s for s in segments if s.lang]
    for segment in body:
        counts[segment.lang or ""] += sum(letters(text[segment.span.start : segment.span.end]).values())
    total = sum(counts.values())
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return {lang: round(number / total, 4) for lang, number in ordered if number}


def _unsupported(segments: tuple[Segment, ...]) -> Iterator[Notice]:
    """One warning per language that stands in the text and is not read."""
    languages = dict.fromkeys(
        s.lang for s in segments if s.lang and s.lang not in LANGUAGES and s.role != "boilerplate"
    )
    for lang in languages:
        spans = tuple(s.span for s in segments if s.lang == lang and s.role != "boilerplate")
        yield Notice(
            "unsupported_language", f"text in {lang!r} is not read; mithaq reads {' and '.join(LANGUAGES)}", spans
        )
