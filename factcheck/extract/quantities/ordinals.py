"""Ranks in digits and words: "22nd", "third", "twenty-first"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract.quantities.digits import parse_digits
from factcheck.extract.quantities.line import HYPHENS, Line
from factcheck.extract.quantities.numerals import Numeral, read_words
from factcheck.vocabulary.numbers import numbers


def ending(digits: str) -> str:
    """Return the letters that make digits a rank: "21st", but "11th" (11st is a weight).

    >>> ending("21"), ending("11"), ending("2")
    ('st', 'th', 'nd')
    """
    teen = digits.endswith(("11", "12", "13"))
    return "th" if teen else {"1": "st", "2": "nd", "3": "rd"}.get(digits[-1:], "th")


def read_ordinal(line: Line, at: int) -> Numeral | None:
    """Read "22nd", "third" or "twenty-first" at the token `at`."""
    table, word = numbers(), line.lower[at]
    if line.tokens[at].kind == "number":
        if line.word(at + 1) == ending(line.raw(at)) and line.touches(at + 1):
            parsed = parse_digits(line.tokens[at].text)
            if parsed is not None:
                return Numeral(at, at + 2, parsed[0], parsed[0], Decimal(1), form="ordinal")
        return None
    rank = table.ordinals.get(word)
    if rank is not None:
        return Numeral(at, at + 1, Decimal(rank), Decimal(rank), Decimal(1), form="ordinal")
    if word in table.small or word in ("a", "an"):
        return _compound_ordinal(line, at)
    return None


def _compound_ordinal(line: Line, at: int) -> Numeral | None:
    """Read "twenty-fifth", "one hundred and fifth", "two hundredth"."""
    cardinal = read_words(line, at)
    if cardinal is None:
        return None
    last = cardinal.last
    if line.word(last) in HYPHENS or line.word(last) == "and":
        last += 1
    rank = numbers().ordinals.get(line.word(last))
    if rank is None or cardinal.low > 10**15:
        return None
    value = int(cardinal.low)
    if rank >= 100 and last == cardinal.last:
        number = Decimal(value * rank)
    elif value >= 20 and value % 10 == 0 and rank < (100 if value % 100 == 0 else 10):
        if rank == 2 and line.gap(last) == 1 and line.word(at - 1) != "the" and at > 0:
            return None
        number = Decimal(value + rank)
    else:
        return None
    return Numeral(at, last + 1, number, number, Decimal(1), form="ordinal")
