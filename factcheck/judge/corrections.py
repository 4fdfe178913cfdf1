"""Sources that take back what was said before: corrections and withdrawals.

"An earlier version said 40 people were killed" bears out no 40; it is the one passage that says
what the older reports of 40 are worth.
"""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from factcheck.config import Periods
from factcheck.judge.weigh import weigh
from factcheck.schema import Candidate, Claim, DateRange, Evidence, Passage, Quantity
from factcheck.vocabulary.corrections import Mark, corrections
from factcheck.vocabulary.measures import phrases_in

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
    read, titled = _read(passage.text), _read(passage.origin.title)
    opening = {*read.words[:1], *titled.words[:1]}
    return bool(read.marks) or not corrections().opens.isdisjoint(opening)


def _is_former(passage: Passage, claim: Claim) -> bool:
    read = _read(passage.text)
    value = bisect.bisect_left(read.starts, claim.span.start - passage.span.start)
    begin = max((at for at in read.ends if at < value), default=-1)
    if any(mark == "former" and begin < at < value for at, mark in read.marks):
        return True
    before = corrections().before
    led = any(read.words[max(0, value - len(words)) : value] == words for words in before)
    return led and is_correction(passage)


class _Read(NamedTuple):
    """The words of a text with their starts, where a clause ends, and the marks of corrections."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    marks: tuple[tuple[int, Mark], ...]


@functools.lru_cache(maxsize=2048)  # each claim of a draft meets many passages of the others
def _read(text: str) -> _Read:
    found = list(_WORD.finditer(text))
    words = tuple(match.group().lower() for match in found)
    table = corrections()
    return _Read(
        words=words,
        starts=tuple(match.start() for match in found),
        ends=tuple(at for at, word in enumerate(words) if word in table.ends or word in {";", "."}),
        marks=tuple(phrases_in(words, table.marks)),
    )
