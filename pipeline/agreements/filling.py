"""Fills the slots of the instruments once it is known which mentions belong to which."""

from collections.abc import Sequence

from models.edtf import bounds
from pipeline.agreements.areas import announced_fields, find_areas, subject_areas
from pipeline.agreements.mentions import Mention
from pipeline.agreements.merge import Draft, Reported
from pipeline.agreements.reading import Reading
from pipeline.agreements.slots import dateline_place, duration, value
from pipeline.agreements.subjects import subject, title
from pipeline.agreements.terms import find_terms
from pipeline.document import Document
from pipeline.findings import DateFinding, PlaceFinding, Span

HEADLINES = ("title", "heading")


def complete(drafts: list[Draft], document: Document, readings: list[Reading]) -> None:
    """What only the whole article tells: listed fields, the place of a dateline, the day of a section, terms."""
    add_announced_fields(drafts, readings)
    for draft in drafts:
        beside = draft.subject_at is not None and any(_same_sentence(draft, area.span) for area in draft.areas)
        if not beside:
            draft.areas = [*subject_areas(draft), *draft.areas]
        if draft.place is None:
            draft.place = _dateline_place(draft, drafts, document, readings)
        if draft.signed is None and draft.status in ("signed", "renewed") and draft.rule != "complement":
            draft.signed = _section_date(draft, readings)
        fields = [area.span for area in draft.areas]
        found = find_terms(draft, drafts, readings)
        draft.terms = [term for term in found if not any(area.contains(term.span) for area in fields)]


def _same_sentence(draft: Draft, span: Span) -> bool:
    sentence, reading = draft.lead.sentence, draft.lead.reading
    return reading.span(sentence.start, sentence.end).overlaps(span)


def _dateline_place(
    draft: Draft, drafts: list[Draft], document: Document, readings: list[Reading]
) -> PlaceFinding | None:
    """Where the news comes from, for an instrument that was signed in the days before it appeared."""
    if draft.signed is None and draft.status == "signed" and draft.rule != "complement" and _opens(draft, readings):
        return next((place for reading in readings[:5] if (place := dateline_place(reading))), None)
    if draft.signed is None or document.reference is None or draft.status not in ("signed", "renewed"):
        return None
    if draft.signed is not drafts[0].signed and draft.group is not drafts[0]:
        return None
    day = bounds(draft.signed.value)[0]
    if day is None or not 0 <= (document.reference - day).days <= 2 or len(draft.signed.value) < 10:
        return None
    return next((place for reading in readings[:5] if (place := dateline_place(reading))), None)


def _opens(draft: Draft, readings: list[Reading]) -> bool:
    """Whether the news opens with the instrument, or with the group that it belongs to."""
    lead = (draft.group or draft).lead.reading
    body = [reading for reading in readings if reading.passage.role not in (*HEADLINES, "dateline", "caption")]
    return lead in body[:1]


def _section_date(draft: Draft, readings: list[Reading]) -> DateFinding | None:
    """The day that heads a section of a diary or digest: "Sunday 20 July - Jordan and Iraq"."""
    if draft.lead.reading.dates and draft.lead.reading.passage.role != "list_item":
        inside = draft.lead.sentence
        if any(inside.start <= date.start < inside.end for date in draft.lead.reading.dates):
            return None
    position = readings.index(draft.lead.reading)
    for reading in reversed(readings[max(0, position - 4) : position]):
        if len(reading.text) <= 70 and len(reading.dates) == 1 and reading.dates[0].start < 12 and reading.order > 0:
            value = reading.dates[0].item.value
            return reading.dates[0].item if len(value) == 10 and len(reading.text) - reading.dates[0].end > 3 else None
    return None


def add_announced_fields(drafts: list[Draft], readings: list[Reading]) -> None:
    """Gives "five areas" and their list to the instrument told of before, in place of what a sentence only seemed to list."""
    for reading, areas in announced_fields(readings):
        here = [draft for draft in drafts if any(report.mention.reading is reading for report in draft.reports)]
        before = here or [draft for draft in drafts if draft.lead.reading.order <= reading.order]
        if before and not any(area.span == known.span for area in areas for known in before[-1].areas):
            last = reading.sentences[-1]
            opener = reading.span(last.start, last.end)
            counted = any(figure.start >= last.start for figure in reading.figures)
            told = [] if counted else [area for area in before[-1].areas if not opener.overlaps(area.span)]
            before[-1].areas = [*told, *areas]


def fill_slots(draft: Draft, readings: list[Reading]) -> None:
    """What the mentions of an instrument tell: value, duration, subject, title, fields; headlines come last."""
    for report in sorted(draft.reports, key=lambda report: report.mention.reading.passage.role in HEADLINES):
        mention = report.mention
        others = [m for m in report.beside if m is not mention]
        if draft.value is None:
            draft.value = value(mention, others)
        if draft.duration is None:
            draft.duration = duration(mention, report.binding, others)
        if draft.subject is None and (report is draft.reports[0] or not mention.definite):
            found = subject(mention, others)
            if found:
                draft.subject = mention.reading.span(*found)
                draft.subject_text = mention.reading.text[found[0] : found[1]]
                draft.subject_at = (mention.reading, *found)
        if draft.title is None:
            draft.title = title(mention)
        _add_areas(draft, report, others, readings)


def _add_areas(draft: Draft, report: Reported, others: Sequence[Mention], readings: list[Reading]) -> None:
    mention = report.mention
    after = readings[readings.index(mention.reading) + 1 :]
    items = []
    for reading in after:
        if reading.passage.role != "list_item":
            break
        items.append(reading)
    if any(item.lead.reading in items for item in draft.items):
        items = []  # the list names instruments, not fields
    known = {area.span for area in draft.areas}
    for area in find_areas(
        mention, others, items if mention.grammar.slots.list_opener.search(mention.reading.text[-40:]) else []
    ):
        if not any(area.span.overlaps(span) for span in known):
            draft.areas.append(area)
