"""The encoder for archives: torch in bfloat16, on CPUs that multiply in it.

Only what is stored is encoded with it. Questions are asked in 32 bits, through the export.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from factcheck.embed.batches import BatchEncoder, Ids
from factcheck.embed.cache import Export
from factcheck.embed.export import PROBES, likeness
from factcheck.embed.reference import Reference

FAITHFUL = 0.9998  # least cosine to 32 bits; 0.9999 is seen, and similarities move by up to 0.0055
ROWS = 32  # of a batch; measured: a third faster than 8
# Without one of these bfloat16 is slower than 32 bits.
CAPABLE = ("amx_bf16", "avx512_bf16")


def load(export: Export, folder: Path, exact: BatchEncoder) -> BatchEncoder:
    """Return an encoder in bfloat16; `exact` where this CPU has none or it is not faithful."""
    import torch

    able: dict[str, Any] = getattr(torch.cpu, "get_capabilities", dict)()
    if not any(able.get(name) for name in CAPABLE):
        return exact
    torch.set_num_threads(1)  # batches run side by side; a second pool would wait for the first
    encoder = Reference(folder, dtype=torch.bfloat16).model[0]

    def run(ids: Ids) -> npt.NDArray[np.float32]:
        given = torch.from_numpy(ids)
        features = {
            "input_ids": given,
            "attention_mask": torch.ones_like(given),
            "token_type_ids": torch.zeros_like(given),
        }
        with torch.inference_mode():
            tokens = encoder(features)["token_embeddings"]
        found: npt.NDArray[np.float32] = tokens.float().numpy()
        return found

    half = BatchEncoder(export, run, ROWS)
    faithful = likeness(half.encode(PROBES), exact.encode(PROBES)) >= FAITHFUL
    return half if faithful else exact
