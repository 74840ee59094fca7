"""The benchmarks that `make bench` runs: their articles, their page, and what becomes of one that fails."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests" / "benchmarks"), str(ROOT / "docs" / "scripts")]

import benchmarks  # noqa: E402
import material  # noqa: E402


def test_generated_articles_are_of_the_size_asked_for_and_never_the_same_twice() -> None:
    made = list(material.generated(200, 30))
    assert len({article["text"] for article in made}) == 200
    for number, article in enumerate(made):
        assert article["text"].endswith(f" ({number})") and article["text"].count(f"({number}) ({number})") == 0
    assert all(30 <= len(article["text"].split()) <= 40 for article in made)


def test_the_page_has_a_place_for_every_benchmark(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(benchmarks.PAGE.read_text(encoding="utf-8"), encoding="utf-8")
    for name in ("machine", *benchmarks.NAMES):
        assert name == "machine" or (ROOT / "tests" / "benchmarks" / f"{name}.py").is_file()
        for block in ("| first |", "| second |"):
            benchmarks.put(page, name, f"{name} {block}")
    told = page.read_text(encoding="utf-8")
    for name in ("machine", *benchmarks.NAMES):
        assert f"\n{name} | second |\n" in told and f"{name} | first |" not in told


def test_a_benchmark_that_fails_is_told_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scripts = tmp_path / "tests" / "benchmarks"
    scripts.mkdir(parents=True)
    (scripts / "stages.py").write_text("print('| a |')\nraise SystemExit('no such library')")
    (scripts / "memory.py").write_text("print('| measured |')")
    monkeypatch.setattr(benchmarks, "ROOT", tmp_path)
    monkeypatch.setattr(sys, "argv", ["benchmarks.py", "--quick", "stages", "memory"])
    assert benchmarks.main() == 1
    printed = capsys.readouterr().out
    assert "| a |\n\nNot available: no such library" in printed and "| measured |" in printed


def test_a_baseline_that_is_missing_costs_no_other() -> None:
    import baselines

    def missing(bench: object) -> float:
        raise ModuleNotFoundError("No module named 'other|one'")

    known: dict[str, tuple[float, str]] = {}
    rate, cell = baselines.told(missing, None, known)  # type: ignore[arg-type]
    assert (rate, cell) == (0.0, "not available (ModuleNotFoundError: No module named 'other/one')")
    assert baselines.told(lambda bench: 1234.5, None, known) == (1234.5, "1,234")  # type: ignore[arg-type]
