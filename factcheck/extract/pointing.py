"""Words that point back to the sentence before: "in that storm", "that year", "died there"."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from typing import Literal

import msgspec

from factcheck.schema import DateRange, Span
from factcheck.tokens import Token
from factcheck.vocabulary.pointing import tables

Target = Literal["event", "another event", "time"]

_NEAR = 3  # tokens at the start of a sentence that frame all of it
_PERFECT = frozenset({"has", "have"})  # "that war has killed": a total up to now
_EXISTING = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would", "may"})


class Pointer(msgspec.Struct, frozen=True):
    """What a clause points back to: an event, another one than the last, or a time."""

    target: Target
    noun: str


def pointer_in(tokens: Sequence[Token], clause: Span) -> Pointer | None:
    """Return what a clause, or the opening of its sentence, points back to, or None.

    >>> from factcheck.tokens import tokenize
    >>> tokens = tokenize("In that storm 85 people died.")
    >>> pointer_in(tokens, Span(0, 29))
    Pointer(target='event', noun='storm')
    """
    words = [token.text.lower() for token in tokens]
    first = next((n for n, token in enumerate(tokens) if token.start >= clause.start), 0)
    for at in (*range(_NEAR), *range(max(_NEAR, first - 1), len(words))):
        if at >= len(words) or tokens[at].start >= clause.end:
            break
        found = _pointer(words, at)
        is_total = not _PERFECT.isdisjoint(words[first:])
        if found is not None and not (is_total and found.target == "event"):
            return found
    return None


def _pointer(words: Sequence[str], at: int) -> Pointer | None:
    known = tables()
    follows = words[at + 1] if at + 1 < len(words) else ""
    if words[at] == "the" and follows in known.earlier:
        return _another(words, at + 2)
    points = words[at] in known.demonstratives and (at == 0 or words[at - 1] in known.leading)
    if not points and (words[at], follows) != ("the", "same"):
        return None
    begin = at + 1 + (follows == "same")
    noun = words[begin] if begin < len(words) else ""
    if noun in known.events:
        return Pointer("event", noun)
    return Pointer("time", noun) if noun in known.times else None


def _another(words: Sequence[str], at: int) -> Pointer | None:
    noun = words[at] if at < len(words) else ""
    return Pointer("another event", noun) if noun in tables().events else None


def period_meant(pointer: Pointer, told: Sequence[DateRange]) -> DateRange | None:
    """Return the time a pointer means, of the dates told in the sentence before.

    Another event than the last one, and a time that no date tells, are at a time nobody knows.
    """
    dates = [date for date in told if date.first is not None and date.last is not None]
    if not dates or pointer.target == "another event":
        return None if pointer.target == "event" else _UNKNOWN
    return _widened(dates[-1], pointer.noun)


def _widened(date: DateRange, noun: str) -> DateRange:
    """Return the whole year or month of a date in it."""
    if date.first is None or noun not in {"year", "month"}:
        return date
    if noun == "year":
        year = date.first.year
        first, last = date.first.replace(month=1, day=1), date.first.replace(month=12, day=31)
        return DateRange(f"{year:04}", first, last, "year")
    if date.granularity not in {"day", "week"}:
        return date
    first = date.first.replace(day=1)
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return DateRange(f"{first:%Y-%m}", first, last, "month")


_UNKNOWN = DateRange("", None, None, "year", basis="unresolved")


def points_there(tokens: Sequence[Token], clause: Span) -> bool:
    """Say whether a clause tells what happened "there", rather than that "there was" something."""
    words = [t.text.lower() for t in tokens if clause.start <= t.start < clause.end]
    following = [*words[1:], ""]
    return any(
        word == "there" and after not in _EXISTING
        for word, after in zip(words, following, strict=True)
    )
