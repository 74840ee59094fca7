"""Input that is broken, huge or means harm: a clear reject or a warning for it, records for all the others."""

import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from timing import seconds

from models.record import Record
from pipeline.batch.extraction import Settings
from pipeline.batch.folder import extract_folder
from pipeline.batch.plan import Plan
from pipeline.ingest.content import Limits
from pipeline.ingest.read import read_articles
from pipeline.reject import Reject

ENGLISH = "Oman and Kenya signed a memorandum of understanding worth $45 million in Muscat on 3 March 2025."
ARABIC = "وقعت وزارة النقل الأردنية اتفاقية مع شركة صينية بقيمة 45 مليون دولار في 3 مارس 2025."


def extract(source: Path, output: Path, **limits: int) -> tuple[list[Record], dict[str, dict[str, Any]]]:
    """The records, and the rejects by path."""
    extract_folder([source], output, Settings(limits=Limits(**limits)), Plan(workers=0))
    records = [Record.model_validate_json(line) for line in lines(output / "records.jsonl")]
    rejects = [json.loads(line) for line in lines(output / "rejected.jsonl")]
    return records, {row["path"]: row for row in rejects}


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")[:-1]


def test_bad_files_do_not_stop_the_good_ones(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    for name in ("a-good.txt", "m-good.txt", "z-good.txt"):
        (source / name).write_text(f"{ENGLISH}\n{ARABIC}", encoding="utf-8")
    bad = {
        "empty.txt": (b"", "empty"),
        "blank.txt": (b" \n\n\t", "whitespace"),
        "binary.txt": (bytes(range(256)) * 20, "not text"),
        "cut.txt.gz": (gzip.compress(ENGLISH.encode() * 100)[:-9], "truncated gzip"),
        "broken.json": (b'{"articleBody": "x"', "invalid JSON"),
        "untold.jsonl": (b'{"title": "no text"}', "no text"),
        "huge.txt": (b"Oman signed. " * 4_000_000, "too large"),
        "line.txt": (b"word " * 1_000_000, "too long"),
    }
    for name, (content, _) in bad.items():
        (source / name).write_bytes(content)
    (source / "loop.txt").symlink_to(source / "loop.txt")
    (source / "mixed.txt").write_bytes(
        ENGLISH.encode() + b"\n" + ARABIC.encode("windows-1256") + b"\n" + ARABIC.encode()
    )
    records, rejects = extract(source, tmp_path / "out")
    assert [record.source.path for record in records] == ["a-good.txt", "m-good.txt", "mixed.txt", "z-good.txt"]
    assert [warning.code for warning in records[2].warnings if warning.code.endswith("encodings")] == [
        "mixed_encodings"
    ]
    assert sorted(rejects) == sorted([*bad, "loop.txt"])
    for name, (_, reason) in bad.items():
        assert rejects[name]["stage"] == "ingest" and reason in rejects[name]["reason"]


def test_a_decompression_bomb_takes_neither_memory_nor_time(tmp_path: Path) -> None:
    import resource

    source = tmp_path / "in"
    source.mkdir()
    for name in ("a.txt.gz", "a.jsonl.gz", "a.json.gz", "a.html.gz"):
        with gzip.open(source / name, "wb", compresslevel=9) as stream:
            for _ in range(120):
                stream.write(b" " * 1_000_000)
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    records, rejects = extract(source, tmp_path / "out", max_bytes=10_000_000)
    assert records == [] and len(rejects) == 4
    assert all("too large" in row["reason"] for row in rejects.values())
    assert time.monotonic() - started < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # KiB


def nested(depth: int) -> Iterator[tuple[str, str]]:
    yield "lists.json", "[" * depth + "]" * depth
    yield "objects.json", '{"articles":' * depth + "1" + "}" * depth
    yield "graphs.json", '{"@graph": [' * depth + '{"text": "deep"}' + "]}" * depth
    yield "author.json", '{"text": "Oman signed.", "author": ' + "[" * depth + "]" * depth + "}"
    yield "line.jsonl", '{"text": ' + "[" * depth + "]" * depth + "}"


@pytest.mark.parametrize("depth", [10, 100, 900, 100_000])
def test_deep_json_is_refused_or_read(tmp_path: Path, depth: int) -> None:
    for name, content in nested(depth):
        (tmp_path / name).write_text(content)
        assert len(list(read_articles(tmp_path / name, tmp_path))) == 1


PAGES = {
    "tags": "<p>" + "<b>x</b> " * 60_000 + "</p>",
    "open": "<div>" * 100_000,
    "nested": "<div>" * 3_000 + f"<p>{ENGLISH}</p>" + "</div>" * 3_000,
    "list": "<ul>" + "".join(f"<li>item {n}</li>" for n in range(20_000)) + "</ul>",
    "table": "<table>" + "<tr><td>1</td><td>2</td></tr>" * 10_000 + "</table>",
    "entities": "<p>" + "&amp;&lt;&#1575;&nbsp;" * 50_000 + "</p>",
    "attributes": "<p " + " ".join(f"a{n}='{n}'" for n in range(5_000)) + f">{ENGLISH}</p>",
    "comments": "<!--" * 50_000 + f"<p>{ENGLISH}</p>",
    "doctype": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><p>&b;&b;</p>',
    "external": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><html><body><p>&e; signed</p></body></html>',
    "links": "".join(f'<a href="/{n}">news {n}</a>' for n in range(20_000)),
    "dates": "".join(f'<time datetime="2025-01-{n % 28 + 1:02}">x</time>' for n in range(20_000)) + f"<p>{ENGLISH}</p>",
}


@pytest.mark.parametrize("name", PAGES)
def test_pages_that_mean_harm_are_read_in_bounded_time(tmp_path: Path, name: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<html><body>{PAGES[name]}</body></html>", encoding="utf-8")
    started = time.monotonic()
    (item,) = read_articles(path, tmp_path)
    assert time.monotonic() - started < 20
    if not isinstance(item, Reject):
        assert "root:" not in item.text


def test_a_page_of_too_many_tags_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>x</p>" * 150_000)
    (item,) = read_articles(tmp_path / "a.html", tmp_path)
    assert isinstance(item, Reject) and "too complex" in item.reason


def test_scripts_styles_and_hidden_markup_are_no_text(tmp_path: Path) -> None:
    page = (
        f"<html><head><style>p {{ color: red }}</style></head><body><article><p>{ENGLISH}</p>"
        "<script>document.write('<p>stolen 99 million</p>')</script><noscript>enable it</noscript>"
        f"<template>ghost</template><p>{ARABIC}</p></article></body></html>"
    )
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (item,) = read_articles(tmp_path / "a.html", tmp_path)
    assert not isinstance(item, Reject)
    assert ENGLISH in item.text and ARABIC in item.text
    assert not any(word in item.text for word in ("stolen", "color", "ghost", "enable"))


def test_control_characters_and_half_surrogates_leave_one_line_for_each_record(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    evil = "Oman\u2028signed\u2029a\x85deal\x9b with\u202e Kenya \\ud800\\u0000 \\u001b[31m for 5%."
    (source / "a.jsonl").write_text(f'{{"text": "{evil}"}}\n{{"text": "Second."}}\n', encoding="utf-8")
    records, _ = extract(source, tmp_path / "out")
    raw = (tmp_path / "out" / "records.jsonl").read_bytes()
    assert len(records) == 2 and len(raw.decode().splitlines()) == 2
    assert not set(raw) & (set(range(32)) - {10})
    assert records[0].text and "\x1b[31m" in records[0].text and "\ufffd" in records[0].text


def test_names_of_files_cannot_write_to_the_log_or_leave_the_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from pipeline.batch.progress import start_log

    source = tmp_path / "in"
    source.mkdir()
    for name in (
        "a\nrejected b.txt: all is well.txt",
        "c\x1b[2J.txt",
        "x\\..\\d.txt",
        "=cmd|' .txt",
        "e\u202etxt.txt",
    ):
        (source / name).write_bytes(b"")
    start_log(verbose=False, as_json=False)
    _, rejects = extract(source, tmp_path / "out")
    assert set(rejects) == {path.name for path in source.iterdir()}
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 5 and all(line.startswith("rejected ") for line in told)
    assert not any(ord(c) < 32 or c == "\u202e" for line in told for c in line)
    assert {path.name for path in tmp_path.iterdir()} == {"in", "out"}


def test_metadata_of_wrong_types_are_left_out(tmp_path: Path) -> None:
    wild = [
        None,
        True,
        7,
        -1e400,
        [],
        {},
        [[]],
        [{}],
        {"name": {"name": 1}},
        {"@id": []},
        "\ud800",
        "x" * 100_000,
        ["a", None],
    ]
    for slot in ("title", "date", "author", "publisher", "url", "@type", "@id", "articles"):
        for number, value in enumerate(wild):
            path = tmp_path / f"{slot}{number}.json"
            path.write_text(json.dumps({"text": ENGLISH, slot: value}))
            (item,) = read_articles(path, tmp_path)
            assert isinstance(item, Reject) or item.text.endswith(ENGLISH), (slot, value)


@pytest.mark.parametrize("body", [None, True, [], {}, [1, 2], {"a": "b"}, "", " ", "\u200f\u200b"])
def test_bodies_of_wrong_types_are_refused(tmp_path: Path, body: object) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"title": "Headline", "articleBody": body}))
    (item,) = read_articles(tmp_path / "a.json", tmp_path)
    assert isinstance(item, Reject) and item.stage == "ingest"


# One unit again and again, without a line break: what makes rules that look around themselves slow.
UNITS = (
    *("a", "1", "1,000,", "(", ". ", '"', "-", "&", "1/2/", "و", "ا", "ـ", "😀", "\u200d", "Al ", "H.E. ", "Dr. Ali "),
    *(
        "of the ",
        "China and ",
        "China, ",
        "minister of ",
        "$5 million and ",
        "between 3 and ",
        "hundred and ",
        "billion ",
    ),
    *(
        "3 March 2025, ",
        "وال ",
        "من 5 إلى ",
        "والصين ",
        "الصين، ",
        "وزير ",
        "مئة و",
        "ألف ",
        "مذكرة تفاهم ",
        "سنة ",
        "2025 ",
    ),
)


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    from pipeline.batch.extraction import Extraction
    from pipeline.ingest.draft import Draft, Origin, to_article

    extraction, origin = Extraction(Settings()), Origin("a.txt", "text", "0" * 64)
    extraction.warm_up()

    def extraction_seconds(length: int) -> float:
        article = to_article(Draft(f"Text {unit * (length // len(unit))}"), origin, 0, Limits())
        return seconds(lambda: extraction.outcome(article))

    short, long = extraction_seconds(4_000), extraction_seconds(16_000)
    assert long < 8 * short + 0.5
    assert long < 5
