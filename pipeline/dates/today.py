"""Days named from the day of the article: yesterday, أمس الثلاثاء, اليوم, tomorrow, last night."""

import datetime

from pipeline.dates import moment
from pipeline.dates.moment import Moment
from pipeline.dates.partial import Partial
from pipeline.dates.placed import placed_day
from pipeline.dates.reading import Hit, Reading

_DAY = datetime.timedelta(days=1)
# After اليوم these make it a noun: اليوم العالمي, اليوم الوطني, اليوم الثاني.
_NAMED_DAYS = frozenset(
    "العالمي الوطني الدولي العربي الافتتاحي الختامي الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر "
    "الاخير الواحد التاريخي المفتوح الدراسي التالي السابق نفسه ذاته الذي الخليجي القومي الافريقي الاسلامي الرئيسي".split()
)
# "Today's world" is now, not the day.
_VAGUE = frozenset(
    "world era age economy generation society youth technology market markets standards reality life children parents women students "
    "consumers leaders cities needs challenges".split()
)
_QUOTE = '"'


def day_shift_point(reading: Reading, index: int) -> Hit | None:
    """Yesterday, tomorrow, أمس الثلاثاء, أول أمس الجمعة."""
    if reading.token(index + 1).word == "الحاجة":  # في أمسّ الحاجة
        return None
    if reading.mark(index + 1, "'") and reading.token(index + 3).word.lower() in _VAGUE:
        return None
    return today_at(reading, index, int(reading.token(index).value))


def arabic_today(reading: Reading, index: int) -> Hit | None:
    """اليوم where it means today; في اليوم is "a day", حتى اليوم "to this day", اليوم الوطني a name."""
    token = reading.token(index)
    if reading.token(index - 1).word in ("ذلك", "تلك"):
        return placed_day(reading, index, index + 1, "same")
    if token.word.lstrip("وف") != "اليوم" or reading.says(index - 1, "preposition", "in", "until", "to", "since"):
        return None
    return None if reading.token(index + 1).word in _NAMED_DAYS else today_at(reading, index)


def today_at(reading: Reading, index: int, step: int = 0) -> Hit | None:
    """The day `step` days from the article's, with the weekday after it where there is one."""
    today = _today(reading, index)
    if today is None:
        return None
    found, end = _with_weekday(reading, index, moment.day(today + step * _DAY))
    return Hit(Partial(whole=found, relative=True), index, end, index, rule="day_shift")


def _today(reading: Reading, index: int) -> datetime.date | None:
    """The day of the article; inside a quotation the day that it was said, which is the day the article reports."""
    event = reading.memory.event
    return event.first if event and _quoted(reading, index) else reading.reference


def _quoted(reading: Reading, index: int) -> bool:
    """Whether a quotation mark opens before a token of the sentence: a sign with no letter after, and one right behind."""
    for at in range(index - 1, max(-1, index - 40), -1):
        if reading.mark(at, _QUOTE):
            opens = reading.tight(at + 1)
            return opens and (at == 0 or not reading.tight(at))
    return False


def _with_weekday(reading: Reading, index: int, found: Moment) -> tuple[Moment, int]:
    """The day and its end. Arabic names the weekday right after it, and an article of Tuesday may say اليوم الاثنين."""
    at = index + 1 + reading.mark(index + 1, ",،(")
    token = reading.token(at)
    if token.kind not in ("weekday", "short_weekday"):
        return found, index + 1
    near = (0, -1, 1) if at == index + 1 and reading.lang == "ar" else (0,)
    for step in near:
        when = found.first + step * _DAY
        if when.weekday() == token.value:
            return moment.day(when), at + 1
    return found, index + 1
