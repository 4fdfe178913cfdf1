"""Which words say the same in news and which deny each other, read from `statements.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources

import msgspec

from factcheck.vocabulary import verbs
from factcheck.vocabulary.measures import stem

_SHORT = 3  # letters of a stem whose last one stays: "key", "buy"
_DOUBLED = frozenset("bdgmnprt")  # by "-ed" and "-ing": "dropped"


class Statements(msgspec.Struct, frozen=True):
    """The tables of `statements.toml`.

    `group_of` leads from a stem to the one that stands for all words of its line, `light`,
    `hedges`, `nearly` and `wishes` are words as written in lower case, `opposites` pairs of groups,
    `turns` those that may follow each other,
    `denying` groups, `grouped` all groups that have a line.
    """

    group_of: Mapping[str, str]
    light: frozenset[str]
    hedges: frozenset[str]
    nearly: frozenset[str]
    wishes: frozenset[str]
    negations: frozenset[str]
    opposites: frozenset[frozenset[str]]
    turns: frozenset[frozenset[str]]
    denying: frozenset[str]
    grouped: frozenset[str]

    def key(self, word: str) -> str:
        """Return what a word in lower case is compared by: its group's stem, else its own.

        >>> tables().key("detained") == tables().key("arrested")
        True
        """
        own = self.root(word)
        return self.group_of.get(own, own)

    @staticmethod
    def root(word: str) -> str:
        """Return the stem of a word in lower case, one for all forms of a verb."""
        known = verbs.tables()
        form = known.acts.get(word) or known.speech.get(word)
        own = stem(form.base if form else word)
        if len(own) <= _SHORT:
            return own
        if own[-1] == own[-2] and own[-1] in _DOUBLED:
            return own[:-1]
        return own[:-1] + "i" if own.endswith("y") else own


class _File(msgspec.Struct, forbid_unknown_fields=True):
    same: list[str]
    light: frozenset[str]
    hedges: frozenset[str]
    nearly: frozenset[str]
    wishes: frozenset[str]
    negations: frozenset[str]
    opposites: list[tuple[str, str]]
    turns: list[tuple[str, str]]
    denying: list[str]


@functools.cache
def tables() -> Statements:
    """Read the tables once."""
    text = resources.files("factcheck.vocabulary").joinpath("statements.toml").read_text("utf-8")
    file = msgspec.convert(tomllib.loads(text), _File)
    root = Statements.root
    group_of = {root(word): root(line.split()[0]) for line in file.same for word in line.split()}

    def group(word: str) -> str:
        return group_of.get(root(word), root(word))

    return Statements(
        group_of=group_of,
        light=file.light,
        hedges=file.hedges,
        nearly=file.nearly,
        wishes=file.wishes,
        negations=file.negations,
        opposites=frozenset(frozenset(map(group, pair)) for pair in file.opposites),
        turns=frozenset(frozenset(map(group, pair)) for pair in file.turns),
        denying=frozenset(map(group, file.denying)),
        grouped=frozenset(group_of.values()),
    )
