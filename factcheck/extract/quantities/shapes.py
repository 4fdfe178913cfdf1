"""Figures of more than one number: ranges, scores, ratios, sums of units, multipliers."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from factcheck.extract.quantities.digits import divided, plain, times
from factcheck.extract.quantities.figures import Figure, read_figure
from factcheck.extract.quantities.heads import counted_noun
from factcheck.extract.quantities.line import Line
from factcheck.extract.quantities.numerals import read_numeral
from factcheck.vocabulary.context import context
from factcheck.vocabulary.numbers import numbers
from factcheck.vocabulary.units import units

_HYPHENS = frozenset("-–—~‑−")
_LINKS = frozenset(("to", "through", "and", "or", "till", "until"))
_ONE = Decimal(1)
_RESULTS = frozenset(
    (
        "win victory defeat draw lead vote loss majority scoreline triumph thrashing rout score "
        "wins down up ahead ruling decision split"
    ).split()
)
_PLAYED = frozenset(
    (
        "won lost beat beating win winning lose losing drew voted vote lead led leading "
        "trailing trailed defeat defeated victory finished draw drawn score at passed rejected "
        "split ruled tied level"
    ).split()
)


def read_shape(line: Line, at: int) -> tuple[Figure, ...]:
    """Read the longest figure that starts with the token `at`; two where a change names both ends.

    Empty where none starts.
    """
    special = _multiplier(line, at)
    if special is not None:
        return (special,)
    first = read_figure(line, at)
    if first is None:
        return ()
    ratio = _ratio(line, first)
    if ratio is not None:
        return (ratio,)
    first = _summed(line, first)
    times_more = _times(line, first)
    if times_more is not None:
        return (times_more,)
    return _ranged(line, first)


# --- multipliers and ratios ------------------------------------------------------------------


def _multiplier(line: Line, at: int) -> Figure | None:
    table, word = numbers(), line.lower[at]
    value = table.multipliers.get(word)
    if value is not None and word != "halves":
        return Figure(at, at + 1, "multiplier", value, value, _ONE, form="words")
    value = table.factors.get(word)
    if value is not None and line.word(at + 1) in _FACTOR_OF:
        return Figure(at, at + 1, "multiplier", value, value, _ONE, form="words")
    return None


_FACTOR_OF = frozenset("the as that its their his her what those this".split())
_TIMES_OF = frozenset(
    (
        "as the more higher that larger bigger greater earnings its book their faster what "
        "longer better less lower over sales profits likelier worse cheaper smaller those this "
        "his her our your"
    ).split()
)


def _times(line: Line, figure: Figure) -> Figure | None:
    """Read "three times as many" and "10-fold" as factors, "three times" as a frequency."""
    if figure.kind != "count" or figure.form in ("vague", "fraction"):
        return None
    at = figure.last + 1 if figure.hyphen else figure.last
    if line.word(at) == "fold":
        return msgspec.structs.replace(figure, last=at + 1, kind="multiplier", hyphen=False)
    if line.word(at) not in ("times", "x") or (line.word(at) == "x" and not line.touches(at)):
        return None
    if line.word(at + 1) in _TIMES_OF or line.word(at) == "x":
        return msgspec.structs.replace(figure, last=at + 1, kind="multiplier", hyphen=False)
    return msgspec.structs.replace(figure, last=at + 1, kind="frequency", hyphen=False)


def _ratio(line: Line, first: Figure) -> Figure | None:
    """Read "one in five", "two out of three", "1 over 20" and "3:1"."""
    if (
        first.kind != "count"
        or first.low != plain(first.low)
        or first.form in ("vague", "fraction")
    ):
        return None
    at = first.last
    if line.word(at) == ":" and line.touches(at) and line.touches(at + 1):
        return None
    if line.word(at) == "out" and line.word(at + 1) in ("of", "or"):
        at += 2
    elif line.word(at) in ("in", "over") and (line.word(at) == "in" or first.low == 1):
        at += 1
        if line.word(at) == "every":
            at += 1
    else:
        return None
    if at >= len(line.tokens) or line.word(at) in ("a", "an"):
        return None
    second = read_numeral(line, at)
    if second is None or second.form in ("vague", "fraction") or not first.low < second.low:
        return None
    digits = line.raw(at)
    if (
        line.word(at - 1) == "in"
        and len(digits) == 4
        and digits.isdigit()
        and digits[:2] in ("19", "20")
    ):
        return None
    return Figure(
        first.first,
        second.last,
        "ratio",
        divided(first.low, second.low),
        divided(first.high, second.low),
        divided(_ONE, second.low),
        form=first.form,
    )


# --- sums of units ---------------------------------------------------------------------------


def _summed(line: Line, first: Figure) -> Figure:
    """Join "five feet two inches", "3 dollars 50 cents" and "an hour and a half" into one."""
    total = first
    for _ in range(3):
        following = _next_part(line, total)
        if following is None:
            return total
        total = following
    return total


def _next_part(line: Line, total: Figure) -> Figure | None:
    if total.kind not in ("measure", "duration", "money") or total.form == "vague":
        return None
    at = total.last
    joined = line.word(at) == "and"
    comma = line.word(at) == ","
    after = at + 1 if joined or comma else at
    if comma and line.word(after) == "and":
        after += 1
    if after >= len(line.tokens) or line.word(after) in ("-", "+", "minus"):
        return None
    if joined and line.word(after) in ("a", "half"):
        return _and_a_half(line, total, after)
    part = read_figure(line, after)
    if part is None or part.form in ("vague", "article"):
        return None
    if total.kind == "money":
        return _with_cents(line, total, part, comma=comma)
    return _smaller_unit(total, part, comma=comma)


def _and_a_half(line: Line, total: Figure, at: int) -> Figure | None:
    half = at + 1 if line.word(at) == "a" else at
    if line.word(half) not in ("half", "quarter") or total.kind != "duration":
        return None
    part = Decimal("0.5") if line.word(half) == "half" else Decimal("0.25")
    return msgspec.structs.replace(
        total, last=half + 1, low=total.low + part, high=total.high + part, step=part
    )


def _with_cents(line: Line, total: Figure, part: Figure, *, comma: bool) -> Figure | None:
    spelled = not comma and part.kind == "money" and line.is_word(part.last - 1)
    if not spelled or part.low >= 1 or total.scale != 1 or total.low != plain(total.low):
        return None
    if line.tokens[total.last - 1].kind == "number":
        return None
    value = total.low + part.low
    return msgspec.structs.replace(
        total, last=part.last, low=value, high=value, step=Decimal("0.01")
    )


def _smaller_unit(total: Figure, part: Figure, *, comma: bool) -> Figure | None:
    known = units()
    one, other = known.get(total.unit), known.get(part.unit)
    if one is None or other is None or one.dimension != other.dimension:
        return None
    if not one.factor > other.factor or (comma and one.dimension != "length"):
        return None
    value = divided(times(total.low, one.factor), other.factor) + part.low
    return msgspec.structs.replace(
        part, first=total.first, low=value, high=value, kind=total.kind, scale=_ONE
    )


# --- ranges ----------------------------------------------------------------------------------


def _ranged(line: Line, first: Figure) -> tuple[Figure, ...]:
    at = first.last
    link = line.word(at)
    hyphen = link in _HYPHENS
    if not hyphen and link not in _LINKS:
        return (first,)
    if hyphen and not (line.touches(at) == line.touches(at + 1)):
        return (first,)
    after = at + 1
    if hyphen and line.word(after) == "to" and line.word(after + 1) in _HYPHENS:
        link, hyphen, after = "to", False, after + 1
    if not hyphen and line.word(after) == "-" and line.touches(after + 1):
        after += 1
    if after >= len(line.tokens) or not _is_linked(line, first, link):
        return (first,)
    if hyphen and line.is_word(after) and not line.is_number(first.first) and line.touches(after):
        return (first,)
    second = read_figure(line, after)
    if second is None or second.form == "vague" or first.form == "vague":
        return (first,)
    if link == "to" and line.word(second.last) in _HYPHENS:
        second = (_ranged(line, second) or (second,))[0]
    if hyphen:
        score = _score(line, first, second)
        if score is not None:
            return score
    return _joined(line, first, second, hyphen=hyphen)


def _is_linked(line: Line, first: Figure, link: str) -> bool:
    before = _before(line, first)
    if link == "and":
        return before == "between"
    if link == "or":
        return first.kind in ("count", "money") and first.form != "fraction" and first.low < 1000
    return True


def _before(line: Line, first: Figure) -> str:
    word = line.word(first.first - 1)
    if word in ("about", "around", "roughly", "just", "some", "the"):
        return line.word(first.first - 2)
    return word


def _score(line: Line, first: Figure, second: Figure) -> tuple[Figure, ...] | None:
    if first.kind != "count" or second.kind != "count" or line.touches(first.last) is False:
        return None
    if first.scale != 1 or second.scale != 1 or not _plain_digits(line, first, second):
        return None
    low, high, before = first.low, second.low, line.word(first.first - 1)
    after = line.word(second.last)
    if line.word(second.last) == "-" and line.is_number(second.last + 1):
        return ()
    if line.raw(second.first).startswith("0") and second.low > 0:
        return ()
    played = after in _RESULTS or before in _PLAYED
    if low > 1500 or (low >= high and low >= 1000) or (not played and low < high):
        return None
    return (
        msgspec.structs.replace(
            first, last=second.last, kind="score", low=low, high=high, range=True, hyphen=False
        ),
    )


def _plain_digits(line: Line, first: Figure, second: Figure) -> bool:
    return line.raw(first.first).isdigit() and line.raw(second.first).isdigit()


def _joined(line: Line, first: Figure, second: Figure, *, hyphen: bool) -> tuple[Figure, ...]:
    """Join two ends into a range, or hand back both where the words tell of a change."""
    if not _same_measure(line, first, second, hyphen=hyphen):
        return (first,)
    lent = _lend(first, second, hyphen=hyphen)
    if not hyphen and line.word(first.last) == "to" and _changes(line, first):
        if not second.unit and first.unit:
            second = msgspec.structs.replace(second, unit=first.unit, kind=first.kind)
        return (lent, second)
    ordered = lent.low < second.high
    if not ordered or (line.word(first.last) == "or" and not _neighbours(lent, second)):
        if line.word(_from(line, first)) != "from":
            return (first,)
        if not second.unit:
            second = msgspec.structs.replace(second, unit=first.unit, kind=first.kind)
        return (lent, second)
    if not second.unit and first.unit:
        second = msgspec.structs.replace(second, unit=first.unit, kind=first.kind)
    return (
        msgspec.structs.replace(
            second, first=first.first, low=lent.low, high=second.high, step=second.step, range=True
        ),
    )


def _neighbours(first: Figure, second: Figure) -> bool:
    return second.low - first.low <= max(first.low, _ONE * 2)


def _same_measure(line: Line, first: Figure, second: Figure, *, hyphen: bool) -> bool:
    if first.unit == second.unit:
        return first.kind == second.kind or "count" in (first.kind, second.kind)
    if not first.unit and first.kind == "count":
        return first.form != "article" and not _counts_noun(line, first)
    if second.unit or second.kind != "count":
        return False
    if hyphen or first.kind == "money":
        return True
    return line.word(_from(line, first)) == "from" and not _counts_noun(line, second)


def _counts_noun(line: Line, first: Figure) -> bool:
    return bool(counted_noun(line, first.last, one=False)[0])


def _lend(first: Figure, second: Figure, *, hyphen: bool) -> Figure:
    """Give the first end the unit of the second, and its scale where that keeps the order."""
    if not first.unit:
        first = msgspec.structs.replace(first, unit=second.unit, kind=second.kind)
    if first.scale == 1 and second.scale > 1 and first.form != "article":
        if first.low < divided(second.low, second.scale):
            scale = second.scale
            return _scaled(first, scale)
    thousand = Decimal(1000)
    if hyphen and second.scale == 1 == first.scale and first.low < 1000 <= second.low:
        if times(first.low, thousand) < second.low and second.low % thousand == 0:
            return _scaled(first, thousand)
    return first


def _scaled(figure: Figure, scale: Decimal) -> Figure:
    return msgspec.structs.replace(
        figure,
        low=times(figure.low, scale),
        high=times(figure.high, scale),
        step=times(figure.step, scale),
        scale=scale,
    )


def _from(line: Line, first: Figure) -> int:
    at = first.first - 1
    return at - 1 if line.word(at) in ("about", "around", "roughly", "just", "some") else at


def _changes(line: Line, first: Figure) -> bool:
    """Say whether a word of change stands right before "from A to B" or "A to B"."""
    table = context().changes
    start = first.first - 1
    explicit = bool(first.unit) or line.word(_from(line, first)) in ("from", "by")
    for at in range(start, max(start - 5, -1), -1):
        word = line.word(at)
        if word in (",", ";", ":", "range", "ranges", "ranging", "ranged", "between"):
            return False
        if word in table:
            return explicit
    return False
