"""What was read before: the dates that "the following year", "a year earlier" and "the same period" count from."""

import datetime
from dataclasses import dataclass

from pipeline.dates.moment import Moment

_PERIODS = frozenset(("month", "quarter", "half", "months", "days"))
# A quotation's "today" is the day that the article reports, within the week before it appeared.
_WEEK = datetime.timedelta(days=7)


@dataclass(slots=True)
class Memory:
    """The last date of an article; the last longer than a day; the last month, quarter or range; the latest; the reported day.

    `passage` and `token` say where the last date stands, so that a reader can ask whether it is in the same sentence.
    """

    last: Moment | None = None
    last_long: Moment | None = None
    last_period: Moment | None = None
    latest: Moment | None = None
    event: Moment | None = None
    token: int = -1
    long_token: int = -1

    def remember(self, found: Moment, token: int, reference: datetime.date | None, *, opening: bool) -> None:
        """Keep a date read at a token. `opening`: it only opens or closes a stretch (since 1989, until 2030)."""
        self.last, self.token = found, token
        if found.unit == "day":
            if reference and reference - _WEEK <= found.first <= reference:
                self.event = found
            return
        self.last_long, self.long_token = found, token
        if found.unit in _PERIODS:
            self.last_period = found
        ended = reference is None or found.first <= reference
        if not opening and ended and (self.latest is None or found.last >= self.latest.last):
            self.latest = found

    def next_passage(self) -> "Memory":
        """The same dates, none of them in the sentence that is read next."""
        self.token = self.long_token = -1
        return self
