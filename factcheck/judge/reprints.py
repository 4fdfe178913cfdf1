"""A reprint is as old as what it reprints: it brings nothing newer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from factcheck.config import Periods
from factcheck.copies import near_copies
from factcheck.judge.corrections import is_correction
from factcheck.schema import Candidate, DateRange, Value

Said = tuple[bool, tuple[tuple[Value, DateRange | None], ...]]


def as_first_printed(candidates: Sequence[Candidate], periods: Periods) -> list[Candidate]:
    """Return the candidates, the claims of each as of the day on which its text first appeared.

    That is the day of the first near-copy with the same values at hand, or of the first that this
    one reprints. The same words more than `periods.event` days after the last printing tell of
    something else.
    """
    alike: dict[Said, list[Candidate]] = {}
    for candidate in candidates:
        if _day(candidate) is not None:
            alike.setdefault(_said(candidate), []).append(candidate)
    first: dict[int, dt.date] = {}
    for group in alike.values():
        if len(group) > 1:
            first |= _first_days(group, periods)
    return [_as_of(c, first[id(c)]) if id(c) in first else c for c in candidates]


def _day(candidate: Candidate) -> dt.date | None:
    return candidate.claims[0].as_of if candidate.claims else None


def _said(candidate: Candidate) -> Said:
    """Return what a passage says; one that takes a figure back is no reprint of it."""
    values = tuple((claim.value, claim.period) for claim in candidate.claims)
    return is_correction(candidate.passage), values


def _first_days(group: Sequence[Candidate], periods: Periods) -> dict[int, dt.date]:
    """Return the day on which the text of each of a group first appeared, by identity."""
    first: dict[int, dt.date] = {}
    dated = sorted(((day, c) for c in group if (day := _day(c))), key=_by_day)
    for at, (day, candidate) in enumerate(dated):
        printed = [
            first[id(other)]
            for earlier, other in dated[:at]
            if (day - earlier).days <= periods.event
            and near_copies(candidate.passage.text, other.passage.text)
        ]
        first[id(candidate)] = min([day, *printed])
    return first


def _by_day(pair: tuple[dt.date, Candidate]) -> tuple[dt.date, str, int]:
    passage = pair[1].passage
    return pair[0], passage.origin.id, passage.ordinal


def _as_of(candidate: Candidate, day: dt.date) -> Candidate:
    if day == _day(candidate):
        return candidate
    claims = (msgspec.structs.replace(claim, as_of=day) for claim in candidate.claims)
    return msgspec.structs.replace(candidate, claims=tuple(claims))
