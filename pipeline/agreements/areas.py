"""Fields of cooperation: enumerations after "in the fields of", "covering", في مجالات, lists, and subjects that are fields."""

from collections.abc import Iterator, Sequence

import regex

from pipeline.agreements.mentions import GRAMMARS, Mention
from pipeline.agreements.merge import Draft
from pipeline.agreements.reading import Reading
from pipeline.agreements.slots import clause_end, phrase_end
from pipeline.agreements.topics import topic_of
from pipeline.findings import AreaFinding

_ITEM_MARK = regex.compile(r"\s*(?:[-•*–]|\(?\d{1,2}\s?[-.):])*\s*")
_HEAD_END = regex.compile(r"[:;؛.](?=\s|$)")
_JOIN_EN = regex.compile(r",\s+(?:and\s+|or\s+|as well as\s+)?|\s+(?:and|as well as|along with|plus)\s+")
_JOIN_AR = regex.compile(r"[،,]\s*(?:و(?=\w{3}))?|\sو(?=\w{3})")
_OXFORD = regex.compile(r",\s+(?:and|as well as)\s")
_WORD = regex.compile(r"\w+")
_LONGEST = 12
# Phrases that name one field with an "and" inside.
_SET = {
    "en": regex.compile(
        r"(?:research and development|science and technology|oil and gas|health and safety|education and training|arts and culture|food and beverage|"
        r"information and communications? technology|search and rescue|water and sanitation|trade and investment promotion|small and medium\S*|"
        r"mergers and acquisitions|training and qualification|command and control)",
        regex.IGNORECASE,
    ),
    "ar": regex.compile(
        r"البحث والتطوير|العلوم والتكنولوجيا|النفط والغاز|الصحة والسلامة|البحث والانقاذ|الصغيرة والمتوسطة|المياه والصرف الصحي|والجماعات المحلية"
    ),
}
# Arabic words whose first letter is no conjunction.
_RADICAL_WAW = regex.compile(
    r"و(?:زار|زير|قود|سائل|ثائق|رش|حد|ارد|طني|ظائف|ظيف|فد|فود|كال|كلاء|اسع|قاي|لاي|ساط|قف|اجه|عي|رق|اقع|سط|ضع|صول|صل|ديع|جب|جه|فر|رد)\w*"
)
_ADJECTIVE = regex.compile(r"\w+(?:al|ic|ive|ary|ous|an|ar|ble|ese|ish|ed|ing)\b", regex.IGNORECASE)
_QUALITY = regex.compile(r"\w+(?:matic|tific|omic|[cr]ical|ural|ional|ative|ctive|mental|cial|tary|litary)")
_DEED = regex.compile(r"(?:the )?\w+(?:tion|sion|ment|ance|ence|ing|al|age)", regex.IGNORECASE)
_DEED_OF = regex.compile(r"(?:the )?(?:\w+ )?\w+(?:tion|sion|ment|ance|ence|ing|al|age) of\b", regex.IGNORECASE)
_LEADING = {
    "en": regex.compile(
        r"(?:(?:the|an?|and|in|on|of|both|as well as|also|including|to|for|such as|other|cooperation in|cooperation on|their|its|fields? of|areas? of|support for|"
        r"possible|particularly|notably|especially|particular|namely)\s+)+",
        regex.IGNORECASE,
    ),
    "ar": regex.compile(
        r"(?:(?:و?(?:في|علي|منها|من بينها|ابرزها|مختلف المجالات|مختلف|مجال|مجالات|كذلك|ايضا|غيرها|قطاع|قطاعات|التعاون في))\s+)+"
    ),
}
_COOPERATION = {
    "en": regex.compile(
        r"(?:(?:comprehensive|joint|bilateral|economic)\s)?(?:cooperation|partnership|collaboration)\s(?:in|on)\s(?:the\s)?(?:(?:fields?|areas?) of\s)?",
        regex.IGNORECASE,
    ),
    "ar": regex.compile(
        r"(?:ال|ل)?تعاون (?:\w+ )?(?:في|بشان|بمجال) (?:مجال(?:ات|ي)? )?|(?:تطوير|تعزيز|توسيع|دعم|تنظيم) "
    ),
}
# A subject that says less than the fields which are then enumerated.
_NEGATED = regex.compile(r"(?:\bnot|n't|(?<!\w)و?(?:لا|لم|لن|ليس|دون ان))\s\Z")  # "does not include", لا يتضمن
_GENERAL = regex.compile(r"(?:\w+ )?(?:cooperation|collaboration)|(?:ال)?(?:تعاون|شراكة)(?: \w+)?")
_ENUMERATION = 3  # fields
# "to [set up] manufacturing capabilities", "to [explore opportunities in] defence electronics", "to [treat] acute malnutrition".
_HOLDS = regex.compile(r"(?<!\w)[وف]?(?:تشمل|يشمل|شملت|شمل|تتضمن|يتضمن|تضمنت|تغطي|يغطي|تضم|يضم)\s(?:هذه |هذا )?\Z")
_HELD = regex.compile(
    r"(?:، (?:التي|الذي)\s[^؛.]{3,200}?،)?،?\s(?:كذلك |ايضا )?"
    r"(?:(?:مشاريع|مشروعات|برامج|مجالات|التعاون في|اعمال) ?(?:مجالات |مجال )?(?:ل(?=\w))?)?"
)
_SUBJECT = regex.compile(
    r"(?:هذه |هذا )?ال(?:خطة|اتفاقية|اتفاق|مذكرة|عقد|بروتوكول|برنامج|شراكة|وثيقة)(?:،? (?:التي|الذي)\s[^؛.]{3,200}?،|،)?\s"
    r"(?:(?:مشاريع|مشروعات|برامج|اعمال|التعاون في) (?:ل(?=\w))?(?:مجالات |مجال )?)?"
)
_DOING = regex.compile(
    r"(?:[a-z]+ (?:up|out|off|down)|[a-z]+)(?: and [a-z]+)?(?: (?:opportunities|cooperation|ways|the use) (?:in|of|for|on))?\s+(?:the |an? |new )?"
)
_OBJECT_END = regex.compile(r"\s(?:in the|that|which|for|at|with|and (?:develop|build|supply))\b")
_AT_PLACE = {
    "en": regex.compile(r"\s(?:at|near|in)\s(?:the )?(?=[A-Z])"),
    "ar": regex.compile(r"\s(?:في|ب)\s?(?=(?:ولاية|مدينة|محافظة|ميناء|مطار|منطقة)\s)"),
}
_IN_PLACE = regex.compile(r"\b(?:in|across|between|from|at) (?:the )?[A-Z]\w+\Z")
# One word that is no field by itself: a stray participle, an adjective, a verb.
_DOING_WORD = regex.compile(
    r"(?!includ|follow|accord|concern|regard|commission|install|test)[a-z]{3,}ing"
)  # a field among others: pilotage, dredging and customs
_LONE_WORD = {
    "en": regex.compile(
        r"(?!train|min|bank|farm|ship|fish|engineer|manufactur|market|financ|teach|nurs|broadcast|build|process|tourism|print|pack|coach)\w+ing"
        r"|twinning|signature|\w+(?:tific|ical|onal|tural|itary)|(?:third|first|second|new|next) \w+|record|and|to|economic|commercial|political|various|other|shareholders?|off-?take|sale|acquisition|place",
        regex.IGNORECASE,
    ),
    "ar": regex.compile(
        r"لم|لن|لا|قد|وتم|تم|وجري|جري|تناهز|[تي]\w{2,4}|(?:ال|ل)?(?:تعاون|شراكة|تفاهم)(?: (?:المشترك|الثنائي|بينهما|المشتركة|الثنائية))?|العلاقات(?: الثنائية| المشتركة)?|العمل المشترك|المصالح المشتركة(?: \w+)?|ال(?:سابقة|جديدة|مماثلة|حالية|مستفيدة|مشتركة|مذكورة|مبرمة|موقعة)|مبادرة|هذا الشان|ذلك|سابقة|مماثلة|مشابهة|\w+هما?"
    ),
}
_NO_FIELD = regex.compile(
    r"\b(?:areas|fields|sectors|domains)$|\b(?:it|they|he|she|which|who|phase|plant|stations?|project|factory|others?|more|countries|sides|parties|companies|years?|committees?|working groups?)\b|\d|\sسنوات?(?!\w)|^(?:لجنة|غيرها|البلدين|الجانبين|الطرفين|سبل)|"
    r"(?:البلدين|الجانبين|الطرفين)$",
    regex.IGNORECASE,
)


def find_areas(mention: Mention, others: Sequence[Mention], following: Sequence[Reading]) -> list[AreaFinding]:
    """The fields that the words after a mention tie to its instrument, each with its media topic."""
    reading, found = mention.reading, list[AreaFinding]()
    end = max(clause_end(mention, others), mention.end)
    start = mention.start if mention.anaphor else mention.end
    if mention.anaphor and reading.text[max(0, start - 1) : start] in ("و", "ف"):
        start -= 1  # وتشمل
    works = mention.kind == "contract"
    found += _longest(reading, start, end, works=works) or _before(mention) or _governed(mention, end)
    sentence = reading.text[mention.sentence.start : mention.sentence.end].rstrip()
    if sentence.endswith(":") and following:
        found += listed(following)
    return found


def _longest(reading: Reading, start: int, end: int, *, works: bool = False) -> list[AreaFinding]:
    """The longest enumeration of fields that an opener between start and end begins; `works`: of a contract, which includes
    ships and options rather than fields."""
    openers = GRAMMARS[reading.passage.lang].slots.field_opener.finditer(reading.text, start, end)
    starts = [
        opener.end()
        for opener in openers
        if not (works and opener.group().lower().startswith("includ"))
        and not _NEGATED.search(reading.text[max(0, opener.start() - 14) : opener.start()])
    ]
    if GRAMMARS[reading.passage.lang].verb_first:
        subjects = [_SUBJECT.match(reading.text, at, end) for at in starts]  # وتتضمن [الخطة، التي وقعها فلان،] مشاريع …
        starts = [s.end() if s else at for s, at in zip(subjects, starts, strict=True)]
    lists = sorted((enumerated(reading, at, end) for at in starts), key=len, reverse=True)
    found = lists[0] if lists else []
    if GRAMMARS[reading.passage.lang].verb_first:  # في مجال الري، ومن أبرز مجالات التعاون …: both
        for other in lists[1:]:
            found += [] if any(a.span.overlaps(b.span) for a in other for b in found) else other
    return found


def _before(mention: Mention) -> list[AreaFinding]:
    """The fields of what is done under it: "are to cooperate in breeding and storage under a memorandum"."""
    text, floor = mention.reading.text, mention.sentence.start
    hung = mention.grammar.hung_under.search(text[max(floor, mention.start - 24) : mention.start]) is not None
    return _longest(mention.reading, floor, mention.start) if hung and not mention.definite else []


def _governed(mention: Mention, end: int) -> list[AreaFinding]:
    """The fields that follow the instrument as the subject of a verb of holding: وتتضمن الخطة [تأهيل الشبكات وحفر الآبار]."""
    text = mention.reading.text
    if not (mention.definite and mention.grammar.verb_first and _HOLDS.search(text[: mention.start])):
        return []
    opener = _HELD.match(text, mention.end, end)
    fields = enumerated(mention.reading, opener.end(), end) if opener else []
    return fields if len(fields) >= 2 else []


def subject_areas(draft: Draft) -> list[AreaFinding]:
    """The fields that the subject of an instrument names; works, purchases and figures are none."""
    found = draft.subject_at
    if found is None or draft.kind == "contract":
        return []
    reading, start, end = found
    if len(draft.areas) >= _ENUMERATION and _GENERAL.fullmatch(reading.text, start, end):
        return []
    lead = _COOPERATION[reading.passage.lang].match(reading.text, start, end)
    start = lead.end() if lead else start
    doing = _DOING.match(reading.text, start, end) if reading.text[max(0, start - 3) : start] == "to " else None
    if doing:
        start = doing.end()
        object_end = _OBJECT_END.search(reading.text, start, end)
        end = object_end.start() if object_end else end
    no_field = GRAMMARS[reading.passage.lang].slots.no_field
    if (
        no_field.search(reading.text[start:end])
        and "," not in reading.text[start:end]
        and "،" not in reading.text[start:end]
    ) or len(reading.text[start:end].split()) > 16:
        return []
    stop = _AT_PLACE[reading.passage.lang].search(reading.text, start, end)
    end = stop.start() if stop and stop.start() > start + 2 else end
    return [
        area(reading, a, b) for a, b in split_fields(reading, start, end) if not no_field.search(reading.text, a, b)
    ]


def announced_fields(readings: Sequence[Reading]) -> list[tuple[Reading, list[AreaFinding]]]:
    """Lists that a counted "five areas", خمسة مجالات opens, with the passage that opens each."""
    found = []
    for position, reading in enumerate(readings):
        items = []
        for item in readings[position + 1 :]:
            if item.passage.role != "list_item":
                break
            items.append(item)
        last = reading.sentences[-1]
        if len(items) >= 2 and GRAMMARS[reading.passage.lang].slots.counted_fields.search(
            reading.text, last.start, last.end
        ):
            found.append((reading, listed(items)))
    return found


def enumerated(reading: Reading, start: int, end: int) -> list[AreaFinding]:
    """The fields of an enumeration that begins at `start`."""
    grammar = GRAMMARS[reading.passage.lang]
    stop = grammar.slots.field_stop.search(reading.text, start, end)
    end = phrase_end(reading, start, stop.start() if stop else end)
    return [area(reading, a, b) for a, b in split_fields(reading, start, end)]


def listed(items: Sequence[Reading]) -> list[AreaFinding]:
    """One field for each item of a list: what stands before its colon, or the item."""
    found = []
    for item in items:
        mark = _ITEM_MARK.match(item.text)
        start = mark.end() if mark else 0
        stop = _HEAD_END.search(item.text, start)
        end = stop.start() if stop else len(item.text)
        lead = _LEADING[item.passage.lang].match(item.text, start)
        start = lead.end() if lead else start
        if 0 < len(item.text[start:end].split()) <= _LONGEST + 4:
            found.append(area(item, start, end))
    return found


def area(reading: Reading, start: int, end: int) -> AreaFinding:
    """The field between two places of a reading, with its topic."""
    return AreaFinding(reading.span(start, end), topic_of(reading.text[start:end], reading.passage.lang))


def _is_name(reading: Reading, start: int, end: int) -> bool:
    """Whether a phrase is only a party, a place or a date: "Korea", شرم الشيخ."""
    families = (reading.parties, reading.places, reading.dates, reading.figures)
    return any(item.start <= start + 4 and end - 1 <= item.end for family in families for item in family)


def split_fields(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The separate fields of an enumeration, as indexes; set phrases stay whole, phrases that are no field are left out."""
    lang, text = reading.passage.lang, reading.text
    cuts = list(_arabic_cuts(text, start, end) if lang == "ar" else _english_cuts(text, start, end))
    for a, b in zip([start, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), end], strict=True):
        lead = _LEADING[lang].match(text, a, b)
        a = lead.end() if lead else a  # noqa: PLW2901
        phrase = text[a:b].strip(" ,،.\"'()")
        if len(phrase) < 2 or len(phrase.split()) > _LONGEST or _NO_FIELD.search(phrase):
            continue
        begin = text.index(phrase, a)
        lone = _LONE_WORD[lang].fullmatch(phrase) and not (len(cuts) > 1 and _DOING_WORD.fullmatch(phrase))
        if _is_name(reading, begin, begin + len(phrase)) or lone:
            continue
        yield begin, begin + len(phrase)


def _english_cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    joins = list(_JOIN_EN.finditer(text, start, end))
    commas = [join for join in joins if join.group().startswith(",") and "as well" not in join.group()]
    sets = [(m.start(), m.end()) for m in _SET["en"].finditer(text, start, end)]
    for position, join in enumerate(joins):
        if any(a <= join.start() < b for a, b in sets):
            continue
        if join in commas or join.group().startswith(","):
            yield join.span()
            continue
        if commas and join.start() < commas[-1].start():
            continue  # "education and training, trade and transport": only the last "and" joins fields
        if commas and _OXFORD.match(commas[-1].group()):
            continue
        left = text[max([start, *(j.end() for j in joins[:position])]) : join.start()]
        right = text[join.end() : end]
        if len(left.split()) == 1 and _ADJECTIVE.fullmatch(left.strip()) and len(right.split()) >= 2 and not commas:
            continue  # "lunar and Mars exploration"
        if not commas and _QUALITY.fullmatch(left.split()[-1] if left.split() else ""):
            continue  # "visas for diplomatic and service passports"
        if not commas and _DEED.fullmatch(left.strip()) and _DEED_OF.match(right):
            continue  # "promotion and reciprocal protection of investments"
        if _IN_PLACE.search(left) and not commas:
            continue  # "exploration in the Ghadames and Sirte basins"
        yield join.span()


def _pair_of_adjectives(left: str, right: str, after: str) -> bool:
    """Whether two Arabic words are two qualities or two sorts of people of one thing."""
    alone = not after.strip() or after.strip()[0] in "،.؛" or after.strip().startswith("و")
    both = [left.endswith(ending) and right.endswith(ending) for ending in ("ية", "ين")]
    return any(both) and alone and right.startswith("ال") == left.startswith("ال")


def _arabic_cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    sets = [(m.start(), m.end()) for m in _SET["ar"].finditer(text, start, end)]
    for join in _JOIN_AR.finditer(text, start, end):
        word = _WORD.match(text, join.end())
        if word is None or any(a < join.start() < b for a, b in sets):
            continue
        if join.group().endswith("و"):
            rest = word.group()
            if _RADICAL_WAW.match("و" + rest) and not rest.startswith("ال"):
                if join.group().strip() == "و":
                    continue
                yield join.start(), join.end() - 1
                continue
            if rest.endswith(("ها", "هما", "هم")) and len(rest) > 4:
                continue  # وتشغيلها: of the thing before
            left = text[start : join.start()].split()
            if len(left) >= 2 and left[-2].removeprefix("و") == "تبادل" and not text[word.end() : end].startswith(" "):
                continue  # تبادل الأساتذة والطلاب
            if len(left) > 1 and _pair_of_adjectives(left[-1], rest, text[word.end() : end]):
                continue  # المواد الإخبارية والوثائقية, تدريب المذيعين والفنيين
        yield join.span()
