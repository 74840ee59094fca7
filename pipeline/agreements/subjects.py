"""What an instrument is about, and its name where it is written as a name."""

from collections.abc import Sequence

import regex

from pipeline.agreements.mentions import Mention
from pipeline.agreements.reading import offices_in, within
from pipeline.agreements.slots import clause_end, phrase_end
from pipeline.agreements.status import distance
from pipeline.findings import Span

_SUBJECT_REACH = 12
_BEFORE_WHEN = regex.compile(
    r"(?<!\w)(?:in|on|for|during|from|by|في|خلال|[بل]?ل?ا?لاعوام|ل?عام|ل?عامي|ل?ال?فترة)(?: the)?\s*\Z"
)
_BEFORE_TERM = regex.compile(r"(?:\sfor|\sover|\sل|\sلمدة|\sعلي مدي)\s*\Z")
_LOOSE_END = regex.compile(
    r"(?:[\s,،]+(?:and|or|و|in|on|for|during|from|by|over|في|خلال|ل|لمدة|علي مدي|لل?ا?اعوام|ل?عام|ل?عامي|ل?لفترة))+\s*\Z"
)
_TITLE_WORD = regex.compile(r"[A-Z][\w'-]*")
_NOUN_WORD = regex.compile(r"[\w'&-]+")
_WORD = regex.compile(r"\S+")
_PARTICLE = regex.compile(r"في|علي|من|الي|عن|ب|قد|تم|سي|ست|لم|لن|ما|لا")
# What follows the preposition but is no subject: who or when, not what.
_NO_SUBJECT = regex.compile(
    r"(?:هذا|هذه|ال?نسخة|ال?دورة|البلدين|الجانبين|الطرفين|كل من|ال?اجتماع|ال?جلسة|ال?لجنة|مجالات|مجالي|المجالات|قطاعات|قطاعي|مختلف|عدد من|عدة|العديد|ختام|اختتام|حضور|مقر|نهاية|ابرام|توقيع|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|which|whom|what|who|it|them|this|that|these|those|behalf|display|show|hold|record|place|force|effect|another|a further)(?!\w)",
    regex.IGNORECASE,
)
_AFTER_OFFICE = regex.compile(r"(?:العام|العامة|رئيس|مدير|وزير)\Z")
_AIM_BEFORE = regex.compile(
    r"(?<!\w)[وف]?(?:تهدف|يهدف|ترمي|يرمي|تسعي|يسعي|تتعلق|يتعلق|تعني|يعني)\s\Z"
)  # [تهدف] المذكرة الثانية الي …
_AIM_AFTER = regex.compile(r"\s(?:الي\s|ب(?=\w{3}))")
_AIM = regex.compile(
    r"(?<!\w)(?:(?:تستهدف|يستهدف|تروم|يروم)|(?:تهدف|يهدف|ترمي|يرمي|رامية|هادفة) الي|(?:تقتصر|يقتصر) علي)\s+"
)
_FOR_THE = regex.compile(r"لل\w{3}")
_GENITIVE = regex.compile(r"\s+ال(?!\w+ية\s|تعاون|شراك|تفاهم)\w{3,}(?:\s+ال\w+){0,2}\s+")
_EXCHANGE_OF = regex.compile(r"تبادل (?:ال)?\w{3}")  # اتفاقية تبادل الطلاب: no verb here
_BY = regex.compile(r"ب(?!يع|ناء|حث|حوث|رنامج|رامج)")
_HAPPENED = regex.compile(r"(?:جري|جرت|تم|تمت|قد|سبق|كان|كانت)(?!\w)")  # عقد [جرى إبرامه]
_VERB_OF_SIZE = regex.compile(r"[تي](?:تراوح|ناهز|بلغ|قدر|شمل|تضمن|منح|صل|متد|ستغرق|قارب)")


def subject(mention: Mention, others: Sequence[Mention]) -> tuple[int, int] | None:
    """What it is about, as indexes of the reading: the phrase after "on", "for", بشأن, ل; else the words before the noun."""
    grammar, end = mention.grammar, clause_end(mention, others)
    text = mention.reading.text
    if mention.ordinal and (aim := _AIM_AFTER.match(text, mention.end)) and _AIM_BEFORE.search(text[: mention.start]):
        return _until(mention, aim.end(), end)
    for opener in grammar.slots.subject_opener.finditer(text, mention.end, end):
        if not _opens_subject(mention, opener.start(), opener.end()):
            continue
        if opener.group().strip() == "to" and any(0 <= other.start - opener.end() <= 4 for other in others):
            continue  # "an annex to the contract"
        if grammar.slots.fields_follow.match(text, opener.end()) or grammar.slots.counted_fields.match(
            text, opener.end()
        ):
            return None  # "for cooperation in the fields of …": fields and no subject
        found = _until(mention, opener.end(), end)
        if found:
            return found
    return _premodifiers(mention, end) or _aim(mention, end)


def _aim(mention: Mention, end: int) -> tuple[int, int] | None:
    """What a clause hung on it says that it aims at: اتفاقية تعاون مع الشركة، تستهدف [إتاحة التمويل]."""
    text = mention.reading.text
    aim = _AIM.search(text, mention.end, end) if mention.grammar.verb_first and not mention.definite else None
    if aim is None or distance(mention.reading, mention.end, aim.start()) > _SUBJECT_REACH:
        return None
    gap = text[mention.end : aim.start()]
    if _aimed_by_other(mention, gap):
        return None
    return _until(mention, aim.end(), end)


def _aimed_by_other(mention: Mention, gap: str) -> bool:
    """Whether something else than the instrument has the aim: توقيع بروتوكول …، في خطوة تهدف إلى …."""
    return "خطوة" in gap or mention.grammar.slots.subject_block.search(gap) is not None


def _opens_subject(mention: Mention, start: int, end: int) -> bool:
    """Whether only parties, dates, sums and names stand between the instrument and its subject's preposition."""
    reading, grammar = mention.reading, mention.grammar
    in_name = any(party.start <= start < party.end or party.start == end for party in reading.parties)
    in_name = in_name or any(office.start <= start < office.end for office in offices_in(reading))
    if in_name or _is_place_or_date(mention, end) or distance(reading, mention.end, start) > _SUBJECT_REACH:
        return False
    toward = reading.text[start:end].strip() == "to"
    if toward and any(party.start - end in (0, 4) for party in reading.parties):
        return False  # "proposed one to the university"
    gap = reading.text[mention.end : start]
    purpose = not gap.strip() or gap.rstrip().endswith(",") or any(p.end == start - 1 for p in reading.parties)
    construct = not reading.text[mention.head :].startswith("ال") and _GENITIVE.fullmatch(gap)
    belongs = construct and _FOR_THE.match(reading.text, start)  # اتفاقية النقل البري للركاب: all of it is the subject
    if belongs or _NO_SUBJECT.match(reading.text, end) or _AFTER_OFFICE.search(gap.rstrip()):
        return False
    if grammar.slots.subject_block.search(gap) or (toward and not purpose):
        return False
    if not gap.strip(" ,،()") or gap.lstrip().startswith("بين "):
        return True
    return not grammar.slots.weak_opener.fullmatch(reading.text[start:end].strip(" ,،"))


def _is_place_or_date(mention: Mention, at: int) -> bool:
    reading = mention.reading
    return (
        any(item.start - at in (0, 1, 4) for item in reading.times_and_places)
        or any(party.start - at in (0, 4) for party in reading.parties if party.item.kind == "person")
        or any(figure.start - at in (0, 1) and figure.item.kind == "duration" for figure in reading.figures)
    )


def _until(mention: Mention, start: int, end: int) -> tuple[int, int] | None:
    text = mention.reading.text
    stop = mention.grammar.slots.subject_stop.search(text, start, end)
    listed = stop and stop.group()[0] in ",،" and not mention.grammar.slots.subject_stop.match(text, stop.start() + 1)
    if stop and listed and (series := mention.grammar.slots.series.match(text, stop.start(), end)):
        stop = mention.grammar.slots.subject_stop.search(text, series.end(), end)  # "A, B and the use of C"
    end = phrase_end(mention.reading, start, min(stop.start() if stop else end, start + 110))
    for match in mention.grammar.cue.within(text, start, end):
        if text[start : match.start].split()[-1:] in (["the"], ["a"], ["an"]):
            continue  # "for the proposed wind farm"
        fact = mention.grammar.cues[match.phrase]
        if fact.form == "state" or (fact.form == "past" and fact.status != "signed"):
            end = match.start
            break
    when = next(
        (d for d in within(mention.reading.dates, start + 3, end) if _is_when(text[start : d.start], d.item.value)),
        None,
    )
    end = when.start if when else end
    given = next(
        (p for p in mention.reading.parties if start < p.start < end and text[: p.start].endswith(" علي ")), None
    )
    end = given.start - 5 if given else end  # … للهندسة والتشييد [على شركة كذا]
    term = next((f for f in within(mention.reading.figures, start + 3, end) if f.item.kind == "duration"), None)
    end = term.start if term and _BEFORE_TERM.search(text[start : term.start]) else end
    phrase = _LOOSE_END.sub("", text[start:end].rstrip(' .,،؛:"'))
    return (start, start + len(phrase)) if len(phrase) > 2 else None


def _is_when(before: str, value: str) -> bool:
    """Whether a date after these words tells when, and is no part of a name ("Vision 2030")."""
    return _BEFORE_WHEN.search(before) is not None or len(value) >= 7


def _premodifiers(mention: Mention, end: int) -> tuple[int, int] | None:
    """The words that say what it is about inside the phrase: "media agreement", اتفاقية الشراكة الاقتصادية."""
    text, grammar = mention.reading.text, mention.grammar
    if grammar.verb_first:
        return _construct(mention, end)
    words = list(_NOUN_WORD.finditer(text[mention.start : mention.head]))
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


def _construct(mention: Mention, end: int) -> tuple[int, int] | None:
    text, grammar = mention.reading.text, mention.grammar
    stop = grammar.slots.subject_stop.search(text, mention.end)
    limit = min(stop.start() if stop else len(text), end, mention.end + 60)
    if text[:limit].endswith(" و"):
        limit -= 2  # مذكرة تفاهم [و]بروتوكول
    fillers, start = grammar.slots.topic_filler, mention.end
    words = list(_WORD.finditer(text[mention.end : limit]))
    for word in words:
        plain = word.group().strip('()،."')
        if plain in fillers or _adjective(plain):
            start = mention.end + word.end()
            continue
        break
    rest = list(_WORD.finditer(text[start:limit]))
    end = start
    for word in rest[:4]:
        plain = word.group().strip('()،."')
        at = start + word.start()
        if plain in fillers or any(item.start - 1 <= at < item.end for item in mention.reading.findings):
            break
        if _PARTICLE.match(plain) and len(plain) < 5:
            break
        end = start + word.end()
    phrase = text[start:end].strip(' .،"()')
    if (
        not phrase
        or mention.pronoun
        or _BY.match(phrase)
        or "بموجب" in phrase
        or _VERB_OF_SIZE.match(phrase)
        or _HAPPENED.match(phrase)
        or _NO_SUBJECT.match(phrase)
        or (grammar.cue.at(text, start + 1) and not _EXCHANGE_OF.match(phrase))
    ):
        return None
    begin = text.index(phrase, start)
    return begin, begin + len(phrase)


def _adjective(word: str) -> bool:
    """Whether an Arabic word after the noun only qualifies it: اتفاقية [أمنية], البروتوكول [المالي], مذكرات [تشغيلية]."""
    return word.endswith(("ية", "ي", "يا", "ثة", "هة")) and len(word) > 3


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
