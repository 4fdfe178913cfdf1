"""Names of persons by shape and context: offices, first names, verbs of saying."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.names import (
    Person,
    Word,
    is_name_part,
    is_place,
    join,
    person_at,
    skip_honorifics,
)
from factcheck.extract.roles.holders import Holder, find_holders
from factcheck.schema import Span
from factcheck.tokens import Token
from factcheck.vocabulary import persons, places, verbs

_PERSONAL_PARTICLES = frozenset({"bin", "ibn", "bint", "van", "von", "der"})  # not in place names


def find_persons(text: str, tokens: Sequence[Token]) -> tuple[tuple[Span, str], ...]:
    """Return the persons named in a sentence: where the name stands, and the name.

    Titles, honorifics and possessives are no part of either. `text` is the sentence that
    `tokens` were made of.

    >>> from factcheck.tokens import tokenize
    >>> text = "Both Ana Reyes and Mr Okafor's deputy left."
    >>> [name for _, name in find_persons(text, tokenize(text))]
    ['Ana Reyes', 'Okafor']
    """
    words = join(tokens)
    found = []
    for person in find_names(words):
        begin = skip_honorifics(words, person.start)
        span = Span(words[begin].start, words[person.end - 1].end)
        found.append((span, text[span.start : span.end] if "\n" in person.name else person.name))
    return tuple(found)


def find_names(
    words: Sequence[Word], holders: Sequence[Holder] | None = None
) -> tuple[Person, ...]:
    """Return the persons named in a sentence as ranges of words, in order, not overlapping.

    `holders` are those of the sentence, if they are known already.
    """
    holders = find_holders(words) if holders is None else holders
    held = {holder.person.start: holder.person for holder in holders}
    found: list[Person] = []
    at = 0
    while at < len(words):
        text = words[at].text
        can_begin = text[0].isupper() or "-" in text
        person = held.get(at) or (_by_context(words, at) if can_begin else None)
        if person is not None and held.keys().isdisjoint(range(at + 1, person.end)):
            found.append(person)
            at = person.end
        else:
            at += 1
    return tuple(found)


def _by_context(words: Sequence[Word], at: int) -> Person | None:
    """Return the person whose name begins at `at` by an honorific, a first name or a verb."""
    word = words[at]
    if not (word.is_capital or is_name_part(word)) or _is_label(words, at):
        return None
    begin = skip_honorifics(words, at)
    person = person_at(words, at)
    if person is None or begin > at:
        return person
    parts = [part for part in words[at : person.end] if is_name_part(part)]
    if len(parts) < 2 or _is_known_otherwise(person, parts):
        return None
    inner = {part.key for part in words[at : person.end]}
    if word.key in persons.tables().given or inner & _PERSONAL_PARTICLES:
        return person
    is_run_start = at == 0 or not is_name_part(words[at - 1]) or _is_label(words, at - 1)
    return person if is_run_start and len(parts) <= 4 and _speaks(words, at, person.end) else None


def _is_known_otherwise(person: Person, parts: Sequence[Word]) -> bool:
    """Say whether the name is a known place's or group's, or holds a place, or begins with Al."""
    known = places.canonical_group(person.name) or places.canonical(person.name)
    return known is not None or parts[0].key in {"al", "el"} or any(map(is_place, parts[1:]))


def _is_label(words: Sequence[Word], at: int) -> bool:
    """Say whether the word says what somebody is: "Resident Ana Reyes"."""
    is_followed = at + 1 < len(words) and is_name_part(words[at + 1])
    return is_followed and words[at].key in persons.tables().labels


def _speaks(words: Sequence[Word], start: int, end: int) -> bool:
    """Say whether a verb of saying stands right before or behind the name, or an age behind it."""
    speech = verbs.tables().speech
    if start and words[start - 1].key in {"said", "says", "told"}:
        return True
    after = [word.key for word in words[end : end + 3]]
    if len(after) == 3 and after[0] == after[2] == "," and words[end + 1].kind == "number":
        return True
    form = speech.get(after[0]) if after else None
    return form is not None and form.form in {"past", "present"}
