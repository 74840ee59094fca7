"""Exports, each opened by the tool that it is for."""

import csv
import datetime
import io
import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
import written
from drawn_records import few, records
from hypothesis import given, settings
from hypothesis import strategies as st

import cli
from models import Record
from pipeline import commands
from pipeline.errors import OutputError
from pipeline.exports.columns import TABLES
from pipeline.exports.csv_tables import cell, uncell
from pipeline.exports.export import Format, export
from pipeline.exports.offsets import Units
from pipeline.exports.tables import Row, distinct, rows

DOCS = (Path(__file__).parent.parent / "docs" / "exports.md").read_text(encoding="utf-8")
Tables = dict[str, list[Row]]


def tables(articles: Iterable[Record]) -> Tables:
    found: Tables = defaultdict(list)
    for article in distinct(articles):
        for table, row in rows(article):
            found[table].append(row)
    return found


def in_order(found: Tables) -> Tables:
    return {table: sorted(rows, key=repr) for table, rows in found.items() if rows}


# Tables


def rebuilt(found: Tables) -> list[Record]:
    """Records out of their tables."""
    cells: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for table, lines in found.items():
        for row in lines:
            named = dict(zip((column.name for column in TABLES[table]), row, strict=True))
            cells[table, named["article"]].append(named)

    def quote(row: dict[str, Any], slot: str = "") -> dict[str, Any] | None:
        before = f"{slot}_" if slot else ""
        place = {"text": row[slot or "text"], "start": row[f"{before}start"], "end": row[f"{before}end"]}
        return None if place["text"] is None else place

    def one(article: dict[str, Any]) -> Record:
        def of(table: str, **wanted: Any) -> list[dict[str, Any]]:
            fitting = [row for row in cells[table, article["article"]] if wanted.items() <= row.items()]
            return sorted(fitting, key=lambda row: row.get("nth", 0))

        def slots_of(row: dict[str, Any], *names: str) -> dict[str, Any]:
            return {name: row[name] for name in names}

        def quotes(table: str, *more: str, **wanted: Any) -> list[Any]:
            return [{**(quote(row) or {}), **slots_of(row, *more)} for row in of(table, **wanted)]

        source = slots_of(article, "path", "format", "sha256", "url", "publisher", "author")
        figures = [
            {**(quote(row) or {}), **slots_of(row, "id", "lang", "kind", "unit", "modifier", "trend", "basis", "period", "rule"),
             "measure": quote(row, "measure"), "value": Decimal(row["value_exact"]),
             "value_high": None if row["value_high_exact"] is None else Decimal(row["value_high_exact"])}
            for row in of("figures")
        ]  # fmt: skip
        dates = [
            {**(quote(row) or {}),
             **slots_of(row, "id", "lang", "rule", "value", "start_date", "end_date", "calendar", "relative")}
            for row in of("dates")
        ]  # fmt: skip
        places = [{**slots_of(row, "id", "name", "country", "rule"), "mentions": quotes("mentions", item=row["id"])}
                  for row in of("places")]  # fmt: skip
        parties = [
            {**slots_of(row, "id", "name", "kind", "country", "affiliation", "rule"), "role": quote(row, "role"),
             "names": {name["lang"]: name["name"] for name in of("party_names", party=row["id"])},
             "mentions": quotes("mentions", item=row["id"])}
            for row in of("parties")
        ]  # fmt: skip
        agreements = [
            {**slots_of(row, "id", "kind", "status", "signed", "place", "value", "duration", "under", "confidence", "rule"),
             "count": row["instruments"], "title": quote(row, "title"), "subject": quote(row, "subject"),
             "parties": [r["party"] for r in of("agreement_parties", agreement=row["id"], capacity="party")],
             "signatories": [r["party"] for r in of("agreement_parties", agreement=row["id"], capacity="signatory")],
             "areas": quotes("areas", "topic", agreement=row["id"]),
             "terms": quotes("terms", "kind", "actor", agreement=row["id"]),
             "evidence": quotes("evidence", agreement=row["id"])}
            for row in of("agreements")
        ]  # fmt: skip
        warnings = [{**slots_of(row, "code", "message"), "spans": quotes("warning_spans", warning=row["nth"])}
                    for row in of("warnings")]  # fmt: skip
        published = (
            {"date": article["published"], "source": article["published_from"]} if article["published"] else None
        )
        return Record.model_validate({
            "schema_version": article["schema_version"], "id": article["article"], "text": article["text"],
            "source": {**source, "index": article["nth_in_file"]}, "title": quote(article, "title"),
            "titles": quotes("titles"), "language": article["language"],
            "languages": {row["lang"]: row["share"] for row in of("languages")}, "published": published,
            "segments": [slots_of(row, "start", "end", "lang", "role") for row in of("segments")],
            "figures": figures, "dates": dates, "places": places, "parties": parties, "agreements": agreements,
            "warnings": warnings,
            "pipeline": {"version": article["mithaq_version"], "engines": {row["lang"]: row["engine"] for row in of("engines")}},
        })  # fmt: skip

    return [one(dict(zip((c.name for c in TABLES["articles"]), row, strict=True))) for row in found["articles"]]


@given(record=records())
@settings(deadline=None)
def test_no_field_of_a_record_is_lost_in_its_tables(record: Record) -> None:
    assert rebuilt(tables([record])) == [record]


def test_the_same_article_read_twice_stays_two() -> None:
    twice = [written.english(), written.arabic(), written.english()]
    assert [record.id for record in distinct(twice)] == [twice[0].id, twice[1].id, f"{twice[0].id}-2"]
    odd = written.english().model_copy(update={"id": "../../etc/passwd"})
    assert re.fullmatch("[0-9a-f]{16}", next(iter(distinct([odd]))).id)


def typed(value: Any, kind: str) -> Any:
    """A cell of CSV or SQLite as its column's type."""
    if value is None or (value == "" and kind != "text"):
        return None
    if kind == "boolean":
        return value in ("true", 1)
    if kind == "date":
        return datetime.date.fromisoformat(value)
    return {"integer": int, "real": float, "text": str}[kind](value)


def read_csv(folder: Path) -> Tables:
    import pandas as pd

    found: Tables = {}
    for table, columns in TABLES.items():
        frame = pd.read_csv(
            folder / f"{table}.csv", dtype=str, keep_default_na=False, encoding="utf-8-sig", lineterminator="\n"
        )
        assert list(frame.columns) == [column.name for column in columns]
        found[table] = [
            tuple(
                typed(uncell(value), column.type) if value != "" else None
                for value, column in zip(row, columns, strict=True)
            )
            for row in frame.itertuples(index=False)
        ]
    return found


def read_parquet(folder: Path) -> Tables:
    import pyarrow.parquet as pq

    return {
        table: [tuple(row.values()) for row in pq.read_table(folder / f"{table}.parquet").to_pylist()]
        for table in TABLES
    }


def read_sqlite(path: Path) -> Tables:
    database = sqlite3.connect(path)
    try:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        return {
            table: [
                tuple(typed(value, column.type) for value, column in zip(row, columns, strict=True))
                for row in database.execute(f"SELECT * FROM {table}")
            ]
            for table, columns in TABLES.items()
        }
    finally:
        database.close()


READERS: dict[Format, Callable[[Path], Tables]] = {
    Format.CSV: read_csv,
    Format.PARQUET: read_parquet,
    Format.SQLITE: read_sqlite,
}


@pytest.mark.parametrize("to", READERS)
@given(articles=st.lists(records(), max_size=3))
@few
def test_tables_come_back_as_they_were_written(to: Format, articles: list[Record], tmp_path_factory: Any) -> None:
    output = tmp_path_factory.mktemp("tables") / "out"
    assert export(articles, to, output) == len(articles)
    assert in_order(READERS[to](output)) == in_order(tables(articles))


def test_records_without_text_become_tables_without_utf16(tmp_path: Path) -> None:
    bare = written.english().model_copy(update={"text": None})
    export([bare], Format.PARQUET, tmp_path)
    assert rebuilt(read_parquet(tmp_path)) == [bare]
    assert {row[6] for row in read_parquet(tmp_path)["figures"]} == {None}


@given(record=records())
@settings(deadline=None, max_examples=50)
def test_utf16_offsets_count_as_javascript_does(record: Record) -> None:
    assert record.text is not None
    units = Units(record.text)
    for at in range(len(record.text) + 1):
        assert units.at(at) == len(record.text[:at].encode("utf-16-le")) // 2


@pytest.mark.parametrize("text", ["=1+1", "+9", "-2", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "'=1", "%0A", "|cmd"])
def test_a_formula_is_text_to_a_spreadsheet(text: str, tmp_path: Path) -> None:
    assert cell(text) == f"'{text}"
    assert uncell(cell(text)) == text


def test_no_cell_of_a_hostile_article_begins_a_formula(tmp_path: Path) -> None:
    export([written.hostile()], Format.CSV, tmp_path)
    files = [path.read_text(encoding="utf-8-sig") for path in tmp_path.glob("*.csv")]
    cells = [value for file in files for row in csv.reader(io.StringIO(file, newline="")) for value in row]
    assert any(value.startswith("'=cmd|") for value in cells)
    assert not [value for value in cells if value.lstrip().startswith(("=", "+", "@", "-", "|"))]


@given(st.text())
def test_one_apostrophe_away_gives_the_text_back(text: str) -> None:
    assert uncell(cell(text)) == text


# The three questions


def questions() -> list[str]:
    return re.findall(r"```sql\n(.*?)```", DOCS, re.DOTALL)


@pytest.fixture(params=["parquet", "csv"])
def ask(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[Any]]:
    import duckdb

    english, arabic = written.english(), written.arabic()
    again = written.arabic("later")
    contract = again.agreements[0].model_copy(update={"signed": None, "value": "f2"})
    again = again.model_copy(update={"agreements": (contract,)})
    articles = [english, arabic, again]
    export(articles, Format(request.param), tmp_path)
    monkeypatch.chdir(tmp_path)
    connection = duckdb.connect(config={"autoinstall_known_extensions": False})

    def asked(question: str) -> list[Any]:
        if request.param == "csv":
            question = re.sub(r"'(\w+)\.parquet'", r"read_csv('\1.csv')", question)
        return connection.execute(question).fetchall()

    return asked


def test_total_value_by_pair_of_countries_and_year(ask: Callable[[str], list[Any]]) -> None:
    assert ask(questions()[0]) == [
        ("JO", "KR", 2025, "USD", 4_400_000_000.0, 2),
        ("OM", "VN", 2025, "USD", 5_000_000.0, 1),
    ]


def test_parties_with_most_agreements(ask: Callable[[str], list[Any]]) -> None:
    found = ask(questions()[1])
    assert found[0] == ("country", "KR", 3)
    assert ("organization", "Hanbit Energy Co.", 1) in found
    assert len(found) == 5


def test_areas_by_month(ask: Callable[[str], list[Any]]) -> None:
    assert ask(questions()[2]) == [
        ("2025-05", "desalination", 1),
        ("2025-05", "water", 1),
        ("2025-10", "الطاقة", 2),
    ]


# All of them


def test_the_command_line_offers_every_format() -> None:
    assert list(get_args(cli.ExportFormat)) == [to.value for to in Format]


@pytest.mark.parametrize("to", Format)
def test_the_same_records_export_to_the_same_bytes(to: Format, tmp_path: Path) -> None:
    def content(path: Path) -> dict[str, bytes]:
        return {str(file.relative_to(path)): file.read_bytes() for file in sorted(path.rglob("*"))} if path.is_dir() else {
            "": path.read_bytes()}  # fmt: skip

    for name in ("one", "two"):
        export([written.english(), written.arabic()], to, tmp_path / name)
    assert content(tmp_path / "one") == content(tmp_path / "two")
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize("to", [Format.CONLL, Format.BRAT, Format.LABEL_STUDIO, Format.SPACY, Format.RDF])
def test_formats_that_mark_up_text_say_when_there_is_none(to: Format, tmp_path: Path) -> None:
    bare = written.english().model_copy(update={"text": None})
    with pytest.raises(OutputError, match="--no-text"):
        export([bare], to, tmp_path / "out")
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and path.suffix not in (".conf", ".xml")]


def test_the_commands_say_what_they_wrote_or_why_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "records.jsonl").write_text(written.english().model_dump_json() + "\n", encoding="utf-8")
    assert commands.export(tmp_path, "sqlite", tmp_path / "news.db") == 0
    assert "1 record in" in capsys.readouterr().out
    assert commands.export(tmp_path, "csv", tmp_path / "news.db") == 1
    assert "folder" in capsys.readouterr().err


def test_a_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        raise ModuleNotFoundError(name="pyarrow")

    monkeypatch.setattr("pipeline.exports.export.import_module", missing)
    with pytest.raises(OutputError, match=r"pyarrow.*mithaq\[export\]"):
        export([], Format.PARQUET, tmp_path / "out")


def test_every_column_is_documented() -> None:
    for table, columns in TABLES.items():
        assert f"### {table}\n" in DOCS
        for column in columns:
            name = f"**`{column.name}`**" if column.key else f"`{column.name}`"
            assert f"| {name} | {column.type} | {column.holds} |" in DOCS
