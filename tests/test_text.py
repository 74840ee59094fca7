"""Normalised text keeps its way home."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text import fold, normalise, split_sentences, words

MARKS = ["َ", "ً", "ّ", "ْ", "ـ", "\u200f", "\u200e", "\u202b", "\u2066", "\ufeff", "\u00ad"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("٤٠٧٫٤ مليارًا", "407.4 مليارا"),
        ("٢٬٥٠٠", "2,500"),
        ("۱۲۳", "123"),
        ("٪٥", "%5"),
        ("الإمارات أُنشئت آليةٌ على يد مصطفى", "الامارات انشئت الية علي يد مصطفي"),
        ("«أبوظبي»", '"ابوظبي"'),
        ("2019–2024", "2019-2024"),
        ("ﻣﺼﺮ", "مصر"),
        ("کریم", "كريم"),
        ("it’s", "it's"),
        ("a\u00a0b", "a b"),
    ],
)
def test_normalise(source: str, expected: str) -> None:
    assert normalise(source).text == expected


@given(st.text(alphabet=[*"abc 12إىمليار.,«»٤٥", *MARKS], max_size=60))
def test_every_character_maps_to_its_own_place(source: str) -> None:
    match = normalise(source)
    assert len(match.text) == len(match.offsets)
    for index, char in enumerate(match.text):
        assert normalise(source[match.offsets[index]]).text == char


@given(st.text(alphabet="سمليار عقد12", min_size=1, max_size=30), st.data())
def test_inserted_marks_never_shift_a_quote(plain: str, data: st.DataObject) -> None:
    marked = "".join(char + data.draw(st.sampled_from(["", *MARKS])) for char in plain)
    match = normalise(marked)
    assert match.text == normalise(plain).text
    span = match.span(0, len(match.text))
    assert normalise(marked[span.start : span.end]).text == match.text


def test_a_stretch_maps_into_the_whole_article() -> None:
    source = "قال: بلغت ٥ ملياراتٍ."
    match = normalise(source, 5)
    start = match.text.index("مليارات")
    span = match.span(start, start + len("مليارات"))
    assert source[span.start : span.end] == "ملياراتٍ"
    assert match.locate(span.start) == start


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. firm signed. It paid $3.5 million.", 2),
        ("Dr. Ali Al-Sayed met H.E. Omar. They talked.", 2),
        ("Joyping (Beijing) Robot Co., Ltd. said no.", 1),
        ("وقّع الوزير د. علي المذكرة. وقال إنها مهمة!", 2),
        ("ما الذي تغير؟ لا شيء.", 2),
        ("«انتهى الاجتماع.» ثم غادر الوفد", 2),
        ("It ends here.\nA new line", 2),
    ],
)
def test_sentences(text: str, expected: int) -> None:
    sentences = list(split_sentences(text, 0, len(text)))
    assert len(sentences) == expected, [text[a:b] for a, b in sentences]


def test_words_keep_diacritics_and_numbers_whole() -> None:
    text = "وَقَّعَ 1,300.5 (U.S.) it's"
    assert [text[a:b] for a, b in words(text)] == ["وَقَّعَ", "1,300.5", "(", "U.S.", ")", "it's"]


def test_fold_is_the_key_of_tables() -> None:
    assert fold("  الأُردن  AND ") == "الاردن and"
