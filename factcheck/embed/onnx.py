"""The fast encoder: an export run by onnxruntime, without torch.

A batch holds texts of one length in tokens, so nothing is padded; each runs on one thread, and
batches run side by side. With that a vector depends on its text alone, to the last bit: not on
its batch mates, nor on the number of cores.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import numpy.typing as npt

from factcheck.embed.cache import GRAPH, TOKENIZER, Export
from factcheck.embed.vectors import Vectors, unit

ROWS = 8  # of a batch; measured: more gain nothing, and texts of one length are few

INPUTS = ("input_ids", "attention_mask", "token_type_ids")  # of which a graph takes some
_Ids = tuple[int, ...]


class OnnxEncoder:
    """An export, loaded."""

    def __init__(self, export: Export) -> None:
        """Load the graph and the tokenizer."""
        os.environ["TOKENIZERS_PARALLELISM"] = "false"  # one pool of threads is enough
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_mem_pattern = False  # it keeps a plan for each shape
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(
            str(export.folder / GRAPH), options, providers=["CPUExecutionProvider"]
        )
        self._inputs = {given.name for given in self._session.get_inputs()}
        self._tokenizer: Any = Tokenizer.from_file(str(export.folder / TOKENIZER))
        # The file may fix another length and pad to it: all-MiniLM-L6-v2's has 128 for both.
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(export.record.max_tokens)
        self._pooling = export.record.pooling
        self.dimension = export.record.dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode each distinct text once; the same text has the same vector in every call."""
        distinct = sorted(set(texts))
        encoded = self._tokenizer.encode_batch_fast(distinct)
        vectors = np.empty((len(distinct), self.dimension), dtype=np.float32)
        batches = _batches([tuple(tokens.ids) for tokens in encoded])
        with ThreadPoolExecutor(max_workers=cores()) as pool:
            for rows, found in zip(batches, pool.map(self._run, batches), strict=True):
                vectors[[row for row, _ in rows]] = found
        places = {text: row for row, text in enumerate(distinct)}
        return vectors[[places[text] for text in texts]]

    def _run(self, rows: Sequence[tuple[int, _Ids]]) -> Vectors:
        ids = np.array([tokens for _, tokens in rows], dtype=np.int64)
        given = dict(zip(INPUTS, (ids, np.ones_like(ids), np.zeros_like(ids)), strict=True))
        (tokens,) = self._session.run(None, {name: given[name] for name in self._inputs})
        return unit(_pooled(tokens, self._pooling))


def cores() -> int:
    """Return how many threads to use: the usable cores, or OMP_NUM_THREADS where it is less."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    wanted = os.environ.get("OMP_NUM_THREADS", "")
    return min(usable or 1, int(wanted)) if wanted.isdecimal() and int(wanted) else usable or 1


def _batches(ids: Sequence[_Ids]) -> list[list[tuple[int, _Ids]]]:
    """Return (row, tokens) in batches of one length, the longest first."""
    ordered = sorted(enumerate(ids), key=lambda row: -len(row[1]))
    return [
        same[start : start + ROWS]
        for _, group in itertools.groupby(ordered, key=lambda row: len(row[1]))
        for same in [list(group)]
        for start in range(0, len(same), ROWS)
    ]


def _pooled(tokens: npt.NDArray[np.float32], pooling: str) -> Vectors:
    """Return one vector a text from one a token, (n, tokens, dimension); scaled later."""
    # Summed here and not in the graph, where the order of addition differs for a lone text.
    return tokens[:, 0] if pooling == "cls" else tokens.sum(axis=1)
