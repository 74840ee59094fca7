"""Mutated inputs of every format: each must become records or rejects, and nothing else, in bounded time.

    python tests/fuzz/mutate.py [--inputs 10000] [--seed 0] [--pipeline]

Starts from the files of tests/fuzz/corpus and changes their bytes at random, always in the same way for a seed. With
--pipeline every article goes through all stages. An input that raises, is an internal error or takes more than ten
seconds is written to tests/fuzz/failures; put it into the corpus with its mending.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
CORPUS = sorted(path for path in (FOLDER / "corpus").rglob("*") if path.is_file())
SLOW = 10.0  # seconds

# What parsers trip over: marks, controls, brackets, halves of characters, numbers at the edge of their type.
TOKENS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xd8", b"\xc7\xe1", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\xe2\x80\x8f", b"\xd9\x8b", b"\xd9\x80" * 9,
    b"\n", b"\r", b"\x0b", b"\x1c", b"\x85", b"\xe2\x80\xa8", b"{", b"}", b"[", b"]", b'"', b"\\ud800", b"\\u0000", b"null", b"1e999", b"-0",
    b"9" * 400, b"<", b">", b"</p>", b"<!--", b"-->", b"<![CDATA[", b"&#0;", b"&#x110000;", b"&amp", b"<script>", b"<meta charset=utf-16>",
    b"0/0", b"99/99/9999", b"0000-00-00", b"31 February 2025", b"30 \xd9\x81\xd8\xa8\xd8\xb1\xd8\xa7\xd9\x8a\xd8\xb1", b"29 February 2023",
    b"Q9 2025", b"1,,3", b"1.2.3", b"$", b"%", b"\xe2\x82\xac", b"0 million", b"zero", b"-5%", b"and and", b"\xd9\x88\xd9\x88\xd9\x88", b"between",
    b"from 9 to 1", b"\xd9\x85\xd9\x86 9 \xd8\xa5\xd9\x84\xd9\x89 1", b"1446", b"15 Ramadan 1500", b"year 0", b"9999", b"(", b")" * 20, b"." * 50, b"  " * 50,
)  # fmt: skip


def mutated(data: bytes, chance: random.Random) -> bytes:
    """`data` with one to eight random changes."""
    for _ in range(chance.randint(1, 8)):
        at, length = chance.randrange(len(data) + 1), min(chance.choice((1, 2, 4, 16, 64, 512)), 512)
        piece = data[at : at + length]
        change = chance.randrange(7)
        if change == 0:
            data = data[:at] + data[at + length :]
        elif change == 1:
            data = data[:at] + chance.choice(TOKENS) + data[at:]
        elif change == 2:
            data = data[:at] + chance.choice(TOKENS) + data[at + length :]
        elif change == 3:
            data = data[:at] + piece * chance.choice((2, 3, 40)) + data[at + length :]
        elif change == 4:
            data = data[:at] + chance.randbytes(min(4, length)) + data[at + min(4, length) :]
        elif change == 5:
            other = chance.randrange(len(data) + 1)
            data = data[:at] + data[other : other + length] + data[at:]
        else:
            data = data[:at]
    return data


def inputs(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """`count` mutated files, each with a name that tells its format, the files of the corpus in turn."""
    chance = random.Random(seed)
    for number in range(count):
        origin = CORPUS[number % len(CORPUS)]
        yield f"{number}-{origin.name}", mutated(origin.read_bytes(), chance)


def problem(path: Path, stages: Callable[[Path], list[str]]) -> str | None:
    """What is wrong with how a file is read, None where nothing is."""
    started = time.process_time()
    try:
        bugs = stages(path)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    seconds = time.process_time() - started
    return bugs[0] if bugs else f"{seconds:.1f} s" if seconds > SLOW else None


def ingest_only(path: Path) -> list[str]:
    """Read a file; the reasons of rejects that are no sentence."""
    from pipeline.ingest.read import read_articles
    from pipeline.reject import Reject

    items = list(read_articles(path, path.parent))
    return [f"empty reason in {item}" for item in items if isinstance(item, Reject) and not item.reason]


def whole_pipeline() -> Callable[[Path], list[str]]:
    """A function that reads a file through all stages, and gives the internal errors."""
    from pipeline.batch.extraction import Extraction, Settings
    from pipeline.batch.step import Task
    from pipeline.batch.worklist import Work

    extraction = Extraction(Settings())
    extraction.warm_up()

    def stages(path: Path) -> list[str]:
        task = Task(Work(path, path.parent, 0, path.name), None)
        told = list(extraction.outcomes(task))
        return [outcome.trace or outcome.line for outcome in told if outcome.rejected and is_bug(outcome.line)]

    return stages


def is_bug(line: str) -> bool:
    """Whether a reject is the fault of the program: an exception, or findings that contradict the contract."""
    return "internal error" in line or '"stage": "mapping"' in line


def main() -> int:
    """Read mutated inputs. 1 where one of them is a problem."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--pipeline", action="store_true")
    options = parser.parse_args()
    stages = whole_pipeline() if options.pipeline else ingest_only
    found, started = Counter[str](), time.monotonic()
    with tempfile.TemporaryDirectory() as temporary:
        for name, data in inputs(options.inputs, options.seed):
            path = Path(temporary) / name
            path.write_bytes(data)
            if reason := problem(path, stages):
                last = reason.strip().splitlines()[-1]
                found[last] += 1
                if found[last] <= 3:
                    (FOLDER / "failures").mkdir(exist_ok=True)
                    (FOLDER / "failures" / name).write_bytes(data)
                    print(f"{name}: {reason}", flush=True)
            path.unlink()
    print(f"{options.inputs} inputs in {time.monotonic() - started:.0f} s, {found.total()} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.path.insert(0, str(FOLDER.parent.parent))
    sys.exit(main())
