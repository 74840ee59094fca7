"""Whole articles hold the floors, family by family, in each language for itself."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "gold"))
from gate import LANGUAGES, floors, measure

from pipeline.scoring import FAMILIES, Scores


@pytest.fixture(scope="module")
def scores() -> Scores:
    return measure()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_measure_falls_below_its_floor(scores: Scores, lang: str) -> None:
    fallen = {
        name: (scores.f1(lang, name), floor)
        for name, floor in floors()[lang].items()
        if (scores.f1(lang, name) or 0.0) < floor
    }
    assert not fallen


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_family_has_a_floor(lang: str) -> None:
    assert set(FAMILIES) <= set(floors()[lang])
