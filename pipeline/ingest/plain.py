"""Plain text and Markdown: the decoded file, unaltered."""

import regex

from pipeline.ingest.draft import Draft
from pipeline.ingest.encoding import decode

# The metadata block that site generators put before a Markdown text: lines "key: value" between two lines of dashes.
_FRONT_MATTER = regex.compile(r"\s*---[ \t]*\r?\n((?:[^\n]*\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_FIELD = regex.compile(r"^([A-Za-z_]+)[ \t]*:[ \t]*(.*?)[ \t\r]*$", regex.MULTILINE)
_SLOTS = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "author": "author",
    "url": "url",
    "link": "url",
    "source": "publisher",
    "publisher": "publisher",
}


def read_text(data: bytes) -> Draft:
    """The one article of a text file. Raises IngestError where `data` are no text."""
    decoded = decode(data)
    return Draft(body=decoded.text, warnings=decoded.warnings)


def read_markdown(data: bytes) -> Draft:
    """The one article of a Markdown file; a block of metadata before it is read as such and is no part of the text."""
    decoded = decode(data)
    block = _FRONT_MATTER.match(decoded.text)
    fields = {slot: value.strip("\"'") for slot, value in _fields(block[1])} if block else {}
    if not block or not fields:
        return Draft(body=decoded.text, warnings=decoded.warnings)
    return Draft(
        body=decoded.text[block.end() :].lstrip("\r\n"),
        title=fields.get("title"),
        published=fields.get("published"),
        url=fields.get("url"),
        publisher=fields.get("publisher"),
        author=fields.get("author"),
        warnings=decoded.warnings,
    )


def _fields(block: str) -> list[tuple[str, str]]:
    return [(_SLOTS[key.lower()], value) for key, value in _FIELD.findall(block) if key.lower() in _SLOTS]
