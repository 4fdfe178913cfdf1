"""What may follow digits and still be the same number: "1 414 021", "4e14", "2 1/2", "2½"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract.quantities.digits import (
    EXACT,
    MAX_DIGITS,
    MAX_EXPONENT,
    divided,
    parse_digits,
)
from factcheck.extract.quantities.line import Line
from factcheck.extract.quantities.spoken import and_share
from factcheck.vocabulary.numbers import numbers


def grouped_by_blanks(
    line: Line, at: int, value: Decimal, step: Decimal
) -> tuple[Decimal, Decimal, int]:
    """Join "1 414 021" and the "80 , 000" and "4 . 8" of texts cut into tokens with blanks."""
    first = line.tokens[at].text
    if len(first) > 3 or not first.isdigit():
        return value, step, at + 1
    if line.word(at + 1) in (",", ".") and line.gap(at + 1) == 1 and line.gap(at + 2) == 1:
        return _spaced_separator(line, at, value, step)
    last, text = at + 1, first
    while (
        last - at < 9 and line.is_number(last) and line.gap(last) == 1 and _is_group(line.raw(last))
    ):
        text += line.raw(last)
        last += 1
    if last - at > 2 or (last - at == 2 and text.endswith("00")):
        number = Decimal(text)
        return number, Decimal(1).scaleb(min(0, -len(text.partition(".")[2]))), last
    return value, step, at + 1


def _is_group(text: str) -> bool:
    return (len(text) == 3 and text.isdigit()) or (
        len(text) > 4 and text[3] == "." and text[:3].isdigit()
    )


def _spaced_separator(
    line: Line, at: int, value: Decimal, step: Decimal
) -> tuple[Decimal, Decimal, int]:
    text, last = line.tokens[at].text, at + 1
    while line.word(last) == "," and line.is_number(last + 1) and len(line.raw(last + 1)) == 3:
        text, last = text + line.raw(last + 1), last + 2
        if last - at > 8 or not text.isdigit():
            return value, step, at + 1
    follower = line.word(last + 2)
    if (
        line.word(last) == "."
        and line.raw(last + 1).isdigit()
        and (follower in _AFTER_DECIMAL or follower in numbers().scales)
    ):
        number = Decimal(f"{text}.{line.raw(last + 1)}") if len(text) < MAX_DIGITS else value
        return number, Decimal(1).scaleb(-len(line.raw(last + 1))), last + 2
    if last == at + 1:
        return value, step, last
    return Decimal(text), Decimal(1), last


_AFTER_DECIMAL = frozenset("% percent per percentage point points times cents".split())


def power_of_ten(line: Line, at: int) -> tuple[Decimal, int] | None:
    """Read "e14", "x10^-4" or "×10−8" after a number as the power of ten it stands for."""
    if line.word(at) == "e" and line.touches(at):
        return _exponent(line, at + 1)
    if line.word(at) in ("x", "×") and line.raw(at + 1) == "10" and line.touches(at + 1):
        start = at + 3 if line.word(at + 2) == "^" else at + 2
        return _exponent(line, start)
    if line.word(at) == "^" and line.touches(at):
        return _raised(line, at)
    return None


def _raised(line: Line, at: int) -> tuple[Decimal, int] | None:
    """Read "^23" after a number as the factor that makes it the power."""
    power = _exponent(line, at + 1)
    base = parse_digits(line.raw(at - 1))
    if power is None or base is None or base[0] == 0:
        return None
    exponent = power[0].adjusted()
    return EXACT.power(base[0], Decimal(exponent - 1)), power[1]


def _exponent(line: Line, at: int) -> tuple[Decimal, int] | None:
    sign = -1 if line.word(at) in ("-", "−") else 1
    if sign < 0 or line.word(at) == "+":
        at += 1
    text = line.raw(at)
    if not (line.touches(at) and text.isdigit() and len(text) <= 2 and int(text) <= MAX_EXPONENT):
        return None
    return Decimal(1).scaleb(sign * int(text)), at + 1


def with_fraction(line: Line, at: int, whole: Decimal) -> tuple[Decimal, Decimal, int] | None:
    """Read the rest of "2½", "2 1/2", "1/2" or "5 and a half" after its first number."""
    sign = numbers().signs.get(line.word(at))
    if sign is not None:
        part = divided(*sign)
        return whole + part, part, at + 1
    if line.word(at) == "/" and line.touches(at) and line.touches(at + 1):
        return _slashed(line, at, whole, Decimal(0))
    top = at + 1 if line.word(at) == "-" and line.touches(at) else at
    if line.is_number(top) and line.word(top + 1) == "/" and line.raw(top).isdigit():
        short = len(line.raw(top)) <= 3
        return _slashed(line, top + 1, Decimal(line.raw(top)), whole) if short else None
    return and_share(line, at, whole) if line.word(at) == "and" else None


def is_rating(line: Line, at: int, points: Decimal) -> bool:
    """Say whether the "/10" at `at` makes a mark of the number before: "6.8/10", "7/10"."""
    if line.word(at) != "/" or not (line.touches(at) and line.touches(at + 1)):
        return False
    whole = points == points.to_integral_value()
    most = line.raw(at + 1)
    fits = most in ("10", "20", "100") or (most == "5" and not whole)
    return fits and points <= int(most) and line.word(at + 2) not in ("/", "of")


def _slashed(
    line: Line, at: int, numerator: Decimal, whole: Decimal
) -> tuple[Decimal, Decimal, int] | None:
    bottom = line.raw(at + 1)
    if is_rating(line, at, numerator):
        return None
    if line.word(at + 2) == "/" or not (bottom.isdigit() and len(bottom) <= 4):
        return None
    if int(bottom) < 2 or numerator >= int(bottom) or numerator == 0:
        return None
    part = divided(numerator, Decimal(bottom))
    return whole + part, divided(Decimal(1), Decimal(bottom)), at + 2
