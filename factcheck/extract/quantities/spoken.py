"""Small numbers and shares in words: "twenty-two", "three hundred and six", "two-thirds"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract.quantities.digits import divided
from factcheck.extract.quantities.line import HYPHENS, Line
from factcheck.vocabulary.numbers import numbers


def small_number(line: Line, at: int) -> tuple[int, int] | None:
    """Read a number below a hundred in words: "twenty", "twenty-two", "seven"."""
    table = numbers()
    value = table.small.get(line.word(at))
    if value is None:
        return None
    if line.word(at) not in table.tens:
        return value, at + 1
    after = at + 2 if line.word(at + 1) in HYPHENS else at + 1
    unit = table.small.get(line.word(after), 0)
    if 0 < unit < 10 and not _opens_scaled_compound(line, after):
        return value + unit, after + 1
    return value, at + 1


def _opens_scaled_compound(line: Line, at: int) -> bool:
    """Say whether a hyphen binds the token to what follows: "twenty four-door cars"."""
    return (
        line.word(at + 1) in HYPHENS
        and line.touches(at + 1)
        and line.touches(at + 2)
        and line.word(at - 1) not in HYPHENS
    )


def below_thousand(line: Line, at: int, *, between: bool) -> tuple[int, int, int] | None:
    """Read a number below a thousand in words: its value, its step and where it ends."""
    small = small_number(line, at)
    if small is None:
        return None
    value, last = small
    if line.word(last) in HYPHENS and line.word(last + 1) == "hundred":
        last += 1
    if line.word(last) != "hundred" or value >= 100:
        return value, 1, last
    value, last = value * 100, last + 1
    after = last + 1 if line.word(last) == "and" else last
    rest = (
        None if between and after > last else small_number(line, after) or _two_digits(line, after)
    )
    if rest is None or rest[0] == 0 or line.word(rest[1]) == "hundred":
        return value, 100, last
    if after > last and is_denominator(line, rest[1]):
        return value, 100, last
    return value + rest[0], 1, rest[1]


def is_denominator(line: Line, at: int) -> bool:
    """Say whether the token at `at` is a plural denominator: the "quarters" of a fraction."""
    if line.word(at) in HYPHENS:
        at += 1
    return line.word(at).endswith("s") and line.word(at) in numbers().denominators


def _two_digits(line: Line, at: int) -> tuple[int, int] | None:
    """Read the 21 of "three hundred and 21"."""
    text = line.raw(at)
    if line.word(at - 1) == "and" and len(text) <= 2 and line.is_number(at) and text.isdigit():
        return int(text), at + 1
    return None


def read_share(line: Line, at: int) -> tuple[Decimal, int] | None:
    """Read "a half", "two-thirds", "one quarter" or "half"; no "third" that may be an ordinal."""
    table = numbers()
    word = line.word(at)
    if word == "half":
        return Decimal("0.5"), at + 1
    if word in ("a", "an", "one"):
        top, after = 1, at + 1
        if line.word(after) == "half" and line.word(after + 1) in HYPHENS:
            return None  # the article of "a half-a-million-euro lock"
    else:
        small = small_number(line, at) if word in table.small else None
        if small is None:
            return None
        top, after = small
    if line.word(after) in HYPHENS:
        after += 1
    tens = table.small[line.word(after)] if line.word(after) in table.tens else 0
    if tens and line.word(after + 1) in HYPHENS and line.touches(after + 1):
        after += 2
    bottom_word = line.word(after)
    bottom = table.denominators.get(bottom_word)
    if bottom is not None and tens:
        bottom = tens + bottom if bottom < 10 else None
    if bottom is None or (top > 1) != (bottom_word.endswith("s") or bottom_word == "halves"):
        return None
    if top == 1 and bottom not in (2, 4) and not _ends_share(line, after + 1):
        return None
    return divided(Decimal(top), Decimal(bottom)), after + 1


_AFTER_SHARE = frozenset(
    (
        "of to from in since more less higher lower and or the are were is was have had has "
        "said say on by between as that this did do would will million billion compared fewer "
        "bigger smaller larger cheaper faster longer greater off"
    ).split()
)


def _ends_share(line: Line, at: int) -> bool:
    """Say whether what follows "a third" makes it a share, not the third of a row."""
    return line.word(at) in _AFTER_SHARE or (not line.is_word(at) and line.word(at) not in HYPHENS)


def and_share(line: Line, at: int, whole: Decimal) -> tuple[Decimal, Decimal, int] | None:
    """Add the "and a half" at `at` to `whole`: the sum, the part, and where it ends."""
    share = read_share(line, at + 1)
    if share is None and line.word(at + 1) == "quarter":
        share = Decimal("0.25"), at + 2
    if share is None:
        return None
    part, last = share
    return whole + part, part, last
