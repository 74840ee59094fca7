"""Names of countries in both languages: CLDR's, those of the press, and nationality adjectives, indexed for finding."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale

from pipeline.findings import Lang
from pipeline.gazetteers.phrases import PhraseIndex, tokenise
from pipeline.gazetteers.table import read_rows, variants


@dataclass(frozen=True, slots=True)
class CountryMention:
    """A country (ISO 3166-1 alpha-2) at characters `start` to `end` of the text searched, or its nationality adjective."""

    start: int
    end: int
    code: str
    adjective: bool


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
Reading = tuple[str | None, bool]


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
def country_index(lang: Lang) -> PhraseIndex[Reading]:
    """Every name and adjective of a country in one language."""
    return PhraseIndex(_all_readings(lang))


def _all_readings(lang: Lang) -> Iterator[tuple[str, Reading]]:
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
        if not base.split(maxsplit=1)[0].endswith("ي"):  # الجنوب أفريقية
            yield "ال" + " ".join(forms)


def country_named(name: str, lang: Lang) -> str | None:
    """Code of the country that a normalised name is, context aside; None where it is no country's name."""
    tokens = tokenise(name)
    match = country_index(lang).longest(name, tokens, 0, tokens[0].key) if tokens else None
    return match[1][0] if match and match[0] == len(tokens) and not match[1][1] else None
