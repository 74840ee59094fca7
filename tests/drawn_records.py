"""Records out of the blue, for properties: any text, any spans of it, every family and slot."""

import datetime
from decimal import Decimal
from typing import Any, get_args

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from models import Agreement, Area, Date, Figure, Party, Pipeline, Place, Published, Record, Segment, Source, Span, Term
from models import Warning as Notice
from models.agreement import AgreementKind, Status, TermKind
from models.edtf import bounds
from models.figure import Basis, FigureKind, Modifier, Trend
from models.party import PartyKind
from models.record import PublishedFrom, Role

# What breaks exports: letters of both scripts, astral ones, marks, quotes, separators, formulas, controls.
_SIGNS = "aZé0 9\u00a0\n\r\t,;\"'`=+-@|%\\<>&/#:،؛ابتثعة\u0651\u0640\u200f\u202e\u2028\x00\x1c\x85🌊𝒳️"
_TEXT = st.text(alphabet=st.sampled_from(_SIGNS) | st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
_WORD = st.text(alphabet=st.sampled_from(_SIGNS), min_size=1, max_size=8)
_EDTF = st.sampled_from(["2025-09-14", "2025-09", "2025", "2024-34", "202X", "2019/..", "../2030", "XXXX-08", "2025~"])
_NUMBER = st.decimals(min_value=-(10**15), max_value=10**15, places=3, allow_nan=False).map(Decimal.normalize)


# For properties that write and read files.
few = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)


def _one(choices: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(choices))


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@st.composite
def records(draw: st.DrawFn) -> Record:
    """A valid record."""
    text = draw(_TEXT)

    def place() -> dict[str, Any]:
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, min(len(text), start + 12)))
        return {"text": text[start:end], "start": start, "end": end}

    def span() -> Span:
        return Span(**place())

    def maybe_span() -> Span | None:
        return span() if draw(st.booleans()) else None

    def several(make: Any, least: int = 0, most: int = 2) -> tuple[Any, ...]:
        return tuple(make(nth + 1) for nth in range(draw(st.integers(least, most))))

    def reference(items: tuple[Any, ...]) -> str | None:
        return draw(_maybe(st.sampled_from([item.id for item in items]))) if items else None

    def references(items: tuple[Any, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(draw(st.lists(st.sampled_from([item.id for item in items]))))) if items else ()

    def date(nth: int) -> Date:
        value = draw(_EDTF)
        start, end = bounds(value)
        return Date(**place(), id=f"d{nth}", lang="ar", rule=draw(_WORD), value=value, start_date=start, end_date=end,
                    calendar=draw(st.sampled_from(["gregorian", "islamic"])), relative=draw(st.booleans()))  # fmt: skip

    dates = several(date)

    def figure(nth: int) -> Figure:
        return Figure(**place(), id=f"f{nth}", lang="en", rule="r", kind=draw(_one(FigureKind)), value=draw(_NUMBER),
                      value_high=draw(_maybe(_NUMBER)), unit=draw(_maybe(_WORD)), modifier=draw(_one(Modifier)),
                      measure=maybe_span(), trend=draw(_maybe(_one(Trend))), basis=draw(_maybe(_one(Basis))),
                      period=reference(dates))  # fmt: skip

    def mentions() -> tuple[Span, ...]:
        return tuple(sorted((span() for _ in range(draw(st.integers(1, 3)))), key=lambda one: (one.start, one.end)))

    def location(nth: int) -> Place:
        return Place(id=f"l{nth}", name=draw(_WORD), country=draw(_maybe(st.just("OM"))), mentions=mentions(), rule="r")

    def party(nth: int) -> Party:
        names = draw(st.dictionaries(st.sampled_from(["ar", "en"]), _WORD))
        return Party(id=f"p{nth}", name=draw(_WORD), names=names, kind=draw(_one(PartyKind)),
                     country=draw(_maybe(st.just("QA"))), mentions=mentions(), role=maybe_span(),
                     affiliation="p1" if nth > 1 else None, rule="r")  # fmt: skip

    figures, places, parties = several(figure), several(location), several(party)

    def term(_: int) -> Term:
        return Term(**place(), kind=draw(_one(TermKind)), actor=reference(parties))

    def agreement(nth: int) -> Agreement:
        return Agreement(
            id=f"a{nth}", kind=draw(_one(AgreementKind)), title=maybe_span(), count=draw(_maybe(st.integers(1, 200))),
            status=draw(_one(Status)), parties=references(parties), signatories=references(parties),
            signed=reference(dates), place=reference(places), value=reference(figures), duration=reference(figures),
            under="a1" if nth > 1 else None, subject=maybe_span(),
            areas=several(lambda _: Area(**place(), topic=draw(_maybe(st.just("medtop:20000763"))))), terms=several(term),
            evidence=mentions(), confidence=draw(st.floats(0, 1)), rule="r",
        )  # fmt: skip

    def segment(_: int) -> Segment:
        one = span()
        return Segment(start=one.start, end=one.end, lang=draw(_maybe(st.just("ar"))), role=draw(_one(Role)))

    titles = several(lambda _: span())
    day = draw(_maybe(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))))
    return Record(
        id=draw(st.text(alphabet="0123456789abcdef", min_size=16, max_size=16)),
        source=Source(path=draw(_WORD), index=draw(st.integers(0, 9)), format="jsonl", sha256="0" * 64,
                      url=draw(_maybe(_WORD)), publisher=draw(_maybe(_WORD)), author=draw(_maybe(_WORD))),
        text=text, title=titles[0] if titles else None, titles=titles, language=draw(_maybe(st.just("ar"))),
        languages=draw(st.dictionaries(st.sampled_from(["ar", "en"]), st.floats(0, 1))),
        published=Published(date=day, source=draw(_one(PublishedFrom))) if day else None,
        segments=several(segment), figures=figures, dates=dates, places=places, parties=parties,
        agreements=several(agreement),
        warnings=several(lambda _: Notice(code="c", message=draw(_WORD), spans=several(lambda _: span()))),
        pipeline=Pipeline(version="0.1.0", engines={"en": "crf"}),
    )  # fmt: skip
