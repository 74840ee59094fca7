"""Agreements of an article: detection, then slots, then what is one instrument and what are several."""

from models.edtf import bounds
from pipeline.agreements.areas import announced_fields, find_areas, subject_areas
from pipeline.agreements.cast import Cast
from pipeline.agreements.consistency import attach_mismatches
from pipeline.agreements.groups import link_under, settle
from pipeline.agreements.merge import Draft, Reported
from pipeline.agreements.reading import Reading, read_passages
from pipeline.agreements.slots import dateline_place, duration, value
from pipeline.agreements.standins import with_standins
from pipeline.agreements.status import distance
from pipeline.agreements.story import Story
from pipeline.agreements.subjects import subject, title
from pipeline.agreements.terms import find_terms
from pipeline.document import Document
from pipeline.findings import AgreementFinding, DateFinding, FigureFinding, PartyFinding, PlaceFinding, Span

_HEADLINES = ("title", "heading")


def find_agreements(
    document: Document,
    dates: list[DateFinding],
    figures: list[FigureFinding],
    places: list[PlaceFinding],
    parties: list[PartyFinding],
) -> list[AgreementFinding]:
    """The instruments that the article tells of, in the order of the text, each with every slot that it fills."""
    readings = read_passages(document, dates, figures, places, parties)
    readings = with_standins(readings, parties)
    story = Story(readings, Cast(readings, parties))
    for reading in readings:
        if reading.passage.role == "title":
            story.announce(reading)
    for reading in readings:
        if reading.passage.role not in (*_HEADLINES, "caption", "dateline"):
            story.read(reading)
    for draft in story.drafts:
        _fill_slots(draft, readings)
    story.drafts = settle(story.drafts)
    for reading in readings:
        if reading.passage.role in _HEADLINES:
            known = len(story.drafts)
            story.read_headline(reading)
            for draft in story.drafts[known:]:
                _fill_slots(draft, readings)
    _add_announced_fields(story.drafts, readings)
    for draft in story.drafts:
        beside = draft.subject_at is not None and any(_same_sentence(draft, area.span) for area in draft.areas)
        if not beside:
            draft.areas = [*subject_areas(draft), *draft.areas]
        if draft.place is None:
            draft.place = _dateline_place(draft, story.drafts, document, readings)
        if draft.signed is None and draft.status in ("signed", "renewed") and draft.rule != "complement":
            draft.signed = _section_date(draft, readings)
        fields = [area.span for area in draft.areas]
        draft.terms = [
            term
            for term in find_terms(draft, story.drafts, readings)
            if not any(area.contains(term.span) for area in fields)
        ]
    link_under(story.drafts)
    attach_mismatches(story.drafts, readings)
    findings = {id(draft): _finding(draft) for draft in story.drafts}
    for draft in story.drafts:
        findings[id(draft)].under = findings.get(id(draft.under))
    return list(findings.values())


def _same_sentence(draft: Draft, span: Span) -> bool:
    sentence, reading = draft.lead.sentence, draft.lead.reading
    return reading.span(sentence.start, sentence.end).overlaps(span)


def _dateline_place(
    draft: Draft, drafts: list[Draft], document: Document, readings: list[Reading]
) -> PlaceFinding | None:
    """Where the news comes from, for an instrument that was signed in the days before it appeared."""
    if draft.signed is None or document.reference is None or draft.status not in ("signed", "renewed"):
        return None
    if draft.signed is not drafts[0].signed and draft.group is not drafts[0]:
        return None
    day = bounds(draft.signed.value)[0]
    if day is None or not 0 <= (document.reference - day).days <= 2 or len(draft.signed.value) < 10:
        return None
    return next((place for reading in readings[:5] if (place := dateline_place(reading))), None)


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


def _add_announced_fields(drafts: list[Draft], readings: list[Reading]) -> None:
    """Gives "five areas" and their list to the instrument told of before, in place of what a sentence only seemed to list."""
    for reading, areas in announced_fields(readings):
        before = [draft for draft in drafts if draft.lead.reading.order <= reading.order]
        if before and not any(area.span == known.span for area in areas for known in before[-1].areas):
            before[-1].areas = areas


def _fill_slots(draft: Draft, readings: list[Reading]) -> None:
    for report in sorted(draft.reports, key=lambda report: report.mention.reading.passage.role in _HEADLINES):
        mention = report.mention
        others = [m for m in _mentions_beside(report) if m is not mention]
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


def _mentions_beside(report: Reported) -> list:
    return report.beside


def _add_areas(draft: Draft, report: Reported, others, readings) -> None:
    mention = report.mention
    after = readings[readings.index(mention.reading) + 1 :]
    items = []
    for reading in after:
        if reading.passage.role != "list_item":
            break
        items.append(reading)
    known = {area.span for area in draft.areas}
    for area in find_areas(
        mention, others, items if mention.grammar.slots.list_opener.search(mention.reading.text[-40:]) else []
    ):
        if not any(area.span.overlaps(span) for span in known):
            draft.areas.append(area)


def _finding(draft: Draft) -> AgreementFinding:
    return AgreementFinding(
        kind=draft.kind,
        status=draft.status,
        evidence=sorted({span for report in draft.reports if (span := _evidence(report)).end > span.start}),
        rule=draft.rule,
        confidence=0.5,
        title=draft.title,
        count=draft.count,
        parties=draft.parties,
        signatories=draft.signatories,
        signed=draft.signed,
        place=draft.place,
        value=draft.value,
        duration=draft.duration,
        subject=draft.subject,
        areas=draft.areas,
        terms=draft.terms,
        notices=tuple(draft.notices),
    )


def _evidence(report: Reported) -> Span:
    """The instrument with the words that tell its status, where no other instrument stands between."""
    mention = report.mention
    start, end = mention.start, mention.end
    if mention.anaphor and not report.binding.after:
        return Span(0, 0)  # a pronoun is evidence only with its verb
    heads = [m.head for m in report.beside if m is not mention]
    before = report.binding.before
    if before and before.end <= start and distance(mention.reading, before.end, start) <= 10:
        if not any(before.start <= head < start for head in heads):
            start = before.start
    for cue in report.binding.after:
        if distance(mention.reading, end, cue.start) <= 8 and not any(end <= head < cue.end for head in heads):
            end = max(end, cue.end)
    return mention.reading.span(start, end) if start < end else Span(0, 0)
