"""The review page as a file: what it carries, what it leaves out, what cannot break out of it. tests/browser opens it."""

import base64
import gzip
import hashlib
import html
import json
import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import written
from hypothesis import given
from hypothesis import strategies as st

from models.record import spans_in
from pipeline.commands import review
from pipeline.errors import OutputError
from pipeline.review.page import page, write_page
from pipeline.review.payload import CHUNK, chunks, compact, index, safe_json


def opened(packed: str) -> list[dict[str, Any]]:
    return json.loads(gzip.decompress(base64.b64decode(packed)))


@given(st.recursive(st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_in_a_script_reads_back_and_cannot_end_it(value: Any) -> None:
    written_json = safe_json(value)
    assert json.loads(written_json) == value
    assert not re.search("[<>&\u2028\u2029]", written_json)


def test_a_lone_surrogate_does_not_stop_the_page() -> None:
    assert safe_json("\ud83d") == '"\\ud83d"'


@pytest.mark.parametrize("record", [written.english(), written.arabic()], ids=["english", "arabic"])
def test_a_compact_record_keeps_every_place_and_no_quote_twice(record: Any) -> None:
    small = json.dumps(compact(record))
    places = {(span.start, span.end) for span in spans_in(record)}

    def found(value: Any) -> set[tuple[int, int]]:
        if isinstance(value, list) and len(value) == 2 and all(isinstance(end, int) for end in value):
            return {(value[0], value[1])}
        if isinstance(value, dict):
            own = {(value["start"], value["end"])} if "start" in value else set()
            return own.union(*map(found, value.values()))
        return set().union(*map(found, value)) if isinstance(value, list) else set()

    kept = {name: value for name, value in json.loads(small).items() if name != "segments"}
    assert found(kept) == places
    assert "null" not in small
    assert len(small) < 0.75 * len(json.dumps(record.model_dump(mode="json")))


def test_records_come_in_chunks_in_their_order() -> None:
    records = written.many(CHUNK + 3)
    first, second = map(opened, chunks(records))
    assert [record["source"]["path"] for record in first + second] == [record.source.path for record in records]
    assert len(second) == 3


def test_names_of_parties_stand_once_in_the_index() -> None:
    entries = index([written.english("a"), written.arabic(), written.english("b")])
    assert len(entries["parties"]) == len(set(entries["parties"])) == 7
    assert entries["articles"][0]["parties"] == entries["articles"][2]["parties"]


def test_the_policy_names_the_hashes_of_the_one_script_and_style() -> None:
    written_page = page([written.hostile()])
    policy = html.unescape(re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', written_page)[0])
    [style] = re.findall(r"<style>(.*?)</style>", written_page, re.DOTALL)
    scripts = re.findall(r"<script([^>]*)>(.*?)</script>", written_page, re.DOTALL)
    running = [body for attributes, body in scripts if "application/json" not in attributes]
    assert len(running) == 1
    for content in (style, *running):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert "http:" not in policy
    assert "https:" not in policy


def test_the_page_says_everything_in_both_languages() -> None:
    here = files("pipeline.review")
    words = json.loads(here.joinpath("words.json").read_text(encoding="utf-8"))
    sources = [path.read_text(encoding="utf-8") for path in here.joinpath("script").iterdir()]
    sources.append(here.joinpath("page.html").read_text(encoding="utf-8"))
    code = "\n".join(sources)
    for key, (english, arabic) in words.items():
        assert set(re.findall(r"\{\w+\}", english)) == set(re.findall(r"\{\w+\}", arabic)), key
        assert "|" not in english or (english.count("|"), arabic.count("|")) == (1, 5), key
        literal = key in re.findall(r"""["'`]([\w.]+)["'`]""", code)
        assert literal or f"`{key.partition('.')[0]}.${{" in code, f"{key} is never said"
    said = re.findall(r"""(?:say|counted)\((?:[^()"`]*, )?"([\w.]+)\"""", code) + re.findall(
        r'data-say[-a-z]*="([^"]+)"', code
    )
    assert len(said) > 60
    assert set(said) <= words.keys()


class Tags(HTMLParser):
    """Every start tag with the names of its attributes."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: list[tuple[str, list[str]]] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, [name for name, _ in attrs]))


def test_a_hostile_article_adds_no_element_and_no_attribute() -> None:
    assert Tags(page([written.hostile()])).found == Tags(page([written.english()])).found


def test_the_page_needs_no_network_and_no_inline_style() -> None:
    head, script = page([written.english()]).split("<body>")[0], page([written.english()])
    assert not re.search(
        r"""(?:src|href)\s*=\s*["'](?!#)""", re.sub(r"<script.*?</script>", "", script, flags=re.DOTALL)
    )
    assert "@import" not in head
    assert "url(" not in head
    assert not re.search(r"<[^>]+\sstyle=", script)


def test_the_same_records_make_the_same_page() -> None:
    assert page([written.english(), written.arabic()]) == page([written.english(), written.arabic()])


def test_what_cannot_be_reviewed_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bare = written.english().model_copy(update={"text": None})
    with pytest.raises(OutputError, match="--no-text"):
        write_page([bare], tmp_path / "page.html")
    (tmp_path / "empty.jsonl").write_text("", encoding="utf-8")
    assert review(tmp_path / "empty.jsonl", tmp_path / "page.html") == 1
    assert "no records" in capsys.readouterr().err
    assert not (tmp_path / "page.html").exists()


def test_the_command_writes_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "records.jsonl").write_text(written.arabic().model_dump_json() + "\n", encoding="utf-8")
    assert review(tmp_path, tmp_path / "sub" / "page.html") == 0
    assert "1 record to review" in capsys.readouterr().out
    assert (tmp_path / "sub" / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")
