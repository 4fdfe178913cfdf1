"""Names that stand beside a title: behind it, before it, in apposition, in a list."""

from __future__ import annotations

from collections.abc import Sequence
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
from factcheck.extract.roles.pairs import paired_names, portfolio_behind
from factcheck.extract.roles.titles import TitlePhrase, title_at
from factcheck.vocabulary import persons, places, roles, verbs

Tense = Literal["", "former", "acting"]

_MOST_HOLDERS = 20  # of one title in the plural
_MOST_TITLES = 3  # of one person, one behind the other
_OPENING = frozenset({",", "–", "—", "("})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_SINCE = frozenset({"in", "since", "under", "from", "until", "during"})
_MOST_CIRCUMSTANCE = 8  # words
_SAID = frozenset({"said", "says"})
# Behind "by Ana Reyes the mayor of" or "with Ana Reyes the mayor of" a comma was lost; behind
# "told Ana Reyes the mayor of" somebody else begins.
_BEFORE_NAME = frozenset(
    "by with and as including from to that but of between for when while where because after "
    "before where against".split()
)


class Named(msgspec.Struct, frozen=True):
    """A person named behind a title, where that ends, and the body and office given there."""

    person: Person
    end: int
    organisation: str
    office: str


def names_after(words: Sequence[Word], phrase: TitlePhrase) -> tuple[Named, ...]:
    """Return the persons named behind a title, each with the body named behind the person."""
    if phrase.plural and (pairs := paired_names(words, phrase)):
        return tuple(Named(person, person.end, body, "") for person, body in pairs)
    at = _skip_titles(words, phrase.end, phrase.office)
    first = person_at(words, at)
    if first is not None and _is_no_person(words, phrase, first):
        return ()
    if first is None and at < len(words) and words[at].text in _OPENING:
        first = person_at(words, _skip_titles(words, at + 1, phrase.office), parts=2)
        if first is not None and not _is_closed(words, first.end):
            first = None
    if first is None:
        return ()
    found = [_named(words, phrase, first)]
    while (
        phrase.plural
        and len(found) < _MOST_HOLDERS
        and (person := _next_person(words, found[-1].end)) is not None
    ):
        found.append(_named(words, phrase, person))
    return () if phrase.plural and len(found) == 1 else tuple(found)


def _named(words: Sequence[Word], phrase: TitlePhrase, person: Person) -> Named:
    office, end = portfolio_behind(words, person.end) if phrase.office == "minister" else ("", 0)
    if office:
        return Named(person, end, "", office)
    body, end = body_of(words, person.end)
    return Named(person, end, body, "")


def _is_no_person(words: Sequence[Word], phrase: TitlePhrase, person: Person) -> bool:
    """Say whether the name behind a title is that of a thing.

    One capitalised word may go on in small letters ("the official Interfax agency"), a name in a
    street or hotel ("President Reyes Avenue"), and in a headline any word has a capital ("Major
    Offensive Begins").
    """
    following = words[person.end : person.end + 1]
    is_tagged = phrase.start > 0 and words[phrase.start - 1].text in {"-", "–", "—"}
    if is_tagged and person.end == person.start + 1:  # "Town Burns - Spokesman Missile Hits Town"
        return True
    if any(word.is_capital and is_body(word) and not word.close for word in following):
        return True
    is_adjective = words[phrase.title_end - 1].key in roles.adjectives()
    if is_adjective and phrase.title_end == phrase.bare + 1 and _is_headline(words, person):
        return True
    if person.end - person.start > 1 or words[phrase.title_end - 1].is_capital:
        return False
    return any(word.kind == "word" and _is_common_noun(word) for word in following)


def _is_headline(words: Sequence[Word], person: Person) -> bool:
    """Say whether "General" or "Major" opens a headline whose words all have capitals."""
    is_known = words[person.start].key in persons.tables().given
    is_opening = person.start == 1 or words[person.start - 2].kind == "symbol"
    rest = [word for word in words[person.end :] if word.kind == "word" and len(word.text) > 3]
    return is_opening and not is_known and all(word.is_capital for word in rest)


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


def without_body(phrase: TitlePhrase) -> TitlePhrase:
    """Return a title without the capitals before it, which may be its holder's name."""
    return msgspec.structs.replace(phrase, start=phrase.bare, organisation=phrase.behind)


def names_before(
    words: Sequence[Word], phrase: TitlePhrase, floor: int
) -> list[tuple[Person, Tense]]:
    """Return who is named before a title: "Ana Reyes, the mayor,", or without the comma."""
    at = phrase.start
    has_article = at > floor and words[at - 1].key in _ARTICLES
    at -= has_article
    if at - 1 <= floor or words[at - 1].text not in _OPENING:
        person = None if phrase.plural else _bare(words, phrase, at, floor)
        return [(person, phrase.tense)] if person else []
    end = at - 1
    if end - 2 > floor and words[end - 1].kind == "number" and words[end - 2].text == ",":
        end -= 2  # an age between commas
    if phrase.plural:
        found = _list_ending(words, end, floor) if _is_closed(words, phrase.end) else []
        return [(person, phrase.tense) for person in found]
    is_owner = phrase.end < len(words) and words[phrase.end].is_possessive
    is_closed = _is_closed(words, _circumstance_end(words, phrase.end))
    if is_owner or not (is_closed or _opens_unclosed(words, phrase, end)):
        return []
    person = person_ending(words, end, floor) or _surname_ending(words, end, phrase)
    return [(person, phrase.tense)] if person else []


def _circumstance_end(words: Sequence[Word], at: int) -> int:
    """Return the comma behind "in the last cabinet", or `at` where a verb comes first."""
    if at >= len(words) or words[at].key not in _SINCE:
        return at
    for here in range(at, min(len(words), at + _MOST_CIRCUMSTANCE)):
        if words[here].text == ",":
            return here
        if is_verb(words[here]):
            break
    return at


def _opens_unclosed(words: Sequence[Word], phrase: TitlePhrase, end: int) -> bool:
    """Say whether only the second comma is lost: "Ana Reyes, the mayor of Osterburg said it"."""
    person = person_at(words, 0, parts=2)
    is_first = person is not None and person.end == end
    verb, behind = words[phrase.end : phrase.end + 1], words[phrase.end + 1 : phrase.end + 2]
    is_said = any(is_verb(word) for word in verb) and all(word.text != "," for word in behind)
    return is_first and phrase.end > phrase.title_end and is_said


def _list_ending(words: Sequence[Word], end: int, floor: int) -> list[Person]:
    """Return two or more names that end before a title in the plural."""
    found: list[Person] = []
    while len(found) < _MOST_HOLDERS:
        person = person_ending(words, end, floor)
        if person is None:
            break
        found.insert(0, person)
        end = person.start
        while end > floor and end > person.start - 2 and words[end - 1].key in {",", "and", "&"}:
            end -= 1
        if end == person.start:
            break
    return found if len(found) > 1 else []


def _bare(words: Sequence[Word], phrase: TitlePhrase, at: int, floor: int) -> Person | None:
    """Return the person of "Ana Reyes head of the bank said": copy that has lost its commas.

    Something must tell that a body or an article belongs to the title; the name must not be the
    object of a verb ("told Ana Reyes the mayor of ...").
    """
    is_plain = phrase.start == at
    if is_plain and phrase.end == phrase.title_end and phrase.start == phrase.bare:
        return None
    person = person_ending(words, at, floor)
    if person is None or not _ends_title(words, phrase.end):
        return None
    parts = [word for word in words[person.start : person.end] if is_name_part(word)]
    if any(is_body(word) or is_place(word) for word in parts):
        return None
    if places.canonical(person.name) or places.canonical_group(person.name):
        return None
    before = words[person.start - 1] if person.start else None
    is_free = before is None or before.kind != "word" or before.key in _SAID | _BEFORE_NAME
    is_titled = before is not None and before.key in roles.titles()
    if is_plain and phrase.start == phrase.bare:  # "Rami Holt head of": surely a person
        has_particle = any(not word.is_capital for word in words[person.start : person.end])
        is_known = parts[0].key in persons.tables().given or has_particle
        opens = person.start == 0 and words[phrase.title_end + 1].key == "the"
        is_said = before is not None and before.key in _SAID
        return person if is_known or opens or is_said else None
    return person if is_free or is_titled else None


def _ends_title(words: Sequence[Word], at: int) -> bool:
    """Say whether something other than a name or noun follows a title."""
    if at >= len(words) or words[at].kind != "word":
        return True
    key = words[at].key
    is_saying = key in verbs.tables().speech or key in _ARTICLES | {"known", "called"}
    return is_saying or is_verb(words[at]) or words[at].key in persons.tables().function_words


def is_verb(word: Word) -> bool:
    """Say whether a word in small letters is a finite verb of the tables."""
    is_known = verbs.is_finite_form(word.key) or word.key in verbs.tables().auxiliaries
    return is_known and not word.is_capital


def _surname_ending(words: Sequence[Word], end: int, phrase: TitlePhrase) -> Person | None:
    """Return the person of "Reyes, the mayor," at the start of a sentence or behind "said"."""
    has_article = words[phrase.start - 1].key in _ARTICLES
    before = words[end - 2].key
    is_free = end == 1 or before in {"said", "and", "that"} or before in roles.titles()
    if not (has_article and is_free) or is_place(words[end - 1]) or is_body(words[end - 1]):
        return None
    return person_at(words, end - 1) if name_end(words, end - 1) == end else None


def person_ending(words: Sequence[Word], end: int, floor: int) -> Person | None:
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
