"""Who holds an office: the name before or behind its title, or linked to it by a verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from factcheck.extract.names import Person, Word
from factcheck.extract.roles.beside import names_after, names_before, without_body
from factcheck.extract.roles.titles import TitlePhrase, find_titles, named_body
from factcheck.extract.roles.told import body_naming, find_heads, held_by_verb
from factcheck.schema import Role
from factcheck.vocabulary import roles


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
    found = [holder for holders in _shared(words, held) for holder in holders]
    for head in find_heads(words):
        role = Role(head.person.name, head.office, head.organisation, head.tense)
        found.append(Holder(head.person.start, head.end, head.person, role))
    return tuple(sorted(found, key=lambda holder: (holder.person.start, holder.start)))


def _holders(words: Sequence[Word], phrase: TitlePhrase, floor: int) -> list[Holder]:
    """Return who holds the office of one title."""
    wider = named_body(words, phrase)
    if wider is not None and (before := names_before(words, wider, floor)):
        phrase = wider
    after = () if wider is phrase else names_after(words, phrase)
    if after:
        return [
            _holder(
                named.person.start if at else phrase.start,
                named.end,
                named.person,
                phrase,
                named.organisation,
                named.office,
            )
            for at, named in enumerate(after)
        ]
    for told in (without_body(phrase), phrase):  # the capitals before it may be a name
        before = held_by_verb(words, told, floor) or names_before(words, told, floor)
        if before:
            return [
                _holder(
                    person.start,
                    told.end,
                    person,
                    msgspec.structs.replace(told, tense=tense),
                    "" if told.organisation else body_naming(words, told, person),
                    "",
                )
                for person, tense in before
            ]
    return []


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


def _holder(
    start: int, end: int, person: Person, phrase: TitlePhrase, body: str, office: str
) -> Holder:
    role = Role(person.name, office or phrase.office, body or phrase.organisation, phrase.tense)
    return Holder(start, end, person, role)
