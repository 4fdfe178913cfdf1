"""The reference: sentence-transformers itself, which any model folder was made for.

It takes seconds to import, so it loads inside functions only.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from factcheck.embed.vectors import Vectors, unit
from factcheck.errors import ModelError

BATCH = 32  # fixed: a vector's last digits change with its batch mates


class Reference:
    """A loaded sentence-transformers folder, on the CPU, offline."""

    def __init__(self, folder: Path, dtype: object = "float32") -> None:
        """Load the model in `folder`, its weights in torch's type `dtype`.

        Raises:
            ModelError: it cannot be loaded.
        """
        self.model: Any = _load(folder, dtype)
        self.dimension = int(self.model.get_embedding_dimension())

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode each distinct text once, sorted by (length, text), in batches of `BATCH`."""
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        distinct = sorted(set(texts), key=lambda text: (len(text), text))
        encoded = self.model.encode(
            distinct, batch_size=BATCH, convert_to_numpy=True, show_progress_bar=False
        )
        rows = {text: row for row, text in enumerate(distinct)}
        vectors = unit(np.asarray(encoded, dtype=np.float32))
        return np.ascontiguousarray(vectors[[rows[text] for text in texts]])


def _load(folder: Path, dtype: object) -> Any:  # noqa: ANN401 - naming its type would import it
    os.environ["HF_HUB_OFFLINE"] = "1"  # read when the libraries are imported
    os.environ["TOKENIZERS_PARALLELISM"] = "false"  # its threads would not survive a fork
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        return SentenceTransformer(
            str(folder),
            device="cpu",
            local_files_only=True,
            model_kwargs={"use_safetensors": True, "dtype": dtype},
        )
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(
            f"The model in {folder} cannot be loaded: {error}",
            hint="Name a complete sentence-transformers folder.",
        ) from error
