"""Dates: the words and names of two sentences tell whether they mean one event."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from factcheck.align import (
    are_apart,
    count_shared,
    name_the_same,
    particulars,
    same_word,
    shared_words,
    told_words,
    word_overlap,
)
from factcheck.compare import Comparison, compare
from factcheck.compare.dates import ends_apart
from factcheck.judge.compared import Compared
from factcheck.judge.elapsed import compare_since
from factcheck.schema import Candidate, Claim, DateRange, Feature, Quantity
from factcheck.vocabulary import durations, statements
from factcheck.vocabulary.measures import TOLD, stem, tables

# Shares of what the smaller sentence holds (content words, for events names too) that both
# sentences hold; set on the sample corpus and the case set.
SAME_EVENT = 0.5
NEAR_EVENT = 0.34  # below, the passage is not worth showing
CERTAIN_EVENT = 0.6  # of the words alone, before another date may conflict
CERTAIN_OF_LONGER = 0.4  # of words and names, of the longer sentence
MIN_SHARED = 2
SURE_ATTACK = 5  # words and names besides the attack itself
SURE_DEED = 3  # shared words that make a deed one, though each sentence has words of its own
SAME_MONTH = 31  # days between two texts on one event, or on until when something goes on
SAME_WEEK = 7  # days between two texts whose weekdays may mean one event


def compare_dates(claim: Claim, candidate: Candidate, siblings: Sequence[Claim]) -> list[Compared]:
    """Compare a date with every date of a passage on the same event.

    `siblings` are the claims of the draft's sentence: events whose figures differ are two.
    """
    found = []
    for other in candidate.claims:
        if isinstance(other.value, DateRange):
            event = _event(claim, other)
            sure = _is_certain_event(claim, other) and not count_apart(siblings, candidate)
            comparison = _dated(claim, other, event, sure)
            if _end_apart(claim, other, (*siblings, *candidate.claims)):
                spans = (claim.span,), (other.span,)
                comparison = Comparison("differs", "date-differs", (), 0, *spans)
            found.append(Compared(other, (event,), comparison))
    return [*found, *compare_since(claim, candidate)]


def _event(claim: Claim, other: Claim) -> Feature:
    """Say whether two sentences tell of one event, by the words and names they share.

    Two that each name someone or somewhere the other never does tell of two events.
    """
    first, second = particulars(claim), particulars(other)
    shared = count_shared(first, second)
    enough = shared >= MIN_SHARED and shared >= SAME_EVENT * min(len(first), len(second))
    same = enough and not are_apart(claim, other)
    return Feature(
        "event", ", ".join(sorted(first)), ", ".join(sorted(second)), "same" if same else "other"
    )


def _dated(claim: Claim, other: Claim, event: Feature, sure: bool) -> Comparison:
    comparison = compare(claim.value, other.value)
    if event.outcome != "same":
        near = len(shared_words(claim, other)) >= MIN_SHARED
        near = near and word_overlap(claim, other) >= NEAR_EVENT
        return Comparison("unrelated", "other-subject" if near else "no-evidence")
    if comparison.relation == "agrees":
        return comparison
    if _is_running(claim, other) and not (claim.measure.elapsed and other.measure.elapsed):
        return _up_to(claim, other, comparison)
    if comparison.relation == "differs" and (
        _is_same_wording(claim, other) or _is_told_before(claim, other)
    ):
        return Comparison("undecided", "other-period", (), comparison.order)
    if comparison.relation == "differs" and not sure:
        return Comparison("undecided", "other-subject", (), comparison.order)
    return msgspec.structs.replace(comparison, differs=(claim.span,), source_differs=(other.span,))


def _end_apart(claim: Claim, other: Claim, around: Sequence[Claim]) -> bool:
    """Say whether what both say began or ends by a day did so on two ("until 2027", "since 2012").

    An end is that of the days in which it was told; a count since another year is another count.
    """
    first, second = claim.measure.elapsed, other.measure.elapsed
    if first is None or second is None or first.event != second.event:
        return False
    if not isinstance(claim.value, DateRange) or not isinstance(other.value, DateRange):
        return False
    goes_on = first.event in durations.tables().lasting
    counted = not goes_on and any(isinstance(c.value, Quantity) for c in around)
    near = claim.value.first is not None or _are_told_near(claim, other, SAME_MONTH)
    sure = near and not counted and _tells_most(claim, other) and name_the_same(claim, other)
    return sure and ends_apart(claim.value, other.value)


def _is_same_wording(claim: Claim, other: Claim) -> bool:
    """Say whether two dates differ only by when the same words were printed ("on Monday")."""
    dates = [c.value for c in (claim, other) if isinstance(c.value, DateRange)]
    named = {date.weekday if date.basis == "weekday" else None for date in dates}
    if len(named) == 1 and None not in named:  # "Thursday", "last Thursday"
        return True
    same = claim.text.lower() == other.text.lower()
    return same and all(date.basis != "absolute" for date in dates)


def _is_told_before(claim: Claim, other: Claim) -> bool:
    """Say whether one text tells of what had happened when it appeared, long before the other's.

    It cannot mean what happened a month later; a date still to come may have been put off.
    """
    return _knew_not(claim, other) or _knew_not(other, claim)


def _knew_not(claim: Claim, other: Claim) -> bool:
    mine, theirs = claim.value, other.value
    if not isinstance(mine, DateRange) or not isinstance(theirs, DateRange):
        return False
    if claim.as_of is None or mine.last is None or theirs.first is None:
        return False
    return mine.last <= claim.as_of < theirs.first - dt.timedelta(days=SAME_MONTH)


def _up_to(claim: Claim, other: Claim, comparison: Comparison) -> Comparison:
    """Compare the days up to which two running totals count; another day is another total."""
    dates = [c.value for c in (claim, other) if isinstance(c.value, DateRange)]
    days = any(date.first in {None, date.last} for date in dates)
    if days and len({date.last for date in dates}) == 1 and dates[0].last is not None:
        return Comparison("agrees", "date-agrees")
    return Comparison("undecided", "other-period", (), comparison.order)


def _is_certain_event(claim: Claim, other: Claim) -> bool:
    """Say whether another date may conflict: what is done must be the same too, not only who.

    When somebody said something is no particular of what was said.
    """
    if TOLD in {claim.measure.act, other.measure.act} or not _are_dated_alike(claim, other):
        return False
    if not _tells_most(claim, other) or not _is_of_one_deed(claim, other):
        return False
    if _is_told_within(claim, other):
        return True
    mine, theirs = particulars(claim), particulars(other)
    longer = max(len(mine), len(theirs))
    return count_shared(mine, theirs) >= CERTAIN_OF_LONGER * longer and name_the_same(claim, other)


def _is_told_within(claim: Claim, other: Claim) -> bool:
    """Say whether one sentence holds all that the other tells, and that is more than a little."""
    mine, theirs = particulars(claim), particulars(other)
    words = (told_words(claim) & told_words(other)) - _routine()
    within = min(len(mine), len(theirs)) in {count_shared(mine, theirs), count_shared(theirs, mine)}
    return within and len(words) >= SURE_DEED


def _tells_most(claim: Claim, other: Claim) -> bool:
    """Say whether two sentences share most words of the shorter one."""
    first, second = told_words(claim), told_words(other)
    shared = len(first & second)
    return shared > 0 and shared >= CERTAIN_EVENT * min(len(first), len(second))


def _is_of_one_deed(claim: Claim, other: Claim) -> bool:
    """Say whether the shared words tell more than that one body did something, again perhaps.

    "Ordered the census" and "ordered the audit" share but the deed, and a council meets every week.
    """
    first, second = (told_words(c) - statements.tables().light for c in (claim, other))
    shared = first & second
    if first - second and second - first and len(shared) < SURE_DEED:
        return False
    common = count_shared(particulars(claim) - _routine(), particulars(other))
    if not _attacks().isdisjoint(shared):
        return common >= SURE_ATTACK
    return _routine().isdisjoint(shared) or common >= SURE_DEED


@functools.cache
def _routine() -> frozenset[str]:
    return _attacks() | {same_word(stem(word)) for word in tables().meetings}


@functools.cache
def _attacks() -> frozenset[str]:
    return frozenset(same_word(stem(word)) for word in tables().attacks)


def _are_dated_alike(claim: Claim, other: Claim) -> bool:
    """Say whether dates read from weekdays and the like were told within the same days."""
    dates = [c.value for c in (claim, other) if isinstance(c.value, DateRange)]
    if all(_names_month(date) for date in dates):
        return True
    return _are_told_near(claim, other, SAME_WEEK)


def _are_told_near(claim: Claim, other: Claim, days: int) -> bool:
    if claim.as_of is None or other.as_of is None:
        return False
    return abs((claim.as_of - other.as_of).days) <= days


def _names_month(date: DateRange) -> bool:
    """Say whether the words of a date name a year or a month, not just a weekday or "last week"."""
    year, _, rest = date.expression.partition("-")
    return date.basis == "absolute" or (not year.isdigit() and rest[:2].isdigit())


def count_apart(siblings: Sequence[Claim], candidate: Candidate) -> bool:
    """Say whether the figures of two sentences tell of two events.

    Either none of them meet, or both count one thing, the dead say, and not to the same number.
    """
    mine, theirs = _counts(siblings), _counts(candidate.claims)
    if not mine or not theirs:
        return False
    if {figure for _, figure in mine}.isdisjoint(figure for _, figure in theirs):
        return True
    both = {measure for measure, _ in mine} & {measure for measure, _ in theirs}
    return any(
        {figure for m, figure in mine if m == measure}.isdisjoint(
            figure for m, figure in theirs if m == measure
        )
        for measure in both
    )


def _counts(claims: Sequence[Claim]) -> list[tuple[str, Decimal]]:
    return [(c.measure.act, c.value.figure) for c in claims if isinstance(c.value, Quantity)]


def _is_running(claim: Claim, other: Claim) -> bool:
    """Say whether a date is that of a running total or level, which has one for every day."""
    return any(c.measure.motion in {"cumulative", "level"} for c in (claim, other))
