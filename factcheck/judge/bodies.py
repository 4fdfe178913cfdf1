"""Whose office: "the company's chief executive" of the only company told of there."""

from __future__ import annotations

from factcheck.compare.roles import same_body
from factcheck.schema import Claim, Entity, EntityOrigin, Role
from factcheck.vocabulary import places
from factcheck.vocabulary.roles import governs

_NEAR: frozenset[EntityOrigin] = frozenset({"clause", "sentence", "before"})


def is_one_body(claim: Claim, other: Claim) -> bool:
    """Say whether two offices, one or both without a body, are surely of one body.

    Where one names it, the text around the other does, and near the office no other body, or for a
    country no other place. Where neither does, both are offices of a government, the texts around
    them share a place or body, and no country is told of in one of them alone.
    """
    mine, theirs = claim.value, other.value
    if not isinstance(mine, Role) or not isinstance(theirs, Role):
        return False
    if not mine.organisation and not theirs.organisation:
        return governs(mine.title) and _is_one_country(claim, other)
    if mine.organisation and theirs.organisation:
        return False
    silent = other if mine.organisation else claim
    return _is_told_of(mine.organisation or theirs.organisation, silent)


def _is_one_country(claim: Claim, other: Claim) -> bool:
    mine, theirs = (
        {e.name for e in one.entities if e.kind != "person" and e.origin != "speaker"}
        for one in (claim, other)
    )
    countries = [
        {known for n in names if (known := places.canonical(n))} for names in (mine, theirs)
    ]
    return bool(mine & theirs) and countries[0] == countries[1]


def _is_told_of(body: str, claim: Claim) -> bool:
    around = [entity for entity in claim.entities if entity.kind != "person"]
    named = [entity for entity in around if same_body(body, entity.name) == "same"]
    rivals = [e for e in around if e not in named and e.origin in _NEAR and _may_be_it(body, e)]
    return bool(named) and not rivals


def _may_be_it(body: str, entity: Entity) -> bool:
    """Say whether a name may be meant instead of a body: of a country only another place."""
    is_place = entity.kind == "place" or places.canonical(entity.name) is not None
    return is_place or places.canonical(body) is None
