"""The batch job: python tests/benchmarks/batch.py [--articles 1000 10000] prints rates with one and two workers, the memory
of parent and workers at each size, and how fast an unchanged folder is passed over.

The articles are the gold ones cut to 300 words, numbered so that no two are the same. Rates leave the start of the
workers out, by the difference between the smallest and the other sizes. Memory is the highest resident size that the
kernel saw (VmHWM).
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


def texts(count: int) -> list[str]:
    """`count` articles of 300 words, both languages in turn."""
    gold = sorted((ROOT / "tests" / "gold" / "articles").glob("*.json"))
    bodies = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in gold]
    bodies = [
        body for pair in zip(bodies[: len(bodies) // 2], bodies[len(bodies) // 2 :], strict=False) for body in pair
    ]
    return [f"{first_words(bodies[number % len(bodies)])}\n\n({number})" for number in range(count)]


def first_words(body: str, count: int = 300) -> str:
    """The beginning of a text, its lines kept."""
    end, left = 0, count
    for line in body.splitlines(keepends=True):
        left -= len(line.split())
        end += len(line)
        if left <= 0:
            break
    return body[:end]


def peak(process: int) -> float:
    """Highest resident size of a process so far, in MB; 0 where it is gone."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def timed(source: Path, output: Path, workers: int, *options: str) -> tuple[float, float, float]:
    """Seconds of a run, and the peak of its parent and of its largest worker in MB."""
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
    started, parent, worker = time.monotonic(), 0.0, 0.0
    process = subprocess.Popen([*command, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        parent = max(parent, peak(process.pid))
        try:
            children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        except OSError:
            children = []
        worker = max([worker, *(peak(int(child)) for child in children)])
        time.sleep(0.1)
    return time.monotonic() - started, parent, worker


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[200, 1_000, 5_000])
    sizes = sorted(parser.parse_args().articles)
    print(f"{'articles':>9} {'workers':>7} {'seconds':>8} {'a second':>8} {'parent MB':>9} {'worker MB':>9}")
    with tempfile.TemporaryDirectory() as temporary:
        base: dict[int, float] = {}
        for size in sizes:
            source = Path(temporary) / f"{size}.jsonl"
            source.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts(size)))
            for workers in (1, 2):
                seconds, parent, worker = timed(source, Path(temporary) / f"{size}-{workers}", workers, "--force")
                start = base.setdefault(workers, seconds)
                rate = (size - sizes[0]) / (seconds - start) if size > sizes[0] else 0.0
                told = f"{rate:8.1f}" if rate else "       -"
                print(f"{size:>9,} {workers:>7} {seconds:>8.1f} {told} {parent:>9.0f} {worker:>9.0f}", flush=True)
        folder = Path(temporary) / "folder"
        folder.mkdir()
        for number, text in enumerate(texts(sizes[-1])):
            (folder / f"{number}.txt").write_text(text[:400], encoding="utf-8")
        output = Path(temporary) / "unchanged"
        timed(folder, output, 2)
        timed(folder, output, 2)
        seconds = json.loads((output / "run.json").read_text())["seconds"]["total"]
        print(f"unchanged folder: {sizes[-1] / seconds:,.0f} articles a second passed over")


if __name__ == "__main__":
    main()
