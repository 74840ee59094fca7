"""A folder to JSONL: order, identity, what is reused, what a crash leaves, and what one bad article costs."""

import errno
import json
import logging
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import poison
import pytest

from models.record import Record
from pipeline import run
from pipeline.batch import folder, ledger, pool
from pipeline.batch.extraction import Outcome, Settings
from pipeline.batch.folder import Summary, extract_folder
from pipeline.batch.plan import Plan
from pipeline.batch.progress import Progress
from pipeline.batch.worklist import find_work
from pipeline.document import Document
from pipeline.errors import OutputError
from pipeline.mapping import to_record
from pipeline.segment import read_document

TEXTS = [
    f"Oman and Kenya signed agreement number {n} on ports.\n\nوقعت مصر والصين الاتفاقية رقم {n}.\n" for n in range(40)
]


REAL = run.extract_article


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process articles are only segmented (workers do the real thing); every step is synced to disk."""
    monkeypatch.setattr(run, "extract_article", segmented)
    monkeypatch.setattr(ledger, "_CHECKPOINT", 0.0)


def segmented(article: Any, options: Any) -> Record:
    if "RAISES" in article.text:
        raise ZeroDivisionError(f"at {object()!r}")
    document: Document = read_document(article, options.published, options.language)
    return to_record(document, {"en": "none", "ar": "none"}, [], [], [], [], [])


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    root = tmp_path / "in"
    for number, text in enumerate(TEXTS[:12]):
        write(root / f"part{number % 3}" / f"a{number}.txt", text)
    write(
        root / "lines.jsonl", "".join(json.dumps({"text": text}) + "\n" for text in [*TEXTS[12:20], "", *TEXTS[20:30]])
    )
    write(root / "list.json", json.dumps([{"text": text} for text in [*TEXTS[30:35], " ", *TEXTS[35:]]]))
    write(root / "empty.txt", "")
    return root


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def results(output: Path) -> tuple[bytes, bytes]:
    return (output / "records.jsonl").read_bytes(), (output / "rejected.jsonl").read_bytes()


def records(output: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (output / "records.jsonl").read_text().splitlines()]


def rejects(output: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (output / "rejected.jsonl").read_text().splitlines()]


def extract(source: Path, output: Path, progress: Progress | None = None, **plan: Any) -> Summary:
    return extract_folder([source], output, Settings(), Plan(**plan), progress)


def test_records_stand_in_the_order_of_the_input(articles: Path, tmp_path: Path) -> None:
    summary = extract(articles, tmp_path / "out")
    found = [(record["source"]["path"], record["source"]["index"]) for record in records(tmp_path / "out")]
    assert found == sorted(found)
    assert [Record.model_validate(record) for record in records(tmp_path / "out")]
    assert [(row["path"], row["index"]) for row in rejects(tmp_path / "out")] == [
        ("empty.txt", 0),
        ("lines.jsonl", 8),
        ("list.json", 5),
    ]
    assert (summary.counts["records"], summary.counts["rejected"], summary.exit_code) == (40, 3, 1)
    facts = json.loads((tmp_path / "out" / "run.json").read_text())
    assert facts["counts"]["records"] == 40 and facts["engines"] == {"en": "none", "ar": "none"}
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "manifest.jsonl",
        "records.jsonl",
        "rejected.jsonl",
        "run.json",
    ]


def test_any_number_of_workers_gives_the_same_bytes(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "extract_article", REAL)
    outputs = []
    for workers in (0, 1, 2):
        outputs.append(tmp_path / f"out{workers}")
        extract(articles, outputs[-1], workers=workers)
    assert results(outputs[0]) == results(outputs[1]) == results(outputs[2])
    assert len(records(outputs[0])) == 40


def test_an_unchanged_folder_is_not_read_again(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "out"
    extract(articles, output)
    before = results(output)
    with monkeypatch.context() as patch:
        patch.setattr(run, "extract_article", None)  # would fail if it were called
        summary = extract(articles, output)
    assert summary.counts["reused"] == 43 and summary.counts["records"] == 40
    assert results(output) == before


def test_only_what_is_new_or_changed_is_read_again(articles: Path, tmp_path: Path) -> None:
    output, fresh = tmp_path / "out", tmp_path / "fresh"
    extract(articles, output)
    (articles / "part0" / "a0.txt").unlink()
    write(articles / "part1" / "a1.txt", "Now the text is another one.")
    write(articles / "part1" / "b.txt", "This article is new.")
    write(articles / "empty.txt", "No longer empty.")
    summary = extract(articles, output)
    extract(articles, fresh)
    assert results(output) == results(fresh)
    assert summary.counts["reused"] == 40
    assert summary.articles == 44 - 1


def test_another_pipeline_or_setting_reads_everything_anew(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "out"
    extract(articles, output)
    assert extract(articles, output, force=True).counts["reused"] == 0
    assert extract_folder([articles], output, Settings(with_text=False)).counts["reused"] == 0
    assert extract_folder([articles], output, Settings(with_text=False)).counts["reused"] == 43
    monkeypatch.setattr(folder, "fingerprint", lambda settings: "another version")
    assert extract_folder([articles], output, Settings(with_text=False)).counts["reused"] == 0


def test_results_that_were_tampered_with_are_not_reused(articles: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    extract(articles, output)
    before = results(output)
    write(output / "records.jsonl", before[0].replace(b"Oman", b"Iran", 1))
    assert 0 < extract(articles, output).counts["reused"] < 43
    assert results(output) == before


class Interrupting(Progress):
    """Stops the run, as Ctrl-C does, after some articles."""

    def __init__(self, after: int, error: type[BaseException] = KeyboardInterrupt) -> None:
        super().__init__()
        self._left, self._error = after, error

    def outcome(self, outcome: Outcome) -> None:
        super().outcome(outcome)
        self._left -= 1
        if self._left < 0:
            raise self._error


def test_an_interrupted_run_goes_on_where_it_stopped(articles: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    extract(articles, whole)
    for after in range(0, 43, 3):
        output = tmp_path / f"out{after}"
        with pytest.raises(KeyboardInterrupt):
            extract(articles, output, Interrupting(after))
        assert not (output / "records.jsonl").exists()
        summary = extract(articles, output, resume=True)
        assert results(output) == results(whole)
        assert summary.articles == 43
        assert after - 13 <= summary.counts["resumed"] <= after  # a list of 11 articles is one step


def test_every_step_may_be_interrupted(articles: Path, tmp_path: Path) -> None:
    whole, output = tmp_path / "whole", tmp_path / "out"
    extract(articles, whole)
    for _ in range(60):
        try:
            extract(articles, output, Interrupting(12), resume=True)
            break
        except KeyboardInterrupt:
            continue
    assert results(output) == results(whole)


def test_without_resume_an_interrupted_run_is_started_anew(articles: Path, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        extract(articles, tmp_path / "out", Interrupting(20))
    assert extract(articles, tmp_path / "out").counts["resumed"] == 0
    assert extract(articles, tmp_path / "new", resume=True).articles == 43


def test_resuming_after_the_input_changed(articles: Path, tmp_path: Path) -> None:
    output, fresh = tmp_path / "out", tmp_path / "fresh"
    with pytest.raises(KeyboardInterrupt):
        extract(articles, output, Interrupting(35))
    write(articles / "lines.jsonl", json.dumps({"text": "Another article altogether."}))
    write(articles / "abc.txt", "A new article before all others.")
    extract(articles, output, resume=True)
    extract(articles, fresh)
    assert results(output) == results(fresh)


def damaged(partial: Path) -> Iterator[str]:
    """What a power cut may leave of the files of a run."""
    originals = {path: path.read_bytes() for path in partial.iterdir()}
    for name in ("records.jsonl", "rejected.jsonl", "manifest.jsonl"):
        data = originals[partial / name]
        for what, left in {
            "half a line more": data + b'{"number": 0, "na',
            "zeros at the end": data + bytes(500),
            "cut in the middle": data[: len(data) // 2],
            "a byte changed": data[: len(data) // 2] + b"\x00" + data[len(data) // 2 + 1 :],
            "nothing": b"",
        }.items():
            for path, content in originals.items():
                path.write_bytes(content)
            (partial / name).write_bytes(left)
            yield f"{name}: {what}"


def test_what_a_power_cut_damages_is_done_again(articles: Path, tmp_path: Path) -> None:
    import shutil

    whole, output, saved = tmp_path / "whole", tmp_path / "out", tmp_path / "saved"
    extract(articles, whole)
    with pytest.raises(KeyboardInterrupt):
        extract(articles, saved, Interrupting(33))
    for what in damaged(saved / ".partial"):
        shutil.copytree(saved, output)
        extract(articles, output, resume=True)
        assert results(output) == results(whole), what
        shutil.rmtree(output)


def test_a_crash_while_the_results_are_put_in_place_loses_nothing(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output, fresh = tmp_path / "out", tmp_path / "fresh"
    extract(articles, output)
    write(articles / "zz.txt", "One more article.")
    extract(articles, fresh)
    real, calls = Path.replace, iter(range(100))

    def crash(self: Path, target: Path) -> Path:
        if next(calls) == 1:
            raise KeyboardInterrupt
        return real(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", crash)
        with pytest.raises(KeyboardInterrupt):
            extract(articles, output)
    summary = extract(articles, output)
    assert results(output) == results(fresh)
    assert summary.counts["reused"] == 44


def test_a_full_disk_is_told_and_loses_nothing(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, output, real = tmp_path / "whole", tmp_path / "out", os.write
    extract(articles, whole)
    room = 9_000

    def write_while_there_is_room(descriptor: int, data: Any) -> int:
        nonlocal room
        if not room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written = real(descriptor, data[:room])
        room -= written
        return written

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", write_while_there_is_room)
        with pytest.raises(OutputError, match="No space left"):
            extract(articles, output)
    assert extract(articles, output, resume=True).counts["resumed"] > 0
    assert results(output) == results(whole)


def test_two_runs_do_not_write_to_one_folder(articles: Path, tmp_path: Path) -> None:
    first = ledger.Ledger(tmp_path / "out", "", False, False, None)
    with pytest.raises(OutputError, match="another run"):
        extract(articles, tmp_path / "out")
    first.close()
    extract(articles, tmp_path / "out")


def test_a_poisonous_article_costs_itself_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_work", poison.work)
    texts = [f"Agreement number {n}." for n in range(24)]
    texts[3] += " KILLS"
    texts[4] += " EXITS"
    texts[9] += " HANGS"
    texts[13] += " RAISES"
    texts[14] += " FILLS"
    source = tmp_path / "in"
    write(source / "a.json", json.dumps([{"text": text} for text in texts]))
    write(source / "b.jsonl", "\n".join(json.dumps({"text": text}) for text in texts))
    write(source / "c.txt", "Alone in its file. KILLS")
    output = tmp_path / "out"
    extract(source, output, workers=2, timeout=2.0)
    assert [(record["source"]["path"], record["source"]["index"]) for record in records(output)] == [
        (name, index) for name in ("a.json", "b.jsonl") for index in range(24) if index not in (3, 4, 9, 13, 14)
    ]
    reasons = [(row["path"], row["index"], row["reason"]) for row in rejects(output)]
    assert reasons == [
        (name, index, reason)
        for name in ("a.json", "b.jsonl")
        for index, reason in (
            (3, "the process that read it died (signal SIGKILL)"),
            (4, "the process that read it died (exit code 3)"),
            (9, "took longer than 2 seconds"),
            (13, "internal error, please report it: ZeroDivisionError: poison"),
            (14, "internal error, please report it: MemoryError: "),
        )
    ] + [("c.txt", 0, "the process that read it died (signal SIGKILL)")]


def test_a_bug_is_a_reject_with_its_traceback_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger("mithaq"), "propagate", True)
    source = tmp_path / "in"
    write(source / "a.txt", "It RAISES an error.")
    write(source / "b.txt", "This one is fine.")
    summary = extract(source, tmp_path / "out")
    assert (summary.counts["records"], summary.counts["rejected"]) == (1, 1)
    assert rejects(tmp_path / "out")[0]["reason"] == (
        "internal error, please report it: ZeroDivisionError: at <object object at 0x>"
    )
    assert "Traceback" in caplog.text and "ZeroDivisionError" in caplog.text


def test_a_limit_counts_articles_across_files(articles: Path, tmp_path: Path) -> None:
    for limit in (1, 5, 12, 25, 43, 100):
        summary = extract(articles, tmp_path / f"out{limit}", limit=limit)
        assert summary.articles == min(limit, 43)
    extract(articles, tmp_path / "out5")
    extract(articles, tmp_path / "whole")
    assert results(tmp_path / "out5") == results(tmp_path / "whole")


def children(process: int) -> list[int]:
    return [int(pid) for pid in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc to see the workers")
def test_a_terminated_command_ends_its_workers_and_can_go_on(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", "".join(json.dumps({"text": text}) + "\n" for text in TEXTS * 10))
    command = [
        sys.executable,
        str(Path(folder.__file__).parents[2] / "cli.py"),
        "extract",
        str(source),
        "--workers",
        "2",
    ]
    process = subprocess.Popen([*command, "--output", str(tmp_path / "out")], stderr=subprocess.PIPE, text=True)
    manifest = tmp_path / "out" / ".partial" / "manifest.jsonl"
    deadline = time.monotonic() + 60
    while not (manifest.exists() and manifest.read_text().count("\n") > 1) and time.monotonic() < deadline:
        time.sleep(0.05)
    workers = children(process.pid)
    process.terminate()
    told = process.communicate(timeout=30)[1]
    assert process.returncode == 143 and "--resume" in told
    deadline = time.monotonic() + 10
    while (left := [pid for pid in workers if Path(f"/proc/{pid}").exists()]) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert len(workers) >= 2 and not left
    done = subprocess.run([*command, "--output", str(tmp_path / "out"), "--resume"], capture_output=True, check=True)
    assert b"400 records" in done.stdout
    facts = json.loads((tmp_path / "out" / "run.json").read_text())
    assert facts["counts"]["resumed"] > 0
    indexes = [record["source"]["index"] for record in records(tmp_path / "out")]
    assert indexes == list(range(400))


# The work list


def names(*inputs: Path, **options: Any) -> list[tuple[str, str | None]]:
    return [(work.name, work.refusal or work.skipped) for work in find_work(inputs, **options)]


def test_folders_are_listed_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", "a.txt", "a-b/x.txt", "Z.md", "ا.txt", "a/b/d.jsonl.gz"):
        write(tmp_path / name, "x")
    found = [name for name, _ in names(tmp_path)]
    assert found == sorted(found) == ["Z.md", "a-b/x.txt", "a.txt", "a/b/d.jsonl.gz", "a/c.txt", "b.txt", "ا.txt"]


def test_what_is_no_article_is_passed_over_in_folders_and_refused_when_named(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt", "One.")
    picture = write(tmp_path / "in" / "b.png", "x")
    write(tmp_path / "in" / ".hidden.txt", "x")
    write(tmp_path / "in" / ".git" / "c.txt", "x")
    write(tmp_path / "in" / "out" / "records.jsonl", "{}")
    assert names(tmp_path / "in", exclude=tmp_path / "in" / "out") == [
        (".git", "hidden folder"),
        (".hidden.txt", "hidden file"),
        ("a.txt", None),
        ("b.png", "unsupported format"),
        ("out", "output folder"),
    ]
    summary = extract_folder([picture], tmp_path / "out", Settings())
    assert summary.counts["rejected"] == 1
    assert "unsupported format" in rejects(tmp_path / "out")[0]["reason"]


def test_results_in_the_input_folder_are_not_read_as_input(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "One.")
    write(tmp_path / "sub" / "run.json", '{"text": "Not a result."}')
    for _ in range(2):
        assert extract(tmp_path, tmp_path).counts["records"] == 2


def test_links_are_followed_only_inside_the_input(tmp_path: Path) -> None:
    root = tmp_path / "in"
    write(root / "a.txt", "x")
    write(root / "sub" / "b.txt", "x")
    write(tmp_path / "secret" / "s.txt", "x")
    for name, target in {
        "inside.txt": root / "a.txt",
        "loop.txt": root / "loop.txt",
        "nothing.txt": root / "gone.txt",
        "out.txt": tmp_path / "secret" / "s.txt",
        "outfolder": tmp_path / "secret",
        "sub/up": root,
        "twice": root / "sub",
    }.items():
        (root / name).symlink_to(target)
    told = {name: reason and reason.partition(":")[0] for name, reason in names(root)}
    assert told == {
        "a.txt": None,
        "inside.txt": None,
        "loop.txt": "symbolic link loop",
        "nothing.txt": "symbolic link to nothing",
        "out.txt": "symbolic link out of the input folder",
        "outfolder": "symbolic link out of the input folder",
        "sub/b.txt": None,
        "sub/up": "symbolic link loop",
        "twice": "symbolic link to a folder that is read anyway",
    }
    followed = dict(names(root, follow_links=True))
    assert followed["outfolder/s.txt"] is None and followed["out.txt"] is None
    assert followed["sub/up"] is not None


def test_an_input_inside_another_is_read_once(tmp_path: Path) -> None:
    inner = write(tmp_path / "in" / "sub" / "a.txt", "x")
    other = write(tmp_path / "b.txt", "x")
    assert names(tmp_path / "in", inner, other, tmp_path / "in", inner.parent) == [("sub/a.txt", None), ("b.txt", None)]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable for root")
def test_what_may_not_be_read_is_refused(tmp_path: Path) -> None:
    locked = write(tmp_path / "in" / "a.txt", "x")
    locked.chmod(0)
    write(tmp_path / "in" / "sub" / "b.txt", "x")
    (tmp_path / "in" / "sub").chmod(0)
    extract(tmp_path / "in", tmp_path / "out")
    assert [row["path"] for row in rejects(tmp_path / "out")] == ["a.txt", "sub"]
    (tmp_path / "in" / "sub").chmod(0o755)


def test_permission_denied_is_a_reject(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "in" / "a.txt", "x")
    write(tmp_path / "in" / "b.txt", "Two.")
    real = Path.open

    def refuse(self: Path, *arguments: Any, **named: Any) -> Any:
        if self.name == "a.txt":
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(self, *arguments, **named)

    monkeypatch.setattr(Path, "open", refuse)
    assert extract(tmp_path / "in", tmp_path / "out").counts["records"] == 1
    assert rejects(tmp_path / "out") == [
        {"path": "a.txt", "index": None, "stage": "ingest", "reason": "permission denied"}
    ]
