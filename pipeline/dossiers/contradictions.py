"""Values that cannot all be true: two signing dates, two sums, signed here and denied there."""

from collections.abc import Callable, Sequence
from itertools import combinations

from models.dossier import Contradiction, Dossier, Event, Slot, Told
from models.edtf import bounds
from pipeline.dossiers.places import other_city

_PLANNED = ("negotiating", "proposed")
_DONE = ("signed", "renewed", "in_force")
_ROUNDED = 0.02  # 419.6 million told as 420 million


def find_contradictions(dossier: Dossier) -> tuple[Contradiction, ...]:
    """The slots of a dossier whose values contradict one another, with all values that take part."""
    checks: list[tuple[Slot, Sequence[Told], Callable[[str, str], bool]]] = [
        ("kind", dossier.kinds, _other_kind),
        ("count", dossier.counts, _other_count),
        ("signed", dossier.signed, _other_days),
        ("place", dossier.places, _other_place),
        ("value", dossier.values, _other_amount),
        ("duration", dossier.durations, _other_amount),
    ]
    found = [(slot, _apart(told, differ)) for slot, told, differ in checks]
    found.append(("status", _other_status(dossier)))
    return tuple(Contradiction(slot=slot, values=values) for slot, values in found if values)


def _apart(told: Sequence[Told], differ: Callable[[str, str], bool]) -> tuple[Told, ...]:
    apart = {id(each) for a, b in combinations(told, 2) if differ(a.value, b.value) for each in (a, b)}
    return tuple(each for each in told if id(each) in apart)


def _other_kind(left: str, right: str) -> bool:
    return left != right and "agreement" not in (left, right)  # the word for all of them


def _other_count(left: str, right: str) -> bool:
    return left != right and "several" not in (left, right)


def _other_days(left: str, right: str) -> bool:
    (first, last), (start, end) = bounds(left), bounds(right)
    return bool(first and last and start and end and (last < start or end < first))


def _other_place(left: str, right: str) -> bool:
    return other_city(left, right)


def _other_amount(left: str, right: str) -> bool:
    """Whether two amounts of one unit differ by more than rounding; amounts in two currencies may well be the same."""
    (low, unit), (high, other) = (text.partition(" ")[::2] for text in (left, right))
    if unit != other or "-" in low or "-" in high:
        return False
    small, large = sorted((float(low), float(high)))
    return large > 0 and (large - small) / large > _ROUNDED


def _other_status(dossier: Dossier) -> tuple[Told, ...]:
    """Statuses that contradict: denied beside concluded, or only planned as told after it was told to be concluded."""
    done = [event for event in dossier.history if event.status in _DONE]
    against = [event for event in dossier.history if event.status == "denied" or _planned_after(event, done)]
    if not done or not against:
        return ()
    statuses = {event.status for event in (*done, *against)}
    return tuple(told for told in dossier.statuses if told.value in statuses)


def _planned_after(event: Event, done: Sequence[Event]) -> bool:
    return event.status in _PLANNED and any(event.date and other.date and event.date > other.date for other in done)
