"""Verbs that attribute words, and verbs of checkable acts, read from `verbs.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Literal

import msgspec

VerbForm = Literal["base", "present", "past", "participle", "progressive"]

# Verbs of two syllables that double their last letter all the same.
_DOUBLING = frozenset(
    {"admit", "refer", "quip", "dub", "ban", "step", "scrap", "submit", "expel", "stop", "slam"}
    | {"acquit", "bar", "permit", "skip", "transfer"}
)


class Form(msgspec.Struct, frozen=True):
    """A form of a verb: its base form, and which form it is."""

    base: str
    form: VerbForm


class Verbs(msgspec.Struct, frozen=True):
    """The tables of `verbs.toml`; forms of verbs are lower case.

    `speech` attributes words anywhere in its sentence, `beside` only right beside them.
    """

    speech: Mapping[str, Form]
    beside: Mapping[str, Form]
    acts: Mapping[str, Form]
    naming: frozenset[str]
    alone: frozenset[str]
    also_nouns: frozenset[str]
    plans: frozenset[str]
    papers: frozenset[str]
    hedges: frozenset[str]
    auxiliaries: frozenset[str]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    speech: list[str]
    beside: list[str]
    papers: list[str]
    acts: list[str]
    naming: list[str]
    alone: list[str]
    also_nouns: list[str]
    plans: list[str]
    hedges: list[str]
    auxiliaries: list[str]
    irregular: dict[str, list[str]]


@functools.cache
def tables() -> Verbs:
    """Read the tables once.

    >>> tables().speech["told"].base, tables().acts["withdrew"].form
    ('tell', 'past')
    """
    text = resources.files("factcheck.vocabulary").joinpath("verbs.toml").read_text("utf-8")
    file = msgspec.convert(tomllib.loads(text), _File)
    return Verbs(
        speech=_table(file.speech, file.irregular),
        beside=_table(file.beside, file.irregular),
        acts=_table(file.acts, file.irregular),
        naming=frozenset(file.naming),
        alone=frozenset(file.alone),
        also_nouns=frozenset(file.also_nouns),
        plans=frozenset(file.plans),
        papers=frozenset(file.papers),
        hedges=frozenset(file.hedges),
        auxiliaries=frozenset(file.auxiliaries),
    )


def is_finite_form(word: str) -> bool:
    """Say whether a word in lower case is the past or third person of a verb in the tables.

    >>> is_finite_form("resigns"), is_finite_form("rejected"), is_finite_form("reject")
    (True, True, False)
    """
    verbs = tables()
    for table in (verbs.acts, verbs.speech):
        if word in table and table[word].form in {"past", "present"}:
            return True
    return False


def _table(bases: list[str], irregular: Mapping[str, list[str]]) -> dict[str, Form]:
    table: dict[str, Form] = {}
    for base in bases:
        for form, kind in _forms(base, irregular.get(base, [])):
            table.setdefault(form, Form(base, kind))
    return table


def _forms(base: str, irregular: list[str]) -> Iterator[tuple[str, VerbForm]]:
    """Yield the forms of a verb, the past before the participle that equals it."""
    stem = base
    if base in _DOUBLING:
        stem = base + base[-1]
    elif base.endswith("e"):
        stem = base[:-1]
    past = stem + "ed"
    if base.endswith("y") and base[-2] not in "aeou":
        past, third = base[:-1] + "ied", base[:-1] + "ies"
    elif base.endswith(("s", "x", "ch", "sh")):
        third = base + "es"
    else:
        third = base + "s"
    yield (irregular[0] if irregular else past), "past"
    yield (irregular[-1] if irregular else past), "participle"
    yield third, "present"
    yield base, "base"
    yield stem + "ing", "progressive"
