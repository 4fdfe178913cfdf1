"""Which figure of a source's movement answers the draft's: start, end, difference or ratio.

Any two of a movement's parts give the rest. A derived figure is compared by its own value, but it
conflicts only where the whole reach of the figures it was derived from does.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

import msgspec

from factcheck.compare.conversion import conversion
from factcheck.compare.intervals import ZERO, Interval
from factcheck.compare.margins import Figure, figure_of, is_share
from factcheck.schema import Change, Direction, Quantity, QuantityKind

_ONE, _HUNDRED = Decimal(1), Decimal(100)
_ONE_POINT = Quantity("percentage_point", _ONE, _ONE, _ONE, unit="percentage_point")


class Answer(NamedTuple):
    """The source's side of a comparison: its figure, a quantity of its kind and unit, the way."""

    figure: Figure
    like: Quantity
    direction: Direction


def is_movement(quantity: Quantity) -> bool:
    """Say whether the quantity tells how far something moved, or how many times."""
    is_length = quantity.role == "by" or (quantity.role == "" and quantity.direction != "")
    return is_length or quantity.kind == "multiplier"


def as_fall(quantity: Quantity) -> Quantity:
    """Return a fold below one as the share lost: "more than halved" is down by more than half."""
    if quantity.kind != "multiplier" or not 0 < quantity.low <= quantity.high < 1:
        return quantity
    low, high = 1 - quantity.high, 1 - quantity.low
    return msgspec.structs.replace(
        quantity, kind="fraction", low=low, high=high, unit="", role="by", direction="down"
    )


def is_percentage(quantity: Quantity) -> bool:
    """Say whether the quantity is a percentage or a share in words."""
    return quantity.kind == "percent" or is_share(quantity)


def answer(draft: Quantity, source: Quantity, change: Change | None) -> Answer | None:
    """Return what the source says where the draft says `draft`; None when it does not say it."""
    change = change or Change()
    direction = source.direction or change.direction
    if is_movement(draft):
        return _moved(draft, source, change, direction)
    if draft.role == "from":
        written = source if source.role == "from" else change.start
        return _written(written, direction) or _start(change, direction)
    is_level = source.role in {"", "to"} and not is_movement(source)
    written = source if is_level else change.end
    return _written(written, direction) or _end(change, direction)


def points_moved(change: Change | None) -> Figure | None:
    """Return by how many percentage points a movement between two percentages went.

    None for any other movement. A draft that writes "fell 4%" for a fall from 12% to 8% means it.
    """
    if change is None or change.start is None or not is_percentage(change.start):
        return None
    ends = _ends(change)
    return ends and _distance(*ends)


def _written(quantity: Quantity | None, direction: Direction) -> Answer | None:
    return Answer(figure_of(quantity), quantity, direction) if quantity else None


def _moved(
    draft: Quantity, source: Quantity, change: Change, direction: Direction
) -> Answer | None:
    written = source if is_movement(source) else change.by
    if written is not None and conversion(draft, written) is not None:
        return _written(written, direction)
    return (
        (written and _restated(draft, written, direction))
        or _between_ends(draft, change)
        or _written(written, direction)
    )


def _restated(draft: Quantity, written: Quantity, direction: Direction) -> Answer | None:
    """Say a percentage as a multiplier or the other way round: up 100% is doubled."""
    sign = _sign(direction)
    figure = figure_of(written)
    if draft.per or written.per or not sign:
        return None
    if draft.kind == "multiplier" and is_percentage(written):
        grown = _derived(lambda a: 1 + sign * a / _HUNDRED, figure)
        return _derived_answer("multiplier", "", grown, direction)
    if is_percentage(draft) and written.kind == "multiplier":
        fold = _derived(lambda a: 1 / a, figure) if sign < 0 and figure.low > 1 else figure
        moved = fold and _derived(lambda a: sign * (a - 1) * _HUNDRED, fold)
        return _derived_answer("percent", "percent", moved, direction)
    return None


def _between_ends(draft: Quantity, change: Change) -> Answer | None:
    """Derive the draft's kind of movement from where the source's began and ended."""
    ends = _ends(change)
    if ends is None or change.start is None:
        return None
    start, end = ends
    direction = _towards(start.low, end.low)
    if draft.kind == "percentage_point":
        points = points_moved(change)
        return _derived_answer("percentage_point", "percentage_point", points, direction)
    if is_percentage(draft):
        return _derived_answer("percent", "percent", _relative(start, end), direction)
    if draft.kind == "multiplier":
        is_fold_down = draft.direction == "down" and draft.low > 1
        ratio = _ratio(end, start) if is_fold_down else _ratio(start, end)
        return _derived_answer("multiplier", draft.unit, ratio, direction)
    return _like(change.start, _distance(start, end), direction)


def _end(change: Change, direction: Direction) -> Answer | None:
    """Derive where a movement ended from its start and its length."""
    start, step = change.start, _step(change.start, change.by, direction)
    if start is None or step is None:
        return None
    return _like(start, step.after(figure_of(start)), direction)


def _start(change: Change, direction: Direction) -> Answer | None:
    """Derive where a movement began from its end and its length."""
    end, step = change.end, _step(change.end, change.by, direction)
    if end is None or step is None:
        return None
    return _like(end, step.before(figure_of(end)), direction)


class _Step(NamedTuple):
    """The length of a movement: added (`is_ratio` false) or multiplied."""

    length: Figure
    is_ratio: bool

    def after(self, start: Figure) -> Figure | None:
        """Return where the movement ends that begins at `start`."""
        if self.is_ratio:
            return _derived(lambda a, b: a * b, start, self.length)
        return _derived(lambda a, b: a + b, start, self.length)

    def before(self, end: Figure) -> Figure | None:
        """Return where the movement began that ends at `end`."""
        if self.is_ratio:
            return _ratio(self.length, end)
        return _derived(lambda a, b: a - b, end, self.length)


def _step(end: Quantity | None, by: Quantity | None, direction: Direction) -> _Step | None:
    """Return the length of a movement in the unit of one of its ends.

    "Rose 3% to 12%" may mean percent or points, so a percentage by percent gives none.
    """
    sign = _sign(direction)
    if end is None or by is None or by.per not in {"", end.per} or not sign:
        return None
    figure = figure_of(by)
    if by.kind == "multiplier":
        is_down = sign < 0 and figure.low > 1
        return _a_step(_derived(lambda a: 1 / a if is_down else a, figure), is_ratio=True)
    if is_percentage(by):
        if is_percentage(end):
            return None
        return _a_step(_derived(lambda a: 1 + sign * a / _HUNDRED, figure), is_ratio=True)
    like = _ONE_POINT if is_percentage(end) else end
    unit = conversion(like, msgspec.structs.replace(by, per=like.per))
    if unit is None:
        return None
    return _a_step(_derived(lambda a: sign * a * unit.factor, figure), is_ratio=False)


def _a_step(length: Figure | None, is_ratio: bool) -> _Step | None:
    return length and _Step(length, is_ratio)


def _ends(change: Change) -> tuple[Figure, Figure] | None:
    """Return start and end in one unit, if both are written."""
    start, end = change.start, change.end
    unit = conversion(start, end) if start and end else None
    if start is None or end is None or unit is None:
        return None
    return figure_of(start), figure_of(end).scaled(unit.factor)


def _distance(start: Figure, end: Figure) -> Figure | None:
    sign = -1 if end.low < start.low else 1
    return _derived(lambda a, b: sign * (b - a), start, end)


def _relative(start: Figure, end: Figure) -> Figure | None:
    sign = -1 if end.low < start.low else 1
    moved = _ratio(start, end)
    return moved and _derived(lambda a: sign * (a - 1) * _HUNDRED, moved)


def _ratio(start: Figure, end: Figure) -> Figure | None:
    if start.inner.low <= 0 <= start.inner.high:
        return None
    return _derived(lambda a, b: b / a, start, end)


def _derived(f: Callable[..., Decimal], *figures: Figure) -> Figure | None:
    """Compute a figure from single, unbounded ones; `f` is monotone in each."""
    if any(figure.number is None or figure.bound for figure in figures):
        return None
    value = f(*(figure.low for figure in figures))
    reach = [figure.outer if figure.is_derived else figure.inner for figure in figures]
    corners = [f(*corner) for corner in itertools.product(*reach)]
    if not all(number.is_finite() for number in (value, *corners)):
        return None
    outer = Interval(min(corners), max(corners))
    return Figure(value, value, Interval(value, value), outer, is_derived=True)


def _derived_answer(
    kind: QuantityKind, unit: str, figure: Figure | None, direction: Direction
) -> Answer | None:
    return figure and Answer(figure, Quantity(kind, ZERO, ZERO, ZERO, unit=unit), direction)


def _like(end: Quantity, figure: Figure | None, direction: Direction) -> Answer | None:
    return figure and Answer(figure, end, direction)


def _towards(start: Decimal, end: Decimal) -> Direction:
    if start == end:
        return ""
    return "up" if start < end else "down"


def _sign(direction: Direction) -> int:
    return -1 if direction == "down" else 1 if direction == "up" else 0
