"""What every verifier gives: three probabilities for each pair of claim and evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Pairs = Sequence[tuple[str, str]]  # (claim, evidence)

SUPPORTS, REFUTES, NEITHER = range(3)  # the columns of the scores


class Verifier(Protocol):
    """What tells whether evidence supports a claim, refutes it, or neither.

    `digest` changes whenever the scores may.
    """

    @property
    def digest(self) -> str:
        """SHA-256 of everything that decides a score, in hexadecimal."""

    def scores(self, pairs: Pairs) -> Scores:
        """Return (n, 3) probabilities, in the order given: supports, refutes, neither."""


def shares(logits: npt.NDArray[np.float32]) -> Scores:
    """Turn raw rows into probabilities.

    >>> shares(np.zeros((1, 4), dtype=np.float32)).tolist()
    [[0.25, 0.25, 0.25, 0.25]]
    """
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float32)
