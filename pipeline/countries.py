"""Countries and blocs in both languages: their names in normalised text, their nationality adjectives, their CLDR names."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale

from pipeline.findings import Lang
from pipeline.gazetteers.phrases import PhraseIndex, Token, tokenise, unprefixed
from pipeline.gazetteers.table import read_rows, variants
from pipeline.text import fold


@dataclass(frozen=True, slots=True)
class CountryMention:
    """A country (ISO 3166-1 alpha-2) at characters `start` to `end` of the text searched, or its nationality adjective."""

    start: int
    end: int
    code: str
    adjective: bool


@dataclass(frozen=True, slots=True)
class BlocMention:
    """A bloc or international body by the key of its row in blocs.tsv."""

    start: int
    end: int
    key: str


_NOT_COUNTRIES = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split())
# CLDR names that are common words or other names in running text (Jersey the shirt and the US state, اروبا for Europe).
_AMBIGUOUS = {"en": frozenset("Jersey Réunion".split()), "ar": frozenset("أروبا نيوي جيرسي جزيرة مان".split())}
# Longer names that only hold a country's name.
_NOT_A_COUNTRY = {
    "en": "Latin America|North America|South America|Central America|South China Sea|East China Sea|Sea of Japan|Gulf of Oman"
    "|Gulf of Mexico|Gulf of Guinea|New Mexico|New England|New South Wales|Indian Ocean|Latin American|North American"
    "|South American|Central American|Pan American|Jordan Valley|Jordan River|River Jordan|Mount Lebanon|Lake Chad|Niger Delta"
    "|Inner Mongolia|British Columbia|Bank of America|Turkish Straits|African American|Republic of China Taiwan",
    "ar": "أمريكا اللاتينية|أميركا اللاتينية|أمريكا الشمالية|أميركا الشمالية|أمريكا الجنوبية|أميركا الجنوبية|أمريكا الوسطى"
    "|أميركا الوسطى|بحر الصين|خليج عمان|بحر عمان|خليج المكسيك|خليج غينيا|المحيط الهندي|المغرب العربي|نهر الأردن|غور الأردن"
    "|جبل لبنان|بحيرة تشاد|نهر النيجر|دلتا النيجر|صلاة المغرب|أذان المغرب|نصف قطر|الأمريكتين|الأميركتين",
}
_STATE_NOUNS_EN = frozenset(
    "republic kingdom state sultanate commonwealth principality emirate union federation".split()
)
_STATE_ADJECTIVES_EN = frozenset(
    "islamic federal people s democratic socialist arab hashemite plurinational bolivarian cooperative federative united".split()
)
_STATE_NOUNS_AR = frozenset(map(fold, "جمهورية دولة مملكة سلطنة إمارة".split()))
_STATE_ADJECTIVES_AR = frozenset(
    map(
        fold,
        "العربية الإسلامية الشعبية الديمقراطية الديموقراطية الهاشمية الاتحادية الاشتراكية البوليفارية المتحدة الفيدرالية الفدرالية".split(),
    )
)
_REPUBLICS_AR = frozenset(map(fold, "الجمهورية المملكة".split()))
_NISBA_ENDINGS = ("ي", "ية", "يون", "يين", "يان", "يتان", "يتين", "يات")
_BROKEN_PLURALS = {
    "روس": "RU",
    "ألمان": "DE",
    "أتراك": "TR",
    "هنود": "IN",
    "أفغان": "AF",
    "أمريكان": "US",
    "إنجليز": "GB",
}

# A name, or None where the phrase only holds one; the flag marks adjectives.
_Reading = tuple[str | None, bool]


@cache
def _locale(lang: Lang) -> Locale:
    return Locale(lang)


def country_name(code: str, lang: Lang) -> str:
    """Name of a country (ISO 3166-1 alpha-2) in CLDR; KeyError where there is none."""
    return str(_locale(lang).territories[code])


@cache
def country_codes() -> tuple[str, ...]:
    """ISO 3166-1 alpha-2 codes of all countries and territories that CLDR names, Kosovo's user-assigned XK included."""
    named = [str(code) for code in _locale("en").territories]
    return tuple(sorted(c for c in named if len(c) == 2 and c.isalpha() and c not in _NOT_COUNTRIES))


def _cldr_names(code: str, lang: Lang) -> Iterator[str]:
    name = country_name(code, lang).split(" (")[0].removesuffix(" SAR China")
    if name not in _AMBIGUOUS[lang]:
        yield name
        yield name.replace(" & ", " and ")
        yield name.replace("St. ", "Saint ")


@cache
def _index(lang: Lang) -> PhraseIndex[_Reading]:
    return PhraseIndex(_readings(lang))


def _readings(lang: Lang) -> Iterator[tuple[str, _Reading]]:
    rows = list(read_rows("countries.tsv"))
    for phrase in _NOT_A_COUNTRY[lang].split("|"):
        yield phrase, (None, False)
    for row in rows:
        for name in variants(row[f"names_{lang}"]):
            yield name, (row["code"], False)
    for code in country_codes():
        for name in _cldr_names(code, lang):
            yield name, (code, False)
    for row in rows:
        for base in variants(row[f"adjectives_{lang}"]):
            for form in nisba_forms(base) if lang == "ar" else [base]:
                yield form, (row["code"], True)
    if lang == "ar":
        for plural, code in _BROKEN_PLURALS.items():
            yield plural, (code, True)
            yield "ال" + plural, (code, True)


def nisba_forms(base: str) -> Iterator[str]:
    """All forms of an Arabic nationality adjective given as masculine singular: gender, number, article."""
    for ending in _NISBA_ENDINGS:
        forms = [word.removesuffix("ي") + ending if word.endswith("ي") else word for word in base.split()]
        yield " ".join(forms)
        yield " ".join("ال" + form for form in forms)
        if not base.split()[0].endswith("ي"):  # الجنوب أفريقية
            yield "ال" + " ".join(forms)


def country_named(name: str, lang: Lang) -> str | None:
    """Code of the country that a normalised name is, context aside; None where it is no country's name."""
    tokens = tokenise(name)
    match = _index(lang).longest(name, tokens, 0, tokens[0].key) if tokens else None
    return match[1][0] if match and match[0] == len(tokens) and not match[1][1] else None


def find_countries(text: str, lang: Lang) -> list[CountryMention]:
    """Countries and nationality adjectives in a normalised text, in order, none inside another.

    Full forms (جمهورية مصر العربية, the Republic of Korea) are one mention, article and proclitics outside. A bare عمان is
    Oman unless the text speaks of Jordan and not of Oman.
    """
    tokens, index, proclitics = tokenise(text), _index(lang), lang == "ar"
    found: list[CountryMention] = []
    at = 0
    while at < len(tokens):
        entrances = index.entrances(tokens[at].key, proclitics)
        mention, at = _mention_at(text, tokens, at, lang, entrances) if entrances else (None, at + 1)
        if mention and (not found or mention.start >= found[-1].end):
            found.append(mention)
    return _without_amman(text, found) if lang == "ar" else found


def _mention_at(
    text: str, tokens: tuple[Token, ...], at: int, lang: Lang, entrances: tuple[tuple[int, str], ...]
) -> tuple[CountryMention | None, int]:
    """The mention whose name starts at token `at`, and the token to go on with."""
    for skip, first in entrances:
        match = _index(lang).longest(text, tokens, at, first)
        if not match:
            if first in _REPUBLICS_AR and (republic := _adjectival_republic(text, tokens, at, skip)):
                return republic
            continue
        count, (code, adjective) = match
        if code is None:
            return None, at + count
        last = at + count - 1
        if lang == "en":
            return _english_mention(text, tokens, at, last, code, adjective)
        return _arabic_mention(
            text, tokens, at, last, CountryMention(tokens[at].start + skip, tokens[last].end, code, adjective)
        )
    return None, at + 1


def _english_mention(
    text: str, tokens: tuple[Token, ...], at: int, last: int, code: str, adjective: bool
) -> tuple[CountryMention | None, int]:
    word = text[tokens[at].start : tokens[last].end]
    if word.lower() == "emirates" and (at == 0 or tokens[at - 1].key != "the"):  # the airline, or the start of a name
        return None, last + 1
    if last + 1 < len(tokens) and tokens[last + 1].key in ("dollar", "dollars"):
        return CountryMention(tokens[at].start, tokens[last].end, code, True), last + 1
    if adjective and (end := _english_republic(text, tokens, last)):
        return CountryMention(tokens[at].start, tokens[end].end, code, False), end + 1
    start = at if adjective else _english_state_start(text, tokens, at)
    return CountryMention(tokens[start].start, tokens[last].end, code, adjective), last + 1


def _english_republic(text: str, tokens: tuple[Token, ...], last: int) -> int | None:
    """Token that ends a form like "Lebanese Republic" or "Syrian Arab Republic" after the adjective, or None."""
    for end in (last + 1, last + 2):
        if (
            end < len(tokens)
            and text[tokens[end - 1].end : tokens[end].start] == " "
            and tokens[end].text in ("Republic", "REPUBLIC")
        ):
            return end
        if end >= len(tokens) or tokens[end].key not in _STATE_ADJECTIVES_EN:
            return None
    return None


def _english_state_start(text: str, tokens: tuple[Token, ...], at: int) -> int:
    """First token of "Islamic Republic of" before a country's name, else `at`."""
    start = at - 1
    if start > 0 and tokens[start].key == "the":
        start -= 1
    if (
        start < 1
        or tokens[start].key != "of"
        or tokens[start - 1].key not in _STATE_NOUNS_EN
        or tokens[start - 1].text[0].islower()
    ):
        return at
    if text[tokens[start - 1].end : tokens[start].start] != " ":
        return at
    start -= 1
    while (
        start > 0 and tokens[start - 1].key in _STATE_ADJECTIVES_EN and tokens[start].start - tokens[start - 1].end == 1
    ):
        start -= 1
    return start


def _arabic_mention(
    text: str, tokens: tuple[Token, ...], at: int, last: int, mention: CountryMention
) -> tuple[CountryMention | None, int]:
    if mention.adjective:
        return mention, last + 1
    start, end = mention.start, last
    before = tokens[at - 1] if at and text[tokens[at - 1].end : tokens[at].start] == " " else None
    if before and mention.start == tokens[at].start:
        for skip, word in unprefixed(before.key):
            if word in _STATE_NOUNS_AR:
                start = before.start + skip
                while (
                    end + 1 < len(tokens)
                    and tokens[end + 1].key in _STATE_ADJECTIVES_AR
                    and text[tokens[end].end] == " "
                ):
                    end += 1
                break
    word = text[mention.start : mention.end]
    if start == mention.start and not _names_country(text, tokens, at, last, word):
        adjective = word in _FEMININE_ADJECTIVES
        return (CountryMention(start, mention.end, mention.code, True) if adjective else None), last + 1
    return CountryMention(start, tokens[end].end, mention.code, False), end + 1


def _adjectival_republic(text: str, tokens: tuple[Token, ...], at: int, skip: int) -> tuple[CountryMention, int] | None:
    """A state named by its adjective, الجمهورية الإسلامية الموريتانية, from its noun at token `at` on."""
    code, end = None, at
    while end + 1 < len(tokens) and end - at < 5 and text[tokens[end].end : tokens[end + 1].start] == " ":
        match = _index("ar").longest(text, tokens, end + 1, tokens[end + 1].key)
        if match and match[1][1] and not code and tokens[end + 1].key.endswith("ية"):
            code = match[1][0]
        elif tokens[end + 1].key not in _STATE_ADJECTIVES_AR:
            break
        end += 1
    if not code:
        return None
    return CountryMention(tokens[at].start + skip, tokens[end].end, code, False), end + 1


# Names of countries that are feminine adjectives as well.
_FEMININE_ADJECTIVES = frozenset(map(fold, ("السعودية", "سورية")))
# Names that are common words as well: مالي (financial), بنين (sons), قطر (diameter).
_COMMON_WORDS = frozenset(map(fold, ("مالي", "بنين")))
_BEFORE_COUNTRY = frozenset(
    map(
        fold,
        "في من إلى على عن مع بين لدى عبر نحو ضد تجاه باتجاه داخل خارج حكومة رئيس وزير سفير سفارة دول دولة جمهورية قبل لصالح وفد شمال جنوب"
        " شرق غرب اقتصاد جانب زيارة عاصمة وإلى ومن وفي وبين ومع منها أن إن لأن بأن كون غير سوى أبرزها مثل".split(),
    )
)
_COMPANY_HEADS = frozenset(map(fold, "شركة مجموعة مصرف بنك صحيفة قناة خطوط مؤسسة وكالة هيئة وزارة جامعة".split()))


def _names_country(text: str, tokens: tuple[Token, ...], at: int, last: int, word: str) -> bool:
    """Whether a name that is also an Arabic adjective or common word stands for the country here."""
    if word == "قطر":
        return not text[tokens[last].end : tokens[last].end + 4].strip(" ~").startswith(tuple("0123456789"))
    if word in _FEMININE_ADJECTIVES:
        return not _agrees(text, tokens, at)
    if word in _COMMON_WORDS:
        return _has_country_context(text, tokens, at, last)
    return True


def _agrees(text: str, tokens: tuple[Token, ...], at: int) -> bool:
    """Whether السعودية or سورية is the attribute of the noun before it: وزارة الطاقة السعودية, شركة سورية."""
    gap = text[tokens[at - 1].end : tokens[at].start] if at else "."
    before = tokens[at - 1].key if at else ""
    clitic = tokens[at].key[0] if tokens[at].key[:1] in "وبفلك" else ""
    if clitic and clitic != "و":  # للسعودية, بالسعودية
        return False
    if clitic:  # الحكومتان المصرية والسعودية
        match = _index("ar").longest(text, tokens, at - 1, before) if at else None
        return bool(match and match[1][1] and before.startswith("ال"))
    if gap.strip() not in ("", '"', ")") or before in _BEFORE_COUNTRY:
        return False
    if tokens[at].key == "سورية":
        return before.endswith(("ة", "ات")) and not before.startswith("ال")
    if any(rest.startswith("ال") and rest != "الي" for _, rest in unprefixed(before)) or gap.strip():
        return True
    return any(word in _COMPANY_HEADS for token in tokens[max(0, at - 3) : at - 1] for _, word in unprefixed(token.key))


def _has_country_context(text: str, tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Whether a preposition, a noun of state or a neighbour in a list of countries shows that a common word is a country."""
    if at and any(word in _BEFORE_COUNTRY for _, word in unprefixed(tokens[at - 1].key)):
        return True
    for near in (at - 1, last + 1):
        if 0 <= near < len(tokens):
            for _, word in unprefixed(tokens[near].key):
                match = _index("ar").longest(text, tokens, near, word)
                if match and match[1][0] and not match[1][1] and word not in _COMMON_WORDS:
                    return True
    return False


def _without_amman(text: str, found: list[CountryMention]) -> list[CountryMention]:
    """The mentions without a bare عمان that is Jordan's capital."""
    bare = [mention for mention in found if text[mention.start : mention.end] == "عمان"]
    if not bare:
        return found
    codes = {mention.code for mention in found if mention not in bare}
    if "OM" in codes or "مسقط" in text or "JO" not in codes:
        return found
    return [mention for mention in found if mention not in bare]


@cache
def _bloc_rows() -> dict[str, dict[Lang, list[str]]]:
    return {
        row["key"]: {"en": variants(row["names_en"]), "ar": variants(row["names_ar"])} for row in read_rows("blocs.tsv")
    }


@cache
def _bloc_index(lang: Lang) -> PhraseIndex[str]:
    return PhraseIndex((name, key) for key, names in _bloc_rows().items() for name in names[lang])


def bloc_name(key: str, lang: Lang) -> str:
    """Full name of a bloc by its key."""
    return _bloc_rows()[key][lang][0]


def find_blocs(text: str, lang: Lang) -> list[BlocMention]:
    """Blocs and international bodies in a normalised text, in order; proclitics and the English article outside."""
    tokens, index, proclitics = tokenise(text), _bloc_index(lang), lang == "ar"
    found, at = list[BlocMention](), 0
    while at < len(tokens):
        step = 1
        for skip, first in index.entrances(tokens[at].key, proclitics):
            match = index.longest(text, tokens, at, first)
            if match:
                step, key = match
                found.append(BlocMention(tokens[at].start + skip, tokens[at + step - 1].end, key))
                break
        at += step
    return found
