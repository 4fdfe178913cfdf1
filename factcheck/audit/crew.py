"""Workers on this machine: each a child that checks units, minded by a thread of ours."""

from __future__ import annotations

import queue
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from factcheck import errors
from factcheck.audit import rows
from factcheck.audit.archive import Unit
from factcheck.audit.options import CheckingJob, decode, encode
from factcheck.audit.wire import Cause, Child, ChildGoneError
from factcheck.schema import Document

_MODULE = "factcheck.audit.checking"
_TRIES = 2  # of a lone document: what ended its first child may have come from outside
_WAITING = 2  # units a worker, so that none waits for the reader
_WHY: dict[Cause, str] = {
    "timed-out": "Checking it took longer than {seconds} seconds of processor time.",
    "too-much-memory": "Checking it took more than {megabytes} MB of memory.",
    "died": "The process that checked it ended.",
}

Done = tuple[Unit, list[bytes]]


class Worker:
    """Checks one unit at a time, in a child that is started anew when it has ended."""

    def __init__(self, job: CheckingJob) -> None:
        self._job = job
        self._child: Child | None = None
        self._cause: Cause = "died"
        self._is_stopped = False

    def check(self, documents: Sequence[bytes]) -> list[bytes]:
        """Return the lines of each encoded document.

        When the child does not come through, the documents that are left are checked alone; one
        that ends its child again is refused.

        Raises:
            FactcheckError: index or model cannot be used.
            ChildGoneError: `stop` was called.
        """
        done = self._attempt(documents)
        for document in documents[len(done) :]:
            done.append(self._alone(document))
        return done

    def stop(self) -> None:
        """End the child, and whoever waits in `check`; any thread may call it."""
        self._is_stopped = True
        if self._child is not None:
            self._child.kill()

    def _alone(self, document: bytes) -> bytes:
        for _ in range(_TRIES):
            for result in self._attempt([document]):
                return result
            if self._cause == "timed-out":  # processor time, which nobody else uses up
                break
        audits = self._job.audits
        said = _WHY[self._cause].format(
            seconds=audits.seconds, megabytes=audits.memory_bytes // 1_000_000
        )
        state: rows.State = "timed-out" if self._cause == "timed-out" else "refused"
        return rows.unchecked(decode(document, Document), state, self._cause, said)

    def _attempt(self, documents: Sequence[bytes]) -> list[bytes]:
        """Return the lines of as many documents as one child comes through."""
        done: list[bytes] = []
        try:
            child = self._opened()
            if documents:
                child.send(b"u", encode(documents))
            while len(done) < len(documents):
                frame = child.receive(self._job.audits.silent_seconds)
                if frame.kind == b"x":
                    break
                done.append(_result(frame.kind, frame.content))
        except ChildGoneError as gone:
            self._child = None
            self._cause = gone.cause
            if self._is_stopped:
                raise
        return done

    def _opened(self) -> Child:
        if self._is_stopped:
            raise ChildGoneError("died")
        if self._child is None:
            self._child = _open(self._job)
        return self._child

    def close(self) -> None:
        """End the child."""
        if self._child is not None:
            self._child.end()
            self._child = None


def _open(job: CheckingJob) -> Child:
    """Start a child and wait until it has opened all.

    Raises:
        FactcheckError: index or model cannot be used.
    """
    child = Child(_MODULE)
    try:
        child.send(b"j", encode(job))
        frame = child.receive()
    except ChildGoneError as gone:
        raise errors.FactcheckError(
            "A worker ended while it opened the index and its model.",
            hint="Is there memory for as many workers? Try --workers 1.",
        ) from gone
    if frame.kind != b"o":
        child.end()
        _result(frame.kind, frame.content)
    return child


def _result(kind: bytes, content: bytes) -> bytes:
    if kind == b"e":
        name, message, hint = decode(content, tuple[str, str, str])
        raise getattr(errors, name)(message, hint=hint)
    return content


class Crew:
    """So many workers, which take units as they come."""

    def __init__(self, job: CheckingJob, count: int) -> None:
        self._workers = [Worker(job) for _ in range(count)]
        self._idle: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)

    def check(self, units: Iterable[Unit]) -> Iterator[Done]:
        """Yield each unit with the lines of its documents, as they are done.

        What is left when the caller stops is dropped, and all children are ended.

        Raises:
            FactcheckError: index or model cannot be used.
        """
        count = len(self._workers)
        pool = ThreadPoolExecutor(count)
        waiting: set[Future[Done]] = set()
        try:
            for unit in units:
                waiting.add(pool.submit(self._check, unit))
                if len(waiting) >= _WAITING * count:
                    done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                    yield from (future.result() for future in done)
            while waiting:
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        finally:
            for worker in self._workers:
                worker.stop()
            pool.shutdown(cancel_futures=True)
            for worker in self._workers:
                worker.close()

    def _check(self, unit: Unit) -> Done:
        worker = self._idle.get()
        try:
            return unit, worker.check(unit.documents)
        finally:
            self._idle.put(worker)
