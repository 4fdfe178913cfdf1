"""The files an audit leaves: a pure function of its journal, so the same bytes each time."""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import os
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import IO, Any, get_args

import msgspec

from factcheck.audit.rows import ClaimRow, DocumentRow
from factcheck.audit.tally import Tally
from factcheck.errors import UsageError
from factcheck.report.escaping import for_json, for_terminal
from factcheck.schema import ClaimKind, Label, Notice

CLAIMS, TABLE, DOCUMENTS = "claims.jsonl", "claims.parquet", "documents.csv"
SUMMARY, PAGE = "summary.json", "report.html"
FORMAT = 1

_FORMULA = frozenset("=+-@")  # a spreadsheet would take it for one
_COLUMNS = DocumentRow.__struct_fields__


class Facts(msgspec.Struct, frozen=True):
    """What the results depend on besides the archive; `verifier` is empty where none is asked."""

    version: str
    settings: str
    model: str
    index: str
    passages: int
    newest_source: dt.date | None
    kinds: tuple[ClaimKind, ...]
    since: dt.date | None
    against_earlier: bool
    notices: tuple[Notice, ...]
    verifier: str = ""


class Summary(msgspec.Struct, frozen=True):
    """The counts of an audit; `documents` by what came of them."""

    format: int
    facts: Facts
    documents: Mapping[str, int]
    claims: Mapping[str, int]
    kinds: Mapping[str, Mapping[str, int]]
    reasons: Mapping[str, int]
    notices: Mapping[str, int]


def write(out: Path, lines: Iterable[bytes], facts: Facts) -> Summary:
    """Write all files of an audit from its lines, each whole or not at all.

    Raises:
        UsageError: one cannot be written.
    """
    from factcheck.frames import ClaimsFile  # pandas takes a while, and the children need none

    tally = Tally()
    try:
        with (
            _whole(out / CLAIMS) as claims,
            _whole(out / DOCUMENTS) as documents,
            _whole(out / TABLE) as table,
            contextlib.closing(ClaimsFile(table)) as rows,
        ):
            text = _Lines(documents)
            sheet = csv.writer(text, lineterminator="\n")
            sheet.writerow(_COLUMNS)
            for kind, line in told(lines):
                if kind is DocumentRow:
                    row = msgspec.json.decode(line, type=DocumentRow)
                    tally.add_document(row)
                    sheet.writerow([_cell(getattr(row, name)) for name in _COLUMNS])
                else:
                    claim = msgspec.json.decode(line, type=ClaimRow)
                    tally.add_claim(claim)
                    claims.write(line + b"\n")
                    rows.add(flat(claim))
        summary = _summary(tally, facts)
        with _whole(out / SUMMARY) as file:
            file.write(
                (for_json(msgspec.to_builtins(summary), indent=2, number=str) + "\n").encode()
            )
        from factcheck.audit import page

        with _whole(out / PAGE) as file:
            file.write(page.render(tally, summary).encode())
    except OSError as error:
        raise UsageError(
            f"The results cannot be written to {out}: {error.strerror}.",
            hint="Make room and go on with --resume.",
        ) from error
    return summary


def told(lines: Iterable[bytes]) -> Iterator[tuple[type[DocumentRow] | type[ClaimRow], bytes]]:
    """Yield each line with what it is: behind each document come its claims."""
    claims = 0
    for line in lines:
        if claims:
            claims -= 1
            yield ClaimRow, line
        else:
            claims = msgspec.json.decode(line, type=_Count).claims
            yield DocumentRow, line


class _Count(msgspec.Struct, frozen=True):
    claims: int


class _Lines:
    """Takes text for a file of bytes."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def write(self, text: str) -> int:
        return self._file.write(text.encode())


def _cell(value: object) -> object:
    """Return a cell; text is on one line, and none is a formula."""
    match value:
        case tuple():
            return " ".join(value)
        case str():
            line = for_terminal(" ".join(value.split()))
            return f"'{line}" if line[:1] in _FORMULA else line
        case _:
            return value


def flat(claim: ClaimRow) -> dict[str, Any]:
    """Return a claim as one row of cells; `evidence_*` is the deciding passage."""
    row = msgspec.structs.asdict(claim)
    del row["differs"]
    evidence = row.pop("evidence")
    value = msgspec.to_builtins(claim.value, builtin_types=(Decimal,))
    row["value"] = for_json(value, indent=None, number=str)
    row["remarks"] = list(claim.remarks)
    for first in evidence[:1]:
        row |= {f"evidence_{name}": cell for name, cell in msgspec.structs.asdict(first).items()}
    row.pop("evidence_differs", None)
    return row


def _summary(tally: Tally, facts: Facts) -> Summary:
    labels = get_args(Label)
    kinds = [kind for kind in get_args(ClaimKind) if any(tally.verdicts(kind).values())]
    return Summary(
        FORMAT,
        facts,
        {"found": sum(tally.states.values()), **dict(sorted(tally.states.items()))},
        {label: tally.verdicts()[label] for label in labels},
        {kind: {label: tally.verdicts(kind)[label] for label in labels} for kind in kinds},
        dict(sorted(tally.refusals.items())),
        dict(sorted(tally.notices.items())),
    )


@contextlib.contextmanager
def _whole(path: Path) -> Iterator[IO[bytes]]:
    """Open a file beside `path`, which it replaces when all is written."""
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
