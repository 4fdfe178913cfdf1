"""The base of all nodes, and what a node is read against."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from factcheck.extract.dates.periods import Days
from factcheck.schema import DateBasis, DateRange, Granularity

Part = Literal["early", "mid", "late", "start", "end", "earlier", "later"]

Side = Literal["from", "after", "before", "until"]

Which = Literal["last", "this", "next"]

PartOfYear = Literal["Q", "H", "SP", "SU", "FA", "WI"]


class Context(msgspec.Struct, frozen=True):
    """What a date is read against.

    `as_of` is the document's date; `ahead` says that the sentence speaks of the future; `told` is
    the last day the sentence named before ("the previous day").
    """

    as_of: dt.date | None
    ahead: bool = False
    told: dt.date | None = None


class Node(msgspec.Struct, frozen=True):
    """A time as the words name it."""

    def on(self, context: Context) -> DateRange:
        """Return the days the words cover, seen from the context."""
        raise NotImplementedError


def covering(
    expression: str,
    days: Days | None,
    granularity: Granularity,
    basis: DateBasis,
    weekday: int | None = None,
) -> DateRange:
    """Return the date that covers `days`; without days it is unresolved."""
    if days is None:
        return DateRange(expression, None, None, granularity, "unresolved", weekday)
    return DateRange(expression, days[0], days[1], granularity, basis, weekday)
