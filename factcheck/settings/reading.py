"""A configuration file as values: what is unknown or of another type is an error that names it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

import msgspec

from factcheck.errors import UsageError
from factcheck.settings.keys import SECTIONS, FailLevel, Key, Section, is_amount
from factcheck.settings.lines import key_lines
from factcheck.vocabulary.currencies import currencies
from factcheck.vocabulary.units import units

Values = Mapping[Key, Any]
_LONGEST_SHOWN = 40


class Place:
    """A file as messages name it, with the lines of its keys below `root`."""

    def __init__(self, name: str, text: str, root: Key) -> None:
        self._name = name
        self._lines = key_lines(text)
        self._root = root

    def line(self, key: Key) -> int | None:
        """Return the line of a key, or that of the nearest table around it."""
        whole = (*self._root, *key)
        ends = (whole[:length] for length in range(len(whole), len(self._root), -1))
        return next((self._lines[end] for end in ends if end in self._lines), None)

    def error(self, key: Key, said: str, hint: str) -> UsageError:
        """Return an error about a key."""
        line = self.line(key)
        at = f"{self._name}:{line}" if line else self._name
        return UsageError(f"{at}: {said_key(key)} {said}", hint=hint)


def said_key(key: Key) -> str:
    """Return a key as it may be written.

    >>> said_key(("ranks", "The Gazette"))
    'ranks."The Gazette"'
    """
    return ".".join(p if p.replace("_", "").isalnum() else f'"{p}"' for p in key)


def read_values(data: Mapping[str, Any], place: Place) -> Values:
    """Return each value of a file by its key.

    Raises:
        UsageError: a key is unknown, or its value is of another type.
    """
    found = dict(_values(data, (), place))
    _refuse_twice(found, place)
    return found


def _values(data: Mapping[str, Any], table: Key, place: Place) -> Iterator[tuple[Key, Any]]:
    section = SECTIONS.get(table)
    for name, value in data.items():
        key = (*table, name)
        below = [other for other in SECTIONS if other[: len(key)] == key]
        if below:
            if not isinstance(value, dict):
                raise place.error(key, "is a table.", f"Write [{said_key(key)}] above its keys.")
            yield from _values(value, key, place)
        elif section is None or (section.keys is not None and name not in section.keys):
            raise place.error(key, "is no key.", _near(table, name))
        else:
            yield key, _value(key, value, section, place)


def _near(table: Key, name: str) -> str:
    """Return what may have been meant by a name in a table."""
    section = SECTIONS.get(table)
    below = {other[len(table)] for other in SECTIONS if other[:-1] == table and other}
    return did_you_mean(name, [*(section.keys or () if section else ()), *sorted(below)])


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return the known word that is nearest to a name, or all of them.

    >>> did_you_mean("mony", ["money", "count"]), did_you_mean("x", ["money", "count"])
    ('Did you mean money?', 'Use money, count.')
    """
    words = list(known)
    near = difflib.get_close_matches(name, words, n=1)
    return f"Did you mean {near[0]}?" if near else f"Use {', '.join(words)}."


def _value(key: Key, value: object, section: Section, place: Place) -> object:
    try:
        found = msgspec.convert(value, section.type)
    except msgspec.ValidationError:
        hint = did_you_mean(str(value), get_args(FailLevel)) if section.type is FailLevel else ""
        shown = repr(value)[:_LONGEST_SHOWN]
        raise place.error(key, f"is {shown}; it must be {section.expected}.", hint) from None
    if isinstance(found, int) and found < section.least:
        raise place.error(key, f"is {found}; it must be {section.expected}.", "")
    if key[0] == "tolerance" and not is_amount(str(found)):
        raise place.error(key, f"is {found!r}; it must be {section.expected}.", "")
    if isinstance(found, tuple) and not all(word.strip() for word in found):
        raise place.error(key, "holds an empty word.", "Take it out.")
    if key[:2] == ("aliases", "units") and key[2] not in {**units(), **currencies()}:
        hint = did_you_mean(key[2], [*units(), *currencies()])
        raise place.error(
            key, "is no unit or currency.", hint if hint.startswith("Did") else "Use a code as USD."
        )
    return found


def _refuse_twice(values: Values, place: Place) -> None:
    """Refuse a word that is given to two names of one table."""
    seen: dict[tuple[str, str], Key] = {}
    for key, value in values.items():
        if not isinstance(value, tuple):
            continue
        table = ".".join(key[:-1])
        for word in value:
            other = seen.setdefault((table, word.casefold()), key)
            if other != key:
                hint = "Give each word to one of them."
                raise place.error(key, f"has {word!r}, which {said_key(other)} has too.", hint)
