"""Words that tell the values of one text apart, read from `drafts.toml`."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

import msgspec


class DraftWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `drafts.toml`, lower case."""

    apart: frozenset[str]
    several: frozenset[str]


@functools.cache
def tables() -> DraftWords:
    """Read the lists once.

    >>> "earlier" in tables().apart
    True
    """
    text = resources.files("factcheck.vocabulary").joinpath("drafts.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), DraftWords)
