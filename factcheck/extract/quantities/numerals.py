"""The number grammar: digits, number words and fractions to exact decimals.

A numeral is the bare number with its scale word; what it counts or measures is no business of
this module. Every reader takes a position and answers with a numeral or None; none looks further
than a few tokens, so that reading a sentence is linear in its length.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from factcheck.extract.quantities.digits import EXACT, divided, parse_digits, times
from factcheck.extract.quantities.line import HYPHENS, Line
from factcheck.extract.quantities.scales import read_scales
from factcheck.extract.quantities.spoken import (
    and_share,
    below_thousand,
    is_denominator,
    read_share,
    small_number,
)
from factcheck.extract.quantities.written import grouped_by_blanks, power_of_ten, with_fraction
from factcheck.vocabulary.numbers import numbers

Form = Literal["digits", "words", "article", "vague", "fraction", "ordinal"]


class Numeral(msgspec.Struct, frozen=True):
    """A number and where it stands: the tokens from `first` up to, not including, `last`.

    `scale` is the scale word that `low` and `high` already hold (1 where there is none), so that
    a range can lend it ("$10 to $15 billion"). `step` is the place value of the last digit.
    """

    first: int
    last: int
    low: Decimal
    high: Decimal
    step: Decimal
    scale: Decimal = Decimal(1)
    form: Form = "digits"


def read_numeral(line: Line, at: int, *, money: bool = False) -> Numeral | None:
    """Read the longest cardinal, fraction or vague plural that starts with the token `at`.

    `money` says that a currency symbol stands before it, so that "m" means million.
    """
    word = line.lower[at]
    if line.tokens[at].kind == "number":
        return _digits(line, at, money=money)
    table = numbers()
    if word in table.signs:
        return _sign(line, at)
    if word in table.vague or word in _VAGUE_OPENERS:
        vague = _vague(line, at)
        if vague is not None:
            return vague
    if word in _WORD_OPENERS or word in table.small or word in table.scales:
        return _fraction(line, at) or read_words(line, at)
    if word in table.denominators:
        return _fraction(line, at)
    return None


_VAGUE_OPENERS = frozenset("several many few a multi countless untold".split())
_WORD_OPENERS = frozenset(("a", "an"))


# --- digits ----------------------------------------------------------------------------------


def _digits(line: Line, at: int, *, money: bool) -> Numeral | None:
    parsed = parse_digits(line.tokens[at].text)
    if parsed is None:
        return None
    value, step, last = grouped_by_blanks(line, at, *parsed)
    power = power_of_ten(line, last)
    if power is not None:
        factor, last = power
        return Numeral(at, last, times(value, factor), times(value, factor), times(step, factor))
    mixed = with_fraction(line, last, value)
    if mixed is not None:
        value, step, last = mixed
    scale, last = read_scales(line, last, money=money)
    plain = Numeral(at, last, times(value, scale), times(value, scale), times(step, scale), scale)
    return _and_more(line, plain)


# --- words -----------------------------------------------------------------------------------


def read_words(line: Line, at: int) -> Numeral | None:
    """Read a cardinal in words that starts with the token `at`: "two hundred and six"."""
    table, word = numbers(), line.word(at)
    between = line.word(at - 1) == "between"
    if word in ("a", "an"):
        if line.word(at + 1) not in table.scales:
            return None
        value, step, last = 1, 1, at + 1
    elif word in table.scales:
        if word.endswith("s"):
            return None
        value, step, last = 1, 1, at
    else:
        group = below_thousand(line, at, between=between)
        if group is None:
            return None
        value, step, last = group
    return _sum(line, at, (Decimal(value), Decimal(step), last), between=between)


def _sum(line: Line, at: int, group: tuple[Decimal, Decimal, int], *, between: bool) -> Numeral:
    """Add up "one million two hundred thousand and six" from its first group on."""
    value, step, last = group
    value, step, last = _pointed(line, value, step, last)
    mixed = with_fraction(line, last, value) if last > at and not between else None
    if mixed is not None:
        value, step, last = mixed
    scale, last = read_scales(line, last, money=False)
    form: Form = "article" if line.word(at) in ("a", "an") else "words"
    numeral = Numeral(
        at, last, times(value, scale), times(value, scale), times(step, scale), scale, form
    )
    return numeral if between or mixed else _and_more(line, numeral)


def _pointed(line: Line, value: Decimal, step: Decimal, at: int) -> tuple[Decimal, Decimal, int]:
    """Read the "point five" of "five point five" on to the number."""
    digits = ""
    if line.word(at) == "point" and value < 1000:
        while len(digits) < 12:
            small = small_number(line, at + 1) if line.word(at + 1) in numbers().small else None
            if small is None or (digits and small[0] > 9):
                break
            digits, at = f"{digits}{small[0]}", small[1] - 1
    if not digits:
        return value, step, at
    places = Decimal(1).scaleb(-len(digits))
    return value + int(digits) * places, places, at + 1


def _and_more(line: Line, numeral: Numeral) -> Numeral:
    """Read on after a scale: lower groups in words or with their own scale, or "and a half"."""
    limit = numeral.scale
    while limit >= 100:
        at = numeral.last
        half = and_share(line, at, Decimal(0)) if line.word(at) == "and" else None
        if half is not None:
            scale, last = read_scales(line, half[2], money=False)
            if scale < limit:
                part = times(half[0], limit if scale == 1 else scale)
                return _plus(numeral, part, part, last)
        joined = line.word(at) == "and"
        group = _next_group(line, at + joined, joined=joined)
        if group is None or group[0] * group[1] >= limit or group[1] >= limit:
            return numeral
        value, scale, last = group
        numeral, limit = _plus(numeral, times(value, scale), scale, last), scale
    return numeral


def _plus(numeral: Numeral, value: Decimal, step: Decimal, last: int) -> Numeral:
    total = EXACT.add(numeral.low, value)
    return Numeral(numeral.first, last, total, total, step, Decimal(1), numeral.form)


def _next_group(line: Line, at: int, *, joined: bool) -> tuple[Decimal, Decimal, int] | None:
    if line.is_number(at):
        text = line.raw(at)
        if not (text.isdigit() and len(text) <= 3) or int(text) == 0:
            return None
        scale, last = read_scales(line, at + 1, money=False)
        if scale == 1 and not (joined and int(text) < 100):
            return None
        return Decimal(text), scale, last
    group = below_thousand(line, at, between=False)
    if group is None or group[0] == 0 or is_denominator(line, group[2]):
        return None
    scale, last = read_scales(line, group[2], money=False)
    return Decimal(group[0]), scale, last


# --- fractions -------------------------------------------------------------------------------


def _sign(line: Line, at: int) -> Numeral:
    part = divided(*numbers().signs[line.word(at)])
    scale, last = read_scales(line, at + 1, money=False)
    return Numeral(
        at, last, times(part, scale), times(part, scale), times(part, scale), scale, "fraction"
    )


def _fraction(line: Line, at: int) -> Numeral | None:
    share = read_share(line, at)
    if share is None:
        return None
    part, last = share
    after = last
    while line.word(after) in HYPHENS or line.word(after) in ("of", "a"):
        after += 1
        if after - last > 3:
            break
    scale, end = (Decimal(1), last)
    if line.word(after) in numbers().scales and not line.word(after).endswith("s"):
        scale, end = read_scales(line, after, money=False)
    if scale == 1:
        return Numeral(at, last, part, part, Decimal("0.01"), scale, "fraction")
    value = times(part, scale)
    return Numeral(at, end, value, value, times(Decimal("0.1"), scale), scale, "words")


# --- vague plurals ---------------------------------------------------------------------------


def _vague(line: Line, at: int) -> Numeral | None:
    """Read "dozens", "tens of thousands", "several hundred", "multi-million"."""
    table, start = numbers(), at
    opened = line.word(at) in _VAGUE_OPENERS
    if opened:
        at += 1
        if line.word(start) == "a":
            if line.word(at) not in ("few", "couple"):
                return None
            at += 2 if line.word(at) == "couple" and line.word(at + 1) == "of" else 1
        elif line.word(start) == "multi" and line.word(at) in HYPHENS:
            at += 1
    word = line.word(at)
    ends = table.vague.get(word) or (table.vague.get(word + "s") if opened else None)
    if ends is None or word in ("ten", "score"):
        return None
    low, high = ends
    at += 1
    while line.word(at) == "of" and line.word(at + 1) in table.vague and at - start < 6:
        scale = table.vague[line.word(at + 1)][0]
        low, high, at = times(low, scale), times(high, scale), at + 2
    if at - start == 1 and (word == "tens" or (word == "scores" and line.word(at) != "of")):
        return None
    return Numeral(start, at, low, high, low, Decimal(1), "vague")
