"""Currencies (ISO 4217) by every name that the press of both languages gives them.

Names and adjectives come from Babel's CLDR data; the tables here add press forms, abbreviations and bare names.
"""

from decimal import Decimal
from functools import cache
from typing import Final

from babel import Locale
from babel.numbers import get_territory_currencies

from pipeline.figures.unit import Unit
from pipeline.findings import Lang
from pipeline.text import fold

# Before the digits, as written: sign or abbreviation → currency. Several codes stay open until a country tells.
SIGNS: Final = {
    "$": "USD",
    "US$": "USD",
    "U.S.$": "USD",
    "USD$": "USD",
    "C$": "CAD",
    "CA$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "NZ$": "NZD",
    "S$": "SGD",
    "HK$": "HKD",
    "NT$": "TWD",
    "R$": "BRL",
    "MX$": "MXN",
    "MEX$": "MXN",
    "MXN$": "MXN",
    "€": "EUR",
    "£": "GBP",
    "UK£": "GBP",
    "E£": "EGP",
    "£E": "EGP",
    "LE": "EGP",
    "L.E.": "EGP",
    "L£": "LBP",
    "LL": "LBP",
    "¥": "CNY JPY",
    "CN¥": "CNY",
    "JP¥": "JPY",
    "RMB": "CNY",
    "₹": "INR",
    "RS": "INR PKR LKR NPR MUR SCR",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
    "TL": "TRY",
    "₪": "ILS",
    "NIS": "ILS",
    "₦": "NGN",
    "₱": "PHP",
    "₫": "VND",
    "฿": "THB",
    "₴": "UAH",
    "₸": "KZT",
    "₾": "GEL",
    "₼": "AZN",
    "₲": "PYG",
    "₵": "GHS",
    "₭": "LAK",
    "₮": "MNT",
    "₿": "XBT",
    "﷼": "SAR QAR OMR YER IRR",
    "KD": "KWD",
    "KD.": "KWD",
    "BD": "BHD",
    "JD": "JOD",
    "JDS": "JOD",
    "ID": "IQD",
    "SR": "SAR",
    "SAR.": "SAR",
    "QR": "QAR",
    "RO": "OMR",
    "DH": "AED MAD",
    "DHS": "AED MAD",
    "DT": "TND",
    "TD": "TND",
    "DA": "DZD",
    "LD": "LYD",
    "MRO": "MRU",
    "RM": "MYR",
    "RP": "IDR",
    "FCFA": "XOF XAF",
    "CFA": "XOF XAF",
    "SFR": "CHF",
    "FR": "CHF XOF XAF",
    "KSH": "KES",
    "TSH": "TZS",
    "TK": "BDT",
    "R": "ZAR",
}

# A bare name of a currency that several countries have.
OPEN: Final = {
    "dinar": "KWD JOD IQD BHD TND DZD LYD RSD",
    "riyal": "SAR QAR OMR YER IRR",
    "dirham": "AED MAD",
    "pound": "GBP EGP SDG SSP LBP SYP",
    "lira": "TRY SYP LBP",
    "franc": "CHF XOF XAF DJF KMF RWF GNF BIF CDF XPF",
    "rupee": "INR PKR LKR NPR MUR SCR",
    "shilling": "KES TZS UGX SOS",
    "peso": "MXN PHP ARS CLP COP CUP UYU DOP",
    "krone": "NOK DKK SEK ISK CZK",
    "som": "UZS KGS",
    "manat": "AZN TMT",
    "real": "BRL",
}

BARE_EN: Final = {
    "dollar dollars": "USD",
    "buck bucks": "USD",
    "greenback greenbacks": "USD",
    "euro euros": "EUR",
    "yuan renminbi rmb": "CNY",
    "yen": "JPY",
    "won": "KRW",
    "ringgit ringgits": "MYR",
    "rupiah rupiahs": "IDR",
    "ruble rubles rouble roubles": "RUB",
    "shekel shekels": "ILS",
    "ouguiya ouguiyas": "MRU",
    "baht": "THB",
    "rand": "ZAR",
    "naira": "NGN",
    "birr": "ETB",
    "cedi cedis": "GHS",
    "kwacha": "ZMW",
    "tenge": "KZT",
    "somoni": "TJS",
    "taka": "BDT",
    "dong": "VND",
    "zloty zlotys zlotych": "PLN",
    "forint forints": "HUF",
    "hryvnia hryvnias": "UAH",
    "lari": "GEL",
    "nakfa": "ERN",
    "afghani afghanis": "AFN",
    "sterling": "GBP",
    "dinar dinars": "dinar",
    "riyal riyals rial rials": "riyal",
    "dirham dirhams dh dhs": "dirham",
    "pound pounds": "pound",
    "lira liras lire": "lira",
    "franc francs": "franc",
    "rupee rupees": "rupee",
    "shilling shillings": "shilling",
    "peso pesos": "peso",
    "krone kroner krona kronor": "krone",
    "manat manats": "manat",
    "reais": "real",
}
SMALL_EN: Final = {
    "cent cents": "USD",
    "pence penny": "GBP",
    "fils": "dinar",
    "piastre piastres piaster piasters": "pound",
    "halala halalas": "SAR",
    "baisa baisas": "OMR",
    "eurocent eurocents": "EUR",
}
# Thousandths in the Gulf and the Levant, hundredths elsewhere.
SMALL_FACTORS: Final = {"fils": Decimal("0.001"), "baisa": Decimal("0.001"), "baisas": Decimal("0.001")}

# Noun forms: singular, tamyiz, plurals. Press spellings of both shores.
BARE_AR: Final = {
    "دولار دولارا دولارات": "USD",
    "يورو اورو": "EUR",
    "يوان يوانا يوانات رنمينبي": "CNY",
    "ين ينا": "JPY",
    "وون": "KRW",
    "رينغيت رينجيت رينغت رنغيت رينغيتا": "MYR",
    "روبية روبيات": "rupee",
    "روبيه": "rupee",
    "روبل روبلا روبلات": "RUB",
    "شيكل شيقل شاقل شيكلا شواقل شواكل": "ILS",
    "اوقية": "MRU",
    "بات باهت": "THB",
    "راند": "ZAR",
    "نايرا": "NGN",
    "بر بير": "ETB",
    "تينغ تنغ تنجي": "KZT",
    "سوم": "som",
    "مانات": "manat",
    "دينار دينارا دنانير دينارات": "dinar",
    "ريال ريالا ريالات": "riyal",
    "درهم درهما دراهم": "dirham",
    "جنيه جنيها جنيهات": "pound",
    "ليرة ليرات ليره": "lira",
    "فرنك فرنكا فرنكات": "franc",
    "شلن شلنا شلنات": "shilling",
    "بيزو بيسو": "peso",
    "كرونة كرونات كرون": "krone",
}
DUALS_AR: Final = {
    "دولاران دولارين دولاري": "USD",
    "ديناران دينارين": "dinar",
    "ريالان ريالين": "riyal",
    "درهمان درهمين": "dirham",
    "جنيهان جنيهين": "pound",
    "ليرتان ليرتين": "lira",
}
SMALL_AR: Final = {
    "سنت سنتا سنتات": "USD",
    "فلس فلسا فلوس": "dinar",
    "قرش قرشا قروش": "pound",
    "هللة هللات": "SAR",
    "بيسة بيسات": "OMR",
    "بنس بنسا بنسات": "GBP",
}
SMALL_FACTORS_AR: Final = {
    "فلس": Decimal("0.001"),
    "فلسا": Decimal("0.001"),
    "بيسة": Decimal("0.001"),
    "بيسات": Decimal("0.001"),
}

# Adjectives and names that make a bare noun one currency; masculine as after a singular.
QUALIFIED_AR: Final = {
    "USD": ("دولار", "امريكي اميركي"),
    "CAD": ("دولار", "كندي"),
    "AUD": ("دولار", "استرالي"),
    "NZD": ("دولار", "نيوزيلندي"),
    "SGD": ("دولار", "سنغافوري"),
    "TWD": ("دولار", "تايواني"),
    "CNY": ("يوان", "صيني"),
    "JPY": ("ين", "ياباني"),
    "KRW": ("وون", "كوري جنوبي"),
    "MYR": ("رينغيت", "ماليزي"),
    "INR": ("روبية", "هندي"),
    "PKR": ("روبية", "باكستاني"),
    "LKR": ("روبية", "سريلانكي"),
    "NPR": ("روبية", "نيبالي"),
    "IDR": ("روبية", "اندونيسي"),
    "RUB": ("روبل", "روسي"),
    "ILS": ("شيكل", "اسرائيلي"),
    "MRU": ("اوقية", "موريتاني جديد"),
    "KWD": ("دينار", "كويتي"),
    "JOD": ("دينار", "اردني"),
    "IQD": ("دينار", "عراقي"),
    "BHD": ("دينار", "بحريني"),
    "TND": ("دينار", "تونسي"),
    "DZD": ("دينار", "جزائري"),
    "LYD": ("دينار", "ليبي"),
    "RSD": ("دينار", "صربي"),
    "SAR": ("ريال", "سعودي"),
    "QAR": ("ريال", "قطري"),
    "OMR": ("ريال", "عماني"),
    "YER": ("ريال", "يمني"),
    "IRR": ("ريال", "ايراني"),
    "BRL": ("ريال", "برازيلي"),
    "AED": ("درهم", "اماراتي"),
    "MAD": ("درهم", "مغربي"),
    "EGP": ("جنيه", "مصري"),
    "SDG": ("جنيه", "سوداني"),
    "GBP": ("جنيه", "استرليني بريطاني"),
    "SSP": ("جنيه", "جنوب سوداني"),
    "TRY": ("ليرة", "تركي"),
    "SYP": ("ليرة", "سوري"),
    "LBP": ("ليرة", "لبناني"),
    "CHF": ("فرنك", "سويسري"),
    "DJF": ("فرنك", "جيبوتي"),
    "RWF": ("فرنك", "رواندي"),
    "GNF": ("فرنك", "غيني"),
    "KES": ("شلن", "كيني"),
    "SOS": ("شلن", "صومالي"),
    "UGX": ("شلن", "اوغندي"),
    "TZS": ("شلن", "تنزاني"),
    "ETB": ("بر", "اثيوبي"),
    "MXN": ("بيزو", "مكسيكي"),
    "PHP": ("بيزو", "فلبيني"),
    "ARS": ("بيزو", "ارجنتيني"),
    "NOK": ("كرونة", "نرويجي"),
    "SEK": ("كرونة", "سويدي"),
    "DKK": ("كرونة", "دنماركي"),
    "UZS": ("سوم", "اوزبكي اوزبكستاني"),
    "KGS": ("سوم", "قيرغيزي"),
    "AZN": ("مانات", "اذربيجاني"),
    "TMT": ("مانات", "تركماني تركمانستاني"),
}
QUALIFIED_EN: Final = {
    "USD": ("dollar", "us american united states"),
    "CAD": ("dollar", "canadian"),
    "AUD": ("dollar", "australian"),
    "SGD": ("dollar", "singapore singaporean"),
    "HKD": ("dollar", "hong kong"),
    "CNY": ("yuan renminbi", "chinese"),
    "JPY": ("yen", "japanese"),
    "KRW": ("won", "korean"),
    "GBP": ("pound", "sterling uk"),
    "AED": ("dirham", "uae emirati"),
    "SAR": ("riyal rial", "saudi saudi arabian"),
    "QAR": ("riyal rial", "qatari qatar"),
    "OMR": ("riyal rial", "omani oman"),
    "YER": ("riyal rial", "yemeni yemen"),
    "IRR": ("riyal rial", "iranian iran"),
    "KWD": ("dinar", "kuwaiti kuwait"),
    "JOD": ("dinar", "jordanian jordan"),
    "IQD": ("dinar", "iraqi iraq"),
    "BHD": ("dinar", "bahraini bahrain"),
    "TND": ("dinar", "tunisian"),
    "DZD": ("dinar", "algerian"),
    "LYD": ("dinar", "libyan"),
    "MAD": ("dirham", "moroccan"),
    "EGP": ("pound", "egyptian egypt"),
    "SDG": ("pound", "sudanese"),
    "SYP": ("lira pound", "syrian"),
    "LBP": ("lira pound", "lebanese"),
    "TRY": ("lira", "turkish"),
    "ILS": ("shekel", "israeli"),
    "MYR": ("ringgit", "malaysia malaysian"),
    "IDR": ("rupiah", "indonesian"),
    "INR": ("rupee", "indian"),
    "PKR": ("rupee", "pakistani pakistan"),
    "RUB": ("ruble rouble", "russian"),
    "MRU": ("ouguiya", "mauritanian"),
    "XOF": ("franc", "west african cfa|cfa"),
    "CHF": ("franc", "swiss"),
    "BRL": ("real", "brazilian"),
}
# Dotted abbreviations of the Arab press, folded. د.ا stands for the dirham of the Emirates (د.إ) and the dinar of Jordan (د.أ).
DOTTED_AR: Final = {
    "ر.س": "SAR",
    "ر.ق": "QAR",
    "ر.ع": "OMR",
    "ر.ي": "YER",
    "د.ك": "KWD",
    "د.ب": "BHD",
    "د.ع": "IQD",
    "د.ا": "AED JOD",
    "د.م": "MAD",
    "د.ت": "TND",
    "د.ج": "DZD",
    "د.ل": "LYD",
    "ج.م": "EGP",
    "ج.س": "SDG",
    "ل.س": "SYP",
    "ل.ل": "LBP",
    "ا.م": "MRU",
}
# Codes that news knows as another name: the climate conferences, not Colombia's peso.
_NAMES: Final = frozenset({"COP", "TOP", "ALL"})
# Codes that are written in lower case too; others are only codes in capitals (try, top, mad, pen are words).
_LOWER_CODES: Final = ("usd", "eur", "gbp", "aed", "sar", "qar", "kwd", "cny", "inr", "mxn")


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
    names |= {code: names.get(code, Unit("money", code.upper())) for code in _LOWER_CODES}
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
    names |= {f"{noun} sterling": Unit("money", "GBP") for noun in ("pound", "pounds")}
    names |= {f"us {cents}": Unit("money", "USD", Decimal("0.01")) for cents in ("cent", "cents")}
    return names | _small(SMALL_EN, SMALL_FACTORS) | _bare(BARE_EN)


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
