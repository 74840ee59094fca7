"""Articles that break the process which reads them: a worker for tests of quarantine, run in place of the real one."""

import os
import signal
import time
from pathlib import Path
from typing import Any

from pipeline.batch import pool

_REAL = pool._work


def work(connection: Any, stage: Any, settings: Any) -> None:
    """A worker in which words of the article make it die (once: STUMBLES), hang, raise or run out of memory."""
    from pipeline import run

    real = run.extract_article

    def poisoned(article: Any, options: Any) -> Any:
        if "KILLS" in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "EXITS" in article.text:
            os._exit(3)
        if "STUMBLES" in article.text and not Path(os.environ["STUMBLED"]).exists():
            Path(os.environ["STUMBLED"]).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if "HANGS" in article.text:
            time.sleep(1000)
        if "RAISES" in article.text:
            raise ZeroDivisionError("poison")
        if "FILLS" in article.text:
            raise MemoryError
        return real(article, options)

    run.extract_article = poisoned  # type: ignore[assignment]
    _REAL(connection, stage, settings)
