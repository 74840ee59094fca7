"""The corpus is the test: cases of tests/cases/<stage>/<language>.jsonl as pytest parameters.

A case: {"text", "expect", "origin": wild | synthetic | negative, "published"?, "known_failure"?}. `known_failure` is the
reason why a case is not met yet; such a case is a strict xfail, so that mending it shows.
"""

import json
from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).parent / "cases"
LANGUAGES = {"en": "english", "ar": "arabic"}
ORIGINS = frozenset({"wild", "synthetic", "negative"})


def load(stage: str, lang: str) -> list[dict[str, Any]]:
    """The cases of one stage in one language ("en", "ar")."""
    path = CASES / stage / f"{LANGUAGES[lang]}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def parameters(stage: str) -> list[Any]:
    """(language, case) of all cases of a stage, known failures marked."""
    found = []
    for lang in LANGUAGES:
        for number, case in enumerate(load(stage, lang), 1):
            reason = case.get("known_failure")
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            found.append(pytest.param(lang, case, marks=marks, id=f"{lang}-{number}"))
    return found
