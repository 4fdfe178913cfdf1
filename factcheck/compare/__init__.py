"""Claim value against claim value: pure, without text, model, index or clock.

Called once alignment has found the same measure, entities, status and a comparable period. The
rules are those of docs/verdicts.md, under one principle. Agrees: the source's statement lies inside
what the draft says. Differs: the two cannot both be true. Everything between is undecided.
"""

from __future__ import annotations

import decimal

import msgspec

from factcheck.compare.changes import as_fall
from factcheck.compare.comparison import NOT_COMPARABLE, Comparison
from factcheck.compare.dates import compare_dates
from factcheck.compare.intervals import bounded
from factcheck.compare.quantities import compare_quantities
from factcheck.compare.quotes import compare_quotes, compare_words
from factcheck.compare.roles import compare_roles
from factcheck.schema import Change, DateRange, Quantity, Quote, Role, Statement, Value

__all__ = ["Comparison", "compare", "compare_words"]


def compare(
    draft: Value,
    source: Value,
    draft_change: Change | None = None,
    source_change: Change | None = None,
    *,
    certain: bool = False,
) -> Comparison:
    """Compare a source's value with the draft's; never raises.

    `draft_change` and `source_change` are the movements the values are part of. `certain` says
    that subject, period and movement are certainly the same: only then can another unit or the
    holder of an unnamed organisation's office differ.
    """
    with decimal.localcontext(bounded()):
        match draft, source:
            case Quantity(), Quantity():
                return _quantities(draft, source, draft_change, source_change, certain)
            case DateRange(), DateRange():
                return compare_dates(draft, source)
            case Quote(), Quote():
                return compare_quotes(draft, source)
            case Role(), Role():
                return compare_roles(draft, source, certain)
            case Statement(), Statement():
                return _statements(draft, source)
    return NOT_COMPARABLE


def _statements(draft: Statement, source: Statement) -> Comparison:
    """Compare who did what: only its denial is certain, the rest is for a reader to judge."""
    is_one = draft.subject == source.subject and draft.verb == source.verb
    if is_one and draft.negated != source.negated:
        return Comparison("differs", "negated")
    return NOT_COMPARABLE if is_one else Comparison("undecided", "other-subject")


def _quantities(
    draft: Quantity,
    source: Quantity,
    draft_change: Change | None,
    source_change: Change | None,
    certain: bool,
) -> Comparison:
    if not _is_finite(draft) or not _is_finite(source):
        return NOT_COMPARABLE
    change = _sound(source_change)
    return compare_quantities(as_fall(draft), as_fall(source), draft_change, change, certain)


def _sound(change: Change | None) -> Change | None:
    """Return the movement with its folds as falls; None where a figure is no finite number."""
    if change is None:
        return None
    parts = (change.start, change.end, change.by)
    if not all(part is None or _is_finite(part) for part in parts):
        return None
    return msgspec.structs.replace(change, by=change.by and as_fall(change.by))


def _is_finite(quantity: Quantity) -> bool:
    return quantity.low.is_finite() and quantity.high.is_finite() and quantity.step.is_finite()
