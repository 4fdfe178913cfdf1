"""An audit of documents that are in memory, as rows of a data frame."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from factcheck.audit import rows
from factcheck.audit.archive import Entry, units
from factcheck.audit.crew import Crew
from factcheck.audit.journal import merged
from factcheck.audit.options import CheckingJob, Options, encode, in_bytes
from factcheck.audit.results import flat, told
from factcheck.audit.rows import ClaimRow
from factcheck.config import Audits, Settings
from factcheck.frames import Frame, claims_frame, records
from factcheck.readers.records import Fields, Ids, Place, document
from factcheck.schema import Document


def audit_frame(
    frame: Frame,
    index: Path,
    *,
    options: Options | None = None,
    settings: Settings | None = None,
    workers: int = 1,
) -> Frame:
    """Check each row of a frame and return one row a claim, in the order of the frame.

    Columns are found by their names, as the fields of records are: text, title, date, source, id.
    The result has the columns of claims.parquet; `document` is `frame#` and the id, or the number
    of the row from 1. A row without a text has no claims.

    Raises:
        FactcheckError: index or model cannot be used.
    """
    options, settings, audits = options or Options(), settings or Settings(), Audits()
    job = CheckingJob(in_bytes([index]), False, settings, options, audits)
    crew = Crew(job, workers)
    done = {
        unit.number: b"\n".join(merged(unit, results)).splitlines()
        for unit, results in crew.check(units(_entries(frame, options), audits))
    }
    lines = (line for number in sorted(done) for line in done[number])
    found = [
        flat(msgspec.json.decode(line, type=ClaimRow))
        for kind, line in told(lines)
        if kind is ClaimRow
    ]
    return claims_frame(found)


def _entries(frame: Frame, options: Options) -> Iterator[Entry]:
    fields, ids = Fields(options.fields), Ids()
    for number, record in enumerate(records(frame), start=1):
        found = document(record, Place("frame", number, number), fields, ids)
        if isinstance(found, Document):
            yield Entry(is_document=True, content=encode(found))
        else:
            yield Entry(is_document=False, content=rows.unread(found))
