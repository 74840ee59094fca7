"""Records as the page carries them: an index of all articles to read at once, and the records themselves in compressed
chunks that the page opens when someone looks at them."""

import base64
import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from models.record import Record
from pipeline.errors import OutputError

CHUNK = 50  # records that are opened together: small enough for a tenth of a second, large enough to compress well
_TITLE = 160  # characters of a headline that the list of articles can show
_LEFT_OUT = {"schema_version", "pipeline", "id"}

# What could end the script element, open a comment or an entity, or break a line for an old JavaScript reader;
# lone surrogates have no UTF-8.
_UNSAFE = re.compile("[<>&\u2028\u2029\x7f-\x9f\ud800-\udfff]")

Json = dict[str, Any]


def safe_json(value: object) -> str:
    """JSON that may stand inside a script element: no character of it can end the element."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", written)


def index(records: Sequence[Record]) -> Json:
    """What the list of articles, its search and its filters need; names of parties stand once and are pointed at."""
    names: dict[str, int] = {}
    return {
        "chunk": CHUNK,
        "articles": [_entry(record, names) for record in records],
        "parties": list(names),
    }


def _entry(record: Record, names: dict[str, int]) -> Json:
    title = record.title.text if record.title else next(iter((record.text or "").strip().splitlines()), "")
    entry = {
        "id": record.id,
        "print": fingerprint(record),
        "title": " ".join(title[: 2 * _TITLE].split())[:_TITLE] or record.source.path,
        "path": record.source.path,
        "lang": record.language,
        "date": record.published.date.isoformat() if record.published else None,
        "kinds": sorted({agreement.kind for agreement in record.agreements}),
        "parties": [names.setdefault(party.name, len(names)) for party in record.parties],
        "warnings": sorted({warning.code for warning in record.warnings}),
        "items": sum(len(family) for family in (record.figures, record.dates, record.places, record.parties)),
        "agreements": len(record.agreements),
    }
    return _filled(entry)


def fingerprint(record: Record) -> str:
    """12 hexadecimal digits that change with what was found: decisions on items hold for these items only."""
    return hashlib.sha256(json.dumps(compact(record)).encode()).hexdigest()[:12]


def chunks(records: Sequence[Record]) -> Iterable[str]:
    """The compact records, `CHUNK` of them together, as gzip in base64; the same bytes for the same records."""
    for first in range(0, len(records), CHUNK):
        written = json.dumps([compact(record) for record in records[first : first + CHUNK]], separators=(",", ":"))
        yield base64.b64encode(gzip.compress(written.encode(), compresslevel=9, mtime=0)).decode("ascii")


def compact(record: Record) -> Json:
    """The record without what the page can work out: quotes of spans, nulls and empty lists.

    A span that is only a span becomes [start, end]. Raises OutputError for a record written without its text.
    """
    if record.text is None:
        raise OutputError(f"record {record.id} was written with --no-text: there is no text to review")
    kept = record.model_dump(mode="json", exclude=_LEFT_OUT | {"text"})
    del kept["source"]["sha256"]
    return {"text": record.text, **_filled({name: _shortened(value) for name, value in kept.items()})}


def _shortened(value: Any) -> Any:
    if isinstance(value, list):
        return [_shortened(item) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"text", "start", "end"}:
        return [value["start"], value["end"]]
    spanned = "start" in value and "end" in value
    return _filled({name: _shortened(item) for name, item in value.items() if not (spanned and name == "text")})


def _filled(value: Json) -> Json:
    return {name: item for name, item in value.items() if item is not None and item not in ([], {})}
