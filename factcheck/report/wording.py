"""Numbers, values and freshness in the words a reader is used to; no locale is consulted."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from factcheck.judge.explain import say
from factcheck.schema import DateRange, Passage, Quantity, Quote, Role, Statement, Value, Verdict
from factcheck.wording import say_date, say_day, say_quantity

# Numerals are bounded where they are read; beyond this a number is shown with its exponent.
_MAX_SHOWN_DIGITS = 40


def plural(number: int, noun: str) -> str:
    """Return the number with its noun.

    >>> plural(1, "claim"), plural(43191, "passage")
    ('1 claim', '43,191 passages')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def plain_number(number: Decimal) -> str:
    """Return all digits of the number without an exponent, or with one if it is out of bounds.

    >>> plain_number(Decimal("2E+10")), plain_number(Decimal("1E+999999"))
    ('20000000000', '1E+999999')
    """
    exponent = number.as_tuple().exponent
    size = max(abs(number.adjusted()), -exponent) if isinstance(exponent, int) else None
    return str(number) if size is None or size > _MAX_SHOWN_DIGITS else f"{number:f}"


def freshness(newest_source: dt.date | None, as_of: dt.date | None) -> str:
    """Say how the newest source stands to the date of the draft.

    >>> freshness(dt.date(2019, 6, 13), dt.date(2019, 6, 14))
    'newest source: 1 day before the draft'
    """
    if as_of is None:
        return "the draft has no date"
    if newest_source is None:
        return "no source has a date"
    days = (as_of - newest_source).days
    if days == 0:
        return "newest source: the day of the draft"
    return (
        f"newest source: {plural(abs(days), 'day')} {'before' if days > 0 else 'after'} the draft"
    )


def value_in_words(value: Value) -> str:
    """Return the value as it was read, with its kind."""
    match value:
        case Quantity():
            return f"{value.kind}: {_quantity(value)}".replace("_", " ")
        case DateRange():
            return f"date: {say_date(value)}"
        case Quote():
            return f"quote, {value.speaker or 'no speaker found'}"
        case Role():
            parts = (value.tense, value.title)
            title = " ".join(part for part in parts if part)
            return f"role: {value.person}, {title}" + (
                f", {value.organisation}" if value.organisation else ""
            )
        case Statement():
            negation = "not " if value.negated else ""
            return f"statement: {value.subject}, {negation}{value.verb}"


def place_in_words(passage: Passage) -> list[str]:
    """Return where to open the passage, then who says so and when, as far as it is known.

    A date that the path tells is not said again.
    """
    origin = passage.origin
    date = origin.date
    said = say_day(date) if date and date.isoformat() not in origin.path else ""
    return [part for part in (origin.place(passage.line), origin.source, said) if part]


def elsewhere_in_words(place: str, value: Value) -> str:
    """Say which other value another place of the draft gives.

    >>> elsewhere_in_words("line 3", Role("Ana Reyes", "mayor", "Melby"))
    'line 3 of the draft says Ana Reyes, mayor of Melby'
    """
    if isinstance(value, Quote):
        return f"{place} of the draft gives the words to {value.speaker}"
    return f"{place} of the draft says {say(value)}"


def _quantity(value: Quantity) -> str:
    change = " ".join(part for part in (value.direction, value.role) if part)
    return f"{say_quantity(value)}, {change}" if change else say_quantity(value)


def codes_of(verdict: Verdict) -> list[str]:
    """Return the reason and the remarks of a verdict, and what a person decided about it."""
    codes: list[str] = [verdict.reason, *verdict.remarks]
    decided = verdict.decision
    if decided:
        who = f", {decided.who}" if decided.who else ""
        codes.append(f"decided {decided.decision}: {decided.reason}{who}")
    return codes
