"""The flow of an audit: read, cut into units, check what is not yet done, write the results."""

from __future__ import annotations

import contextlib
import functools
import hashlib
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec

from factcheck import __version__, corpus
from factcheck.audit import results
from factcheck.audit.archive import Progress, Unit, entries, units
from factcheck.audit.journal import Journal, merged
from factcheck.audit.options import CheckingJob, Options, ReadingJob, in_bytes
from factcheck.audit.places import roots
from factcheck.audit.results import Facts, Summary
from factcheck.audit.rows import DocumentRow
from factcheck.audit.wire import ChildGoneError
from factcheck.config import Audits, Settings
from factcheck.entail import chosen_verifier
from factcheck.errors import FactcheckError, UsageError
from factcheck.index import Index, Indices

_PROGRAM = Path(__file__).parents[1]


class Standing(NamedTuple):
    """How far an audit has come: `read` and `size` are bytes of the archive."""

    read: int
    size: int
    documents: int
    refused: int
    conflicting: int


class Engine(Protocol):
    """Checks units, in any order."""

    def check(self, units: Iterable[Unit]) -> Iterator[tuple[Unit, list[bytes]]]:
        """Yield each unit with the lines of its documents, as they are done."""
        ...


class Place(NamedTuple):
    """What is checked, against what, and where the results go.

    `archive` are files, folders and patterns; with several `indices`, `in_order` lets each outrank
    those named later.
    """

    archive: Sequence[Path]
    indices: Sequence[Path]
    out: Path
    in_order: bool = False


def audit(
    place: Place,
    engine: Callable[[CheckingJob], Engine],
    *,
    options: Options | None = None,
    settings: Settings | None = None,
    audits: Audits | None = None,
    resume: bool = False,
    progress: Callable[[Standing], None] | None = None,
) -> Summary:
    """Check an archive and write the results; the same archive and index give the same bytes.

    Raises:
        UsageError: nothing is at a place, or the folder for the results cannot be used.
        FactcheckError: index or model cannot be used.
    """
    options, settings, audits = options or Options(), settings or Settings(), audits or Audits()
    _check_places(place.archive)
    facts, fields = _facts(place, options, settings)
    job = CheckingJob(in_bytes(place.indices), place.in_order, settings, options, audits)
    reading = ReadingJob(
        in_bytes(place.archive),
        in_bytes([place.out, *place.indices]),
        options.fields,
        settings.limits,
        audits,
    )
    told = msgspec.structs.replace(facts, notices=())  # a file more changes no verdict
    base = hashlib.sha256(
        msgspec.json.encode((_program(), told, fields, audits, place.in_order))
    ).hexdigest()
    with contextlib.closing(Journal(place.out, resume=resume)) as journal:
        ledger = _Ledger(journal, base, progress or (lambda _: None))
        try:
            count = ledger.check(reading, engine(job))
        except ChildGoneError as gone:
            raise FactcheckError(f"The archive could not be read ({gone.cause}).") from gone
        journal.finish(count)
        return results.write(place.out, journal.lines(count), facts)


class _Ledger:
    """Sees to it that each unit is in the journal, and counts them."""

    def __init__(self, journal: Journal, base: str, progress: Callable[[Standing], None]) -> None:
        self._journal, self._base, self._progress = journal, base, progress
        self._counts: Counter[str] = Counter()

    def check(self, reading: ReadingJob, engine: Engine) -> int:
        """Check what is not in the journal yet; return the number of units."""
        moved = Progress()
        last = -1

        def missing() -> Generator[Unit, None, None]:
            nonlocal last
            for unit in units(entries(reading, moved), reading.audits):
                last = unit.number
                done = self._journal.read(unit.number, unit.key(self._base))
                if done is None:
                    yield unit
                else:
                    self._count(done, moved)

        with contextlib.closing(missing()) as waiting:
            for unit, checked in engine.check(waiting):
                lines = merged(unit, checked)
                self._journal.write(unit.number, unit.key(self._base), lines)
                self._count(b"\n".join(lines).splitlines(), moved)
        return last + 1

    def _count(self, lines: Sequence[bytes], moved: Progress) -> None:
        place = 0
        while place < len(lines):
            row = msgspec.json.decode(lines[place], type=DocumentRow)
            place += 1 + row.claims
            self._counts["documents"] += 1
            self._counts["conflicting"] += row.conflicting
            self._counts["refused"] += row.state in {"refused", "timed-out"}
        counts = self._counts
        self._progress(
            Standing(
                moved.done,
                moved.total,
                counts["documents"],
                counts["refused"],
                counts["conflicting"],
            )
        )


def _check_places(archive: Sequence[Path]) -> None:
    for place in archive:
        if not any(root.exists() for root in roots(place)):
            raise UsageError(f"There is no file or folder {place}.", hint="Check the name.")


def _facts(place: Place, options: Options, settings: Settings) -> tuple[Facts, str]:
    """Return what the results depend on, and the fields of records, on which a journal does."""
    paths, verifier = place.indices, chosen_verifier(settings.verification.verifier)
    with Index.open(paths[0]) if len(paths) == 1 else Indices.open(paths) as index:
        info = index.info
        facts = Facts(
            __version__,
            settings.digest,
            info.model.digest,
            info.state,
            info.passages,
            index.newest,
            options.kinds,
            options.since,
            options.against_earlier,
            (*index.notices, *corpus.notices(index)),
            verifier.digest if verifier else "",
        )
    return facts, repr(sorted(options.fields.items()))


@functools.cache
def _program() -> str:
    """Return a digest of the program: what another version has found is found again."""
    whole = hashlib.sha256()
    for file in sorted(_PROGRAM.rglob("*")):
        if file.suffix in {".py", ".toml"}:
            whole.update(file.relative_to(_PROGRAM).as_posix().encode() + file.read_bytes())
    return whole.hexdigest()
