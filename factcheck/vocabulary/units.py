"""Units of measure with their exact sizes and all their names, read from `units.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

from factcheck.schema import QuantityKind
from factcheck.vocabulary.additions import added, made_with_additions

_KINDS: Mapping[str, QuantityKind] = {
    "clock": "duration",
    "calendar": "duration",
    "temperature": "temperature",
    "points": "percentage_point",
}
_KINDS_OF_UNITS: Mapping[str, QuantityKind] = {"percent": "percent"}
_POWERS = {"square": 2, "cube": 3}
_SHAPES = {"square": ("square", "sq"), "cube": ("cubic", "cu")}


class Unit(msgspec.Struct, frozen=True):
    """A unit of measure.

    `factor` is the exact size in the base unit of `dimension`; two units convert into each other
    only within one dimension. A unit that converts into no other is a dimension of its own.
    `name` is the first of its names, in the singular and in the plural.
    """

    key: str
    dimension: str
    factor: Decimal
    kind: QuantityKind
    name: str
    plural: str


class _Table(msgspec.Struct, frozen=True):
    units: Mapping[str, Unit]
    names: Mapping[str, str]
    symbols: Mapping[str, str]


@made_with_additions
def _table() -> _Table:
    data = tomllib.loads(Path(__file__).with_name("units.toml").read_text("utf-8"))
    rows = {key: row for section in data.values() for key, row in section.items()}
    found = {
        key: _unit(key, dimension, row, rows)
        for dimension, section in data.items()
        for key, row in section.items()
    }
    names = {name: key for key, row in rows.items() for name in _names(row, rows)}
    names |= {
        form: key
        for key, also in added().units
        if key in rows
        for name in also
        for form in (name.lower(), plural(name.lower()))
    }
    symbols = {symbol: key for key, row in rows.items() for symbol in row["symbols"]}
    return _Table(found, names, symbols)


def _unit(key: str, dimension: str, row: Mapping[str, Any], rows: Mapping[str, Any]) -> Unit:
    kind = _KINDS_OF_UNITS.get(key) or _KINDS.get(dimension, "measure")
    name = next(_names(row, rows), key.replace("_", " "))
    many = row["plurals"][0] if "plurals" in row else plural(name)
    for shape, power in _POWERS.items():
        if shape in row:
            return Unit(
                key, dimension, Decimal(rows[row[shape]]["size"]) ** power, kind, name, many
            )
    if "size" in row:
        return Unit(key, dimension, Decimal(row["size"]), kind, name, many)
    return Unit(key, key, Decimal(1), kind, name, many)


def _names(row: Mapping[str, Any], rows: Mapping[str, Any]) -> Iterator[str]:
    for shape, words in _SHAPES.items():
        if shape in row:
            for name in _names(rows[row[shape]], rows):
                yield from (f"{word} {name}" for word in words)
            return
    yield from row["names"]
    yield from row["plurals"] if "plurals" in row else map(plural, row["names"])


def plural(noun: str) -> str:
    """Return the regular plural.

    >>> plural("inch"), plural("penny"), plural("mile")
    ('inches', 'pennies', 'miles')
    """
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def units() -> Mapping[str, Unit]:
    """Return every unit by its key.

    >>> units()["mile"].factor / units()["km"].factor
    Decimal('1.609344')
    >>> units()["tonne"].dimension == units()["ton"].dimension
    False
    """
    return _table().units


def unit_names() -> Mapping[str, str]:
    """Return the key of every name in lower case, singular and plural; words parted by blanks.

    >>> unit_names()["square kilometres"]
    'km2'
    """
    return _table().names


def unit_symbols() -> Mapping[str, str]:
    """Return the key of every symbol; case matters.

    >>> unit_symbols()["MW"]
    'mw'
    """
    return _table().symbols
