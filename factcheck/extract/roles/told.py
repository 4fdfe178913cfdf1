"""Offices told by a verb: "was named", "succeeded ... as", "resigned as", "who heads"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from factcheck.extract.names import Person, Word, is_body
from factcheck.extract.roles.beside import Tense, person_ending
from factcheck.extract.roles.bodies import body_after, body_start, organisation
from factcheck.extract.roles.titles import TitlePhrase
from factcheck.vocabulary import persons, roles
from factcheck.vocabulary.calendar import MONTHS, WEEKDAYS

_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_TIMES = frozenset(WEEKDAYS) | frozenset(MONTHS)
_MOST_FILLERS = 8
_UNREAL = frozenset("will would could may might can should must to".split())
_SUPPOSING = frozenset("if unless whether should".split())
_EXPECTING = frozenset("when once until before after".split())
_HELPERS = frozenset("has have had".split())
_SURELY = frozenset({"heads", "headed", "chairs", "chaired", "edits", "edited"})


def held_by_verb(
    words: Sequence[Word], phrase: TitlePhrase, floor: int
) -> list[tuple[Person, Tense]]:
    """Return whom a verb links to a title, each with the tense of the office."""
    if phrase.plural:
        return []
    at = phrase.start
    if at > floor and words[at - 1].key in _ARTICLES:
        at -= 1
    linked = at
    while linked > max(floor, at - _MOST_FILLERS) and _is_filler(words[linked - 1]):
        linked -= 1
    between = {word.key for word in words[linked:at]}
    if linked > floor and words[linked - 1].text == "," and words[linked].key == "who":
        linked -= 1
    person = person_ending(words, linked, floor)
    if person is None:
        return []
    if between <= {"as"}:
        return _object_of(words, person, phrase, floor, has_as=bool(between))
    said = roles.told()
    if not between & (said.linking | said.leaving) or _is_supposed(words, person, between):
        return []
    return [(person, phrase.tense or _tense_between(words, person, phrase.start))]


def _is_filler(word: Word) -> bool:
    said = roles.told()
    is_known = word.key in said.linking | said.leaving | said.fillers | _TIMES
    return is_known or (word.key.endswith("ly") and not word.is_capital)


def _is_supposed(words: Sequence[Word], person: Person, between: set[str]) -> bool:
    """Say whether the office is a condition or still to come: "if Ana Reyes becomes mayor"."""
    before = words[person.start - 1].key if person.start else ""
    is_present = bool(between & {"is", "becomes", "takes"})
    return before in _SUPPOSING or (before in _EXPECTING and is_present)


def _object_of(
    words: Sequence[Word], person: Person, phrase: TitlePhrase, floor: int, *, has_as: bool
) -> list[tuple[Person, Tense]]:
    """Return who holds an office by "named NAME mayor" or "succeeded NAME as mayor"."""
    verb = person.start - 1
    if verb < 0:
        return []
    key = words[verb].key
    before = words[verb - 1].key if verb else ""
    if key in roles.told().choosing:
        return [(person, phrase.tense)] if before not in _UNREAL else []
    return _followed(words, person, phrase, floor) if has_as else []


def _followed(
    words: Sequence[Word], person: Person, phrase: TitlePhrase, floor: int
) -> list[tuple[Person, Tense]]:
    """Return who holds an office by "succeeded NAME as mayor" and its like."""
    verb = person.start - 1
    key = words[verb].key
    before = words[verb - 1].key if verb else ""
    if key == "by" and before in {"succeeded", "replaced"}:
        first = _skip_back(words, verb - 1, floor, _HELPERS | {"was", "is", "be", "been"})
        return [*_one(person_ending(words, first, floor), "former"), (person, phrase.tense)]
    if key == "from" and before == "over":
        verb -= 2
        is_unreal = words[verb].key == "take"
        return _succession(words, verb, person, floor, is_unreal=is_unreal)
    if key in roles.told().following:
        return _succession(words, verb, person, floor, is_unreal=before in _UNREAL)
    return [(person, "former")] if key in roles.told().ending and before not in _UNREAL else []


def _succession(
    words: Sequence[Word], verb: int, old: Person, floor: int, *, is_unreal: bool
) -> list[tuple[Person, Tense]]:
    """Return both of "Ana Reyes succeeded Omar Haddad as"; who is still to come holds nothing."""
    if is_unreal:
        return [(old, "")]
    first = _skip_back(words, verb, floor, _HELPERS | _TIMES | {"on", "in", "who", ","})
    return [*_one(person_ending(words, first, floor), ""), (old, "former")]


def _skip_back(words: Sequence[Word], at: int, floor: int, keys: frozenset[str]) -> int:
    while at > floor and words[at - 1].key in keys:
        at -= 1
    return at


def _one(person: Person | None, tense: Tense) -> list[tuple[Person, Tense]]:
    return [(person, tense)] if person else []


def _tense_between(words: Sequence[Word], person: Person, at: int) -> Tense:
    """Say whether the words between a name and its title end the office: "resigned as"."""
    between = [word.key for word in words[person.end : at] if word.key not in _ARTICLES]
    has_left = any(key in roles.told().leaving for key in between)
    is_past = bool(between) and between[-1] == "was"
    served = "served" in between and "has" not in between
    return "former" if has_left or is_past or served else ""


def body_naming(words: Sequence[Word], phrase: TitlePhrase, person: Person) -> str:
    """Return the body of "Halden Optics named Ana Reyes as its chief executive", or nothing."""
    verb = person.start - 1
    is_chosen = verb > 0 and words[verb].key in roles.told().choosing
    if words[phrase.start - 1].key != "its" or not is_chosen:
        return ""
    end = _skip_back(words, verb, 0, _HELPERS)
    return organisation(words, body_start(words, end, 0), end)


class Head(msgspec.Struct, frozen=True):
    """A person who "heads", "leads" or "chairs" a body, and where that ends."""

    person: Person
    end: int
    office: str
    organisation: str
    tense: Tense


def find_heads(words: Sequence[Word]) -> Iterator[Head]:
    """Yield the persons of "Ana Reyes, who heads the Norland Red Crescent", or "has headed"."""
    for at in range(2, len(words)):
        known = roles.heading().get(words[at].key)
        if known is None:
            continue
        body, end = body_after(words, at)
        still = words[at - 1].key == "has"  # "has headed": to this day
        behind = at - still
        behind -= words[behind - 1].key == "who"
        behind -= words[behind - 1].text == ","
        person = person_ending(words, behind, 0)
        if person and body and _is_headed(words[at], words[at + 1 : end]):
            yield Head(person, end, known[0], body, "" if still else known[1])


def _is_headed(verb: Word, behind: Sequence[Word]) -> bool:
    """Say whether what somebody heads is a body, not a race, a life or an inquiry's first day.

    Only a body or office is chaired or headed at all.
    """
    if verb.key in _SURELY:
        return True
    bodies = persons.tables().bodies
    return any((is_body(word) and word.is_capital) or word.key in bodies for word in behind)
