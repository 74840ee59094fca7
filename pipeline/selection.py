"""The part of a record that a user wants: some families of it, agreements from some confidence on."""

from collections.abc import Collection
from typing import Any

from models.record import Record

FAMILIES = ("segments", "figures", "dates", "places", "parties", "agreements", "warnings")
# Which family each slot of an item refers to.
_SLOTS: dict[str, dict[str, tuple[str, ...]]] = {
    "figures": {"period": ("dates",)},
    "parties": {"affiliation": ("parties",)},
    "agreements": {
        "signed": ("dates",), "value": ("figures",), "duration": ("figures",), "under": ("agreements",),
        "place": ("places", "parties"), "parties": ("parties",), "signatories": ("parties",),
    },
    "terms": {"actor": ("parties",)},
}  # fmt: skip


def select(record: Record, keep: Collection[str] | None, min_confidence: float) -> Record:
    """The record with the families of `keep` (all where it is None), without agreements below `min_confidence`; references
    to what is left out become null."""
    if keep is None and not any(agreement.confidence < min_confidence for agreement in record.agreements):
        return record
    data = record.model_dump(mode="json")
    for family in FAMILIES:
        if keep is not None and family not in keep:
            data[family] = []
    data["agreements"] = [each for each in data["agreements"] if each["confidence"] >= min_confidence]
    ids = {
        family: {item["id"] for item in data[family]}
        for family in ("figures", "dates", "places", "parties", "agreements")
    }
    terms = [term for agreement in data["agreements"] for term in agreement["terms"]]
    for family, slots in _SLOTS.items():
        for item in terms if family == "terms" else data[family]:
            _drop_references(item, slots, ids)
    return Record.model_validate(data)


def _drop_references(item: dict[str, Any], slots: dict[str, tuple[str, ...]], ids: dict[str, set[str]]) -> None:
    for slot, families in slots.items():
        value = item[slot]
        known = set[str]().union(*(ids[family] for family in families))
        if isinstance(value, list):
            item[slot] = [each for each in value if each in known]
        elif value not in known:
            item[slot] = None
