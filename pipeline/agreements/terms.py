"""Terms of an instrument: what it aims at, who must do what, what it sets up, how it runs, what comes next."""

from collections.abc import Iterator, Sequence

import regex

from models.agreement import TermKind
from pipeline.agreements.bound import subjects_before
from pipeline.agreements.instruments import GRAMMARS
from pipeline.agreements.merge import Draft, Reported
from pipeline.agreements.reading import Reading, Sentence, Stretch
from pipeline.findings import PartyFinding, TermFinding

_LONGEST, _SHORTEST, _FOLLOWING = 330, 12, 2
# Kinds whose quote begins with the cue ("aims to …"); the others need their subject ("the firm will pay …").
_FROM_CUE: frozenset[TermKind] = frozenset({"objective"})
_ITEM_MARK = regex.compile(r"\s*(?:[-•*–●▪]|\(?\d{1,2}\s?[-.):])*\s*")


def find_terms(draft: Draft, drafts: Sequence[Draft], readings: Sequence[Reading]) -> list[TermFinding]:
    """The terms that the article tells of an instrument, in the order of the text, none inside another."""
    found = list[TermFinding]()
    for report in draft.reports:
        if report.mention.reading.passage.role in ("title", "heading"):
            continue
        found += _of_report(report, draft, drafts, readings)
    kept = list[TermFinding]()
    for term in sorted(found, key=lambda term: (term.span.start, -term.span.end)):
        if not any(term.span.overlaps(other.span) for other in kept):
            kept.append(term)
    return kept


def _of_report(
    report: Reported, draft: Draft, drafts: Sequence[Draft], readings: Sequence[Reading]
) -> Iterator[TermFinding]:
    mention, reading = report.mention, report.mention.reading
    opening = not mention.definite
    if opening:
        yield from _after_relative(report)
    else:
        yield from _clauses(reading, _told(report), whole=True)
    position = reading.sentences.index(mention.sentence)
    rest = reading.sentences[position + 1 : position + 1 + _FOLLOWING]
    for sentence in rest:
        if _about_another(reading, sentence, draft, drafts):
            break
        yield from _clauses(reading, Stretch(sentence.start, sentence.end), whole=False)
    last = reading.text[reading.sentences[-1].start : reading.sentences[-1].end].rstrip()
    if last.endswith(":") and mention.sentence.order >= reading.sentences[-1].order - 1:
        if GRAMMARS[reading.passage.lang].term_list.search(last):
            yield from _listed(reading, readings, drafts)


def _told(report: Reported) -> Stretch:
    """What a sentence that goes on about the instrument says of it: all of it, or what follows "under the agreement,"."""
    mention, text = report.mention, report.mention.reading.text
    before = text[mention.sentence.start : mention.start]
    comma = regex.compile(r"[^,،:]{0,60}[,،:]\s*").match(text, mention.end, mention.sentence.end)
    if comma and mention.grammar.under.search(before + " x") or (comma and regex.search(r"(?i)\bunder\s+\Z", before)):
        return Stretch(comma.end() if comma else mention.end, mention.sentence.end)
    start = mention.sentence.start
    if mention.anaphor or mention.start - start > 40:
        start = max(
            start, mention.start if mention.anaphor else _clause_start(report.mention.reading, start, mention.start)
        )
    return Stretch(start, mention.sentence.end)


def _clause_start(reading: Reading, floor: int, position: int) -> int:
    breaks = [m.end() for m in GRAMMARS[reading.passage.lang].clause_break.finditer(reading.text, floor, position)]
    return breaks[-1] if breaks else floor


def _after_relative(report: Reported) -> Iterator[TermFinding]:
    """Clauses hung on the first mention: "under which the firm will build …", ، تتيح …, "intended to strengthen …"."""
    mention, reading = report.mention, report.mention.reading
    end = mention.sentence.end
    heads = [m.start for m in report.beside if m.head > mention.end and m.start < end]
    end = min([end, *heads])
    opener = mention.grammar.term_opener.search(reading.text, mention.end, end)
    if opener:
        yield from _clauses(reading, Stretch(opener.end(), end), whole=False)


def _about_another(reading: Reading, sentence: Sentence, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a sentence tells of something else: another instrument, somebody's words, or a new subject."""
    for other in drafts:
        for report in other.reports:
            if report.mention.sentence == sentence and report.mention.reading is reading:
                return True
    text = reading.text[sentence.start : sentence.end]
    return GRAMMARS[reading.passage.lang].speech.search(text) is not None


def _listed(reading: Reading, readings: Sequence[Reading], drafts: Sequence[Draft]) -> Iterator[TermFinding]:
    """The items of a list of duties or works: "the group will: • draw up the plan …"."""
    for item in readings[readings.index(reading) + 1 :]:
        if item.passage.role != "list_item" or any(
            r.mention.opens_item and r.mention.reading is item for d in drafts for r in d.reports
        ):
            return
        mark = _ITEM_MARK.match(item.text)
        start = mark.end() if mark else 0
        end = len(item.text.rstrip(" ;.،؛"))
        if _SHORTEST <= end - start <= _LONGEST:
            yield TermFinding(item.span(start, end), _kind(item, start, end) or "deliverable", None)


def _clauses(reading: Reading, stretch: Stretch, *, whole: bool) -> Iterator[TermFinding]:
    """The clauses of a stretch that hold a cue; with `whole` the stretch tells of the instrument itself."""
    grammar = GRAMMARS[reading.passage.lang]
    at = stretch.start
    cuts = [*grammar.term_break.finditer(reading.text, stretch.start, stretch.end)]
    for start, end in zip(
        [at, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), stretch.end], strict=True
    ):
        kind = _kind(reading, start, end)
        if kind is None:
            continue
        begin = start
        if kind in _FROM_CUE or grammar.verb_first:
            begin = _cue_start(reading, kind, start, end)
        phrase = reading.text[begin:end].strip(' ,;.،؛"')
        if _SHORTEST <= len(phrase) <= _LONGEST and len(phrase.split()) >= 4:
            first = reading.text.index(phrase, begin)
            yield TermFinding(reading.span(first, first + len(phrase)), kind, _actor(reading, start, end, kind))


def _kind(reading: Reading, start: int, end: int) -> TermKind | None:
    for pattern, kind in GRAMMARS[reading.passage.lang].term_cues:
        if pattern.search(reading.text, start, end):
            return kind
    return None


def _cue_start(reading: Reading, kind: TermKind, start: int, end: int) -> int:
    for pattern, of_kind in GRAMMARS[reading.passage.lang].term_cues:
        if of_kind == kind and (match := pattern.search(reading.text, start, end)):
            return match.start()
    return start


def _actor(reading: Reading, start: int, end: int, kind: TermKind) -> PartyFinding | None:
    """Who must do it: the subject of an obligation."""
    if kind != "obligation":
        return None
    grammar = GRAMMARS[reading.passage.lang]
    cue = _cue_start(reading, kind, start, end)
    if grammar.verb_first:
        after = [p.item for p in reading.parties if cue <= p.start < min(end, cue + 45)]
        return after[0] if after else None
    before = subjects_before(reading, start, cue)
    return before[0] if before else None
