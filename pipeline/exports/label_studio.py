"""Label Studio: tasks with our findings as predictions, and the labelling configuration. It counts UTF-16 units."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from models.record import Record
from pipeline.exports.files import arriving
from pipeline.exports.labels import AGREEMENT, ENTITIES, SLOTS, Labelled, entities, slots, text_of
from pipeline.exports.offsets import Units

_LABELS = (*ENTITIES, *SLOTS, AGREEMENT)


def write(records: Iterable[Record], folder: Path) -> None:
    """Write tasks.json, to import, and labels.xml, to paste into the project's labelling settings."""
    with arriving(folder / "labels.xml") as path:
        path.write_text(configuration(), encoding="utf-8")
    with arriving(folder / "tasks.json") as path, path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write("[")
        for nth, record in enumerate(records):
            stream.write(",\n" if nth else "\n")
            stream.write(json.dumps(task(record), ensure_ascii=False))
        stream.write("\n]\n")


def configuration() -> str:
    """The labelling interface: all labels over the text."""
    labels = "\n".join(f"    <Label value={quoteattr(label)}/>" for label in _LABELS)
    return (
        f'<View>\n  <Labels name="label" toName="text">\n{labels}\n  </Labels>\n'
        '  <Text name="text" value="$text"/>\n</View>\n'
    )


def task(record: Record) -> dict[str, Any]:
    """One article to label, with its spans and the affiliations and roles between them."""
    text, units = text_of(record), Units(record.text)
    spans = [*entities(record), *slots(record)]
    regions = [_region(nth, span, units) for nth, span in enumerate(spans)]
    first: dict[str, str] = {}
    for region, span in zip(regions, spans, strict=True):
        if span.label in ENTITIES:
            first.setdefault(span.item, region["id"])
    relations = [_relation(region["id"], first[span.item], span.label.lower() + "_of")
                 for region, span in zip(regions, spans, strict=True) if span.label in ("MEASURE", "ROLE")]  # fmt: skip
    relations += [_relation(first[party.id], first[party.affiliation], "affiliation")
                  for party in record.parties if party.affiliation]  # fmt: skip
    published = record.published.date.isoformat() if record.published else None
    data = {"text": text, "article": record.id, "path": record.source.path, "language": record.language}
    return {
        "data": {**data, "published": published},
        "predictions": [{"model_version": f"mithaq {record.pipeline.version}", "result": [*regions, *relations]}],
    }


def _region(nth: int, span: Labelled, units: Units) -> dict[str, Any]:
    value = {"start": units.at(span.start), "end": units.at(span.end), "text": span.text, "labels": [span.label]}
    return {
        "id": f"r{nth}",
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": value,
        "meta": {"item": [span.item]},
    }


def _relation(start: str, end: str, label: str) -> dict[str, Any]:
    return {"type": "relation", "from_id": start, "to_id": end, "direction": "right", "labels": [label]}
