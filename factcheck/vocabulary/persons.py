"""Words that tell a person's name from other capitalised words, read from `persons.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources

import msgspec

from factcheck.vocabulary.additions import added, made_with_additions


class Persons(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The word lists of `persons.toml`, lower case."""

    honorifics: frozenset[str]
    labels: frozenset[str]
    particles: frozenset[str]
    joined_particles: frozenset[str]
    suffixes: frozenset[str]
    function_words: frozenset[str]
    body_nouns: frozenset[str]
    surnames: frozenset[str]
    bodies: frozenset[str]
    given: frozenset[str]


@functools.cache
def tables() -> Persons:
    """Read the lists once.

    >>> "dr" in tables().honorifics, "ministry" in tables().body_nouns
    (True, True)
    """
    text = resources.files("factcheck.vocabulary").joinpath("persons.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), Persons)


def known_as(name: str) -> str:
    """Return the name that the newsroom uses for a person; without one, the name itself."""
    return _aliases().get(name.casefold(), name)


@made_with_additions
def _aliases() -> Mapping[str, str]:
    return {alias.casefold(): name for name, aliases in added().persons for alias in aliases}
