"""Who holds an office: the name before or behind its title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from factcheck.extract.names import (
    Person,
    Word,
    is_body,
    is_name_part,
    is_place,
    name_end,
    person_at,
)
from factcheck.extract.roles.bodies import body_of
from factcheck.extract.roles.titles import TitlePhrase, find_titles, title_at
from factcheck.schema import Role
from factcheck.vocabulary import persons, roles, verbs

_MOST_HOLDERS = 20  # of one title in the plural
_MOST_TITLES = 3  # of one person, one behind the other
_MARKS = frozenset({",", "–", "—"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
# "Ana Reyes, who became the": what may stand between a name and its title, at least one of the
# linking words among it.
_LINKING = frozenset(
    "is was became becomes remains remained named appointed elected as sworn serves served".split()
)
_LEAVING = frozenset(
    "resigns resigned quit quits steps stepped retires retired sacked fired ousted".split()
)
_FILLERS = (
    _LINKING
    | _LEAVING
    | frozenset("has been had in re-elected now currently also who later down aside".split())
)
# "Appointed Ana Reyes as mayor", "succeeds Tomas Okafor as mayor": verbs before the name.
_CHOOSING = frozenset(
    "appointed appoints appoint named names name elected elects elect chose selected picked "
    "installed re-elected".split()
)
_FOLLOWING = frozenset(
    "succeeded succeeds succeed succeeding replaced replaces replace replacing ousted sacked "
    "fired dismissed".split()
)


class Holder(msgspec.Struct, frozen=True):
    """A person with an office; the range covers both as they stand."""

    start: int
    end: int
    person: Person
    role: Role


def find_holders(words: Sequence[Word]) -> tuple[Holder, ...]:
    """Return the persons said to hold an office, as ranges of words, in order."""
    floor = 0
    held: list[tuple[TitlePhrase, list[Holder]]] = []
    for phrase in find_titles(words):
        held.append((phrase, _holders(words, phrase, floor)))
        floor = phrase.title_end
    return tuple(holder for holders in _shared(words, held) for holder in holders)


def _holders(words: Sequence[Word], phrase: TitlePhrase, floor: int) -> list[Holder]:
    """Return who holds the office of one title."""
    after = _after(words, phrase)
    if after or phrase.plural:
        return [
            _holder(person.start if at else phrase.start, person.end, person, phrase, body)
            for at, (person, body) in enumerate(after)
        ]
    before = _before(words, phrase, floor)
    if before is None:
        return []
    tense = phrase.tense or _tense_between(words, before, phrase.start)
    held = msgspec.structs.replace(phrase, tense=tense)
    return [_holder(before.start, phrase.end, before, held, "")]


def _shared(
    words: Sequence[Word], held: Sequence[tuple[TitlePhrase, list[Holder]]]
) -> Iterator[list[Holder]]:
    """Give two titles joined by "and" one person: "chair and chief executive Ana Reyes"."""
    for at, (phrase, holders) in enumerate(held):
        if len(holders) > 1 or phrase.plural:
            yield holders
            continue
        neighbours = (*held[max(0, at - 1) : at], *held[at + 1 : at + 2])
        joined = [pair for pair in neighbours if _are_joined(words, phrase, pair[0])]
        yield _with_neighbours(phrase, holders, joined)


def _are_joined(words: Sequence[Word], a: TitlePhrase, b: TitlePhrase) -> bool:
    """Say whether "and" stands between two titles that one person can hold."""
    first, second = sorted((a, b), key=lambda phrase: phrase.start)
    between = [word.key for word in words[first.title_end : second.start]]
    return between == ["and"] and not b.plural and roles.combines(a.office, b.office)


def _with_neighbours(
    phrase: TitlePhrase,
    holders: list[Holder],
    joined: Sequence[tuple[TitlePhrase, list[Holder]]],
) -> list[Holder]:
    """Return the holder of a title; a neighbour without one lends its body, one with, itself."""
    for other, others in joined:
        if not holders and len(others) == 1:
            holder = others[0]
            body = phrase.organisation or holder.role.organisation
            role = Role(holder.person.name, phrase.office, body, phrase.tense or holder.role.tense)
            start, end = min(phrase.start, holder.start), max(phrase.end, holder.end)
            return [Holder(start, end, holder.person, role)]
        if holders and not others:
            own = holders[0].role
            body = own.organisation or other.organisation
            tense = own.tense or (other.tense if other.start < phrase.start else "")
            role = msgspec.structs.replace(own, organisation=body, tense=tense)
            return [msgspec.structs.replace(holders[0], role=role)]
    return holders


def _holder(start: int, end: int, person: Person, phrase: TitlePhrase, body: str) -> Holder:
    role = Role(person.name, phrase.office, body or phrase.organisation, phrase.tense)
    return Holder(start, end, person, role)


def _after(words: Sequence[Word], phrase: TitlePhrase) -> tuple[tuple[Person, str], ...]:
    """Return the persons named behind a title, each with the body named behind the person."""
    at = _skip_titles(words, phrase.end, phrase.office)
    first = person_at(words, at)
    if first is not None and _is_body_name(words, phrase, first):
        return ()
    if first is None and at < len(words) and words[at].text == ",":
        first = person_at(words, _skip_titles(words, at + 1, phrase.office), parts=2)
        if first is not None and not _is_closed(words, first.end):
            first = None
    if first is None:
        return ()
    found = [(first, *body_of(words, first.end))]
    while (
        phrase.plural
        and len(found) < _MOST_HOLDERS
        and (person := _next_person(words, found[-1][2])) is not None
    ):
        found.append((person, *body_of(words, person.end)))
    if phrase.plural and len(found) == 1:
        return ()
    return tuple((person, body) for person, body, _ in found)


def _is_body_name(words: Sequence[Word], phrase: TitlePhrase, person: Person) -> bool:
    """Say whether one capitalised word goes on in small letters: "the official Interfax agency"."""
    if person.end - person.start > 1 or words[phrase.title_end - 1].is_capital:
        return False
    rest = words[person.end : person.end + 1]
    return any(word.kind == "word" and _is_common_noun(word) for word in rest)


def _is_common_noun(word: Word) -> bool:
    is_verb = verbs.is_finite_form(word.key) or word.key in verbs.tables().auxiliaries
    is_function_word = word.key in persons.tables().function_words or word.is_possessive
    return not (word.is_capital or is_verb or is_function_word)


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


def _next_person(words: Sequence[Word], at: int) -> Person | None:
    """Return the next person of a list: ", Ana Reyes", "and Ana Reyes"."""
    begin = at
    while begin < len(words) and begin < at + 2 and words[begin].key in {",", "and", "&"}:
        begin += 1
    return person_at(words, begin) if begin > at else None


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
    if at - 1 > floor and words[at - 1].text in _MARKS:
        end = at - 1
        if end - 2 > floor and words[end - 1].kind == "number" and words[end - 2].text == ",":
            end -= 2  # an age between commas
        if not _is_closed(words, phrase.end):
            return None
        return _person_ending(words, end, floor) or _surname_ending(words, end, phrase)
    return _linked(words, at, floor)


def _linked(words: Sequence[Word], at: int, floor: int) -> Person | None:
    """Return the person whom a verb links to the title that begins at `at`."""
    linked = at
    while linked > max(floor, at - 6) and words[linked - 1].key in _FILLERS:
        linked -= 1
    between = {word.key for word in words[linked:at]}
    if linked > floor and words[linked - 1].text == "," and words[linked].key == "who":
        linked -= 1
    person = _person_ending(words, linked, floor)
    if person is None:
        return None
    if between <= {"as"}:
        verb = words[person.start - 1].key if person.start else ""
        return person if verb in _CHOOSING | (_FOLLOWING if between else set()) else None
    return person if between & _LINKING else None


def _tense_between(words: Sequence[Word], person: Person, at: int) -> Literal["", "former"]:
    """Say whether the words between a name and its title end the office: "resigned as"."""
    between = [word.key for word in words[person.end : at] if word.key not in _ARTICLES]
    verb = words[person.start - 1].key if person.start else ""
    has_left = any(key in _LEAVING for key in between)
    has_followed = between == ["as"] and verb in _FOLLOWING
    is_past = bool(between) and between[-1] == "was"
    served = "served" in between and "has" not in between
    return "former" if has_left or has_followed or is_past or served else ""


def _surname_ending(words: Sequence[Word], end: int, phrase: TitlePhrase) -> Person | None:
    """Return the person of "Reyes, the mayor," at the start of a sentence or behind "said"."""
    has_article = words[phrase.start - 1].key in _ARTICLES
    is_free = end == 1 or words[end - 2].key in {"said", "and", "that"}
    if not (has_article and is_free) or is_place(words[end - 1]) or is_body(words[end - 1]):
        return None
    return person_at(words, end - 1) if name_end(words, end - 1) == end else None


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
