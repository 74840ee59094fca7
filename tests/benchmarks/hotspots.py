"""Where the time of an article goes: the share of each stage, and of the functions themselves (with what they call in C) and
with all that they call.

    python tests/benchmarks/hotspots.py [--top 25] [--stage entities]

Takes a sample of the stack every few milliseconds of processor time, so that a busy machine does not change the shares.
The loading of the models is left out.
"""

import gc
import re
import signal
from collections import Counter
from pathlib import Path
from types import CodeType, FrameType

from material import ROOT, as_article, generated, options_of, show

from pipeline.run import Options, extract_article

SECONDS_APART = 0.002


class Sampler:
    """Counts samples: by stage, and by function alone and with all that it calls."""

    def __init__(self, stage: str | None) -> None:
        self._only = stage or ""
        self.stages, self.alone, self.whole = Counter[CodeType](), Counter[CodeType](), Counter[CodeType]()

    def take(self, _: int, frame: FrameType | None) -> None:
        """One sample of the running stack; what runs outside of an article is none."""
        stack = []
        while frame is not None and frame.f_code is not extract_article.__code__:
            stack.append(frame.f_code)
            frame = frame.f_back
        if frame is None or not stack:
            return
        self.stages[stack[-1]] += 1
        if self._only in stack[-1].co_qualname:
            self.alone[stack[0]] += 1
            self.whole.update(set(stack))


def name_of(code: CodeType) -> str:
    """Where a function stands and its name; of a library only the last folder and the file."""
    path = Path(code.co_filename)
    short = (
        path.relative_to(ROOT)
        if path.is_relative_to(ROOT) and "site-packages" not in path.parts
        else Path(*path.parts[-2:])
    )
    return f"`{short.as_posix()}` {re.sub('<locals>[.]|[<>]', '', code.co_qualname)}"


def main() -> None:
    """Sample and print."""
    options = options_of(__doc__, ["stage"], articles=(480, 48), top=(25, 15))
    articles, sampler = [as_article(made) for made in generated(48 + options.articles, 300)], Sampler(options.stage)
    for article in articles[:48]:  # loads models, builds tables
        extract_article(article, Options())
    gc.freeze()
    signal.signal(signal.SIGPROF, sampler.take)
    signal.setitimer(signal.ITIMER_PROF, SECONDS_APART, SECONDS_APART)
    for article in articles[48:]:
        extract_article(article, Options())
    signal.setitimer(signal.ITIMER_PROF, 0)
    total = sampler.stages.total()
    for title, counted in (
        ("stage", sampler.stages),
        ("function itself", sampler.alone),
        ("function with its calls", sampler.whole),
    ):
        show(
            f"{title} | share",
            *(f"{name_of(code)} | {count / total:.1%}" for code, count in counted.most_common(options.top)),
        )


if __name__ == "__main__":
    main()
