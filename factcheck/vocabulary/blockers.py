"""What makes a number part of a name, read from `blockers.toml`."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path

import msgspec


class Blockers(msgspec.Struct, frozen=True):
    """What makes a number a piece of a name.

    All words are in lower case. `labels` make the number after them a label: `shy` ones only with
    a capital, `strict` ones even before a plural. `streets` end an address. `openers` may have a
    capital and be no name. `counting` words after a number show that it counts. `aircraft` go by
    their number. `fixed` numbers stand for something else.
    """

    labels: frozenset[str]
    shy: frozenset[str]
    strict: frozenset[str]
    streets: frozenset[str]
    openers: frozenset[str]
    counting: frozenset[str]
    aircraft: frozenset[str]
    fixed: frozenset[str]


@functools.cache
def blockers() -> Blockers:
    """Read the tables once."""
    data = tomllib.loads(Path(__file__).with_name("blockers.toml").read_text("utf-8"))
    return Blockers(**{key: frozenset(words) for key, words in data.items()})
