"""Whether two names are one person's, by their last and first names."""

from __future__ import annotations

import difflib
import unicodedata
from typing import Literal, NamedTuple

from factcheck.vocabulary import persons, places, roles

Identity = Literal["same", "other", "unclear", "unknown"]

_LONGEST = 200  # code points of a name
_ALIKE = 0.6  # last names more alike than this may be one name in two spellings (Haddad, Hadad)
_ARTICLES = frozenset({"al", "el"})  # written in any case, joined or not


class _Name(NamedTuple):
    given: tuple[str, ...]
    last: str


def same_person(draft: str, source: str) -> Identity:
    """Say whether two names are one person's.

    Last names decide, honorifics and titles left out. Two persons are certainly others only when
    both are named in full and share no part; a named body may be one or not ("unclear"); where a
    side gives no name at all ("he", "the minister") nothing is known.

    >>> same_person("Ana Reyes", "Ms. Reyes"), same_person("Ana Reyes", "Omar Haddad")
    ('same', 'other')
    >>> same_person("Ana Reyes", "Luis Reyes"), same_person("Ana Reyes", "the ministry")
    ('unclear', 'unknown')
    """
    draft, source = persons.known_as(draft), persons.known_as(source)
    if not _name_words(draft) or not _name_words(source):
        return "unknown"
    mine, theirs = _name(draft), _name(source)
    if mine is None or theirs is None:
        return "unclear"
    if mine.last == theirs.last:
        return "same" if _may_be_one(mine.given, theirs.given) else "unclear"
    if (
        not mine.given
        or not theirs.given
        or {*mine.given, mine.last} & {*theirs.given, theirs.last}
    ):
        return "unclear"
    likeness = difflib.SequenceMatcher(None, mine.last, theirs.last, autojunk=False).ratio()
    return "unclear" if likeness > _ALIKE else "other"


def share_no_name(draft: str, source: str) -> bool:
    """Say whether two persons' names, one perhaps only a last name, have nothing in common.

    Two spellings of one name have.

    >>> share_no_name("Ana Reyes", "Okafor"), share_no_name("Omar Haddad", "Hadad")
    (True, False)
    """
    mine, theirs = _name(persons.known_as(draft)), _name(persons.known_as(source))
    if mine is None or theirs is None or not (mine.given or theirs.given):
        return False
    parts, others = {*mine.given, mine.last}, {*theirs.given, theirs.last}
    likeness = difflib.SequenceMatcher(None, mine.last, theirs.last, autojunk=False).ratio()
    return not parts & others and likeness <= _ALIKE


def office_of(speaker: str) -> tuple[str, str] | None:
    """Return the office and body of somebody who is given without a name; None for a name.

    >>> office_of("Norland finance minister"), office_of("spokesman for the army")
    (('finance minister', 'Norland'), ('spokesperson', 'army'))
    >>> office_of("Ana Reyes") is None
    True
    """
    words = speaker[:_LONGEST].split()
    links = [at for at, word in enumerate(words) if word in {"for", "of", "at"}]
    for end in (len(words), *links[:1]):
        for start in range(end):
            title = roles.canonical(" ".join(words[start:end]))
            if title is not None and words[end - 1][0].islower():
                behind = words[end + 1 :] if end < len(words) else []
                return title, " ".join(words[:start] or behind).removeprefix("the ")
    return None


def _may_be_one(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Say whether first names do not contradict: one silent, an initial, or shared."""
    if not mine or not theirs or set(mine) & set(theirs):
        return True
    first, second = mine[0], theirs[0]
    return first[0] == second[0] and 1 in {len(first), len(second)}


def _name(text: str) -> _Name | None:
    """Return the parts of a person's name, folded; None where the text names no person."""
    if places.canonical(text) or places.canonical_group(text) or places.seat_of(text):
        return None
    tables = persons.tables()
    parts = [key for key in map(_folded, _name_words(text)) if key and key not in _ARTICLES]
    if parts and parts[-1] in tables.suffixes:
        parts.pop()
    parts = _without_titles(parts)
    if not parts or any(part in tables.body_nouns or part in tables.bodies for part in parts):
        return None
    return _Name(tuple(parts[:-1]), parts[-1])


def _name_words(text: str) -> list[str]:
    """Return the last run of capitalised words: "army spokesman Ana Reyes, of Freedonia" has two.

    Small words inside a name are left out; a hyphenated name is as many as it has parts.
    """
    head = text[:_LONGEST].partition(",")[0].replace("’", "'")
    particles = persons.tables().particles
    run: list[str] = []
    for word in head.split():
        parts = [part for part in word.split("-") if part and part not in particles]
        if parts and parts[0][0].isupper():
            run.extend(parts)
        elif parts:
            run = []
    return run


def _without_titles(parts: list[str]) -> list[str]:
    """Return what follows the last title or honorific; a name may end in a title's word (King)."""
    titles, honorifics = roles.titles(), persons.tables().honorifics
    for end in range(len(parts) - 1, 0, -1):
        if parts[end - 1] in honorifics:
            return parts[end:]
        if any(" ".join(parts[start:end]) in titles for start in range(end)):
            return parts[end:]
    return parts


def _folded(word: str) -> str:
    """Return a word in lower case, without accents, points and a possessive."""
    plain = unicodedata.normalize("NFKD", word.casefold().removesuffix("'s"))
    return "".join(char for char in plain if char.isalnum())
