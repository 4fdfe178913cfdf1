"""Scale words and letters after a number: "million", "bn", "lakh crore", and the doubtful "m"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract.quantities.digits import times
from factcheck.extract.quantities.line import HYPHENS, Line
from factcheck.vocabulary.numbers import numbers


def read_scales(line: Line, at: int, *, money: bool) -> tuple[Decimal, int]:
    """Read the scale words and letters from `at` on: their product and where they end."""
    table, scale = numbers(), Decimal(1)
    start = at
    while at - start < 6:
        hyphen = line.word(at) in HYPHENS and line.touches(at) and line.touches(at + 1)
        where = at + 1 if hyphen else at
        found = table.scales.get(line.word(where))
        if found is None or (hyphen and line.word(where) == "dozen"):
            break
        scale, at = times(scale, found), where + 1
    if at > start:
        return scale, at
    letters = line.raw(at)
    if letters in table.suffixes and line.gap(at) in (0, 1):
        if letters in ("k", "K", "M") and not line.touches(at) and not money:
            return scale, at
        if letters == "K" and _is_kelvin(line, at):
            return scale, at
        return table.suffixes[letters], at + 1
    if letters in table.doubtful and (money or _is_scale(line, at)):
        return table.doubtful[letters], at + 1
    return scale, at


_LENGTHS = frozenset(
    (
        "tall long wide high deep away above below swim race sprint run in from to and of off "
        "at by or on under apart across thick diameter radius height depth length relay hurdles "
        "freestyle per a an the is was with for but as into before after"
    ).split()
)


def _is_kelvin(line: Line, at: int) -> bool:
    """Say whether a sign of degrees stands within a few words of the K at `at`."""
    return "°" in line.lower[max(at - 12, 0) : at + 12]


_COUNTED = frozenset(
    (
        "population audience readership workforce turnover profit profits sales revenue "
        "revenues viewers users losses debt debts circulation people subscribers customers "
        "earnings exports imports downloads worth"
    ).split()
)


def _is_scale(line: Line, at: int) -> bool:
    """Say whether "m" or "b" after digits is a scale: it touches them and a noun follows."""
    if not line.touches(at):
        return False
    if line.raw(at) in ("b", "B"):
        return True
    follower = line.word(at + 1)
    if line.raw(at) == "m" and _COUNTED.intersection(line.lower[max(at - 5, 0) : at - 1]):
        return True
    return line.raw(at) == "m" and follower not in _LENGTHS and line.is_word(at + 1)
