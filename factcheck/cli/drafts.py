"""The drafts a command is given: files, or standard input as `-`."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import msgspec

from factcheck import readers
from factcheck.config import Limits
from factcheck.errors import UsageError
from factcheck.readers.files import decode
from factcheck.schema import Document, Refusal
from factcheck.vocabulary.calendar import date_in

STDIN = "-"


def read_drafts(path: str, limits: Limits) -> list[Document | Refusal]:
    """Read the drafts of one path: one, or one for each record; a path without any is refused."""
    if path == STDIN:
        return [_read_stdin(limits)]
    file = Path(path)
    if file.is_dir():
        return [Refusal(path, "folder", "It is a folder; name the drafts in it.")]
    if not file.exists():
        return [Refusal(path, "missing", "There is no such file.")]
    found = list(readers.read(file, name=path, fields={}, limits=limits))
    return found or [Refusal(path, "empty", "There is no draft in it.")]


def as_of_date(text: str | None) -> dt.date | None:
    """Read the value of --as-of.

    Raises:
        UsageError: it is no date.
    """
    if text is None:
        return None
    date = date_in(text)
    if date is None:
        raise UsageError(
            f"--as-of {text} is not one day.", hint="Write it like 2015-09-27 or 27 September 2015."
        )
    return date


def _read_stdin(limits: Limits) -> Document | Refusal:
    data = sys.stdin.buffer.read(limits.max_file_bytes + 1)
    if len(data) > limits.max_file_bytes:
        return Refusal(STDIN, "too-large", f"It is larger than {limits.max_file_bytes} bytes.")
    decoded = decode(data, STDIN, limits)
    if isinstance(decoded, Refusal):
        return decoded
    text, notices = decoded
    document = readers.read_text(text, STDIN)
    return msgspec.structs.replace(document, notices=notices + document.notices)
