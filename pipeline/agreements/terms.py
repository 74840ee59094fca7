"""Terms of an instrument: what it aims at, who must do what, what it sets up, how it runs, what comes next."""

from collections.abc import Iterator, Sequence

import regex

from models.agreement import TermKind
from pipeline.agreements.bound import subjects_before
from pipeline.agreements.grammar import NEVER
from pipeline.agreements.mentions import GRAMMARS
from pipeline.agreements.merge import Draft, Reported
from pipeline.agreements.reading import Reading, Stretch
from pipeline.findings import PartyFinding, TermFinding

_LONGEST, _SHORTEST, _FOLLOWING, _PASSAGES = 330, 12, 3, 9
_NEAR = 2  # passages after the instrument in which every duty is one of its own
_VERB_FIRST = 2  # words that a verb may take before the instrument that is its subject
_UNREAL = ("negotiating", "proposed")
_ITEM_MARK = regex.compile(r"\s*(?:[-•*–●▪]|\(?\d{1,2}\s?[-.):])*\s*")
_SOFT_END = regex.compile(r", (?=at a|which|with|on|in|and)|،\s")
_COMMA = regex.compile(r"[^,،:]{0,60}[,،:]\s*")

_ASIDE = regex.compile(r"[،,]\s(?:التي|الذي|which)\s[^،,;]{3,90}[،,]")


def find_terms(draft: Draft, drafts: Sequence[Draft], readings: Sequence[Reading]) -> list[TermFinding]:
    """The terms that the article tells of an instrument, in the order of the text, none inside another."""
    found = list[TermFinding]()
    for report in draft.reports:
        if report.mention.reading.passage.role not in ("title", "heading"):
            found += _of_report(report, draft, drafts, readings)
    if drafts and draft is drafts[0]:
        found += _scope(drafts, readings)
        found += _further(draft, drafts, readings)
    kept = list[TermFinding]()
    for term in sorted(found, key=lambda term: (term.span.start, -term.span.end)):
        if not any(term.span.overlaps(other.span) for other in kept):
            kept.append(term)
    return kept


def _of_report(
    report: Reported, draft: Draft, drafts: Sequence[Draft], readings: Sequence[Reading]
) -> Iterator[TermFinding]:
    mention, reading = report.mention, report.mention.reading
    told = _told(report)
    if mention.definite:
        after = mention.end if told.start <= mention.start else told.start
        aside = _ASIDE.match(reading.text, after, told.end)
        if aside:  # تهدف المذكرة، التي تمتد ثلاث سنوات، إلى …
            yield from _clauses(reading, Stretch(after, aside.end()), after=after)
        after = aside.end() if aside else after
        before = reading.text[told.start : mention.start] if told.start < mention.start else ""
        if (
            mention.grammar.verb_first
            and 0 < len(before.split()) <= _VERB_FIRST
            and _kind(reading, told.start, mention.start)
        ):
            after = told.start  # تهدف المذكرة إلى …
        yield from _clauses(reading, told, after=after)
    else:
        yield from _hung_on(report)
    if draft.status in _UNREAL:
        yield from _coming(report)
    yield from _main_clause(report)
    position = reading.sentences.index(mention.sentence)
    for sentence in reading.sentences[position + 1 : position + 1 + _FOLLOWING]:
        stretch = Stretch(sentence.start, sentence.end)
        if _names_another(reading, stretch, drafts):
            break
        if not _is_speech(reading, stretch):
            yield from _clauses(reading, stretch, after=sentence.start)
        elif mention.grammar.slots.reported is NEVER:
            break
        else:
            yield from _reported(reading, stretch, drafts)
    last = reading.sentences[-1]
    tail = reading.text[last.start : last.end].rstrip()
    bare = mention.definite and len(tail.split()) <= 7  # "The air transport agreement:"
    opens = tail.endswith(":") and position >= len(reading.sentences) - 2
    if opens and (bare or mention.grammar.slots.term_list.search(tail)):
        yield from _listed(reading, readings, drafts)


def _told(report: Reported) -> Stretch:
    """What a sentence that goes on about the instrument says of it: all of it, or what follows "under the agreement,"."""
    mention, text = report.mention, report.mention.reading.text
    sentence = mention.sentence
    comma = _COMMA.match(text, mention.end, sentence.end)
    before = text[sentence.start : mention.start]
    if comma and (
        mention.grammar.slots.under_before.search(before)
        or text[mention.start : mention.end].lower().startswith("under")
    ):
        return Stretch(comma.end(), sentence.end)
    if mention.anaphor:
        return Stretch(mention.start, sentence.end)
    breaks = [m.end() for m in mention.grammar.clause_break.finditer(text, sentence.start, mention.start)]
    return Stretch(breaks[-1] if breaks else sentence.start, sentence.end)


def _hung_on(report: Reported) -> Iterator[TermFinding]:
    """Clauses hung on the first mention: "under which the firm will build …", ، تتيح …, "to supply 25 hospitals"."""
    mention, reading = report.mention, report.mention.reading
    heads = [
        m.start for m in report.beside if m.head > mention.end and m.start < mention.sentence.end and not m.anaphor
    ]
    end = min([mention.sentence.end, *heads])
    purpose = mention.grammar.slots.purpose.search(reading.text, mention.end, min(end, mention.end + 90))
    if purpose:
        yield from _term(reading, purpose.end(), _clause_end(reading, purpose.end(), end), "objective")
    opener = mention.grammar.slots.term_opener.search(reading.text, purpose.end() if purpose else mention.end, end)
    if opener:
        yield from _clauses(reading, Stretch(opener.end(), end), after=opener.end())


def _coming(report: Reported) -> Iterator[TermFinding]:
    """What is to become of a plan: "is expected to be signed in May", على أن توقع خلال آب."""
    mention, reading = report.mention, report.mention.reading
    match = mention.grammar.slots.coming.search(reading.text, mention.end, mention.sentence.end)
    if match:
        yield from _term(reading, match.start(), _clause_end(reading, match.end(), mention.sentence.end), "next_step")


def _main_clause(report: Reported) -> Iterator[TermFinding]:
    """What is done under it: "[CDG is to take a stake in the plant] under a memorandum", [تورد الشركة …] بموجب اتفاقية."""
    mention, reading = report.mention, report.mention.reading
    text, start = reading.text, mention.sentence.start
    under = mention.grammar.slots.under_before.search(text[start : mention.start])
    if under is None or under.start() < 25:
        return
    breaks = [m.end() for m in mention.grammar.clause_break.finditer(text, start, start + under.start())]
    yield from _term(reading, breaks[-1] if breaks else start, start + under.start(), "obligation")


def _names_another(reading: Reading, stretch: Stretch, drafts: Sequence[Draft]) -> bool:
    """Whether a sentence names an instrument."""
    return any(
        report.mention.reading is reading and stretch.holds(report.mention.head, report.mention.head)
        for draft in drafts
        for report in draft.reports
    )


def _listed(reading: Reading, readings: Sequence[Reading], drafts: Sequence[Draft]) -> Iterator[TermFinding]:
    """The items of a list of duties or works: "the group will: • draw up the plan …"."""
    opening = {
        id(r.mention.reading) for draft in drafts for r in draft.reports if r.mention.opens_item or r.mention.fresh
    }
    for item in readings[readings.index(reading) + 1 :]:
        if item.passage.role != "list_item" or id(item) in opening:
            return
        mark = _ITEM_MARK.match(item.text)
        start, end = mark.end() if mark else 0, len(item.text.rstrip(" ;.،؛"))
        if _SHORTEST <= end - start <= _LONGEST:
            yield TermFinding(item.span(start, end), _kind(item, start, end) or "deliverable", None)


def _scope(drafts: Sequence[Draft], readings: Sequence[Reading]) -> Iterator[TermFinding]:
    """Lists under headings like "Scope" or "Key facts": they tell of the instrument that the news is about."""
    for reading in readings:
        grammar = GRAMMARS[reading.passage.lang]
        if reading.passage.role == "heading" and len(reading.text) < 60 and grammar.slots.scope.search(reading.text):
            yield from _listed(reading, readings, drafts)


def _further(draft: Draft, drafts: Sequence[Draft], readings: Sequence[Reading]) -> Iterator[TermFinding]:
    """What the next passages tell of the news's instrument without naming it: "A joint committee is to be formed"."""
    start = readings.index(draft.lead.reading)
    for reading in readings[start + 1 : start + 1 + _PASSAGES]:
        if reading.passage.role in ("list_item", "heading", "title", "caption"):
            continue
        slots = GRAMMARS[reading.passage.lang].slots
        near = reading.order - draft.lead.reading.order <= _NEAR
        for sentence in reading.sentences:
            stretch = Stretch(sentence.start, sentence.end)
            if _names_another(reading, stretch, [other for other in drafts if other is not draft]):
                break
            if _is_speech(reading, stretch):
                if slots.reported is NEVER:
                    break
                yield from _reported(reading, stretch, drafts)
            elif _is_strong(reading, stretch) or (near and slots.duty.search(reading.text, *stretch)):
                yield from _clauses(reading, stretch, after=stretch.start)


def _is_speech(reading: Reading, stretch: Stretch) -> bool:
    return GRAMMARS[reading.passage.lang].slots.speech.search(reading.text, stretch.start, stretch.end) is not None


def _is_strong(reading: Reading, stretch: Stretch) -> bool:
    """Whether a clause tells of a duty or a plan, by a word that is no name (سيديا)."""
    pattern = GRAMMARS[reading.passage.lang].slots.strong_term
    found = pattern.finditer(reading.text, stretch.start, stretch.end)
    return any(not any(p.start <= match.start() < p.end for p in reading.parties) for match in found)


def _acts_alone(reading: Reading, stretch: Stretch, drafts: Sequence[Draft]) -> bool:
    """Whether the clause opens with a body that is bound by no instrument."""
    first = next((p.item for p in reading.parties if stretch.start <= p.start <= stretch.start + 2), None)
    bound = [party for draft in drafts for party in draft.parties]
    return first is not None and first.kind != "person" and first not in bound


def _reported(reading: Reading, stretch: Stretch, drafts: Sequence[Draft]) -> Iterator[TermFinding]:
    """What somebody is said to have told of duties and plans: أوضح أن [الشركة ستدرب 2000 وكيل]."""
    slots = GRAMMARS[reading.passage.lang].slots
    opened = [match.end() for match in slots.reported.finditer(reading.text, stretch.start, stretch.end)]
    for start, end in zip(opened, [*opened[1:], stretch.end], strict=False):
        stop = slots.reported_end.search(reading.text, start, end)
        end = stop.start() if stop else end  # noqa: PLW2901
        for clause in _parts(reading, start, end):
            if _is_strong(reading, clause) and not _acts_alone(reading, clause, drafts):
                kind = _kind(reading, *clause)
                yield from _term(reading, *clause, kind or "next_step")


def _clauses(reading: Reading, stretch: Stretch, *, after: int) -> Iterator[TermFinding]:
    """The clauses of a stretch that hold a cue behind `after`, where the instrument has been named."""
    grammar = GRAMMARS[reading.passage.lang]
    for start, end in _parts(reading, stretch.start, stretch.end):
        floor = max(start, after) if start <= after < end else start
        kind = _kind(reading, floor, end) if floor < end else None
        if kind is None:
            continue
        begin = start if floor == start else _cue_start(reading, floor, end)
        if kind == "objective" or grammar.verb_first:
            begin = _cue_start(reading, floor, end)
        yield from _term(reading, begin, end, kind)


def _parts(reading: Reading, start: int, end: int) -> Iterator[Stretch]:
    """The clauses between two places."""
    cuts = [*GRAMMARS[reading.passage.lang].slots.term_break.finditer(reading.text, start, end)]
    starts = [start, *(cut.end() for cut in cuts)]
    return map(Stretch, starts, [*(cut.start() for cut in cuts), end])


def _clause_end(reading: Reading, start: int, end: int) -> int:
    stop = GRAMMARS[reading.passage.lang].slots.term_break.search(reading.text, start, end)
    comma = _SOFT_END.search(reading.text, start, end)
    return min([end, *(m.start() for m in (stop, comma) if m)])


def _term(reading: Reading, start: int, end: int, kind: TermKind) -> Iterator[TermFinding]:
    lead = GRAMMARS[reading.passage.lang].slots.term_lead.match(reading.text, start, end)
    start = lead.end() if lead else start
    phrase = reading.text[start:end].strip(' ,;.،؛"')
    if _SHORTEST <= len(phrase) <= _LONGEST and len(phrase.split()) >= 4 and not phrase.endswith(":"):
        first = reading.text.index(phrase, start)
        yield TermFinding(reading.span(first, first + len(phrase)), kind, _actor(reading, start, end, kind))


def _kind(reading: Reading, start: int, end: int) -> TermKind | None:
    grammar = GRAMMARS[reading.passage.lang]
    for pattern, kind in grammar.slots.term_cues:
        if pattern.search(reading.text, start, end):
            return kind
    if grammar.slots.plain_verb.match(reading.text, start, end):
        return "obligation"
    return None


def _cue_start(reading: Reading, start: int, end: int) -> int:
    """Where the first cue of the stretch stands."""
    grammar = GRAMMARS[reading.passage.lang]
    if grammar.slots.plain_verb.match(reading.text, start, end):
        return start
    found = [
        match.start() for pattern, _ in grammar.slots.term_cues if (match := pattern.search(reading.text, start, end))
    ]
    return min(found, default=start)


def _actor(reading: Reading, start: int, end: int, kind: TermKind) -> PartyFinding | None:
    """Who must do it: the subject of an obligation."""
    if kind != "obligation":
        return None
    grammar = GRAMMARS[reading.passage.lang]
    cue = _cue_start(reading, start, end)
    if grammar.verb_first:
        after = [p.item for p in reading.parties if cue <= p.start < min(end, cue + 45)]
        return after[0] if after else None
    before = subjects_before(reading, start, cue)
    return before[0] if before else None
