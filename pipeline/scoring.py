"""Gold articles against records: counts of what is right, missed and wrong, per family and language.

Gold is a folder of JSON files, one annotated article each (see tests/gold/GUIDELINES.md), or a JSONL of them, such as the
corrections that the review page saves; a record belongs to the gold article whose id is the stem of its source path, else
to the one whose id is its own. A quote may be {"quote", "start"} where only the place at that code point is meant. An item counts once: right when its span overlaps the gold span and its
normalised facts are equal. F1 = 2·tp / (2·tp + fp + fn).
"""

import datetime
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from models.edtf import bounds
from pipeline.alignment import Interval, matches, mentions, one_to_one, outermost, overlap, sequence, standing
from pipeline.errors import OutputError

Item = dict[str, Any]
FAMILIES = ("figures", "dates", "places", "parties", "agreements")


@dataclass
class Tally:
    """Counts of one measure."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def add(self, tp: int, predicted: int, gold: int) -> None:
        """Count `tp` right items out of `predicted` found and `gold` wanted."""
        self.tp, self.fp, self.fn = self.tp + tp, self.fp + predicted - tp, self.fn + gold - tp

    @property
    def f1(self) -> float | None:
        """F1 between 0 and 1, None where there was nothing to find and nothing was found."""
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else None


@dataclass
class Scores:
    """Tallies by language ("en", "ar") and measure ("figures", "figures · modifier", …)."""

    tallies: dict[str, dict[str, Tally]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Tally)))

    def add(self, lang: str, measure: str, tp: int, predicted: int, gold: int) -> None:
        """Count towards one measure of one language."""
        self.tallies[lang][measure].add(tp, predicted, gold)

    def f1(self, lang: str, measure: str) -> float | None:
        """F1 of a measure, None where it was never counted."""
        return self.tallies[lang][measure].f1


def evaluate(gold: Path, records: Path) -> Scores:
    """Scores of a records JSONL against a folder (or JSONL) of gold articles.

    Raises OutputError where either cannot be read.
    """
    read = _jsonl(records)
    found = {record.get("id"): record for record in read} | {
        Path(record["source"]["path"]).stem: record for record in read
    }
    scores = Scores()
    for article in _gold(gold):
        score_article(article, found.get(article["id"], {}), scores)
    return scores


def score_article(gold: Item, record: Item, scores: Scores) -> None:
    """Count one gold article against its record (an empty one where the article was rejected)."""
    lang, text = gold["lang"], gold["text"]

    def count(measure: str, tp: int, predicted: int, wanted: int) -> None:
        scores.add(lang, measure, tp, predicted, wanted)

    dates = {date["id"]: date for date in record.get("dates", ())}
    _score_figures(gold, record, text, dates, count)
    _score_dates(gold, record, text, count)
    places = _score_places(gold, record, text, count)
    parties = _score_parties(gold, record, text, count)
    _score_mentions(gold, record, text, count)
    _score_agreements(gold, record, text, dates, places, parties, count)


Counter = Callable[[str, int, int, int], None]


def _score_figures(gold: Item, record: Item, text: str, dates: dict[str, Item], count: Counter) -> None:
    wanted, found = gold["figures"], record.get("figures", [])
    spans = sequence(text, wanted)
    pairs = matches(spans, _spans(found), lambda g, p: _same_figure(wanted[g], found[p]))
    count("figures", len(pairs), len(found), len(wanted))
    for g, p in pairs:
        figure, guess = wanted[g], found[p]
        period = dates.get(guess["period"] or "", {}).get("value")
        count("figures · modifier", int(figure["modifier"] == guess["modifier"]), 1, 1)
        if figure["kind"] == "count":
            count("figures · counted noun", int(_alike(figure["unit"], guess["unit"])), 1, 1)
        _slot(count, "figures · measure", figure.get("measure"), _quote(guess["measure"]), _alike)
        _slot(count, "figures · trend", figure.get("trend"), guess["trend"], lambda a, b: a == b)
        _slot(count, "figures · period", figure.get("period"), period, _same_edtf)


def _score_dates(gold: Item, record: Item, text: str, count: Counter) -> None:
    wanted, found = gold["dates"], record.get("dates", [])

    def same(g: int, p: int) -> bool:
        tolerance = 1 if found[p]["calendar"] == "islamic" else 0
        return _same_edtf(wanted[g]["value"], found[p]["value"], tolerance)

    count("dates", len(matches(sequence(text, wanted), _spans(found), same)), len(found), len(wanted))


def _score_places(gold: Item, record: Item, text: str, count: Counter) -> dict[str, str]:
    wanted, found = gold["places"], record.get("places", [])
    pairs = _entity_pairs(text, wanted, found, lambda g, p: True)
    count("places", len(pairs), len(found), len(wanted))
    return {wanted[g]["name"]: found[p]["id"] for g, p in pairs}


def _score_parties(gold: Item, record: Item, text: str, count: Counter) -> dict[str, str]:
    wanted, found = gold["parties"], record.get("parties", [])
    pairs = _entity_pairs(text, wanted, found, lambda g, p: bool(g["kind"] == p["kind"]))
    count("parties", len(pairs), len(found), len(wanted))
    for kind in ("person", "organization", "country"):
        right = sum(wanted[g]["kind"] == kind for g, _ in pairs)
        count(f"parties · {kind}", right, sum(p["kind"] == kind for p in found), sum(g["kind"] == kind for g in wanted))
    ids = {wanted[g]["name"]: found[p]["id"] for g, p in pairs}
    for g, p in pairs:
        _slot(count, "parties · role", wanted[g].get("role"), _quote(found[p]["role"]), _alike)
        affiliation = wanted[g].get("affiliation")
        _slot(
            count,
            "parties · affiliation",
            affiliation and ids.get(affiliation, affiliation),
            found[p]["affiliation"],
            lambda a, b: a == b,
        )
    return ids


_LABELS = {"person": "PER", "organization": "ORG", "country": "LOC"}


def _score_mentions(gold: Item, record: Item, text: str, count: Counter) -> None:
    """Exact spans of persons, organisations, countries and places, nested ones left out."""
    wanted = {
        (*span, _LABELS[p["kind"]])
        for p in gold["parties"]
        for m in p["mentions"]
        for span in standing(text, m, mentions)
    }
    wanted |= {(*span, "LOC") for p in gold["places"] for m in p["mentions"] for span in standing(text, m, mentions)}
    found = {(*span, _LABELS[p["kind"]]) for p in record.get("parties", ()) for span in _spans(p["mentions"])}
    found |= {(*span, "LOC") for p in record.get("places", ()) for span in _spans(p["mentions"])}
    wanted, found = outermost(wanted), outermost(found)
    count("mentions", len(wanted & found), len(found), len(wanted))
    for label in ("PER", "ORG", "LOC"):
        of_label = [{span for span in spans if span[2] == label} for spans in (wanted, found)]
        count(f"mentions · {label}", len(of_label[0] & of_label[1]), len(of_label[1]), len(of_label[0]))


_SINGLE = ("signed", "place", "value", "duration", "subject")
_MANY = ("parties", "signatories", "areas", "terms")


def _score_agreements(
    gold: Item,
    record: Item,
    text: str,
    dates: dict[str, Item],
    places: dict[str, str],
    parties: dict[str, str],
    count: Counter,
) -> None:
    wanted, found = gold["agreements"], record.get("agreements", [])
    figures = {figure["id"]: figure for figure in record.get("figures", ())}
    pairs = agreement_pairs(text, wanted, found)
    count("agreements · found", len(pairs), len(found), len(wanted))
    for position, guess in enumerate(found):
        if position not in pairs.values():
            size = 2 + sum(bool(guess[slot]) for slot in _SINGLE) + sum(len(guess[slot]) for slot in _MANY)
            count("agreements", 0, size, 0)
    for position, agreement in enumerate(wanted):
        guess = found[pairs[position]] if position in pairs else {}
        for slot, numbers in _slots(text, agreement, guess, dates, figures, places, parties).items():
            count("agreements", *numbers)
            count(f"agreements · {slot}", *numbers)


def agreement_pairs(text: str, wanted: Sequence[Item], found: Sequence[Item]) -> dict[int, int]:
    """Gold position → found position of agreements that share evidence; those of the same kind first."""
    candidates = []
    for g, agreement in enumerate(wanted):
        evidence = [span for quote in agreement["evidence"] for span in standing(text, quote)]
        for p, guess in enumerate(found):
            shared = sum(overlap(a, b) for a in evidence for b in _spans(guess["evidence"]))
            if shared:
                candidates.append((agreement["kind"] == guess["kind"], shared, g, p))
    pairs: dict[int, int] = {}
    for _, _, g, p in sorted(candidates, reverse=True):
        if g not in pairs and p not in pairs.values():
            pairs[g] = p
    return pairs


def _slots(
    text: str,
    gold: Item,
    guess: Item,
    dates: dict[str, Item],
    figures: dict[str, Item],
    places: dict[str, str],
    parties: dict[str, str],
) -> dict[str, tuple[int, int, int]]:
    """Right, found and wanted fillers of every slot of one agreement."""
    counts = {slot: (int(gold[slot] == guess.get(slot)), int(bool(guess)), 1) for slot in ("kind", "status")}
    for slot in ("parties", "signatories"):
        wanted = {parties.get(name, name) for name in gold.get(slot) or ()}
        counts[slot] = (len(wanted & set(guess.get(slot) or ())), len(guess.get(slot) or ()), len(wanted))
    signed = dates.get(guess.get("signed") or "", {}).get("value")
    counts["signed"] = _single(gold.get("signed"), signed, _same_edtf)
    place, found_place = gold.get("place"), guess.get("place")
    counts["place"] = _single(place, found_place, lambda name, id_: id_ in (places.get(name), parties.get(name)))
    counts["value"] = _single(gold.get("value"), figures.get(guess.get("value") or ""), _same_amount)
    counts["duration"] = _single(gold.get("duration"), figures.get(guess.get("duration") or ""), _same_duration)
    counts["subject"] = _single(gold.get("subject"), _quote(guess.get("subject")), _alike)
    for slot in ("areas", "terms"):
        spans, given = [standing(text, quote)[0] for quote in gold.get(slot) or ()], _spans(guess.get(slot) or ())
        counts[slot] = (_halves(spans, given), len(given), len(spans))
    return counts


def _single(gold: Any, guess: Any, same: Callable[[Any, Any], bool]) -> tuple[int, int, int]:
    return int(bool(gold and guess) and same(gold, guess)), int(bool(guess)), int(bool(gold))


def _slot(count: Counter, measure: str, gold: Any, guess: Any, same: Callable[[Any, Any], bool]) -> None:
    if gold or guess:
        count(measure, *_single(gold, guess, same))


def _same_figure(gold: Item, guess: Item) -> bool:
    return (
        gold["kind"] == guess["kind"]
        and _decimal(gold["value"]) == _decimal(guess["value"])
        and _decimal(gold.get("value_high")) == _decimal(guess["value_high"])
        and (gold["kind"] == "count" or gold["unit"] == guess["unit"])
    )


def _same_amount(gold: Item, figure: Item) -> bool:
    return _decimal(gold["value"]) == _decimal(figure["value"]) and gold["unit"] == figure["unit"]


def _same_duration(gold: str, figure: Item) -> bool:
    letter = {"year": "Y", "month": "M", "week": "W", "day": "D"}.get(figure["unit"], "?")
    return gold == f"P{figure['value']:g}{letter}"


def _same_edtf(gold: str, guess: str | None, tolerance: int = 0) -> bool:
    """Whether two EDTF values are equal, "~" aside, or their days lie within `tolerance` days."""
    if guess is None:
        return False
    a, b = gold.replace("~", ""), guess.replace("~", "")
    if a == b or not tolerance:
        return a == b
    ends = list(zip(bounds(a), bounds(b), strict=True))
    return all(x and y and abs(x - y) <= datetime.timedelta(days=tolerance) for x, y in ends)


def _alike(gold: str, guess: str) -> bool:
    """Whether two phrases share at least half of their words."""
    a, b = (set(phrase.lower().replace("ـ", "").split()) for phrase in (gold, guess))
    return bool(a and b) and 4 * len(a & b) >= len(a) + len(b)


def _halves(gold: Sequence[Interval], found: Sequence[Interval]) -> int:
    """How many gold spans are met by one that shares half of their joint length."""

    def same(g: int, p: int) -> bool:
        lengths = sum(end - start for start, end in (gold[g], found[p]))
        return 4 * overlap(gold[g], found[p]) >= lengths

    return len(matches(gold, found, same))


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value)).normalize()


def _quote(slot: Item | None) -> str | None:
    return str(slot["text"]) if slot else None


def _spans(items: Iterable[Item]) -> list[Interval]:
    return [(item["start"], item["end"]) for item in items]


def _entity_pairs(
    text: str, gold: Sequence[Item], found: Sequence[Item], same_kind: Callable[[Item, Item], bool]
) -> list[tuple[int, int]]:
    """Pairs of entities that share the most mentions, a mention being shared where the spans overlap by half."""
    candidates = []
    for g, entity in enumerate(gold):
        places = sorted({span for mention in entity["mentions"] for span in standing(text, mention, mentions)})
        for p, guess in enumerate(found):
            shared = sum(
                any(2 * overlap(a, b) >= max(a[1] - a[0], b[1] - b[0]) for b in places)
                for a in _spans(guess["mentions"])
            )
            if shared and same_kind(entity, guess):
                candidates.append((shared, g, p))
    return one_to_one(candidates)


def _gold(path: Path) -> list[Item]:
    if not path.is_dir():
        return _jsonl(path)
    files = sorted(path.glob("*.json"))
    if not files:
        raise OutputError(f"{path}: no gold articles (*.json) there")
    return [_parsed(file, file.read_text(encoding="utf-8")) for file in files]


def _jsonl(path: Path) -> list[Item]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise OutputError(f"{path}: cannot be read: {error}") from error
    return [_parsed(path, line) for line in lines if line.strip()]


def _parsed(path: Path, text: str) -> Item:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise OutputError(f"{path}: no valid JSON: {error}") from error
    if not isinstance(value, dict):
        raise OutputError(f"{path}: a JSON object was expected, not {type(value).__name__}")
    return value
