"""Word lists that tell names and their part in a sentence, read from `names.toml`."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

import msgspec


class NameLists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `names.toml`, lower case."""

    connectors: frozenset[str]
    bodies: frozenset[str]
    openers: frozenset[str]
    locatives: frozenset[str]
    settlements: frozenset[str]
    reporting: frozenset[str]


@functools.cache
def lists() -> NameLists:
    """Read the lists once.

    >>> "ministry" in lists().bodies
    True
    """
    text = resources.files("factcheck.vocabulary").joinpath("names.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), NameLists)
