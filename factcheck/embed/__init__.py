"""Texts to vectors: by a model, through a fast export of it, or by a deterministic stand-in.

torch, sentence_transformers and onnxruntime load inside functions only, when a text is encoded.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Sequence
from pathlib import Path

from factcheck.embed import cache, onnx
from factcheck.embed.batches import BatchEncoder
from factcheck.embed.encoded import Encoded
from factcheck.embed.folders import (
    PACKAGED,
    PACKAGED_WEIGHTS,
    digest_of,
    named_folder,
    packaged_folder,
)
from factcheck.embed.hashing import HASHING, HashingEmbedder
from factcheck.embed.reference import Reference
from factcheck.embed.vectors import Embedder, Vectors, unit

__all__ = [
    "BF16",
    "HASHING",
    "PACKAGED",
    "Embedder",
    "Encoded",
    "FolderEmbedder",
    "HalfEmbedder",
    "HashingEmbedder",
    "Vectors",
    "open_model",
    "unit",
]


# Behind a model's name: what is stored may be encoded in bfloat16. Another digest goes with it.
BF16 = "@bf16"


def open_model(
    name: str = "", *, allow_download: bool = False, for_storing: bool = False
) -> Embedder:
    """Open the packaged model ("" or "default"), "hashing", a model folder, or a hub name.

    A hub name is looked for on this machine only, unless `allow_download` is set. A model named
    with "@bf16" behind encodes in bfloat16 `for_storing`, where the CPU has it.

    Raises:
        ModelError: there is no such model here, or it is damaged or not in safetensors.
    """
    if name == HASHING:
        return HashingEmbedder()
    plain = name.removesuffix(BF16)
    if plain in {"", "default", PACKAGED}:
        opened = FolderEmbedder(packaged_folder(), name=PACKAGED, weights=PACKAGED_WEIGHTS)
    else:
        opened = FolderEmbedder(named_folder(plain, allow_download=allow_download), name=plain)
    return opened if name == plain else HalfEmbedder(opened, for_storing=for_storing)


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
        self.folder = folder

    @property
    def dimension(self) -> int:
        """Numbers in one vector."""
        return self.encoder.dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row a text, in the order given: (n, dimension), unit length.

        Raises:
            ModelError: the model cannot be loaded.
        """
        return self.encoder.encode(texts)

    @functools.cached_property
    def encoder(self) -> BatchEncoder | Reference:
        """The export, or the reference where there can be none."""
        return _quick(self.digest) or _made(self.digest, self.folder)


class HalfEmbedder:
    """Store in bfloat16, ask in 32 bits: an index says so by a name and a digest of its own.

    Where this CPU has no bfloat16, or it strays from 32 bits, all is encoded in 32 bits.
    """

    def __init__(self, exact: FolderEmbedder, *, for_storing: bool) -> None:
        """Encode in bfloat16 if `for_storing`, else as `exact`."""
        self.name = exact.name + BF16
        self.digest = hashlib.sha256(f"{exact.digest}{BF16}".encode()).hexdigest()
        self._exact = exact
        self._for_storing = for_storing

    @property
    def dimension(self) -> int:
        """Numbers in one vector."""
        return self._exact.dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row a text, in the order given: (n, dimension), unit length.

        Raises:
            ModelError: the model cannot be loaded.
        """
        return self._encoder.encode(texts)

    @functools.cached_property
    def _encoder(self) -> BatchEncoder | Reference:
        exact, export = self._exact.encoder, cache.find(self._exact.digest)
        if not self._for_storing or export is None or isinstance(exact, Reference):
            return exact
        from factcheck.embed import half

        return half.load(export, self._exact.folder, exact)


def _quick(digest: str) -> BatchEncoder | None:
    """Return the model's export, loaded, if there is one that is whole."""
    try:
        found = cache.find(digest)
        return onnx.load(found) if found else None
    except Exception:  # noqa: BLE001 - whatever is wrong with it, the reference can do the work
        return None


def _made(digest: str, folder: Path) -> BatchEncoder | Reference:
    """Make the model's export and load it; the reference where that is not to be."""
    reference = Reference(folder)
    try:
        from factcheck.embed import export

        made = export.make(digest, folder, reference)
        return onnx.load(made) if made else reference
    except Exception:  # noqa: BLE001 - a cache that cannot be written, a model that cannot be traced
        return reference
