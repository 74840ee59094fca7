"""How likely two tellings are of the same agreement: a sum of evidence for and against, in hand-set log odds.

The weights were set on the written set in tests/dossiers. Above `SAME` two tellings are of one agreement.
"""

from pipeline.dossiers.members import Member, member_likeness
from pipeline.dossiers.places import place_key
from pipeline.dossiers.romanise import person_likeness
from pipeline.dossiers.tellings import Days, Telling

SAME = 2.0
_PARTY_MATCHES = 0.45
_NEAR = 0.85  # a party that the other article names without binding it
_NEVER = -9.0
# Visits end with many agreements of the same parties on one day: there what they are about must agree.
_TOLD_APART, _RIVAL = 0.5, -2.5
_PLANNED = frozenset(("negotiating", "proposed", "denied"))
_REACH = 3 * 366  # days from the first word of talks to a signature
# Days between two signatures as told, and what that says.
_GAPS = ((0, 2.5), (3, 1.0), (10, -0.7), (31, -1.5), (120, -3.0))
_GAP_BEYOND = -6.0


def likeness(left: Telling, right: Telling) -> float:
    """The evidence that two tellings are of one agreement, as log odds without a fixed scale."""
    found = _parties(left, right)
    if found <= _NEVER:
        return _NEVER
    topics = _topics(left, right)
    if topics < _TOLD_APART and (left.rivals or right.rivals):
        found += _RIVAL
    found += topics + _dates(left, right) + _kinds(left, right) + _counts(left, right)
    return found + _values(left, right) + _details(left, right)


def _parties(left: Telling, right: Telling) -> float:
    """Parties that meet, parties that one side lacks, parties that contradict."""
    ours, theirs = _matches(left.parties, right), _matches(right.parties, left)
    met = [best for best in (*ours, *theirs) if best >= _PARTY_MATCHES]
    alone = [sum(best < _PARTY_MATCHES for best in side) for side in (ours, theirs)]
    if not met or all(alone):
        return _NEVER
    missing = 0.0 if min(len(left.parties), len(right.parties)) > 1 else -0.5
    return 8 * (sum(met) / len(met) - 0.75) - 1.5 * min(2, sum(alone)) + missing


def _matches(parties: tuple[Member, ...], other: Telling) -> list[float]:
    """How well each party is found on the other side."""
    return [
        max(
            max((member_likeness(party, each) for each in other.parties), default=0.0),
            _NEAR * max((member_likeness(party, each) for each in other.near), default=0.0),
        )
        for party in parties
    ]


def _topics(left: Telling, right: Telling) -> float:
    """What the agreements are about; where one telling does not say it, what is told around them."""
    across = left.lang != right.lang
    ours, theirs = set(left.topic), set(right.topic)
    our_context, their_context = set(left.context), set(right.context)
    topics = _comparable(ours, theirs, across)
    if topics:
        shared = max(_overlap(*topics), 0.75 * _held(topics[0], their_context), 0.75 * _held(topics[1], our_context))
        return 9 * shared - 4
    context = _comparable(our_context, their_context, across)
    if not context:
        return 0.0
    if ours or theirs:
        return 4 * max(_held(ours, their_context), _held(theirs, our_context)) - 1.5
    return 6 * _overlap(*context) - 1.5


def _comparable(left: set[str], right: set[str], across: bool) -> tuple[set[str], set[str]] | None:
    """The meanings that both sides could share: across languages, words that no table knows say little."""
    if across:
        sounds = {word for word in left & right if word.startswith("~")}
        left, right = ({word for word in side if not word.startswith("~")} | sounds for side in (left, right))
    return (left, right) if left and right else None


def _overlap(left: set[str], right: set[str]) -> float:
    shared = len(left & right)
    return 0.7 * shared / min(len(left), len(right)) + 0.3 * shared / len(left | right)


def _held(topic: set[str], context: set[str]) -> float:
    known = [word for word in topic if not word.startswith("~") or word in context]
    return sum(word in context for word in known) / len(known) if known else 0.0


def _dates(left: Telling, right: Telling) -> float:
    """Signing days within reach, or the days of the reports where an article does not tell when."""
    if left.signed and right.signed:
        days = _gap(left.signed, right.signed)
        exact = all(side.first == side.last for side in (left.signed, right.signed))
        if days == 0:
            return 2.5 if exact else 1.2
        return next((weight for limit, weight in _GAPS if days <= limit), _GAP_BEYOND)
    if not left.published or not right.published:
        return 0.0
    if left.signed or right.signed:
        told, other = (left, right) if left.signed else (right, left)
        return _report_of(told.signed, other)  # type: ignore[arg-type]
    return _reports_apart(abs((left.published - right.published).days))


def _report_of(signed: Days, other: Telling) -> float:
    """A signature beside a report that gives no day of signature."""
    days = (other.published - signed.first).days  # type: ignore[operator]
    if other.status in _PLANNED:
        return 0.3 if -_REACH <= days <= 31 else -2.0
    if days < -2:
        return -2.0
    return 0.5 if days <= 31 else 0.0 if days <= _REACH else -1.0


def _reports_apart(days: int) -> float:
    return 0.7 if days <= 10 else 0.0 if days <= 90 else -0.7 if days <= 400 else -2.0


def _gap(left: Days, right: Days) -> int:
    return max(0, (right.first - left.last).days, (left.first - right.last).days)


def _kinds(left: Telling, right: Telling) -> float:
    if left.kind == right.kind:
        return 0.7
    return -0.3 if "agreement" in (left.kind, right.kind) else -1.2


def _counts(left: Telling, right: Telling) -> float:
    """A group of instruments is not one of them; the same number of them is the same group."""
    if left.count == right.count:
        return 0.0 if left.count == 1 else 1.0
    return -3.0 if 1 in (left.count, right.count) else -1.0


def _values(left: Telling, right: Telling) -> float:
    if not left.value or not right.value or left.value.unit != right.value.unit:
        return 0.0
    low, high = sorted((left.value.value, right.value.value))
    share = float(low / high) if high else 1.0
    return 2.0 if share > 0.99 else 0.3 if share > 0.8 else -1.0 if share > 0.5 else -3.0


def _details(left: Telling, right: Telling) -> float:
    """Durations, places, signatories and figures that both name."""
    found = 0.0
    if left.duration and right.duration:
        found += 0.5 if left.duration == right.duration else -0.5
    if left.place and right.place and place_key(left.place) == place_key(right.place):
        found += 0.4
    people = sum(any(person_likeness(a.name, b.name) >= 0.86 for b in right.signatories) for a in left.signatories)
    return found + min(2.0, people) + min(1.6, 0.8 * len(left.numbers & right.numbers))
