"""Short ways to write the values that the tables of this folder compare."""

from decimal import Decimal

from factcheck.schema import ChangeRole, Direction, Modifier, Quantity, QuantityKind

THOUSAND, MILLION, BILLION = "1e3", "1e6", "1e9"


def q(
    low: str | int,
    step: str | int = 1,
    modifier: Modifier = "",
    kind: QuantityKind = "count",
    *,
    high: str | int | None = None,
    unit: str = "",
    per: str = "",
    role: ChangeRole = "",
    way: Direction = "",
) -> Quantity:
    """Return a quantity; `low` and `high` have the scale word applied."""
    top = low if high is None else high
    return Quantity(
        kind, Decimal(low), Decimal(top), Decimal(step), unit, per, "", modifier, role, way
    )


def money(
    low: str, step: str = "1", modifier: Modifier = "", unit: str = "GBP", per: str = ""
) -> Quantity:
    return q(low, step, modifier, "money", unit=unit, per=per)


def percent(
    low: str,
    step: str = "1",
    modifier: Modifier = "",
    *,
    role: ChangeRole = "",
    way: Direction = "",
) -> Quantity:
    return q(low, step, modifier, "percent", unit="percent", role=role, way=way)


def points(low: str, step: str = "1", *, role: ChangeRole = "", way: Direction = "") -> Quantity:
    kind: QuantityKind = "percentage_point"
    return q(low, step, "", kind, unit="percentage_point", role=role, way=way)


def share(
    low: str, modifier: Modifier = "", *, role: ChangeRole = "", way: Direction = ""
) -> Quantity:
    """Return a share in words: "a third of" is 0.3333."""
    return q(low, "0.0001", modifier, "fraction", role=role, way=way)


def measured(low: str, unit: str, step: str = "1", modifier: Modifier = "") -> Quantity:
    return q(low, step, modifier, "measure", unit=unit)
