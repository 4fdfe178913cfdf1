"""The child that checks documents: model and index are opened once, a text may be its end."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence

from factcheck.audit import rows
from factcheck.audit.limits import MEMORY_EXIT, limit_memory, restart_clock
from factcheck.audit.options import CheckingJob, Options, decode, encode, from_bytes
from factcheck.audit.wire import Wire
from factcheck.errors import FactcheckError
from factcheck.pipeline import Checker
from factcheck.readers import read_text
from factcheck.schema import Document

# Checked before all others: what loads with the first document is charged to none.
_FIRST = "Ana Reyes, the mayor of Essel, said on 3 May 2015 that “the water rose” by 40 percent."


def main() -> None:
    """Say when all is open (o); then answer each unit (u) with a result a document (d).

    A fault in a unit of several documents is said (x), and the unit is left; an error that is no
    document's own (e) is for the whole audit.
    """
    wire = Wire.of_child()
    told = wire.receive()
    if told is None:
        return
    try:
        job = decode(told.content, CheckingJob)
        checker = Checker.open(
            [from_bytes(path) for path in job.indices], job.settings, in_order=job.in_order
        )
        checker.check(read_text(_FIRST, "first.txt"))
        if checker.verifier is not None:
            checker.verifier.scores([(_FIRST, _FIRST)])
        if checker.verifier:
            checker.verifier.scores([(_FIRST, _FIRST)])
        wire.send(b"o")
        limit_memory(job.audits.memory_bytes)
        while (unit := wire.receive()) is not None:
            _answer(decode(unit.content, tuple[bytes, ...]), checker, job, wire)
    except FactcheckError as error:
        wire.send(b"e", encode((type(error).__name__, error.message, error.hint)))
    except MemoryError:
        os._exit(MEMORY_EXIT)


def _answer(encoded: Sequence[bytes], checker: Checker, job: CheckingJob, wire: Wire) -> None:
    documents = [decode(one, Document) for one in encoded]
    restart_clock(job.audits.seconds * len(documents))
    try:
        for result in _results(documents, checker, job.options):
            wire.send(b"d", result)
            restart_clock(job.audits.seconds)
    except (FactcheckError, MemoryError, OSError):
        raise
    except Exception as error:  # noqa: BLE001 - a fault costs one document, not the audit
        if len(documents) > 1:
            wire.send(b"x")
        else:
            said = f"It could not be checked: {type(error).__name__}. Please report this fault."
            wire.send(b"d", rows.unchecked(documents[0], "refused", "fault", said))
    finally:
        restart_clock(0)


def _results(documents: Sequence[Document], checker: Checker, options: Options) -> Iterator[bytes]:
    """Yield the lines of each document, in order."""
    reasons = [_left_out(document, options) for document in documents]
    wanted = [one for one, reason in zip(documents, reasons, strict=True) if reason is None]
    reports = checker.check_all(
        wanted, kinds=options.kinds, against_earlier=options.against_earlier
    )
    for reason in reasons:
        yield rows.checked(next(reports), checker.notices) if reason is None else reason


def _left_out(document: Document, options: Options) -> bytes | None:
    """Return the line of a document that is not to be checked."""
    date = document.origin.date
    if options.since and date and date < options.since:
        said = f"It is dated before {options.since}."
        return rows.unchecked(document, "left-out", "before-since", said)
    if options.against_earlier and date is None:
        said = "It has no date, so no source is known to have come before it."
        return rows.unchecked(document, "refused", "no-date", said)
    return None


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        main()
