"""The drafts a command is given: files, or standard input as `-`."""

from __future__ import annotations

import datetime as dt
import glob
import os
import sys
from collections.abc import Iterator
from pathlib import Path, PurePath

import msgspec

from factcheck import readers
from factcheck.config import Limits
from factcheck.errors import UsageError
from factcheck.readers.records import NAMES
from factcheck.schema import Document, Refusal
from factcheck.vocabulary.calendar import date_in

STDIN = "-"


def read_drafts(path: str, limits: Limits) -> list[Document | Refusal]:
    """Read the drafts of one path: a file, all files of a folder, or those that fit a pattern.

    A file holds one draft, or one for each record; a path without any is refused. Of a folder
    hidden files are left out. Standard input shows by its bytes what it is.
    """
    if path == STDIN:
        return _read_stdin(limits)
    found: list[Document | Refusal] = []
    for file in _files(path):
        if isinstance(file, Refusal):
            found.append(file)
        else:
            found += readers.read(Path(file), name=file, fields={}, limits=limits)
    return found or [Refusal(path, "empty", "There is no draft in it.")]


def _files(path: str) -> Iterator[str | Refusal]:
    """Yield the files a path names, in order, as they are named in reports."""
    if Path(path).is_dir():
        for one in readers.walk(Path(path)):
            name = one.path if isinstance(one, Refusal) else one[1]
            below = str(PurePath(path) / name)
            if not isinstance(one, Refusal):
                yield below
            elif one.code != "skipped-hidden":
                yield msgspec.structs.replace(one, path=below)
    elif os.path.lexists(path):
        yield path
    else:  # a pattern in quotes, or in a shell that fills nothing in
        found = glob.glob(path, recursive=True)  # noqa: PTH207 - Path.glob takes no whole path
        fitting = sorted(name for name in found if Path(name).is_file())
        yield from fitting
        if not fitting:
            yield Refusal(path, "missing", "There is no such file.")


def as_of_date(text: str | None, option: str = "--as-of") -> dt.date | None:
    """Read the value of an option that takes a day.

    Raises:
        UsageError: it is no date.
    """
    if text is None:
        return None
    date = date_in(text)
    if date is None:
        raise UsageError(
            f"{option} {text} is not one day.",
            hint="Write it like 2015-09-27 or 27 September 2015.",
        )
    return date


def record_fields(fields: str) -> dict[str, str]:
    """Read the value of --fields: which field of a record plays which role.

    Raises:
        UsageError: it names no role, or no field.
    """
    roles = {}
    for pair in filter(None, fields.split(",")):
        role, _, field = pair.partition("=")
        if role.strip() not in NAMES or not field.strip():
            raise UsageError(
                f"--fields {pair} names no field.",
                hint=f"Write ROLE=FIELD, where ROLE is {', '.join(NAMES)}.",
            )
        roles[role.strip()] = field.strip()
    return roles


def _read_stdin(limits: Limits) -> list[Document | Refusal]:
    data = sys.stdin.buffer.read(limits.max_file_bytes + 1)
    if len(data) > limits.max_file_bytes:
        return [Refusal(STDIN, "too-large", f"It is larger than {limits.max_file_bytes} bytes.")]
    return list(readers.read_bytes(data, STDIN, limits))
