"""Figures: same thing first, then time, then value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from factcheck.align import (
    Alignment,
    adds_no_name,
    align,
    count_one_group,
    counts_the_same,
    has_common_ground,
    has_same_qualifiers,
    name_one_person,
    name_the_same,
    of_comparable_kinds,
    particulars,
    same_name,
    same_word,
    tells_same_event,
)
from factcheck.compare import Comparison, compare
from factcheck.config import Periods
from factcheck.judge.compared import Compared
from factcheck.judge.elapsed import compare_since, tell_since_when
from factcheck.judge.events import count_apart
from factcheck.judge.pairing import taken_by_siblings
from factcheck.judge.timing import are_of_one_day, in_time, joint_motion, left_open
from factcheck.schema import Candidate, Claim, Feature, Quantity, Reason, Status
from factcheck.vocabulary.measures import stem, tables
from factcheck.wording import say_time

TELLING_FIGURE = 20  # smaller ones are met again by chance
_TIMES: frozenset[Reason] = frozenset({"other-period", "only-outdated", "later-source"})
NAMELESS = 3  # words that two sentences without a common name must share before counts conflict
_UNSURE: frozenset[Status] = frozenset({"denied", "doubted", "rumoured", "forecast"})


def compare_figures(
    claim: Claim, candidate: Candidate, periods: Periods, siblings: Sequence[Claim] = ()
) -> list[Compared]:
    """Compare a figure with every figure of its kind in a passage that no sibling has taken.

    One that says how long something goes on is compared with the day on which it began, too.
    """
    taken = taken_by_siblings(claim, candidate, siblings)
    apart = count_apart(siblings, candidate)
    found = [
        _compare(claim, other, periods, apart=apart)
        for other in candidate.claims
        if isinstance(other.value, Quantity)
        and other.id not in taken
        and of_comparable_kinds(claim, other)
        and not tell_since_when(claim, other)
    ]
    if any(_tells_value(claim, other) for other in candidate.claims):
        found = [_without_alarm(one) for one in found]
    return [*found, *compare_since(claim, candidate)]


def _tells_value(claim: Claim, other: Claim) -> bool:
    """Say whether a share of a passage is the draft's: shares of one whole stand side by side."""
    mine, theirs = claim.value, other.value
    if not (isinstance(mine, Quantity) and isinstance(theirs, Quantity)):
        return False
    return mine.kind == theirs.kind == "percent" and compare(mine, theirs).reason == "value-agrees"


def _without_alarm(compared: Compared) -> Compared:
    """Return a comparison that raises no alarm: "45% of the voters, to 42% for the other"."""
    if compared.comparison.relation != "differs":
        return compared
    opened = left_open(compared.comparison, "other-subject")
    return msgspec.structs.replace(compared, comparison=opened)


def compare_as_one_measure(
    claim: Claim, candidate: Candidate, periods: Periods, siblings: Sequence[Claim] = ()
) -> Compared | None:
    """Return what follows if a passage tells the claim's measure, None if nothing follows.

    For a verifier to be asked whether it does: names, status, kind and time speak for themselves,
    and two figures that can be told of one measure must be apart or agree.
    """
    taken = taken_by_siblings(claim, candidate, siblings)
    found = []
    for other in candidate.claims:
        if isinstance(other.value, Quantity) and other.id not in taken:
            judged = _as_one_measure(claim, other, periods)
            if judged is not None and judged.comparison.relation in {"agrees", "differs"}:
                found.append(judged)
    return min(found, key=lambda one: one.comparison.relation, default=None)


def _as_one_measure(claim: Claim, other: Claim, periods: Periods) -> Compared | None:
    alignment = align(claim, other)
    settled = {feature.name: feature.outcome for feature in alignment.features}
    if "other" in {settled["kind"], settled["entities"], settled["status"]}:
        return None
    certain = name_the_same(claim, other)
    comparison = compare(claim.value, other.value, claim.change, other.change, certain=certain)
    timed = in_time(claim, other, comparison, periods)
    if "vague" in {_modifier(claim), _modifier(other)} or _may_be_another(
        claim, other, periods, apart=False
    ):
        return None
    if timed.relation == "differs" and not (certain and _may_be_one(claim, other, periods)):
        return None
    if claim.measure.negated != other.measure.negated or not count_one_group(claim, other):
        return None
    features = (*alignment.features, _time(claim, other, timed))
    spans = ((claim.span,), (other.span,)) if timed.relation == "differs" else ((), ())
    judged = msgspec.structs.replace(timed, differs=spans[0], source_differs=spans[1])
    return Compared(other, features, judged)


def _compare(claim: Claim, other: Claim, periods: Periods, *, apart: bool) -> Compared:
    alignment = align(claim, other)
    comparison = compare(
        claim.value, other.value, claim.change, other.change, certain=alignment.certain
    )
    judged = _judged(claim, other, alignment, comparison, periods)
    if judged.relation == "agrees" and _may_be_another(claim, other, periods, apart=apart):
        judged = left_open(judged, "other-subject")
    features = alignment.features
    if alignment.outcome == "same":
        features += (_time(claim, other, judged),)
    return Compared(other, features, judged)


def _time(claim: Claim, other: Claim, judged: Comparison) -> Feature:
    """Say whether time, which is asked after everything else, kept two claims apart."""
    outcome: Literal["same", "other"] = "other" if judged.reason in _TIMES else "same"
    return Feature("time", say_time(claim), say_time(other), outcome)


def _judged(
    claim: Claim, other: Claim, alignment: Alignment, comparison: Comparison, periods: Periods
) -> Comparison:
    if alignment.outcome != "same":
        return _apart(claim, other, comparison, alignment)
    if other.status in _UNSURE and other.status != claim.status:
        return left_open(comparison, "not-comparable")
    timed = in_time(claim, other, comparison, periods)
    sure = alignment.certain or _is_slip(claim, other, timed)
    if timed.relation == "differs" and not (sure and _may_conflict(claim, other, periods)):
        return left_open(timed, "other-subject")
    if claim.measure.negated != other.measure.negated:
        return left_open(timed, "other-subject")
    if timed.relation == "agrees":
        return timed
    return msgspec.structs.replace(timed, differs=(claim.span,), source_differs=(other.span,))


def _is_slip(claim: Claim, other: Claim, comparison: Comparison) -> bool:
    """Say whether two figures have the same digits, two at least, and another scale word alone.

    The source may then name who did it where the draft does not.
    """
    value = claim.value
    if comparison.reason != "scale-differs" or not isinstance(value, Quantity):
        return False
    telling = len(value.low.normalize().as_tuple().digits) > 1
    return telling and adds_no_name(claim, other) and has_same_qualifiers(claim, other)


def _may_conflict(claim: Claim, other: Claim, periods: Periods) -> bool:
    """Say whether a difference may be a conflict: surely one thing counted, and one event."""
    if not counts_the_same(claim, other):
        return False
    if "vague" in {_modifier(claim), _modifier(other)}:  # "thousands" may be some of many more
        return False
    if _is_harm(claim) != _is_harm(other):  # the dead of a place and those who live there
        return False
    if not claim.measure.act and not _are_identified(claim, other):
        return False
    if isinstance(claim.value, Quantity) and claim.value.kind == "age":
        return name_one_person(claim, other)
    return _are_one_event(claim, other, periods)


def _are_identified(claim: Claim, other: Claim) -> bool:
    """Say whether two sentences that give a small count share a name or many words.

    "Three people were taken to hospital" may be said of every accident.
    """
    value = claim.value
    if not isinstance(value, Quantity) or value.kind != "count" or value.low >= TELLING_FIGURE:
        return True
    nouns = f"{claim.measure.noun} {claim.measure.noun_class}"
    counted = {same_word(stem(word)) for word in nouns.split()}
    mine, theirs = particulars(claim) - counted, particulars(other)
    shared = [word for word in mine if any(same_name(word, told) for told in theirs)]
    return len(shared) >= NAMELESS or any(word[0].isupper() for word in shared)


def _are_one_event(claim: Claim, other: Claim, periods: Periods) -> bool:
    """Say whether two figures surely belong to one event, total or level.

    The dead of two attacks of one week differ with nothing wrong in either text. A period that
    both state makes one event of a result or a payment.
    """
    motion = joint_motion(claim, other)
    harm = _is_harm(claim)
    dated = claim.period is not None and other.period is not None
    if motion == "constant" or (motion == "flow" and not harm and dated):
        return True
    if motion != "mixed" and not _may_be_one(claim, other, periods):
        return False
    return tells_same_event(claim, other, beyond_act=harm and motion != "cumulative")


def _may_be_one(claim: Claim, other: Claim, periods: Periods) -> bool:
    """Say whether time leaves room for two counts of what happened to people to be of one event."""
    if not _is_harm(claim) or joint_motion(claim, other) not in {"flow", "unknown", "mixed"}:
        return True
    return are_of_one_day(claim, other, periods)


def _may_be_another(claim: Claim, other: Claim, periods: Periods, *, apart: bool) -> bool:
    """Say whether an equal count of what happened to people may be that of another event.

    Seven are killed here this week and there the next, and other figures of the two sentences
    (`apart`) may say so; a small count is met again on one day too.
    """
    if not _is_harm(claim) or joint_motion(claim, other) not in {"flow", "unknown", "mixed"}:
        return False
    one_day = are_of_one_day(claim, other, periods)
    if one_day and _is_telling_value(claim):
        return False
    same = tells_same_event(claim, other, beyond_act=True)
    return not same or (apart and not one_day)


def _is_harm(claim: Claim) -> bool:
    act = tables().acts.get(claim.measure.act)
    return claim.status == "actual" and act is not None and act.of == "people"


def _modifier(claim: Claim) -> str:
    return claim.value.modifier if isinstance(claim.value, Quantity) else ""


def _apart(claim: Claim, other: Claim, comparison: Comparison, alignment: Alignment) -> Comparison:
    """Return a comparison of two different things; equal values are worth a remark.

    Two figures with nothing in common but their kind are no evidence at all.
    """
    same = comparison.reason == "value-agrees" and _is_telling_value(claim)
    if not same and not has_common_ground(claim, other):
        return Comparison("unrelated", "no-evidence")
    return Comparison(
        "unrelated" if alignment.outcome == "other" else "undecided",
        alignment.reason,
        ("same-value-other-subject",) if same else (),
        comparison.order,
    )


def _is_telling_value(claim: Claim) -> bool:
    """Say whether meeting a figure again means something: every text has a four somewhere."""
    return isinstance(claim.value, Quantity) and (
        claim.value.kind == "money" or claim.value.figure >= TELLING_FIGURE
    )
