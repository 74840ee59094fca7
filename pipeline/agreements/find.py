"""Agreements of an article: detection, then what is one instrument and what are several, then slots."""

from datetime import date

from pipeline.agreements.cast import Cast
from pipeline.agreements.consistency import attach_mismatches
from pipeline.agreements.evidence import to_finding
from pipeline.agreements.filling import HEADLINES, complete, fill_slots
from pipeline.agreements.groups import link_under, settle
from pipeline.agreements.merge import Draft
from pipeline.agreements.occasions import date_by_meetings
from pipeline.agreements.reading import Reading, read_passages
from pipeline.agreements.standins import with_standins
from pipeline.agreements.story import Story
from pipeline.document import Document
from pipeline.findings import AgreementFinding, DateFinding, FigureFinding, PartyFinding, PlaceFinding


def find_agreements(
    document: Document,
    dates: list[DateFinding],
    figures: list[FigureFinding],
    places: list[PlaceFinding],
    parties: list[PartyFinding],
) -> list[AgreementFinding]:
    """The instruments that the article tells of, in the order in which they come up, each with every slot that it fills."""
    readings = with_standins(read_passages(document, dates, figures, places, parties), parties)
    drafts = _tell(readings, parties, document.reference)
    complete(drafts, document, readings)
    link_under(drafts)
    attach_mismatches(drafts, readings)
    findings = {id(draft): to_finding(draft) for draft in drafts}
    for draft in drafts:
        findings[id(draft)].under = findings.get(id(draft.under))
    return list(findings.values())


def _tell(readings: list[Reading], parties: list[PartyFinding], published: date | None) -> list[Draft]:
    """The instruments: groups that a headline announces, then the body, then captions, then what else a headline or
    heading says."""
    story = Story(readings, Cast(readings, parties))
    for reading in readings:
        if reading.passage.role == "title":
            story.announce(reading)
    for reading in readings:
        if reading.passage.role not in (*HEADLINES, "caption", "dateline"):
            story.read(reading)
    for reading in readings:
        if reading.passage.role == "caption":
            story.read_caption(reading)
    for draft in story.drafts:
        fill_slots(draft, readings)
    date_by_meetings(story.drafts, readings, published)
    story.drafts = settle(story.drafts)
    for reading in readings:
        if reading.passage.role in HEADLINES:
            known = len(story.drafts)
            story.read_headline(reading)
            for draft in story.drafts[known:]:
                fill_slots(draft, readings)
    return story.drafts
