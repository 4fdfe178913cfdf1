"""A source's quantity against the draft's.

Source: docs/verdicts.md ("Figures"). Green: the source's figure with its inner margin, or its whole
interval, lies inside the draft's inner interval. Red: the two outer intervals do not meet.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.compare.changes import (
    Answer,
    answer,
    is_movement,
    is_percentage,
    points_moved,
)
from factcheck.compare.comparison import NOT_COMPARABLE, Comparison
from factcheck.compare.conversion import conversion, has_another_named_unit
from factcheck.compare.margins import UNHEDGED, Figure, figure_of, tolerant
from factcheck.schema import Change, Direction, Quantity, Reason

_MAY_DROP_HEDGE = UNHEDGED | {"about"}
_INCLUSIVE = frozenset({"at_least", "at_most"})
_SCALE_WORD = Decimal(1000)  # the smallest step that a scale word gives


def compare_quantities(
    draft: Quantity,
    source: Quantity,
    draft_change: Change | None,
    source_change: Change | None,
    is_certain: bool,
) -> Comparison:
    """Compare two quantities of the same measure.

    `is_certain`: subject, period and movement are certainly the same, so another unit is one.
    """
    if "score" in {draft.kind, source.kind}:
        return _scores(draft, source)
    found = answer(draft, source, source_change)
    if found is None:
        return NOT_COMPARABLE
    unit = conversion(draft, found.like)
    if unit is None:
        return _other_units(draft, found, is_certain)
    is_stretched = not unit.is_exact or (found.figure.is_derived and draft.kind == "multiplier")
    mine = tolerant(figure_of(draft, is_stretched), draft.kind)
    theirs = found.figure.scaled(unit.factor)
    result = _figures(mine, theirs)
    if result.relation != "differs":
        way = draft.direction or (draft_change.direction if draft_change else "")
        return _with_directions(result, draft, way, found.direction, is_certain)
    if _is_points_for_percent(draft, found, source_change):
        return _unit_differs(result.order, is_certain)
    return Comparison("differs", _why(draft, found, is_certain), order=result.order)


def _figures(draft: Figure, source: Figure) -> Comparison:
    """Compare two figures in one unit."""
    order = _order(draft, source)
    if not draft.outer.meets(source.outer):
        return Comparison("differs", "value-differs", order=order)
    if draft.bound:
        return _against_bound(draft, source, order)
    if (draft.low, draft.high) == (source.low, source.high):
        return _same_number(draft, source)
    if source.bound and not draft.inner.contains(source.inner):
        return Comparison("undecided", "bound-only", order=order)
    if draft.inner.contains(source.inner):
        is_rounded = draft.modifier in UNHEDGED and draft.number is not None and not draft.is_share
        return Comparison("agrees", "value-agrees", ("rounded",) if is_rounded else (), order)
    return Comparison("undecided", _between(draft, source), order=order)


def _same_number(draft: Figure, source: Figure) -> Comparison:
    """Compare two figures that name the same number or range: only their hedges can part them."""
    if draft.inner.contains(source.inner) or source.modifier in UNHEDGED:
        return Comparison("agrees", "value-agrees")
    if draft.modifier in _MAY_DROP_HEDGE:
        return Comparison("agrees", "value-agrees", ("hedge-dropped",))
    return Comparison("undecided", "bound-only" if source.bound else "less-precise")


def _against_bound(draft: Figure, source: Figure, order: int) -> Comparison:
    """Compare a draft's bound with a figure that does not violate it.

    "At least 8,000" is supported by "8,000", though this may stand for 7,950; "over 8,000" not.
    """
    is_its_number = (
        draft.modifier in _INCLUSIVE
        and source.modifier in UNHEDGED
        and source.number == (draft.low if draft.bound == "lower" else draft.high)
    )
    if not is_its_number and not draft.inner.contains(source.inner):
        reason: Reason = "bound-only" if source.bound else _between(draft, source)
        return Comparison("undecided", reason, order=order)
    if draft.bound == "lower" and 0 < draft.low * 2 < source.low:
        return Comparison("undecided", "bound-only", ("understated",), order)
    return Comparison("agrees", "bound-holds", order=order)


def _between(draft: Figure, source: Figure) -> Reason:
    """Say why figures that may both be true do not agree."""
    is_rounder = draft.inner.is_narrower_than(source.inner) or bool(draft.bound)
    return "less-precise" if is_rounder and draft.inner.meets(source.inner) else "near-value"


def _order(draft: Figure, source: Figure) -> int:
    if not draft.bound and not source.bound and draft.inner.meets(source.inner):
        return 0
    if draft.low == source.low:
        return 0
    return 1 if source.low > draft.low else -1


def _with_directions(
    result: Comparison, draft: Quantity, way: Direction, other: Direction, is_certain: bool
) -> Comparison:
    """Add to figures that may both be true the ways they moved; the draft's is `way`.

    A level may be reached from either side in two stretches of time, a distance may not.
    """
    is_moved = is_movement(draft)
    if way in {"", other} or not (is_moved or other):
        return result
    if not other:
        return Comparison("undecided", "less-precise", order=result.order)
    if is_moved or is_certain:
        return Comparison("differs", "value-differs", order=result.order)
    return Comparison("undecided", "not-comparable", order=result.order)


def _other_units(draft: Quantity, found: Answer, is_certain: bool) -> Comparison:
    """Compare quantities whose units do not convert: equal or near figures differ by their unit."""
    mine = figure_of(draft)
    is_near = mine.outer.meets(found.figure.outer)
    if is_certain and is_near and has_another_named_unit(draft, found.like):
        return _unit_differs(_order(mine, found.figure), is_certain)
    return NOT_COMPARABLE


def _unit_differs(order: int, is_certain: bool) -> Comparison:
    if is_certain:
        return Comparison("differs", "unit-differs", order=order)
    return Comparison("undecided", "not-comparable", order=order)


def _is_points_for_percent(draft: Quantity, found: Answer, change: Change | None) -> bool:
    """Say whether the draft calls percent what the source's figures give in percentage points."""
    points = points_moved(change) if found.figure.is_derived and is_percentage(draft) else None
    return points is not None and figure_of(draft).outer.meets(points.outer)


def _why(draft: Quantity, found: Answer, is_certain: bool) -> Reason:
    """Say in what the figures of two quantities differ that cannot both be true."""
    is_other_unit = draft.unit != found.like.unit and not is_percentage(draft)
    if is_other_unit and is_certain and figure_of(draft).outer.meets(found.figure.outer):
        return "unit-differs"
    if not found.figure.is_derived and _is_other_scale(draft, found.like):
        return "scale-differs"
    return "bound-violated" if figure_of(draft).bound else "value-differs"


def _is_other_scale(draft: Quantity, source: Quantity) -> bool:
    """Say whether the digits are the same and the scale words are not: thousand for million."""
    if max(draft.step, source.step) < _SCALE_WORD or draft.low * source.low <= 0:
        return False
    ratio = (source.low / draft.low).normalize()
    return ratio.as_tuple().digits == (1,) and ratio.adjusted() % 3 == 0


def _scores(draft: Quantity, source: Quantity) -> Comparison:
    """Compare two results; both numbers count, told from either side."""
    if draft.kind != source.kind:
        return NOT_COMPARABLE
    mine, theirs = (draft.low, draft.high), (source.low, source.high)
    if mine == theirs:
        return Comparison("agrees", "value-agrees")
    if mine == theirs[::-1]:
        return Comparison("undecided", "near-value")
    return Comparison("differs", "value-differs", order=1 if theirs > mine else -1)
