"""Verbs that attribute words, and verbs of checkable acts, read from `verbs.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from typing import Literal

import msgspec

VerbForm = Literal["base", "present", "past", "participle", "progressive"]

# Verbs of two syllables that double their last letter all the same.
_DOUBLING = frozenset(
    {"admit", "refer", "quip", "dub", "ban", "step", "scrap", "submit", "expel", "stop", "slam"}
    | {"acquit", "bar", "permit", "skip", "transfer", "put", "set", "let", "nod"}
)
_MOST_BETWEEN = 6  # words of an object inside a verb of several words
_APART = frozenset({",", ";", ":", ".", "and", "but", "or", "who", "which", "that"})


class Form(msgspec.Struct, frozen=True):
    """A form of a verb: its base form, and which form it is."""

    base: str
    form: VerbForm


class Phrase(msgspec.Struct, frozen=True):
    """A verb of several words where it stands: the act it says, and its words' places.

    `written` is the act in the same form: "rejected" for "turned ... down".
    """

    act: Form
    written: str
    others: tuple[int, ...]


class _Phrase(msgspec.Struct, frozen=True):
    """A verb of several words: the rest behind its first, and the act it says."""

    rest: tuple[str, ...]
    is_split: bool
    act: Form
    written: str


class Verbs(msgspec.Struct, frozen=True):
    """The tables of `verbs.toml`; forms of verbs are lower case.

    `speech` attributes words anywhere in its sentence, `beside` only right beside them. `phrases`
    leads from a form of a first word to the verbs of several words that begin so.
    """

    speech: Mapping[str, Form]
    beside: Mapping[str, Form]
    acts: Mapping[str, Form]
    phrases: Mapping[str, tuple[_Phrase, ...]]
    naming: frozenset[str]
    willed: frozenset[str]
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
    willed: list[str]
    alone: list[str]
    also_nouns: list[str]
    plans: list[str]
    hedges: list[str]
    auxiliaries: list[str]
    irregular: dict[str, list[str]]
    phrases: dict[str, str]


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
        phrases=_phrases(file.phrases, file.irregular),
        naming=frozenset(file.naming),
        willed=frozenset(file.willed),
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


def read_phrase(words: Sequence[str], at: int) -> Phrase | None:
    """Return the verb of several words that begins at `at` of words in lower case, or None.

    Of several the one whose rest stands nearest, of those the longest.

    >>> found = read_phrase("the club turned the offer down".split(), 2)
    >>> found.written, found.act.base, found.others
    ('rejected', 'reject', (5,))
    """
    found = []
    for phrase in tables().phrases.get(words[at], ()):
        begin = _rest_begins(words, at + 1, phrase)
        if begin:
            found.append((begin, -len(phrase.rest), phrase))
    if not found:
        return None
    begin, length, phrase = min(found, key=lambda one: one[:2])
    return Phrase(phrase.act, phrase.written, tuple(range(begin, begin - length)))


def _rest_begins(words: Sequence[str], at: int, phrase: _Phrase) -> int:
    """Return where the rest of a verb of several words stands, or 0."""
    last = at + (_MOST_BETWEEN if phrase.is_split else 0)
    for begin in range(at, last + 1):
        if tuple(words[begin : begin + len(phrase.rest)]) == phrase.rest:
            return begin
        if begin < len(words) and (words[begin] in _APART or is_finite_form(words[begin])):
            return 0
    return 0


def _phrases(
    lines: Mapping[str, str], irregular: Mapping[str, list[str]]
) -> dict[str, tuple[_Phrase, ...]]:
    table: dict[str, tuple[_Phrase, ...]] = {}
    for line, base in lines.items():
        first, *rest = line.split()
        is_split = rest[0] == "~"
        acts = {kind: form for form, kind in _forms(base, irregular.get(base, []))}
        for form, kind in dict(reversed(list(_forms(first, irregular.get(first, []))))).items():
            phrase = _Phrase(tuple(rest[is_split:]), is_split, Form(base, kind), acts[kind])
            table[form] = (*table.get(form, ()), phrase)
    return table


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
