"""Whose words: a speaker given by name on one side and by office on the other."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.compare.persons import office_of, same_person
from factcheck.compare.roles import same_body
from factcheck.schema import Claim, Role
from factcheck.vocabulary.roles import excludes, is_single_holder


def are_one(draft: str, source: str, drafted: Iterable[Claim], sourced: Iterable[Claim]) -> bool:
    """Say whether two speakers, at least one of them without a name, are the same person.

    `drafted` and `sourced` are the claims beside the two quotes: "said Ana Reyes, the finance
    minister" tells who "the finance minister" of the other side is.
    """
    mine, theirs = office_of(draft), office_of(source)
    if mine is not None and theirs is not None:
        is_one_body = same_body(mine[1], theirs[1]) in {"same", "silent"}
        return mine[0] == theirs[0] and is_single_holder(mine[0]) and is_one_body
    if mine is not None:
        return _holds(source, mine, sourced)
    return theirs is not None and _holds(draft, theirs, drafted)


def hold_others(
    draft: str, source: str, drafted: Iterable[Claim], sourced: Iterable[Claim]
) -> bool:
    """Say whether the two speakers hold offices that no one person holds at a time."""
    return any(
        excludes(mine, theirs)
        for mine in _offices(draft, drafted)
        for theirs in _offices(source, sourced)
    )


def _holds(name: str, office: tuple[str, str], claims: Iterable[Claim]) -> bool:
    title, body = office
    return any(
        (role.title == title or role.title.endswith(f" {title}"))
        and same_body(body, role.organisation) in {"same", "silent"}
        for role in _roles_of(name, claims)
    )


def _offices(speaker: str, claims: Iterable[Claim]) -> list[str]:
    office = office_of(speaker)
    return [office[0]] if office else [role.title for role in _roles_of(speaker, claims)]


def _roles_of(name: str, claims: Iterable[Claim]) -> list[Role]:
    return [
        claim.value
        for claim in claims
        if isinstance(claim.value, Role)
        and claim.value.tense != "former"
        and same_person(name, claim.value.person) == "same"
    ]
