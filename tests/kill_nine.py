"""Kill a run at random moments, resume it each time, and compare the results with those of a run left alone.

    python tests/kill_nine.py [--kills 100] [--articles 400] [--workers 2] [--seed 1]

Prints how many kills there were and how many runs they interrupted; exit code 1 where a byte differs. Signals go to the
parent process only, as from the kernel's out-of-memory killer: workers have to notice by themselves.
"""

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILES = ("records.jsonl", "rejected.jsonl")


def write_input(folder: Path, articles: int) -> None:
    """A folder of JSONL, a list, and text files, a tenth of them broken."""
    picked = sorted((ROOT / "tests" / "gold" / "articles").glob("*.json"))
    bodies = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in picked] or ["Oman and Kenya signed."]
    texts = [f"{bodies[number % len(bodies)]}\n\nArticle {number}." for number in range(articles)]
    rows = [json.dumps({"text": text}, ensure_ascii=False) if n % 10 else "{broken" for n, text in enumerate(texts)]
    (folder / "small").mkdir(parents=True)
    third = articles // 3
    (folder / "lines.jsonl").write_text("\n".join(rows[:third]), encoding="utf-8")
    for number, text in enumerate(texts[third : 2 * third]):
        (folder / "small" / f"{number}.txt").write_text(text if number % 10 else "", encoding="utf-8")
    (folder / "more.jsonl").write_text("\n".join(rows[2 * third :]), encoding="utf-8")


def command(source: Path, output: Path, workers: int) -> list[str]:
    """The command line of a run that resumes where one was interrupted."""
    arguments = ["extract", str(source), "--output", str(output), "--workers", str(workers), "--resume"]
    return [sys.executable, str(ROOT / "cli.py"), *arguments]


def run_until_done(source: Path, output: Path, workers: int, longest: float, chance: random.Random, left: int) -> int:
    """Start the run again and again, killing it after a random time, until it ends by itself. The number of kills."""
    kills = 0
    while True:
        process = subprocess.Popen(
            command(source, output, workers), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            process.wait(chance.uniform(0.1, longest) if kills < left else None)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            kills += 1
            continue
        if process.returncode not in (0, 1):
            raise SystemExit(f"the run ended with exit code {process.returncode}")
        return kills


def main() -> int:
    """Kill until the wanted number is reached. 1 where results differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance, kills, runs = random.Random(options.seed), 0, 0
    with tempfile.TemporaryDirectory() as temporary:
        source, whole, output = (Path(temporary) / name for name in ("in", "whole", "out"))
        write_input(source, options.articles)
        started = time.monotonic()
        run_until_done(source, whole, options.workers, 0, chance, 0)
        alone = time.monotonic() - started
        while kills < options.kills:
            kills += run_until_done(source, output, options.workers, alone * 0.9, chance, options.kills - kills)
            runs += 1
            for name in FILES:
                if (output / name).read_bytes() != (whole / name).read_bytes():
                    print(f"{name} differs after {kills} kills")
                    return 1
            if (output / ".partial").exists():
                print("an interrupted run was left behind")
                return 1
            shutil.rmtree(output)
    print(
        f"{kills} kills in {runs} runs of {options.articles} articles: the same bytes as a run left alone ({alone:.1f} s)"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
