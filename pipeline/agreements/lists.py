"""Lists of instruments: the passage that a list hangs on, its items, and the entries of a digest."""

from collections.abc import Sequence

from models.agreement import Status
from pipeline.agreements.bound import owns_next
from pipeline.agreements.events import UNREAL
from pipeline.agreements.mentions import GRAMMARS
from pipeline.agreements.merge import Draft, Reported
from pipeline.agreements.reading import Reading, within
from pipeline.agreements.status import find_cues
from pipeline.findings import DateFinding, PlaceFinding


def lead_of(reading: Reading, readings: Sequence[Reading]) -> Reading | None:
    """The passage that a list hangs on."""
    for earlier in reversed(readings[: readings.index(reading)]):
        if earlier.passage.role != "list_item":
            return earlier
    return None


def lead_date(lead: Reading) -> DateFinding | None:
    """The day that the sentence before a list names."""
    last = lead.sentences[-1]
    return next((d.item for d in lead.dates if last.start <= d.start < last.end and "/" not in d.item.value), None)


def lead_place(lead: Reading) -> PlaceFinding | None:
    """The one place where the sentence before a list says that something was held; None where it names several."""
    last, before = lead.sentences[-1], GRAMMARS[lead.passage.lang].slots.place_before
    held = [
        p.item
        for p in within(lead.places, last.start, last.end)
        if before.search(lead.text[max(last.start, p.start - 40) : p.start])
    ]
    return held[0] if len(held) == 1 else None


def lead_status(lead: Reading | None) -> Status | None:
    """What the sentence before a list says of what it lists: "Also concluded were:"."""
    if lead is None:
        return None
    last = lead.sentences[-1]
    cues = [cue for cue in find_cues(lead, []) if last.start <= cue.start < last.end]
    said = [cue for cue in cues if cue.fact.status in ("signed", "renewed", "in_force", "terminated")]
    if not said:
        return None
    return "proposed" if said[-1].planned and said[-1].fact.status == "signed" else said[-1].fact.status


def group_before(reading: Reading, lead: Reading | None, drafts: Sequence[Draft]) -> Draft | None:
    """The group that a list takes apart: the last one told of in the few passages before."""
    groups = [d for d in drafts if d.many and d.group is None and lead and d.lead_order >= lead.order - 3]
    return groups[-1] if groups else None


def block_of(reading: Reading, readings: Sequence[Reading]) -> list[Reading]:
    """The list that an item belongs to."""
    position = readings.index(reading)
    first = last = position
    while first and readings[first - 1].passage.role == "list_item":
        first -= 1
    while last + 1 < len(readings) and readings[last + 1].passage.role == "list_item":
        last += 1
    return list(readings[first : last + 1])


def entry_of(report: Reported) -> Reported | None:
    """An entry of a digest: "Arab Bank and the Fund: letter of intent, Ramallah, 1 June"."""
    mention = report.mention
    reading, colon = mention.reading, mention.reading.text.find(":", 0, mention.start)
    if reading.passage.role != "list_item" or colon < 0 or mention.definite or mention.weak:
        return None
    named = [p.item for p in reading.parties if p.end <= colon]
    kept = [item for position, item in enumerate(named) if not _owns(reading, position)] or named
    if len(mention.reading.text[colon : mention.start].split()) > 6 or not kept:
        return None
    report.bound.parties = list(dict.fromkeys(kept))
    report.binding.status = report.binding.status or "signed"
    if report.binding.status not in UNREAL:
        report.date = report.date or next((d.item for d in reading.dates if "/" not in d.item.value), None)
        report.place = report.place or next(
            (p.item for p in reading.places if p.start > mention.end and p.start - mention.end < 40), None
        )
    return report


def _owns(reading: Reading, position: int) -> bool:
    return position + 1 < len(reading.parties) and owns_next(reading, reading.parties, position)
