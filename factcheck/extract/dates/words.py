"""A sentence as the pieces a date is made of, in one linear pass.

Numerals that are dates or clocks by their form alone ("2015-09-19", "21:30", "the 1990s") are one
piece; every other number, word and mark stands by itself.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from factcheck.vocabulary.calendar import (
    MONTH_ABBREVIATIONS,
    MONTH_NUMBERS,
    MONTHS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
)

Kind = Literal[
    "day",  # 2015-09-19
    "slashed",  # 19/09/2015, 5/3/18
    "pair",  # 2014-15, 2015/16, 2015-03
    "clock",  # 21:30, 8am
    "ordinal",  # 19th
    "decade",  # 1990s
    "number",  # up to four digits
    "figure",  # any other number
    "word",
    "mark",
    "end",
]

# Over the text in lower case. Each alternative consumes what it looked at and the last takes
# anything, so the pass is linear; words come first because most pieces are words.
_PIECE = re.compile(
    r"""
    (?P<word> [^\W\d_]++ (?:['’](?!s\b)[^\W\d_]++)*+ )
  | (?P<day> [12][0-9]{3} (?P<sep>[-/.]) [0-9]{1,2} (?P=sep) [0-9]{1,2} (?![0-9]) )
  | (?P<slashed>
        [0-9]{1,2} (?P<sep2>[-/.]) [0-9]{1,2} (?P=sep2)
        (?:[12][0-9]{3}|[0-9]{2}) (?![0-9]|[-/.][0-9])
    )
  | (?P<clock>
        [0-9]{1,2} (?: [:.h] [0-5][0-9] (?: : [0-5][0-9] )?+ )?+ \.? \ {0,2}+
            (?: [ap]\.\ ?m\b\.? | [ap]m\b ) (?![0-9])
      | [0-9]{1,2} : [0-5][0-9] (?: : [0-5][0-9] )?+ (?: [ap]\b )?+ (?![0-9:]|\.[0-9])
      | [0-9]{1,2} h [0-5][0-9] (?![0-9a-z])
    )
  | (?P<ordinal> [0-9]{1,2} (?:st|nd|rd|th)\b )
  | (?P<decade> (?: [12][0-9]{2} | [0-9] ) 0 (?: ['’]? s | \ ['’]s | \ s ) \b )
  | (?P<pair> [12][0-9]{3} [-/–] [0-9]{1,2} (?![0-9]|[-/.,:][0-9]|\w) )
  | (?P<number> [0-9]{1,4} (?![0-9]|[.,][0-9]) )
  | (?P<figure> [0-9]++ (?:[.,][0-9]++)*+ )
  | (?P<mark> ['’]s\b | \S )
    """,
    re.VERBOSE,
)

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINAL_UNITS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
NUMBER_WORDS = {word: n for n, word in enumerate(_UNITS)} | {
    word: 10 * n for n, word in enumerate(_TENS, 2)
}
ORDINAL_WORDS = {word: n for n, word in enumerate(_ORDINAL_UNITS)} | {
    "twentieth": 20,
    "thirtieth": 30,
}


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A piece of the sentence; `text` is in lower case, `capital` says how it was written."""

    kind: Kind
    text: str
    start: int
    end: int
    capital: bool = False


END = Piece("end", "", 0, 0)


# Without one of these no time of day and no counted distance is in a sentence.
_OF_CLOCKS = frozenset(
    "noon midday midnight past o'clock o’clock oclock am pm m morning afternoon evening night "
    "mornings afternoons evenings nights tonight hours hrs minute minutes gmt utc "
    "bst cet cest est edt local".split()
)
_OF_COUNTS = frozenset(
    "day days week weeks weekend weekends month months quarter quarters year years decade decades "
    "fortnight fortnights century centuries".split()
)


class Line(list[Piece]):
    """The pieces of one sentence; two end marks stand before and behind them.

    `clocked` and `counted` say whether it is worth looking for clocks, and for units of time;
    `marks` are the marks of `direction`, once it was asked.
    """

    __slots__ = ("clocked", "counted", "marks")

    def __init__(self, found: list[Piece]) -> None:
        super().__init__([END, END, *found, END, END])
        words = {piece.text for piece in found}
        self.clocked = not words.isdisjoint(_OF_CLOCKS) or any(p.kind == "clock" for p in found)
        self.marks: list[int] = []
        self.counted = not words.isdisjoint(_OF_COUNTS)


def pieces(text: str) -> Line:
    """Cut `text` into pieces, in order."""
    small = text.lower()
    if len(small) != len(text):  # a few letters grow: keep the offsets
        small = "".join(mark if len(mark.lower()) > 1 else mark.lower() for mark in text)
    found = []
    for match in _PIECE.finditer(small):
        start, end = match.span()
        kind: Kind = match.lastgroup  # type: ignore[assignment]
        if kind == "clock" and "H" in text[start:end]:
            kind = "figure"  # 2H15 is a half of a year
        found.append(Piece(kind, match[0], start, end, text[start].isupper()))
    return Line(found)


class Cursor(msgspec.Struct, frozen=True, gc=False):
    """A place in the pieces of one sentence; reading past the end gives end marks."""

    line: Line
    at: int

    def piece(self, offset: int = 0) -> Piece:
        """Return the piece `offset` places from here, at most two before the first."""
        try:
            return self.line[self.at + offset]
        except IndexError:
            return END

    @property
    def text(self) -> str:
        """The piece here, in lower case."""
        return self.piece().text

    @property
    def kind(self) -> Kind:
        """The kind of the piece here."""
        return self.piece().kind

    def on(self, count: int = 1) -> Cursor:
        """Return the place `count` pieces further on."""
        return Cursor(self.line, self.at + count)

    def skip(self, *texts: str) -> Cursor:
        """Step over the piece here if it is one of `texts`."""
        return self.on() if self.text in texts else self

    def joined(self) -> bool:
        """Say whether the piece here stands without a space behind the one before it."""
        return self.piece(-1).kind != "end" and self.piece(-1).end == self.piece().start


def day_number(cursor: Cursor) -> tuple[int, Cursor] | None:
    """Read the number of a day of a month: 19, 19th, nineteenth, twenty-first."""
    piece = cursor.piece()
    if piece.kind == "number" and len(piece.text) <= 2:
        return _in_month(int(piece.text), cursor.on())
    return day_ordinal(cursor)


def day_ordinal(cursor: Cursor) -> tuple[int, Cursor] | None:
    """Read the ordinal of a day of a month: 19th, nineteenth, twenty-first."""
    found = ordinal(cursor)
    return None if found is None else _in_month(*found)


def ordinal(cursor: Cursor) -> tuple[int, Cursor] | None:
    """Read an ordinal below a hundred: 3rd, third, twenty-first."""
    piece = cursor.piece()
    if piece.kind == "ordinal":
        return int(piece.text[:-2]), cursor.on()
    tens = NUMBER_WORDS.get(piece.text, 0)
    if tens >= 20:
        rest = cursor.on().skip("-")
        units = ORDINAL_WORDS.get(rest.text, 10)
        return (tens + units, rest.on()) if units < 10 else None
    if piece.text in ORDINAL_WORDS:
        return ORDINAL_WORDS[piece.text], cursor.on()
    return None


def _in_month(number: int, after: Cursor) -> tuple[int, Cursor] | None:
    return (number, after) if 1 <= number <= 31 else None


def cardinal(cursor: Cursor) -> tuple[int, Cursor] | None:
    """Read a whole number below 10,000 in digits, or below a hundred in words; "a" is 1."""
    piece = cursor.piece()
    if piece.kind == "number":
        return int(piece.text), cursor.on()
    if piece.text in {"a", "an"}:
        after = cursor.on()
        if after.text == "couple":
            return 2, after.on().skip("of")
        return 1, after
    tens = NUMBER_WORDS.get(piece.text)
    if tens is None:
        return None
    rest = cursor.on()
    units = NUMBER_WORDS.get(rest.skip("-").text, 10)
    if tens >= 20 and 1 <= units < 10:
        return tens + units, rest.skip("-").on()
    return tens, rest


def year_words(cursor: Cursor) -> tuple[int, Cursor] | None:
    """Read a year in words: nineteen eighty-six, two thousand and five, twenty fifteen."""
    if cursor.text == "two" and cursor.piece(1).text == "thousand":
        rest = cursor.on(2).skip("and")
        found = cardinal(rest) if rest.text in NUMBER_WORDS else None
        return (2000, cursor.on(2)) if found is None else (2000 + found[0], found[1])
    hundreds = NUMBER_WORDS.get(cursor.text, 0)
    rest = cursor.on()
    if hundreds not in {17, 18, 19, 20} or rest.text not in NUMBER_WORDS:
        return None
    found = cardinal(rest)
    if found is None or not 10 <= found[0] <= 99:
        return None
    return 100 * hundreds + found[0], found[1]


def month(cursor: Cursor) -> tuple[int, Cursor] | None:
    """Read the name of a month with the point of its abbreviation."""
    piece = cursor.piece()
    number = MONTH_NUMBERS.get(piece.text)
    if number is None:
        return None
    after = cursor.on()
    short = piece.text in MONTH_ABBREVIATIONS and piece.text not in MONTHS
    return number, (after.on() if short and _is_point(after) else after)


def weekday(cursor: Cursor) -> tuple[int, Cursor] | None:
    """Read the name of a weekday with the point of its abbreviation."""
    piece = cursor.piece()
    if piece.text in WEEKDAYS:
        return WEEKDAYS[piece.text], cursor.on()
    number = WEEKDAY_ABBREVIATIONS.get(piece.text)
    if number is None:
        return None
    after = cursor.on()
    return number, (after.on() if _is_point(after) else after)


def _is_point(cursor: Cursor) -> bool:
    """Say whether a point belongs to the abbreviation before it: not at the end of the sentence."""
    return cursor.text == "." and cursor.joined() and cursor.piece(1).kind != "end"
