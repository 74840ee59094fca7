"""Rules of the house that a machine can watch."""

import pytest
from corpus import CASES, LANGUAGES, ORIGINS, load

STAGES = sorted(path.name for path in CASES.iterdir() if path.is_dir())


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_has_cases_and_negatives_in_both_languages(stage: str) -> None:
    for lang in LANGUAGES:
        cases = load(stage, lang)
        origins = {case["origin"] for case in cases}
        assert origins <= ORIGINS
        assert "negative" in origins, f"{stage}: no negative case in {lang}"
        assert len({case["text"] for case in cases}) == len(cases), f"{stage}: a {lang} case stands twice"
