"""A path -> documents; what cannot be read is a Refusal, never an exception.

for found in walk(folder):          # each file, in the order of names, or why it is skipped
    path, name = found
    for document in read(path, name=name, fields={}, limits=Limits()): ...
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from factcheck.config import Limits
from factcheck.readers import json_records, markdown, plain, tables
from factcheck.readers.files import contents, decode, walk
from factcheck.schema import Document, Notice, Refusal

__all__ = ["SUFFIXES", "read", "read_text", "walk"]

Decoded = tuple[str, tuple[Notice, ...]]


def read(
    path: Path, *, name: str, fields: Mapping[str, str], limits: Limits
) -> Iterator[Document | Refusal]:
    """Read one file: one document, or one for each record of a csv, tsv, json or jsonl file.

    `name` is the path as it is to be shown, relative to the corpus root; it becomes the id.
    `fields` says which record field plays which role: {"text": "body"}. A record's refusal names
    `name:line`.
    """
    reader = SUFFIXES.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(SUFFIXES)
        yield Refusal(name, "unknown-format", f"Files ending in {known} are read.")
        return
    yield from reader(path, name, fields, limits)


def read_text(text: str, name: str) -> Document:
    """Read plain text that is in memory already: a draft from standard input or an editor."""
    return plain.document(name, text)


def _read_plain(
    path: Path, name: str, _fields: Mapping[str, str], limits: Limits
) -> Iterator[Document | Refusal]:
    decoded = _decoded(path, name, limits)
    yield decoded if isinstance(decoded, Refusal) else plain.document(name, *decoded)


def _read_markdown(
    path: Path, name: str, _fields: Mapping[str, str], limits: Limits
) -> Iterator[Document | Refusal]:
    decoded = _decoded(path, name, limits)
    yield decoded if isinstance(decoded, Refusal) else markdown.document(name, *decoded)


def _read_page(
    path: Path, name: str, _fields: Mapping[str, str], limits: Limits
) -> Iterator[Document | Refusal]:
    from factcheck.readers import webpage  # its parser takes a while to load

    data = contents(path, name, limits)
    if not isinstance(data, Refusal):
        declared = webpage.declared_encoding(data)
        decoded = decode(data, name, limits, declared=declared)
        yield decoded if isinstance(decoded, Refusal) else webpage.document(name, *decoded, limits)
    else:
        yield data


def _read_json(
    path: Path, name: str, fields: Mapping[str, str], limits: Limits
) -> Iterator[Document | Refusal]:
    yield from _records(json_records.read_text, path, name, fields, limits)


def _read_table(
    path: Path, name: str, fields: Mapping[str, str], limits: Limits
) -> Iterator[Document | Refusal]:
    yield from _records(tables.read_text, path, name, fields, limits)


def _records(
    read_records: Callable[[str, str, Mapping[str, str], Limits], Iterator[Document | Refusal]],
    path: Path,
    name: str,
    fields: Mapping[str, str],
    limits: Limits,
) -> Iterator[Document | Refusal]:
    decoded = _decoded(path, name, limits)
    if isinstance(decoded, Refusal):
        yield decoded
        return
    text, notices = decoded
    for found in read_records(text, name, fields, limits):
        if notices and isinstance(found, Document):
            yield msgspec.structs.replace(found, notices=notices + found.notices)
        else:
            yield found


def _decoded(path: Path, name: str, limits: Limits) -> Decoded | Refusal:
    data = contents(path, name, limits)
    return data if isinstance(data, Refusal) else decode(data, name, limits)


Reader = Callable[[Path, str, Mapping[str, str], Limits], Iterator[Document | Refusal]]
SUFFIXES: Mapping[str, Reader] = {
    ".txt": _read_plain,
    ".text": _read_plain,
    ".md": _read_markdown,
    ".markdown": _read_markdown,
    ".html": _read_page,
    ".htm": _read_page,
    ".xhtml": _read_page,
    ".csv": _read_table,
    ".tsv": _read_table,
    ".json": _read_json,
    ".jsonl": json_records.read_lines,
    ".ndjson": json_records.read_lines,
}
