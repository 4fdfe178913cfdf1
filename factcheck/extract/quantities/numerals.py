"""The number grammar: digits, number words and fractions to exact decimals.

A numeral is the bare number with its scale word; what it counts or measures is no business of
this module. Every reader takes a position and answers with a numeral or None; none looks further
than a few tokens, so that reading a sentence is linear in its length.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import Literal

import msgspec

from factcheck.extract.quantities.line import Line
from factcheck.vocabulary.numbers import numbers

Form = Literal["digits", "words", "article", "vague", "fraction", "ordinal"]

MAX_DIGITS = 40
MAX_EXPONENT = 30
_EXACT = Context(prec=MAX_DIGITS)
_WIDE = Context(prec=MAX_DIGITS + 2 * MAX_EXPONENT)
_HYPHENS = frozenset("-–—‑")

GROUPED = re.compile(r"[0-9]{1,3}+(?:,[0-9]{3}){1,12}+(?:\.[0-9]{1,15}+)?+")
INDIAN = re.compile(r"[0-9]{1,2}+(?:,[0-9]{2}){1,8},[0-9]{3}(?:\.[0-9]{1,15}+)?+")
CONTINENTAL = re.compile(
    r"[0-9]{1,3}+(?:\.[0-9]{3}){2,12}+|[0-9]{1,3}+(?:\.[0-9]{3}){1,12}+,[0-9]{1,2}+"
)
COMMA = re.compile(r"[0-9]{1,15}+,[0-9]{1,2}+")


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
    return number.normalize(_EXACT)


def times(one: Decimal, other: Decimal) -> Decimal:
    """Multiply exactly within the digits we keep."""
    return _EXACT.multiply(one, other)


def divided(one: Decimal, other: Decimal) -> Decimal:
    """Divide to the digits we keep."""
    return _EXACT.divide(one, other)


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
        return _fraction(line, at) or _words(line, at)
    if word in table.denominators:
        return _fraction(line, at)
    return None


_VAGUE_OPENERS = frozenset(("several", "many", "few", "a", "multi", "countless", "untold"))
_WORD_OPENERS = frozenset(("a", "an"))


# --- digits ----------------------------------------------------------------------------------


def _digits(line: Line, at: int, *, money: bool) -> Numeral | None:
    parsed = parse_digits(line.tokens[at].text)
    if parsed is None:
        return None
    value, step, last = _grouped_by_blanks(line, at, *parsed)
    power = _power(line, last)
    if power is not None:
        factor, last = power
        return Numeral(at, last, times(value, factor), times(value, factor), times(step, factor))
    mixed = _mixed(line, last, value)
    if mixed is not None:
        value, step, last = mixed
    scale, last = _scales(line, last, money=money)
    plain = Numeral(at, last, times(value, scale), times(value, scale), times(step, scale), scale)
    return _and_more(line, plain)


def _grouped_by_blanks(
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
        return Decimal(text), Decimal(1), last
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


_AFTER_DECIMAL = frozenset(
    ("%", "percent", "per", "percentage", "point", "points", "times", "cents")
)


def _power(line: Line, at: int) -> tuple[Decimal, int] | None:
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
    return _EXACT.power(base[0], Decimal(exponent - 1)), power[1]


def _exponent(line: Line, at: int) -> tuple[Decimal, int] | None:
    sign = -1 if line.word(at) in ("-", "−") else 1
    if sign < 0 or line.word(at) == "+":
        at += 1
    text = line.raw(at)
    if not (line.touches(at) and text.isdigit() and len(text) <= 2 and int(text) <= MAX_EXPONENT):
        return None
    return Decimal(1).scaleb(sign * int(text)), at + 1


def _mixed(line: Line, at: int, whole: Decimal) -> tuple[Decimal, Decimal, int] | None:
    """Read the rest of "2½", "2 1/2", "1/2" or "5 and a half" after its first number."""
    sign = numbers().signs.get(line.word(at))
    if sign is not None:
        part = divided(*sign)
        return whole + part, part, at + 1
    if line.word(at) == "/" and line.touches(at) and line.touches(at + 1):
        return _slashed(line, at, whole, Decimal(0))
    if line.is_number(at) and line.word(at + 1) == "/" and line.raw(at).isdigit():
        if len(line.raw(at)) > 3:
            return None
        return _slashed(line, at + 1, Decimal(line.raw(at)), whole)
    return _and_a_half(line, at, whole) if line.word(at) == "and" else None


def _slashed(
    line: Line, at: int, numerator: Decimal, whole: Decimal
) -> tuple[Decimal, Decimal, int] | None:
    bottom = line.raw(at + 1)
    if line.word(at + 2) == "/" or not (bottom.isdigit() and len(bottom) <= 4):
        return None
    if int(bottom) < 2 or numerator >= int(bottom) or numerator == 0:
        return None
    part = divided(numerator, Decimal(bottom))
    return whole + part, divided(Decimal(1), Decimal(bottom)), at + 2


def _and_a_half(line: Line, at: int, whole: Decimal) -> tuple[Decimal, Decimal, int] | None:
    share = _share(line, at + 1)
    if share is None and line.word(at + 1) == "quarter":
        share = Decimal("0.25"), at + 2
    if share is None:
        return None
    part, last = share
    return whole + part, part, last


def _scales(line: Line, at: int, *, money: bool) -> tuple[Decimal, int]:
    """Read the scale words and letters from `at` on: their product and where they end."""
    table, scale = numbers(), Decimal(1)
    start = at
    while at - start < 6:
        hyphen = line.word(at) in _HYPHENS and line.touches(at) and line.touches(at + 1)
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
        if letters == "K" and ("°" in line.text or "kelvin" in line.lower):
            return scale, at
        return table.suffixes[letters], at + 1
    if letters in table.doubtful and (money or _is_scale(line, at)):
        return table.doubtful[letters], at + 1
    return scale, at


_LENGTHS = frozenset(
    (
        "tall",
        "long",
        "wide",
        "high",
        "deep",
        "away",
        "above",
        "below",
        "swim",
        "race",
        "sprint",
        "run",
    )
    + ("in", "from", "to", "and", "of", "off", "at", "by", "or", "on", "under", "apart", "across")
    + ("thick", "diameter", "radius", "height", "depth", "length", "relay", "hurdles", "freestyle")
    + ("per", "a", "an", "the", "is", "was", "with", "for", "but", "as", "into", "before", "after")
)


_COUNTED = frozenset(
    ("population", "audience", "readership", "workforce", "turnover", "profit", "profits", "sales")
    + (
        "revenue",
        "revenues",
        "viewers",
        "users",
        "losses",
        "debt",
        "debts",
        "circulation",
        "people",
    )
    + ("subscribers", "customers", "earnings", "exports", "imports", "downloads", "worth")
)


def _is_scale(line: Line, at: int) -> bool:
    """Say whether "m" or "b" after digits is a scale: it touches them and a counted noun follows."""
    if not line.touches(at):
        return False
    if line.raw(at) in ("b", "B"):
        return True
    follower = line.word(at + 1)
    if line.raw(at) == "m" and _COUNTED.intersection(line.lower[max(at - 5, 0) : at - 1]):
        return True
    return line.raw(at) == "m" and follower not in _LENGTHS and line.is_word(at + 1)


# --- words -----------------------------------------------------------------------------------


def _small(line: Line, at: int) -> tuple[int, int] | None:
    """Read a number below a hundred in words: "twenty", "twenty-two", "seven"."""
    table = numbers()
    value = table.small.get(line.word(at))
    if value is None:
        return None
    if line.word(at) not in table.tens:
        return value, at + 1
    after = at + 2 if line.word(at + 1) in _HYPHENS else at + 1
    unit = table.small.get(line.word(after), 0)
    if 0 < unit < 10 and not _opens_scaled_compound(line, after):
        return value + unit, after + 1
    return value, at + 1


def _opens_scaled_compound(line: Line, at: int) -> bool:
    """Say whether a hyphen binds the token to what follows: "twenty four-door cars"."""
    return (
        line.word(at + 1) in _HYPHENS
        and line.touches(at + 1)
        and line.touches(at + 2)
        and line.word(at - 1) not in _HYPHENS
    )


def _group(line: Line, at: int, *, between: bool) -> tuple[int, int, int] | None:
    """Read a number below a thousand in words: its value, its step and where it ends."""
    small = _small(line, at)
    if small is None:
        return None
    value, last = small
    if line.word(last) in _HYPHENS and line.word(last + 1) == "hundred":
        last += 1
    if line.word(last) != "hundred" or value >= 100:
        return value, 1, last
    value, last = value * 100, last + 1
    after = last + 1 if line.word(last) == "and" else last
    rest = None if between and after > last else _small(line, after) or _two_digits(line, after)
    if rest is None or rest[0] == 0 or line.word(rest[1]) == "hundred":
        return value, 100, last
    if after > last and _is_denominator(line, rest[1]):
        return value, 100, last
    return value + rest[0], 1, rest[1]


def _is_denominator(line: Line, at: int) -> bool:
    """Say whether the token at `at` is a plural denominator: the "quarters" of a fraction."""
    if line.word(at) in _HYPHENS:
        at += 1
    return line.word(at).endswith("s") and line.word(at) in numbers().denominators


def _two_digits(line: Line, at: int) -> tuple[int, int] | None:
    """Read the 21 of "three hundred and 21"."""
    text = line.raw(at)
    if line.word(at - 1) == "and" and len(text) <= 2 and line.is_number(at) and text.isdigit():
        return int(text), at + 1
    return None


def _words(line: Line, at: int) -> Numeral | None:
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
        group = _group(line, at, between=between)
        if group is None:
            return None
        value, step, last = group
    return _sum(line, at, (Decimal(value), Decimal(step), last), between=between)


def _sum(line: Line, at: int, group: tuple[Decimal, Decimal, int], *, between: bool) -> Numeral:
    """Add up "one million two hundred thousand and six" from its first group on."""
    value, step, last = group
    value, step, last = _pointed(line, value, step, last)
    mixed = _mixed(line, last, value) if last > at and not between else None
    if mixed is not None:
        value, step, last = mixed
    scale, last = _scales(line, last, money=False)
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
            small = _small(line, at + 1) if line.word(at + 1) in numbers().small else None
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
        half = _and_a_half(line, at, Decimal(0)) if line.word(at) == "and" else None
        if half is not None:
            scale, last = _scales(line, half[2], money=False)
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
    total = _EXACT.add(numeral.low, value)
    return Numeral(numeral.first, last, total, total, step, Decimal(1), numeral.form)


def _next_group(line: Line, at: int, *, joined: bool) -> tuple[Decimal, Decimal, int] | None:
    if line.is_number(at):
        text = line.raw(at)
        if not (text.isdigit() and len(text) <= 3) or int(text) == 0:
            return None
        scale, last = _scales(line, at + 1, money=False)
        if scale == 1 and not (joined and int(text) < 100):
            return None
        return Decimal(text), scale, last
    group = _group(line, at, between=False)
    if group is None or group[0] == 0 or _is_denominator(line, group[2]):
        return None
    scale, last = _scales(line, group[2], money=False)
    return Decimal(group[0]), scale, last


# --- fractions -------------------------------------------------------------------------------


def _sign(line: Line, at: int) -> Numeral:
    part = divided(*numbers().signs[line.word(at)])
    scale, last = _scales(line, at + 1, money=False)
    return Numeral(
        at, last, times(part, scale), times(part, scale), times(part, scale), scale, "fraction"
    )


def _share(line: Line, at: int) -> tuple[Decimal, int] | None:
    """Read "a half", "two-thirds", "one quarter" or "half"; no "third" that may be an ordinal."""
    table = numbers()
    word = line.word(at)
    if word == "half":
        return Decimal("0.5"), at + 1
    if word in ("a", "an", "one"):
        top, after = 1, at + 1
    else:
        small = _small(line, at) if word in table.small else None
        if small is None:
            return None
        top, after = small
    if line.word(after) in _HYPHENS:
        after += 1
    tens = table.small[line.word(after)] if line.word(after) in table.tens else 0
    if tens and line.word(after + 1) in _HYPHENS and line.touches(after + 1):
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
    ("of", "to", "from", "in", "since", "more", "less", "higher", "lower", "and", "or", "the")
    + ("are", "were", "is", "was", "have", "had", "has", "said", "say", "on", "by", "between")
    + ("as", "that", "this", "said", "did", "do", "would", "will", "million", "billion", "compared")
    + ("fewer", "bigger", "smaller", "larger", "cheaper", "faster", "longer", "greater", "off")
)


def _ends_share(line: Line, at: int) -> bool:
    """Say whether what follows "a third" makes it a share, not the third of a row."""
    return line.word(at) in _AFTER_SHARE or (not line.is_word(at) and line.word(at) not in _HYPHENS)


def _fraction(line: Line, at: int) -> Numeral | None:
    share = _share(line, at)
    if share is None:
        return None
    part, last = share
    after = last
    while line.word(after) in _HYPHENS or line.word(after) in ("of", "a"):
        after += 1
        if after - last > 3:
            break
    scale, end = (Decimal(1), last)
    if line.word(after) in numbers().scales and not line.word(after).endswith("s"):
        scale, end = _scales(line, after, money=False)
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
            if line.word(at) != "few":
                return None
            at += 1
        elif line.word(start) == "multi" and line.word(at) in _HYPHENS:
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


# --- ordinals --------------------------------------------------------------------------------


def read_ordinal(line: Line, at: int) -> Numeral | None:
    """Read "22nd", "third" or "twenty-first" at the token `at`."""
    table, word = numbers(), line.lower[at]
    if line.tokens[at].kind == "number":
        if line.word(at + 1) in ("st", "nd", "rd", "th") and line.touches(at + 1):
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
    cardinal = _words(line, at)
    if cardinal is None:
        return None
    last = cardinal.last
    if line.word(last) in _HYPHENS or line.word(last) == "and":
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
