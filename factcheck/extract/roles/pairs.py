"""Titles in the plural that are given to each person apart: by portfolio or by country."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.names import Person, Word, person_at
from factcheck.extract.roles.bodies import organisation, run_of_capitals, skip_articles
from factcheck.extract.roles.titles import TitlePhrase
from factcheck.vocabulary import roles

_MOST_WORDS = 5  # of a portfolio in brackets
_MOST_PAIRS = 10


def portfolio_behind(words: Sequence[Word], at: int) -> tuple[str, int]:
    """Read "(finance)" behind a minister's name; return the office and where the bracket ends."""
    if at >= len(words) or words[at].text != "(":
        return "", at
    for end in range(at + 2, min(len(words), at + 2 + _MOST_WORDS)):
        if words[end].text == ")":
            field = roles.portfolio(" ".join(word.key for word in words[at + 1 : end]))
            return (f"{field} minister", end + 1) if field else ("", at)
    return "", at


def paired_names(words: Sequence[Word], phrase: TitlePhrase) -> tuple[tuple[Person, str], ...]:
    """Read "ministers of Norland and Sudmark, Ana Reyes and Omar Haddad,": each with a body.

    Or one behind the other: "of Norland, Ana Reyes, and Sudmark, Omar Haddad,".
    """
    at = phrase.title_end
    if at + 1 >= len(words) or words[at].key != "of":
        return ()
    bodies: list[str] = []
    found: list[Person] = []
    at += 1
    while at < len(words) and len(bodies) < _MOST_PAIRS:
        at = skip_articles(words, _skip_marks(words, at))
        end = run_of_capitals(words, at)
        person = person_at(words, at, parts=2)
        if end == at:
            break
        if person is not None and bodies:
            found.append(person)
            at = person.end
        else:
            bodies.append(organisation(words, at, end))
            at = end
        if len(found) == len(bodies) and not _goes_on(words, at):
            break
    are_paired = len(found) == len(bodies) > 1
    return tuple(zip(found, bodies, strict=True)) if are_paired else ()


def _skip_marks(words: Sequence[Word], at: int) -> int:
    """Return where a comma and an "and" at `at` end."""
    for key in (",", "and"):
        at += at < len(words) and words[at].key == key
    return at


def _goes_on(words: Sequence[Word], at: int) -> bool:
    begin = _skip_marks(words, at)
    return begin > at and begin < len(words) and words[begin].is_capital
