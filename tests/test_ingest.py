"""Files of every format and encoding become articles; what is none is a reject that names file, stage and reason."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from models.article import Article
from pipeline.errors import IngestError
from pipeline.ingest.content import Limits
from pipeline.ingest.draft import publication_date
from pipeline.ingest.encoding import decode
from pipeline.ingest.read import FORMATS, read_articles, read_stream
from pipeline.reject import Reject

ENGLISH = "Oman and Kenya signed a memorandum on “blue economy” research worth €3 million, a café owner’s dream."
ARABIC = "وقعت وزارة النقل في الأردن اتفاقية مع شركة صينية لتطوير ميناء العقبة خلال عامين، بقيمة ٤٥ مليون دولار."
BOTH = f"{ENGLISH}\n\n{ARABIC}\n"


def read(path: Path, **options: object) -> list[Article | Reject]:
    return list(read_articles(path, path.parent, **options))  # type: ignore[arg-type]


def write(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def only(items: list[Article | Reject]) -> Article:
    assert len(items) == 1 and isinstance(items[0], Article), items
    return items[0]


def refused(items: list[Article | Reject]) -> Reject:
    assert len(items) == 1 and isinstance(items[0], Reject), items
    return items[0]


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1256", "iso-8859-6"]
)
def test_arabic_text_comes_out_as_it_was_written(tmp_path: Path, codec: str) -> None:
    text = ARABIC.replace("٤٥", "45") + "\r\n\r\n  سطر ثان قصير.\r\n"
    article = only(read(write(tmp_path, "a.txt", text.encode(codec))))
    assert article.text == text
    assert article.warnings == ()


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_english_text_comes_out_as_it_was_written(tmp_path: Path, codec: str) -> None:
    assert only(read(write(tmp_path, "a.txt", ENGLISH.encode(codec)))).text == ENGLISH


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("“Growth”, the minister said – and rose.", "windows-1252"),
        ("Le ministère français a signé l’accord à Genève, déjà prêt.", "windows-1252"),
        ("Türkiye und Österreich erhöhen ihre Ausfuhren.", "windows-1252"),
        ("اتفاقية", "windows-1256"),
        ("The Union (الاتحاد العربي للاقتصاد الرقمي) met in Hangzhou.", "windows-1256"),
        ("L’accord « stratégique » — signé à Rabat — a été salué.", "windows-1252"),
        ("وزير الخارجية: “نعمل معا”", "windows-1256"),
    ],
)
def test_single_byte_encodings_are_told_apart(text: str, codec: str) -> None:
    assert decode(text.encode(codec)).text == text


def test_a_charset_that_the_page_declares_is_believed() -> None:
    assert decode("Москва и Каир".encode("windows-1251"), declared="windows-1251").text == "Москва и Каир"


def test_lines_in_different_encodings_are_each_read_as_what_they_are(tmp_path: Path) -> None:
    data = ENGLISH.encode() + b"\n" + ARABIC.replace("٤٥", "45").encode("windows-1256") + b"\n" + ARABIC.encode()
    article = only(read(write(tmp_path, "joined.txt", data)))
    assert article.text == "\n".join((ENGLISH, ARABIC.replace("٤٥", "45"), ARABIC))
    assert [warning.code for warning in article.warnings] == ["mixed_encodings"]


def test_a_broken_character_costs_that_character_only(tmp_path: Path) -> None:
    data = ARABIC.encode()[:-1].replace("شركة".encode(), b"\xd8" + "شركة".encode(), 1)
    article = only(read(write(tmp_path, "a.txt", data)))
    assert "شركة صينية" in article.text and "\ufffd" in article.text
    assert [warning.code for warning in article.warnings] == ["undecodable_bytes"]


BAD = {
    "empty.txt": (b"", "empty"),
    "bom.txt": (b"\xef\xbb\xbf", "empty"),
    "blank.txt": (b" \n\t \r\n", "whitespace"),
    "signs.txt": ("— … ؟ !\n".encode(), "neither letters nor digits"),
    "program.txt": (b"\x7fELF\x02\x01\x01" + bytes(50), "a program"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "PNG"),
    "paper.txt": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
    "zeros.txt": (bytes(4000), "binary"),
    "noise.txt": (bytes((i * 73 + i // 7 * 31) % 255 + 1 for i in range(4000)), "not text"),
    "cut.txt.gz": (gzip.compress(BOTH.encode() * 50)[:-20], "truncated gzip"),
    "wrong.txt.gz": (b"no gzip at all", "gzip"),
    "flipped.txt.gz": (gzip.compress(BOTH.encode())[:-6] + b"\0\0\0\0\0\0", "gzip"),
    "broken.json": ('{"articleBody": "One', "invalid JSON"),
    "empty.json": (b"", "empty"),
    "number.json": ("42", "a number"),
    "none.json": ('{"@type": "Person", "name": "A"}', "no text"),
    "nothing.json": ("[]", "no article"),
    "graph.json": ('{"@graph": [{"@type": "WebSite", "name": "A"}]}', "no article"),
    "deep.json": ("[" * 200_000, "nested too deeply"),
    "digits.json": ('{"text": ' + "9" * 10_000 + "}", "invalid JSON"),
    "null.json": ('{"text": null, "title": "Only a headline"}', "no text"),
    "empty.jsonl": (b"", "empty"),
    "page.html": ("<html><head><title>x</title></head><body><script>var a = 1;</script></body></html>", "no main text"),
    "empty.html": (b"", "empty"),
    "report.docx": (b"PK\x03\x04", "unsupported format"),
    "archive.gz": (gzip.compress(b"text"), "unsupported format"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_are_one_reject_with_a_clear_reason(tmp_path: Path, name: str) -> None:
    content, reason = BAD[name]
    reject = refused(read(write(tmp_path, name, content)))
    assert (reject.path, reject.stage) == (name, "ingest")
    assert reason in reject.reason


def test_a_file_above_the_limit_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    bomb = write(tmp_path, "bomb.txt.gz", gzip.compress(b"a" * 3_000_000))
    assert bomb.stat().st_size < 10_000
    assert "too large" in refused(read(bomb, limits=Limits(max_bytes=1_000_000))).reason


def test_an_article_as_long_as_a_book_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "line.txt", "word " * 1_000_000)
    assert "too long for an article: 5000000 characters" in refused(read(path)).reason


def test_a_folder_or_a_pipe_is_no_file(tmp_path: Path) -> None:
    import os

    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    assert [refused(read(tmp_path / name)).reason for name in ("folder.txt", "pipe.txt")] == ["not a regular file"] * 2


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_every_format_is_read_plain_and_compressed(tmp_path: Path, suffix: str) -> None:
    content = {
        "html": f"<html><body><article><p>{ARABIC}</p><p>{ENGLISH}</p></article></body></html>",
        "json": json.dumps({"text": BOTH}),
        "jsonl": json.dumps({"text": BOTH}),
    }.get(FORMATS[suffix], BOTH)
    plain = only(read(write(tmp_path, f"a{suffix}", content)))
    packed = only(read(write(tmp_path, f"b{suffix.upper()}.gz", gzip.compress(content.encode()))))
    assert plain.text == packed.text
    assert ARABIC in plain.text and ENGLISH in plain.text
    assert plain.source.format == packed.source.format == FORMATS[suffix]
    assert plain.source.sha256 != packed.source.sha256  # of the bytes as they lie on disk


def test_markdown_metadata_are_read_and_left_out_of_the_text(tmp_path: Path) -> None:
    block = "---\ntitle: 'Two ports, one plan'\ndate: 2025-03-04\nauthor: M. Saleh\ntags: [ports]\n---\n"
    article = only(read(write(tmp_path, "a.md", f"{block}\n# Two ports, one plan\n\n{BOTH}")))
    assert article.text == f"# Two ports, one plan\n\n{BOTH}"
    assert (article.title, article.published, article.source.author) == (
        "Two ports, one plan",
        date(2025, 3, 4),
        "M. Saleh",
    )


def test_a_rule_of_dashes_in_markdown_is_no_metadata(tmp_path: Path) -> None:
    text = f"---\n\n{BOTH}\n---\n"
    assert only(read(write(tmp_path, "a.md", text))).text == text


NEWS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "ميناء العقبة يوقع اتفاقية",
    "articleBody": ARABIC,
    "datePublished": "2025-06-01T22:30:00+03:00",
    "author": [{"@type": "Person", "name": "سلمى"}, {"name": "عمر"}],
    "publisher": {"@type": "Organization", "name": "وكالة البحر"},
    "url": "https://news.example/aqaba",
}


def test_a_news_article_of_schema_org(tmp_path: Path) -> None:
    article = only(read(write(tmp_path, "a.json", json.dumps(NEWS))))
    assert article.text == f"ميناء العقبة يوقع اتفاقية\n\n{ARABIC}"
    assert article.title == "ميناء العقبة يوقع اتفاقية"
    assert article.published == date(2025, 6, 1)
    source = article.source
    assert (source.author, source.publisher, source.url) == ("سلمى, عمر", "وكالة البحر", "https://news.example/aqaba")


@pytest.mark.parametrize("body", [ARABIC, f"  {BOTH}\r\n\t", "\u200f" + ARABIC + "\u00a0\n\n\n"])
def test_a_body_without_headline_is_the_text_unaltered(tmp_path: Path, body: str) -> None:
    path = write(tmp_path, "a.json", json.dumps({"@type": "NewsArticle", "articleBody": body}))
    assert only(read(path)).text == body


@pytest.mark.parametrize("first", ["Two ports, one plan", "TWO PORTS,\none  plan", "  Two ports, one plan"])
def test_a_headline_that_the_body_begins_with_is_not_repeated(tmp_path: Path, first: str) -> None:
    body = f"{first}\n\n{ENGLISH}"
    article = only(read(write(tmp_path, "a.json", json.dumps({"title": "Two ports, one plan", "text": body}))))
    assert article.text == body
    assert article.title == first.strip()


def test_graphs_lists_and_wrappers_hold_many_articles(tmp_path: Path) -> None:
    graph = {
        "@graph": [
            {"@id": "#org", "@type": "Organization", "name": "Harbour Wire"},
            {"@type": "BreadcrumbList"},
            {**NEWS, "@type": ["Article", "NewsArticle"], "publisher": {"@id": "#org"}},
            {"@type": "NewsArticle", "headline": "no body"},
        ]
    }
    first, second = read(write(tmp_path, "graph.json", json.dumps(graph)))
    assert isinstance(first, Article) and first.source.publisher == "Harbour Wire"
    assert isinstance(second, Reject) and second.index == 1 and "no text" in second.reason
    wrapped = {"status": "ok", "articles": [{"title": "A", "content": ENGLISH}, 7, {"text": ""}, {"body": ARABIC}]}
    items = read(write(tmp_path, "wrapped.json", json.dumps(wrapped)))
    assert [type(item) for item in items] == [Article, Reject, Reject, Article]
    assert [item.source.index if isinstance(item, Article) else item.index for item in items] == [0, 1, 2, 3]


def test_bodies_exported_as_markup_become_lines(tmp_path: Path) -> None:
    page = {
        "title": {"rendered": "Ports &#8211; plans"},
        "content": {
            "rendered": f"<h2>Aims</h2><p>{ENGLISH}</p>\n<ul><li>Research &amp; training</li><li>Ships</li></ul>"
        },
        "date": "2025-02-03T04:05:06",
        "link": "https://news.example/1",
    }
    article = only(read(write(tmp_path, "a.json", json.dumps(page))))
    assert article.text == f"Ports – plans\n\nAims\n{ENGLISH}\n- Research & training\n- Ships"
    assert article.published == date(2025, 2, 3)


def test_signs_of_comparison_are_no_markup(tmp_path: Path) -> None:
    body = "Losses < 5% and gains > 3% were seen <em dash> by R&D."
    assert only(read(write(tmp_path, "a.json", json.dumps({"text": body})))).text == body


def test_half_a_surrogate_pair_becomes_one_replacement(tmp_path: Path) -> None:
    article = only(read(write(tmp_path, "a.json", '{"text": "Growth \\ud83d of 5%"}')))
    assert article.text == "Growth \ufffd of 5%"
    assert article.warnings[0].code == "undecodable_bytes"


def test_a_line_without_text_does_not_lose_its_neighbours(tmp_path: Path) -> None:
    rows = [
        json.dumps({"text": "One."}).encode(),
        b'{"title": "no text"}',
        b"",
        b"{broken",
        json.dumps({"text": ARABIC}, ensure_ascii=False).encode("windows-1256", "replace"),
        b"[1]",
        json.dumps({"text": "Six.", "date": "soon"}).encode(),
    ]
    items = read(write(tmp_path, "a.jsonl", b"\r\n".join(rows)))
    told = [
        (i.source.index, "text") if isinstance(i, Article) else (i.index, i.reason.partition(":")[0]) for i in items
    ]
    assert told == [
        (0, "text"),
        (1, "no text"),
        (2, "invalid JSON"),
        (3, "text"),
        (4, "the line is no JSON object but a list"),
        (5, "text"),
    ]
    assert isinstance(items[5], Article) and items[5].warnings[0].code == "unresolved_date"


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_jsonl_in_other_encodings(tmp_path: Path, codec: str) -> None:
    rows = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in (ENGLISH, ARABIC))
    items = read(write(tmp_path, "a.jsonl", rows.encode(codec)))
    assert [item.text for item in items if isinstance(item, Article)] == [ENGLISH, ARABIC]


def test_a_line_above_the_limit_does_not_lose_its_neighbours(tmp_path: Path) -> None:
    rows = ['{"text": "One."}', json.dumps({"text": "x" * 300_000}), '{"text": "Three."}']
    first, second, third = read(write(tmp_path, "a.jsonl", "\n".join(rows)), limits=Limits(max_bytes=100_000))
    assert isinstance(first, Article) and isinstance(third, Article) and third.source.index == 2
    assert isinstance(second, Reject) and "too large" in second.reason


def test_lines_before_the_end_of_a_truncated_file_are_kept(tmp_path: Path) -> None:
    import random

    noise = random.Random(1)
    rows = [json.dumps({"text": f"Article {n} {noise.randbytes(200).hex()}"}) for n in range(500)]
    items = read(write(tmp_path, "a.jsonl.gz", gzip.compress("\n".join(rows).encode())[:-30_000]))
    assert sum(isinstance(item, Article) for item in items) > 200
    last = items[-1]
    assert isinstance(last, Reject) and "truncated gzip" in last.reason and last.index


def test_reading_goes_on_where_it_was_left(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"text": f"Article {n}"}) + "\n" for n in range(10))
    for name, content in (("a.jsonl", rows), ("a.json", f"[{','.join(rows.split(chr(10))[:-1])}]")):
        path = write(tmp_path, name, content)
        assert read(path, start=7) == read(path)[7:]


def test_pages_give_main_text_and_metadata_without_furniture(tmp_path: Path) -> None:
    page = f"""<!doctype html><html lang="ar"><head><meta charset="windows-1256">
    <title>خبر | موقع البحر</title><meta property="og:title" content="ميناء العقبة يوقع اتفاقية">
    <meta property="article:published_time" content="2025-06-01T10:00:00+03:00">
    <meta property="og:site_name" content="موقع البحر"><meta name="author" content="سلمى عمر">
    <link rel="canonical" href="https://news.example/aqaba"></head><body>
    <nav><a href="/">الرئيسية</a> <a href="/w">العالم</a></nav>
    <article><h1>ميناء العقبة يوقع اتفاقية</h1><p>{ARABIC.replace("٤٥", "45")}</p><h2>مجالات التعاون</h2>
    <ul><li>الصناعة الجديدة: التصنيع الذكي</li><li>الطاقة الجديدة</li></ul>
    <p>وقال الوزير إن المشروع يبدأ في العام المقبل بعد إتمام الدراسات اللازمة.</p><script>track(1300)</script></article>
    <footer>جميع الحقوق محفوظة 2025</footer></body></html>"""
    article = only(read(write(tmp_path, "a.html", page.encode("windows-1256"))))
    assert article.title == "ميناء العقبة يوقع اتفاقية"
    assert article.published == date(2025, 6, 1)
    source = article.source
    assert (source.publisher, source.author, source.url) == ("موقع البحر", "سلمى عمر", "https://news.example/aqaba")
    lines = article.text.split("\n")
    assert ARABIC.replace("٤٥", "45") in lines and "مجالات التعاون" in lines and "- الطاقة الجديدة" in lines
    assert not any(word in article.text for word in ("الرئيسية", "محفوظة", "1300"))


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-06-01", date(2025, 6, 1)),
        ("2025-06-01T23:59:59Z", date(2025, 6, 1)),
        ("2025/6/1 12:00", date(2025, 6, 1)),
        ("20250601", date(2025, 6, 1)),
        ("٢٠٢٥-٠٦-٠١", date(2025, 6, 1)),
        ("31/12/2024", date(2024, 12, 31)),
        ("12/31/2024", date(2024, 12, 31)),
        ("Sun, 01 Jun 2025 10:00:00 +0300", date(2025, 6, 1)),
        ("1748772000", date(2025, 6, 1)),
        ("1748772000000", date(2025, 6, 1)),
        ("03/04/2025", None),
        ("2025-13-01", None),
        ("2025-02-30", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_publication_dates_of_metadata(written: str | None, day: date | None) -> None:
    assert publication_date(written) == day


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (BOTH.encode(), "text"),
        (b"[Reuters] Oman and Kenya signed.", "text"),
        (json.dumps(NEWS).encode(), "json"),
        (b'\xef\xbb\xbf [ {"text": "One."}]', "json"),
        (f"<!DOCTYPE html><p>{ENGLISH}</p>".encode(), "html"),
    ],
)
def test_standard_input_tells_its_format(data: bytes, kind: str) -> None:
    import io

    article = only(list(read_stream(io.BytesIO(data).read)))
    assert (article.source.format, article.source.path) == (kind, "-")


def test_names_that_are_no_utf8_are_shown_and_not_lost(tmp_path: Path) -> None:
    import os

    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_text(ENGLISH)
    assert only(read(Path(os.fsdecode(name)))).source.path == "caf\\xe9.txt"


def test_random_bytes_are_refused_or_read_but_never_crash() -> None:
    import random

    noise = random.Random(7)
    for size in (1, 2, 3, 17, 300):
        for _ in range(200):
            try:
                decode(noise.randbytes(size))
            except IngestError:
                continue
