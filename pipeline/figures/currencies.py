"""Currencies (ISO 4217) by every name that the press of both languages gives them.

Names and adjectives come from Babel's CLDR data; currency_tables.py adds press forms, abbreviations and bare names.
"""

from decimal import Decimal
from functools import cache
from typing import Final

from babel import Locale
from babel.numbers import get_territory_currencies

from pipeline.figures.currency_tables import (
    BARE_AR,
    BARE_EN,
    DOTTED_AR,
    DUALS_AR,
    OPEN,
    QUALIFIED_AR,
    QUALIFIED_EN,
    SIGNS,
    SMALL_AR,
    SMALL_EN,
    SMALL_FACTORS,
    SMALL_FACTORS_AR,
)
from pipeline.figures.unit import Unit
from pipeline.findings import Lang
from pipeline.text import fold

# Codes that news knows as another name: the climate conferences, not Colombia's peso.
_NAMES: Final = frozenset({"COP", "TOP", "ALL"})
# Codes that are written in lower case too; others are only codes in capitals (try, top, mad, pen are words).
LOWER_CODES: Final = ("usd", "eur", "gbp", "aed", "sar", "qar", "kwd", "cny", "inr", "mxn", "rmb")


@cache
def codes() -> frozenset[str]:
    """ISO 4217 codes of the currencies that a country uses today, as CLDR knows them."""
    countries = (territory for territory in map(str, Locale("en").territories) if len(territory) == 2)
    used = (code for country in countries for code in get_territory_currencies(country))
    return frozenset(used) - _NAMES


@cache
def prefixes() -> dict[str, Unit]:
    """What stands before the digits, in upper case: signs, abbreviations, ISO codes."""
    units = {code: Unit("money", code) for code in codes()}
    return units | {sign: _unit(names) for sign, names in SIGNS.items()}


@cache
def glued_prefixes() -> frozenset[str]:
    """Letters that may stand against digits from the left, in lower case."""
    return frozenset(sign.rstrip(".").lower() for sign in prefixes() if sign.rstrip(".").isalpha())


@cache
def currency_names(lang: Lang) -> dict[str, Unit]:
    """Folded phrase → currency, singular and plural, bare and with its country."""
    names = _english_names() if lang == "en" else _arabic_names()
    names |= {code: names.get(code, Unit("money", code.upper())) for code in LOWER_CODES}
    return names | {code: Unit("money", code) for code in sorted(codes())}


@cache
def currency_duals() -> dict[str, Unit]:
    """Arabic dual → currency, of which it says two."""
    return _bare(DUALS_AR)


@cache
def currency_of(country: str) -> str | None:
    """The currency of a country (ISO 3166-1 alpha-2)."""
    found = get_territory_currencies(country) if len(country) == 2 else []
    return found[0] if found else None


def _unit(names: str, factor: Decimal = Decimal(1)) -> Unit:
    known = OPEN.get(names, names).split()
    return Unit("money", known[0], factor) if len(known) == 1 else Unit("money", None, factor, tuple(known))


def _bare(table: dict[str, str]) -> dict[str, Unit]:
    return {word: _unit(names) for words, names in table.items() for word in words.split()}


def _small(table: dict[str, str], factors: dict[str, Decimal]) -> dict[str, Unit]:
    return {
        word: _unit(names, factors.get(word, Decimal("0.01")))
        for words, names in table.items()
        for word in words.split()
    }


def _english_names() -> dict[str, Unit]:
    locale = Locale("en")
    plurals = locale._data["currency_names_plural"]  # Babel gives plural names through a formatter only
    names = {}
    for code in sorted(codes()):
        for name in (locale.currencies[code], *dict(plurals.get(code, {})).values()):
            names[fold(name)] = Unit("money", code)
    for code, (nouns, owners) in QUALIFIED_EN.items():
        names |= {
            f"{owner} {noun}{ending}": Unit("money", code)
            for noun in nouns.split()
            for owner in _owners(owners)
            for ending in ("", "s")
        }
    names = _with_countries(locale) | names
    names |= {f"{noun} sterling": Unit("money", "GBP") for noun in ("pound", "pounds")}
    names |= {f"us {cents}": Unit("money", "USD", Decimal("0.01")) for cents in ("cent", "cents")}
    return names | _small(SMALL_EN, SMALL_FACTORS) | _bare(BARE_EN)


def _with_countries(locale: Locale) -> dict[str, Unit]:
    """Djibouti francs, Jordan dinars: the name of the country before the noun of its currency."""
    owned = ((country, currency_of(str(country))) for country in sorted(locale.territories))
    nouns = {(country, code): locale.currencies[code].split()[-1] for country, code in owned if code in codes()}
    return {
        fold(f"{locale.territories[country]} {noun}{ending}"): Unit("money", code)
        for (country, code), noun in nouns.items()
        for ending in ("", "s")
    }


def _owners(owners: str) -> list[str]:
    known = owners.split("|") if "|" in owners else owners.split()
    pairs = {"united": "united states", "hong": "hong kong"}
    return [pairs.get(owner, owner) for owner in known if owner not in ("states", "kong", "arabian")]


def _arabic_names() -> dict[str, Unit]:
    locale = Locale("ar")
    plurals = locale._data["currency_names_plural"]
    names = {}
    for code in sorted(codes()):
        for name in (locale.currencies.get(code, ""), *dict(plurals.get(code, {})).values()):
            names[fold(name)] = Unit("money", code)
    forms = {words.split()[0]: words.split() for words in BARE_AR}
    for code, (noun, adjectives) in QUALIFIED_AR.items():
        for adjective in _adjective_forms(adjectives):
            names |= {f"{form} {adjective}": Unit("money", code) for form in forms[noun]}
    names |= {f"{form} هونغ كونغ": Unit("money", "HKD") for form in forms["دولار"]}
    names |= {f"{form} الولايات المتحدة": Unit("money", "USD") for form in forms["دولار"]}
    names |= {
        f"{form} {owner}": Unit("money", "XOF") for form in forms["فرنك"] for owner in ("افريقي", "سيفا", "غرب افريقي")
    }
    names |= {dotted: _unit(known) for dotted, known in DOTTED_AR.items()}
    names.pop("", None)
    return names | _small(SMALL_AR, SMALL_FACTORS_AR) | _bare(BARE_AR)


def _adjective_forms(adjectives: str) -> list[str]:
    """كويتي: كويتي كويتية كويتيا; two words both take the ending."""
    if adjectives in ("كوري جنوبي", "جنوب سوداني"):
        first, second = adjectives.split()
        return [adjectives, f"{first}ا {second}ا", f"{first}ة {second}ة", first]
    forms = []
    for adjective in adjectives.split():
        forms += [adjective + ending for ending in ("", "ة", "ا", "ه")]
    return forms
