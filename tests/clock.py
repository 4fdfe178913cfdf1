"""Processor time, for the tests that reading takes time in step with the length of the text."""

import gc
import time
from collections.abc import Callable


def seconds(work: Callable[[], object], tries: int = 3) -> float:
    """Return the least processor time of some tries, without the pauses of the collector.

    A collection walks every object of the whole test run, half a second of it late in a run, and
    falls on whoever happens to allocate then.
    """
    best = float("inf")
    for _ in range(tries):
        gc.disable()
        try:
            began = time.process_time()
            work()
            best = min(best, time.process_time() - began)
        finally:
            gc.enable()
    return best


def assert_in_step(work: Callable[[int], object], short: int, long: int) -> None:
    """Fail where work on `long` takes far more than its share of the time of work on `short`.

    Work n times as long may take n ** 1.4 times the time, where quadratic work takes n ** 2: a busy
    machine shares its caches. Below two thousandths of a second the clock says little.
    """
    allowed = (long / short) ** 1.4
    for _ in range(3):
        few, many = seconds(lambda: work(short)), seconds(lambda: work(long))
        if many <= allowed * max(few, 0.002):
            return
    raise AssertionError(f"{many:.3f} s for {long} after {few:.3f} s for {short}")
