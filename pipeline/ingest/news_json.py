"""JSON: schema.org NewsArticle, exports with plain title, text and date fields, lists and graphs of them."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import regex

from pipeline.errors import IngestError
from pipeline.ingest.draft import Draft
from pipeline.ingest.encoding import decode
from pipeline.ingest.html import fragment_text

# Field names in order of trust: schema.org first, then what feeds, content systems and data sets call them.
_BODY = ("articleBody", "text", "body", "content", "content_text", "content_html", "article", "maintext")
_TITLE = ("headline", "title", "name")
_PUBLISHED = (
    "datePublished",
    "date_published",
    "published",
    "publishedAt",
    "published_at",
    "publication_date",
    "publish_date",
    "date_publish",
    "pubDate",
    "date",
    "dateCreated",
)
_URL = ("url", "link", "mainEntityOfPage", "source_url")
_PUBLISHER = ("publisher", "sourceOrganization", "source", "site", "sitename")
_AUTHOR = ("author", "authors", "creator", "byline")
_LISTS = ("@graph", "articles", "items", "results", "documents", "data", "itemListElement")
_MAX_DEPTH = 8  # of lists and graphs inside one another

_Item = Draft | IngestError


def read_json(data: bytes, start: int = 0) -> Iterator[_Item]:
    """The articles of a JSON file from the `start`-th on, in their order; an item that is none comes as the error that says why.

    Raises IngestError where `data` are no JSON, or hold no article at all.
    """
    decoded = decode(data)
    if not decoded.text.strip():
        raise IngestError("empty: no text" if not decoded.text else "empty: nothing but whitespace")
    found = False
    value = parsed(decoded.text)
    names = _nodes_by_id(value)
    for index, node in enumerate(_articles(value, _MAX_DEPTH)):
        found = True
        if index < start:
            continue
        yield _draft(node, names) if not decoded.warnings else _with_warnings(_draft(node, names), decoded.warnings)
    if not found:
        raise IngestError("no article in the JSON: no object with a text (articleBody, text, body or content)")


def read_line(line: bytes) -> Draft:
    """The article of one JSONL line. Raises IngestError where the line is no JSON object with a text."""
    decoded = decode(line)
    value = parsed(decoded.text)
    if not isinstance(value, dict):
        raise IngestError(f"the line is no JSON object but {_kind(value)}")
    draft = _with_warnings(_draft(value, {}), decoded.warnings)
    if isinstance(draft, IngestError):
        raise draft
    return draft


def parsed(text: str) -> Any:
    """The JSON value of `text`. Raises IngestError where it is none, or is nested too deeply to be read."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise IngestError(f"invalid JSON: {error.msg} (line {error.lineno}, column {error.colno})") from error
    except RecursionError as error:
        raise IngestError("invalid JSON: nested too deeply") from error
    except ValueError as error:  # an integer of more than 4,300 digits
        raise IngestError(f"invalid JSON: {error}") from error


def _articles(value: Any, depth: int) -> Iterator[Any]:
    """The values that are to be articles: those of lists and graphs, else the value itself."""
    if isinstance(value, list) and depth:
        for item in value:
            yield from _articles(item, depth - 1)
        return
    if not isinstance(value, dict):
        yield value
        return
    inner = next((value[key] for key in _LISTS if isinstance(value.get(key), list)), None)
    if _field(value, _BODY) is not None or inner is None or not depth:
        yield value
        return
    for item in inner:
        if value.get("@graph") is not inner or _is_article(item):
            yield from _articles(item.get("item", item) if isinstance(item, dict) else item, depth - 1)


def _is_article(node: Any) -> bool:
    """Whether a node of a graph is an article; breadcrumbs, sites and persons stand beside it."""
    if not isinstance(node, dict):
        return False
    kinds = node.get("@type")
    named = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
    return any(str(kind).endswith(("Article", "Posting", "Report")) for kind in named) or "articleBody" in node


def _draft(node: Any, names: Mapping[str, Any]) -> _Item:
    if not isinstance(node, dict):
        return IngestError(f"no article: {_kind(node)} where an object was expected")
    body = _field(node, _BODY)
    if body is None:
        return IngestError("no text: the object has no articleBody, text, body or content")
    return Draft(
        body=_plain(body),
        title=_title(_field(node, _TITLE)),
        published=_field(node, _PUBLISHED),
        url=_field(node, _URL),
        publisher=_name(_first(node, _PUBLISHER), names),
        author=_name(_first(node, _AUTHOR), names),
    )


def _with_warnings(item: _Item, warnings: tuple[Any, ...]) -> _Item:
    if isinstance(item, IngestError) or not warnings:
        return item
    return Draft(item.body, item.title, item.published, item.url, item.publisher, item.author, warnings)


def _first(node: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
    return next((node[key] for key in keys if node.get(key)), None)


def _field(node: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    """The first of the fields that holds a text, a number or a list of paragraphs; "" where all that are there are empty."""
    texts = [text for key in keys if key in node and (text := _text(node[key])) is not None]
    return next((text for text in texts if text.strip()), texts[0] if texts else None)


def _text(value: Any) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return "\n\n".join(value)
    if isinstance(value, dict):  # {"rendered": …} of WordPress, {"@value": …} and {"@id": …} of JSON-LD
        return next((value[key] for key in ("rendered", "@value", "@id") if isinstance(value.get(key), str)), None)
    return None


def _name(value: Any, names: Mapping[str, Any]) -> str | None:
    """The name of a person or an organisation, or of several, comma between them; references into a graph are followed."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_name(item, names) for item in value if not isinstance(item, list)))) or None
    if isinstance(value, dict):
        node = value if "name" in value else names.get(str(value.get("@id")), value)
        return _text(node.get("name")) if isinstance(node, dict) else None
    return value if isinstance(value, str) else None


def _nodes_by_id(value: Any) -> dict[str, Any]:
    graph = value.get("@graph") if isinstance(value, dict) else None
    nodes = [node for node in graph if isinstance(node, dict)] if isinstance(graph, list) else []
    return {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}


_MARKUP = regex.compile(r"</(?:p|div|li|h[1-6]|br|span|strong|em|b|i|a)>|<br\s*/?>|<p>", regex.IGNORECASE)


def _plain(body: str) -> str:
    """The body as it is, but where a content system exported it as HTML ("<p>…</p>") its text."""
    return fragment_text(body) if _MARKUP.search(body) else body


def _title(value: str | None) -> str | None:
    return fragment_text(value) if value and ("</" in value or "&#" in value or "&amp;" in value) else value


_KINDS = {str: "a string", int: "a number", float: "a number", bool: "true or false", list: "a list", dict: "an object"}


def _kind(value: Any) -> str:
    return _KINDS.get(type(value), "null")
