"""One event told of another place or actor: everything else must say that it is the same one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from factcheck.align import same_name, word_overlap
from factcheck.compare import Comparison
from factcheck.judge.compared import Compared
from factcheck.schema import Candidate, Claim, DateRange, Entity, Feature, Quantity, Span
from factcheck.vocabulary.measures import stem

ENOUGH = 2  # particulars besides the day: figures and names that both sentences tell
SAME_WORDS = 0.5
CHANCE = 10  # smaller figures are met again in another attack of the same day
_INNER = frozenset({"clause", "sentence"})


def compare_whereabouts(
    claim: Claim, candidate: Candidate, siblings: Sequence[Claim]
) -> list[Compared]:
    """Return the conflict of a sentence that differs from a passage by one name alone.

    Both tell of one day, and at least two figures or names are the same; no figure differs. A
    sentence with several figures tells it at each of them. Source: docs/verdicts.md ("First the
    same thing").
    """
    told = (claim, *siblings)
    swapped = _swapped(claim, candidate)
    if swapped is None or not _days(told) & _days(candidate.claims):
        return []
    others = [o for o in candidate.claims if _count_the_same(claim, o)]
    if not others or word_overlap(claim, others[0]) < SAME_WORDS or _differ(told, candidate):
        return []
    figures = {c.value.figure for c in told if isinstance(c.value, Quantity) and _met(c, candidate)}
    if sum(figure >= CHANCE for figure in figures) + len(_shared(claim, others[0])) < ENOUGH:
        return []
    mine, theirs = swapped
    feature = Feature("name", mine.name, theirs.name, "other")
    at = candidate.passage.text.find(theirs.name)
    start = candidate.passage.span.start + at
    marked = (Span(start, start + len(theirs.name)),) if at >= 0 else ()
    comparison = Comparison("differs", "entity-differs", (), 0, (claim.span,), marked)
    return [Compared(others[0], (feature,), comparison)]


def _swapped(claim: Claim, candidate: Candidate) -> tuple[Entity, Entity] | None:
    """Return the one name of each sentence that the other side never gives, of one kind."""
    sources = [e for other in candidate.claims for e in other.entities]
    lost = [e for e in _inner([claim]) if not _is_named(e, sources)]
    added = [e for e in _inner(candidate.claims) if not _is_named(e, claim.entities)]
    if len(lost) != 1 or len(added) != 1 or lost[0].kind != added[0].kind:
        return None
    return lost[0], added[0]


def _inner(claims: Sequence[Claim]) -> list[Entity]:
    named = {e.name: e for claim in claims for e in claim.entities if e.origin in _INNER}
    return list(named.values())


def _is_named(entity: Entity, others: Sequence[Entity]) -> bool:
    return any(same_name(entity.name, other.name) for other in others)


def _shared(claim: Claim, other: Claim) -> list[Entity]:
    theirs = [e for e in other.entities if e.origin in _INNER]
    return [e for e in _inner([claim]) if _is_named(e, theirs)]


def _days(claims: Sequence[Claim]) -> set[dt.date]:
    dates = [c.value for c in claims if isinstance(c.value, DateRange)]
    return {date.first for date in dates if date.first is not None and date.first == date.last}


def _count_the_same(claim: Claim, other: Claim) -> bool:
    """Say whether two claims give one figure, without a bound, for one counted thing."""
    mine, theirs = claim.value, other.value
    if not isinstance(mine, Quantity) or not isinstance(theirs, Quantity):
        return False
    same = (mine.kind, mine.unit, mine.figure, mine.modifier) == (
        theirs.kind,
        theirs.unit,
        theirs.figure,
        theirs.modifier,
    )
    return same and _noun(claim) == _noun(other) and claim.measure.act == other.measure.act


def _noun(claim: Claim) -> str:
    return claim.measure.noun_class or stem(claim.measure.noun.rpartition(" ")[2] or "")


def _met(claim: Claim, candidate: Candidate) -> bool:
    return any(_count_the_same(claim, other) for other in candidate.claims)


def _differ(told: Sequence[Claim], candidate: Candidate) -> bool:
    """Say whether one thing is counted by both sentences, and not to the same number."""
    return any(
        isinstance(c.value, Quantity)
        and isinstance(o.value, Quantity)
        and (c.value.kind, _noun(c)) == (o.value.kind, _noun(o))
        and not _met(c, candidate)
        for c in told
        for o in candidate.claims
    )
