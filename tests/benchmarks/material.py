"""What the benchmarks share: their articles, the timing of functions and of runs of the command, and tables."""

import argparse
import datetime
import gc
import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

import regex

from models import Article, Source

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold" / "articles"
_WORD = regex.compile(r"\S+")
_PARAGRAPH_END = regex.compile(r"(?<=[.؟!])$|\Z", regex.MULTILINE)


def gold() -> list[dict[str, Any]]:
    """The annotated articles, English and Arabic in turn."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json"))]
    by_language = [[article for article in found if article["id"].startswith(lang)] for lang in ("en", "ar")]
    return [article for article in chain(*zip_longest(*by_language)) if article]


def generated(count: int, words: int) -> Iterator[dict[str, str]]:
    """`count` articles of about `words` words with their dates, as JSON objects: the beginnings of the annotated ones in
    turn, each paragraph with a number at its end, so that none is met twice and no cache helps."""
    originals = gold()
    for number in range(count):
        original = originals[number % len(originals)]
        text = original["text"]
        ends = [word.end() for word in _WORD.finditer(text)]
        opening = text[: ends[min(words, len(ends)) - 1]]
        yield {
            "text": _PARAGRAPH_END.sub(f" ({number})", opening),
            "date": original["published"] or "",
        }


def as_article(made: dict[str, str]) -> Article:
    """A generated article as ingest would read it."""
    source = Source(path="made.json", format="json", sha256=hashlib.sha256(made["text"].encode()).hexdigest())
    published = datetime.date.fromisoformat(made["date"]) if made["date"] else None
    return Article(source=source, text=made["text"], published=published)


def write_lines(path: Path, objects: Iterable[dict[str, Any]]) -> Path:
    """A JSONL file of articles or records."""
    with path.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(each, ensure_ascii=False) + "\n" for each in objects)
    return path


def options_of(doc: str | None, words: Sequence[str] = (), **numbers: tuple[int, int]) -> argparse.Namespace:
    """The options of a benchmark: --quick, those in `words`, and numbers with their defaults, the second for --quick."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer articles: figures that only show that it runs")
    for name, (full, quick) in numbers.items():
        parser.add_argument(f"--{name}", type=int, help=f"default {full}, with --quick {quick}")
    for name in words:
        parser.add_argument(f"--{name}")
    options = parser.parse_args()
    for name, defaults in numbers.items():
        if getattr(options, name) is None:
            setattr(options, name, defaults[options.quick])
    return options


def on_one_core() -> None:
    """Keep this process on one core, where the system allows it."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def words_a_second(
    work: Callable[[Any], object], items: Sequence[Any], text_of: Callable[[Any], str], budget: float
) -> float:
    """Words that `work` reads in a second of processor time: the first item is done once before, and not counted; the
    others one after another until `budget` seconds are used."""
    work(items[0])
    gc.freeze()  # as workers do
    words, started = 0, time.process_time()
    for item in items[1:]:
        work(item)
        words += len(text_of(item).split())
        if time.process_time() - started > budget:
            break
    return words / (time.process_time() - started)


def peak(process: int) -> float:
    """Highest resident size of a process so far, in MB; 0 where it is gone."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def extract(source: Path, output: Path, workers: int) -> tuple[float, float, float]:
    """Seconds that `mithaq extract` takes by its own clock, and the peak of its parent and of its largest worker in MB."""
    command = [
        sys.executable,
        str(ROOT / "cli.py"),
        "extract",
        str(source),
        "-o",
        str(output),
        "--workers",
        str(workers),
    ]
    parent = worker = 0.0
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        parent = max(parent, peak(process.pid))
        try:
            children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        except OSError:
            children = []
        worker = max([worker, *(peak(int(child)) for child in children)])
        time.sleep(0.1)
    if process.returncode:
        raise RuntimeError(f"mithaq extract ended with exit code {process.returncode}")
    return json.loads((output / "run.json").read_text())["seconds"]["total"], parent, worker


def show(head: str, *rows: str, note: str = "") -> None:
    """Print a table in Markdown; cells are parted by |."""
    print(f"\n| {head} |\n|{'---|' * (head.count('|') + 1)}")
    print("\n".join(f"| {row} |" for row in rows))
    print(f"\n{note}" if note else "", flush=True)
