"""What the plots show, worked out from records: plain data that the PNG and SVG files and the review page draw from."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from itertools import combinations
from typing import Any

from models.agreement import Agreement
from models.date import Date
from models.figure import Figure
from models.party import Party
from models.record import Record
from pipeline.text import fold

_MEASURED = ("money", "percent", "quantity")
_PANELS = 8  # measures that get a panel
_NODES = 36  # parties around the circle: more labels would overlap
Day = str  # ISO 8601


@dataclass(frozen=True, slots=True)
class Point:
    """A figure on the day that its period ends, or on the day of publication where it names no period."""

    date: Day
    value: float


@dataclass(frozen=True, slots=True)
class Series:
    """One measure in one unit over time."""

    measure: str
    unit: str | None
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A party and the number of its agreements."""

    name: str
    kind: str
    agreements: int


@dataclass(frozen=True, slots=True)
class Network:
    """Parties, and (position, position, number of agreements between the two)."""

    nodes: tuple[Node, ...]
    edges: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """An agreement with the days that its date of signing spans."""

    start: Day
    end: Day
    date: str
    kind: str
    status: str
    parties: tuple[str, ...]


@dataclass(slots=True)
class _Identity:
    """One party over all records: the names it was given, and its kind."""

    names: Counter[str] = field(default_factory=Counter)
    kind: str = ""

    @property
    def name(self) -> str:
        # A headline in capitals is not how a country is called.
        return max(self.names, key=lambda name: (self.names[name], not name.isupper(), len(name), name))


def overview(records: Sequence[Record]) -> dict[str, Any]:
    """All three as JSON would have them, for the review page."""
    return {
        "figures": [asdict(series) for series in figure_series(records)],
        "network": asdict(party_network(records)),
        "timeline": [asdict(event) for event in agreement_timeline(records)],
    }


def figure_series(records: Iterable[Record], limit: int = _PANELS) -> list[Series]:
    """The measures that have figures for most days, at least two; equal points of several articles count once."""
    points: dict[tuple[str, str | None], set[Point]] = defaultdict(set)
    names: dict[tuple[str, str | None], Counter[str]] = defaultdict(Counter)
    for record in records:
        dates = {date.id: date for date in record.dates}
        for figure in record.figures:
            day = _day_of(figure, dates, record)
            if figure.measure and day and figure.kind in _MEASURED:
                key = (fold(figure.measure.text), figure.unit)
                points[key].add(Point(day, float(figure.value)))
                names[key][figure.measure.text] += 1
    found = [
        Series(_commonest(names[key]), key[1], tuple(sorted(points[key], key=lambda point: (point.date, point.value))))
        for key in points
        if len({point.date for point in points[key]}) > 1
    ]
    return sorted(found, key=lambda series: (-len(series.points), series.measure, series.unit or ""))[:limit]


def party_network(records: Iterable[Record], limit: int = _NODES) -> Network:
    """Parties bound by the same agreement; those with most agreements, countries in both languages as one."""
    identities: dict[str, _Identity] = defaultdict(_Identity)
    pairs: Counter[tuple[str, str]] = Counter()
    agreements: Counter[str] = Counter()
    for record in records:
        known = {party.id: party for party in record.parties}
        for agreement in record.agreements:
            bound = sorted({_identify(known[party], identities) for party in agreement.parties})
            weight = agreement.count or 1
            for pair in combinations(bound, 2):
                pairs[pair] += weight
            if len(bound) > 1:
                agreements.update(dict.fromkeys(bound, weight))
    shown = sorted(agreements, key=lambda key: (-agreements[key], identities[key].name, key))[:limit]
    kept = {party for pair in pairs if set(pair) <= set(shown) for party in pair}
    shown = [key for key in shown if key in kept]
    place = {key: position for position, key in enumerate(shown)}
    edges = sorted(
        (*sorted((place[a], place[b])), weight) for (a, b), weight in pairs.items() if {a, b} <= place.keys()
    )
    nodes = tuple(Node(identities[key].name, identities[key].kind, agreements[key]) for key in shown)
    return Network(nodes, tuple((a, b, weight) for a, b, weight in edges))


def agreement_timeline(records: Iterable[Record]) -> list[Event]:
    """Agreements whose date of signing is known, in its order."""
    events = []
    for record in records:
        dates = {date.id: date for date in record.dates}
        names = {party.id: party.name for party in record.parties}
        for agreement in record.agreements:
            signed = dates.get(agreement.signed or "")
            if signed and signed.start_date and signed.end_date:
                events.append(_event(agreement, signed, signed.start_date, signed.end_date, names))
    return sorted(events, key=lambda event: (event.start, event.end, event.kind, event.parties))


def _event(
    agreement: Agreement, signed: Date, start: datetime.date, end: datetime.date, names: dict[str, str]
) -> Event:
    parties = tuple(names[party] for party in agreement.parties)
    return Event(start.isoformat(), end.isoformat(), signed.value, agreement.kind, agreement.status, parties)


def _day_of(figure: Figure, dates: dict[str, Date], record: Record) -> Day | None:
    period = dates.get(figure.period or "")
    if period:
        day = period.end_date or period.start_date
        return day.isoformat() if day else None
    return record.published.date.isoformat() if record.published else None


def _identify(party: Party, identities: dict[str, _Identity]) -> str:
    """Key of a party over all records: the code of a country, else the kind and the folded name."""
    is_country = party.kind == "country" and party.country
    key = f"country {party.country}" if is_country else f"{party.kind} {fold(party.name)}"
    identities[key].names[party.name] += 1
    identities[key].kind = party.kind
    return key


def _commonest(names: Counter[str]) -> str:
    return max(names, key=lambda name: (names[name], name))
