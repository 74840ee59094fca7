"""Processor time of a call, fit to be compared: the best of three, without the garbage collector's pauses."""

import gc
import time
from collections.abc import Callable


def seconds(call: Callable[[], object], calls: int = 3) -> float:
    """Processor seconds of the quickest of some calls; one call will do where it takes long."""
    gc.collect()
    gc.disable()
    try:
        return min(_once(call) for _ in range(calls))
    finally:
        gc.enable()


def _once(call: Callable[[], object]) -> float:
    started = time.process_time()
    call()
    return time.process_time() - started
