"""The fast encoder: an export run by onnxruntime, without torch."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from factcheck.embed.batches import BatchEncoder, Ids
from factcheck.embed.cache import GRAPH, Export

INPUTS = ("input_ids", "attention_mask", "token_type_ids")  # of which a graph takes some


def load(export: Export) -> BatchEncoder:
    """Return an encoder that runs the graph of an export, in 32 bits."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # it keeps a plan for each shape
    options.log_severity_level = 3
    session: Any = onnxruntime.InferenceSession(
        str(export.folder / GRAPH), options, providers=["CPUExecutionProvider"]
    )
    names = [given.name for given in session.get_inputs()]

    def run(ids: Ids) -> npt.NDArray[np.float32]:
        given = dict(zip(INPUTS, (ids, np.ones_like(ids), np.zeros_like(ids)), strict=True))
        tokens: npt.NDArray[np.float32] = session.run(None, {n: given[n] for n in names})[0]
        return tokens

    return BatchEncoder(export, run)
