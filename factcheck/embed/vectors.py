"""What every encoder offers, and the form of its vectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]


class Embedder(Protocol):
    """What turns texts into vectors.

    `name` opens the same model again through `open_model`; `digest` changes whenever the vectors
    may.
    """

    @property
    def name(self) -> str:
        """The name or folder under which the model was opened."""

    @property
    def digest(self) -> str:
        """SHA-256 of everything that decides a vector, in hexadecimal."""

    @property
    def dimension(self) -> int:
        """Numbers in one vector."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row a text, in the order given: (n, dimension), unit length."""


def unit(vectors: Vectors) -> Vectors:
    """Scale each row to length one; no row may be zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / lengths, dtype=np.float32)
