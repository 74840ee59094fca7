"""The tables of the tabular exports: every column with its type and what it holds.

A quote has five columns: `text`, `start` and `end` in code points (as in the record), `start_utf16` and `end_utf16` in
the UTF-16 units that JavaScript, Java and C# count; all ends exclusive. A slot that is a quote puts its name before them.
Every table has `article`, the id of the record; ids of items (`f1`, `p2`) are unique within an article.
"""

from dataclasses import dataclass
from typing import Literal

Type = Literal["text", "integer", "real", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `key` where it is part of the primary key."""

    name: str
    type: Type
    holds: str
    key: bool = False


def _text(name: str, holds: str) -> Column:
    return Column(name, "text", holds)


def _key(name: str, holds: str, of: Type = "text") -> Column:
    return Column(name, of, holds, key=True)


def _quote(slot: str = "", holds: str = "the quote") -> tuple[Column, ...]:
    before = f"{slot}_" if slot else ""
    return (
        Column(slot or "text", "text", holds),
        Column(f"{before}start", "integer", "first code point of it"),
        Column(f"{before}end", "integer", "code point behind it"),
        Column(f"{before}start_utf16", "integer", "first UTF-16 unit of it"),
        Column(f"{before}end_utf16", "integer", "UTF-16 unit behind it"),
    )


_ARTICLE = _key("article", "id of the record; -2, -3 … behind it where the same article came again")
_NTH = _key("nth", "place in its list, from 0", "integer")
_AGREEMENT = _key("agreement", "id of the agreement")
_RULE = _text("rule", "name of what found it")
_COUNTRY = _text("country", "ISO 3166-1 alpha-2")
_LANG = _text("lang", "BCP 47 language that it stands in")

TABLES: dict[str, tuple[Column, ...]] = {
    "articles": (
        _ARTICLE,
        _text("schema_version", "version of the record's schema"),
        _text("path", "file, relative to the input root"),
        Column("nth_in_file", "integer", "which article of that file, from 0"),
        _text("format", "text, markdown, html, json, jsonl"),
        _text("sha256", "of the file's bytes"),
        _text("url", "address"),
        _text("publisher", "publisher"),
        _text("author", "author"),
        *_quote("title", "headline"),
        _text("language", "dominant language, BCP 47"),
        Column("published", "date", "day of publication"),
        _text("published_from", "metadata, dateline, option"),
        _text("text", "the article; null where the records were written with --no-text"),
        _text("mithaq_version", "version that read it"),
    ),
    "languages": (
        _ARTICLE,
        _key("lang", "BCP 47"),
        Column("share", "real", "share of the letters"),
    ),
    "engines": (
        _ARTICLE,
        _key("lang", "BCP 47"),
        _text("engine", "NER engine and model"),
    ),
    "titles": (_ARTICLE, _NTH, *_quote(holds="headline")),
    "segments": (
        _ARTICLE,
        _NTH,
        *_quote()[1:],
        Column("lang", "text", "BCP 47, null where none was recognised"),
        _text("role", "title, dateline, heading, paragraph, list_item, caption, boilerplate"),
    ),
    "figures": (
        _ARTICLE,
        _key("id", "id of the figure"),
        *_quote(),
        _LANG,
        _text("kind", "money, percent, count, quantity, duration"),
        Column("value", "real", "value to reckon with"),
        Column("value_high", "real", "upper end of a range"),
        _text("value_exact", "value in decimal digits, as read"),
        _text("value_high_exact", "upper end in decimal digits"),
        _text("unit", "ISO 4217, %, counted noun, UCUM, or year … hour"),
        _text("modifier", "exact, approx, more_than, at_least, less_than, at_most"),
        *_quote("measure", "what it measures"),
        _text("trend", "increase, decrease"),
        _text("basis", "year_on_year, quarter_on_quarter, month_on_month"),
        _text("period", "id of the date that it holds for"),
        _RULE,
    ),
    "dates": (
        _ARTICLE,
        _key("id", "id of the date"),
        *_quote(),
        _LANG,
        _text("value", "EDTF"),
        Column("start_date", "date", "first day, null where open or unknown"),
        Column("end_date", "date", "last day, null where open or unknown"),
        _text("calendar", "gregorian, islamic"),
        Column("relative", "boolean", "resolved against the day of publication"),
        _RULE,
    ),
    "places": (_ARTICLE, _key("id", "id of the place"), _text("name", "name"), _COUNTRY, _RULE),
    "parties": (
        _ARTICLE,
        _key("id", "id of the party"),
        _text("name", "fullest mention"),
        _text("kind", "person, organization, country"),
        _COUNTRY,
        *_quote("role", "office of a person"),
        _text("affiliation", "id of the party that a person belongs to"),
        _RULE,
    ),
    "party_names": (
        _ARTICLE,
        _key("party", "id of the party"),
        _key("lang", "BCP 47"),
        _text("name", "its name in that language"),
    ),
    "mentions": (
        _ARTICLE,
        _key("item", "id of the place or party"),
        _NTH,
        _text("family", "places, parties"),
        *_quote(),
    ),
    "agreements": (
        _ARTICLE,
        _key("id", "id of the agreement"),
        _text("kind", "mou, agreement, contract, protocol, declaration, letter_of_intent, programme"),
        *_quote("title", "its title"),
        Column("instruments", "integer", "how many; null for a plural without a number"),
        _text("status", "signed, renewed, in_force, negotiating, proposed, terminated"),
        _text("signed", "id of the date of signing"),
        _text("place", "id of the place, or of the party, where it was signed"),
        _text("value", "id of the figure of its value"),
        _text("duration", "id of the figure of its duration"),
        _text("under", "id of the agreement that it stands under"),
        *_quote("subject", "what it is about"),
        Column("confidence", "real", "0 to 1"),
        _RULE,
    ),
    "agreement_parties": (
        _ARTICLE,
        _AGREEMENT,
        _key("capacity", "party: bound by it; signatory: signed it"),
        _NTH,
        _text("party", "id of the party"),
    ),
    "areas": (_ARTICLE, _AGREEMENT, _NTH, *_quote(), _text("topic", "IPTC Media Topic")),
    "terms": (
        _ARTICLE,
        _AGREEMENT,
        _NTH,
        *_quote(),
        _text("kind", "objective, obligation, deliverable, mechanism, next_step"),
        _text("actor", "id of the party that it binds"),
    ),
    "evidence": (_ARTICLE, _AGREEMENT, _NTH, *_quote()),
    "warnings": (_ARTICLE, _NTH, _text("code", "kind of warning"), _text("message", "what could not be resolved")),
    "warning_spans": (_ARTICLE, _key("warning", "`nth` of the warning", "integer"), _NTH, *_quote()),
}
