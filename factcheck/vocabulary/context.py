"""Modifiers and words of change around figures, read from `context.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from factcheck.schema import Direction, Modifier
from factcheck.tokens import tokenize

Phrase = tuple[str, ...]


class Context(msgspec.Struct, frozen=True):
    """Phrases as tokens: `leading` by their last token, `trailing` by their first; longest first.

    `changes` tells the direction of a word of change.
    """

    leading: Mapping[str, tuple[tuple[Phrase, Modifier], ...]]
    trailing: Mapping[str, tuple[tuple[Phrase, Modifier], ...]]
    changes: Mapping[str, Direction]


@functools.cache
def context() -> Context:
    """Read the tables once.

    >>> context().leading["than"][0]
    (('no', 'fewer', 'than'), 'at_least')
    """
    data = tomllib.loads(Path(__file__).with_name("context.toml").read_text("utf-8"))
    changes: dict[str, Direction] = dict.fromkeys(data["up"]["words"], "up")
    changes |= dict.fromkeys(data["down"]["words"], "down")
    return Context(_by(data["modifiers"], -1), _by(data["trailing"], 0), changes)


def _by(
    table: Mapping[Modifier, Iterable[str]], place: int
) -> dict[str, tuple[tuple[Phrase, Modifier], ...]]:
    found: dict[str, list[tuple[Phrase, Modifier]]] = {}
    for modifier, phrases in table.items():
        for text in phrases:
            phrase = tuple(token.text for token in tokenize(text))
            found.setdefault(phrase[place], []).append((phrase, modifier))
    return {word: tuple(sorted(pairs, key=_longest)) for word, pairs in found.items()}


def _longest(pair: tuple[Phrase, Modifier]) -> tuple[int, Phrase]:
    return -len(pair[0]), pair[0]
