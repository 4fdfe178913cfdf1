"""Counted nouns: their singulars and the words around them, read from `nouns.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from factcheck.vocabulary.units import plural


class Nouns(msgspec.Struct, frozen=True):
    """Words around a counted noun, in lower case.

    `irregular` leads from plurals to singulars, `modifying` are words in -s that are no plurals,
    `stops` end a noun phrase; "one" is a pronoun before `one_after` and behind `one_before`.
    """

    irregular: Mapping[str, str]
    modifying: frozenset[str]
    stops: frozenset[str]
    one_after: frozenset[str]
    one_before: frozenset[str]


@functools.cache
def nouns() -> Nouns:
    """Read the tables once."""
    data = tomllib.loads(Path(__file__).with_name("nouns.toml").read_text("utf-8"))
    return Nouns(
        data["irregular"],
        frozenset(data["modifying"]),
        frozenset(data["stops"]),
        frozenset(data["one"]["after"]),
        frozenset(data["one"]["before"]),
    )


def singular(noun: str) -> str:
    """Return the singular of a noun; case is kept.

    >>> singular("people"), singular("Syrians"), singular("bodies"), singular("glass")
    ('person', 'Syrian', 'body', 'glass')
    """
    known = nouns().irregular.get(noun.lower())
    if known is not None:
        return known
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes", "zes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is", "'s")) and len(noun) > 3:
        return noun[:-1]
    return noun


def plural_of(noun: str) -> str:
    """Return the plural of a noun; the inverse of `singular` for nouns it knows.

    >>> plural_of("person"), plural_of("Syrian"), plural_of("body"), plural_of("aircraft")
    ('people', 'Syrians', 'bodies', 'aircraft')
    """
    return _plurals().get(noun) or plural(noun)


@functools.cache
def _plurals() -> Mapping[str, str]:
    """Return the first irregular plural of each singular."""
    return {one: many for many, one in reversed(list(nouns().irregular.items()))}


def is_plural(word: str) -> bool:
    """Say whether a word in lower case looks like the plural of a counted noun.

    >>> is_plural("officers"), is_plural("police"), is_plural("famous")
    (True, True, False)
    """
    table = nouns()
    if word in table.modifying or word in table.stops:
        return False
    if word in table.irregular:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))
