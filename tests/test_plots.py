"""Plots: what they are worked out from, and what is drawn."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import written

from models import Agreement, Span
from pipeline.commands import plot
from pipeline.plots.series import agreement_timeline, figure_series, overview, party_network

pytest.importorskip("matplotlib")

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from pipeline.plots.files import write_plots
from pipeline.plots.lettering import lettered


def moved(name: str, day: str) -> Any:
    """The Arabic article, published on another day."""
    record = written.arabic(name)
    return record.model_copy(update={"published": record.published.model_copy(update={"date": day_of(day)})})


def day_of(day: str) -> Any:
    import datetime

    return datetime.date.fromisoformat(day)


def test_a_measure_needs_two_days() -> None:
    assert figure_series([written.arabic()]) == []
    [series] = figure_series([written.arabic("a"), moved("b", "2024-01-31")])
    assert (series.measure, series.unit) == ("بقيمة", "USD")
    assert [(point.date, point.value) for point in series.points] == [("2024-01-31", 3.5e9), ("2025-10-12", 3.5e9)]


def test_a_figure_stands_on_the_last_day_of_its_period() -> None:
    record = written.english()
    trade, imports = (record.figures[2], record.figures[3])
    assert trade.period
    assert not imports.period
    both = imports.model_copy(update={"measure": trade.measure, "value": trade.value + 1})
    [series] = figure_series([record.model_copy(update={"figures": (trade, both)})])
    assert [point.date for point in series.points] == ["2024-12-31", "2025-05-03"]


def test_countries_are_one_party_in_both_languages() -> None:
    english = written.english()
    korea = written.party("p1", english.text, "Korea", "country", "KR", written.at(english.text, "Oman"))
    jordan = written.party("p2", english.text, "Jordan", "country", "JO", written.at(english.text, "Viet Nam"))
    people = (korea, jordan, *english.parties[2:])
    network = party_network([written.arabic(), english.model_copy(update={"parties": people})])
    assert [(node.kind, node.agreements) for node in network.nodes] == [
        ("country", 3),
        ("country", 2),
        ("organization", 1),
    ]
    assert [weight for _, _, weight in network.edges] == [2, 1]


def test_counts_of_instruments_weigh() -> None:
    record = written.english()
    seven = record.agreements[0].model_copy(update={"count": 7})
    assert party_network([record.model_copy(update={"agreements": (seven,)})]).edges == ((0, 1, 7),)


def test_agreements_without_a_day_are_not_on_the_timeline() -> None:
    assert [event.date for event in agreement_timeline([written.arabic(), written.english()])] == [
        "2025-05-03",
        "2025-10-12",
    ]


def test_the_overview_is_the_same_in_every_order_of_articles() -> None:
    records = [written.english(), written.arabic(), moved("b", "2024-01-31")]
    assert overview(records) == overview(records[::-1])


@pytest.fixture
def drawn(tmp_path: Path) -> Iterator[list[Path]]:
    yield list(write_plots([written.english(), written.arabic(), moved("b", "2024-01-31")], tmp_path))


def test_each_plot_comes_as_png_and_svg(drawn: list[Path]) -> None:
    assert [path.name for path in drawn] == [
        f"{name}.{kind}" for name in ("figures", "network", "timeline") for kind in ("png", "svg")
    ]
    for path in drawn:
        head = path.read_bytes()[:200]
        assert head.startswith(b"\x89PNG") if path.suffix == ".png" else b"<?xml" in head


def test_the_same_records_draw_the_same_bytes(drawn: list[Path], tmp_path: Path) -> None:
    again = write_plots([written.english(), written.arabic(), moved("b", "2024-01-31")], tmp_path / "again")
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in drawn]
    assert not re.search(rb"<dc:date>|20\d\d-\d\d-\d\dT", (tmp_path / "timeline.svg").read_bytes())


@pytest.mark.parametrize("records", [[written.plain("Nothing here.", "none")], [written.arabic()], [written.hostile()]])
def test_few_findings_draw_too(records: list[Any], tmp_path: Path) -> None:
    assert len(list(write_plots(records, tmp_path))) == 6


def test_many_agreements_are_counted(tmp_path: Path) -> None:
    record = written.english()
    evidence = (Span(**written.at(record.text, "Oman")),)
    agreements = tuple(
        Agreement(id=f"a{n}", kind="mou", status="signed", signed="d3", evidence=evidence, confidence=1, rule="test")
        for n in range(60)
    )
    assert len(list(write_plots([record.model_copy(update={"agreements": agreements})], tmp_path))) == 6


# Arabic as it is drawn


def ink(text: str) -> Any:
    """Where a label has ink: an array of pixels without its empty margins."""
    figure = Figure(figsize=(12, 2), dpi=100)
    figure.text(0.5, 0.5, lettered(text), fontsize=40, ha="center", va="center", fontfamily="DejaVu Sans")
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    dark = np.asarray(canvas.buffer_rgba())[..., 0] < 128
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    return dark[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def test_arabic_letters_are_joined() -> None:
    alone = ink("س").shape[1]
    assert ink("سسسس").shape[1] < 3.7 * alone
    assert ink("دددد").shape[1] > 3.7 * ink("د").shape[1], "letters that do not join stay apart"


def test_arabic_runs_from_right_to_left_and_latin_within_it_from_left_to_right() -> None:
    picture = ink("ااا سسسسس")  # three tall strokes, then low letters
    third = picture.shape[1] // 4
    assert picture[: picture.shape[0] // 3, -third:].any()
    assert not picture[: picture.shape[0] // 3, :third].any()
    mixed = ink("سسسس lll سسسس ___")  # the line ends with the low strokes, at the left
    assert not mixed[: mixed.shape[0] // 2, : mixed.shape[1] // 8].any()


def test_labels_keep_no_controls_and_no_formula() -> None:
    assert lettered("a\u202eb\nc  $x$") == r"a b c \$x\$"
    assert len(lettered("x" * 100, 20)) == 20


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "records.jsonl").write_text(written.arabic().model_dump_json() + "\n", encoding="utf-8")
    assert plot(tmp_path, tmp_path / "plots") == 0
    assert capsys.readouterr().out.count("\n") == 6
    (tmp_path / "records.jsonl").write_text("", encoding="utf-8")
    assert plot(tmp_path, tmp_path / "plots") == 1
    assert "no records" in capsys.readouterr().err
