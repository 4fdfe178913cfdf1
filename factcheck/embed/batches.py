"""Texts to tokens to batches, and back to one vector a text.

A batch holds texts of one length in tokens, so nothing is padded; each runs on one thread, and
batches run side by side. With that a vector depends on its text alone, to the last bit: not on
its batch mates, nor on the number of cores.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import numpy.typing as npt

from factcheck.embed.cache import TOKENIZER, Export
from factcheck.embed.vectors import Vectors, unit

ROWS = 8  # of a batch in 32 bits; measured: more gain nothing

Ids = npt.NDArray[np.int64]
Run = Callable[[Ids], npt.NDArray[np.float32]]
_Row = tuple[int, Sequence[int]]


class BatchEncoder:
    """Encode through `run`: (texts, tokens) to (texts, tokens, dimension), on one thread."""

    def __init__(self, export: Export, run: Run, rows: int = ROWS) -> None:
        """Load the export's tokenizer; a batch has up to `rows` texts, which no vector shows."""
        os.environ["TOKENIZERS_PARALLELISM"] = "false"  # one pool of threads is enough
        from tokenizers import Tokenizer

        self._tokenizer: Any = Tokenizer.from_file(str(export.folder / TOKENIZER))
        # The file may fix another length and pad to it: all-MiniLM-L6-v2's has 128 for both.
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(export.record.max_tokens)
        self._pooling = export.record.pooling
        self._run = run
        self._rows = rows
        self.dimension = export.record.dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode each distinct text once; the same text has the same vector in every call."""
        distinct = sorted(set(texts))
        encoded = self._tokenizer.encode_batch_fast(distinct)
        vectors = np.empty((len(distinct), self.dimension), dtype=np.float32)
        batches = _batches([tokens.ids for tokens in encoded], self._rows)
        with ThreadPoolExecutor(max_workers=cores()) as pool:
            for rows, found in zip(batches, pool.map(self._encode, batches), strict=True):
                vectors[[row for row, _ in rows]] = found
        places = {text: row for row, text in enumerate(distinct)}
        return vectors[[places[text] for text in texts]]

    def _encode(self, rows: Sequence[_Row]) -> Vectors:
        tokens = self._run(np.array([ids for _, ids in rows], dtype=np.int64))
        # Pooled here and not by `run`, where the order of addition may differ for a lone text.
        return unit(tokens[:, 0] if self._pooling == "cls" else tokens.sum(axis=1))


def cores() -> int:
    """Return how many threads to use: the usable cores, or OMP_NUM_THREADS where it is less."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    wanted = os.environ.get("OMP_NUM_THREADS", "")
    return min(usable or 1, int(wanted)) if wanted.isdecimal() and int(wanted) else usable or 1


def _batches(ids: Sequence[Sequence[int]], most: int) -> list[list[_Row]]:
    """Return (row, token ids) in batches of one length, the longest first."""
    ordered = sorted(enumerate(ids), key=lambda row: -len(row[1]))
    return [
        same[start : start + most]
        for _, group in itertools.groupby(ordered, key=lambda row: len(row[1]))
        for same in [list(group)]
        for start in range(0, len(same), most)
    ]
