"""What makes a claim worth checking first, read from `rank.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources

import msgspec


class Ranking(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tables of `rank.toml`: weights by feature, and words, lower case, by feature."""

    fitted: Mapping[str, float]
    desk: Mapping[str, float]
    words: Mapping[str, frozenset[str]]


@functools.cache
def tables() -> Ranking:
    """Read the tables once.

    >>> "believe" in tables().words["opinion"]
    True
    """
    text = resources.files("factcheck.vocabulary").joinpath("rank.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), Ranking)
