"""On which line of a TOML file a key stands; the parser of the standard library does not tell."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.settings.keys import Key


def key_lines(text: str) -> Mapping[Key, int]:
    r"""Return the 1-based line of each table and key of a valid file.

    A key inside an inline table is on the line of that table, and has none of its own.

    >>> key_lines("[ranks]\n'The Gazette' = 2\na.b = 1")
    {('ranks',): 1, ('ranks', 'The Gazette'): 2, ('ranks', 'a', 'b'): 3}
    """
    found: dict[Key, int] = {}
    table: Key = ()
    for number, line in enumerate(text.splitlines(), start=1):
        head = _parsed(line) if line.lstrip().startswith("[") else None
        if head is not None:
            table = head
            found.setdefault(table, number)
            continue
        key = _key(line)
        if key:
            found.setdefault((*table, *key), number)
    return found


def _key(line: str) -> Key | None:
    """Return the key before the first equals sign that is not part of it."""
    parts = line.split("=")
    for end in range(1, min(len(parts), 4)):
        key = _parsed("=".join(parts[:end]) + "= 0")
        if key:
            return key
    return None


def _parsed(line: str) -> Key | None:
    try:
        return tuple(_path(tomllib.loads(line)))
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _path(data: Mapping[str, Any]) -> Iterator[str]:
    while isinstance(data, Mapping) and data:
        name = next(iter(data))
        yield name
        data = data[name]
