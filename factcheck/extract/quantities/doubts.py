"""When a short or common word after a number is a unit or a currency, and when it is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from factcheck.extract.quantities.line import Line
from factcheck.extract.quantities.names import Found, currency_at
from factcheck.extract.quantities.numerals import Numeral
from factcheck.vocabulary.nouns import is_plural
from factcheck.vocabulary.numbers import numbers

QUOTE_REACH = 400  # characters looked back for the quotation mark that a second one would close
_AFTER_INCHES = frozenset("thick long wide tall high deep x by across".split())
_WEIGHS = frozenset(
    (
        "weigh weighs weighed weighing weight lost lose gained heavier lighter overweight cocaine "
        "heroin"
    ).split()
)
_PRICES = frozenset(
    (
        "note notes fine fines coin coins a deal contract cut loan aid investment project bill "
        "debt fund grant budget house home"
    ).split()
)
_TITLES = frozenset(("second", "minute", "hour", "day", "week", "year"))  # "60 Minutes"
_DETERMINERS = frozenset(("the", "a", "an", "by", "their"))
_SHORT_CODES = frozenset(("Kč", "zł", "le", "Rs", "rs", "元"))
_COMMON_WORDS = frozenset(("all", "try", "cup", "pen", "top"))


class _Spot(msgspec.Struct, frozen=True):
    """A name at the token `at` behind a number; `after` is the word behind the name."""

    line: Line
    numeral: Numeral
    at: int
    after: str

    @property
    def digits(self) -> bool:
        """Whether the number is written in digits."""
        return self.line.is_number(self.numeral.last - 1)

    @property
    def glued(self) -> bool:
        """Whether nothing stands between the number and the name."""
        return self.line.touches(self.at)

    @property
    def ends(self) -> bool:
        """Whether no word follows the name."""
        return not self.line.is_word(self.at + 1)


def fits_currency(line: Line, numeral: Numeral, at: int, found: Found) -> bool:
    """Say whether the currency word at `at` is one here."""
    raw, before_number = line.raw(at), line.is_number(at + 1) and line.touches(at + 1)
    if found.last - at > 1 or not raw.isalpha():
        return raw.isalpha() or not _opens_next(line, at)
    check = _CURRENCY_CHECKS.get(line.word(at))
    if check is not None:
        return check(_Spot(line, numeral, at, line.word(at + 1)))
    if len(raw) <= 2:
        known = raw.isupper() or raw in _SHORT_CODES
        return line.is_number(numeral.last - 1) and known and not before_number
    return not (len(raw) == 3 and (before_number or raw in _COMMON_WORDS))


def _opens_next(line: Line, at: int) -> bool:
    """Say whether the sign at `at` belongs to the number behind it: "1 $ 10 dollars note"."""
    if not line.is_number(at + 1):
        return False
    named = currency_at(line, at + 2) is not None and line.is_word(at + 2)
    return line.touches(at + 1) or named or line.word(at + 2) in numbers().scales


def fits_unit(line: Line, numeral: Numeral, at: int, unit: Found) -> bool:
    """Say whether the unit at `at` is one here."""
    raw, word = line.raw(at), line.word(at)
    if len(raw) > 3 and raw.istitle() and not line.titled and unit.key in _TITLES:
        return False
    if unit.last - at > 1 or len(word) > 6:
        return True
    spot = _Spot(line, numeral, at, line.word(unit.last))
    check = _UNIT_CHECKS.get(raw) or _UNIT_CHECKS.get(word)
    if check is not None:
        return check(spot)
    if len(raw) == 1 and raw.isalpha():
        near = spot.glued or raw.islower()
        return spot.digits and (near or spot.after in ("/", "of") or spot.ends)
    return True


def _cents(spot: _Spot) -> bool:
    lower = spot.line.raw(spot.at).islower()
    return spot.digits and spot.numeral.scale == 1 and lower and spot.line.gap(spot.at) < 2


def _won(spot: _Spot) -> bool:
    return spot.numeral.low >= 100 and spot.after not in _DETERMINERS


def _never(_: _Spot) -> bool:
    return False


def _inches(spot: _Spot) -> bool:
    if not spot.digits or spot.line.is_number(spot.at + 1):
        return False
    if spot.glued:
        return True
    open_end = spot.ends and spot.after not in ("$", "£", "€", '"', "“")
    return open_end or spot.after in _AFTER_INCHES


def _quote_mark(spot: _Spot) -> bool:
    """Take a double quotation mark for inches unless it closes a quotation."""
    start = spot.line.tokens[spot.at].start
    before = spot.line.text[max(start - QUOTE_REACH, 0) : start]
    return spot.digits and spot.glued and before.count('"') % 2 == 0 and "``" not in before


def _letter_s(spot: _Spot) -> bool:
    return spot.digits and (not spot.glued or spot.numeral.step < 1)


def _second(spot: _Spot) -> bool:
    """Take "second" for time after one, a fraction or digits, not for the ordinal."""
    if spot.after in ("-", "half", "time", "round", "place"):
        return False
    bound = spot.line.word(spot.at - 1) in ("-", "–") or spot.digits
    return bound or spot.numeral.low == 1 or spot.numeral.step < 1


def _of_or_end(spot: _Spot) -> bool:
    return spot.after == "of" or spot.numeral.step < 1 or spot.ends


def _barrels(spot: _Spot) -> bool:
    """Refuse "47 barrel bombs": what is counted follows."""
    hyphen = spot.line.word(spot.at - 1) in ("-", "–")
    return hyphen or spot.numeral.low == 1 or not is_plural(spot.after)


def _letter_m(spot: _Spot) -> bool:
    return spot.numeral.scale == 1 or not spot.glued


def _degrees(spot: _Spot) -> bool:
    kelvin = spot.numeral.step < 1 and spot.line.raw(spot.at) == "K"
    mild = abs(spot.numeral.low) < 150 or kelvin
    return spot.digits and mild and spot.after not in ("-", "/", "$")


def _glued(spot: _Spot) -> bool:
    return spot.digits and (spot.glued or spot.after == "/")


_CURRENCY_CHECKS: Mapping[str, Callable[[_Spot], bool]] = {
    "p": _cents,
    "c": _cents,
    "won": _won,
    "ps": _never,
}
_UNIT_CHECKS: Mapping[str, Callable[[_Spot], bool]] = {
    "in": _inches,
    "in.": _inches,
    '"': _quote_mark,
    "''": _quote_mark,
    "a": _never,
    "d": _never,
    "A": _glued,
    "s": _letter_s,
    "m": _letter_m,
    "second": _second,
    "cup": _of_or_end,
    "cups": _of_or_end,
    "stone": _of_or_end,
    "st": _glued,
    "barrel": _barrels,
    "bar": _of_or_end,
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
