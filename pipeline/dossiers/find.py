"""Records of many articles to one dossier for each agreement."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from models.dossier import Dossier, DossierArticle
from models.record import Record
from pipeline.dossiers.compose import dossier_of
from pipeline.dossiers.duplicates import Print, find_originals, print_of
from pipeline.dossiers.likeness import SAME
from pipeline.dossiers.merge import merge_tellings
from pipeline.dossiers.tellings import Telling, tellings_of


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """What is kept of a record while all are read."""

    article: DossierArticle
    print_: Print
    tellings: tuple[Telling, ...]


def find_dossiers(
    records: Iterable[Record], as_of: datetime.date | None = None, threshold: float = SAME
) -> Iterator[Dossier]:
    """The dossiers of the records, one for each agreement, in the order of their first articles; the order in which the
    records come makes no difference. With `as_of`, of the articles that were published on or before that day only: what
    appeared later, or on a day that nobody knows, is left out. `threshold`: log odds from which two tellings are of one agreement."""
    read = sorted(_read(records, as_of), key=_order)
    originals = find_originals([each.print_ for each in read])
    articles = [
        each.article
        if original == number
        else each.article.model_copy(update={"duplicate_of": read[original].article.id})
        for number, (each, original) in enumerate(zip(read, originals, strict=True))
    ]
    copies: dict[int, list[DossierArticle]] = {}
    for number, original in enumerate(originals):
        if original != number:
            copies.setdefault(original, []).append(articles[number])
    tellings = [
        replace(telling, article=number)
        for number, each in enumerate(read)
        if originals[number] == number
        for telling in each.tellings
    ]
    del read
    groups = merge_tellings(tellings, threshold)
    composed = [_compose([tellings[n] for n in group], articles, copies, as_of) for group in groups]
    yield from _with_unders(composed, [[tellings[n] for n in group] for group in groups])


def _read(records: Iterable[Record], as_of: datetime.date | None) -> Iterator[_Read]:
    for record in records:
        published = record.published.date if record.published else None
        if as_of and (published is None or published > as_of):
            continue
        article = DossierArticle(
            id=record.id,
            path=record.source.path,
            url=record.source.url,
            publisher=record.source.publisher,
            published=published,
            language=record.language,
        )
        yield _Read(article, print_of(_text_of(record)), tuple(tellings_of(record, 0)))


def _text_of(record: Record) -> str:
    """The text to find copies by; of a record that keeps none its id, which is made from the text."""
    return record.id if record.text is None else record.text


def _order(read: _Read) -> tuple[datetime.date, str, str]:
    return read.article.published or datetime.date.max, read.article.id, read.article.path


def _compose(
    tellings: list[Telling],
    articles: list[DossierArticle],
    copies: dict[int, list[DossierArticle]],
    as_of: datetime.date | None,
) -> Dossier:
    repeated = [copy for telling in tellings for copy in copies.get(telling.article, ())]
    return dossier_of(tellings, [articles[telling.article] for telling in tellings], repeated, as_of)


def _with_unders(dossiers: list[Dossier], groups: list[list[Telling]]) -> Iterator[Dossier]:
    """The dossiers with the one that each stands under, where the articles name it."""
    homes = {
        (telling.article, telling.id): dossier.id
        for dossier, group in zip(dossiers, groups, strict=True)
        for telling in group
    }
    for dossier, group in zip(dossiers, groups, strict=True):
        above = [homes[telling.article, telling.under] for telling in group if telling.under]
        yield dossier.model_copy(update={"under": above[0]}) if above and above[0] != dossier.id else dossier
