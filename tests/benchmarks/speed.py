"""Speed and memory: python tests/benchmarks/speed.py [FOLDER] prints articles a second, seconds per stage, start-up, memory.

The articles are the gold ones (about 370 words each) unless a folder of articles is given. Pinned to one core where the
system allows it. Start-up to the first record is a fresh process, from the command to its record on standard output.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from models import Article
from pipeline.agreements.find import find_agreements
from pipeline.dates.find import find_dates
from pipeline.entities.find import find_entities
from pipeline.figures.find import find_figures
from pipeline.ingest.read import read_articles
from pipeline.mapping import to_record
from pipeline.parties.find import find_parties
from pipeline.run import Options
from pipeline.segment import read_document

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "gold"))
from gate import ARTICLES, as_article  # noqa: E402

ROUNDS = 5


def stages(article: Article, options: Options, seconds: Counter[str]) -> None:
    """The hops of run.extract_article, each timed."""
    clock = time.perf_counter

    def lap(name: str, since: float) -> float:
        now = clock()
        seconds[name] += now - since
        return now

    at = clock()
    document = read_document(article, options.published, options.language)
    at = lap("segment", at)
    entities = find_entities(document, options.engines)
    at = lap("entities", at)
    dates = find_dates(document)
    at = lap("dates", at)
    figures = find_figures(document, dates)
    at = lap("figures", at)
    places, parties = find_parties(document, entities)
    at = lap("parties", at)
    agreements = find_agreements(document, dates, figures, places, parties)
    at = lap("agreements", at)
    record = to_record(document, options.engines.names, dates, figures, places, parties, agreements)
    at = lap("mapping", at)
    record.model_dump_json()
    lap("output", at)


def start_up() -> float:
    """Seconds from the command to the first record, in a fresh process."""
    text = "Oman and Qatar signed a memorandum of understanding worth $5 million in Muscat on 3 May 2025."
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "cli.py", "extract", "-"], input=text, text=True, check=True, capture_output=True, cwd=ROOT
    )
    return time.perf_counter() - began


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    folder = parser.parse_args().folder
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    if folder:
        articles = [
            item for path in sorted(folder.rglob("*")) if path.is_file() for item in read_articles(path, folder)
        ]
        articles = [item for item in articles if isinstance(item, Article)]
    else:
        articles = [
            as_article(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(ARTICLES.glob("*.json"))
        ]
    options = Options()
    for article in articles:  # loads models, warms caches
        stages(article, options, Counter())
    seconds: Counter[str] = Counter()
    for _ in range(ROUNDS):
        for article in articles:
            stages(article, options, seconds)
    number, words = ROUNDS * len(articles), ROUNDS * sum(len(article.text.split()) for article in articles)
    total = sum(seconds.values())
    print(f"{len(articles)} articles, {words / number:.0f} words each, {ROUNDS} rounds, one core")
    for stage, spent in seconds.items():
        print(f"  {stage:12}{1000 * spent / number:8.2f} ms an article {spent / total:6.1%}")
    print(f"  {'whole':12}{1000 * total / number:8.2f} ms an article")
    print(
        f"{number / total:.1f} articles a second · {words / seconds['entities']:,.0f} words a second in the NER · whole/NER {total / seconds['entities']:.2f}"
    )
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    print(f"start-up to the first record {min(start_up() for _ in range(3)):.2f} s")


if __name__ == "__main__":
    main()
