"""Ray on one machine against `mithaq extract` with as many workers, start-up left out. Needs mithaq[ray].

    python tests/benchmarks/cluster.py [--quick] [--articles 4000] [--workers 2] [--rounds 2]

The time of a run over few articles is taken off the time of the run over many, as in workers.py; of each size the fastest
of the rounds counts, in which both commands take turns. Not among what `make bench` runs, which does without Ray.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from material import ROOT, generated, options_of, show, write_lines

WORDS, FEW = 300, 200
OPTIONS = {"extract": "--workers", "cluster": "--actors"}


def seconds_of(command: str, source: Path, output: Path, workers: int, articles: int) -> float:
    """Seconds of a run into a fresh folder. Raises RuntimeError where it does not give a record for each article."""
    shutil.rmtree(output, ignore_errors=True)
    line = [
        sys.executable,
        str(ROOT / "cli.py"),
        command,
        str(source),
        "-o",
        str(output),
        OPTIONS[command],
        str(workers),
    ]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    started = time.monotonic()
    run = subprocess.run(line, capture_output=True, text=True, check=False, env=environment)
    seconds = time.monotonic() - started
    facts = output / "run.json"
    if run.returncode or json.loads(facts.read_text())["counts"]["records"] != articles:
        raise RuntimeError(f"mithaq {command} ended with exit code {run.returncode}:\n{run.stderr}")
    return seconds


def main() -> None:
    """Measure and print."""
    options = options_of(__doc__, articles=(4_000, 800), workers=(2, 2), rounds=(2, 1))
    best: dict[tuple[str, int], float] = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        sizes = (FEW, options.articles)
        sources = {size: write_lines(folder / f"{size}.jsonl", generated(size, WORDS)) for size in sizes}
        for _ in range(options.rounds):
            for size, source in sources.items():
                for command in OPTIONS:
                    seconds = seconds_of(command, source, folder / "out", options.workers, size)
                    best[command, size] = min(seconds, best.get((command, size), seconds))
    rates, rows = {}, []
    for command in OPTIONS:
        start, whole = best[command, FEW], best[command, options.articles]
        rates[command] = (options.articles - FEW) / (whole - start)
        rows.append(f"{command} | {rates[command]:.1f} | {rates[command] / options.workers:.1f} | {whole:.0f}")
    show("command | articles a second | for each core | seconds with start-up", *rows)
    show(
        "measure | measured | wanted",
        f"cluster against extract | {rates['cluster'] / rates['extract']:.2f} times | at least 0.75 times",
        note=f"{options.articles:,} generated articles of about {WORDS} words in one JSONL file, {options.workers} workers.",
    )


if __name__ == "__main__":
    main()
