"""Where exports of models are kept: one folder a model digest, in the user's cache.

A folder appears whole, by one rename, and is believed by the SHA-256 of its files alone. One that
is damaged, or made by another recipe, counts as absent.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from factcheck.embed.folders import file_digest

RECIPE = 1  # to be raised when exports are made or read in another way
GRAPH, WEIGHTS, TOKENIZER = "encoder.onnx", "weights.bin", "tokenizer.json"
RECORD = "export.json"

Pooling = Literal["mean", "cls"]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an export was made from, and what its graph does not say.

    `files` holds the SHA-256 of each file by name; `max_tokens` is where texts are cut.
    """

    recipe: int
    model: str
    files: dict[str, str]
    pooling: Pooling
    max_tokens: int
    dimension: int


class Export(NamedTuple):
    """An export that is whole."""

    folder: Path
    record: Record


def place(digest: str) -> Path:
    """Return the folder for the export of the model with this digest."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    # A relative path is to be ignored. Source: XDG Base Directory Specification.
    root = Path(named) if Path(named).is_absolute() else Path.home() / ".cache"
    return root / "factcheck" / "models" / digest


def find(digest: str) -> Export | None:
    """Return the export of a model if it is there and whole."""
    folder = place(digest)
    try:
        record = msgspec.json.decode((folder / RECORD).read_bytes(), type=Record)
        is_whole = (
            (record.recipe, record.model) == (RECIPE, digest)
            and record.files.keys() == {GRAPH, WEIGHTS, TOKENIZER}
            and all(file_digest(folder / name) == sha for name, sha in record.files.items())
        )
    except (OSError, msgspec.DecodeError):
        return None
    return Export(folder, record) if is_whole else None


def store(digest: str, make: Callable[[Path], Record | None]) -> Export | None:
    """Let `make` fill a folder, and put it in place with its record; None if `make` declines.

    Raises:
        OSError: the cache cannot be written.
    """
    target = place(digest)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(
        prefix=f"{digest[:12]}.", dir=target.parent, ignore_cleanup_errors=True
    ) as beside:
        made = Path(beside, "export")
        made.mkdir()
        record = make(made)
        if record is None:
            return None
        (made / RECORD).write_bytes(msgspec.json.encode(record))
        if target.exists():  # damaged, or of another recipe
            target.rename(Path(beside, "before"))
        # Another process may have been as quick; its export is as good.
        with contextlib.suppress(OSError):
            made.rename(target)
    return find(digest)
