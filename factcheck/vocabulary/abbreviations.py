"""Words that keep their full stop inside a sentence, read from `abbreviations.toml`."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

import msgspec


class Abbreviations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of the table, each word without its last stop.

    `before` is never the end of a sentence, `maybe` is one when a likely first word follows,
    `number` is one unless a figure follows; `starters` are likely first words.
    """

    before: frozenset[str]
    maybe: frozenset[str]
    number: frozenset[str]
    starters: frozenset[str]


@functools.cache
def tables() -> Abbreviations:
    """Read the table once."""
    text = resources.files("factcheck.vocabulary").joinpath("abbreviations.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), Abbreviations)
