"""What an archive holds, as a stream: documents and refusals in order, then units of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from factcheck.audit import rows
from factcheck.audit.options import ReadingJob, decode, encode
from factcheck.audit.wire import Cause, Child, ChildGoneError
from factcheck.config import Audits
from factcheck.schema import Refusal

_MODULE = "factcheck.audit.reading"
_WHY: dict[Cause, str] = {
    "timed-out": "Reading it took too long",
    "too-much-memory": "Reading it took too much memory",
    "died": "The process that read it ended",
}


class Entry(NamedTuple):
    """A document to check, encoded; or the finished line of what could not be read."""

    is_document: bool
    content: bytes


class Unit(NamedTuple):
    """Documents that are checked together: the `number`th of the archive, from 0."""

    number: int
    entries: tuple[Entry, ...]

    @property
    def documents(self) -> tuple[bytes, ...]:
        """The documents to check."""
        return tuple(entry.content for entry in self.entries if entry.is_document)

    def key(self, base: str) -> str:
        """Return a digest of all that the results depend on; `base` is that of the audit."""
        whole = hashlib.sha256(base.encode())
        for is_document, content in self.entries:
            whole.update(b"%d %d " % (is_document, len(content)) + content)
        return whole.hexdigest()


class Progress:
    """How far the reading has come, in bytes of all files."""

    def __init__(self) -> None:
        self.total = 0
        self._done = self._size = self._within = 0

    def begin(self, size: int) -> None:
        """Begin a file; the one before is done."""
        self._done += self._size
        self._size, self._within = size, 0

    def move(self, size: int) -> None:
        """Count what a document of the file takes."""
        self._within = min(self._within + size, self._size)

    @property
    def done(self) -> int:
        """Bytes read."""
        return self._done + self._within


def units(entries: Iterable[Entry], audits: Audits) -> Iterator[Unit]:
    """Group entries in their order, by bounds that look at nothing else."""
    number, held, size = 0, list[Entry](), 0
    for entry in entries:
        more = len(entry.content)
        if held and (len(held) >= audits.unit_documents or size + more > audits.unit_bytes):
            yield Unit(number, tuple(held))
            number, held, size = number + 1, [], 0
        held.append(entry)
        size += more
    if held:
        yield Unit(number, tuple(held))


def entries(job: ReadingJob, progress: Progress) -> Iterator[Entry]:
    """Read an archive in a child; a file that ends the child is refused, and reading goes on."""
    skip = job.skip
    while True:
        reading = _Reading(msgspec.structs.replace(job, skip=skip), progress)
        try:
            yield from reading.entries()
        except ChildGoneError as gone:
            if not reading.begun:
                raise
            skip += reading.begun
            yield reading.refused(gone.cause)
        else:
            return
        finally:
            reading.close()


class _Reading:
    """One run of the child."""

    def __init__(self, job: ReadingJob, progress: Progress) -> None:
        self._child = Child(_MODULE)
        self._job, self._progress = job, progress
        self._is_open = True
        self.begun = 0
        self._name, self._documents = "", 0

    def entries(self) -> Iterator[Entry]:
        """Yield what the child sends.

        Raises:
            ChildGoneError: it ended before it had sent all.
        """
        try:
            self._child.send(b"j", encode(self._job))
            while (frame := self._child.receive(self._job.audits.silent_seconds)).kind != b"z":
                yield from self._entry(frame.kind, frame.content)
        except ChildGoneError:
            self._is_open = False
            raise

    def _entry(self, kind: bytes, content: bytes) -> Iterator[Entry]:
        match kind:
            case b"t":
                self._progress.total = decode(content, int)
            case b"f":
                self._name, size = decode(content, tuple[str, int])
                self._progress.begin(size)
                self.begun += 1
                self._documents = 0
            case b"d":
                self._documents += 1
                self._progress.move(len(content))
                yield Entry(is_document=True, content=content)
            case _:
                refusal = decode(content, Refusal)
                yield Entry(is_document=False, content=rows.unread(refusal))

    def refused(self, cause: Cause) -> Entry:
        """Return the line of the file at which the child ended."""
        reason = f"{_WHY[cause]}; {self._documents} documents before that point were read."
        refusal = Refusal(self._name, cause, reason)
        return Entry(is_document=False, content=rows.unread(refusal))

    def close(self) -> None:
        """End the child, if it has not ended."""
        if self._is_open:
            self._child.end()
