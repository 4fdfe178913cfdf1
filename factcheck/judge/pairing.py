"""Which figure of a passage stands in the place of which figure of the draft's sentence."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import of_comparable_kinds
from factcheck.compare import compare
from factcheck.schema import Candidate, Claim, Quantity

SAME_WORDING = 0.8  # of the content words of the longer sentence


def taken_by_siblings(
    claim: Claim, candidate: Candidate, siblings: Sequence[Claim]
) -> frozenset[str]:
    """Return the ids of the passage's figures that belong to other figures of the draft.

    Where two sentences tell their figures in the same words, the first belongs to the first and
    so on; one that agrees with its own partner says nothing of any other: "6 boys and 4 girls"
    is neither contradicted nor borne out by the four girls of "more than 5 boys and 4 girls".
    """
    mine, theirs = _figures(siblings), _figures(candidate.claims)
    if len(mine) < 2 or len(mine) != len(theirs):
        return frozenset()
    pairs = list(zip(mine, theirs, strict=True))
    if not all(of_comparable_kinds(one, other) and _same_words(one, other) for one, other in pairs):
        return frozenset()
    return frozenset(
        other.id
        for one, other in pairs
        if one.id != claim.id and compare(one.value, other.value).relation == "agrees"
    )


def _figures(claims: Sequence[Claim]) -> list[Claim]:
    found = (claim for claim in claims if isinstance(claim.value, Quantity))
    return sorted(found, key=lambda claim: claim.span)


def _same_words(one: Claim, other: Claim) -> bool:
    mine, theirs = set(one.measure.words), set(other.measure.words)
    return len(mine & theirs) >= SAME_WORDING * max(len(mine), len(theirs))
