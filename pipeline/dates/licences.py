"""Where a weak expression is a date: "in 2025", "a 2019 valuation", ميزانية 2026; not "2025 vessels", "Vision 2030", "may"."""

from pipeline.dates.reading import Hit, Reading
from pipeline.dates.years import is_counted, plain_year

# Prepositions that dates stand after; the strong ones hardly ever stand before a count of four digits.
_STRONG = frozenset("starting in since until before after".split())
_LICENCES = _STRONG | frozenset("of to from between than for about within".split())
# Plurals that a year before them describes and does not count: 2019 levels, the 2018 elections.
_DESCRIBED = frozenset(
    "levels figures results prices elections terms accounts budgets earnings profits revenues sales exports imports talks rules "
    "sanctions protests accords estimates forecasts targets data games olympics summits rates values versus plus this does was "
    "has less across towards besides as".split()
)
_DETERMINERS = frozenset("a an the its his her their our s this that".split())
_RECURRING = frozenset(("each", "every", "كل"))
_GLUE = frozenset("$€£#-/:")
_YEAR_VERBS = frozenset("was is will saw has had marks marked brought ended began promises proved".split())
_SEASONS = frozenset("spring summer autumn fall winter season monsoon".split())
# Arabic nouns that a bare year follows as their date.
_DATED_NOUNS = frozenset(
    "ربيع صيف خريف شتاء موسم موازنة ميزانية اتفاقية اتفاق معاهدة انتخابات حرب ازمة ثورة قرار قانون دستور بروتوكول نتائج حصيلة "
    "مستويات مستوي ارقام بيانات اسعار صادرات واردات ايرادات ارباح مبيعات احصاءات قمة حدود".split()
)
_NEWSPAPERS = frozenset(
    "Times Standard Telegraph Express Mail Mirror Independent Herald Tribune Star Sun Monitor Nation Vision Post News World Observer".split()
)
# Islamic months that are also words or first names: only with شهر, a day or a year.
_HIJRI_NAMES = frozenset(("صفر", "محرم", "رجب", "شعبان", "rajab", "shaban", "safar"))


def licensed(reading: Reading, hit: Hit) -> bool:
    """Whether a weak hit stands where dates stand."""
    if hit.rule == "year":
        return _year_licensed(reading, hit)
    if hit.partial.months:
        return reading.kind(hit.outer - 1) in ("preposition", "article") or hit.rule in ("quarter", "first_months")
    if hit.rule.startswith("hijri"):
        return _hijri_licensed(reading, hit)
    return _month_licensed(reading, hit)


def is_name(reading: Reading, hit: Hit) -> bool:
    """Whether a month or weekday is no date: April Glaspie, Sixth of October City, مصانع السادس من أكتوبر, each Thursday."""
    before, after = reading.token(hit.outer - 1), reading.token(hit.end)
    if before.word.lower() in _RECURRING:
        return True
    if before.value == "of" and reading.kind(hit.outer - 2) == "ordinal":
        return True
    named = before.word.lower() == "the" and after.kind == "word" and after.word[:1].isupper()
    if hit.rule == "weekday" and (named or after.word in _NEWSPAPERS):  # The Sunday Times
        return True
    if hit.rule not in ("month", "hijri_month") or reading.lang == "ar" or reading.exact:
        return False
    short = reading.kind(hit.start) == "short_month"
    joined = before.kind == "preposition" and before.value in ("and", "or")
    if before.kind in ("part", "shift") or (before.kind == "preposition" and not joined and not short):
        return False
    return after.kind == "word" and after.word[:1].isupper() and after.start - reading.token(hit.end - 1).end == 1


def recurs(reading: Reading, hit: Hit) -> bool:
    """A day of every year: 2 December each year, الثاني من ديسمبر من كل عام."""
    after = [reading.token(hit.end + step).word.lower() for step in (0, 1)]
    return hit.partial.year is None and (after[0] in _RECURRING or (after[0] == "من" and after[1] == "كل"))


def _year_licensed(reading: Reading, hit: Hit) -> bool:
    before = reading.token(hit.outer - 1)
    if is_counted(reading, hit.end) or reading.mark(hit.end, "%"):
        return False
    if before.kind == "preposition" and before.value in _LICENCES:
        if before.value == "between":  # a range would have been read as one
            return False
        if before.value == "about" and reading.kind(hit.end) == "word":  # حوالي 2000 جندي
            return False
        return before.value in _STRONG or not _counts(reading, hit.end)
    if (
        before.kind == "pair"
        or (before.kind == "units" and before.value == "year")  # للأعوام 2020 و2021
        or before.word.lower() == "both"
        or (reading.mark(hit.outer - 1, "(") and reading.mark(hit.end, "),،"))
    ):
        return True
    return _listed(reading, hit) or _of_noun(reading, hit, before.word.lower())


def _of_noun(reading: Reading, hit: Hit, before: str) -> bool:
    """A 2019 valuation, the 2018 elections, ميزانية 2026, صيف 2027; not the 2030 Agenda, a name."""
    if reading.lang == "ar":
        return before in _DATED_NOUNS or before.lstrip("وبلفك") in _DATED_NOUNS
    after = reading.token(hit.end)
    described = before in _DETERMINERS and after.kind in ("word", "fiscal") and after.word.islower()
    return before in _SEASONS or (described and not _counts(reading, hit.end)) or _subject(reading, hit)


def _subject(reading: Reading, hit: Hit) -> bool:
    """2024 was a record year; in total, 2024 saw twelve deals."""
    before, after = reading.token(hit.outer - 1), reading.token(hit.end)
    return before.kind in ("end", "mark") and before.word not in _GLUE and after.word in _YEAR_VERBS


def _listed(reading: Reading, hit: Hit) -> bool:
    """2021 in "in 2019, 2020 and 2021": after a year that was read as one."""
    at = hit.outer - 1
    joined = reading.says(at, "preposition", "and", "or") or reading.mark(at, ",،")
    year, last = plain_year(reading, at - 1) if joined else None, reading.memory.last
    read = bool(year and last and last.unit == "year" and last.first.year == year)
    return read and not _counts(reading, hit.end)


def _counts(reading: Reading, index: int) -> bool:
    """Whether an English plural follows, which a number before it would count: "of 2025 vessels"."""
    token = reading.token(index)
    word = token.word
    return token.kind == "word" and word.islower() and word.endswith("s") and len(word) > 3 and word not in _DESCRIBED


def _hijri_licensed(reading: Reading, hit: Hit) -> bool:
    name, before = reading.token(hit.start), reading.token(hit.outer - 1)
    if name.kind == "bare_unit":
        return True
    if reading.exact or name.word.lower() in _HIJRI_NAMES:
        return False
    return before.kind == "part" or (before.kind == "preposition" and before.value in _STRONG)


def _month_licensed(reading: Reading, hit: Hit) -> bool:
    before, name = reading.token(hit.outer - 1), reading.token(hit.start)
    if before.kind == "end" and reading.exact and reading.kind(hit.end) == "end":
        return True
    if not (reading.lang == "ar" or name.word[:1].isupper() or reading.exact):
        return False
    if before.kind == "preposition" and before.value in _LICENCES:
        return not (reading.lang == "ar" and before.value == "of" and name.word == "اب")
    after = reading.token(hit.end)
    described = before.word.lower() in _DETERMINERS and after.kind == "word" and after.word.islower()
    joined = before.value in ("and", "or") and reading.kind(hit.outer - 2) in ("month", "short_month")
    return before.kind in ("part", "pair") or described or joined
