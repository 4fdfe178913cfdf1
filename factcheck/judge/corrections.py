"""Sources that take back what was said before: corrections and withdrawals.

"An earlier version said 40 people were killed" bears out no 40; it is the one passage that says
what the older reports of 40 are worth.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from factcheck.config import Periods
from factcheck.judge.weigh import weigh
from factcheck.schema import Candidate, Claim, DateRange, Evidence, Passage, Quantity
from factcheck.vocabulary.corrections import corrections

_WORD = re.compile(r"(?<!\w)\w{1,40}+|[;.]")


def weigh_standing(
    claim: Claim, candidate: Candidate, periods: Periods, siblings: Sequence[Claim] = ()
) -> Evidence:
    """Weigh a candidate by what it still says: a figure that it takes back decides nothing.

    A draft that itself may speak of a former figure ("had initially given a toll of 34") is held
    against all of it.
    """
    evidence = weigh(claim, candidate, periods, siblings)
    gone = withdrawn_in(candidate)
    if evidence.other not in gone or not corrections().mentions.isdisjoint(claim.measure.words):
        return evidence
    standing = tuple(other for other in candidate.claims if other not in gone)
    rest = weigh(claim, msgspec.structs.replace(candidate, claims=standing), periods, siblings)
    if rest.relation != "unrelated":
        return rest
    if evidence.relation not in {"agrees", "differs"}:
        return evidence
    return msgspec.structs.replace(
        evidence,
        relation="undecided",
        reason="only-outdated",
        remarks=(),
        differs=(),
        source_differs=(),
    )


def withdrawn_in(candidate: Candidate) -> tuple[Claim, ...]:
    """Return the figures and dates of a passage that it says are no longer held."""
    return tuple(
        claim
        for claim in candidate.claims
        if isinstance(claim.value, Quantity | DateRange) and _is_former(candidate.passage, claim)
    )


def is_correction(passage: Passage) -> bool:
    """Say whether a passage corrects or takes back something said before."""
    table, words = corrections(), _words(passage.text)
    opening = (words[:1], _words(passage.origin.title)[:1])
    if any(first and first[0] in table.opens for first in opening):
        return True
    return _holds(words, table.corrects) or _holds(words, table.former)


def _is_former(passage: Passage, claim: Claim) -> bool:
    before = _words(passage.text[: claim.span.start - passage.span.start])
    table = corrections()
    reach = max(
        (at for at, word in enumerate(before) if word in {*table.ends, ";", "."}), default=-1
    )
    if _holds(before[reach + 1 :], table.former):
        return True
    last = f" {' '.join(before)}"
    return any(last.endswith(f" {word}") for word in table.before) and is_correction(passage)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _holds(words: Sequence[str], phrases: Sequence[str]) -> bool:
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in phrases)
