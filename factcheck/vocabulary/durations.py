"""What goes on and what happens on a day, read from `durations.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Literal

import msgspec

from factcheck.vocabulary.measures import Phrase, by_first_word

# What a phrase says of something: that it goes on, happened, began or ended. "begins" and "ends"
# stand behind what they speak of, "opens" and "closes" before it.
Part = Literal["lasting", "happening", "begins", "opens", "ends", "closes"]


class Said(msgspec.Struct, frozen=True):
    """What a phrase says, and the name of the entry it belongs to, empty for a bare stage."""

    parts: frozenset[Part]
    name: str = ""


class Durations(msgspec.Struct, frozen=True):
    """The tables of `durations.toml`, turned round for looking words up.

    `lasting` are the names of what goes on, `personal` those of what belongs to a person; `lasts`
    are the participles of going on.
    """

    phrases: Mapping[str, tuple[tuple[Phrase, Said], ...]]
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
    opens: tuple[str, ...]
    ends: tuple[str, ...]
    closes: tuple[str, ...]
    lasts: frozenset[str]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    lasting: dict[str, _Lasting]
    happening: dict[str, tuple[str, ...]]
    stages: _Stages


@functools.cache
def tables() -> Durations:
    """Read the tables once.

    >>> "war" in tables().lasting, "raged" in tables().lasts
    (True, True)
    """
    text = resources.files("factcheck.vocabulary").joinpath("durations.toml").read_text("utf-8")
    data = msgspec.convert(tomllib.loads(text), _File)
    said: dict[Said, list[str]] = {}
    for phrase, found in _stages(data.stages).items():
        said.setdefault(Said(found), []).append(phrase)
    for name, entry in data.lasting.items():
        said[Said(frozenset({"lasting"}), name)] = list(entry.words)
        said[Said(frozenset({"begins"}), name)] = list(entry.begins)
        said[Said(frozenset({"ends"}), name)] = list(entry.ends)
    for name, words in data.happening.items():
        said[Said(frozenset({"happening"}), name)] = list(words)
    return Durations(
        phrases=by_first_word(said),
        lasting=frozenset(data.lasting),
        lasts=data.stages.lasts,
        personal=frozenset(name for name, entry in data.lasting.items() if entry.personal),
    )


def _stages(stages: _Stages) -> dict[str, frozenset[Part]]:
    lists: tuple[tuple[Part, tuple[str, ...]], ...] = (
        ("begins", stages.begins),
        ("opens", stages.opens),
        ("ends", stages.ends),
        ("closes", stages.closes),
    )
    every = {phrase for _, phrases in lists for phrase in phrases}
    return {
        phrase: frozenset(part for part, phrases in lists if phrase in phrases)
        for phrase in sorted(every)
    }
