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
from factcheck.readers import json_records, kinds, markdown, plain, tables
from factcheck.readers.files import contents, decode, walk
from factcheck.schema import Document, Refusal

__all__ = ["LINES", "SUFFIXES", "read", "read_bytes", "read_text", "walk"]


def read(
    path: Path, *, name: str, fields: Mapping[str, str], limits: Limits
) -> Iterator[Document | Refusal]:
    """Read one file: one document, or one for each record of a csv, tsv, json or jsonl file.

    `name` is the path as it is to be shown, relative to the corpus root; it becomes the id.
    `fields` says which record field plays which role: {"text": "body"}. A record's refusal names
    `name:line`. A file whose bytes are not what its name says is refused.
    """
    suffix = path.suffix.lower()
    if suffix in LINES:
        yield from json_records.read_lines(path, name, fields, limits)
    elif suffix in SUFFIXES:
        data = contents(path, name, limits)
        yield from (
            [data] if isinstance(data, Refusal) else _read(suffix, data, name, fields, limits)
        )
    else:
        known = ", ".join([*SUFFIXES, *LINES])
        unknown = Refusal(name, "unknown-format", f"Files ending in {known} are read.")
        yield kinds.advice(suffix, name) or unknown


def read_bytes(data: bytes, name: str, limits: Limits) -> Iterator[Document | Refusal]:
    """Read bytes without a file name: what shows itself to be a page, PDF or Word file, else text.

    `name` gets the suffix of what it was read as, but for text.
    """
    suffix = kinds.kind_of(data)
    named = f"{name}{suffix}" if suffix in SUFFIXES else name
    yield from _read(suffix if suffix in SUFFIXES else ".txt", data, named, {}, limits)


def read_text(text: str, name: str) -> Document:
    """Read plain text that is in memory already: a draft from standard input or an editor."""
    return plain.document(name, text)


def _read(
    suffix: str, data: bytes, name: str, fields: Mapping[str, str], limits: Limits
) -> Iterator[Document | Refusal]:
    refused = kinds.mismatch(suffix, data, name)
    if refused:
        yield refused
    else:
        yield from SUFFIXES[suffix](data, name, fields, limits)


def _read_plain(
    data: bytes, name: str, _fields: Mapping[str, str], limits: Limits
) -> Iterator[Document | Refusal]:
    decoded = decode(data, name, limits)
    yield decoded if isinstance(decoded, Refusal) else plain.document(name, *decoded)


def _read_markdown(
    data: bytes, name: str, _fields: Mapping[str, str], limits: Limits
) -> Iterator[Document | Refusal]:
    decoded = decode(data, name, limits)
    yield decoded if isinstance(decoded, Refusal) else markdown.document(name, *decoded)


def _read_page(
    data: bytes, name: str, _fields: Mapping[str, str], limits: Limits
) -> Iterator[Document | Refusal]:
    from factcheck.readers import webpage  # its parser takes a while to load

    decoded = decode(data, name, limits, declared=webpage.declared_encoding(data))
    yield decoded if isinstance(decoded, Refusal) else webpage.document(name, *decoded, limits)


def _read_word(
    data: bytes, name: str, _fields: Mapping[str, str], limits: Limits
) -> Iterator[Document | Refusal]:
    from factcheck.readers import word

    yield word.document(name, data, limits)


def _read_pdf(
    data: bytes, name: str, _fields: Mapping[str, str], limits: Limits
) -> Iterator[Document | Refusal]:
    from factcheck.readers import pdf

    yield pdf.document(name, data, limits)


def _read_workbook(
    data: bytes, name: str, fields: Mapping[str, str], limits: Limits
) -> Iterator[Document | Refusal]:
    from factcheck.readers import sheets

    yield from sheets.read(data, name, fields, limits)


def _read_json(
    data: bytes, name: str, fields: Mapping[str, str], limits: Limits
) -> Iterator[Document | Refusal]:
    yield from _records(json_records.read_text, data, name, fields, limits)


def _read_table(
    data: bytes, name: str, fields: Mapping[str, str], limits: Limits
) -> Iterator[Document | Refusal]:
    yield from _records(tables.read_text, data, name, fields, limits)


def _records(
    read_records: Callable[[str, str, Mapping[str, str], Limits], Iterator[Document | Refusal]],
    data: bytes,
    name: str,
    fields: Mapping[str, str],
    limits: Limits,
) -> Iterator[Document | Refusal]:
    decoded = decode(data, name, limits)
    if isinstance(decoded, Refusal):
        yield decoded
        return
    text, notices = decoded
    for found in read_records(text, name, fields, limits):
        if notices and isinstance(found, Document):
            yield msgspec.structs.replace(found, notices=notices + found.notices)
        else:
            yield found


Reader = Callable[[bytes, str, Mapping[str, str], Limits], Iterator[Document | Refusal]]
SUFFIXES: Mapping[str, Reader] = {
    ".txt": _read_plain,
    ".text": _read_plain,
    ".md": _read_markdown,
    ".markdown": _read_markdown,
    ".html": _read_page,
    ".htm": _read_page,
    ".xhtml": _read_page,
    ".docx": _read_word,
    ".pdf": _read_pdf,
    ".xlsx": _read_workbook,
    ".csv": _read_table,
    ".tsv": _read_table,
    ".json": _read_json,
}
LINES = (".jsonl", ".ndjson")  # read line by line, and of any size
