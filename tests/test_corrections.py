"""Corrections of the review page are gold: found by the record's id, with places named where quotes repeat."""

import json
from pathlib import Path
from typing import Any

from pipeline.alignment import mentions, sequence, standing
from pipeline.scoring import evaluate

TEXT = "Trade rose 5% and imports 5%. تجارة قطر: قالت قطر إن قطر ستوقّع."


def test_a_start_names_one_of_many_places() -> None:
    second = TEXT.rindex("5%")
    assert sequence(TEXT, [{"quote": "5%", "start": second}]) == [(second, second + 2)]
    assert sequence(TEXT, [{"quote": "5%", "start": second}, {"quote": "5%", "start": 11}]) == [
        (second, second + 2),
        (11, 13),
    ]
    qatar = TEXT.index("قطر إن")
    assert standing(TEXT, {"quote": "قطر", "start": qatar}, mentions) == [(qatar, qatar + 3)]
    assert len(standing(TEXT, {"quote": "قطر"}, mentions)) == len(standing(TEXT, "قطر", mentions)) == 3


def test_a_record_is_found_by_its_stem_first_then_by_its_id(tmp_path: Path) -> None:
    def scored(gold_id: str, *records: dict[str, Any]) -> float | None:
        gold = {"id": gold_id, "lang": "en", "text": TEXT, "figures": [], "places": [], "parties": [], "agreements": []}
        gold["dates"] = [{"quote": "Trade", "value": "2024"}]
        (tmp_path / "gold.jsonl").write_text(json.dumps(gold), encoding="utf-8")
        (tmp_path / "records.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
        return evaluate(tmp_path / "gold.jsonl", tmp_path / "records.jsonl").f1("en", "dates")

    date = {"id": "d1", "text": "Trade", "start": 0, "end": 5, "value": "2024", "calendar": "gregorian"}
    right = {"id": "00aa", "source": {"path": "news/wire.jsonl"}, "dates": [date]}
    wrong = {"id": "00bb", "source": {"path": "news/wire.jsonl"}, "dates": []}
    assert scored("00aa", right, wrong) == 1
    assert scored("00bb", right, wrong) == 0
    assert scored("wire", wrong, right) == 1
    assert scored("00cc", right, wrong) == 0
