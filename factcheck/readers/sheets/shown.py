"""What a cell of a workbook shows: its value in its number format, dates in full."""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

from factcheck.vocabulary.calendar import MONTHS

_PART = re.compile(
    r'"(?P<quoted>[^"]*+)"?|\\(?P<escaped>.)|[_*](?P<filler>.)|\[(?P<bracket>[^\]]*+)\]?'
    r"|(?P<places>[0#?][0#?,]*+)|(?P<other>.)",
    re.DOTALL,
)
_CONDITION = re.compile(r"(?P<sign><=|>=|<>|[<>=])(?P<bound>-?[0-9]{1,15}(?:\.[0-9]{1,9})?)")
_CURRENCY = re.compile(r"\$(?P<sign>[^\-]{0,10})")
_NUMBERLESS = re.compile(r"[eE][+-]|/|@")  # powers, fractions, texts: shown plainly
_MONTHS = [name.capitalize() for name in MONTHS]
_GENERAL_DIGITS = 10  # as many as a column of usual width shows
_LONGEST_FORMAT = 255  # by the format
_WIDE = Context(prec=1000)  # a double has at most 309 digits before its point
_HOURS, _MINUTES = 3600, 60


def shown_as(value: object, number_format: str) -> str:
    """Return a cell as its reader sees it; a date is written out, at the detail of its format.

    >>> shown_as(0.1253, "0.0%"), shown_as(1260000, '0.0,," million"'), shown_as(-3, "0;(0)")
    ('12.5%', '1.3 million', '-3')
    >>> [shown_as(dt.datetime(2019, 4, 3), pattern) for pattern in ("mm/dd/yy", "mmm yyyy")]
    ['3 April 2019', 'April 2019']
    """
    pattern = number_format[:_LONGEST_FORMAT]
    shown = str(value).strip()
    match value:
        case bool():
            shown = shown.upper()
        case int() | float():
            shown = _number(Decimal(shown), pattern)
        case dt.datetime():
            shown = _moment(value, pattern)
        case dt.date():
            shown = _day(value, pattern)
        case dt.time():
            shown = value.strftime("%H:%M")
        case dt.timedelta():
            seconds = value.days * 24 * _HOURS + value.seconds
            shown = f"{seconds // _HOURS}:{seconds % _HOURS // _MINUTES:02}"
    return shown


# --- dates -----------------------------------------------------------------------------------


def _moment(value: dt.datetime, pattern: str) -> str:
    letters = _letters(pattern)
    day = _day(value.date(), pattern)
    return f"{day} {value:%H:%M}" if "h" in letters else day


def _day(day: dt.date, pattern: str) -> str:
    letters = _letters(pattern)
    if "d" in letters or "y" not in letters:
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{_MONTHS[day.month - 1]} {day.year}" if "m" in letters else str(day.year)


def _letters(pattern: str) -> str:
    return "".join(m["other"] or "" for m in _PART.finditer(pattern)).lower()


# --- numbers ---------------------------------------------------------------------------------


def _number(value: Decimal, pattern: str) -> str:
    if not value.is_finite():
        return str(value)
    section = _section(value, _sections(pattern))
    if section is None or not section.places or _NUMBERLESS.search(section.plain):
        return _general(value)
    scaled = abs(value).scaleb(2 * section.percents - 3 * section.thousands)
    figure = _figure(scaled, section)
    sign = "-" if value < 0 and any(digit in "123456789" for digit in figure) else ""
    before, after = section.before, section.after
    if value < 0:
        before = before.replace("-", "")
    if sign and before.endswith("(") and after.startswith(")"):
        before, after = before[:-1], after[1:]  # as accountants write a minus
    return f"{before}{sign}{figure}{after}".strip()


class _Section(NamedTuple):
    """One part of a number format: what stands around the figure, and how that is written."""

    condition: re.Match[str] | None
    before: str
    after: str
    places: str
    decimals: str
    grouped: bool
    thousands: int
    percents: int
    plain: str


def _sections(pattern: str) -> list[_Section]:
    parts: list[list[re.Match[str]]] = [[]]
    for part in _PART.finditer(pattern):
        if part["other"] == ";":
            parts.append([])
        else:
            parts[-1].append(part)
    return [_read_section(part) for part in parts]


def _read_section(parts: list[re.Match[str]]) -> _Section:
    before = after = plain = whole = decimals = ""
    condition, in_decimals = None, False
    for part in parts:
        bracket = part["bracket"]
        other = part["other"] or ""
        if part["places"]:
            whole, decimals = (
                (whole, decimals + part["places"]) if in_decimals else (whole + part["places"], "")
            )
            continue
        if other == "." and (whole or not in_decimals):
            in_decimals = True
            continue
        said = part["quoted"] or part["escaped"] or other
        if bracket is not None:
            condition = condition or _CONDITION.fullmatch(bracket)
            currency = _CURRENCY.match(bracket)
            said = currency["sign"] if currency else ""
        plain += other
        before, after = (before, after + said) if whole or decimals else (before + said, after)
    return _Section(
        condition,
        before,
        after,
        places=whole + decimals,
        decimals=decimals.replace(",", ""),
        grouped="," in whole.rstrip(","),
        thousands=sum(len(part) - len(part.rstrip(",")) for part in (whole, decimals)),
        percents=plain.count("%"),
        plain=plain,
    )


def _section(value: Decimal, sections: list[_Section]) -> _Section | None:
    """Choose the part of the format that holds for a value: by condition, else by its sign."""
    if any(section.condition for section in sections):
        chosen = (s for s in sections if s.condition is None or _holds(value, s.condition))
        return next(chosen, None)
    if value < 0 and len(sections) > 1:
        return sections[1]
    return sections[2 if value == 0 and len(sections) > 2 else 0]


def _holds(value: Decimal, condition: re.Match[str]) -> bool:
    bound = Decimal(condition["bound"])
    return {
        "<": value < bound,
        "<=": value <= bound,
        ">": value > bound,
        ">=": value >= bound,
        "=": value == bound,
        "<>": value != bound,
    }[condition["sign"]]


def _figure(value: Decimal, section: _Section) -> str:
    least = Decimal(1).scaleb(-len(section.decimals))
    rounded = value.quantize(least, ROUND_HALF_UP, _WIDE)
    whole, _, decimals = f"{rounded:{',' if section.grouped else ''}f}".partition(".")
    for place in reversed(section.decimals):
        if place == "0" or not decimals.endswith("0"):
            break
        decimals = decimals[:-1]
    return f"{whole}.{decimals}" if decimals else whole


def _general(value: Decimal) -> str:
    """Write a number as a cell without a format does."""
    if value == value.to_integral_value():
        return f"{value:.0f}"
    places = max(_GENERAL_DIGITS - max(value.adjusted() + 1, 1), 0)
    least = Decimal(1).scaleb(-places)
    rounded = value.quantize(least, ROUND_HALF_UP) if abs(value) >= least else value
    return f"{rounded:f}".rstrip("0").rstrip(".")
