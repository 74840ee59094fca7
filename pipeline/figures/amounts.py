"""Numbers with the units beside them: $50m, KD 1.28bn, 75 USD million, 20 جيغاواط ساعة, عامين ونصف."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from pipeline.figures.amount import Amount
from pipeline.figures.currencies import LOWER_CODES, codes, currency_duals, currency_names, glued_prefixes, prefixes
from pipeline.figures.ranges import joined
from pipeline.figures.unit import Unit
from pipeline.figures.unit_tables import AMBIGUOUS_TIME_AR
from pipeline.figures.units import dual_names, symbol, unit_names
from pipeline.findings import Lang
from pipeline.languages import arabic, english
from pipeline.languages.base import MONEY_MAGNITUDES
from pipeline.numbers import Number, find_numbers

_WORD = re.compile(
    r"[A-Z]{1,3}[$£¥]|[\u0621-\u064a]+/(?:ساعة|س)(?![\u0621-\u064a])|[^\W\d_]+(?:\.[^\W\d_]+)*[²³23]?|[$€£¥₹₽₩₺₪₦₱₫฿₴₸₾₼₲₵₭₮%]|°\s?[CF]|b/d"
)
_GAP = re.compile(r"\. | {0,2}-?")
_PREFIX = re.compile(r"(?<![^\W\d_])(?:[A-Za-z.]{1,4}[$£¥]|[A-Za-z.]{1,5}|[$€£¥₹₽₩₺₪₦₱₫฿₴₸₾₼₲₵₭₮₿﷼]E?) ?\Z")
_LONGEST: Final = 5


@cache
def _names(lang: Lang) -> dict[str, Unit]:
    return currency_names(lang) | unit_names(lang)


def find_amounts(text: str, lang: Lang, dates: Sequence[tuple[int, int]] = ()) -> list[Amount]:
    """The amounts of a normalised text in reading order. Ordinals and numbers inside `dates` are left out; bare numbers
    have no unit."""
    singles = list[Amount]()
    for number in find_numbers(text, lang, glued_prefixes()):
        # المئة of "خمسة في المئة" lies inside the amount before it
        if number.ordinal or (singles and number.start < singles[-1].end):
            continue
        amount = _amount(text, lang, number, singles[-1].end if singles else 0)
        near = dates[bisect_left(dates, (amount.start - _DATE, 0)) : bisect_left(dates, (amount.end, 0))]
        if not any(_is_in_date(text, amount, start, end) for start, end in near):
            singles.append(amount)
    if lang == "ar":
        taken = sorted([*((amount.start, amount.end) for amount in singles if not amount.number.part), *dates])
        duals = _duals(text, taken)
        ends = {dual.end for dual in duals}  # the half of يومين ونصف is in the dual already
        singles = sorted([*(s for s in singles if s.end not in ends), *duals], key=lambda amount: amount.start)
    return joined(text, lang, _with_small_change(text, singles))


_DATE: Final = 80  # no date is longer
_YEAR = re.compile(r"\d{4}")


def _is_in_date(text: str, amount: Amount, start: int, end: int) -> bool:
    """A date wins over a number, but "$2000" and "2000 MW" win over a bare year."""
    if amount.end <= start or end <= amount.start:
        return False
    return amount.unit is None or amount.unit.kind == "duration" or _YEAR.fullmatch(text, start, end) is None


def _amount(text: str, lang: Lang, number: Number, floor: int) -> Amount:
    """A number with its unit; what stands before `floor` belongs to the amount before."""
    before = _unit_before(text, number)
    if before and before[0] < floor:
        before = None
    after = _unit_after(text, lang, number)
    if before:
        start, unit = before
        end = (
            after[1]
            if after and after[0].kind == "money" and unit.code in (after[0].code, *after[0].candidates)
            else number.end
        )
        number = _with_money_magnitude(text, number)
        return Amount(start, max(end, number.end), number.value * unit.factor, unit, number, scale=number.scale)
    if after:
        unit, end = after
        if unit.kind == "duration" and (half := _AND_A_HALF.match(text, end)):
            number, end = replace(number, value=number.value + Decimal("0.5")), half.end()
        number, end = _scale_after(text, lang, number, end) if unit.kind == "money" else (number, end)
        return Amount(number.start, end, number.value * unit.factor, unit, number, scale=number.scale)
    return Amount(number.start, number.end, number.value, None, number, scale=number.scale)


def _unit_before(text: str, number: Number) -> tuple[int, Unit] | None:
    """A currency sign or code before the digits, or a % sign as Arabic copy sometimes has it (%15)."""
    start = number.start
    if share := _SHARE_BEFORE.search(text[max(0, start - 14) : start]):
        return start - len(share.group().lstrip()), Unit("percent", "%")
    if not number.digits:
        return None
    if text[start - 1 : start] == "%" and text[start - 2 : start - 1] in ("", " ", "(", "و"):
        return start - 1, Unit("percent", "%")
    window = text[max(0, start - 7) : start]
    match = _PREFIX.search(window)
    if not match:
        return None
    written = match.group().rstrip()
    unit = prefixes().get(written.upper()) or prefixes().get(written.rstrip(".").upper())
    if unit is None or not _is_sign(written):
        return None
    return start - len(match.group()), unit


# بالمائة 10, percent of ten: a sign before its number, where no number stands before the sign.
_AND_A_HALF = re.compile(r" ونصف(?: ال(?:عام|سنة|شهر|يوم|ساعة|اسبوع))?(?![\u0621-\u064a])| and a half\b")
_SHARE_BEFORE = re.compile(r"(?:^|[^\d\s\w]\s?|[^\W\d]\s)(?:بالمائة |بالمئة |percents? of )\Z", re.IGNORECASE)


def _is_sign(written: str) -> bool:
    """Codes stand in capitals (SAR; a Cup is no peso), but for a few in lower case; abbreviations have one (Dh, Rs)."""
    letters = written.rstrip(".")
    if not letters.isalpha() or letters in LOWER_CODES:
        return True
    return letters.isupper() or (letters[0].isupper() and letters.upper() not in codes())


def _with_money_magnitude(text: str, number: Number) -> Number:
    """US$ 50 m: a spaced letter is a magnitude only after a currency."""
    match = re.compile(r" ([mMbBtT]|mil|mm)(?![\w'])").match(text, number.end)
    if not match or number.scale != 1:
        return number
    scale = Decimal(MONEY_MAGNITUDES[match[1].lower()])
    return replace(number, end=match.end(), value=number.value * scale, scale=scale)


def _unit_after(text: str, lang: Lang, number: Number) -> tuple[Unit, int] | None:
    """The longest unit phrase that follows a number, and where it ends."""
    at, glued = number.end, number.glued or number.digits
    phrase, best, position, first = "", None, at, True
    names = _names(lang)
    for _ in range(_LONGEST):
        gap = _GAP.match(text, position)
        begin = gap.end() if gap else position
        word = _WORD.match(text, begin)
        if not word or (not first and gap is not None and gap.group() == ". " and "." not in phrase):
            break
        written = word.group()
        phrase = f"{phrase} {written}" if phrase else written
        position = word.end()
        if first and text[word.end() : word.end() + 1].isdigit():
            break
        unit = names.get(phrase) or names.get(phrase.lower().replace(".", "") if lang == "en" else phrase)
        if unit is None and first:
            unit = symbol(written.replace("° ", "°"), against_digits=begin == at and glued) or _sign_after(written)
        if unit and _fits(text, unit, phrase, number.start, at):
            best = unit, word.end()
        first = False
    return best


def _sign_after(written: str) -> Unit | None:
    return None if written.isalpha() else prefixes().get(written)


def _fits(text: str, unit: Unit, phrase: str, start: int, at: int) -> bool:
    """عقود are decades only where something lasts, otherwise they are contracts; "2016 Year of" and 2005 م are dates."""
    if (unit.kind == "duration" or phrase == "م") and re.search(
        r"(?<![\d.,])(?:19|20)\d\d\Z", text[max(0, at - 5) : at]
    ):
        return False
    if unit.kind == "duration" and phrase in AMBIGUOUS_TIME_AR:
        return _LASTING.search(text[max(0, start - 40) : start]) is not None
    return True


_LASTING = re.compile(
    r"(?<![\u0621-\u064a])[وف]?(?:(?:منذ|خلال|مدي|مدار|طوال|طيلة|قبل|بعد|مرور|امتداد|لمدة|مدة|عبر|اخر|في)\s(?:(?:نحو|حوالي|قرابة|اكثر من|ما يزيد علي|ما يقرب من|اخر)\s)?|ل)\Z"
)


def _scale_after(text: str, lang: Lang, number: Number, end: int) -> tuple[Number, int]:
    """75 USD million: the magnitude behind the currency."""
    match = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
    scales = english.SCALES if lang == "en" else arabic.SCALES
    if match and number.scale == 1 and match.group().lower() in scales and scales[match.group().lower()] >= 1000:
        scale = Decimal(scales[match.group().lower()])
        return replace(number, end=match.end(), value=number.value * scale, scale=scale), match.end()
    return number, end


@cache
def _dual_units() -> dict[str, Unit]:
    return dual_names() | currency_duals()


@cache
def _dual_pattern() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _dual_units()), key=len, reverse=True))
    return re.compile(rf"(?<![\u0621-\u064a])[وف]?[بلك]?(?P<word>{words})(?![\u0621-\u064a])(?P<half> ونصف)?")


def _duals(text: str, taken: Sequence[tuple[int, int]]) -> list[Amount]:
    """عامين, يومان, طنين: two of a unit in one word; عامين ونصف is two and a half."""
    duals = []
    for match in _dual_pattern().finditer(text):
        start, end = match.start("word"), match.end()
        unit = _dual_units()[match["word"]]
        near = taken[bisect_left(taken, (start - _DATE, 0)) : bisect_left(taken, (end, 0))]
        if any(start < other for _, other in near) or not _fits(text, unit, match["word"], start, start):
            continue
        value = Decimal("2.5") if match["half"] else Decimal(2)
        number = Number(start, end, value)
        duals.append(Amount(start, end, value * unit.factor, unit, number, dual=True))
    return duals


_CHANGE = re.compile(r" ?(?:and |و ?)?\Z")
_ENDED = re.compile(r"[ ]*(?:[.,;!?)]|$|more\b)")


def _with_small_change(text: str, amounts: list[Amount]) -> list[Amount]:
    """13 dollars and forty-five cents, 20 دولار و43 سنت: small change joins the amount before it."""
    joined = list[Amount]()
    for amount in amounts:
        last = joined[-1] if joined else None
        if last and _is_change(text, last, amount):
            small = amount.value if amount.unit else amount.value / 100
            joined[-1] = replace(last, end=amount.end, value=last.value + small)
        else:
            joined.append(amount)
    return joined


def _is_change(text: str, whole: Amount, small: Amount) -> bool:
    if not whole.unit or whole.unit.kind != "money" or whole.number.scale != 1 or whole.unit.factor != 1:
        return False
    if whole.value != whole.value.to_integral_value() or not _CHANGE.fullmatch(text, whole.end, small.start):
        return False
    if not 0 < small.number.value < 100 or small.number.value != small.number.value.to_integral_value():
        return False
    if small.unit is None:
        if text[small.end : small.end + 1] in ("c", "¢"):
            return True
        return not small.number.glued and _ENDED.match(text, small.end) is not None
    return small.unit.kind == "money" and small.unit.factor < 1
