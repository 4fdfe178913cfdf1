"""Labelled files: one JSON object a line, packed by gzip or not."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import TypeVar

import msgspec

from factcheck.errors import UsageError

Row = TypeVar("Row")


def read_rows(path: Path, kind: type[Row]) -> list[tuple[int, Row]]:
    """Return the rows of a file with their lines, counted from 1; blank lines are passed over.

    Raises:
        UsageError: the file cannot be read or a line is no such row.
    """
    try:
        data = path.read_bytes()
        lines = (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines()
    except OSError as error:
        raise UsageError(f"Cannot read {path}: {error.strerror or error}.") from error
    except (EOFError, zlib.error) as error:
        raise UsageError(f"Cannot read {path}: it is no whole gzip file.") from error
    decoder = msgspec.json.Decoder(kind)
    rows = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                rows.append((number, decoder.decode(line)))
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise UsageError(f"{path}, line {number}: {error}.") from error
    return rows
