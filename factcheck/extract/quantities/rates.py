"""The denominator of a rate: "a year", "per 100,000 people", "/hour", "annually"."""

from __future__ import annotations

from factcheck.extract.quantities.digits import plain
from factcheck.extract.quantities.heads import counted_noun
from factcheck.extract.quantities.line import Line
from factcheck.extract.quantities.names import unit_at
from factcheck.extract.quantities.numerals import read_numeral
from factcheck.vocabulary.nouns import nouns, singular
from factcheck.vocabulary.numbers import numbers

_ADVERBS = {
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
    "nightly": "night",
}
_ARTICLES = frozenset(("a", "an", "each", "every"))
_EACH = frozenset(
    (
        "share head person night game seat piece ticket copy unit household family child "
        "student pupil patient worker dozen bottle pack packet pound customer member vote pop "
        "time match season"
    ).split()
)


def rate_at(line: Line, at: int) -> tuple[str, int]:
    """Return the denominator that starts at the token `at` and where it ends; empty if none."""
    word = line.word(at)
    if word in _ADVERBS:
        return _ADVERBS[word], at + 1
    if word == "per" or (word == "/" and line.is_word(at + 1) and line.touches(at + 1)):
        return _named(line, at + 1)
    if word in ("-", "–") and line.word(at + 1) in ("a", "per") and line.word(at + 2) in ("-", "–"):
        return _named(line, at + 3)
    if word in _ARTICLES:
        return _after_article(line, at + 1, every=word in ("each", "every"))
    if word == "for" and line.word(at + 1) in ("each", "every"):
        return _named(line, at + 2)
    return "", at


def _after_article(line: Line, at: int, *, every: bool) -> tuple[str, int]:
    unit = unit_at(line, at)
    if unit is not None and (len(line.word(at)) > 3 or line.word(at) == "day"):
        if line.word(unit.last) in ("ago", "later", "earlier", "before", "after") and not every:
            return "", at
        return unit.key, unit.last
    if line.word(at) in _EACH:
        return line.word(at), at + 1
    return "", at


def _named(line: Line, at: int) -> tuple[str, int]:
    """Read what follows "per": a unit, a number of things, or a thing."""
    if line.word(at) == "capita":
        return "person", at + 1
    unit = unit_at(line, at)
    if unit is not None:
        return unit.key, unit.last
    if line.is_number(at) or line.word(at) in numbers().scales:
        numeral = read_numeral(line, at)
        if numeral is not None:
            noun, last = counted_noun(line, numeral.last, one=False)
            return f"{plain(numeral.low)} {noun}".strip(), last
    if line.is_word(at) and line.word(at) not in nouns().stops:
        word = line.word(at)
        return ("person" if word == "head" else singular(word)), at + 1
    return "", at
