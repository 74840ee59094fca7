"""The single slots of an instrument: signing date, place, value, duration, subject, title."""

from collections.abc import Sequence

import regex

from pipeline.agreements.instruments import GRAMMARS, Mention
from pipeline.agreements.reading import Placed, Reading, within
from pipeline.agreements.status import Binding, Cue, distance
from pipeline.findings import DateFinding, FigureFinding, PartyFinding, PlaceFinding, Span

_DATE_REACH, _PLACE_REACH, _SUBJECT_REACH = 14, 4, 12
_LONG_RANGE = regex.compile(r"\d{4}(?:-\d\d)?/\d{4}(?:-\d\d)?")  # a programme's years, not a day of signing
_DATELINE_END = regex.compile(r"[\s,،]*(?:\d{4})?[\s,،]*(?:\([^)]{1,30}\)\s*)?(?:-|/)")
_VERB_OF_SIZE = regex.compile(r"[تي](?:تراوح|ناهز|بلغ|قدر|شمل|تضمن|منح|صل|متد|ستغرق|قارب)")
_COLON = regex.compile(r"\s?:\s")
_DATELINE = regex.compile(r"[^.؛]{0,60}?(?:\s-{1,2}\s|\([A-Z]{2,}\)|/\s)")
_TITLE_WORD = regex.compile(r"[A-Z][\w'-]*")


def clause_end(mention: Mention, others: Sequence[Mention]) -> int:
    """Where the words about this mention end: at the next new instrument of its sentence, or with the sentence."""
    following = [
        m.start
        for m in others
        if m.head > mention.end and not m.definite and not m.weak and m.start < mention.sentence.end
    ]
    return min([mention.sentence.end, *following])


def signing_date(mention: Mention, binding: Binding, others: Sequence[Mention]) -> DateFinding | None:
    """The date of the act of signing; dates of terms, deadlines, ratification and termination are left out."""
    if binding.status in (None, "negotiating", "proposed") and binding.cue is not None:
        return None
    cues = [
        c for c in (binding.before, *binding.after) if c and c.fact.status in ("signed", "renewed") and not c.planned
    ]
    if not cues:
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
    return best[1] if best else None


def _dates_of(mention: Mention) -> list[Placed[DateFinding]]:
    sentence, reading = mention.sentence, mention.reading
    return [
        date
        for date in within(reading.dates, sentence.start, sentence.end)
        if ".." not in date.item.value
        and not _LONG_RANGE.fullmatch(date.item.value)
        and not in_dateline(reading, date)
        and not mention.grammar.slots.not_signing_date.search(
            reading.text[max(sentence.start, date.start - 40) : date.start]
        )
    ]


def in_dateline(reading: Reading, date: Placed[DateFinding]) -> bool:
    """Whether a date belongs to the dateline: "Cairo, May 5 – …", (الدوحة في 7 شباط/فبراير /قنا/)."""
    if date.start < 40 and _COLON.match(reading.text, date.end):
        grammar = GRAMMARS[reading.passage.lang]
        return not grammar.cue.within(reading.text, 0, date.start)  # "New Delhi, Feb 6: …"
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
    cost += 4 * sum(1 for m in others if m is not mention and start <= m.head < end)
    return cost + (3 if date.start < cue.start else 0)


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
    if binding.status in (None, "negotiating", "proposed"):
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
    for cue in cues:
        if place.start - cue.end >= 0 and distance(reading, cue.end, place.start) <= _PLACE_REACH:
            return True
        gap = reading.text[mention.end : place.start]
        if (
            place.start > mention.end
            and distance(reading, mention.end, place.start) <= 5
            and not grammar.slots.subject_opener.search(gap + "x")
        ):
            return True  # "an agreement with BP in Cairo"
        if grammar.verb_first and cue.end <= place.start and place.end <= mention.start:
            return True
        if (
            grammar.verb_first
            and cue.fact.form == "noun"
            and place.end <= cue.start
            and distance(reading, place.end, cue.start) <= 2
        ):
            return True  # جرى في الجزائر التوقيع على …
    for placed in reading.dates:
        if placed.item is date and cues:
            start, end = sorted((placed.start, place.start))
            if distance(reading, min(placed.end, place.end), max(placed.start, place.start)) <= 3 and end - start < 60:
                return True
    if grammar.slots.ceremony.search(before):
        return True
    tail = reading.text[place.end : mention.sentence.end].strip(' ."')
    return reading.passage.role == "title" and not tail and bool(cues)


def value(mention: Mention, others: Sequence[Mention]) -> FigureFinding | None:
    """What the instrument is worth: a sum in its phrase, or after words like "worth"."""
    reading, end = mention.reading, clause_end(mention, others)
    floor = mention.start if not mention.definite else max(mention.sentence.start, mention.start - 60)
    for figure in within(reading.figures, floor, end):
        if figure.item.kind != "money":
            continue
        if figure.end <= mention.head and figure.start >= mention.start:
            return figure.item
        start = max(floor, figure.start - 28)
        cue = None
        for cue in mention.grammar.slots.value_cue.finditer(reading.text, start, figure.start):
            pass
        if cue is None or distance(reading, cue.end(), figure.start) > 2:
            continue
        reach = 26 if mention.grammar.slots.worth.search(cue.group()) else 12
        if distance(reading, *sorted((mention.end, figure.start))) <= reach:
            return figure.item
    return None


def duration(mention: Mention, binding: Binding, others: Sequence[Mention]) -> FigureFinding | None:
    """How long it holds: a period in its phrase, or after words like "for", "valid for", مدتها; "renewed for five years"."""
    reading, end = mention.reading, clause_end(mention, others)
    cue = binding.before
    renewing = cue is not None and cue.fact.status == "renewed" and cue.end < mention.start
    floor = cue.end if cue and renewing else mention.start
    for figure in within(reading.figures, floor, end):
        if figure.item.kind != "duration" or figure.item.unit == "hour":
            continue
        if figure.end <= mention.head or _lasts(mention, figure, renewing=renewing):
            return figure.item
    return None


def _lasts(mention: Mention, figure: Placed[FigureFinding], *, renewing: bool) -> bool:
    reading, grammar = mention.reading, mention.grammar
    stretch = reading.text[mention.end : figure.start]
    if renewing and grammar.slots.extra_term.match(reading.text, figure.end + 1):
        return True
    if distance(reading, mention.end, figure.start) > 14 or grammar.clause_break.search(stretch):
        return False
    if (renewing or not stretch.strip()) and grammar.slots.extra_term.match(reading.text, figure.end + 1):
        return True
    cue, start = None, figure.start - 24 if mention.definite else max(mention.end, figure.start - 24)
    for cue in grammar.slots.duration_cue.finditer(reading.text, max(0, start), figure.start):
        pass
    if cue is None:
        return False
    return distance(reading, cue.end(), figure.start) <= (2 if cue.end() <= mention.start else 1)


def subject(mention: Mention, others: Sequence[Mention]) -> tuple[int, int] | None:
    """What it is about, as indexes of the reading: the phrase after "on", "for", بشأن, ل; else the words before the noun."""
    grammar, end = mention.grammar, clause_end(mention, others)
    text = mention.reading.text
    for opener in grammar.slots.subject_opener.finditer(text, mention.end, end):
        if not _opens_subject(mention, opener.start(), opener.end()):
            continue
        if grammar.slots.fields_follow.match(text, opener.end()):
            return None  # "for cooperation in the fields of …": fields and no subject
        found = _until(mention, opener.end(), end)
        if found:
            return found
    return _premodifiers(mention)


def _opens_subject(mention: Mention, start: int, end: int) -> bool:
    """Whether only parties, dates, sums and names stand between the instrument and its subject's preposition."""
    reading, grammar = mention.reading, mention.grammar
    if any(p.start <= start < p.end for p in reading.parties) or _is_place_or_date(mention, end):
        return False
    if distance(reading, mention.end, start) > _SUBJECT_REACH:
        return False
    gap = reading.text[mention.end : start]
    if any(p.start == end for p in reading.parties):
        return False
    if (
        reading.text[start:end].strip() == "to"
        and gap.strip()
        and not (gap.rstrip().endswith(",") or any(p.end == start - 1 for p in reading.parties))
    ):
        return False
    if grammar.slots.subject_block.search(gap):
        return False
    if not gap.strip(" ,،()") or gap.lstrip().startswith("بين "):
        return True
    return not grammar.slots.weak_opener.fullmatch(reading.text[start:end].strip(" ,،"))


def _is_place_or_date(mention: Mention, at: int) -> bool:
    reading = mention.reading
    return (
        any(item.start - at in (0, 1, 4) for item in (*reading.dates, *reading.places))
        or any(party.start - at in (0, 4) for party in reading.parties if party.item.kind == "person")
        or any(figure.start - at in (0, 1) and figure.item.kind == "duration" for figure in reading.figures)
    )


def _until(mention: Mention, start: int, end: int) -> tuple[int, int] | None:
    text = mention.reading.text
    stop = mention.grammar.slots.subject_stop.search(text, start, end)
    listed = stop and stop.group()[0] in ",،" and not mention.grammar.slots.subject_stop.match(text, stop.start() + 1)
    if stop and listed and (series := mention.grammar.slots.series.match(text, stop.start(), end)):
        stop = mention.grammar.slots.subject_stop.search(text, series.end(), end)  # "A, B and the use of C"
    end = min(stop.start() if stop else end, start + 110)
    for match in mention.grammar.cue.within(text, start, end):
        fact = mention.grammar.cues[match.phrase]
        if fact.form == "state" or (fact.form == "past" and fact.status != "signed"):
            end = match.start
            break
    phrase = text[start:end].rstrip(' .,،؛:"')
    return (start, start + len(phrase)) if len(phrase) > 2 else None


def _premodifiers(mention: Mention) -> tuple[int, int] | None:
    """The words that say what it is about inside the phrase: "media agreement", اتفاقية الشراكة الاقتصادية."""
    text, grammar = mention.reading.text, mention.grammar
    if grammar.verb_first:
        return _construct(mention)
    words = list(regex.finditer(r"[\w'&-]+", text[mention.start : mention.head]))
    numbers = [
        (f.start - mention.start, f.end - mention.start)
        for f in within(mention.reading.figures, mention.start, mention.head)
    ]
    kept = [
        w
        for w in words
        if w.group().lower() not in grammar.slots.topic_filler
        and not grammar.determiner.fullmatch(w.group())
        and w.group().lower() not in grammar.number_words
        and not any(a <= w.start() < b for a, b in numbers)
        and not any(p.start <= mention.start + w.start() < p.end for p in mention.reading.parties)
        and not w.group().endswith("'s")
        and w.group().lower() not in ("s", "and", "of")
    ]
    if not kept or mention.pronoun or mention.head - mention.start > 80 or title(mention):
        return None
    return mention.start + kept[0].start(), mention.start + kept[-1].end()


def _construct(mention: Mention) -> tuple[int, int] | None:
    text, grammar = mention.reading.text, mention.grammar
    stop = grammar.slots.subject_stop.search(text, mention.end)
    limit = min(stop.start() if stop else len(text), mention.sentence.end, mention.end + 60)
    fillers, start = grammar.slots.topic_filler, mention.end
    words = list(regex.finditer(r"\S+", text[mention.end : limit]))
    for word in words:
        plain = word.group().strip('()،."')
        if plain in fillers or _adjective(plain):
            start = mention.end + word.end()
            continue
        break
    rest = list(regex.finditer(r"\S+", text[start:limit]))
    end = start
    for word in rest[:4]:
        plain = word.group().strip('()،."')
        if plain in fillers or any(
            p.start <= start + word.start() < p.end
            for p in (*mention.reading.parties, *mention.reading.dates, *mention.reading.figures)
        ):
            break
        if regex.match(r"(?:في|علي|من|الي|عن|ب|قد|تم|سي|ست)", plain) and len(plain) < 5:
            break
        end = start + word.end()
    phrase = text[start:end].strip(' .،"()')
    if (
        not phrase
        or mention.pronoun
        or phrase.startswith("ب")
        or _VERB_OF_SIZE.match(phrase)
        or grammar.cue.at(text, start + 1)
    ):
        return None
    begin = text.index(phrase, start)
    return begin, begin + len(phrase)


def _adjective(word: str) -> bool:
    """Whether an Arabic word after the noun only qualifies it: اتفاقية [أمنية], البروتوكول [المالي], مذكرات [تشغيلية]."""
    return word.endswith(("ية", "ي", "ثة", "هة")) and len(word) > 3


def title(mention: Mention) -> Span | None:
    """The name of the instrument where it is written as a name: "Comprehensive Economic Partnership Agreement"."""
    text = mention.reading.text
    phrase = text[mention.start : mention.end]
    if mention.grammar.verb_first or mention.many:
        return None
    capitals = _TITLE_WORD.findall(text[mention.start : mention.head + 1])
    head_capital = text[mention.head : mention.head + 1].isupper()
    if not head_capital or len(capitals) < 3 or len(phrase.split()) < 3:
        return None
    first = _TITLE_WORD.search(
        text, mention.start + (4 if phrase.lower().startswith("the ") else 2 if phrase.lower().startswith("a ") else 0)
    )
    return mention.reading.span(first.start() if first else mention.start, mention.end)
