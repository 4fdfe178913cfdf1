"""Frames between an audit and its children: a letter, a length, and so many bytes.

Bytes alone go over the pipe, never objects: nothing is unpickled on either side.
"""

from __future__ import annotations

import os
import select
import signal
import struct
import subprocess
import sys
from typing import Literal, NamedTuple

from factcheck.audit.limits import MEMORY_EXIT

Cause = Literal["timed-out", "too-much-memory", "died"]

_HEAD = struct.Struct(">cQ")
_PIECE = 1 << 20


class Frame(NamedTuple):
    """One message: what it is, in a letter, and its content."""

    kind: bytes
    content: bytes


class ChildGoneError(Exception):
    """A child has ended, or says nothing any more and was ended; caught by whoever started it."""

    def __init__(self, cause: Cause) -> None:
        super().__init__(cause)
        self.cause: Cause = cause


class Wire:
    """Frames over two descriptors."""

    def __init__(self, source: int, target: int) -> None:
        self._source, self._target = source, target

    @classmethod
    def of_child(cls) -> Wire:
        """Take over standard input and output; what is printed from now on goes to stderr."""
        wire = cls(os.dup(0), os.dup(1))
        os.dup2(2, 1)
        return wire

    def send(self, kind: bytes, content: bytes = b"") -> None:
        """Write one frame, waiting until the other side takes it.

        Raises:
            OSError: there is no other side any more.
        """
        for part in (_HEAD.pack(kind, len(content)), content):
            left = memoryview(part)
            while left:
                left = left[os.write(self._target, left) :]

    def receive(self, seconds: float | None = None) -> Frame | None:
        """Return the next frame, or None when the other side has closed.

        Raises:
            TimeoutError: nothing came for so many seconds.
        """
        head = self._read(_HEAD.size, seconds)
        if head is None:
            return None
        kind, length = _HEAD.unpack(head)
        content = self._read(length, seconds)
        return None if content is None else Frame(kind, content)

    def close(self) -> None:
        """Close both descriptors."""
        os.close(self._source)
        os.close(self._target)

    def _read(self, length: int, seconds: float | None) -> bytes | None:
        found = bytearray()
        while len(found) < length:
            if seconds is not None and not _is_ready(self._source, seconds):
                raise TimeoutError
            piece = os.read(self._source, min(length - len(found), _PIECE))
            if not piece:
                return None
            found += piece
        return bytes(found)


def _is_ready(descriptor: int, seconds: float) -> bool:
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(seconds * 1000))


class Child:
    """A process that runs one module of this room, seen from the one that started it."""

    def __init__(self, module: str) -> None:
        """Start `module` on one thread, deaf to the terminal's Ctrl-C: its parent ends it."""
        environment = os.environ | {"OMP_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-P", "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            process_group=0,
            bufsize=0,
        )
        source, target = self._process.stdout, self._process.stdin
        assert source is not None and target is not None  # noqa: S101 - PIPE makes both
        self._wire = Wire(os.dup(source.fileno()), os.dup(target.fileno()))
        source.close()
        target.close()

    def send(self, kind: bytes, content: bytes = b"") -> None:
        """Write one frame.

        Raises:
            ChildGoneError: it has ended.
        """
        try:
            self._wire.send(kind, content)
        except OSError as error:
            raise self._gone() from error

    def receive(self, seconds: float | None = None) -> Frame:
        """Return its next frame.

        Raises:
            ChildGoneError: it has ended, or was silent for so many seconds and is ended now.
        """
        try:
            frame = self._wire.receive(seconds)
        except TimeoutError as error:
            self.end()
            raise ChildGoneError("timed-out") from error
        except OSError as error:
            raise self._gone() from error
        if frame is None:
            raise self._gone()
        return frame

    def kill(self) -> None:
        """End it at once, from any thread; whoever waits for it is told that it is gone."""
        self._process.kill()

    def end(self) -> None:
        """End it at once and let go of its pipes."""
        self._process.kill()
        self._process.wait()
        self._wire.close()

    def _gone(self) -> ChildGoneError:
        code = self._process.wait()
        self._wire.close()
        if code == -signal.SIGPROF:
            return ChildGoneError("timed-out")
        is_memory = code in {MEMORY_EXIT, -signal.SIGABRT, -signal.SIGKILL}
        return ChildGoneError("too-much-memory" if is_memory else "died")
