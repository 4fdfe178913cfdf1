"""Search by vector alone, from ten thousand vectors to a million: exact and approximate.

    python -m benchmarks.search VECTORS.npy [COUNT...]

VECTORS.npy holds vectors of unit length (`benchmarks.archive` leaves it). More than those are made
of noisy copies, so recall on them is flattered: believe the sizes up to the number of real ones.
Times are CPU milliseconds a question on one thread, medians of five rounds in turns.
"""

from __future__ import annotations

import resource
import statistics
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from factcheck.index import approximate, vectors
from factcheck.index.hits import MARGIN

_ROUNDS = 5
_ASKED = 64
_WANTED = approximate.NEIGHBOURS + MARGIN


def copies(real: approximate.Vectors, count: int) -> approximate.Blocks:
    """Return a source of `count` vectors: the real ones, then copies with more and more noise."""

    def blocks(step: int) -> Iterator[tuple[approximate.Ids, approximate.Vectors]]:
        for start in range(0, count, vectors.BLOCK):
            places = np.arange(start, min(start + vectors.BLOCK, count))
            chance = np.random.default_rng(start)
            noise = chance.standard_normal((len(places), real.shape[1]), dtype=np.float32)
            times = (places // len(real))[:, None].astype(np.float32)
            rows = real[places % len(real)] + noise * times * 0.1 / real.shape[1] ** 0.5
            rows /= np.linalg.norm(rows, axis=1, keepdims=True)
            kept = (places + 1) % step == 0
            yield places[kept] + 1, rows[kept].astype(np.float16).astype(np.float32)

    return blocks


def spent(act: Callable[[], object]) -> float:
    """Return the CPU seconds that an act takes."""
    before = resource.getrusage(resource.RUSAGE_SELF)
    act()
    after = resource.getrusage(resource.RUSAGE_SELF)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(real: approximate.Vectors, count: int) -> str:
    """Return one line of the table."""
    blocks = copies(real, count)
    exact = vectors.empty(real.shape[1])
    for ids, rows in blocks(1):
        exact.add_with_ids(rows, ids)
    made: list[Any] = []
    building = spent(lambda: made.append(approximate.make(real.shape[1], count, blocks)))
    scanned = made[0]
    depth = _WANTED * approximate.DEPTH
    found = approximate.recall(scanned, count, blocks, depth)
    asked = next(iter(blocks(1)))[1][:: vectors.BLOCK // _ASKED][:_ASKED]
    times = [
        (
            spent(lambda: exact.search(asked, _WANTED)),
            spent(lambda: scanned.search(asked, depth)),
        )
        for _ in range(_ROUNDS)
    ]
    one, other = (1000 * statistics.median(row) / len(asked) for row in zip(*times, strict=True))
    return (
        f"{count:>9,}  exact {one:7.2f} ms  approximate {other:6.2f} ms  recall@10 {found:.4f}"
        f"  made in {building:5.1f} s"
    )


def main(file: Path, counts: list[int]) -> None:
    """Print a line for each count."""
    real = np.load(file, mmap_mode="r").astype(np.float32)
    for count in counts:
        sys.stdout.write(f"{measure(real[:count], count)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(n) for n in sys.argv[2:]] or [10_000, 100_000, 1_000_000])
