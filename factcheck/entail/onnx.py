"""The verifier as an export: run by onnxruntime, without torch.

Each pair runs by itself, on one thread; pairs run side by side. Nothing is padded, and a score
depends on its pair alone: in 8-bit arithmetic the batch mates would show in it.
"""

from __future__ import annotations

import functools
import hashlib
import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from factcheck.entail.scores import Pairs, Scores, shares
from factcheck.entail.text import plain
from factcheck.errors import ModelError

GRAPH, TOKENIZER, RECORD = "verifier.onnx", "tokenizer.json", "verifier.json"


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The SHA-256 of each file by name, and where a pair is cut."""

    files: Mapping[str, str]
    max_tokens: int


class OnnxVerifier:
    """An export, believed by its digests; it loads with the first pair."""

    def __init__(self, folder: Path, *, record: str = "") -> None:
        """Open `folder`; `record` is the SHA-256 that its record must have, if one is known.

        Raises:
            ModelError: a file is missing, or another than the record says.
        """
        self._folder = folder
        try:
            written = (folder / RECORD).read_bytes()
            self._record = msgspec.json.decode(written, type=Record)
            whole = self._record.files.keys() == {GRAPH, TOKENIZER} and all(
                _sha256(folder / name) == sha for name, sha in self._record.files.items()
            )
        except (OSError, msgspec.DecodeError) as error:
            raise _damaged(folder) from error
        self.digest = hashlib.sha256(written).hexdigest()
        if not whole or (record and record != self.digest):
            raise _damaged(folder)

    def scores(self, pairs: Pairs) -> Scores:
        """Return (n, 3) probabilities: supports, refutes, neither; each distinct pair runs once."""
        distinct = sorted({(plain(claim), plain(evidence)) for claim, evidence in pairs})
        if not distinct:
            return np.zeros((0, 3), dtype=np.float32)
        session, tokenizer = self._loaded
        encoded = tokenizer.encode_batch(distinct)
        with ThreadPoolExecutor(max_workers=_cores()) as pool:
            found = shares(
                np.concatenate(list(pool.map(functools.partial(_run, session), encoded)))
            )
        places = {pair: place for place, pair in enumerate(distinct)}
        return found[[places[plain(claim), plain(evidence)] for claim, evidence in pairs]]

    @functools.cached_property
    def _loaded(self) -> tuple[Any, Any]:
        os.environ["TOKENIZERS_PARALLELISM"] = "false"  # one pool of threads is enough
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_mem_pattern = False  # it keeps a plan for each shape
        options.log_severity_level = 3
        session = onnxruntime.InferenceSession(
            str(self._folder / GRAPH), options, providers=["CPUExecutionProvider"]
        )
        tokenizer = Tokenizer.from_file(str(self._folder / TOKENIZER))
        tokenizer.no_padding()
        tokenizer.enable_truncation(self._record.max_tokens)
        return session, tokenizer


def _run(session: Any, encoded: Any) -> Scores:  # noqa: ANN401 - naming the types imports them
    known = {
        "input_ids": encoded.ids,
        "attention_mask": encoded.attention_mask,
        "token_type_ids": encoded.type_ids,
    }
    given = {
        wanted.name: np.array([known[wanted.name]], dtype=np.int64)
        for wanted in session.get_inputs()
    }
    return np.asarray(session.run(None, given)[0], dtype=np.float32)


def _cores() -> int:
    """Return the usable cores."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return usable or 1


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _damaged(folder: Path) -> ModelError:
    return ModelError(
        f"The verifier in {folder} is damaged or replaced: a file is missing or not the recorded "
        "one.",
        hint="Put its files back, or check without it: --verifier none.",
    )
