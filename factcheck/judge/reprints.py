"""A reprint is as old as what it reprints: it brings nothing newer."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from factcheck.config import Periods
from factcheck.copies import near_copies
from factcheck.schema import Candidate, DateRange, Value

Values = tuple[tuple[Value, DateRange | None], ...]


def as_first_printed(candidates: Sequence[Candidate], periods: Periods) -> list[Candidate]:
    """Return the candidates, the claims of each as of the day on which its text first appeared.

    That is the day of the first near-copy with the same values at hand. The same words of more
    than `periods.event` days before told of something else.
    """
    alike: dict[Values, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.claims:
            alike.setdefault(_values(candidate), []).append(candidate)
    return [_redated(c, alike[_values(c)], periods) if c.claims else c for c in candidates]


def _values(candidate: Candidate) -> Values:
    return tuple((claim.value, claim.period) for claim in candidate.claims)


def _redated(candidate: Candidate, alike: Sequence[Candidate], periods: Periods) -> Candidate:
    day = candidate.claims[0].as_of
    if day is None:
        return candidate
    earlier = [
        other.claims[0].as_of
        for other in alike
        if other.claims[0].as_of is not None
        and 0 < (day - other.claims[0].as_of).days <= periods.event
        and near_copies(candidate.passage.text, other.passage.text)
    ]
    if not earlier:
        return candidate
    claims = (msgspec.structs.replace(claim, as_of=min(earlier)) for claim in candidate.claims)
    return msgspec.structs.replace(candidate, claims=tuple(claims))
