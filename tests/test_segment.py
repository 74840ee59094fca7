"""Roles, languages, titles and publication date of an article's lines."""

import datetime
import hashlib
from typing import Any

import pytest
from corpus import parameters

from models import Article, Source
from pipeline.detect import language_of
from pipeline.document import Document
from pipeline.errors import DetectionError
from pipeline.segment import read_document


def read(text: str, published: datetime.date | None = None, **options: Any) -> Document:
    source = Source(path="a.txt", format="text", sha256=hashlib.sha256(text.encode()).hexdigest())
    return read_document(Article(source=source, text=text, published=published), **options)


@pytest.mark.parametrize(("lang", "case"), parameters("segments"))
def test_roles_and_languages(lang: str, case: dict[str, Any]) -> None:
    document = read(case["text"])
    found = [
        [segment.role, segment.lang, case["text"][segment.span.start : segment.span.end]]
        for segment in document.segments
    ]
    wanted = [[role, code, line] for (role, code), line in zip(case["expect"], case["text"].split("\n\n"), strict=True)]
    # furniture has no language worth knowing
    blind = [[role, None if role == "boilerplate" else code, line] for role, code, line in found]
    assert blind == [[role, None if role == "boilerplate" else code, line] for role, code, line in wanted]


def test_segments_cover_every_letter_once() -> None:
    text = "top of page\n\nA title of some words here\nالعنوان بالعربية هنا أيضا\n\n  • one\n\tمذكرة two"
    covered = [index for segment in read(text).segments for index in range(*segment.span)]
    assert len(covered) == len(set(covered))
    assert {index for index, char in enumerate(text) if char.isalpha()} <= set(covered)


def test_a_line_in_two_scripts_is_cut_where_the_language_changes() -> None:
    english = "The statement said that the two sides will meet again in May to agree on the details."
    arabic = "وقال البيان إن الطرفين سيجتمعان مجددا في مايو للاتفاق على التفاصيل."
    document = read(f"{english} {arabic}")
    assert [segment.lang for segment in document.segments] == ["en", "ar"]
    assert set(document.languages) == {"en", "ar"}


def test_a_third_language_gets_a_warning_and_no_passage() -> None:
    document = read(
        "La coopération entre la France et le Maroc s'est renforcée avec la signature de plusieurs accords importants."
    )
    assert document.language == "fr"
    assert [notice.code for notice in document.notices] == ["unsupported_language"]
    assert document.passages == ()


def test_the_language_can_be_set_and_must_be_one_that_is_read() -> None:
    assert read("MoU", language="ar").language == "ar"
    with pytest.raises(DetectionError, match="'fr' is not read"):
        read("MoU", language="fr")


BODY = {
    "en": "The two ministries signed a memorandum of understanding on ports, customs and training, and agreed to meet again soon.",
    "ar": "وقعت الوزارتان مذكرة تفاهم في مجالات الموانئ والجمارك والتدريب، واتفقتا على عقد اجتماع آخر قريبا لمتابعة التنفيذ.",
}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            f"Ministries sign a memorandum on ports\n\nABU DHABI, 18th November, 2025 (WAM) -- {BODY['en']}",
            "2025-11-18",
        ),
        (f"Ministries sign a memorandum on ports\n\nTripoli, Monday 15 January 2024\n\n{BODY['en']}", "2024-01-15"),
        (f"الوزارتان توقعان مذكرة تفاهم في الموانئ\n\nالكويت 22 ديسمبر 2025 – {BODY['ar']}", "2025-12-22"),
        (
            f"الوزارتان توقعان مذكرة تفاهم في الموانئ\n\nالرياض 07 ربيع الآخر 1445 هـ الموافق 22 أكتوبر 2023 م واس\n\n{BODY['ar']}",
            "2023-10-22",
        ),
    ],
)
def test_a_dateline_tells_the_publication_date(text: str, day: str) -> None:
    published = read(text).published
    assert published is not None
    assert (published.date.isoformat(), published.source) == (day, "dateline")


def test_metadata_win_over_dateline_and_dateline_over_option() -> None:
    text = f"Ministries sign a memorandum on ports\n\nTripoli, Monday 15 January 2024\n\n{BODY['en']}"
    first, second = datetime.date(2020, 1, 1), datetime.date(2021, 1, 1)
    assert read(text, first).published.source == "metadata"  # type: ignore[union-attr]
    assert read(text, default_published=second).published.source == "dateline"  # type: ignore[union-attr]
    assert read(BODY["en"], default_published=second).published.date == second  # type: ignore[union-attr]
    assert read(BODY["en"]).published is None


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("وزیر امور خارجه ایران در دیدار با همتای عراقی خود گفت که همکاری دو کشور گسترش می‌یابد", "fa"),
        ("پاکستان اور سعودی عرب کے درمیان دفاعی تعاون کا معاہدہ طے پا گیا ہے", "ur"),
        ("Der Minister hat in Berlin ein Abkommen mit der Regierung unterzeichnet", "de"),
        ("التقى الوزير نظيره في العاصمة وبحث معه سبل التعاون", "ar"),
        ("The minister met his counterpart in the capital", "en"),
        ("MoU 2025", None),
        ("12 / 34", None),
    ],
)
def test_language_of(text: str, lang: str | None) -> None:
    assert language_of(text) == lang
