"""Any CrossEncoder with the three labels, run by sentence-transformers: slower, but swappable."""

from __future__ import annotations

import functools
import hashlib
import os
from pathlib import Path
from typing import Any

import numpy as np

from factcheck.entail.scores import Pairs, Scores, shares
from factcheck.entail.text import plain
from factcheck.errors import ModelError

BATCH = 16
# What models call the three labels.
_NAMES = (
    {"supported", "supports", "entailment", "entails"},
    {"refuted", "refutes", "contradiction", "contradicts"},
    {"nei", "neither", "neutral", "not enough info"},
)


class CrossEncoderVerifier:
    """A CrossEncoder folder on the CPU, offline; it loads with the first pair."""

    def __init__(self, folder: Path) -> None:
        """Open `folder`.

        Raises:
            ModelError: it holds no weights in safetensors.
        """
        found = sorted(folder.glob("*.safetensors"))
        if not found:
            raise ModelError(
                f"{folder} holds no model weights in safetensors.",
                hint="Name a CrossEncoder folder with a model.safetensors file.",
            )
        self._folder = folder
        files = [*found, *sorted(folder.glob("*.json"))]
        sums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
        self.digest = hashlib.sha256(repr(sums).encode()).hexdigest()

    def scores(self, pairs: Pairs) -> Scores:
        """Return (n, 3) probabilities: supports, refutes, neither.

        Raises:
            ModelError: the model cannot be loaded, or has other labels.
        """
        if not pairs:
            return np.zeros((0, 3), dtype=np.float32)
        given = [(plain(claim), plain(evidence)) for claim, evidence in pairs]
        model, columns = self._loaded
        raw = model.predict(given, batch_size=BATCH, activation_fn=_same, show_progress_bar=False)
        return shares(np.asarray(raw, dtype=np.float32)[:, columns])

    @functools.cached_property
    def _loaded(self) -> tuple[Any, list[int]]:
        os.environ["HF_HUB_OFFLINE"] = "1"  # read when the libraries are imported
        os.environ["TOKENIZERS_PARALLELISM"] = "false"  # its threads would not survive a fork
        from sentence_transformers import CrossEncoder

        try:
            model = CrossEncoder(
                str(self._folder),
                device="cpu",
                local_files_only=True,
                model_kwargs={"use_safetensors": True},
            )
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(
                f"The verifier in {self._folder} cannot be loaded: {error}",
                hint="Name a complete CrossEncoder folder.",
            ) from error
        return model, _columns(model.config.id2label, self._folder)


def _same(logits: Any) -> Any:  # noqa: ANN401 - tensors
    return logits


def _columns(names: dict[int, str], folder: Path) -> list[int]:
    """Return the model's columns in our order, by the names that it gives them."""
    found = [
        column
        for ours in _NAMES
        for column, name in names.items()
        if name.lower().replace("_", " ") in ours
    ]
    if len(found) != len(_NAMES):
        raise ModelError(
            f"The verifier in {folder} has other labels than support, contradiction and neither: "
            f"{', '.join(names.values())}.",
            hint="Name a model trained on the three labels, or none.",
        )
    return found
