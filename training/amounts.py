"""Figures in a sentence, the ways to say them, and what one amount says of another.

The label follows from two intervals alone: the evidence's lies in the claim's (supports), apart
from it (refutes), or neither.
"""

from __future__ import annotations

import random
import re
from typing import NamedTuple

from training.pairs import NEITHER, REFUTES, SUPPORTS

MORE = ("more than", "over", "above", "at least", "more than", "upwards of")
LESS = ("less than", "fewer than", "under", "below", "up to", "at most", "less than")
CLOSED = {"at least", "up to", "at most"}
ABOUT = ("about", "around", "some", "approximately", "roughly")
_MODIFIER = (
    r"(?:(?:more|less|fewer|greater|higher|lower) than|at least|at most|up to|over|under|above|"
    r"below|about|around|some|approximately|roughly|nearly|almost|only|exactly|just) "
)
_FIGURE = re.compile(
    rf"(?<![\w.,$£€#/:-])(?<!/ )(?P<mod>{_MODIFIER})?(?P<sign>[$£€] ?)?"
    r"(?P<number>[0-9]{1,3}(?:,[0-9]{3}){0,4}+(?:\.[0-9]{1,2})?)(?![\w,/:-]|\.[0-9]| ?[-/:])",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|summer|winter|spring|autumn|fall|"
    r"in|since|until|from|of|season|chapter|part|no|number|level|grade|section|page|vol|volume|"
    r"route|highway|channel|top)[a-z]*\.? $",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(r" (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)


_NAME = re.compile(r"[a-z0-9,)] [A-Z][\w'-]* (?:[A-Z][\w'-]* )?$|^[A-Z][\w'-]* $")


class Figure(NamedTuple):
    """Where a figure with its modifier stands, its value, and how it was written."""

    start: int
    end: int
    value: float
    sign: str


class Amount(NamedTuple):
    """A figure as said: its words, and the open or closed interval it leaves."""

    words: str
    low: float
    high: float
    with_low: bool
    with_high: bool


def figures(text: str) -> list[Figure]:
    """Find figures that count or measure something; dates, names and scores are left alone.

    >>> [figure.value for figure in figures("On May 3 at least 12,500 people saw 4 films of 1999")]
    [12500.0, 4.0]
    """
    found = []
    for match in _FIGURE.finditer(text):
        number = match["number"]
        value = float(number.replace(",", ""))
        before = text[: match.start("number")]
        year = value.is_integer() and 1000 <= value < 2200 and "," not in number
        named = value < 100 and _NAME.search(before)
        dated = _MONTH.search(before) or _MONTH_AFTER.match(text, match.end())
        if (
            value
            and not named
            and not year
            and not (dated and value <= 31)
            and not number.startswith("0")
        ):
            found.append(Figure(match.start(), match.end(), value, match["sign"] or ""))
    return found


def exactly(value: float) -> Amount:
    """Return the amount that is said without a modifier."""
    return Amount(said(value), value, value, True, True)


def bounded(word: str, value: float) -> Amount:
    """Return the amount of "more than 5", "at most 5" and their like."""
    closed, text = word in CLOSED, f"{word} {said(value)}"
    if word in MORE:
        return Amount(text, value, float("inf"), closed, False)
    return Amount(text, 0.0, value, True, closed)


def between(low: float, high: float) -> Amount:
    """Return the amount of "between 5 and 9"."""
    return Amount(f"between {said(low)} and {said(high)}", low, high, True, True)


def label(evidence: Amount, claim: Amount) -> int:
    """Tell what one amount says of the other, by their intervals.

    >>> label(bounded("more than", 500), exactly(700)) == NEITHER
    True
    >>> label(exactly(700), bounded("more than", 500)) == SUPPORTS
    True
    """
    low_in = evidence.low > claim.low or (
        evidence.low == claim.low and (claim.with_low or not evidence.with_low)
    )
    high_in = evidence.high < claim.high or (
        evidence.high == claim.high and (claim.with_high or not evidence.with_high)
    )
    if low_in and high_in:
        return SUPPORTS
    first, second = sorted((evidence, claim), key=lambda amount: (amount.low, amount.high))
    touch = first.high == second.low and first.with_high and second.with_low
    return NEITHER if first.high > second.low or touch else REFUTES


def said(value: float) -> str:
    """Write a value in the plain form that `factcheck.entail.text.plain` gives.

    >>> said(25000.0), said(1500.0), said(2.5)
    ('25,000', '1500', '2.5')
    """
    written = f"{value:,.2f}".rstrip("0").rstrip(".")
    return written.replace(",", "") if value < 2200 else written


def near(value: float, dice: random.Random) -> float:
    """Return another value of like size and roundness, now and then of another scale."""
    whole = value.is_integer()
    for _ in range(20):
        way = dice.random()
        if way < 0.12:
            other = value * dice.choice((10, 100, 1000, 0.1, 0.01))
        elif way < 0.4 and value >= 4:
            other = value + dice.choice((-1, 1)) * dice.choice((1, 1, 2, 3, 5, value * 0.02))
        else:
            other = value * dice.choice((dice.uniform(0.3, 0.97), dice.uniform(1.03, 3.0)))
        if dice.random() < 0.6 and other >= 10:
            size = 10 ** (len(str(int(other))) - dice.choice((1, 2, 2)))
            other = float(max(1, round(other / size)) * size)
        other = float(round(other)) if whole else round(float(other), 1)
        if other > 0 and other != value and not 1000 <= other < 2200:
            return other
    return value + 2200


def spoken(value: float, dice: random.Random) -> Amount:
    """Say a value in one of the ways of the news, near its own size."""
    way = dice.random()
    if way < 0.3:
        return exactly(value)
    other = near(value, dice) if dice.random() < 0.85 else value
    if way < 0.6:
        return bounded(dice.choice(MORE), other)
    if way < 0.9:
        return bounded(dice.choice(LESS), other)
    low, high = sorted((other, near(other, dice)))
    return between(low, high)


def pick(value: float, wanted: int, dice: random.Random) -> tuple[Amount, Amount] | None:
    """Choose what evidence and claim say so that the label is the one wanted."""
    for _ in range(60):
        base = value if dice.random() < 0.5 else near(value, dice)
        evidence = exactly(base) if dice.random() < 0.6 else spoken(base, dice)
        claim = exactly(base) if dice.random() < 0.15 else spoken(near(base, dice), dice)
        if evidence.low == claim.low and evidence.high != claim.high and "more" in evidence.words:
            continue  # "more than 5" and "5": the press takes them for the same
        if label(evidence, claim) == wanted:
            return evidence, claim
    return None


def put(text: str, figure: Figure, words: str) -> str:
    """Replace a figure and its modifier by other words; a currency sign stays with the number."""
    if figure.sign:
        words = re.sub(r"(?<![0-9.,])(?=[0-9])", figure.sign.strip(), words)
    return text[: figure.start] + words + text[figure.end :]
