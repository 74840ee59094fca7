"""The single slots of an instrument: signing date, place, value, duration."""

from collections.abc import Sequence

import regex

from pipeline.agreements.mentions import GRAMMARS, Mention
from pipeline.agreements.reading import Placed, Reading, Sentence, within
from pipeline.agreements.status import Binding, Cue, distance
from pipeline.findings import DateFinding, FigureFinding, PartyFinding, PlaceFinding

_DATE_REACH, _PLACE_REACH = 14, 4
_LONG_RANGE = regex.compile(r"\d{4}(?:-\d\d)?/\d{4}(?:-\d\d)?")  # a programme's years, not a day of signing
_DATELINE_END = regex.compile(r"[\s,،]*(?:\d{4})?[\s,،]*(?:\([^)]{1,30}\)\s*)?(?:-|/)")
_AGENCY_AFTER = regex.compile(r"[\s,،]*(?:\d{4})?[\s,،م]*\([^)\d\s]{1,20}\)")
_ABOUT_WORTH = regex.compile(r"(?:تبلغ |بلغت )?قيم|مدة|مدت|وقع|بموجب")
_CONCERNS = regex.compile(r"(?:خاص\w*|متعلق\w*|تتعلق|يتعلق|تعني) ب\Z")  # "the contract [that concerns] the port"
_WORTH_REACH = 45  # words from an instrument to what is said to be its worth, cost or term
_DEADLINE = regex.compile(r"(?<!\w)(?:within|خلال|في غضون)\s*\Z")
_COLON = regex.compile(r"\s?:\s")
_DATELINE = regex.compile(r"[^.؛]{0,60}?(?:\s-{1,2}\s|\([A-Z]{2,}\)|/\s)")


def clause_end(mention: Mention, others: Sequence[Mention]) -> int:
    """Where the words about this mention end: at the next new instrument of its sentence, or with the sentence."""
    following = [
        m.start
        for m in others
        if m.head > mention.end and not m.definite and not m.weak and m.start < mention.sentence.end
    ]
    return min([mention.sentence.end, *following])


def phrase_end(reading: Reading, start: int, end: int) -> int:
    """Where a noun phrase that begins at `start` ends at the latest: before who signs, "[on health], signed by …"."""
    grammar = GRAMMARS[reading.passage.lang]
    if not grammar.verb_first:
        return end
    ends = [p.start for p in reading.parties if start < p.start < end and p.item.kind == "person"]
    for cue in grammar.cue.within(reading.text, start, end):
        fact = grammar.cues[cue.phrase]
        carries = grammar.with_pronoun.search(cue.phrase) is not None or grammar.attached.fullmatch(cue.phrase)
        if carries or (fact == ("signed", "past") and cue.phrase not in grammar.tight):
            ends.append(cue.start)
            break
    return min([end, *ends])


def signing_date(mention: Mention, binding: Binding, others: Sequence[Mention]) -> DateFinding | None:
    """The date of the act of signing; dates of terms, deadlines, ratification and termination are left out."""
    if binding.status in ("negotiating", "proposed") and binding.cue is not None:
        return None
    cues = [
        c for c in (binding.before, *binding.after) if c and c.fact.status in ("signed", "renewed") and not c.planned
    ]
    if not cues and mention.ceremonial and mention.grammar.verb_first:
        near = (d for d in _dates_of(mention) if 0 <= distance(mention.reading, mention.end, d.start) <= _PLACE_REACH)
        return next((d.item for d in near if d.start >= mention.end), None)  # والتوقيع جرى أمس
    if not cues or binding.status is None:
        return _complement_date(mention, binding, others)
    if binding.status == "renewed":
        cues = [c for c in cues if c.fact.status == "renewed"]  # not the day when the first one was signed
    best: tuple[int, DateFinding] | None = None
    cues.sort(
        key=lambda cue: cue.fact.status != binding.status
    )  # of "signed in 2010 and renewed on Tuesday" the latter
    rivals = [c for c in (binding.before, *binding.after) if c and c not in cues]
    for cue in cues:
        for placed in _dates_of(mention):
            cost = _date_cost(mention, cue, placed, others)
            cost += 8 * sum(1 for c in rivals if min(cue.end, placed.end) <= c.start < max(cue.start, placed.start))
            if cost <= _DATE_REACH and (best is None or cost < best[0]):
                best = cost, placed.item
        if best:
            break
    if best is None and cues[:1] and cues[0].fact.form == "noun":
        only = _dates_of(mention)
        return (
            only[0].item if len(only) == 1 and only[0].end <= cues[0].start else None
        )  # عقد اليوم منتدى … وشهد توقيع …
    return best[1] if best else None


def _dates_of(mention: Mention) -> list[Placed[DateFinding]]:
    return days_of(mention.reading, mention.sentence)


def days_of(reading: Reading, sentence: Sentence) -> list[Placed[DateFinding]]:
    """The dates of a sentence on which something may have been signed."""
    slots = GRAMMARS[reading.passage.lang].slots
    return [
        date
        for date in within(reading.dates, sentence.start, sentence.end)
        if ".." not in date.item.value
        and not _LONG_RANGE.fullmatch(date.item.value)
        and not in_dateline(reading, date)
        and not slots.not_signing_date.search(reading.text[max(sentence.start, date.start - 40) : date.start])
    ]


def in_dateline(reading: Reading, date: Placed[DateFinding]) -> bool:
    """Whether a date belongs to the dateline: "Cairo, May 5 – …", (الدوحة في 7 شباط/فبراير /قنا/)."""
    if date.start < 40 and _COLON.match(reading.text, date.end):
        grammar = GRAMMARS[reading.passage.lang]
        return not grammar.cue.within(reading.text, 0, date.start)  # "New Delhi, Feb 6: …"
    placed = date.start < 40 and any(place.start <= 4 for place in reading.places)
    if placed and _AGENCY_AFTER.match(reading.text, date.end):
        return True  # بكين 30 مارس 2021 (شينخوا) وقعت …
    return date.start < 90 and _DATELINE_END.match(reading.text, date.end) is not None


def dateline_place(reading: Reading) -> PlaceFinding | None:
    """The place that opens a passage as a dateline."""
    first = reading.places[0] if reading.places else None
    if first is None or first.start > 12:
        return None
    return first.item if _DATELINE.match(reading.text, first.end) else None


def _date_cost(mention: Mention, cue: Cue, date: Placed[DateFinding], others: Sequence[Mention]) -> int:
    reading = mention.reading
    start, end = (cue.end, date.start) if date.start >= cue.end else (date.end, cue.start)
    cost = distance(reading, start, end)
    between = reading.text[start:end]
    cost += 6 * sum(1 for _ in mention.grammar.clause_break.finditer(between))
    for other in others:
        if other is not mention and start <= other.head < end:
            joined = mention.grammar.link_before.search(reading.text[max(0, other.start - 24) : other.start])
            cost += (
                12 if other.head > mention.head and not joined else 4
            )  # the date of "a protocol annexed to the agreement of 2019" is the agreement's
    if date.end < cue.start and mention.grammar.slots.when.search(between):
        cost -= 9  # كتب يوم الأربعاء الماضي، … حين وقع الوزيران
    if cue.fact.form == "noun" and (place := mention.grammar.slots.held.search(between)):
        cost -= distance(
            reading, start, start + place.end()
        )  # "The signing of the treaty between X and Y took place …"
    held = mention.grammar.slots.ceremony.search(
        reading.text[max(mention.sentence.start, date.start - 40) : date.start]
    )
    return cost + (3 if date.start < cue.start else 0) - (6 if held and date.start > cue.end else 0)


def _complement_date(mention: Mention, binding: Binding, others: Sequence[Mention]) -> DateFinding | None:
    """A year or day inside the phrase itself: "the agreement of 2019", "the 2016 accord"."""
    if any(cue.fact.status in ("terminated", "negotiating", "proposed") for cue in binding.after):
        return None
    reading, end = mention.reading, clause_end(mention, others)
    reach = 5 if binding.cue is None else 1  # "scrapped its memorandum with X last year" tells when it was scrapped
    for date in _dates_of(mention):
        inside = mention.start <= date.start and date.end <= mention.end
        if inside or (
            date.start >= mention.end and date.end <= end and distance(reading, mention.end, date.start) <= reach
        ):
            stretch = reading.text[mention.end : date.start]
            if any(mention.end <= other.head < date.start and not other.anaphor for other in others):
                break  # "an annex to the contract of 2013"
            if inside or not (
                mention.grammar.clause_break.search(stretch)
                or mention.grammar.cue.within(reading.text, mention.end, date.start)
            ):
                return date.item
    return None


def signing_place(
    mention: Mention, binding: Binding, date: DateFinding | None, others: Sequence[Mention]
) -> PlaceFinding | PartyFinding | None:
    """The city (else the site) where it was signed: beside the verb, beside the date, or after words like "ceremony in"."""
    reading, sentence, grammar = mention.reading, mention.sentence, mention.grammar
    if binding.status in ("negotiating", "proposed") or (binding.status is None and not mention.ceremonial):
        return None
    found = None
    for place in within(reading.places, sentence.start, sentence.end):
        before = reading.text[max(sentence.start, place.start - 90) : place.start]
        if not grammar.slots.place_before.search(before):
            continue
        if found is not None and distance(reading, found.end, place.start) <= 2:
            found = place
            continue
        if found is None and _at_signing(mention, binding, place, date, before):
            found = place
    return found.item if found else None


def _at_signing(
    mention: Mention, binding: Binding, place: Placed[PlaceFinding], date: DateFinding | None, before: str
) -> bool:
    reading, grammar = mention.reading, mention.grammar
    cues = [
        c for c in (binding.before, *binding.after) if c and c.fact.status in ("signed", "renewed") and not c.planned
    ]
    if any(_beside_verb(mention, cue, place) for cue in cues):
        return True
    if cues and any(placed.item is date and _beside(reading, placed, place) for placed in reading.dates):
        return True
    tail = reading.text[place.end : mention.sentence.end].strip(' ."')
    closing = reading.passage.role == "title" and not tail and bool(cues)
    return closing or grammar.slots.ceremony.search(before) is not None


def _beside_verb(mention: Mention, cue: Cue, place: Placed[PlaceFinding]) -> bool:
    """Whether a place stands by the verb of signing, or right after the instrument and its other side."""
    reading, grammar = mention.reading, mention.grammar
    agent = grammar.theirs.match(reading.text, cue.end + 1)  # "signed [by their ministers] in Lusaka"
    at = agent.end() if agent else cue.end
    if at <= place.start and distance(reading, at, place.start) <= _PLACE_REACH:
        return True
    gap = grammar.slots.place_before.sub("", reading.text[mention.end : place.start])
    near = place.start > mention.end and distance(reading, mention.end, place.start) <= 5
    near = near and not _CONCERNS.search(reading.text[mention.end : place.start])
    if near and not grammar.slots.subject_opener.search(gap + " x"):
        return True  # "an agreement with BP in Cairo"
    if not grammar.verb_first:
        return False
    named_first = cue.fact.form == "noun" and place.end <= cue.start and distance(reading, place.end, cue.start) <= 2
    between = cue.end <= place.start and place.end <= mention.start and distance(reading, cue.end, place.start) <= 7
    before = cue.end <= place.start and place.end <= mention.start and distance(reading, place.end, mention.start) <= 2
    return named_first or between or before  # جرى في الجزائر التوقيع على …


def _beside(reading: Reading, date: Placed[DateFinding], place: Placed[PlaceFinding]) -> bool:
    first, last = min(date.end, place.end), max(date.start, place.start)
    return abs(date.start - place.start) < 60 and distance(reading, first, last) <= 3


def value(mention: Mention, others: Sequence[Mention]) -> FigureFinding | None:
    """What the instrument is worth: a sum in its phrase, or after words like "worth"."""
    reading, end = mention.reading, clause_end(mention, others)
    if mention.anaphor and mention.grammar.verb_first and not _ABOUT_WORTH.match(reading.text, mention.start):
        return None  # ويتيح البنك تمويلات تصل قيمتها إلى …
    floor = mention.start if not mention.definite else max(mention.sentence.start, mention.start - 60)
    for figure in within(reading.figures, floor, end):
        if figure.item.kind != "money":
            continue
        if figure.end <= mention.head and figure.start >= mention.start:
            return figure.item
        start = max(floor, figure.start - 28)
        cues = list(mention.grammar.slots.value_cue.finditer(reading.text, start, figure.start))
        if not cues:
            continue
        if mention.definite:  # what is spent under it is not what it is worth
            cues = [cue for cue in cues if not mention.grammar.slots.outlay.search(cue.group())]
        if not cues:
            continue
        worth = any(
            mention.grammar.slots.worth.search(cue.group()) and distance(reading, cue.end(), figure.start) <= 4
            for cue in cues
        )
        if not worth and distance(reading, cues[-1].end(), figure.start) > 2:
            continue
        told = reading.text[mention.end : figure.start]
        if not worth and mention.grammar.clause_break.search(told):
            continue  # "linked by a treaty, yet trade remains modest, at about $2 billion"
        reach = _WORTH_REACH if worth else 12
        if distance(reading, *sorted((mention.end, figure.start))) <= reach:
            return figure.item
    return None


def last_match(pattern: "regex.Pattern[str]", text: str, start: int, end: int) -> "regex.Match[str] | None":
    """The last place between start and end where the pattern stands, None where it does not."""
    matches = list(pattern.finditer(text, start, end))
    return matches[-1] if matches else None


def duration(mention: Mention, binding: Binding, others: Sequence[Mention]) -> FigureFinding | None:
    """How long it holds: a period in its phrase, or after words like "for", "valid for", مدتها; "renewed for five years"."""
    reading, end = mention.reading, clause_end(mention, others)
    cue = binding.before
    renewing = cue is not None and cue.fact.status == "renewed" and cue.end < mention.start
    floor = cue.end if cue and renewing else mention.start
    for figure in within(reading.figures, floor, end):
        if figure.item.kind != "duration" or figure.item.unit == "hour":
            continue
        if binding.status in ("negotiating", "proposed") and _DEADLINE.search(
            reading.text[max(0, figure.start - 16) : figure.start]
        ):
            continue  # "final contracts are due within six months"
        if figure.end <= mention.head or _lasts(mention, figure, renewing=renewing):
            return figure.item
    return None


def _lasts(mention: Mention, figure: Placed[FigureFinding], *, renewing: bool) -> bool:
    reading, grammar = mention.reading, mention.grammar
    stretch = reading.text[mention.end : figure.start]
    if renewing and grammar.slots.extra_term.match(reading.text, figure.end + 1):
        return True
    start = figure.start - 24 if mention.definite else max(mention.end, figure.start - 24)
    cue = last_match(grammar.slots.duration_cue, reading.text, max(0, start), figure.start)
    near = distance(reading, mention.end, figure.start) <= 14 and not grammar.clause_break.search(stretch)
    if not near:
        far = distance(reading, mention.end, figure.start) <= _WORTH_REACH
        return far and cue is not None and grammar.slots.term_cue.search(cue.group()) is not None
    if (renewing or not stretch.strip()) and grammar.slots.extra_term.match(reading.text, figure.end + 1):
        return True
    if cue is None:
        return False
    return distance(reading, cue.end(), figure.start) <= (2 if cue.end() <= mention.start else 1)
