"""The file of decisions: one JSON object a line, written by `review` and `baseline`, or by hand."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from factcheck.errors import FactcheckError
from factcheck.schema import Claim, Decision, Label, Notice, Verdict

_MAX_BYTES = 50_000_000  # some 200,000 decisions
_SHOWN = 60  # code points of a claim, in its entry and in notices


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """One decision, about every claim with its fingerprint.

    `claim` are the claim's words, for whoever reads the file. With `verdict`, that of the day of
    the decision, it does not hold for a claim that has begun to conflict since.
    """

    fingerprint: str
    decision: Literal["ok", "wrong", "ignore"]
    reason: str
    who: str = ""
    until: dt.date | None = None
    verdict: Label | None = None
    claim: str = ""


class Ledger(NamedTuple):
    """The decisions by fingerprint, the last of each, and the lines that could not be read."""

    entries: Mapping[str, Entry] = {}
    notices: tuple[Notice, ...] = ()


def read_ledger(path: Path) -> Ledger:
    """Read a file of decisions; without one there is none. A broken line is a notice.

    Raises:
        FactcheckError: the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except FileNotFoundError:
        return Ledger()
    except OSError as error:
        raise FactcheckError(f"{path} cannot be read: {error.strerror}.") from error
    if len(data) > _MAX_BYTES:
        raise FactcheckError(f"{path} is larger than {_MAX_BYTES:,} bytes.")
    entries: dict[str, Entry] = {}
    notices: list[Notice] = []
    for number, line in enumerate(data.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            entry = msgspec.json.decode(line, type=Entry)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            said = f"{path}:{number} is no decision; it is passed over."
            notices.append(Notice("broken-decision", said))
            continue
        entries[entry.fingerprint] = entry
    return Ledger(entries, tuple(notices))


def write_entries(path: Path, entries: Iterable[Entry]) -> None:
    """Append decisions in one piece: after an end in between the file has all of them or none.

    Raises:
        FactcheckError: the file cannot be written.
    """
    data = b"".join(msgspec.json.encode(entry) + b"\n" for entry in entries)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab+", buffering=0) as file:
            if file.seek(0, os.SEEK_END) and _last(file.fileno()) != b"\n":
                data = b"\n" + data  # the line before was torn, or written by hand
            file.write(data)
            os.fsync(file.fileno())
    except OSError as error:
        raise FactcheckError(
            f"{path} cannot be written: {error.strerror}.", hint="Decisions so far are kept."
        ) from error


def _last(descriptor: int) -> bytes:
    return os.pread(descriptor, 1, os.fstat(descriptor).st_size - 1)


def entry_for(
    verdict: Verdict,
    decision: Literal["ok", "wrong", "ignore"],
    reason: str,
    who: str = "",
    until: dt.date | None = None,
) -> Entry:
    """Return the entry that decides about the claim of a verdict."""
    claim = verdict.claim
    return Entry(claim.fingerprint, decision, reason, who, until, verdict.label, short_words(claim))


def short_words(claim: Claim) -> str:
    """Return the words of a claim on one line, cut."""
    words = " ".join(claim.text.split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"


def decision_of(entry: Entry) -> Decision:
    """Return what an entry says of its claims."""
    return Decision(entry.decision, entry.reason, entry.who, entry.until)
