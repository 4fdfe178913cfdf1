"""A source's person and office against the draft's.

Source: docs/verdicts.md ("Quotes, offices, dates, statements").
"""

from __future__ import annotations

from typing import Literal

from factcheck.compare.comparison import Comparison
from factcheck.compare.persons import same_person
from factcheck.schema import Role
from factcheck.vocabulary import places
from factcheck.vocabulary.roles import excludes, is_single_holder

_SMALL_WORDS = frozenset({"the", "of", "for", "and", "a", "an"})

Body = Literal["same", "other", "silent", "unclear"]


def compare_roles(draft: Role, source: Role, is_certain: bool) -> Comparison:
    """Compare who holds which office.

    `is_certain`: where a side names no organisation, it is certainly the other's.
    """
    who = same_person(draft.person, source.person)
    body = same_body(draft.organisation, source.organisation)
    if who == "same":
        result = _of_one_person(draft, source, body)
    elif who == "other" and draft.title == source.title:
        result = _of_two_holders(draft, body, is_certain)
    else:
        return Comparison("undecided", "other-subject")
    return result if draft.tense == source.tense else _in_other_times(draft, source, result)


def _of_one_person(draft: Role, source: Role, body: Body) -> Comparison:
    if draft.title == source.title:
        if body in {"same", "silent"}:
            return Comparison("agrees", "role-agrees")
        if body == "other" and draft.tense != "former" and is_single_holder(draft.title):
            return Comparison("differs", "role-differs")
        return Comparison("undecided", "near-value")
    is_excluded = excludes(draft.title, source.title) and body in {"same", "silent"}
    if is_excluded and draft.tense != "former":
        return Comparison("differs", "role-differs")
    return Comparison("undecided", "other-subject")


def _of_two_holders(draft: Role, body: Body, is_certain: bool) -> Comparison:
    """Compare two persons in one office; there may have been many former holders."""
    is_one_office = body == "same" or (body == "silent" and is_certain)
    if is_single_holder(draft.title) and is_one_office and draft.tense != "former":
        return Comparison("differs", "role-differs")
    return Comparison("undecided", "other-subject")


def _in_other_times(draft: Role, source: Role, result: Comparison) -> Comparison:
    """Compare offices held at different times, which never conflict."""
    if result.reason == "other-subject":
        return result
    if "former" in {draft.tense, source.tense}:
        return Comparison("undecided", "only-outdated")
    return Comparison("undecided", "near-value")


def same_body(draft: str, source: str) -> Body:
    """Say whether two organisations are one; a part of the name or its initials will do.

    A place and a body, or two bodies that share a word, may belong together: unclear.
    """
    if _is_seat(draft, source) or _is_seat(source, draft):
        return "same"
    mine, theirs = _body(draft), _body(source)
    if not mine or not theirs:
        return "silent"
    are_places = [places.canonical(name) is not None for name in (draft, source)]
    if mine == theirs:
        return "same"
    if all(are_places):
        return "other"
    if mine <= theirs or theirs <= mine or _are_initials(draft, source):
        return "same"
    is_generic = draft.islower() != source.islower()  # "the union's" may be any union's
    return "unclear" if mine & theirs or any(are_places) or is_generic else "other"


def _is_seat(name: str, country: str) -> bool:
    """Say whether a name stands for a country's government ("the White House")."""
    seat = places.seat_of(name)
    return seat is not None and seat == places.canonical(country)


def _body(name: str) -> frozenset[str]:
    known = places.canonical(name) or places.canonical_group(name) or name
    return frozenset(known.casefold().replace(".", "").split()) - _SMALL_WORDS


def _are_initials(draft: str, source: str) -> bool:
    """Say whether one name is the initials of the other, small words counted or not."""
    short, long = sorted((draft.replace(".", ""), source.replace(".", "")), key=len)
    words = long.casefold().split()
    large = [word for word in words if word not in _SMALL_WORDS]
    initials = {"".join(word[0] for word in some) for some in (words, large)}
    return len(words) > 1 and short.casefold() in initials
