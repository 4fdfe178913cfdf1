"""Words that point back to the sentence before, read from `pointing.toml`."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

import msgspec


class Pointing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The word lists of `pointing.toml`, lower case."""

    demonstratives: frozenset[str]
    leading: frozenset[str]
    earlier: frozenset[str]
    events: frozenset[str]
    times: frozenset[str]


@functools.cache
def tables() -> Pointing:
    """Read the lists once.

    >>> "storm" in tables().events, "year" in tables().times
    (True, True)
    """
    text = resources.files("factcheck.vocabulary").joinpath("pointing.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), Pointing)
