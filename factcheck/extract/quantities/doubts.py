"""When a short or common word after a number is a unit or a currency, and when it is not."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract.quantities.line import Line
from factcheck.extract.quantities.names import Found
from factcheck.extract.quantities.numerals import Numeral

_AFTER_INCHES = frozenset("thick long wide tall high deep x by across".split())
_WEIGHS = frozenset(
    (
        "weigh weighs weighed weighing weight lost lose gained heavier lighter overweight "
        "cocaine heroin"
    ).split()
)
_PRICES = frozenset(
    (
        "note notes fine fines coin coins a deal contract cut loan aid investment project bill "
        "debt fund grant budget house home"
    ).split()
)


def fits_currency(line: Line, numeral: Numeral, at: int, found: Found) -> bool:
    """Say whether the currency word at `at` is one here."""
    word, raw = line.word(at), line.raw(at)
    if found.last - at > 1 or not word.isalpha():
        return not (word == "$" and line.is_number(at + 1) and line.touches(at + 1))
    if word in ("p", "c"):
        digits = line.tokens[numeral.last - 1].kind == "number" and numeral.scale == 1
        return digits and raw.islower() and line.gap(at) < 2
    if raw == "PS":
        return False
    if word == "won":
        return numeral.low >= 100 and line.word(at + 1) not in ("the", "a", "an", "by", "their")
    if len(raw) <= 3 and line.is_number(at + 1) and line.touches(at + 1):
        return False
    if len(raw) <= 2:
        return line.tokens[numeral.last - 1].kind == "number" and (
            raw.isupper() or raw in ("Kč", "zł", "le", "Rs", "rs", "元")
        )
    return not (raw.islower() and len(raw) == 3 and raw in ("all", "try", "cup", "pen", "top"))


def fits_unit(line: Line, numeral: Numeral, at: int, unit: Found) -> bool:
    """Say whether the unit at `at` is one here."""
    raw, word, after = line.raw(at), line.word(at), line.word(unit.last)
    if unit.last - at > 1 or len(word) > 6:
        return True
    check = _CHECKS.get(raw) or _CHECKS.get(word)
    if check is not None:
        return check(line, numeral, at, after)
    if len(raw) == 1 and raw.isalpha():
        digits = line.tokens[numeral.last - 1].kind == "number"
        near = line.touches(at) or raw.islower() or raw in "CF"
        return digits and (near or after in ("/", "of") or not line.is_word(unit.last))
    return True


def _inches(line: Line, numeral: Numeral, at: int, after: str) -> bool:
    digits = line.tokens[numeral.last - 1].kind == "number"
    return (
        digits
        and (after in _AFTER_INCHES or not line.is_word(at + 1))
        and not line.is_number(at + 1)
        and after not in ("$", "£", "€", '"', "“")
    )


def _quote_mark(line: Line, numeral: Numeral, at: int, after: str) -> bool:
    if not line.touches(at) or line.tokens[numeral.last - 1].kind != "number":
        return False
    start = line.tokens[at].start
    return line.text.count('"', 0, start) % 2 == 0 and "``" not in line.text[:start]


def _never(line: Line, numeral: Numeral, at: int, after: str) -> bool:
    return False


def _seconds_letter(line: Line, numeral: Numeral, at: int, after: str) -> bool:
    return not line.touches(at) or numeral.step < 1


def _second(line: Line, numeral: Numeral, at: int, after: str) -> bool:
    hyphen = line.word(at - 1) in ("-", "–")
    if after in ("-", "half", "time", "round", "place"):
        return False
    return hyphen or numeral.low == 1 or numeral.step < 1 or line.raw(numeral.first).isdigit()


def _of_or_end(line: Line, numeral: Numeral, at: int, after: str) -> bool:
    return after == "of" or numeral.step < 1 or not line.is_word(at + 1)


def _letter_scale(line: Line, numeral: Numeral, at: int, after: str) -> bool:
    return numeral.scale == 1 or line.gap(at) > 0


def _degrees(line: Line, numeral: Numeral, at: int, after: str) -> bool:
    digits = line.tokens[numeral.last - 1].kind == "number"
    mild = abs(numeral.low) < 150 or (numeral.step < 1 and line.raw(at) == "K")
    return digits and mild and after not in ("-", "/", "$")


def _touching(line: Line, numeral: Numeral, at: int, after: str) -> bool:
    near = line.touches(at) or after == "/"
    return near and line.tokens[numeral.last - 1].kind == "number"


_CHECKS = {
    "in": _inches,
    "in.": _inches,
    '"': _quote_mark,
    "'": _quote_mark,
    "a": _never,
    "A": _touching,
    "s": _seconds_letter,
    "d": _never,
    "second": _second,
    "cup": _of_or_end,
    "cups": _of_or_end,
    "stone": _of_or_end,
    "bar": _of_or_end,
    "m": _letter_scale,
    "C": _degrees,
    "F": _degrees,
    "K": _degrees,
}


def is_mass(line: Line, first: int, at: int) -> bool:
    """Say whether the pounds at `at` weigh something: what they are of, and the words before."""
    after = line.word(at + 1)
    if line.word(at) == "pound" and line.is_word(at + 1):
        return after not in _PRICES
    if after == "of" and line.word(at + 2) not in _PRICES:
        return True
    before = [line.word(k) for k in range(max(first - 5, 0), first)]
    return bool(_WEIGHS.intersection(before)) or after in ("heavier", "lighter", "overweight")


ZERO = Decimal(0)
