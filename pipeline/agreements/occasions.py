"""The day and place of the meeting that a signing belongs to, where its own sentence tells neither."""

from collections.abc import Sequence
from datetime import date

from models.edtf import bounds
from pipeline.agreements.mentions import Mention
from pipeline.agreements.merge import Draft
from pipeline.agreements.reading import Reading, Sentence, within
from pipeline.agreements.slots import days_of
from pipeline.findings import DateFinding, PlaceFinding

_PASSAGES, _DAYS = 3, 10  # how far back the meeting may be told of; how old it may be when the news appears
_ASIDE = ("title", "heading", "caption", "dateline", "list_item")


def date_by_meetings(drafts: Sequence[Draft], readings: Sequence[Reading], published: date | None) -> None:
    """Gives signings "at the end of the talks", وفي ختام الاجتماعات, the day and the place of what was told before."""
    for draft in drafts:
        if published is None or draft.signed or draft.group or draft.status != "signed" or not _at_meeting(draft.lead):
            continue
        met = _meeting(draft.lead, readings, published)
        if met:
            draft.signed = met[0]
            draft.place = draft.place or met[1]


def _at_meeting(mention: Mention) -> bool:
    text, sentence = mention.reading.text, mention.sentence
    return mention.grammar.slots.meeting.search(text, sentence.start, mention.start) is not None


def _meeting(
    mention: Mention, readings: Sequence[Reading], published: date
) -> tuple[DateFinding, PlaceFinding | None] | None:
    """The day of the last sentence before that tells one, with the place beside it; None where none is near."""
    position = readings.index(mention.reading)
    for reading in reversed(readings[max(0, position - _PASSAGES + 1) : position + 1]):
        if reading.passage.role in _ASIDE:
            continue
        for sentence in reversed(reading.sentences):
            if sentence.order >= mention.sentence.order:
                continue
            days = [d for d in days_of(reading, sentence) if _is_recent(d.item.value, published)]
            if days:
                return days[0].item, _place(mention, reading, sentence)
    return None


def _is_recent(value: str, published: date) -> bool:
    day = bounds(value)[0] if len(value) == 10 else None
    return day is not None and 0 <= (published - day).days <= _DAYS


def _place(mention: Mention, reading: Reading, sentence: Sentence) -> PlaceFinding | None:
    for place in within(reading.places, sentence.start, sentence.end):
        before = reading.text[max(sentence.start, place.start - 90) : place.start]
        if mention.grammar.slots.place_before.search(before):
            return place.item
    return None
