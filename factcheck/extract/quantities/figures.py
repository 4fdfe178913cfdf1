"""One figure: a number with its currency or unit, its range and its denominator.

A figure is what the words of one quantity say before the words around it are looked at: the
modifier, the counted noun and the part it plays in a change are added later.
"""

from __future__ import annotations

from decimal import Decimal

import msgspec

from factcheck.extract.quantities.digits import times
from factcheck.extract.quantities.doubts import fits_currency, fits_unit, is_mass
from factcheck.extract.quantities.line import HYPHENS, Line
from factcheck.extract.quantities.names import Found, cents_at, currency_at, unit_at
from factcheck.extract.quantities.numerals import Form, Numeral, read_numeral
from factcheck.schema import QuantityKind
from factcheck.vocabulary.currencies import currency_symbols
from factcheck.vocabulary.units import units

_ONE = Decimal(1)
_MILLION = Decimal(10**6)


class Figure(msgspec.Struct, frozen=True):
    """A number with unit over the tokens from `first` up to, not including, `last`.

    `scale` is the scale word or letter already applied, for a range to lend; `range` says that
    two numbers were written. After `hyphen` the counted noun follows a hyphen ("27-nation").
    """

    first: int
    last: int
    kind: QuantityKind
    low: Decimal
    high: Decimal
    step: Decimal
    unit: str = ""
    scale: Decimal = _ONE
    form: Form = "digits"
    range: bool = False
    hyphen: bool = False


def read_figure(line: Line, at: int) -> Figure | None:
    """Read the figure that starts with the token `at`: sign, currency, number, unit."""
    start = at
    negative, at = _sign(line, at)
    opened = _opening_currency(line, at)
    if opened is not None:
        code, factor, number_at = opened
        numeral = _numeral(line, number_at, money=True)
        if numeral is None:
            return None
        figure = _money(line, numeral, code, factor)
    else:
        numeral = _numeral(line, at, money=False)
        if numeral is None:
            return None
        figure = _measured(line, numeral)
    if negative:
        figure = msgspec.structs.replace(figure, low=-figure.low, high=-figure.high)
    return msgspec.structs.replace(figure, first=start)


def _numeral(line: Line, at: int, *, money: bool) -> Numeral | None:
    return read_numeral(line, at, money=money) if at < len(line.tokens) else None


def _sign(line: Line, at: int) -> tuple[bool, int]:
    """Read a sign before a number: whether it is a minus, and where the number starts."""
    word = line.word(at)
    if word in ("minus", "negative"):
        after = at + 2 if line.word(at + 1) == "-" else at + 1
        return (
            (True, after) if line.is_number(after) or _is_number_word(line, after) else (False, at)
        )
    if word in ("-", "−", "+", "–"):
        stands_alone = at == 0 or (line.gap(at) > 0 and line.touches(at + 1))
        if stands_alone and (line.is_number(at + 1) or _opening_currency(line, at + 1)):
            return word != "+", at + 1
    return False, at


def _is_number_word(line: Line, at: int) -> bool:
    return 0 <= at < len(line.tokens) and read_numeral(line, at) is not None


def _opening_currency(line: Line, at: int) -> tuple[str, Decimal, int] | None:
    """Read a currency that stands before its number: code, factor, where the number starts."""
    if not 0 <= at < len(line.tokens):
        return None
    found = currency_at(line, at)
    if found is not None and _opens_money(line, at, found.last):
        return found.key, _ONE, found.last
    millions = _million_code(line, at)
    if millions is not None and line.is_number(at + 1):
        return millions, _MILLION, at + 1
    return None


def _opens_money(line: Line, at: int, last: int) -> bool:
    """Refuse letters that are no currency here: a noun before a number, or part of a name."""
    if line.gap(last) > 2 or not (line.is_number(last) or _is_number_word(line, last)):
        return False
    written = line.text[line.tokens[at].start : line.tokens[last - 1].end]
    if written not in currency_symbols():
        return at == 0 and line.is_number(last)
    if not written.isalpha():
        return True
    if line.touches(at) and line.is_word(at - 1):
        return False
    if written == "PS":  # a pound sign lost in transmission; "PS5" is a name
        return line.touches(last) and (line.is_word(last + 1) or len(line.raw(last)) > 1)
    return written == "rs" or len(written) > 2 or not written.islower()


def _million_code(line: Line, at: int) -> str | None:
    """Return the code of "MUSD": millions of it."""
    raw = line.raw(at)
    if len(raw) == 4 and raw[0] == "M" and raw.isupper():
        return currency_symbols().get(raw[1:])
    return None


def _money(line: Line, numeral: Numeral, code: str, factor: Decimal) -> Figure:
    """Finish an amount whose currency stands before the number ("$76 US", "$ 10 dollars")."""
    last = numeral.last
    named = currency_at(line, last)
    if code == "USD" and line.raw(last) in ("US", "U.S.", "USD", "usd"):
        last += 1
    elif named is not None and named.key in (code, "USD") and not line.is_number(named.last):
        last = named.last
    return _amount(numeral, code, factor, last)


def _amount(numeral: Numeral, code: str, factor: Decimal, last: int) -> Figure:
    return Figure(
        numeral.first,
        last,
        "money",
        times(numeral.low, factor),
        times(numeral.high, factor),
        times(numeral.step, factor),
        code,
        numeral.scale,
        numeral.form,
    )


def _measured(line: Line, numeral: Numeral) -> Figure:
    """Finish a number by the currency or unit that follows it, if any."""
    at = numeral.last
    hyphen = line.word(at) in HYPHENS and line.touches(at) and line.touches(at + 1)
    after = at + 1 if hyphen else at
    if numeral.form == "fraction" or (numeral.step < 1 and numeral.form != "digits"):
        after = _after_article(line, after)
    if numeral.form == "vague" and line.word(after) == "of":
        after += 1
    bracket = line.word(after) in ("[", "<", "{")
    if bracket:
        after += 1
    unit = unit_at(line, after)
    found = _currency_after(line, numeral, after)
    if found is not None and (unit is None or unit.last <= found.last or found.cents):
        return _pounds(line, _amount(numeral, found.key, found.factor, found.last), after)
    if unit is None and line.word(after) in _EXTRA and not hyphen:
        after += 1
        unit = unit_at(line, after)
        unit = unit if unit is not None and len(line.word(after)) > 3 else None
    if unit is not None and fits_unit(line, numeral, after, unit):
        if bracket and line.word(unit.last) in ("]", ">", "}", ")"):
            unit = msgspec.structs.replace(unit, last=unit.last + 1)
        return _in_unit(numeral, unit)
    kind: QuantityKind = "fraction" if numeral.form == "fraction" else "count"
    return Figure(
        numeral.first,
        at,
        kind,
        numeral.low,
        numeral.high,
        numeral.step,
        "",
        numeral.scale,
        numeral.form,
        hyphen=hyphen,
    )


_EXTRA = frozenset(
    (
        "more additional extra further full straight consecutive long less whole successive "
        "fewer solid calendar working short"
    ).split()
)


def _after_article(line: Line, at: int) -> int:
    """Step over the "an" of "half an hour" and the "of an" of "a quarter of an hour"."""
    if line.word(at) == "of":
        return at + 2 if line.word(at + 1) in ("a", "an") else at + 1
    if line.word(at) in ("a", "an"):
        return at + 2 if line.word(at + 1) in HYPHENS else at + 1
    return at


def _currency_after(line: Line, numeral: Numeral, at: int) -> Found | None:
    found = currency_at(line, at)
    if found is not None and fits_currency(line, numeral, at, found):
        scale = _scale_after_code(line, found)
        return found if scale is None else scale
    cents = cents_at(line, at)
    if cents is not None and fits_currency(line, numeral, at, cents):
        return cents
    code = _million_code(line, at)
    if code is not None:
        return Found(code, at + 1, _MILLION)
    return None


def _scale_after_code(line: Line, found: Found) -> Found | None:
    """Read the "million" of "75 USD million"."""
    scale = {"million": _MILLION, "billion": Decimal(10**9)}.get(line.word(found.last))
    if scale is None or not line.raw(found.last - 1).isupper():
        return None
    return Found(found.key, found.last + 1, scale)


def _pounds(line: Line, figure: Figure, at: int) -> Figure:
    """Turn pounds that weigh into pounds of mass."""
    if (
        figure.unit == "GBP"
        and line.word(at).startswith("pound")
        and is_mass(line, figure.first, at)
    ):
        return msgspec.structs.replace(figure, kind="measure", unit="lb")
    return figure


def _in_unit(numeral: Numeral, unit: Found) -> Figure:
    return Figure(
        numeral.first,
        unit.last,
        units()[unit.key].kind,
        numeral.low,
        numeral.high,
        numeral.step,
        unit.key,
        numeral.scale,
        numeral.form,
    )
