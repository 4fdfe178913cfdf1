"""Texts to vectors: by a model, through a fast export of it, or by a deterministic stand-in.

torch, sentence_transformers and onnxruntime load inside functions only, when a text is encoded.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path

from factcheck.embed import cache
from factcheck.embed.folders import (
    PACKAGED,
    PACKAGED_WEIGHTS,
    digest_of,
    named_folder,
    packaged_folder,
)
from factcheck.embed.hashing import HASHING, HashingEmbedder
from factcheck.embed.onnx import OnnxEncoder
from factcheck.embed.reference import Reference
from factcheck.embed.vectors import Embedder, Vectors, unit

__all__ = [
    "HASHING",
    "PACKAGED",
    "Embedder",
    "FolderEmbedder",
    "HashingEmbedder",
    "Vectors",
    "open_model",
    "unit",
]


def open_model(name: str = "", *, allow_download: bool = False) -> Embedder:
    """Open the packaged model ("" or "default"), "hashing", a model folder, or a hub name.

    A hub name is looked for on this machine only, unless `allow_download` is set.

    Raises:
        ModelError: there is no such model here, or it is damaged or not in safetensors.
    """
    if name == HASHING:
        return HashingEmbedder()
    if name in {"", "default", PACKAGED}:
        return FolderEmbedder(packaged_folder(), name=PACKAGED, weights=PACKAGED_WEIGHTS)
    return FolderEmbedder(named_folder(name, allow_download=allow_download), name=name)


class FolderEmbedder:
    """Encode with a sentence-transformers folder on the CPU, offline.

    The folder is read for its digest at once. With the first `encode` its export is loaded from
    the user's cache, or made there; where there can be none, sentence-transformers itself runs.
    """

    def __init__(self, folder: Path, *, name: str = "", weights: str = "") -> None:
        """Open `folder`; `weights` is the SHA-256 that model.safetensors must have.

        Raises:
            ModelError: no weights in safetensors, or others than `weights` says.
        """
        self.name = name or str(folder)
        self.digest = digest_of(folder, self.name, weights)
        self._folder = folder

    @property
    def dimension(self) -> int:
        """Numbers in one vector."""
        return self._encoder.dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row a text, in the order given: (n, dimension), unit length.

        Raises:
            ModelError: the model cannot be loaded.
        """
        return self._encoder.encode(texts)

    @functools.cached_property
    def _encoder(self) -> OnnxEncoder | Reference:
        return _quick(self.digest) or _made(self.digest, self._folder)


def _quick(digest: str) -> OnnxEncoder | None:
    """Return the model's export, loaded, if there is one that is whole."""
    try:
        found = cache.find(digest)
        return OnnxEncoder(found) if found else None
    except Exception:  # noqa: BLE001 - whatever is wrong with it, the reference can do the work
        return None


def _made(digest: str, folder: Path) -> OnnxEncoder | Reference:
    """Make the model's export and load it; the reference where that is not to be."""
    reference = Reference(folder)
    try:
        from factcheck.embed import export

        made = export.make(digest, folder, reference)
        return OnnxEncoder(made) if made else reference
    except Exception:  # noqa: BLE001 - a cache that cannot be written, a model that cannot be traced
        return reference
