"""Offices under their several names, and which exclude each other, read from `roles.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from typing import Literal

import msgspec

from factcheck.vocabulary.additions import added, made_with_additions

Tense = Literal["", "former", "acting"]

_SPACE = re.compile(r"(?<![\s-])[\s-]++")
_LONGEST = 100  # code points of a title
_COMPANY = frozenset({"company", "company board"})
_GOVERNMENT = frozenset({"state", "cabinet"})
_IRREGULAR = {"man": "men", "woman": "women", "person": "people"}


class Office(msgspec.Struct, frozen=True):
    """An office as the table has it; a person holds one office of each group."""

    title: str
    one: bool
    groups: frozenset[str]


class Title(msgspec.Struct, frozen=True):
    """What one form of words means: the office, and whether it names several holders."""

    office: str
    plural: bool


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    also: list[str] = []
    one: bool = False
    group: list[str] = []


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of sentences in which a verb tells who holds an office, by what they do there."""

    linking: frozenset[str]
    leaving: frozenset[str]
    fillers: frozenset[str]
    choosing: frozenset[str]
    following: frozenset[str]
    ending: frozenset[str]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    prefixes: dict[str, list[str]]
    ornaments: list[str]
    adjectives: list[str]
    pending: list[str]
    together: list[list[str]]
    former: list[str]
    acting: list[str]
    fields: frozenset[str]
    heading: dict[str, str]
    headed: dict[str, str]
    told: Told
    portfolios: dict[str, list[str]]
    offices: dict[str, _Entry]


class _Tables(msgspec.Struct, frozen=True):
    offices: Mapping[str, Office]
    titles: Mapping[str, Title]
    first_words: Mapping[str, int]
    ornaments: frozenset[str]
    adjectives: frozenset[str]
    pending: frozenset[str]
    prefixes: Mapping[str, str]
    portfolios: Mapping[str, str]
    together: frozenset[frozenset[str]]
    tenses: Mapping[str, Tense]
    fields: frozenset[str]
    heading: Mapping[str, tuple[str, Tense]]
    told: Told


def canonical(title: str) -> str | None:
    """Return the name we use for a title in singular or plural; None when unknown.

    >>> canonical("Minister of Foreign Affairs"), canonical("press secretary"), canonical("uncle")
    ('foreign minister', 'spokesperson', None)
    """
    words = _key(title[:_LONGEST])
    prefix = ""
    while words and words not in titles():
        first, _, words = words.partition(" ")
        if first not in ornaments() and first not in prefixes():
            return None
        prefix = prefix or prefixes().get(first, "")
    return f"{prefix} {titles()[words].office}".strip() if words else None


def excludes(a: str, b: str) -> bool:
    """Say whether one person cannot hold both offices in one organisation at the same time.

    Both are canonical titles. The same office in another organisation is not asked here.

    >>> excludes("finance minister", "foreign minister"), excludes("chair", "chief executive")
    (True, False)
    """
    if a == b:
        return False
    head, deputy = sorted((a, b), key=len)
    if deputy == f"deputy {head}":
        return True
    offices = _tables().offices
    if frozenset((a, b)) in _tables().together:
        return False
    return a in offices and b in offices and bool(offices[a].groups & offices[b].groups)


def combines(a: str, b: str) -> bool:
    """Say whether "a and b" before one name are likely both its offices.

    >>> combines("chair", "chief executive"), combines("president", "foreign minister")
    (True, False)
    """
    offices = _tables().offices
    both = (offices.get(a), offices.get(b))
    if excludes(a, b):
        return False
    is_company = all(office and _COMPANY & office.groups for office in both)
    return is_company or not all(office and office.one for office in both)


def is_single_holder(title: str) -> bool:
    """Say whether only one person at a time holds the office, given by its canonical title."""
    office = _tables().offices.get(title)
    return office is not None and office.one


def governs(title: str) -> bool:
    """Say whether an office, given by its canonical title, is one of a country's government.

    >>> governs("culture minister"), governs("mayor")
    (True, False)
    """
    office = _tables().offices.get(title)
    return office is not None and not _GOVERNMENT.isdisjoint(office.groups)


def titles() -> Mapping[str, Title]:
    """Return every known form of words, lower case, hyphens as spaces, to what it means."""
    return _tables().titles


def portfolio(words: str) -> str | None:
    """Return the name we use for what a minister is in charge of; None when unknown.

    >>> portfolio("foreign affairs"), portfolio("astrology")
    ('foreign', None)
    """
    return _tables().portfolios.get(words)


def joint_minister(portfolios: Iterable[str]) -> str:
    """Return the title of a minister in charge of several things, whatever their order.

    >>> joint_minister(["trade", "foreign"])
    'foreign and trade minister'
    """
    return " and ".join(sorted(set(portfolios))) + " minister"


def first_words() -> Mapping[str, int]:
    """Return the words with which titles begin, and how many words the longest of each has."""
    return _tables().first_words


def ornaments() -> frozenset[str]:
    """Return words before a title that do not make another office of it ("senior")."""
    return _tables().ornaments


def adjectives() -> frozenset[str]:
    """Return titles that are adjectives too: "Major Offensive Begins"."""
    return _tables().adjectives


def pending() -> frozenset[str]:
    """Return words behind a title that say that it is not yet held: "mayor-elect"."""
    return _tables().pending


def prefixes() -> Mapping[str, str]:
    """Return words that make another office of the one after them: "vice" to "deputy"."""
    return _tables().prefixes


def tenses() -> Mapping[str, Tense]:
    """Return words before a title that say when it was held ("former", "acting")."""
    return _tables().tenses


def fields() -> frozenset[str]:
    """Return offices that another word tells apart: the flight director from the director."""
    return _tables().fields


def heading() -> Mapping[str, tuple[str, Tense]]:
    """Return verbs that tell an office, and its tense: "chaired" a former chair."""
    return _tables().heading


def told() -> Told:
    """Return the words around a title that a verb links to its holder."""
    return _tables().told


def _key(title: str) -> str:
    return _SPACE.sub(" ", title.strip()).lower()


@made_with_additions
def _tables() -> _Tables:
    text = resources.files("factcheck.vocabulary").joinpath("roles.toml").read_text("utf-8")
    file = msgspec.convert(tomllib.loads(text), _File)
    offices: dict[str, Office] = {}
    forms: dict[str, str] = {}
    for title, also in _ministers(file.portfolios):
        offices[title] = Office(title=title, one=True, groups=frozenset({"cabinet"}))
        forms |= dict.fromkeys(also, title)
    for title, entry in file.offices.items():
        offices[title] = Office(title=title, one=entry.one, groups=frozenset(entry.group))
        forms |= dict.fromkeys(map(_key, (title, *entry.also)), title)
    for title, synonyms in added().roles:
        name = forms.get(_key(title), _key(title))
        offices.setdefault(name, Office(title=name, one=False, groups=frozenset()))
        forms |= dict.fromkeys(map(_key, (title, *synonyms)), name)
    tenses: dict[str, Tense] = {}
    for word in file.former:
        tenses[word] = "former"
    for word in file.acting:
        tenses[word] = "acting"
    titles = dict(_with_plurals(forms))
    return _Tables(
        offices=offices,
        titles=titles,
        first_words=_lengths(titles),
        ornaments=frozenset(file.ornaments),
        adjectives=frozenset(file.adjectives),
        pending=frozenset(file.pending),
        prefixes={word: name for name, words in file.prefixes.items() for word in words},
        portfolios={
            form: name for name, others in file.portfolios.items() for form in (name, *others)
        },
        together=frozenset(map(frozenset, file.together)),
        tenses=tenses,
        fields=file.fields,
        heading={
            **{verb: (office, "") for verb, office in file.heading.items()},
            **{verb: (office, "former") for verb, office in file.headed.items()},
        },
        told=file.told,
    )


def _lengths(titles: Iterable[str]) -> dict[str, int]:
    lengths: dict[str, int] = {}
    for form in titles:
        first = form.partition(" ")[0]
        lengths[first] = max(lengths.get(first, 0), form.count(" ") + 1)
    return lengths


def _ministers(portfolios: Mapping[str, list[str]]) -> Iterator[tuple[str, list[str]]]:
    for name, others in portfolios.items():
        forms: list[str] = []
        for field in (name, *others):
            forms += [f"{field} minister", f"{field} secretary"]
            forms += [f"minister {link} {field}" for link in ("of", "for")]
            forms += [f"secretary {link} {field}" for link in ("of", "for")]
            forms += [f"secretary of state for {field}"]
        yield f"{name} minister", forms


def _with_plurals(forms: Mapping[str, str]) -> Iterator[tuple[str, Title]]:
    for form, office in forms.items():
        yield _plural(form), Title(office=office, plural=True)
    for form, office in forms.items():  # last, so that a singular is never taken for a plural
        yield form, Title(office=office, plural=False)


def _plural(form: str) -> str:
    """Return the plural: of the word before "of" or "for", else of the last.

    >>> _plural("minister of the interior"), _plural("press spokeswoman"), _plural("mp")
    ('ministers of the interior', 'press spokeswomen', 'mps')
    """
    words = form.split(" ")
    links = [at for at, word in enumerate(words) if word in {"of", "for", "in", "to"}]
    at = (links[0] if links else len(words)) - 1
    if links == [] and words[-1] == "general" and len(words) > 1:
        at -= 1
    words[at] = _plural_noun(words[at])
    return " ".join(words)


def _plural_noun(noun: str) -> str:
    for singular, plural in _IRREGULAR.items():
        if noun.endswith(singular):
            return noun.removesuffix(singular) + plural
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"
