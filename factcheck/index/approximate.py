"""The approximate structure for large archives: four bits for every four numbers of a vector.

All of it is scanned, in registers. It only proposes: what it finds is scored from the stored
vectors. How much of the true neighbours it proposes is measured on the corpus itself when it is
made, and where that is too little the exact structure is made instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int64]
Blocks = Callable[[int], Iterable[tuple[Ids, Vectors]]]  # of every so-manieth vector

# From how many vectors on: below, an exact search of all takes a few milliseconds.
LEAST_VECTORS = 50_000
LEAST_RECALL = 0.95  # of the ten nearest; with less, exact search is kept
# Proposed for each one wanted. Measured on 100,000 sentences: docs/performance.md.
DEPTH = 6
SAMPLE = 200  # vectors whose neighbours are looked for, exactly and approximately
NEIGHBOURS = 10
_TRAINED_ON = 8192  # vectors: sixteen centres a part need no more
_PART = 4  # numbers in one code of four bits


def make(dimension: int, count: int, blocks: Blocks) -> Any | None:  # noqa: ANN401 - no types
    """Return a FAISS index of all `count` vectors, None where the dimension does not divide.

    The same vectors in the same order give the same bytes: what is trained on is spread evenly,
    and the seed is fixed.
    """
    import faiss

    if dimension % (2 * _PART):
        return None
    trained = np.concatenate([vectors for _, vectors in blocks(max(count // _TRAINED_ON, 1))])
    scanned = faiss.IndexPQFastScan(dimension, dimension // _PART, 4, faiss.METRIC_INNER_PRODUCT)
    scanned.pq.cp.min_points_per_centroid = 1  # FAISS would warn on standard error
    made = faiss.IndexIDMap(scanned)
    made.train(trained)
    for ids, vectors in blocks(1):
        made.add_with_ids(vectors, ids)
    return made


def recall(made: Any, count: int, blocks: Blocks, depth: int) -> float:  # noqa: ANN401
    """Return the share of true neighbours among the first `depth` that `made` proposes.

    Measured for a sample of the vectors, spread evenly, each without itself.
    """
    sample = [block for block in blocks(max(count // SAMPLE, 1)) if len(block[0])]
    own = np.concatenate([ids for ids, _ in sample])[:SAMPLE]
    asked = np.concatenate([vectors for _, vectors in sample])[:SAMPLE]
    _, proposed = made.search(asked, min(depth + 1, made.ntotal))
    best = np.full((len(asked), NEIGHBOURS), -np.inf, dtype=np.float32)
    numbers = np.full((len(asked), NEIGHBOURS), -1, dtype=np.int64)
    for ids, vectors in blocks(1):
        scores = asked @ vectors.T
        scores[own[:, None] == ids[None, :]] = -np.inf
        best, numbers = _merged(best, numbers, scores, ids)
    found = sum(len(np.intersect1d(*pair)) for pair in zip(numbers, proposed, strict=True))
    return round(found / numbers.size, 4)


def _merged(best: Vectors, numbers: Ids, scores: Vectors, ids: Ids) -> tuple[Vectors, Ids]:
    """Return the best of what was best so far and of one more block."""
    all_scores = np.concatenate([best, scores], axis=1)
    all_ids = np.concatenate([numbers, np.broadcast_to(ids, scores.shape)], axis=1)
    first = np.argpartition(-all_scores, NEIGHBOURS - 1, axis=1)[:, :NEIGHBOURS]
    return np.take_along_axis(all_scores, first, 1), np.take_along_axis(all_ids, first, 1)
