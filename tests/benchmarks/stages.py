"""One article after another in one process on one core: processor time of each stage, start-up to the first record, memory.

    python tests/benchmarks/stages.py [--articles 240]

Start-up is a fresh process, from the command to its record on standard output; the best of three.
"""

import gc
import resource
import subprocess
import sys
import time

from material import ROOT, as_article, generated, on_one_core, options_of, show

from pipeline import run
from pipeline.batch.stages import STAGES, Watch, watch_calls
from pipeline.output import record_line

WORDS = 300
SENTENCE = "Oman and Qatar signed a memorandum of understanding worth $5 million in Muscat on 3 May 2025."


def start_up() -> float:
    """Seconds from the command to the first record, in a fresh process."""
    began = time.perf_counter()
    command = [sys.executable, "cli.py", "extract", "-"]
    subprocess.run(command, input=SENTENCE, text=True, check=True, capture_output=True, cwd=ROOT)
    return time.perf_counter() - began


def main() -> None:
    """Measure and print."""
    options = options_of(__doc__, articles=(240, 24))
    on_one_core()
    articles = [as_article(made) for made in generated(48 + options.articles, WORDS)]
    watch, settings = Watch(clock=time.process_time), run.Options()
    watch_calls(run, watch)
    for number, article in enumerate(articles):
        if number == 48:  # the models are loaded, the tables built
            gc.freeze()  # as workers do
            watch.take_seconds()
        record = run.extract_article(article, settings)
        watch.enter("output")
        record_line(record, with_text=True)
        watch.enter("idle")
    seconds = {stage: spent for stage, spent in watch.take_seconds().items() if stage in STAGES and stage != "idle"}
    total, words = sum(seconds.values()), sum(len(article.text.split()) for article in articles[48:])
    rows = [
        f"{stage} | {options.articles / spent:,.0f} | {words / spent:,.0f} | {spent / total:.1%}"
        for stage, spent in seconds.items()
    ]
    whole = f"**whole** | **{options.articles / total:,.1f}** | **{words / total:,.0f}** | "
    show("stage | articles a second | words a second | share", *rows, whole)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    show(
        "measure | measured | wanted",
        f"articles a second on one core | {options.articles / total:.1f} | at least 20",
        f"start-up to the first record | {min(start_up() for _ in range(3)):.2f} s | under 3 s",
        f"memory of the process | {memory:.0f} MB | under 600 MB",
        note=f"{options.articles} generated articles of about {WORDS} words.",
    )


if __name__ == "__main__":
    main()
