"""What an audit is asked, and what its children are told."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from factcheck.config import Audits, Limits, Settings
from factcheck.schema import ClaimKind

_T = TypeVar("_T")


class Options(msgspec.Struct, frozen=True):
    """Which claims of which documents are checked, and against what.

    `kinds` are the kinds of claims, all where there is none. Documents dated before `since` are
    left out. With `against_earlier` only sources dated before a document speak of it. `fields` says
    which record field plays which role, as in `readers.read`.
    """

    kinds: tuple[ClaimKind, ...] = ()
    since: dt.date | None = None
    against_earlier: bool = False
    fields: Mapping[str, str] = {}


class ReadingJob(msgspec.Struct, frozen=True):
    """What the reading child is told; paths are bytes, since a path may be no text."""

    places: tuple[bytes, ...]
    without: tuple[bytes, ...]
    fields: Mapping[str, str]
    limits: Limits
    audits: Audits
    skip: int = 0


class CheckingJob(msgspec.Struct, frozen=True):
    """What a checking child is told."""

    indices: tuple[bytes, ...]
    in_order: bool
    settings: Settings
    options: Options
    audits: Audits


def encode(value: object) -> bytes:
    """Encode one of the above, or a list of bytes."""
    return msgspec.msgpack.encode(value)


def decode(data: bytes, form: type[_T]) -> _T:
    """Decode what `encode` made."""
    return msgspec.msgpack.decode(data, type=form)


def in_bytes(paths: Sequence[Path]) -> tuple[bytes, ...]:
    """Return paths as bytes."""
    return tuple(os.fsencode(path) for path in paths)


def from_bytes(path: bytes) -> Path:
    """Return the path that `in_bytes` made bytes of."""
    return Path(os.fsdecode(path))
