"""The contract refuses what does not hold."""

import datetime
import json
from decimal import Decimal

import pytest
from pydantic import ValidationError

from models import Agreement, Date, Figure, Party, Pipeline, Record, Source, Span
from models.edtf import bounds

TEXT = "Oman and Qatar signed a memorandum worth $5.5 million on 3 May 2025."
SOURCE = Source(path="a.txt", format="text", sha256="0" * 64)


def span(quote: str) -> dict[str, object]:
    start = TEXT.index(quote)
    return {"text": quote, "start": start, "end": start + len(quote)}


def record(**items: object) -> Record:
    return Record(
        id="x",
        source=SOURCE,
        text=TEXT,
        language="en",
        languages={"en": 1.0},
        pipeline=Pipeline(version="1", engines={"en": "none"}),
        **items,
    )


DATE = Date(
    **span("3 May 2025"),
    id="d1",
    lang="en",
    rule="day",
    value="2025-05-03",
    start_date=datetime.date(2025, 5, 3),
    end_date=datetime.date(2025, 5, 3),
)
FIGURE = Figure(
    **span("$5.5 million"), id="f1", lang="en", rule="money", kind="money", value=Decimal("5500000.0"), unit="USD"
)
OMAN = Party(id="p1", name="Oman", kind="country", country="OM", mentions=(Span(**span("Oman")),), rule="country")


def agreement(**slots: object) -> Agreement:
    return Agreement(
        id="a1",
        kind="mou",
        status="signed",
        evidence=(Span(**span("signed a memorandum")),),
        confidence=0.9,
        rule="sign",
        **slots,
    )


def test_a_whole_record_is_built_and_written() -> None:
    built = record(
        dates=(DATE,),
        figures=(FIGURE,),
        parties=(OMAN,),
        agreements=(agreement(parties=("p1",), signed="d1", value="f1"),),
    )
    line = json.loads(built.model_dump_json())
    assert line["figures"][0]["value"] == 5500000
    assert line["dates"][0]["start_date"] == "2025-05-03"
    assert Record.model_validate_json(built.model_dump_json()) == built


@pytest.mark.parametrize(
    "items",
    [
        {"parties": (OMAN.model_copy(update={"mentions": (Span(text="Omam", start=0, end=4),)}),)},
        {"agreements": (agreement(parties=("p9",)),)},
        {"agreements": (agreement(signed="d1"),)},
        {"agreements": (agreement(place="l1"),)},
        {"figures": (FIGURE.model_copy(update={"period": "d7"}),)},
        {"parties": (OMAN.model_copy(update={"affiliation": "p2"}),)},
        {"parties": (OMAN, OMAN)},
        {"unknown": 1},
    ],
)
def test_a_record_that_does_not_hold_cannot_be_built(items: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        record(**items)


def test_a_date_must_span_what_its_value_says() -> None:
    with pytest.raises(ValidationError, match="spans"):
        Date(
            **span("3 May 2025"),
            id="d1",
            lang="en",
            rule="day",
            value="2025-05",
            start_date=datetime.date(2025, 5, 3),
            end_date=None,
        )


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-09-14", "2025-09-14", "2025-09-14"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-08-28/2025-08-31", "2025-08-28", "2025-08-31"),
        ("2019/..", "2019-01-01", None),
        ("../2030", None, "2030-12-31"),
        ("2024-34", "2024-04-01", "2024-06-30"),
        ("2024-36", "2024-10-01", "2024-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("2025~", "2025-01-01", "2025-12-31"),
        ("XXXX-08", None, None),
        ("2024-01/2024-09", "2024-01-01", "2024-09-30"),
    ],
)
def test_edtf_bounds(value: str, first: str | None, last: str | None) -> None:
    assert tuple(day and day.isoformat() for day in bounds(value)) == (first, last)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "2025-13",
        "2025-02-30",
        "25",
        "2025-9",
        "../..",
        "2025/2024",
        "XXXX",
        "yesterday",
        "2024-37",
        "XXXX-13",
        "202X-05",
    ],
)
def test_what_is_no_edtf_is_refused(value: str) -> None:
    with pytest.raises(ValueError):
        bounds(value)
