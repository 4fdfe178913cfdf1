"""Who or what a statement is about: a name, a definite body, an office, or somebody's."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from factcheck.extract.names import Word, is_name_part
from factcheck.extract.statements.verb import Verb
from factcheck.vocabulary import persons, places, roles, verbs

_ARTICLES = frozenset({"the", "a", "an"})
_OWNERS = frozenset({"its", "his", "her", "their"})
_QUANTIFIED = frozenset({"other", "others", "few", "many", "rest", "former", "latter", "same"})
_MANY = frozenset({"people", "men", "women", "children", "police", "staff", "troops", "crowds"})


def is_definite(words: Sequence[Word], start: int, end: int) -> bool:
    """Say whether the subject is a name, a definite body or somebody's: "Freedonia", "its appeal".

    Of "the talks in Freedonia" the name further on tells which ones are meant.
    """
    if words[start].key in _OWNERS:
        return end - start > 1
    tables = persons.tables()
    for at in range(start, end):
        word = words[at]
        is_known = places.canonical(word.text) or places.canonical_group(word.text)
        is_owner = at + 1 < end and words[at + 1].is_possessive
        if word.is_capital and (at > 0 or is_known or is_owner or word.text.isupper()):
            if word.key not in tables.function_words or word.text == "US":
                return True
        elif word.key in tables.bodies and (at == 0 or words[start].key == "the"):
            return True
    if _is_told_of(words, start, end) or _is_office(words, start, end):
        return True
    return end - start > 1 and is_name_part(words[start]) and words[start].key in tables.given


def is_willing(words: Sequence[Word], start: int, verb: Verb, known: Collection[str]) -> bool:
    """Say whether who does what only persons and bodies do is one or a definite number of them.

    "The pilots rejected it" tells of all of them; "Castell declined" of a name, unless it is a
    plural that the document (`known`) does not write with a capital elsewhere: "Critics". So does
    "Castell was sacked".
    """
    first, is_willed = words[start], verb.base in verbs.tables().willed
    if first.key == "the":
        return (
            is_willed and verb.subject_end - start > 1 and words[start + 1].key not in _QUANTIFIED
        )
    is_one = verb.subject_end == start + 1 and first.is_capital and len(first.key) > 1
    if not is_one or first.key in persons.tables().function_words | persons.tables().labels:
        return False
    is_meant = is_willed or verb.base.startswith("be ")
    return first.text in known or (is_meant and first.key not in _MANY and first.key[-1] != "s")


def _is_office(words: Sequence[Word], start: int, end: int) -> bool:
    """Say whether the subject is who holds an office: "the captain", "the city's mayor"."""
    if words[start].key != "the":
        return False
    forms = (" ".join(word.key for word in words[at:end]) for at in range(start + 1, end))
    held = (roles.titles().get(form) for form in forms)
    return any(title is not None and not title.plural for title in held)


def _is_told_of(words: Sequence[Word], start: int, end: int) -> bool:
    """Say whether the words behind a comma name the subject, or tell who the one named is.

    "The operator of the dam, Norvik Hydro," and "Reyes, who led the party,". A plural that opens
    the sentence names nobody: "Critics, who ...".
    """
    if end + 2 >= len(words) or words[end].text != ",":
        return False
    first, second = words[end + 1], words[end + 2]
    named = words[start].key == "the" and is_name_part(first) and is_name_part(second)
    is_one = words[start].is_capital and end == start + 1 and not words[start].key.endswith("s")
    if first.key in _ARTICLES | {"which"}:
        return is_one and words[start].key not in persons.tables().function_words
    return named or (words[start].is_capital and first.key in {"who", "whose"})
