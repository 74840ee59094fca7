"""Runs all benchmarks and writes their tables into docs/benchmarks.md, each as soon as it is there.

    python docs/scripts/benchmarks.py [--quick] [--page PAGE] [NAME …]

Each benchmark is a script of tests/benchmarks that prints its tables; one that fails is said in its place, and the others run.
With --quick nothing is written but to standard output, unless a page is named; with names only those run.
"""

import argparse
import datetime
import os
import platform
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "benchmarks.md"
NAMES = ("stages", "baselines", "camel", "workers", "memory", "unchanged", "dossiers", "hotspots")


def tables(name: str, quick: bool) -> str:
    """What a benchmark prints, or why it does not."""
    command = [sys.executable, str(ROOT / "tests" / "benchmarks" / f"{name}.py"), *(["--quick"] if quick else [])]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    if run.returncode:
        last = (run.stderr.strip().splitlines() or [f"exit code {run.returncode}"])[-1]
        return f"{run.stdout.strip()}\n\nNot available: {last}".strip()
    return re.sub(r"\n{3,}", "\n\n", run.stdout.strip())


def machine(quick: bool) -> str:
    """The day, the cores, the versions: what one needs to know to compare."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    model = next(
        (line.split(":")[1].strip() for line in _read("/proc/cpuinfo").splitlines() if line.startswith("model name")),
        platform.machine(),
    )
    command = "make bench" + (" BENCH=--quick" if quick else "")
    load = f"{os.getloadavg()[0]:.1f}"
    return (
        f"`{command}` on {datetime.datetime.now(datetime.UTC).date()}: {cores} cores ({model}), {memory:.0f} GB of memory, "
        f"{platform.system()}, Python {platform.python_version()}; load before the run {load}."
    )


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError:
        return ""


def put(page: Path | None, name: str, block: str) -> None:
    """Print a block, and write it between its two marks of the page where there is one."""
    print(f"\n## {name}\n\n{block}", flush=True)
    if page is None:
        return
    text = page.read_text(encoding="utf-8")
    begin, end = f"<!-- {name}: written by docs/scripts/benchmarks.py -->", f"<!-- end of {name} -->"
    before, after = text.split(begin, maxsplit=1)[0], text.split(end, maxsplit=1)[1]
    page.write_text(f"{before}{begin}\n\n{block}\n\n{end}{after}", encoding="utf-8")


def main() -> int:
    """Run the benchmarks. 1 where one of them failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="few articles: a minute or two, figures of no value")
    parser.add_argument("--page", type=Path, help="the page to write to, default docs/benchmarks.md")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}")
    options = parser.parse_args()
    if unknown := set(options.names) - set(NAMES):
        parser.error(f"no benchmark: {', '.join(sorted(unknown))}")
    page = options.page or (None if options.quick else PAGE)
    put(page, "machine", machine(options.quick))
    failed = False
    for name in options.names or NAMES:
        started = time.monotonic()
        block = tables(name, options.quick)
        failed |= "Not available: " in block
        put(page, name, block)
        print(f"({name}: {time.monotonic() - started:.0f} s)", file=sys.stderr, flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
