"""What belongs to a name and what does not, where corpora differ. Source: the annotation guidelines of the gold articles.

The training sentences are brought to these rules, and the tagger's output is completed by them.
"""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.entities.arabic import STOPS, readings
from pipeline.entities.lexicon import country_words
from pipeline.entities.nationalities import COMPASS, NATIONALITIES
from pipeline.text import fold


def _table(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


# شركة قطر للطاقة, مجموعة موانئ أبوظبي: the noun is part of the company's name.
COMPANY_NOUNS = _table(
    "شركة مجموعة مؤسسة بنك مصرف صندوق جامعة مصنع وكالة منظمة هيئة جمعية نادي معهد مركز مستشفى إذاعة قناة مؤسسة"
)
# شركة سوناطراك الجزائرية: the nationality stays outside; شركة النفط الوطنية الكورية is a description, and keeps it.
BRAND_NOUNS = _table("شركة مجموعة")
# مدينة نواكشوط, ولاية غوا, دولة الإمارات, ميناء سفاجا.
PLACE_NOUNS = _table(
    """دولة جمهورية مملكة سلطنة إمارة مدينة محافظة ولاية مقاطعة إقليم منطقة ميناء مطار حقل منجم معبر جزيرة قصر مجمع قرية
    نهر بحر خليج وادي جبل سد مضيق شبه حي ريف قضاء بلدية واحة بحيرة هضبة صحراء"""
)
REGIONS = _table("آسيا أفريقيا إفريقيا أوروبا المتوسط أمريكا أميركا")
COMPASS_NOUNS = _table("شمال جنوب شرق غرب وسط")
# Names of public bodies take the nationality that follows: وزارة التعليم الهندية, الهيئة العامة للجمارك الصينية.
PUBLIC_NOUNS = _table(
    """وزارة هيئة وكالة إدارة دائرة مجلس ديوان مديرية أمانة مفوضية لجنة غرفة اتحاد بنك مصرف مركز معهد مؤسسة جمعية سلطة
    أكاديمية منظمة قوات جيش إذاعة صندوق برلمان محكمة نقابة رابطة مكتب بورصة
    الوزارة الهيئة الوكالة الإدارة الدائرة المجلس الديوان المديرية الأمانة المفوضية اللجنة الغرفة الاتحاد البنك المصرف
    المركز المعهد المؤسسة الجمعية السلطة الأكاديمية المنظمة الشركة الصندوق البرلمان المحكمة النقابة الرابطة"""
)
# Instruments, events and plans that taggers take for organisations: Comprehensive Economic Partnership Agreement.
NO_BODIES = frozenset(
    """agreement agreements convention treaty protocol memorandum accord declaration act law resolution vision strategy
    plan week day days award awards prize cup expo exhibition summit ceremony dialogue roadmap charter""".split()
)
SECOND_BODIES = _table(
    """وزارة هيئة شركة مجموعة بنك مصرف صندوق جامعة مؤسسة اتحاد جمعية منظمة وكالة مجلس غرفة لجنة معهد كلية أكاديمية ديوان
    الوزارة الهيئة الشركة المجموعة البنك المصرف الصندوق الجامعة المؤسسة الاتحاد الجمعية المنظمة الوكالة المجلس الغرفة
    اللجنة المعهد الأكاديمية المدرسة"""
)
TIMES = _table("اليوم أمس غدا الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت")
CURRENCIES = _table("ريال دينار درهم دولار جنيه يورو ليرة يوان مليون مليار")
CABINET = (fold("مجلس"), fold("الوزراء"))
# Alone they take up a body named before, and are no mention: the Ministry, الاتحاد.
BARE_BODIES = _table(
    """الوزارة الهيئة الشركة المجموعة البنك الصندوق الجامعة المؤسسة الاتحاد الجمعية المنظمة الوكالة المجلس الغرفة اللجنة
    المركز المعهد النادي الحكومة السلطة الدائرة المصرف الطيران"""
) | frozenset(
    """ministry authority company group bank fund university council committee commission agency union assembly house
    government board association organisation organization centre center institute cabinet department chamber""".split()
)
BARE_PLACES = _table("المملكة السلطنة الدولة الجمهورية العاصمة الإمارة المحافظة المدينة الولاية") | frozenset(
    """kingdom republic sultanate emirate capital city port province state governorate""".split()
)
MINISTERS = frozenset("minister ministers undersecretary".split())
GOVERNMENT = fold("حكومة")
QUOTE = '"'


SITES = frozenset(
    (
        "port",
        "airport",
        "crossing",
        "campus",
        "dam",
        "power station",
        "border crossing",
        "oil field",
        "gas field",
        "field",
    )
)
_NOUNS = COMPANY_NOUNS | PLACE_NOUNS | PUBLIC_NOUNS | COMPASS_NOUNS | BARE_PLACES


def bare(token: str) -> str:
    """The noun of these tables that a token is, proclitics taken off; else the token itself."""
    return next((reading for reading in readings(token) if reading in _NOUNS), token)


def is_noun(token: str) -> bool:
    """Whether a token is one of these nouns as it stands, so that none of its letters is a proclitic."""
    return token in _NOUNS


def complete(tokens: Sequence[str], start: int, end: int, label: str, lang: str) -> tuple[int, int]:
    """The tokens of a name with the words beside it that belong to it: in Arabic the noun before it and the nationality after
    it, in English the noun of a site after it (Abu Amama port)."""
    if lang == "en":
        return (start, _site_end(tokens, end)) if label == "LOC" else (start, end)
    if label == "ORG":
        return _organisation(tokens, start, end)
    if label == "LOC":
        if bare(tokens[start]) in PLACE_NOUNS and end - start > 2 and tokens[end - 1] in NATIONALITIES:
            end -= 1
        return (_place(tokens, start) if start else start), end
    return start, end


def _site_end(tokens: Sequence[str], end: int) -> int:
    """Where an English place ends with the noun of its site: Attarat power station, Jumaima crossing; not the port of Santos."""
    if tokens[end - 1] in SITES and end < len(tokens) and tokens[end] == "of":
        return end - 1
    for size in (2, 1):
        if end + size > len(tokens):
            continue
        after = tokens[end + size] if end + size < len(tokens) else ""
        if " ".join(tokens[end : end + size]) in SITES and after != "of":
            return end + size
    return end


def _place(tokens: Sequence[str], start: int) -> int:
    before = bare(tokens[start - 1])
    if before in PLACE_NOUNS:
        return start - 1
    while (
        start
        and bare(tokens[start - 1]) in COMPASS_NOUNS
        and (tokens[start] in REGIONS or tokens[start] in COMPASS_NOUNS)
    ):
        start -= 1
    return start


def _organisation(tokens: Sequence[str], start: int, end: int) -> tuple[int, int]:
    quoted = start > 1 and tokens[start - 1] == QUOTE and end < len(tokens) and tokens[end] == QUOTE
    before = start - 2 if quoted else start - 1
    first = bare(tokens[start])
    if (
        first in BRAND_NOUNS
        and end - start > 2
        and tokens[end - 1] in NATIONALITIES
        and not tokens[start + 1].startswith("ال")
    ):
        return start, end - 1
    if before >= 0 and bare(tokens[before]) in COMPANY_NOUNS and first not in COMPANY_NOUNS | PUBLIC_NOUNS:
        return before, end + quoted
    if first in PUBLIC_NOUNS and end < len(tokens) and tokens[end] in NATIONALITIES:
        end += 1
        end += end < len(tokens) and tokens[end] in COMPASS
    return start, end


def cut_organisation(tokens: Sequence[str], start: int, end: int) -> list[tuple[int, int]]:
    """An Arabic organisation without the words of time and prepositions that a tagger drew in, cut where a second one begins:
    هيئة المتاحف | والمدرسة الوطنية العليا."""
    while end > start + 1 and (tokens[end - 1] in STOPS or tokens[end - 1] in TIMES):
        end -= 1
    if tokens[start] == "عام" and end > start + 1:
        start += 1
    starts = [
        start,
        *(at for at in range(start + 1, end) if tokens[at][:1] == "و" and tokens[at][1:] in SECOND_BODIES),
        end,
    ]
    return list(pairwise(starts))


def is_party(tokens: Sequence[str], start: int, end: int, label: str, lang: str) -> bool:
    """Whether a name can be one: no instrument or event, no portfolio after Minister of, no mere kind (the Ministry, المملكة)."""
    if label == "LOC" and end == start + 1 and bare(tokens[start]).lower() in BARE_PLACES:
        return False
    if lang == "ar":
        office = label == "ORG" and tuple(tokens[start:end]) == CABINET and start and tokens[start - 1].endswith("رئيس")
        alone = label == "ORG" and end == start + 1 and any(form in BARE_BODIES for form in readings(tokens[start]))
        return not office and not alone and tokens[start] not in CURRENCIES
    if label != "ORG":
        return True
    if tokens[end - 1].lower() in NO_BODIES or (end == start + 1 and tokens[start].lower() in BARE_BODIES):
        return False
    return not (start > 1 and tokens[start - 1].lower() == "of" and tokens[start - 2].lower() in MINISTERS)


def government_of(tokens: Sequence[str], start: int, end: int) -> int | None:
    """Where the state begins in Government of Senegal, حكومة السنغال: the press means the country. None for other names."""
    if end - start > 2 and tokens[start].lower() == "government" and tokens[start + 1].lower() == "of":
        return start + 2
    if end - start > 1 and any(reading == GOVERNMENT for reading in readings(tokens[start])):
        return start + 1
    return None


def join_places(tokens: Sequence[str], first: tuple[int, int, str], second: tuple[int, int, str]) -> bool:
    """Whether two places that touch are one Arabic name: بونتا كانا, ساو باولو; not a place and its country."""
    return (
        first[2] == second[2] == "LOC"
        and first[1] == second[0]
        and tokens[second[0]][:1] not in ("و", "ف", "ب", "ل", "ك", "(")
        and tokens[second[0]] not in country_words("ar")
        and not tokens[second[0]].startswith("ال")
    )
