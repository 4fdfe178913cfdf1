"""A deterministic stand-in for a model."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import numpy as np

from factcheck.embed.vectors import Vectors, unit

HASHING = "hashing"

_WORD = re.compile(r"(?<!\w)\w++")


class HashingEmbedder:
    """Hash words into a vector: deterministic and instant, for tests and quick tries.

    Texts are close when they share words, nothing more.
    """

    name = HASHING
    digest = hashlib.sha256(b"factcheck hashing embedder 1").hexdigest()
    dimension = 256

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return unit vectors; a text without words gets the first axis."""
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(vectors, texts, strict=True):
            for word in _WORD.findall(text.lower()):
                slot = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=4).digest())
                row[slot % self.dimension] += 1.0 if slot & 0x8000_0000 else -1.0
            if not row.any():
                row[0] = 1.0
        return unit(vectors)
