"""brat standoff: for each article its text and its annotations, and one configuration. brat counts code points."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from models.agreement import Agreement, AgreementKind, Status
from models.figure import Modifier
from models.party import Party
from models.place import Place
from models.record import Record
from models.span import Span
from pipeline.exports.files import arriving
from pipeline.exports.labels import AGREEMENT, ENTITIES, FIGURE, PARTY, SLOTS, text_of

_ROLES = ("Party", "Signatory", "Signed", "Place", "Value", "Duration", "Title", "Subject", "Area", "Term")
_ENTITY = "<ENTITY>"


def write(records: Iterable[Record], folder: Path) -> None:
    """Write NAME.txt and NAME.ann for each record, NAME being its id, and annotation.conf."""
    _put(folder / "annotation.conf", configuration())
    for record in records:
        _put(folder / f"{record.id}.txt", text_of(record))
        _put(folder / f"{record.id}.ann", "".join(f"{line}\n" for line in annotations(record)))


def configuration() -> str:
    """The types that the annotations use."""
    arguments = ", ".join(f"{role}*:{_ENTITY}" for role in _ROLES)
    values = {"AgreementKind": AgreementKind, "Status": Status}
    lines = ["[entities]", *ENTITIES, *SLOTS, "", "[relations]"]
    lines += [f"Affiliation\tArg1:{PARTY['person']}, Arg2:{_ENTITY}", f"RoleOf\tArg1:ROLE, Arg2:{PARTY['person']}"]
    lines += [f"MeasureOf\tArg1:MEASURE, Arg2:{_ENTITY}", f"PeriodOf\tArg1:DATE, Arg2:{_ENTITY}"]
    lines += ["", "[events]", f"{AGREEMENT}\t{arguments}", "", "[attributes]"]
    lines += [f"{name}\tArg:<EVENT>, Value:{'|'.join(get_args(choices))}" for name, choices in values.items()]
    lines += [f"Modifier\tArg:{_ENTITY}, Value:{'|'.join(get_args(Modifier))}"]
    return "\n".join(lines) + "\n"


def annotations(record: Record) -> Iterator[str]:
    """The lines of the .ann file."""
    return iter(_Annotations(record).lines)


class _Annotations:
    def __init__(self, record: Record) -> None:
        self.record = record
        self.text = text_of(record)
        self.lines: list[str] = []
        self.first: dict[str, str] = {}  # id of an item → its first text-bound annotation
        self.counts: dict[str, int] = {}
        self._dates_and_figures()
        self._places_and_parties()
        for agreement in record.agreements:
            self._agreement(agreement)

    def _new(self, letter: str, content: str) -> str:
        self.counts[letter] = number = self.counts.get(letter, 0) + 1
        self.lines.append(f"{letter}{number}\t{content}")
        return f"{letter}{number}"

    def _bound(self, label: str, span: Span, item: str | None = None) -> str:
        """A text-bound annotation; brat has a fragment for each line that a span runs over."""
        fragments, quotes, at = [], [], span.start
        for line in span.text.splitlines(keepends=True):
            kept = line.rstrip()
            lead = len(kept) - len(kept.lstrip())
            if kept.strip():
                fragments.append(f"{at + lead} {at + len(kept)}")
                quotes.append(kept.strip())
            at += len(line)
        if not fragments:  # a span of white space alone
            fragments, quotes = [f"{span.start} {span.end}"], [" " * len(span.text)]
        name = self._new("T", f"{label} {';'.join(fragments)}\t{' '.join(quotes)}")
        if item:
            self.first.setdefault(item, name)
        return name

    def _note(self, target: str, note: str) -> None:
        self._new("#", f"AnnotatorNotes {target}\t{' '.join(note.split())}")

    def _dates_and_figures(self) -> None:
        for date in self.record.dates:
            self._note(self._bound("DATE", date, date.id), f"{date.id} {date.value}")
        for figure in self.record.figures:
            name = self._bound(FIGURE[figure.kind], figure, figure.id)
            high = f" to {figure.value_high:f}" if figure.value_high is not None else ""
            self._note(name, f"{figure.id} {figure.value:f}{high} {figure.unit or 'unit open'} {figure.trend or ''}")
            self._new("A", f"Modifier {name} {figure.modifier}")
            if figure.measure:
                self._new("R", f"MeasureOf Arg1:{self._bound('MEASURE', figure.measure)} Arg2:{name}")
            if figure.period:
                self._new("R", f"PeriodOf Arg1:{self.first[figure.period]} Arg2:{name}")

    def _places_and_parties(self) -> None:
        for place in self.record.places:
            self._mentioned("LOC", place)
        for party in self.record.parties:
            self._mentioned(PARTY[party.kind], party)
        for party in self.record.parties:
            if party.role:
                self._new("R", f"RoleOf Arg1:{self._bound('ROLE', party.role)} Arg2:{self.first[party.id]}")
            if party.affiliation:
                self._new("R", f"Affiliation Arg1:{self.first[party.id]} Arg2:{self.first[party.affiliation]}")

    def _mentioned(self, label: str, item: Place | Party) -> None:
        names = [self._bound(label, span, item.id) for span in item.mentions]
        self._note(names[0], " ".join(filter(None, (item.id, item.country, item.name))))
        if len(names) > 1:
            self.lines.append(f"*\tEquiv {' '.join(names)}")

    def _agreement(self, agreement: Agreement) -> None:
        trigger = self._bound(AGREEMENT, agreement.evidence[0])
        arguments = [("Party", self.first[party]) for party in agreement.parties]
        arguments += [("Signatory", self.first[party]) for party in agreement.signatories]
        for role in ("signed", "place", "value", "duration"):
            if getattr(agreement, role):
                arguments.append((role.capitalize(), self.first[getattr(agreement, role)]))
        quotes = [("TITLE", agreement.title), ("SUBJECT", agreement.subject)]
        quotes += [("AREA", area) for area in agreement.areas] + [("TERM", term) for term in agreement.terms]
        arguments += [(label.capitalize(), self._bound(label, span)) for label, span in quotes if span]
        event = self._new("E", " ".join([f"{AGREEMENT}:{trigger}", *_numbered(arguments)]))
        self._new("A", f"AgreementKind {event} {agreement.kind}")
        self._new("A", f"Status {event} {agreement.status}")
        count = "several" if agreement.count is None else agreement.count
        self._note(event, f"{agreement.id} count {count} {f'under {agreement.under}' if agreement.under else ''}")


def _numbered(arguments: list[tuple[str, str]]) -> Iterator[str]:
    """ "Party:T1", "Party2:T4": roles that recur are numbered from the second on."""
    seen: dict[str, int] = {}
    for role, target in arguments:
        seen[role] = times = seen.get(role, 0) + 1
        yield f"{role}{times if times > 1 else ''}:{target}"


def _put(output: Path, content: str) -> None:
    with arriving(output) as path, path.open("w", encoding="utf-8", newline="") as stream:
        stream.write(content)
