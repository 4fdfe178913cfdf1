"""What a file is read with: when this changes, every file is read again."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping
from pathlib import Path, PurePath

import msgspec

from factcheck.config import Limits, Tables
from factcheck.schema import Document

# What turns a file into passages and claims.
_PARTS = (
    "corpus/passages.py",
    "extract",
    "normalize.py",
    "readers",
    "schema.py",
    "segment.py",
    "tokens.py",
    "vocabulary",
)


def recipe(fields: Mapping[str, str], limits: Limits, tables: Tables) -> bytes:
    """Return a digest of the code, the tables and the settings that read a file."""
    settings = repr((sorted(fields.items()), limits, tables.digest))
    return hashlib.sha256(settings.encode() + _code()).digest()


@functools.cache
def _code() -> bytes:
    root = Path(__file__).parents[1]
    whole = hashlib.sha256()
    for part in _PARTS:
        found = [root / part] if part.endswith(".py") else sorted((root / part).rglob("*"))
        for file in found:
            if file.suffix in {".py", ".toml"}:
                whole.update(file.relative_to(root).as_posix().encode() + file.read_bytes())
    return whole.digest()


def content(document: Document, read_with: bytes) -> bytes:
    """Return the digest of all that passages and claims of a document are made from.

    Its id and path are not among it, but for the suffix: so a renamed document is recognised.
    """
    origin = msgspec.structs.replace(document.origin, id="", path="")
    nameless = msgspec.json.encode(msgspec.structs.replace(document, origin=origin))
    suffix = PurePath(document.origin.path).suffix.lower().encode("utf-8", "surrogatepass")
    return hashlib.sha256(b"\0".join((read_with, suffix, nameless))).digest()
