"""Counts that a list contradicts: "five areas" and four items."""

from collections.abc import Iterator, Sequence

from pipeline.agreements.mentions import GRAMMARS
from pipeline.agreements.merge import Draft
from pipeline.agreements.reading import Placed, Reading
from pipeline.findings import FigureFinding, Notice, Span

_NEAR = 40


def attach_mismatches(drafts: Sequence[Draft], readings: Sequence[Reading]) -> None:
    """Gives a `count_mismatch`, with the number and the list as spans, to the instrument last told of before it."""
    for reading, notice in _mismatches(readings):
        before = [draft for draft in drafts if draft.lead.reading.order <= reading.order] or list(drafts)
        if before:
            before[-1].notices.append(notice)


def _mismatches(readings: Sequence[Reading]) -> Iterator[tuple[Reading, Notice]]:
    for position, reading in enumerate(readings):
        block = _block_after(readings, position)
        if reading.passage.role == "list_item" or len(block) < 2:
            continue
        counted = _counted(reading)
        if counted is not None and counted.item.value != len(block):
            items = Span(block[0].span(0, len(block[0].text)).start, block[-1].span(0, len(block[-1].text)).end)
            message = f"the text announces {counted.item.value} and lists {len(block)}"
            yield reading, Notice("count_mismatch", message, (counted.item.span, items))


def _block_after(readings: Sequence[Reading], position: int) -> list[Reading]:
    """The list that follows a passage at once."""
    block = []
    for reading in readings[position + 1 :]:
        if reading.passage.role != "list_item":
            break
        block.append(reading)
    return block


def _counted(reading: Reading) -> Placed[FigureFinding] | None:
    """The number that the last sentence of a passage gives for what the list below it spells out."""
    grammar, last = GRAMMARS[reading.passage.lang], reading.sentences[-1]
    if grammar.slots.partial_list.search(reading.text, last.start, last.end):
        return None
    found = [
        figure for figure in reading.figures if last.start <= figure.start < last.end and figure.item.kind == "count"
    ]
    for figure in reversed(found):
        if figure.item.modifier != "exact" or figure.item.value_high is not None:
            continue
        if grammar.slots.counted_list.search(reading.text, figure.end, min(last.end, figure.end + _NEAR)):
            return figure
    return None
