"""The journal of an audit: one file a finished unit, so that a death costs one unit a worker.

A file is written beside and renamed, and begins with its key and digest: what is torn, or was made
from other documents, another index, other settings or another version of the program, is no
result and is made again.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from factcheck.audit.archive import Unit
from factcheck.errors import UsageError

_FOLDER = "journal"
_NAME = re.compile(r"[0-9]{8}\.jsonl")


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The first line of a file: what it was made from, and the SHA-256 of the rest."""

    key: str
    sha256: str


class Journal:
    """The finished units of the audit in a folder; one process at a time may hold it."""

    def __init__(self, out: Path, *, resume: bool) -> None:
        """Begin an audit in `out`, or go on with the one there.

        Raises:
            UsageError: `out` exists and is not to be resumed, is no audit, or is in use.
        """
        self._folder = out / _FOLDER
        if not resume and (out.exists() or out.is_symlink()):
            raise UsageError(
                f"{out} exists already.",
                hint="Go on with the audit in it by --resume, or name another.",
            )
        if out.exists() and not self._folder.is_dir():
            raise UsageError(f"{out} holds no audit.", hint="Name another folder with --out.")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock = os.open(
                self._folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644
            )
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(self._lock)
            raise UsageError(f"{out} is in use by another audit.", hint="Wait for it.") from error
        except OSError as error:
            raise UsageError(f"{out} cannot be written: {error.strerror}.") from error
        for torn in self._folder.glob(".*.part"):
            torn.unlink()

    def close(self) -> None:
        """Let another process go on."""
        os.close(self._lock)

    def read(self, number: int, key: str | None = None) -> list[bytes] | None:
        """Return the lines of a unit, if it is finished, whole, and has this key."""
        try:
            head, _, body = self._file(number).read_bytes().partition(b"\n")
            known = msgspec.json.decode(head, type=Head)
        except (OSError, msgspec.DecodeError):
            return None
        if key not in {None, known.key} or hashlib.sha256(body).hexdigest() != known.sha256:
            return None
        return body.splitlines()

    def write(self, number: int, key: str, results: Sequence[bytes]) -> None:
        """Store the lines of a unit.

        Raises:
            UsageError: it cannot be written.
        """
        body = b"\n".join(results)
        head = msgspec.json.encode(Head(key, hashlib.sha256(body).hexdigest()))
        target = self._file(number)
        beside = self._folder / f".{target.name}.part"
        try:
            with beside.open("wb") as file:
                file.write(head + b"\n" + body)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(target)
        except OSError as error:
            with contextlib.suppress(OSError):
                beside.unlink()
            raise UsageError(
                f"{target} cannot be written: {error.strerror}.",
                hint="Make room and go on with --resume.",
            ) from error

    def finish(self, count: int) -> None:
        """Drop what an earlier run of a longer archive left beyond `count` units."""
        for file in self._folder.iterdir():
            if _NAME.fullmatch(file.name) and int(file.stem) >= count:
                file.unlink()

    def lines(self, count: int) -> Iterator[bytes]:
        """Yield the lines of all `count` units, in the order of the archive.

        Raises:
            UsageError: one of them was damaged meanwhile.
        """
        for number in range(count):
            found = self.read(number)
            if found is None:
                raise UsageError(
                    f"{self._file(number)} was damaged.", hint="Make it anew with --resume."
                )
            yield from found

    def _file(self, number: int) -> Path:
        return self._folder / f"{number:08}.jsonl"


def merged(unit: Unit, results: Sequence[bytes]) -> list[bytes]:
    """Return the lines of all entries of a unit, from those of its documents, in order."""
    checked = iter(results)
    return [next(checked) if is_document else content for is_document, content in unit.entries]
