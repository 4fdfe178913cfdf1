"""Do two claims speak of the same thing? Kind, measure, entities, status - never the value.

Silence is not agreement: what only one side says is neither shared nor other. The rules are
those of docs/verdicts.md ("First the same thing").
"""

from __future__ import annotations

import msgspec

from factcheck.align.measures import (
    count_one_group,
    counts_the_same,
    has_common_ground,
    has_same_qualifiers,
    measure_feature,
)
from factcheck.align.names import (
    Outcome,
    adds_no_name,
    are_apart,
    entity_feature,
    is_certain,
    name_one_person,
    name_the_same,
    same_name,
)
from factcheck.align.wording import (
    count_shared,
    particulars,
    same_word,
    shared_words,
    tells_same_event,
    told_words,
    word_overlap,
)
from factcheck.schema import Claim, Feature, Quantity, Reason, Status, Value

__all__ = [
    "Alignment",
    "Outcome",
    "adds_no_name",
    "align",
    "are_apart",
    "count_one_group",
    "count_shared",
    "counts_the_same",
    "entity_feature",
    "has_common_ground",
    "has_same_qualifiers",
    "is_certain",
    "name_one_person",
    "name_the_same",
    "of_comparable_kinds",
    "particulars",
    "same_name",
    "same_word",
    "shared_words",
    "tells_same_event",
    "told_words",
    "word_overlap",
]
_COMPARABLE_KINDS: tuple[frozenset[str], ...] = (
    frozenset({"percent", "fraction", "ratio", "percentage_point", "multiplier"}),
    frozenset({"duration", "age"}),
    frozenset({"measure", "temperature"}),
)
# Money that was granted is money given; asked, promised and planned money are measures of
# their own, and so is money allotted against money spent.
_COMPARABLE_STATUSES: tuple[frozenset[Status], ...] = (
    frozenset({"actual", "spent"}),
    frozenset({"actual", "approved"}),
)


class Alignment(msgspec.Struct, frozen=True):
    """What alignment found; `reason` says why the two are not the same thing.

    `certain` holds when nothing at all speaks against the same subject: only then may another
    unit conflict.
    """

    outcome: Outcome
    reason: Reason
    certain: bool
    features: tuple[Feature, ...]


def align(draft: Claim, source: Claim) -> Alignment:
    """Compare what two claims of the same kind speak of."""
    features = (
        _kinds(draft, source),
        measure_feature(draft, source),
        entity_feature(draft, source),
        _statuses(draft, source),
    )
    reasons: tuple[Reason, ...] = (
        "not-comparable",
        "other-subject",
        "other-subject",
        "not-comparable",
    )
    for feature, reason in zip(features, reasons, strict=True):
        if feature.outcome == "other":
            return Alignment("other", reason, False, features)
    outcomes = {feature.outcome for feature in features[1:3]}
    if outcomes == {"same"}:
        certain = is_certain(draft, source) and has_same_qualifiers(draft, source)
        return Alignment("same", "value-agrees", certain, features)
    return Alignment("unknown", "other-subject", False, features)


def _kinds(draft: Claim, source: Claim) -> Feature:
    outcome: Outcome = "same" if of_comparable_kinds(draft, source) else "other"
    return Feature("kind", _kind_name(draft.value), _kind_name(source.value), outcome)


def of_comparable_kinds(draft: Claim, source: Claim) -> bool:
    """Say whether two claims are of one kind, or of two that can be turned into each other."""
    first, second = _kind_name(draft.value), _kind_name(source.value)
    return first == second or any({first, second} <= kinds for kinds in _COMPARABLE_KINDS)


def _kind_name(value: Value) -> str:
    return value.kind if isinstance(value, Quantity) else type(value).__name__.lower()


def _statuses(draft: Claim, source: Claim) -> Feature:
    first, second = draft.status, source.status
    same = first == second or any({first, second} <= pair for pair in _COMPARABLE_STATUSES)
    return Feature("status", first, second, "same" if same else "other")
