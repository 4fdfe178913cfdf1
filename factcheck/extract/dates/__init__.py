"""Dates and times of a sentence, each at the granularity of its words.

`words` cuts the sentence into pieces; `absolute`, `relative`, `clocks` and `ranges` read nodes
from them, longest first; `nodes` ties a node to the document's date. `context` decides what is a
date at all, and whether the sentence speaks of the past.
"""

from __future__ import annotations

import datetime as dt
import re

from factcheck.extract.dates.context import looks_ahead
from factcheck.extract.dates.nodes import Context, Distance
from factcheck.extract.dates.ranges import expression
from factcheck.extract.dates.words import (
    NUMBER_WORDS,
    ORDINAL_WORDS,
    Cursor,
    Piece,
    pieces,
)
from factcheck.extract.reading import Reading
from factcheck.schema import Span
from factcheck.vocabulary.calendar import (
    MONTH_NUMBERS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
    date_in,
)
from factcheck.vocabulary.holidays import holidays

__all__ = ["date_in", "find_dates"]

_OPENERS = frozenset(
    "today tonight yesterday tomorrow tmrw day this current last past previous preceding next "
    "coming upcoming following spring summer autumn fall winter early beginning start mid middle "
    "late end earlier later rest remainder from between in a an few several couple half quarter "
    "noon midday midnight q h fy sy fiscal financial school academic week month year "
    "weekend".split()
) | frozenset([*MONTH_NUMBERS, *WEEKDAYS, *WEEKDAY_ABBREVIATIONS, *NUMBER_WORDS, *ORDINAL_WORDS])
_NUMERIC = frozenset({"day", "slashed", "pair", "clock", "ordinal", "decade", "number", "figure"})
# A sentence without any of these holds no date.
_HINT = re.compile(
    r"[0-9]|day|week|month|year|decade|century|quarter|night|morning|noon|o.clock"
    r"|january|february|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber"
    r"|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu|fri|sat|sun)\b"
    r"|summer|winter|autumn|tomorrow|tonight|easter|christmas|xmas|halloween|pentecost|thanksgiving|eve\b|\b(?:[ap]m|spring|fall)\b",
    re.IGNORECASE,
)


def find_dates(text: str, as_of: dt.date | None) -> tuple[Reading, ...]:
    """Read the dates and times of one normalised sentence, in order, not overlapping.

    Relative dates and weekdays are resolved against `as_of`, the document's date; without it they
    have the basis "unresolved" and no days. Source: docs/verdicts.md, section 4.

    >>> reading, = find_dates("Talks began on Saturday.", dt.date(2015, 9, 27))
    >>> str(reading.value.first)
    '2015-09-26'
    """
    if _HINT.search(text) is None:
        return ()
    line = pieces(text)
    readings: list[Reading] = []
    told: dt.date | None = None
    at = 0
    while at < len(line) - 2:
        if not _may_begin(line[at]):
            at += 1
            continue
        cursor = Cursor(line, at)
        found = expression(cursor)
        if found is None:
            at += 1
            continue
        node, end = found
        at = end.at
        if isinstance(node, Distance) and node.told and told is None:
            continue  # "two days later": later than what, another sentence says
        value = node.on(Context(as_of, looks_ahead(cursor), told))
        start = cursor.skip("from", "between", "in").skip("the")
        readings.append(Reading(Span(start.piece().start, end.piece(-1).end), value))
        if value.first is not None and value.first == value.last:
            told = value.first
    return tuple(readings)


def _may_begin(piece: Piece) -> bool:
    if piece.kind == "word":
        return piece.text in _OPENERS or piece.text in holidays() or f"{piece.text}s" in holidays()
    return piece.kind in _NUMERIC
