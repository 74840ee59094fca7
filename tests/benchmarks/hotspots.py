"""Where the time of an article goes: python tests/benchmarks/hotspots.py [--top 30] [--rounds 8] [--stage entities]

Takes a sample of the stack every few milliseconds of processor time, so that a busy machine does not change the shares.
Prints the share of each stage, and the functions in which the time was spent themselves (with what they call in C) and
with all that they call. What the sampler does not see are the articles' first reading and the loading of the models.
"""

import argparse
import gc
import signal
from collections import Counter
from pathlib import Path
from types import FrameType

from material import ROOT, gold_articles

from pipeline.run import Options, extract_article

SECONDS_APART = 0.002


class Sampler:
    """Counts samples: by stage, and by function alone and with all that it calls."""

    def __init__(self, stage: str | None) -> None:
        self._only = stage
        self.stages, self.alone, self.whole = Counter[str](), Counter[str](), Counter[str]()

    def take(self, _: int, frame: FrameType | None) -> None:
        """One sample of the running stack."""
        names = []
        while frame is not None and frame.f_code is not extract_article.__code__:
            names.append(name_of(frame))
            frame = frame.f_back
        stage = names[-1].rpartition(" ")[2] if names and frame else "other"
        self.stages[stage] += 1
        if self._only is None or self._only in stage:
            self.alone.update(names[:1])
            self.whole.update(set(names))


def name_of(frame: FrameType) -> str:
    """Where a function stands and its name; of a library only the last folder and the file."""
    path = Path(frame.f_code.co_filename)
    short = path.relative_to(ROOT) if path.is_relative_to(ROOT) else Path(*path.parts[-2:])
    return f"{short.as_posix()} {frame.f_code.co_qualname}"


def main() -> None:
    """Sample and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--top", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--stage", help="only samples in this stage: find_entities, find_agreements, …")
    options = parser.parse_args()
    articles, sampler = gold_articles(), Sampler(options.stage)
    for article in articles:  # loads models, warms caches
        extract_article(article, Options())
    gc.freeze()
    signal.signal(signal.SIGPROF, sampler.take)
    signal.setitimer(signal.ITIMER_PROF, SECONDS_APART, SECONDS_APART)
    for _ in range(options.rounds):
        for article in articles:
            extract_article(article, Options())
    signal.setitimer(signal.ITIMER_PROF, 0)
    total = sampler.stages.total()
    for title, counted in (("stage", sampler.stages), ("alone", sampler.alone), ("with calls", sampler.whole)):
        print(f"\n{title} ({total} samples)")
        for name, count in counted.most_common(options.top):
            print(f"{count / total:7.1%}  {name}")


if __name__ == "__main__":
    main()
