"""JSON and JSON Lines: each object with a text is a document, a broken one is named and passed by.

Numbers stay text, so that none can be infinite, NaN or slow; keys are watched for repeats.
"""

from __future__ import annotations

import collections
import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from factcheck.config import Limits
from factcheck.readers import files
from factcheck.readers.records import Fields, Ids, Place, document
from factcheck.schema import Document, Notice, Refusal

# Strings are passed over whole, so that brackets inside them do not count.
_BRACKETS = re.compile(r'"(?:[^"\\]++|\\.)*+"?+|[\[\]{}]', re.DOTALL)
_SPACE = re.compile(r"[ \t\r\n]*+")


def read_lines(
    path: Path, name: str, fields: Mapping[str, str], limits: Limits
) -> Iterator[Document | Refusal]:
    """Read JSON Lines, one line in memory at a time; a file may be of any size."""
    import jsonlines

    descriptor = files.open_regular(path, name)
    if isinstance(descriptor, Refusal):
        yield descriptor
        return
    decoder = Decoder(limits)
    finder, ids = Fields(fields), Ids()
    number, is_empty = 0, True
    with os.fdopen(descriptor, "rb") as file:
        reader = jsonlines.Reader(_bounded_lines(file, limits), loads=decoder.decode)
        while True:
            try:
                number += 1
                record = reader.read(type=dict)
            except EOFError:
                break
            except jsonlines.InvalidLineError as error:
                if error.line.strip():
                    is_empty = False
                    yield Place(name, number, number).refuse("bad-record", _cause(error))
            except OSError as error:
                yield Refusal(name, "unreadable", f"It cannot be read: {error.strerror}.")
                return
            else:
                is_empty = False
                place = Place(name, number, number)
                yield document(record, place, finder, ids, decoder.notices())
    if is_empty:
        yield Refusal(name, "empty", "There are no records in it.")


def read_text(
    text: str, name: str, fields: Mapping[str, str], limits: Limits
) -> Iterator[Document | Refusal]:
    """Read JSON: a list of objects, an object that holds one, one object, or several in a row.

    A list is read up to the first error, which is named; what stands before it is kept.
    """
    cursor, finder, ids = _Cursor(text, Decoder(limits)), Fields(fields), Ids()
    number, line, seen = 0, 1, 0
    try:
        for offset, record in cursor.records(finder):
            number += 1
            line += text.count("\n", seen, offset)
            seen = offset
            place = Place(name, number, line)
            if isinstance(record, dict):
                yield document(record, place, finder, ids, cursor.decoder.notices())
            else:
                yield place.refuse("bad-record", "It is no object with fields.")
    except ValueError as error:
        line += text.count("\n", seen, cursor.at)
        yield Place(name, number + 1, line).refuse("bad-record", _cause(error))
    if number == 0 and cursor.at >= len(text):
        yield Refusal(name, "empty", "There are no records in it.")


def _bounded_lines(file: BinaryIO, limits: Limits) -> Iterator[bytes]:
    """Yield the lines of a file; of a line over the limit only so much as shows that it is."""
    while line := file.readline(limits.max_record_bytes + 1):
        yield line
        while len(line) > limits.max_record_bytes and not line.endswith(b"\n"):
            line = file.readline(limits.max_record_bytes + 1)


class Decoder:
    """Decodes JSON values of bounded depth and length and notes keys that stand twice."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._repeated: list[str] = []
        self._json = json.JSONDecoder(
            parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=self._pairs
        )

    def decode(self, line: str | bytes) -> object:
        """Decode one whole line.

        Raises:
            ValueError: it is no JSON, too long or too deep.
        """
        line = str(line)  # the library has decoded it
        self.bound(line)
        if len(line) > self._limits.max_record_bytes:
            message = f"longer than {self._limits.max_record_bytes} bytes (max_record_bytes)"
            raise ValueError(message)
        return self._json.decode(line)

    def decode_at(self, text: str, offset: int) -> tuple[object, int]:
        """Decode the value at `offset`; return it and where it ends."""
        return self._json.raw_decode(text, offset)

    def bound(self, text: str) -> None:
        """Check that brackets are not nested deeper than the limit.

        Raises:
            ValueError: they are.
        """
        deepest = self._limits.max_json_depth
        if text.count("[") + text.count("{") <= deepest:
            return
        depth = 0
        for match in _BRACKETS.finditer(text):
            first = text[match.start()]
            depth += (first in "[{") - (first in "]}")
            if depth > deepest:
                message = f"nested deeper than {deepest} (max_json_depth)"
                raise ValueError(message)

    def notices(self) -> tuple[Notice, ...]:
        """Return and forget what was noted since the last call."""
        if not self._repeated:
            return ()
        keys = ", ".join(sorted(set(self._repeated)))
        self._repeated.clear()
        message = f"A field stands twice in the record and the last one was taken: {keys}."
        return (Notice("duplicate-key", message),)

    def _pairs(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            counts = collections.Counter(key for key, _ in pairs)
            self._repeated += (key for key, count in counts.items() if count > 1)
        return found


class _Cursor:
    """Walks over the records of a JSON text, keeping their offsets."""

    def __init__(self, text: str, decoder: Decoder) -> None:
        self.text = text
        self.decoder = decoder
        self.at = 0

    def records(self, fields: Fields) -> Iterator[tuple[int, object]]:
        """Yield the offset and value of each record; raise ValueError at the first error."""
        self.decoder.bound(self.text)
        self._skip()
        while self.at < len(self.text):
            start = self.at
            if self.text[start] == "[":
                yield from self._elements()
            else:
                value = self._value()
                key = None if fields.has_text(value) else _key_of_records(value)
                if key is None:
                    yield start, value
                else:
                    end, self.at = self.at, start
                    self.decoder.notices()  # each record is decoded once more by itself
                    yield from self._elements_of(key)
                    self.at = end
            self._skip()

    def _elements(self) -> Iterator[tuple[int, object]]:
        self.at += 1
        self._skip()
        while not self._take("]"):
            start = self.at
            yield start, self._value()
            self._skip()
            if not self._take(","):
                self._expect("]")
                return
            self._skip()

    def _elements_of(self, wanted: str) -> Iterator[tuple[int, object]]:
        """Go into the object at the cursor, whose text is known to be sound, to one member."""
        self.at += 1
        while True:
            self._skip()
            key = self._value()
            self._skip()
            self._expect(":")
            self._skip()
            if key == wanted and self.text[self.at] == "[":
                yield from self._elements()
                return
            self._value()
            self._skip()
            self._expect(",")

    def _value(self) -> object:
        value, self.at = self.decoder.decode_at(self.text, self.at)
        return value

    def _skip(self) -> None:
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _take(self, character: str) -> bool:
        taken = self.text.startswith(character, self.at)
        self.at += taken
        return taken

    def _expect(self, character: str) -> None:
        if not self._take(character):
            message = f'"{character}" is missing'
            raise ValueError(message)


def _key_of_records(value: object) -> str | None:
    """Return the first key whose value is a list of objects."""
    if not isinstance(value, dict):
        return None
    for key, member in value.items():
        if isinstance(member, list) and any(isinstance(element, dict) for element in member):
            return str(key)
    return None


def _cause(error: Exception) -> str:
    cause = error.__cause__ or error
    if isinstance(cause, UnicodeDecodeError):
        return "The line is not in UTF-8."
    if isinstance(cause, json.JSONDecodeError):
        return f"It is no JSON: {cause.msg}."
    if type(cause) is ValueError:
        return f"It is no JSON that can be read: {cause}."
    return "It is no object with fields."
