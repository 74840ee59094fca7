"""Dossiers: names across scripts, the written set of articles, contradictions, copies, the order of records."""

import itertools
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models import Record
from models.dossier import Dossier
from pipeline.dossiers.concepts import meanings
from pipeline.dossiers.find import find_dossiers
from pipeline.dossiers.members import body_likeness, member_of
from pipeline.dossiers.romanise import person_likeness
from pipeline.dossiers.write import dossier as write_dossiers
from pipeline.library import extract
from pipeline.output import record_line

SET = Path(__file__).parent / "dossiers"
PAIRS, ACROSS = 0.92, 0.88  # the floors of pairwise F1


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SET / name).read_text(encoding="utf-8").splitlines()]


ARTICLES = {row["id"]: row for name in ("articles.jsonl", "held_out.jsonl", "third.jsonl") for row in _lines(name)}


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    """The record of each article of the set, read by the pipeline as it stands."""
    return {id_: extract(row["text"], published=row["published"], name=id_) for id_, row in ARTICLES.items()}


@pytest.fixture(scope="module")
def dossiers(records: dict[str, Record]) -> list[Dossier]:
    return list(find_dossiers(records.values()))


def _f1(pairs: list[tuple[str, str, bool]], together: set[tuple[str, str]]) -> float:
    right = sum(same and pair_of(a, b) in together for a, b, same in pairs)
    said = sum(pair_of(a, b) in together for a, b, _ in pairs)
    true = sum(same for _, _, same in pairs)
    return 2 * right / (said + true)


def pair_of(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _together(dossiers: list[Dossier]) -> set[tuple[str, str]]:
    return {pair_of(a.path, b.path) for found in dossiers for a, b in itertools.combinations(found.articles, 2)}


def _across(a: str, b: str) -> bool:
    return bool(ARTICLES[a]["lang"] != ARTICLES[b]["lang"])


def test_the_written_set_is_as_large_as_it_should_be() -> None:
    pairs = _lines("pairs.jsonl")
    clusters = [row["cluster"] for row in ARTICLES.values() if row["cluster"]]
    assert len(pairs) >= 60 and sum(_across(p["a"], p["b"]) for p in pairs) >= 30
    assert sum(clusters.count(cluster) > 1 for cluster in set(clusters)) >= 20


@pytest.mark.parametrize("chosen", ["the pairs of the list", "all pairs of articles"])
def test_articles_of_one_agreement_share_a_dossier_and_others_do_not(dossiers: list[Dossier], chosen: str) -> None:
    together = _together(dossiers)
    if chosen == "the pairs of the list":
        pairs = [(p["a"], p["b"], p["same"]) for p in _lines("pairs.jsonl")]
    else:
        cluster = {id_: row["cluster"] for id_, row in ARTICLES.items()}
        pairs = [(a, b, bool(cluster[a]) and cluster[a] == cluster[b]) for a, b in itertools.combinations(ARTICLES, 2)]
    wrong = [pair for pair in pairs if (pair_of(*pair[:2]) in together) != pair[2]]
    assert _f1(pairs, together) >= PAIRS, wrong
    assert _f1([pair for pair in pairs if _across(*pair[:2])], together) >= ACROSS, wrong


def _of(dossiers: list[Dossier], article: str) -> Dossier:
    return next(found for found in dossiers if article in [each.path for each in found.articles])


def test_two_signing_dates_in_two_languages_are_one_dossier_that_lists_both(
    dossiers: list[Dossier], records: dict[str, Record]
) -> None:
    found = _of(dossiers, "c01-ar-1")
    assert {each.path for each in found.articles} >= {"c01-en-1", "c01-ar-1"}
    contradiction = next(each for each in found.contradictions if each.slot == "signed")
    told = {value.value: {source.article for source in value.sources} for value in contradiction.values}
    assert records["c01-en-1"].id in told["2025-05-03"] and records["c01-ar-1"].id in told["2025-05-05"]
    assert {party.id for party in found.parties} == {"country:OM", "country:VN"}


def test_signed_here_and_denied_there(dossiers: list[Dossier]) -> None:
    found = _of(dossiers, "c06-en-1")
    assert {each.path for each in found.articles} >= {"c06-en-1", "c06-en-2", "c06-ar-1"}
    contradiction = next(each for each in found.contradictions if each.slot == "status")
    assert {"signed", "denied"} <= {value.value for value in contradiction.values}


def test_every_source_quotes_its_article(dossiers: list[Dossier], records: dict[str, Record]) -> None:
    texts = {record.id: record.text or "" for record in records.values()}
    count = 0
    for found in dossiers:
        told = [*found.kinds, *found.statuses, *found.signed, *found.values, *found.areas, *found.terms, *found.parties]
        for source in (source for each in told for source in each.sources):
            assert texts[source.article][source.quote.start : source.quote.end] == source.quote.text
            count += 1
    assert count > 100


def test_copies_are_marked_and_count_once(dossiers: list[Dossier], records: dict[str, Record]) -> None:
    found = _of(dossiers, "c25-ar-2")
    copies = {each.path: each.duplicate_of for each in found.articles}
    originals = [path for path in ("c25-ar-1", "c25-ar-2") if copies[path] is None]
    assert len(originals) == 1
    assert {path for path, original in copies.items() if original == records[originals[0]].id} | set(originals) == {
        "c25-ar-1",
        "c25-ar-2",
    }
    assert all(value.articles <= 2 for value in found.signed)


def test_a_copy_with_another_number_is_no_copy() -> None:
    text = ARTICLES["c25-ar-1"]["text"]
    read = [extract(t, published="2025-08-19", name=n) for n, t in (("a", text), ("b", text.replace("150", "250")))]
    assert [each.duplicate_of for found in find_dossiers(read) for each in found.articles] == [None, None]


def test_the_order_of_the_records_makes_no_difference(dossiers: list[Dossier], records: dict[str, Record]) -> None:
    assert list(find_dossiers(reversed(records.values()))) == dossiers


def test_as_of_leaves_out_what_was_published_later(records: dict[str, Record]) -> None:
    early = list(find_dossiers(records.values(), as_of=date(2023, 6, 30)))
    assert {each.path for found in early for each in found.articles} == {
        id_ for id_, row in ARTICLES.items() if row["published"] <= "2023-06-30"
    }
    assert _of(early, "c05-en-1").status == "negotiating"
    assert _of(list(find_dossiers(records.values(), as_of=date(2023, 9, 30))), "c05-en-1").status == "signed"


def test_history_is_in_the_order_of_publication(dossiers: list[Dossier]) -> None:
    for found in dossiers:
        dated = [event.date for event in found.history if event.date]
        assert dated == sorted(dated)


def test_the_command_writes_dossiers_and_tells_of_what_it_cannot_read(
    tmp_path: Path, records: dict[str, Record], capsys: pytest.CaptureFixture[str]
) -> None:
    file, output = tmp_path / "records.jsonl", tmp_path / "new" / "dossiers.jsonl"
    file.write_text("".join(record_line(records[id_]) + "\n" for id_ in ("c01-en-1", "c01-ar-1")), encoding="utf-8")
    assert write_dossiers([file], output) == 0
    (line,) = output.read_text(encoding="utf-8").splitlines()
    assert len(Dossier.model_validate_json(line).articles) == 2
    file.write_text("{}\n")
    assert write_dossiers([file], tmp_path / "other.jsonl") == 1
    assert "line 1 is no record" in capsys.readouterr().err
    assert not (tmp_path / "other.jsonl").exists()


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Mohammed Al Qubaisi", "محمد القبيسي"),
        ("Khaled El-Sayed", "خالد السيد"),
        ("Gamal Abdel Nasser", "جمال عبد الناصر"),
        ("Jamal Abdul-Nasir", "جمال عبد الناصر"),
        ("Chakib Benmoussa", "شكيب بنموسى"),
        ("Qasim Tarabulsi", "قاسم طرابلسي"),
        ("Gasim Tarabulsi", "قاسم طرابلسي"),
        ("Fatima Ould Salem", "فاطمة ولد سالم"),
        ("Xi Jinping", "شي جين بينغ"),
        ("Zhang Weiming", "تشانغ ويمينغ"),
        ("Li Qiang", "لي تشيانغ"),
        ("Nguyen Van Hung", "نغوين فان هونغ"),
        ("Youssef Wahbi", "يوسف وهبي"),
    ],
)
def test_one_name_in_two_scripts(latin: str, arabic: str) -> None:
    assert person_likeness(latin, arabic) >= 0.86


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ahmed Hassan", "أحمد حسين"),
        ("Mohammed Ali", "محمود علي"),
        ("Salem Saleh", "سالم فالح"),
        ("Kamal Hassan", "جمال حسن"),
        ("Zhang Wei", "تشن وي"),
        ("خالد السالم", "خالد العتيبي"),
    ],
)
def test_two_names(left: str, right: str) -> None:
    assert person_likeness(left, right) < 0.86


@pytest.mark.parametrize(
    ("english", "arabic"),
    [
        ("seawater desalination", "تحلية مياه البحر"),
        ("vaccine manufacturing", "تصنيع اللقاحات"),
        ("palm oil supplies", "توريد زيت النخيل"),
        ("police training", "لتدريب الشرطة"),
        ("avoiding double taxation", "تجنب الازدواج الضريبي"),
    ],
)
def test_phrases_of_both_languages_share_their_meanings(english: str, arabic: str) -> None:
    shared = set(meanings(english)) & set(meanings(arabic))
    assert len(shared) >= len(set(meanings(english))) - 1


def test_bodies_are_told_apart_by_country_and_by_name() -> None:
    def body(name: str, country: str | None):  # type: ignore[no-untyped-def]
        span = {"text": name, "start": 0, "end": len(name)}
        party = {
            "id": "p1",
            "name": name,
            "kind": "organization",
            "country": country,
            "mentions": [span],
            "rule": "test",
        }
        record = extract(name).model_dump() | {"parties": [party], "agreements": [], "places": []}
        return member_of(Record.model_validate(record).parties[0])

    health = body("Ministry of Health", "EG")
    assert body_likeness(health, body("وزارة الصحة المصرية", "EG")) >= 0.75
    assert body_likeness(health, body("وزارة الصحة", "ID")) < 0.45
    assert body_likeness(body("Nagoya University", "JP"), body("جامعة ناغويا", "JP")) >= 0.75
    assert body_likeness(body("Nagoya University", "JP"), body("جامعة كيوتو", "JP")) < 0.45
    assert body("Arab League", None).id == body("جامعة الدول العربية", None).id == "body:LAS"


def test_records_without_text_can_be_merged(records: dict[str, Record]) -> None:
    bare = [records[id_].model_copy(update={"text": None}) for id_ in ("c01-en-1", "c01-ar-1")]
    (found,) = find_dossiers(bare)
    assert len(found.articles) == 2


def test_an_article_that_nothing_was_found_in_makes_no_dossier() -> None:
    assert list(find_dossiers([extract("It rained in Amman.")])) == []


def test_of_several_agreements_of_one_visit_each_finds_its_own() -> None:
    told = [
        extract(
            "CAIRO, 6 May 2025 - Egypt and Qatar signed an agreement on extradition on 5 May 2025.\n\n"
            "They also signed a memorandum of understanding on tourism.\n\nA protocol on vaccine manufacturing was signed too.",
            published="2025-05-06",
            name="en",
        ),
        extract(
            "القاهرة، 6 مايو 2025 - وقعت مصر وقطر في 5 مايو 2025 مذكرة تفاهم في مجال السياحة.\n\n"
            "كما وقع البلدان بروتوكولا لتصنيع اللقاحات.",
            published="2025-05-06",
            name="ar",
        ),
    ]
    merged = [found for found in find_dossiers(told) if len(found.articles) > 1]
    assert sorted(found.kind for found in merged) == ["mou", "protocol"]
    for found in find_dossiers(told):
        assert len(found.kinds) == 1
