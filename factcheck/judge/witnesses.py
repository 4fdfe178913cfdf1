"""How many witnesses there are: papers that print one text, or credit one body, are one."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.copies import near_copies
from factcheck.judge.told import Told, are_of_one_body, same_body, speakers_of
from factcheck.schema import Claim, Evidence, Quantity, Remark, Statement

SHOWN = 5  # of so many passages shown first, each is a witness of its own where there are enough
# A score, an age or a height is looked up in one place; two sources are for what may be disputed.
_LOOKED_UP = frozenset(
    {"age", "duration", "frequency", "measure", "ordinal", "score", "temperature"}
)


def are_one_witness(first: Told, second: Told) -> bool:
    """Say whether two passages rest on one telling: one text, one document, or one body."""
    one, two = first.evidence.passage, second.evidence.passage
    if one.origin.id == two.origin.id or one.origin.digest == two.origin.digest:
        return True
    return are_of_one_body(first, second) or near_copies(one.text, two.text)


def single_source(claim: Claim, agreeing: Sequence[Told]) -> tuple[Remark, ...]:
    """Return the remark that one witness only bears out a claim that should have two.

    None is asked of quotations, offices, dates, and figures that one looks up; nor where the draft
    itself gives the figure as that witness's own.
    """
    if not _should_have_two(claim) or _is_given_as_theirs(claim, agreeing):
        return ()
    reached, rest = [agreeing[0]], list(agreeing[1:])
    for told in reached:  # grows while it is read
        reached += [other for other in rest if are_one_witness(told, other)]
        rest = [other for other in rest if not are_one_witness(told, other)]
    return () if rest else ("single-source",)


def _should_have_two(claim: Claim) -> bool:
    if isinstance(claim.value, Statement):
        return True
    if not isinstance(claim.value, Quantity) or claim.measure.motion == "constant":
        return False
    return claim.value.kind not in _LOOKED_UP


def _is_given_as_theirs(claim: Claim, agreeing: Sequence[Told]) -> bool:
    """Say whether the draft credits a body that one of the sources is or credits."""
    bodies = [body for told in agreeing for body in told.bodies]
    return any(same_body(one, two) for one in speakers_of(claim) for two in bodies)


def other_attribution(claim: Claim, agreeing: Sequence[Told]) -> tuple[Remark, ...]:
    """Return the remark that the sources credit a figure to another body than the draft does.

    Only where both sides name a body, and no source that agrees names or is the draft's. A person
    is no body: who speaks for one often has no other name in the text.
    """
    mine = _bodies(claim)
    theirs = [name for told in agreeing for name in _bodies(told.evidence.other)]
    if not mine or not theirs or not isinstance(claim.value, Quantity):
        return ()
    if _is_given_as_theirs(claim, agreeing) or _share_a_word(mine, theirs):
        return ()
    return ("other-attribution",)


def _bodies(claim: Claim | None) -> list[str]:
    entities = claim.entities if claim else ()
    return [e.name for e in entities if e.origin == "speaker" and e.kind == "group"]


def _share_a_word(first: Sequence[str], second: Sequence[str]) -> bool:
    """Say whether two bodies may be parts of one, by a word that both names hold."""
    one, two = (
        {w for name in names for w in name.split() if len(w) > 3} for names in (first, second)
    )
    return not one.isdisjoint(two)


def distinct_first(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return the passages in their order, but of one text only the first among the first few."""
    first: list[Evidence] = []
    again: list[Evidence] = []
    for at, one in enumerate(evidence):
        if len(first) == SHOWN:
            return (*first, *again, *evidence[at:])
        copied = any(near_copies(one.passage.text, other.passage.text) for other in first)
        (again if copied else first).append(one)
    return (*first, *again)
