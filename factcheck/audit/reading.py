"""The child that reads an archive: it opens files, and nobody else does.

A file that a reader cannot bear ends this child; its parent begins another one behind that file.
"""

from __future__ import annotations

import contextlib
import os

from factcheck.audit.limits import MEMORY_EXIT, limit_memory, restart_clock
from factcheck.audit.options import ReadingJob, decode, encode, from_bytes
from factcheck.audit.places import Found, files
from factcheck.audit.wire import Wire
from factcheck.readers import read
from factcheck.schema import Document, Refusal


def main() -> None:
    """Send the bytes of all files (t), then each file with its bytes (f) and what is in it."""
    wire = Wire.of_child()
    told = wire.receive()
    if told is None:
        return
    job = decode(told.content, ReadingJob)
    limit_memory(job.audits.memory_bytes)
    restart_clock(0)  # listing an archive may take long, and harms nothing
    places = [from_bytes(place) for place in job.places]
    without = [from_bytes(place) for place in job.without]
    wire.send(b"t", encode(sum(_size(found) for found in files(places, without))))
    for number, found in enumerate(files(places, without)):
        if number >= job.skip:
            _send_file(found, wire, job)
    wire.send(b"z")


def _send_file(found: Found, wire: Wire, job: ReadingJob) -> None:
    name = found.path if isinstance(found, Refusal) else found[1]
    wire.send(b"f", encode((name, _size(found))))
    if isinstance(found, Refusal):
        wire.send(b"r", encode(found))
        return
    restart_clock(job.audits.seconds)
    try:
        for one in read(found[0], name=name, fields=job.fields, limits=job.limits):
            wire.send(b"d" if isinstance(one, Document) else b"r", encode(one))
            restart_clock(job.audits.seconds)
    except MemoryError:
        os._exit(MEMORY_EXIT)
    except OSError:  # nobody listens any more
        raise
    except Exception as error:  # noqa: BLE001 - a fault in a reader costs one file, not the audit
        reason = f"It could not be read: {type(error).__name__}. Please report this fault."
        wire.send(b"r", encode(Refusal(name, "fault", reason)))
    finally:
        restart_clock(0)


def _size(found: Found) -> int:
    if isinstance(found, Refusal):
        return 0
    try:
        return found[0].stat().st_size
    except OSError:
        return 0


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        main()
