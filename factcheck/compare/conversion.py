"""Which quantities can be compared at all, and in whose unit."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from factcheck.compare.margins import is_share
from factcheck.schema import Quantity
from factcheck.vocabulary.currencies import currencies, is_open, may_be
from factcheck.vocabulary.units import units

# A bare ton may be any of the others: it is no named unit beside them.
_TONS = frozenset({"ton", "tonne", "short_ton", "long_ton"})
_SHARES = frozenset({"percent", "fraction", "ratio"})


class Conversion(NamedTuple):
    """From the source's unit into the draft's: multiply by `factor`.

    `is_exact`: a power of ten, which leaves the digits as they are.
    """

    factor: Decimal
    is_exact: bool


SAME_UNIT = Conversion(Decimal(1), is_exact=True)


def conversion(draft: Quantity, source: Quantity) -> Conversion | None:
    """Return how the source's figure is brought into the draft's unit; None when it cannot be."""
    if draft.per != source.per:
        return None
    if _kind(draft) != _kind(source):
        return None
    if _kind(draft) == "share" or draft.unit == source.unit:
        return SAME_UNIT
    mine, theirs = units().get(draft.unit), units().get(source.unit)
    if mine is None or theirs is None or mine.dimension != theirs.dimension:
        return None
    factor = theirs.factor / mine.factor
    return Conversion(factor, is_exact=factor.normalize().as_tuple().digits == (1,))


def _kind(quantity: Quantity) -> str:
    if is_share(quantity) or quantity.kind == "percent":
        return "share"
    return quantity.kind


def has_another_named_unit(draft: Quantity, source: Quantity) -> bool:
    """Say whether both name their unit or currency and the two are certainly not the same.

    A bare $ is read as US dollars, so it is never certainly another dollar; an open currency
    ("francs") and a bare ton are none in particular; percent and percentage points are two units.
    """
    if draft.per != source.per or not draft.unit or not source.unit or draft.unit == source.unit:
        return False
    pair = {draft.unit, source.unit}
    if {draft.kind, source.kind} == {"percent", "percentage_point"}:
        return True
    if draft.kind != source.kind:
        return False
    if draft.kind == "money":
        return not _may_be_one(pair) and not ("USD" in pair and _are_dollars(pair))
    return not ("ton" in pair and pair <= _TONS)


def _may_be_one(codes: set[str]) -> bool:
    """Say whether one currency is open and may be the other: francs are no euros."""
    opened = sorted(code for code in codes if is_open(code))
    named = codes - set(opened)
    return bool(opened) and (not named or may_be(opened[0], *named))


def _are_dollars(codes: set[str]) -> bool:
    known = currencies()
    return all(code in known and known[code].name.lower().endswith("dollar") for code in codes)
