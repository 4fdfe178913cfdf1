"""Digits to exact decimals, within the digits and exponents we keep."""

from __future__ import annotations

import re
from decimal import Context, Decimal

MAX_DIGITS = 40
MAX_EXPONENT = 30
EXACT = Context(prec=MAX_DIGITS)
_WIDE = Context(prec=MAX_DIGITS + 2 * MAX_EXPONENT)

GROUPED = re.compile(r"[0-9]{1,3}+(?:,[0-9]{3}){1,12}+(?:\.[0-9]{1,15}+)?+")
INDIAN = re.compile(r"[0-9]{1,2}+(?:,[0-9]{2}){1,8},[0-9]{3}(?:\.[0-9]{1,15}+)?+")
CONTINENTAL = re.compile(
    r"[0-9]{1,3}+(?:\.[0-9]{3}){2,12}+|[0-9]{1,3}+(?:\.[0-9]{3}){1,12}+,[0-9]{1,2}+"
)
COMMA = re.compile(r"[0-9]{1,15}+,[0-9]{1,2}+")


def parse_digits(text: str) -> tuple[Decimal, Decimal] | None:
    """Return the number that a token of digits and separators writes, and its last digit's place.

    None for what is no number ("192.168.1.2") or has more than 40 digits.

    >>> parse_digits("240,000"), parse_digits("5.25")
    ((Decimal('240000'), Decimal('1')), (Decimal('5.25'), Decimal('0.01')))
    """
    if len(text) > MAX_DIGITS:
        return None
    if "," not in text:
        if text.count(".") > 1:
            if not CONTINENTAL.fullmatch(text):
                return None
            text = text.replace(".", "")
    elif GROUPED.fullmatch(text) or INDIAN.fullmatch(text):
        text = text.replace(",", "")
    elif COMMA.fullmatch(text):
        text = text.replace(",", ".")
    elif CONTINENTAL.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    else:
        return None
    value = Decimal(text)
    return value, Decimal(1).scaleb(value.as_tuple().exponent)  # type: ignore[arg-type]


def plain(number: Decimal) -> Decimal:
    """Return the same number without trailing zeros behind the point and without an exponent.

    >>> plain(Decimal("1200000.0")), plain(Decimal("1E+3")), plain(Decimal("0.50"))
    (Decimal('1200000'), Decimal('1000'), Decimal('0.5'))
    """
    if number == number.to_integral_value():
        return number.quantize(Decimal(1), context=_WIDE)
    return number.normalize(EXACT)


def times(one: Decimal, other: Decimal) -> Decimal:
    """Multiply exactly within the digits we keep."""
    return EXACT.multiply(one, other)


def divided(one: Decimal, other: Decimal) -> Decimal:
    """Divide to the digits we keep."""
    return EXACT.divide(one, other)
