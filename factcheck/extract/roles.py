"""Persons with their offices: title before the name, in apposition, or by a verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from factcheck.extract.names import (
    Word,
    is_name_part,
    join,
    name_end,
    skip_honorifics,
    text_of,
)
from factcheck.extract.reading import Reading
from factcheck.extract.titles import TitlePhrase, find_titles, organisation, title_at
from factcheck.schema import Role, Span
from factcheck.tokens import Token
from factcheck.vocabulary import persons, roles

_MOST_HOLDERS = 20  # of one title in the plural
_MOST_TITLES = 3  # of one person, one behind the other
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
# "Ana Reyes, who became", "was sworn in as the": what may stand between a name and its title.
_LINKING = frozenset(
    {"is", "was", "became", "becomes", "remains", "named", "appointed", "elected", "as"}
)
_LEAVING = frozenset({"resigns", "resigned", "quit", "quits", "steps", "stepped", "retired"})
_FILLERS = (
    _LINKING
    | _LEAVING
    | frozenset("has been had sworn in re-elected now currently also who later down aside".split())
)


class Person(msgspec.Struct, frozen=True):
    """A person's name as a range of words, honorifics included in the range, not in the name."""

    start: int
    end: int
    name: str


class Holder(msgspec.Struct, frozen=True):
    """A person with an office; the range covers both as they stand."""

    start: int
    end: int
    person: Person
    role: Role


def find_roles(text: str, tokens: Sequence[Token]) -> tuple[Reading, ...]:  # noqa: ARG001 - one signature for all extractors
    """Return the persons of a sentence said to hold an office, in order.

    Spans run over title, body and name as they stand, articles left out. `text` is the sentence
    that `tokens` were made of.

    >>> from factcheck.tokens import tokenize
    >>> text = "French Foreign Minister Ana Reyes said so."
    >>> [role] = find_roles(text, tokenize(text))
    >>> role.value.person, role.value.title, role.value.organisation
    ('Ana Reyes', 'foreign minister', 'France')
    """
    words = join(tokens)
    return tuple(
        Reading(Span(words[holder.start].start, words[holder.end - 1].end), holder.role)
        for holder in find_holders(words)
    )


def find_holders(words: Sequence[Word]) -> Iterator[Holder]:
    """Yield the persons said to hold an office, as ranges of words."""
    floor = 0
    for phrase in find_titles(words):
        after = _after(words, phrase)
        for at, (person, body) in enumerate(after):
            start = person.start if at else phrase.start
            yield _holder(start, person.end, person, phrase, body)
        before = None if after or phrase.plural else _before(words, phrase, floor)
        if before is not None:
            has_left = any(word.key in _LEAVING for word in words[before.end : phrase.start])
            held = msgspec.structs.replace(phrase, tense="former") if has_left else phrase
            yield _holder(before.start, phrase.end, before, held, "")
        floor = phrase.title_end


def _holder(start: int, end: int, person: Person, phrase: TitlePhrase, body: str) -> Holder:
    role = Role(person.name, phrase.office, body or phrase.organisation, phrase.tense)
    return Holder(start, end, person, role)


def _after(words: Sequence[Word], phrase: TitlePhrase) -> tuple[tuple[Person, str], ...]:
    """Return the persons named behind a title, each with the body named behind the person."""
    at = _skip_titles(words, phrase.end, phrase.office)
    first = person_at(words, at)
    if first is None and at < len(words) and words[at].text == ",":
        first = person_at(words, at + 1, parts=2)
        if first is not None and not _is_closed(words, first.end):
            first = None
    if first is None:
        return ()
    found = [(first, *_body_of(words, first.end))]
    while (
        phrase.plural
        and len(found) < _MOST_HOLDERS
        and (person := _next_person(words, found[-1][2])) is not None
    ):
        found.append((person, *_body_of(words, person.end)))
    if phrase.plural and len(found) == 1:
        return ()
    return tuple((person, body) for person, body, _ in found)


def _skip_titles(words: Sequence[Word], at: int, office: str) -> int:
    """Step over further titles of the same person: "spokesman Brigadier General Ana Reyes"."""
    for _ in range(_MOST_TITLES):
        begin = at + 1 if at < len(words) and words[at].key == "and" else at
        if begin >= len(words):
            break
        end, title, _ = title_at(words, begin)
        is_other = title is None or title.plural or not words[begin].is_capital
        if title is None or is_other or (begin > at and roles.excludes(office, title.office)):
            return at
        at = end
    return at


def person_at(words: Sequence[Word], at: int, parts: int = 1) -> Person | None:
    """Return the person whose name begins at `at` and has at least so many parts."""
    begin = skip_honorifics(words, at)
    end = name_end(words, begin)
    if sum(is_name_part(word) for word in words[begin:end]) < parts or end == begin:
        return None
    return Person(at, end, text_of(words, begin, end))


def _next_person(words: Sequence[Word], at: int) -> Person | None:
    """Return the next person of a list: ", Ana Reyes", "and Ana Reyes"."""
    begin = at
    while begin < len(words) and begin < at + 2 and words[begin].key in {",", "and", "&"}:
        begin += 1
    return person_at(words, begin) if begin > at else None


def _body_of(words: Sequence[Word], at: int) -> tuple[str, int]:
    """Read "of Freedonia" behind a person; return the place and where it ends."""
    if at + 1 < len(words) and words[at].key == "of" and words[at + 1].is_capital:
        end = at + 2
        while end < len(words) and words[end].is_capital and is_name_part(words[end]):
            end += 1
        return organisation(words, at + 1, end), end
    return "", at


def _is_closed(words: Sequence[Word], at: int) -> bool:
    """Say whether an apposition that ends at `at` is closed by a mark, "who" or a possessive."""
    if at >= len(words):
        return True
    word = words[at]
    return word.kind == "symbol" or word.is_possessive or word.key in {"who", "whose", "and"}


def _before(words: Sequence[Word], phrase: TitlePhrase, floor: int) -> Person | None:
    """Return the person named before a title: "Ana Reyes, the mayor," or "Ana Reyes is mayor"."""
    at = phrase.start
    if at > floor and words[at - 1].key in _ARTICLES:
        at -= 1
    if at - 1 > floor and words[at - 1].text == ",":
        end = at - 1
        if end - 2 > floor and words[end - 1].kind == "number" and words[end - 2].text == ",":
            end -= 2  # an age between commas
        return _person_ending(words, end, floor) if _is_closed(words, phrase.end) else None
    linked = at
    while linked > max(floor, at - 6) and words[linked - 1].key in _FILLERS:
        linked -= 1
    if not any(word.key in _LINKING for word in words[linked:at]):
        return None
    if linked > floor and words[linked - 1].text == "," and words[linked].key == "who":
        linked -= 1
    return _person_ending(words, linked, floor)


def _person_ending(words: Sequence[Word], end: int, floor: int) -> Person | None:
    """Return the person whose name of two or more parts ends at `end`."""
    start = end
    particles = persons.tables().particles
    while start > max(floor, end - 8) and (
        is_name_part(words[start - 1]) or words[start - 1].key in particles
    ):
        start -= 1
    for begin in range(start, end - 1):
        if words[begin].is_capital and name_end(words, begin) == end:
            return person_at(words, begin, parts=2)
    return None
