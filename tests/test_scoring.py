"""Scores count what a reader would count."""

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.alignment import mentions, occurrences, sequence
from pipeline.errors import OutputError
from pipeline.scoring import Scores, evaluate, score_article

TEXT = "Oman and Qatar signed a memorandum worth $5 million in Muscat on 3 May 2025 for three years."
GOLD: dict[str, Any] = {
    "id": "one",
    "lang": "en",
    "text": TEXT,
    "figures": [
        {
            "quote": "$5 million",
            "kind": "money",
            "value": 5000000,
            "value_high": None,
            "unit": "USD",
            "modifier": "exact",
            "measure": "memorandum",
        },
        {
            "quote": "three years",
            "kind": "duration",
            "value": 3,
            "value_high": None,
            "unit": "year",
            "modifier": "exact",
        },
    ],
    "dates": [{"quote": "3 May 2025", "value": "2025-05-03"}],
    "places": [{"name": "Muscat", "mentions": ["Muscat"]}],
    "parties": [
        {"name": "Oman", "kind": "country", "mentions": ["Oman"]},
        {"name": "Qatar", "kind": "country", "mentions": ["Qatar"]},
    ],
    "agreements": [
        {
            "kind": "mou",
            "status": "signed",
            "parties": ["Oman", "Qatar"],
            "signed": "2025-05-03",
            "place": "Muscat",
            "value": {"value": 5000000, "unit": "USD"},
            "duration": "P3Y",
            "evidence": ["signed a memorandum"],
        }
    ],
}


def at(quote: str, **slots: Any) -> dict[str, Any]:
    start = TEXT.index(quote)
    return {"text": quote, "start": start, "end": start + len(quote), **slots}


def perfect() -> dict[str, Any]:
    figure = {"value_high": None, "modifier": "exact", "measure": None, "trend": None, "period": None}
    return {
        "source": {"path": "one.json"},
        "figures": [
            at(
                "$5 million",
                id="f1",
                kind="money",
                value=5000000,
                unit="USD",
                **(figure | {"measure": at("memorandum")}),
            ),
            at("three years", id="f2", kind="duration", value=3, unit="year", **figure),
        ],
        "dates": [at("3 May 2025", id="d1", value="2025-05-03", calendar="gregorian")],
        "places": [{"id": "l1", "mentions": [at("Muscat")]}],
        "parties": [
            {"id": f"p{n}", "kind": "country", "mentions": [at(name)], "role": None, "affiliation": None}
            for n, name in enumerate(("Oman", "Qatar"), 1)
        ],
        "agreements": [
            {
                "kind": "mou",
                "status": "signed",
                "parties": ["p1", "p2"],
                "signatories": [],
                "signed": "d1",
                "place": "l1",
                "value": "f1",
                "duration": "f2",
                "subject": None,
                "areas": [],
                "terms": [],
                "evidence": [at("signed a memorandum")],
            }
        ],
    }


def scored(record: dict[str, Any]) -> Scores:
    scores = Scores()
    score_article(GOLD, record, scores)
    return scores


def test_a_perfect_record_scores_one_everywhere() -> None:
    scores = scored(perfect())
    assert {f1 for name in scores.tallies["en"] if (f1 := scores.f1("en", name)) is not None} == {1.0}


def test_a_rejected_article_scores_nought() -> None:
    scores = scored({})
    assert all(scores.f1("en", family) == 0 for family in ("figures", "dates", "places", "parties", "agreements"))


@pytest.mark.parametrize(
    ("family", "change"),
    [
        ("figures", {"value": 6000000}),
        ("figures", {"unit": "OMR"}),
        ("figures · modifier", {"modifier": "approx"}),
    ],
)
def test_a_wrong_fact_is_no_hit(family: str, change: dict[str, Any]) -> None:
    record = perfect()
    record["figures"][0] |= change
    assert (scored(record).f1("en", family) or 0) < 1


def test_an_invented_agreement_costs_its_slots() -> None:
    record = perfect()
    record["agreements"].append(record["agreements"][0] | {"evidence": [at("three years")]})
    tally = scored(record).tallies["en"]["agreements"]
    assert (tally.fp, tally.fn) == (8, 0)


def test_arabic_mentions_stand_behind_their_proclitics() -> None:
    text = "وقعت عمان ولعمان وبعمان؛ أما عمانية فلا"
    assert [text[a:b] for a, b in mentions(text, "عمان")] == ["عمان"] * 3
    assert [a for a, _ in occurrences(text, "عمان")] == [5]


def test_quotes_are_sought_in_reading_order() -> None:
    spans = sequence("2 and 2 and 3", [{"quote": "2"}, {"quote": "2"}, {"quote": "3"}, {"quote": "9"}])
    assert spans == [(0, 1), (6, 7), (12, 13), None]


def test_evaluate_reads_folder_and_jsonl(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text(json.dumps(GOLD))
    (tmp_path / "gold.jsonl").write_text(json.dumps(GOLD) + "\n")
    (tmp_path / "records.jsonl").write_text(json.dumps(perfect()) + "\n")
    for gold in (tmp_path / "gold.jsonl",):
        assert evaluate(gold, tmp_path / "records.jsonl").f1("en", "agreements") == 1
    (tmp_path / "gold.jsonl").unlink()
    assert evaluate(tmp_path, tmp_path / "records.jsonl").f1("en", "dates") == 1
    with pytest.raises(OutputError, match="cannot be read"):
        evaluate(tmp_path, tmp_path / "none.jsonl")
