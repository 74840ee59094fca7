"""Whole articles hold the floors, family by family, in each language for itself."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "gold"))
from gate import HERE, LANGUAGES, SETS, floors, measure

from pipeline.scoring import FAMILIES, Scores


@pytest.fixture(scope="module")
def scores() -> dict[str, Scores]:
    return {name: measure(HERE / name) for name in SETS}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SETS)
def test_no_measure_falls_below_its_floor(scores: dict[str, Scores], name: str, lang: str) -> None:
    fallen = {
        measure: (scores[name].f1(lang, measure), floor)
        for measure, floor in floors()[name][lang].items()
        if (scores[name].f1(lang, measure) or 0.0) < floor
    }
    assert not fallen


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SETS)
def test_every_family_has_a_floor(name: str, lang: str) -> None:
    assert set(FAMILIES) <= set(floors()[name][lang])
