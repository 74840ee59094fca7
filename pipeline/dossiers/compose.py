"""A group of tellings to its dossier: every value with its sources, the history, what contradicts."""

import datetime
import hashlib
from collections.abc import Callable, Iterable, Sequence

from models.dossier import Dossier, DossierArticle, DossierParty, Event, Told
from models.dossier import Telling as Source
from models.span import Span
from pipeline.countries import country_name
from pipeline.dossiers.concepts import meanings
from pipeline.dossiers.contradictions import find_contradictions
from pipeline.dossiers.members import SAME_BODY, Member, body_likeness, known_body_name
from pipeline.dossiers.places import place_key
from pipeline.dossiers.romanise import person_likeness
from pipeline.dossiers.tellings import Quote, Telling

_SAME_PERSON = 0.86


def dossier_of(
    tellings: Sequence[Telling],
    articles: Sequence[DossierArticle],
    copies: Sequence[DossierArticle],
    as_of: datetime.date | None = None,
    under: str | None = None,
) -> Dossier:
    """The dossier of a group of tellings in the order of their publication; `articles[i]` is the article of `tellings[i]`,
    `copies` repeat some of them, `under` is the id of the dossier that it stands under."""
    sources = [_sources(telling, article) for telling, article in zip(tellings, articles, strict=True)]
    told = {slot: _told(tellings, sources, slot, key) for slot, key in _SLOTS.items()}
    history = tuple(_event(telling, found) for telling, found in zip(tellings, sources, strict=True))
    dated = [article.published for article in articles if article.published]
    dossier = Dossier(
        id=dossier_id(articles[0].id, tellings[0]),
        as_of=as_of,
        kind=_kind(told["kind"]),  # type: ignore[arg-type]
        status=history[-1].status,
        first_reported=min(dated, default=None),
        last_reported=max(dated, default=None),
        parties=_parties(tellings, articles, lambda telling: telling.bound),
        signatories=_parties(tellings, articles, lambda telling: telling.signing),
        kinds=told["kind"],
        statuses=told["status"],
        counts=told["count"],
        titles=told["title"],
        subjects=told["subject"],
        signed=told["signed"],
        places=told["place"],
        values=told["value"],
        durations=told["duration"],
        areas=told["area"],
        terms=told["term"],
        under=under,
        history=history,
        articles=tuple(_in_order([*articles, *copies])),
    )
    return dossier.model_copy(update={"contradictions": find_contradictions(dossier)})


def _words_key(text: str) -> str:
    """Key under which phrases of both languages that say the same are one value."""
    return text if text.startswith("medtop:") else " ".join(sorted(meanings(text))) or text


_SLOTS: dict[str, Callable[[str], str]] = {
    "kind": str, "status": str, "count": str, "title": _words_key, "subject": _words_key, "signed": str, "place": place_key,
    "value": str, "duration": str, "area": _words_key, "term": str,
}  # fmt: skip


def _sources(telling: Telling, article: DossierArticle) -> dict[str, list[tuple[str, Source]]]:
    found: dict[str, list[tuple[str, Source]]] = {}
    for fact in telling.facts:
        source = Source(article=article.id, agreement=telling.id or None, quote=_span(fact.quote))
        found.setdefault(fact.slot, []).append((fact.value, source))
    return found


def _span(quote: Quote) -> Span:
    return Span(text=quote.text, start=quote.start, end=quote.end)


def _told(
    tellings: Sequence[Telling],
    sources: Sequence[dict[str, list[tuple[str, Source]]]],
    slot: str,
    key: Callable[[str], str],
) -> tuple[Told, ...]:
    """The values of a slot, those that most articles tell first, then in the order in which they were told."""
    groups: dict[str, list[tuple[str, Source]]] = {}
    for found in sources:
        for value, source in found.get(slot, ()):
            groups.setdefault(f"{value} {source.quote.text}" if slot == "term" else key(value), []).append(
                (value, source)
            )
    values = [
        Told(value=group[0][0], articles=len({s.article for _, s in group}), sources=tuple(s for _, s in group))
        for group in groups.values()
    ]
    return tuple(sorted(values, key=lambda value: -value.articles))


def _event(telling: Telling, sources: dict[str, list[tuple[str, Source]]]) -> Event:
    (status, source), signed = sources["status"][-1], sources.get("signed")
    return Event(
        date=telling.published,
        status=status,  # type: ignore[arg-type]
        signed=signed[0][0] if signed else None,
        source=source,
    )


def _kind(kinds: Sequence[Told]) -> str:
    """What most articles call it; "agreement", the word for all of them, only where none is more exact."""
    return next((told.value for told in kinds if told.value != "agreement"), kinds[0].value)


def _parties(
    tellings: Sequence[Telling],
    articles: Sequence[DossierArticle],
    chosen: Callable[[Telling], Iterable[tuple[Member, Quote]]],
) -> tuple[DossierParty, ...]:
    groups: list[list[tuple[Member, Source]]] = []
    for telling, article in zip(tellings, articles, strict=True):
        for member, quote in chosen(telling):
            source = Source(article=article.id, agreement=telling.id or None, quote=_span(quote))
            home = next((group for group in groups if any(_same(member, other) for other, _ in group)), None)
            if home is None:
                groups.append([(member, source)])
            else:
                home.append((member, source))
    return tuple(_party([member for member, _ in group], tuple(source for _, source in group)) for group in groups)


def _same(left: Member, right: Member) -> bool:
    if left.id == right.id:
        return True
    if left.kind != right.kind or left.kind == "country":
        return False
    if left.kind == "person":
        return person_likeness(left.name, right.name) >= _SAME_PERSON
    return body_likeness(left, right) >= SAME_BODY


def _party(members: Sequence[Member], sources: tuple[Source, ...]) -> DossierParty:
    id_ = _canonical(members)
    names = {lang: max((m.name for m in members if m.lang == lang), key=len, default="") for lang in ("en", "ar")}
    country = next((member.country for member in members if member.country), None)
    if id_.startswith("country:"):
        names = {"en": country_name(id_[8:], "en"), "ar": country_name(id_[8:], "ar")}
    elif id_.startswith("body:"):
        names = {"en": known_body_name(id_[5:], "en"), "ar": known_body_name(id_[5:], "ar")}
    kept = {lang: name for lang, name in names.items() if name}
    return DossierParty(id=id_, kind=members[0].kind, country=country, names=kept, sources=sources)  # type: ignore[arg-type]


def _canonical(members: Sequence[Member]) -> str:
    """The id that most of a party's names give; among equals an English name's, then the longest."""
    ids = [member.id for member in members]
    ranked = sorted(members, key=lambda m: (-ids.count(m.id), m.lang != "en", -len(m.id), m.id))
    return ranked[0].id


def _in_order(articles: Sequence[DossierArticle]) -> list[DossierArticle]:
    unique = {(article.id, article.path): article for article in articles}
    return sorted(unique.values(), key=lambda a: (a.published or datetime.date.max, a.id, a.path))


def dossier_id(article: str, telling: Telling) -> str:
    """Stable as long as no earlier article joins: digits of the SHA-256 over the first article's id and the agreement's."""
    return "d" + hashlib.sha256(f"{article} {telling.id}".encode()).hexdigest()[:15]
