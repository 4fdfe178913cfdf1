"""Figures of more than one number: ranges, scores, ratios, sums of units, multipliers."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from factcheck.extract.quantities.digits import divided, times
from factcheck.extract.quantities.figures import Figure, read_figure
from factcheck.extract.quantities.heads import counted_noun
from factcheck.extract.quantities.line import Line
from factcheck.extract.quantities.numerals import read_numeral
from factcheck.extract.quantities.ranges import ranged
from factcheck.extract.quantities.written import is_rating
from factcheck.vocabulary.context import context
from factcheck.vocabulary.numbers import numbers
from factcheck.vocabulary.units import units

_HYPHENS = frozenset("-–—~‑−")
_LINKS = frozenset(("to", "through", "and", "or", "till", "until"))
_ONE = Decimal(1)
_RATIOS = frozenset(("ratio", "odds", "majority", "outnumbered", "margin"))
DECIDED = 7  # tokens between a verb of playing or voting and the result
_DECIDED = frozenset(
    (
        "won win beat beating lost defeated drew voted vote votes passed approved rejected ruled "
        "led trailed adopted backed carried defeat victory score tally"
    ).split()
)
_VOTES = frozenset(("vote", "votes"))
_RESULTS = frozenset("vote win victory defeat loss lead ruling decision majority".split())


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
    whole = _rating(line, first) or _vote(line, first) or _ratio(line, first)
    if whole is not None:
        return (whole,)
    first = summed(line, first)
    factor = _times(line, first)
    found = (factor,) if factor is not None else ranged(line, first)
    more = _times(line, found[0]) if len(found) == 1 else None
    return found if more is None else (more,)


def _rating(line: Line, first: Figure) -> Figure | None:
    if not is_rating(line, first.last, first.low):
        return None
    most = Decimal(line.raw(first.last + 1))
    return msgspec.structs.replace(first, last=first.last + 2, kind="score", high=most)


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


def _vote(line: Line, first: Figure) -> Figure | None:
    """Read "by 31 votes to 22", "voted 52 to 48" and "won 3 to 1" as results of two numbers."""
    at = first.last
    counted = line.word(at) in _VOTES
    at += counted
    bound = line.word(at) in _HYPHENS and line.word(at + 2) in _HYPHENS  # "a 31-to-22 vote"
    at += bound
    if line.word(at) != "to" or first.kind != "count" or not line.is_number(first.first):
        return None
    after = at + 1 + bound
    second = read_figure(line, after) if after < len(line.tokens) else None
    if second is None or second.kind != "count" or not line.is_number(second.first):
        return None
    if second.scale != 1 or first.scale != 1 or second.step < 1 or second.hyphen:
        return None
    if not (counted or _is_result(line, first, second)) or _counts_more(line, second.last):
        return None
    last = second.last + (line.word(second.last) == "votes")
    return msgspec.structs.replace(first, last=last, kind="score", high=second.low, hyphen=False)


def _is_result(line: Line, first: Figure, second: Figure) -> bool:
    """Say whether "217 to 215" follows a verb of playing or voting, or ends a phrase with "by"."""
    before = line.lower[max(first.first - DECIDED, 0) : first.first]
    if line.word(second.last) in _RESULTS:
        return True
    if not before or before[-1] == "from":
        return False
    if not _DECIDED.isdisjoint(before):
        return first.low >= second.low or "voted" in before
    moved = not context().changes.keys().isdisjoint(before)
    return before[-1] == "by" and not moved and not line.is_word(second.last)


def _counts_more(line: Line, at: int) -> bool:
    """Say whether the number that ends at `at` counts a noun: "31 votes to 22 candidates"."""
    return line.word(at) not in _VOTES and bool(counted_noun(line, at, one=False)[0])


def _ratio(line: Line, first: Figure) -> Figure | None:
    """Read "one in five", "two out of three", "1 over 20" and "a ratio of 3:1"."""
    whole = first.kind == "count" and first.form in ("digits", "words") and first.step >= 1
    at = _denominator(line, first) if whole else 0
    second = read_numeral(line, at) if 0 < at < len(line.tokens) else None
    if second is None or second.form not in ("digits", "words", "article"):
        return None
    odds = line.word(at - 1) == ":"
    if not (first.low < second.low or (odds and second.low > 0)) or _is_year(line, at):
        return None
    value = divided(first.low, second.low)
    step = divided(_ONE, second.low)
    return Figure(first.first, second.last, "ratio", value, value, step, form=first.form)


def _denominator(line: Line, first: Figure) -> int:
    """Return where the second number of a ratio may stand; 0 where nothing announces one."""
    at = first.last
    word = line.word(at)
    if word == ":" and line.touches(at) and line.touches(at + 1):
        return at + 1 if _RATIOS.intersection(line.lower[max(at - 5, 0) : at]) else 0
    if (word, line.word(at + 1)) in (("out", "of"), ("of", "every")):
        at += 2
    elif word == "in" or (word == "over" and first.low == 1):
        at += 2 if line.word(at + 1) == "every" else 1
    else:
        return 0
    return 0 if line.word(at) in ("a", "an") and line.word(at - 1) != "of" else at


def _is_year(line: Line, at: int) -> bool:
    text = line.raw(at)
    return line.word(at - 1) == "in" and len(text) == 4 and text[:2] in ("19", "20")


# --- sums of units ---------------------------------------------------------------------------


def summed(line: Line, first: Figure) -> Figure:
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
    whole = total.scale == 1 and total.step == 1 and not line.is_number(total.last - 1)
    if comma or not whole:
        return None
    cents = part.low if part.kind == "money" and line.is_word(part.last - 1) else Decimal(1)
    named = line.is_word(total.last - 1)
    if named and part.kind == "count" and part.step == 1 and 10 <= part.low < 100:
        cents = Decimal(1) if line.is_word(part.last) else part.low / 100
    if cents >= 1:
        return None
    value = total.low + cents
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
