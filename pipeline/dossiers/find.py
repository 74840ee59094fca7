"""Records of many articles to one dossier for each agreement."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from models.dossier import Dossier, DossierArticle
from models.record import Record
from pipeline.dossiers.compose import dossier_id, dossier_of
from pipeline.dossiers.duplicates import Print, find_originals, print_of
from pipeline.dossiers.likeness import SAME
from pipeline.dossiers.merge import merge_tellings
from pipeline.dossiers.tellings import Telling, tellings_of


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """What is kept of a record while all are read: its article as the fields of a DossierArticle."""

    id: str
    path: str
    url: str | None
    publisher: str | None
    published: datetime.date | None
    language: str | None
    print_: Print
    tellings: tuple[Telling, ...]

    def article(self, duplicate_of: str | None) -> DossierArticle:
        """The article as the dossier lists it."""
        return DossierArticle(
            id=self.id,
            path=self.path,
            url=self.url,
            publisher=self.publisher,
            published=self.published,
            language=self.language,
            duplicate_of=duplicate_of,
        )


def find_dossiers(
    records: Iterable[Record], as_of: datetime.date | None = None, threshold: float = SAME
) -> Iterator[Dossier]:
    """The dossiers of the records, one for each agreement, in the order of their first articles; the order in which the
    records come makes no difference. With `as_of`, of the articles that were published on or before that day only: what
    appeared later, or on a day that nobody knows, is left out. `threshold`: log odds from which two tellings are of one
    agreement. Memory: about 10 kB for each record."""
    read = sorted(_read(records, as_of), key=_order)
    originals = find_originals([each.print_ for each in read])
    copies: dict[int, list[int]] = {}
    for number, original in enumerate(originals):
        if original != number:
            copies.setdefault(original, []).append(number)
    tellings = [
        replace(telling, article=number)
        for number, each in enumerate(read)
        if originals[number] == number
        for telling in each.tellings
    ]
    groups = [[tellings[number] for number in group] for group in merge_tellings(tellings, threshold)]
    ids = [dossier_id(read[group[0].article].id, group[0]) for group in groups]
    homes = {(telling.article, telling.id): id_ for id_, group in zip(ids, groups, strict=True) for telling in group}
    for id_, group in zip(ids, groups, strict=True):
        articles = [read[telling.article].article(None) for telling in group]
        repeated = [(copy, telling.article) for telling in group for copy in copies.get(telling.article, ())]
        above = [homes[telling.article, telling.under] for telling in group if telling.under]
        yield dossier_of(
            group,
            articles,
            [read[copy].article(read[original].id) for copy, original in repeated],
            as_of,
            next((home for home in above if home != id_), None),
        )


def _read(records: Iterable[Record], as_of: datetime.date | None) -> Iterator[_Read]:
    for record in records:
        published = record.published.date if record.published else None
        if as_of and (published is None or published > as_of):
            continue
        source = record.source
        yield _Read(
            record.id,
            source.path,
            source.url,
            source.publisher,
            published,
            record.language,
            print_of(_text_of(record)),
            tuple(tellings_of(record, 0)),
        )


def _text_of(record: Record) -> str:
    """The text to find copies by; of a record that keeps none its id, which is made from the text."""
    return record.id if record.text is None else record.text


def _order(read: _Read) -> tuple[datetime.date, str, str]:
    return read.published or datetime.date.max, read.id, read.path
