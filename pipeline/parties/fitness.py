"""What the NER takes for a name and is no party or place: events, instruments, offices, sources, generic nouns."""

import regex

from pipeline.countries import find_countries
from pipeline.findings import Lang
from pipeline.gazetteers.phrases import unprefixed
from pipeline.parties import arabic, english
from pipeline.parties.names import is_generic, name_words, names_instrument
from pipeline.parties.places import city_candidates, is_region
from pipeline.parties.units import Mention, Reading


def is_unfit(text: str, start: int, end: int, label: str, lang: Lang) -> bool:
    """Whether a mention names no party or place: "Minister of *Foreign Affairs*", *Partnership Agreement*, ال*مملكة*."""
    name = text[start:end]
    words = name.split()
    if len(name) < 2 or not any(c.isalpha() for c in name) or _is_month_or_unit(words[0]):
        return True
    if label == "LOC":
        return _is_unfit_place(name, words[0]) or _AS_ADJECTIVE.match(text, end) is not None
    if _COUNTED_EVENT.match(name) or _QUANTITY.fullmatch(name):
        return True
    if label == "PER":
        return all(word.lower().rstrip(".") in english.TITLES or word in arabic.TITLES for word in words)
    if (
        is_generic(name_words(name))
        or name.lower() in english.GENERIC_ADJECTIVES | english.DESKS
        or name in arabic.REGIONAL
    ):
        return True
    return _is_unfit_english(text, start, words) if lang == "en" else _is_unfit_arabic(text, start, words)


_AS_ADJECTIVE = regex.compile(r" (?:country|countries|nations?|kingdom|emirate|leaders)\b")  # the Gulf country
_COUNTED_EVENT = regex.compile(r"\d+(?:st|nd|rd|th)\b")  # the 48th ASEAN Economic Ministers' Meeting
_QUANTITY = regex.compile(r"\d[\d.,]*\s(?:\p{L}{1,3}|\p{L}*(?:وات|واط|متر|طن))")  # 6 GW, 3 جيجاوات
_NOT_FIRST = frozenset(
    {
        "specifically",
        "currently",
        "meanwhile",
        "additionally",
        "so",
        "within",
        "during",
        "since",
        "despite",
        "until",
        "after",
        "before",
    }
)


def _is_unfit_place(name: str, first: str) -> bool:
    if first in arabic.NOT_PARTIES or first.lower() in _NOT_FIRST or _is_conjunction(name):
        return True
    bare = name.removeprefix("ال")
    return name.lower() in english.GENERIC_PLACES or bare in arabic.GENERIC_PLACES or name[1:] in arabic.GENERIC_PLACES


def _is_conjunction(name: str) -> bool:
    """Whether a place is no more than a conjunction and a common noun: حكومة وشعبا; ووهان and وهران are in the gazetteer."""
    return name.startswith("و") and " " not in name and not is_region(name) and not city_candidates(name)


def _is_month_or_unit(word: str) -> bool:
    return word.lower().rstrip("'") in english.MONTHS | english.UNITS or word in arabic.MONTHS


_GENERIC_ALONE = english.GENERIC_PLACES | english.GENERIC_ADJECTIVES | english.COMPANY_PLURALS | {"airlines"}


def _is_unfit_english(text: str, start: int, words: list[str]) -> bool:
    if _OFFICE_AFTER.match(text, start + len(" ".join(words))) and words[-1].lower() in english.MODIFIERS:
        return True  # US Energy Secretary, Labour Cabinet Secretary
    if len(words) > 2 and words[0].lower() in english.HEADS and words[1] in ("of", "for"):
        return True  # Undersecretary for Transport
    if words[0][0].isupper() and len(words) > 1 and all(word.islower() for word in words[1:]):
        return any(m.adjective for m in find_countries(words[0], "en"))  # Libyan airlines
    if len(words) > 1 and words[-1] in english.UNFINISHED:
        return True  # the first words of a title: Sino-Arab Economic
    if len(words) == 1 and words[0].endswith(("ish", "ese")) and words[0][1:].islower():
        return True  # Flemish
    alone = len(words) == 1 and words[0].lower() in _GENERIC_ALONE
    instrument = names_instrument(words)
    return (
        instrument
        or alone
        or words[-1].lower().rstrip("s") in english.NOT_PARTIES
        or _is_domain_english(text, start, words)
    )


def _is_unfit_arabic(text: str, start: int, words: list[str]) -> bool:
    first = words[0].removeprefix("ال")
    if first == words[0] and first in arabic.INSTITUTIONS and _only_adjectives(_before_purpose(words[1:])):
        return True  # مجموعة صينية, a Chinese group and no name; شركة قطرية لتطوير …, a firm in order to develop
    if words[0].startswith("ال") and first in arabic.INSTITUTIONS and len(words) > 1 and not _continues(words[1]):
        return True  # الاتحاد لدعم التحول, "the Union, in order to support …"; الغرفة ستنظم, "the Chamber will hold"
    if " ".join(words[:2]) in arabic.BOARDS:
        return True
    is_office = first in arabic.HEADS and first not in arabic.INSTITUTIONS
    return first in arabic.NOT_PARTIES or is_office or _is_domain_arabic(text, start, words)


def _continues(word: str) -> bool:
    """Whether a word may follow the definite first noun of a body's name: الاتحاد العربي, الهيئة للاستثمار, الاتحاد من أجل."""
    return word.startswith(("ال", "لل", '"', "-")) or word == "من" or not word.isalpha() or word.isascii()


def _before_purpose(words: list[str]) -> str:
    """The words before one that opens a purpose: قطرية of قطرية لتطوير."""
    purpose = next((at for at, word in enumerate(words) if at and word.startswith("ل")), len(words))
    return " ".join(words[:purpose])


def _only_adjectives(rest: str) -> bool:
    """Whether nothing but an indefinite nationality, or جامعة عربية's adjective, follows the noun of an institution."""
    if rest.startswith("ال"):
        return False
    return f"ال{rest}" in arabic.REGIONAL or any(
        m.adjective and m.end - m.start == len(rest) for m in find_countries(rest, "ar")
    )


_OFFICE_AFTER = regex.compile(r" (?:Minister|Secretary|Ambassador|Envoy|Commissioner)\b")
_MINISTER_OF = regex.compile(
    r"(?i:\bministers?|\bsecretary) (?:of state )?(?:of|for) (?:the )?(?:\p{Lu}[\p{L}]+,? ){0,4}(?:and |& )?$"
)


def _is_domain_english(text: str, start: int, words: list[str]) -> bool:
    before = text[max(0, start - 64) : start]
    return bool(_MINISTER_OF.search(before)) and not any(word.lower() in english.ORGANISATION_WORDS for word in words)


def _is_domain_arabic(text: str, start: int, words: list[str]) -> bool:
    before = text[max(0, start - 24) : start].split()
    if not before or not text[start - 1].isspace():
        return False
    heads = {word for _, word in unprefixed(before[-1])}
    if " ".join(words) in arabic.OFFICE_BODIES:
        return bool(heads & arabic.HEADS) or before[-1] in arabic.ACCEPTED_PARTICLES
    return bool(heads & arabic.MINISTER_HEADS) and words[0] not in arabic.INSTITUTIONS


_NEAR = 4  # characters before the place of a dateline
_DATELINE = 140  # characters of a dateline at most
_AROUND_SOURCES = frozenset({"()", "//", "--", ",-", "/-", "-/", "-:", ",:"})
_SHORT = 48  # characters of a line that is a dateline alone: الدار البيضاء - هسبريس


def drop_sources(readings: list[Reading]) -> None:
    """Takes out the agencies and reporters of datelines: "CAIRO, May 5 (MENA) --", أبوظبي / وام /, من ماجد القرعان."""
    for reading in readings[:6]:
        mentions = sorted(reading.mentions, key=lambda m: m.start)
        if mentions and mentions[0].start <= _NEAR and mentions[0].kind in ("place", "country"):
            for mention in mentions[1:]:
                if (mention.kind in ("organization", "person") or mention.text in _AGENCY_WORDS) and _is_source(
                    mention, mentions, reading.text
                ):
                    reading.mentions.remove(mention)


def _is_source(mention: Mention, mentions: list[Mention], text: str) -> bool:
    before, after = text[: mention.start].rstrip(), text[mention.end :].lstrip(" .")
    if mention.end > _DATELINE or not before:
        return False
    if before.endswith(" من") and before[:-3].rstrip()[-1:] in "-)/":
        return True
    if _is_agency(mention.text) and (not after or after[0] in "-/):"):
        return True
    if not after and before[-1] in "-/" and len(text) < _SHORT:
        return True
    if before[-1:] + after[:1] not in _AROUND_SOURCES:
        return False
    return not any(m.kind == "organization" and m.end == len(before) - 1 - before[:-1].endswith(" ") for m in mentions)


_REPORTED = regex.compile(
    r"(?:\b(?:told|according to|reported by|citing|cited by|to|by|said)(?: the)?"
    r"|(?:ذكرت|نقلت|افادت|بحسب|حسب|وفق|وفقا|نقلا عن|قالت|اوردت|عن|تصريحات?|تصريح)(?: ما \p{L}+)?)(?: \p{L}+){0,2} [لبو\"]{0,2}$"
)


def drop_reporters(readings: list[Reading]) -> None:
    """Takes out news agencies that only report: "told Reuters", ذكرت وكالة الأنباء السعودية (واس)."""
    agencies = [(m, r) for r in readings for m in r.mentions if m.kind == "organization" and _is_agency(m.text)]
    acting = {m.text for m, reading in agencies if not _reports(m, reading)}
    for mention, reading in agencies:
        if mention.text not in acting:
            reading.mentions.remove(mention)


def _is_agency(name: str) -> bool:
    words = name_words(name)
    news = ("وكالة" in words and any(word.endswith("انباء") for word in words)) or (
        "news" in words and bool({"agency", "service", "desk"} & set(words))
    )
    return news or (len(words) < 3 and bool(set(words) & _AGENCY_WORDS))


_AGENCY_WORDS = frozenset(
    "reuters afp bloomberg xinhua tass wam spa kuna petra mena wafa qna رويترز شينخوا بلومبرغ واس وام كونا بترا وفا قنا سبا سانا واج واع سونا".split()
)


def _reports(mention: Mention, reading: Reading) -> bool:
    before = reading.text[max(0, mention.start - 48) : mention.start]
    if before.endswith((" ل", '"ل')):  # صرح لوكالة المغرب العربي للأنباء
        return True
    if before.endswith(("ل(", "ل (")):  # قال في بيان لـ(كونا)
        return True
    in_brackets = before.endswith("(") and any(
        m.end in (mention.start - 1, mention.start - 2) for m in reading.mentions
    )
    return in_brackets or bool(_REPORTED.search(before))


_WITHIN = regex.compile(r",? (?:at|of|in) (?:the )?")
_FIELD_OF = regex.compile(
    r"(?:Director|Manager|Head|President|Secretary|Officer|Chief|Professor)s? (?:of|for) (?:\p{L}+,? ){0,4}(?:(?:and|&) )?$"
)


def drop_departments(readings: list[Reading]) -> None:
    """Takes out the department of an office whose body is named after it: مدير إدارة الإحصاء بالهيئة العامة للجمارك."""
    for reading in readings:
        bodies = {m.start for m in reading.mentions if m.kind == "organization"}
        for mention in [m for m in reading.mentions if m.kind == "organization" and m.lang == "ar"]:
            before = reading.text[: mention.start].split()[-1:]
            after = reading.text[mention.end : mention.end + 4]
            in_body = any(after.startswith(p) and mention.end + len(p) in bodies for p in (" ب", " في ", " ل", " لدي "))
            led = any(form.removeprefix("ال") in arabic.HEADS for word in before for _, form in unprefixed(word))
            noun = mention.text.split(maxsplit=1)[0]
            if in_body and ((led and noun in arabic.DEPARTMENTS) or noun in arabic.FACULTIES):
                reading.mentions.remove(mention)
        for mention in [m for m in reading.mentions if m.kind == "organization" and m.lang == "en"]:
            within = _WITHIN.match(reading.text, mention.end)
            if (
                within
                and within.end() in bodies
                and _FIELD_OF.search(reading.text, max(0, mention.start - 100), mention.start)
            ):
                reading.mentions.remove(mention)


def drop_other_acronyms(readings: list[Reading]) -> None:
    """Takes out the acronyms of agreements, projects and events: "the Partnership Agreement (CEPA)"."""
    others = {m.text for reading in readings for m in reading.mentions if _is_other_acronym(m, reading)}
    for reading in readings:
        reading.mentions = [m for m in reading.mentions if not (m.kind == "organization" and m.text in others)]


def _is_other_acronym(mention: Mention, reading: Reading) -> bool:
    text = reading.text
    if (
        mention.kind != "organization"
        or text[mention.start - 1 : mention.start] != "("
        or text[mention.end : mention.end + 1] != ")"
    ):
        return False
    before = text[: mention.start - 1].rstrip(" \"'")
    if any(m.kind == "organization" and m.end in (len(before), len(before) + 1) for m in reading.mentions):
        return False
    words = before.split()[-6:]
    if reading.lang == "en":
        return bool(words) and words[-1].lower().rstrip("s") in english.NOT_PARTIES
    return any(form.removeprefix("ال") in arabic.NOT_PARTIES for word in words for _, form in unprefixed(word))
