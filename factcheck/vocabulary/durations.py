"""What goes on and what happens on a day, read from `durations.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Literal

import msgspec

from factcheck.vocabulary.measures import Phrase, by_first_word

# What a phrase says: it names something lasting or a happening, or says that something lasting
# began or ended; a stage with the name of something lasting says both.
Part = Literal["lasting", "happening", "begins", "ends"]
Phrases = Mapping[str, tuple[tuple[Phrase, tuple[Part, str]], ...]]


class Durations(msgspec.Struct, frozen=True):
    """The tables of `durations.toml`, turned round for looking words up.

    `phrases` lead to what they say and the name of the entry, empty for a bare stage; `lasting`
    are the names of what goes on, `lasts` the participles of going on, `personal` those
    of what belongs to a person.
    """

    phrases: Phrases
    lasting: frozenset[str]
    lasts: frozenset[str]
    personal: frozenset[str]


class _Lasting(msgspec.Struct, forbid_unknown_fields=True):
    words: tuple[str, ...]
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    personal: bool = False


class _Stages(msgspec.Struct, forbid_unknown_fields=True):
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    lasts: frozenset[str]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    lasting: dict[str, _Lasting]
    happening: dict[str, tuple[str, ...]]
    stages: _Stages


@functools.cache
def tables() -> Durations:
    """Read the tables once."""
    text = resources.files("factcheck.vocabulary").joinpath("durations.toml").read_text("utf-8")
    data = msgspec.convert(tomllib.loads(text), _File)
    found: dict[tuple[Part, str], tuple[str, ...]] = {
        ("begins", ""): data.stages.begins,
        ("ends", ""): data.stages.ends,
    }
    for name, entry in data.lasting.items():
        found["lasting", name] = entry.words
        found["begins", name] = entry.begins
        found["ends", name] = entry.ends
    for name, words in data.happening.items():
        found["happening", name] = words
    return Durations(
        phrases=by_first_word(found),
        lasting=frozenset(data.lasting),
        lasts=data.stages.lasts,
        personal=frozenset(name for name, entry in data.lasting.items() if entry.personal),
    )
