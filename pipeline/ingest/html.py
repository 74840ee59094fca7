"""HTML pages: main text, title, date, author and site, by trafilatura."""

import logging
import warnings

import regex

from models.record import Warning
from pipeline.errors import IngestError
from pipeline.ingest.draft import Draft
from pipeline.ingest.encoding import decode

_CHARSET = regex.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", regex.IGNORECASE)
_HEAD = 4096  # bytes in which a page names its charset (browsers look at 1024)
_MAX_TAGS = 200_000  # beyond this a page is no article, and its tree costs seconds and gigabytes
# htmldate guesses a day out of any number of the page when it may; only what the page says of itself is taken.
_DATE_OPTIONS = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}


def read_html(data: bytes) -> Draft:
    """The one article of a page: paragraphs, headings and list items ("- " before them) as lines.

    Raises IngestError where `data` are no text, or hold no main text.
    """
    charset = _CHARSET.search(data[:_HEAD])
    decoded = decode(data, declared=charset[1].decode("ascii") if charset else None)
    if not decoded.text.strip():
        raise IngestError("empty: no text" if not decoded.text else "empty: nothing but whitespace")
    if (tags := decoded.text.count("<")) > _MAX_TAGS:
        raise IngestError(f"too complex for an article: {tags} tags, the limit is {_MAX_TAGS}")
    return _main_text(decoded.text, decoded.warnings)


def fragment_text(markup: str) -> str:
    """The text of an HTML fragment, as content systems export bodies: block elements as lines, tags and scripts gone."""
    from lxml import html  # type: ignore[import-untyped]  # slow to load; most runs read no HTML

    tree = html.fromstring(f"<div>{_BLOCK.sub(_line_break, markup)}</div>")
    for element in tree.xpath(_NO_TEXT):
        element.drop_tree()
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return "\n".join(line for line in lines if line)


_NO_TEXT = "|".join(
    f".//{tag}" for tag in ("script", "style", "template", "noscript", "title", "nav", "aside", "footer", "form")
)
_BLOCK = regex.compile(
    r"[\r\n]+|</?(?:p|div|br|ul|ol|li|h[1-6]|blockquote|table|tr|section|figure|figcaption)\b[^<>]*>", regex.IGNORECASE
)


def _line_break(match: "regex.Match[str]") -> str:
    tag = match.group().lower()
    return f"\n{tag}- " if tag.startswith("<li") else " " if tag[0] in "\r\n" else f"\n{tag}"


def _main_text(page: str, notices: tuple[Warning, ...]) -> Draft:
    import trafilatura  # 0.2 s to load; most runs read no HTML
    from trafilatura.settings import Document

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        document = trafilatura.bare_extraction(
            page,
            with_metadata=True,
            favor_recall=True,
            include_comments=False,
            include_tables=True,
            deduplicate=False,
            prune_xpath=["//template", "//noscript"],
            date_extraction_params=_DATE_OPTIONS,
        )
    if not isinstance(document, Document) or not (document.text or "").strip():
        return _all_text(page, notices)
    return Draft(
        body=document.text or "",
        title=document.title,
        published=document.date,
        url=document.url,
        publisher=document.sitename,
        author=document.author,
        warnings=notices,
    )


def _all_text(page: str, notices: tuple[Warning, ...]) -> Draft:
    """What a page without a recognisable main text says outside of navigation, forms and scripts, as one article."""
    body = fragment_text(page)
    if not body:
        raise IngestError("no main text found in the page")
    return Draft(body=body, warnings=notices)
