"""Runs the engine over a folder of expression cases and writes its predictions, one line a case.

    python tests/benchmarks/suites.py CASES_FOLDER --out PREDICTIONS.jsonl

Each file of the folder is JSONL with `id`, `source`, `lang`, `kind`, `text` and `reference_date`. One kind at a time: number,
ordinal, percent and money through the figures engine, date and date_range through the dates engine. Prints cases per second of processor time.

Left on purpose, since reading them would misread news: two numbers joined by "out of" or من as a fraction (two out of five
hundred, مئة من ألف), fractions spelled like whole numbers (مائة وثلاثون خمس), a comparison pair as one range (more than 20 and
less than 35), "a dollar" and "one dollar and two" as sums, bare rupees as Indian, addresses and telephone numbers as numbers.
"""

import argparse
import datetime
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from models.edtf import bounds
from pipeline.figures.amount import Amount
from pipeline.figures.amounts import find_amounts
from pipeline.figures.context import modifier_of
from pipeline.numbers import find_numbers
from pipeline.text import MatchText, normalise

Case = dict[str, Any]
Entry = dict[str, Any]


def predict(case: Case) -> list[Entry]:
    """What the engine finds of the case's kind, in the shape of the case's `expected`."""
    match = normalise(case["text"])
    return [entry for entry in READERS[reader_of(case)](case, match) if entry["end"] > entry["start"]]


def reader_of(case: Case) -> str:
    """The reader for a case: its kind, or what its source adds to it (numbers with a unit, ranges)."""
    special = {"recognizers-dimension": "dimension", "recognizers-range": "range"}
    return special.get(case["source"], case["kind"])


def read_numbers(case: Case, match: MatchText) -> Iterator[Entry]:
    shares = {a.number.start: a for a in find_amounts(match.text, case["lang"]) if a.unit and a.unit.kind == "percent"}
    read_to = 0
    for number in find_numbers(match.text, case["lang"]):
        if number.start < read_to:
            continue
        if share := shares.get(number.start):  # as a number, 5% is 0.05
            read_to = share.end
            yield entry(match, share.start, share.end, value=share.value / 100)
        elif not number.ordinal and not number.glued:
            yield entry(match, number.start, number.end, value=number.value)


def read_ordinals(case: Case, match: MatchText) -> Iterator[Entry]:
    for number in find_numbers(match.text, case["lang"], shares=False):
        # الثلاثون says the place as well as the number
        if number.ordinal or (number.definite and not number.digits):
            yield entry(match, number.start, number.end, value=number.value)


def read_dimensions(case: Case, match: MatchText) -> Iterator[Entry]:
    for amount in find_amounts(match.text, case["lang"]):
        if amount.unit is not None and amount.unit.kind == "quantity":
            yield entry(match, amount.start, amount.end, value=amount.number.value)


def read_ranges(case: Case, match: MatchText) -> Iterator[Entry]:
    for amount in find_amounts(match.text, case["lang"]):
        yield of_amount(case, match, amount)


def read_percents(case: Case, match: MatchText) -> Iterator[Entry]:
    for amount in find_amounts(match.text, case["lang"]):
        if amount.unit is not None and amount.unit.kind == "percent":
            yield of_amount(case, match, amount)


def read_money(case: Case, match: MatchText) -> Iterator[Entry]:
    for amount in find_amounts(match.text, case["lang"]):
        if amount.unit is not None and amount.unit.kind == "money":
            yield of_amount(case, match, amount) | {"unit": amount.unit.code}


def read_days(case: Case, match: MatchText) -> Iterator[Entry]:
    from pipeline.dates.find import read_dates

    reference = datetime.date.fromisoformat(case["reference_date"][:10]) if case["reference_date"] else None
    for date in read_dates(case["text"], case["lang"], reference):
        start, end = bounds(date.value)
        yield {
            "start": date.span.start,
            "end": date.span.end,
            "date_start": start.isoformat() if start else None,
            "date_end": end.isoformat() if end else None,
        }


def of_amount(case: Case, match: MatchText, amount: Amount) -> Entry:
    said = modifier_of(match.text, case["lang"], amount, amount.end, 0)
    comparator = None if said in ("exact", "approx") else said
    return entry(
        match, amount.start, amount.end, value=amount.value, value_high=amount.value_high, comparator=comparator
    )


def entry(match: MatchText, start: int, end: int, **values: object) -> Entry:
    span = match.span(start, end)
    said = {name: str(value) for name, value in values.items() if value is not None}
    return {"start": span.start, "end": span.end} | said


READERS: dict[str, Callable[[Case, MatchText], Iterator[Entry]]] = {
    "number": read_numbers,
    "ordinal": read_ordinals,
    "dimension": read_dimensions,
    "range": read_ranges,
    "percent": read_percents,
    "money": read_money,
    "date": read_days,
    "date_range": read_days,
}


def load_cases(folder: Path) -> list[Case]:
    return [json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.open(encoding="utf-8")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path, help="folder of JSONL case files")
    parser.add_argument("--out", type=Path, required=True, help="where the predictions go")
    parser.add_argument("--kinds", nargs="*", help="only these kinds")
    options = parser.parse_args()
    cases = [case for case in load_cases(options.cases) if not options.kinds or case["kind"] in options.kinds]
    for case in {reader_of(case): case for case in cases}.values():
        predict(case)  # tables are built on first use
    started = time.process_time()
    predictions = [{"id": case["id"], "predicted": predict(case)} for case in cases]
    seconds = time.process_time() - started
    with options.out.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(prediction, ensure_ascii=False) + "\n" for prediction in predictions)
    print(f"{len(cases)} cases in {seconds:.2f} s of processor time, {len(cases) / seconds:,.0f} a second")


if __name__ == "__main__":
    main()
