"""Modifiers and words of change around figures, read from `context.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from factcheck.schema import Direction, Modifier


class Context(msgspec.Struct, frozen=True):
    """Phrases in lower case: `leading` stand before a figure, `trailing` behind it.

    `changes` tells the direction of a word of change; behind a verb of `particles` "up" and "down"
    are parts of the verb.
    """

    leading: Mapping[str, Modifier]
    trailing: Mapping[str, Modifier]
    changes: Mapping[str, Direction]
    particles: frozenset[str]


@functools.cache
def context() -> Context:
    """Read the tables once.

    >>> context().leading["no fewer than"], context().changes["slumped"]
    ('at_least', 'down')
    """
    data = tomllib.loads(Path(__file__).with_name("context.toml").read_text("utf-8"))
    changes: dict[str, Direction] = dict.fromkeys(data["up"]["words"], "up")
    changes |= dict.fromkeys(data["down"]["words"], "down")
    leading, trailing = _inverted(data["modifiers"]), _inverted(data["trailing"])
    return Context(leading, trailing, changes, frozenset(data["particles"]["verbs"]))


def _inverted(table: Mapping[Modifier, Iterable[str]]) -> dict[str, Modifier]:
    return {phrase: modifier for modifier, phrases in table.items() for phrase in phrases}
