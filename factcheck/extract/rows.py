"""A row of a figures table as a typed claim."""

from __future__ import annotations

import datetime as dt
import hashlib
import re

from factcheck.extract.dates import find_dates
from factcheck.extract.entities import find_mentions
from factcheck.extract.measure import class_of, nearest_act, singular
from factcheck.extract.motion import motion_in
from factcheck.extract.quantities import find_quantities
from factcheck.extract.words import content_words
from factcheck.schema import (
    Claim,
    DateRange,
    Document,
    Entity,
    Measure,
    Quantity,
    Span,
    TableFigure,
)
from factcheck.tokens import tokenize
from factcheck.vocabulary import places
from factcheck.vocabulary.measures import tables

_YEAR_CELL = re.compile(r"(?<=[,;\t|])(?:1[6-9]|20)[0-9]{2}(?=[,;\t|\r\n]|\Z)")
_YEAR_LAST = re.compile(r"(?<![0-9])(?:1[6-9]|20)[0-9]{2}\Z")


def row_claims(document: Document, figure: TableFigure, as_of: dt.date | None) -> tuple[Claim, ...]:
    """Return the claim of one row, or none where its value cell holds no figure.

    The value and unit cells are read as one phrase ("40 million GBP"); the measure cell gives
    act, words and further names, the entity cell the place or group.
    """
    value = _value(figure)
    if value is None:
        return ()
    span, period = figure.value_span, _period(document, figure, as_of)
    told = as_of or (period.last if period is not None else None)
    return (
        Claim(
            id=f"{document.origin.digest[:12]}:{span.start}-{span.end}:quantity",
            fingerprint=hashlib.sha256(f"row\n{document.text}".encode()).hexdigest()[:16],
            kind="quantity",
            span=span,
            sentence=document.blocks[0].span,
            clause=document.blocks[0].span,
            text=document.text[span.start : span.end],
            value=value,
            measure=_measure(figure, value),
            entities=_entities(figure),
            status="actual",
            period=period,
            change=None,
            as_of=told,
        ),
    )


def _value(figure: TableFigure) -> Quantity | None:
    for phrase in (f"{figure.value} {figure.unit}", f"{figure.unit} {figure.value}"):
        for reading in find_quantities(phrase, tokenize(phrase), ()):
            if isinstance(reading.value, Quantity):
                return reading.value
    return None


def _measure(figure: TableFigure, value: Quantity) -> Measure:
    """Read the measure cell; a table says how things stand unless its words say otherwise."""
    tokens = tokenize(f"{figure.measure} {figure.unit}")
    act = nearest_act(value, Span(-1, -1), tokens, ())
    noun = _counted(figure, value)
    known = tables().acts.get(act)
    counts = known is not None and class_of(noun) in known.counts  # visitors are people who came
    motion = motion_in(tokens, Span(0, len(figure.measure)), act, None)
    return Measure(
        noun=noun,
        noun_class=known.of if known is not None and counts else class_of(noun),
        act=act,
        motion="level" if motion == "unknown" else motion,
        words=content_words(tokens, ()),
    )


def _period(document: Document, figure: TableFigure, as_of: dt.date | None) -> DateRange | None:
    """Return the time that the measure cell states ("revenue in the second quarter of 2020").

    Else the year at its end ("budget 2022"), or that of the one cell of a row without a date.
    """
    dates = [reading.value for reading in find_dates(figure.measure, as_of)]
    for date in dates:
        if isinstance(date, DateRange):
            return date
    last = _YEAR_LAST.search(figure.measure.strip())
    cells = (
        [] if as_of else [c[0] for c in _YEAR_CELL.finditer(document.text) if _is_apart(c, figure)]
    )
    found = [last[0]] if last else cells
    return _year(int(found[0])) if len(found) == 1 else None


def _is_apart(cell: re.Match[str], figure: TableFigure) -> bool:
    return not figure.value_span.overlaps(Span(*cell.span()))


def _year(year: int) -> DateRange:
    return DateRange(f"{year:04}", dt.date(year, 1, 1), dt.date(year, 12, 31), "year")


def _counted(figure: TableFigure, value: Quantity) -> str:
    """Return what a row counts: whom the measure cell names, else the noun beside the figure.

    In "teachers employed; 61,200; people" the measure says whom; "people" says only the kind.
    """
    noun = value.of.lower()
    if class_of(noun) not in {"", "people"}:
        return noun
    words = figure.measure.lower().split()
    known = [word for word in words if class_of(word)]
    plural = [singular(word) for word in words if noun and singular(word) != word]
    return singular(next(iter((*known, *plural)), noun))


def _entities(figure: TableFigure) -> tuple[Entity, ...]:
    cell = [_entity(name.strip()) for name in figure.entity.split(";") if name.strip()]
    further = find_mentions(figure.measure, tokenize(figure.measure), ())
    found = {entity.name: entity for entity in cell}
    for mention in further:
        found.setdefault(mention.name, Entity(mention.name, mention.kind, "clause"))
    return tuple(found.values())


def _entity(name: str) -> Entity:
    place, group = places.canonical(name), places.canonical_group(name)
    if place:
        return Entity(place, "place", "clause")
    return Entity(group or name, "group" if group else "other", "clause")
