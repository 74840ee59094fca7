"""Ray against one machine: python tests/benchmarks/cluster.py [--articles 400 4000] [--workers 2] [--rounds 2] prints the rates
of `mithaq extract` and `mithaq cluster` with as many workers on this machine, and the ratio of the two.

The articles are those of batch.py, 300 words each. What starting costs is left out by the difference between the two
sizes; of each size the fastest of the rounds counts, in which both commands take turns. Needs mithaq[ray] and a machine
that does nothing else.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from batch import texts

ROOT = Path(__file__).parents[2]
OPTIONS = {"extract": "--workers", "cluster": "--actors"}


def seconds_of(command: str, source: Path, output: Path, workers: int) -> float:
    """Seconds of a run into a fresh folder. Exits where it fails or does not give a record for each line."""
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
    if run.returncode:
        raise SystemExit(f"{command} failed:\n{run.stderr}")
    counts = json.loads((output / "run.json").read_text())["counts"]
    if counts["records"] != len(source.read_text().splitlines()):
        raise SystemExit(f"{command} gave {counts}")
    return seconds


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs=2, default=[400, 4_000], metavar=("FEW", "MANY"))
    parser.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    few, many = sorted(options.articles)
    best: dict[tuple[str, int], float] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for size in (few, many):
            lines = [json.dumps({"text": text}) + "\n" for text in texts(size)]
            (Path(temporary) / f"{size}.jsonl").write_text("".join(lines))
        for _ in range(options.rounds):
            for size in (few, many):
                for command in OPTIONS:
                    source = Path(temporary) / f"{size}.jsonl"
                    seconds = seconds_of(command, source, Path(temporary) / "out", options.workers)
                    best[command, size] = min(seconds, best.get((command, size), seconds))
    rates = {}
    print(f"{options.workers} workers, {few:,} and {many:,} articles of 300 words, best of {options.rounds}")
    for command in OPTIONS:
        between = best[command, many] - best[command, few]
        rates[command] = (many - few) / between
        told = f"{best[command, few]:.1f} s and {best[command, many]:.1f} s"
        print(
            f"  {command:8} {told:22} {rates[command]:6.1f} articles a second, {rates[command] / options.workers:.1f} a core"
        )
    print(f"cluster / extract: {rates['cluster'] / rates['extract']:.2f} (wanted: 0.75 or more)")


if __name__ == "__main__":
    main()
