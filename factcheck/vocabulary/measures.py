"""What figures measure, read from `measures.toml`: acts, noun classes, motion, status."""

from __future__ import annotations

import functools
import itertools
import tomllib
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Literal, TypeVar

import msgspec

from factcheck.schema import Motion, Status
from factcheck.vocabulary.additions import added, made_with_additions

MONEY = "money"
PART = "part"  # the class of a part of a whole whose own noun is unknown: equal to no other
TOLD = "told"  # the act of a date that belongs to the telling ("said on Monday")
Phrase = tuple[str, ...]
K = TypeVar("K")


class Act(msgspec.Struct, frozen=True):
    """An act of the table: the words and phrases that name it, and how its figures move.

    Who is counted with it needs no name of their own where they are of a class in `counts`. `only`
    is the one kind of figure it is said of, and `whole` says that it is a measure by itself.
    """

    words: tuple[str, ...]
    motion: Motion
    of: str = ""
    counts: tuple[str, ...] = ()
    only: str = ""
    whole: bool = False


class Fixed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell a length or distance that does not move."""

    subjects: frozenset[str]
    sides: frozenset[str]
    sites: frozenset[str]
    moving: frozenset[str]


class Measures(msgspec.Struct, frozen=True):
    """The tables of `measures.toml`, turned round for looking words up.

    Phrases are keyed by their first word and sorted longest first. `meetings` and `attacks` are
    words of what happens again and again, `qualifiers` words that make another measure of one,
    `idioms` phrases that hold the word of an act and do not tell it, each under itself,
    `stand_ins` nouns that stand for a named body or place.
    """

    act_of: Mapping[str, str]
    act_phrases: Mapping[str, tuple[tuple[Phrase, str], ...]]
    money_phrases: Mapping[str, tuple[tuple[Phrase, str], ...]]
    acts: Mapping[str, Act]
    class_of: Mapping[str, str]
    motion_phrases: Mapping[str, tuple[tuple[Phrase, Motion], ...]]
    status_phrases: Mapping[str, tuple[tuple[Phrase, Status], ...]]
    empty: frozenset[str]
    irregular: Mapping[str, str]
    elsewhen: Mapping[str, tuple[tuple[Phrase, str], ...]]
    as_of: Mapping[str, tuple[tuple[Phrase, str], ...]]
    fixed: Fixed
    dimensions: Mapping[str, tuple[tuple[Phrase, str], ...]]
    meetings: frozenset[str]
    attacks: frozenset[str]
    qualifiers: frozenset[str]
    idioms: Mapping[str, tuple[tuple[Phrase, str], ...]]
    stand_ins: frozenset[str]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    acts: dict[str, Act]
    classes: dict[str, tuple[str, ...]]
    motion: dict[Motion, tuple[str, ...]]
    status: dict[Status, tuple[str, ...]]
    words: dict[Literal["empty"], frozenset[str]]
    irregular: dict[str, tuple[str, ...]]
    elsewhen: dict[str, tuple[str, ...]]
    as_of: dict[str, tuple[str, ...]]
    fixed: Fixed
    dimensions: dict[str, tuple[str, ...]]
    routine: dict[Literal["meetings", "attacks"], frozenset[str]]
    idioms: dict[Literal["words"], tuple[str, ...]]
    stand_ins: dict[Literal["words"], frozenset[str]]
    qualifiers: dict[Literal["words"], frozenset[str]]


@functools.cache
def _file() -> _File:
    text = resources.files("factcheck.vocabulary").joinpath("measures.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), _File)


@functools.cache
def _irregular() -> Mapping[str, str]:
    return {form: base for base, forms in _file().irregular.items() for form in forms}


@made_with_additions
def tables() -> Measures:
    """Read the tables once; of a phrase, the newsroom's own motion replaces ours."""
    data = _file()
    ours = msgspec.convert(dict(added().motions), dict[Motion, tuple[str, ...]])
    known = {phrase for phrases in ours.values() for phrase in phrases}
    motion: dict[Motion, tuple[str, ...]] = {
        name: tuple(itertools.chain((p for p in phrases if p not in known), ours.get(name, ())))
        for name, phrases in data.motion.items()
    }
    return Measures(
        act_of={w: name for name, a in data.acts.items() if a.of != MONEY for w in a.words},
        act_phrases=by_first_word({n: a.words for n, a in data.acts.items() if a.of != MONEY}),
        money_phrases=by_first_word({n: a.words for n, a in data.acts.items() if a.of == MONEY}),
        acts=data.acts,
        class_of={noun: name for name, nouns in data.classes.items() for noun in nouns},
        motion_phrases=by_first_word(motion),
        status_phrases=by_first_word(data.status),
        empty=data.words["empty"],
        elsewhen=by_first_word(data.elsewhen),
        as_of=by_first_word(data.as_of),
        fixed=data.fixed,
        dimensions=by_first_word(data.dimensions),
        meetings=data.routine["meetings"],
        attacks=data.routine["attacks"],
        qualifiers=data.qualifiers["words"],
        stand_ins=data.stand_ins["words"],
        idioms=by_first_word({phrase: (phrase,) for phrase in data.idioms["words"]}),
        irregular=_irregular(),
    )


def by_first_word(
    table: Mapping[K, Sequence[str]],
) -> dict[str, tuple[tuple[Phrase, K], ...]]:
    """Return the phrases of a table keyed by their first word, the longest first."""
    found: dict[str, list[tuple[Phrase, K]]] = {}
    for key, phrases in table.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, key))
    return {
        first: tuple(sorted(entries, key=lambda entry: -len(entry[0])))
        for first, entries in found.items()
    }


def phrases_in(
    words: Sequence[str], table: Mapping[str, tuple[tuple[Phrase, K], ...]]
) -> list[tuple[int, K]]:
    """Return (index of the first word, key) of each phrase of `table` found in `words`.

    `words` are lower case; the longest phrase at an index wins.
    """
    found: list[tuple[int, K]] = []
    for index, word in enumerate(words):
        for phrase, key in table.get(word, ()):
            if tuple(words[index : index + len(phrase)]) == phrase:
                found.append((index, key))
                break
    return found


def stem(word: str) -> str:
    """Return a rough stem, good enough for counting the words two sentences share.

    >>> stem("repairs") == stem("repair"), stem("studies") == stem("study")
    (True, True)
    >>> stem("blew") == stem("blown"), stem("left") == stem("leaves")
    (True, True)
    >>> stem("homes") == stem("home"), stem("killing") == stem("killed")
    (True, True)
    """
    word = _irregular().get(word, word)
    for ending, rest in (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: len(word) - len(ending)] + rest
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word
