"""Measure the reading of figures and dates against rows of labelled sentences.

`read_gold` reads a file, `predict` reads its sentences as `check` does and writes rows of the
same form, `score` compares the two. Nothing here is known to the extractors.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from factcheck.bench.extraction_dates import as_gold
from factcheck.bench.labels import (
    SENSES,
    Label,
    Row,
    modifier_right,
    unit_right,
    value_right,
)
from factcheck.bench.rows import read_rows
from factcheck.extract.reading import Reading
from factcheck.extract.sentences import find_values
from factcheck.normalize import Normalized, normalize
from factcheck.schema import DateRange, Quantity
from factcheck.tokens import tokenize
from factcheck.vocabulary.currencies import currencies
from factcheck.vocabulary.units import units

# An amount written in hundredths alone ("60 cents", "164p"): labels count the hundredths.
CENTS = re.compile(
    r"[0-9][0-9.,]{0,20}+[\s-]?(?:[cp¢]|cents?|pence|penn(?:y|ies))"
    r"|(?:(?!dollar|euro|pound|ringgit|rupee)[a-z]{1,12}[\s-]){1,6}+(?:cents?|pence|penn(?:y|ies))",
    re.IGNORECASE,
)
DURATION = re.compile(r"P([0-9]{1,4})([YMWD])")
_DURATION_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}


class Scores(msgspec.Struct, frozen=True):
    """What was found of a set of labels; the shares are between 0 and 1.

    `found` spans match a label, `spurious` ones match none; `full_f1` counts a match only where
    value and unit are right, wherever the source states them. `empty_rows_read` counts the
    spurious ones in rows that hold no label at all.
    """

    labels: int
    found: int
    spurious: int
    full: int
    values: int
    values_right: int
    modifiers: int
    modifiers_right: int
    empty_rows_read: int

    @property
    def precision(self) -> float:
        """The share of predicted spans that match a label."""
        return _share(self.found, self.found + self.spurious)

    @property
    def recall(self) -> float:
        """The share of labels that a span matches."""
        return _share(self.found, self.labels)

    @property
    def span_f1(self) -> float:
        """The harmonic mean of precision and recall of the spans."""
        return _share(2 * self.found, self.found + self.spurious + self.labels)

    @property
    def full_f1(self) -> float:
        """The same where value and unit must be right."""
        return _share(2 * self.full, self.found + self.spurious + self.labels)

    @property
    def value_recall(self) -> float:
        """The share of labels with a value whose value was found."""
        return _share(self.values_right, self.values)

    @property
    def modifier_recall(self) -> float:
        """The share of labels with a modifier whose sense was found."""
        return _share(self.modifiers_right, self.modifiers)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def read_gold(path: Path) -> tuple[Row, ...]:
    """Read a file of labelled rows, one JSON object a line.

    Raises:
        UsageError: the file cannot be read or a line is no such row.
    """
    return tuple(row for _, row in read_rows(path, Row))


def predict(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return a row for each given one with what the product reads in its text.

    >>> row, = predict([Row("More than 8,000 people fled.")])
    >>> row.quantities[0].value, row.quantities[0].modifier, row.quantities[0].of
    (8000.0, 'more_than', 'person')
    """
    return tuple(Row(row.text, _labels(row), row.id) for row in rows)


def _labels(row: Row) -> list[Label]:
    cleaned = normalize(row.text)
    as_of = dt.date.fromisoformat(row.ref[:10]) if row.ref else None
    readings, _ = find_values(cleaned.text, tokenize(cleaned.text), as_of)
    return [_label(row.text, cleaned, reading) for reading in readings]


def _label(text: str, cleaned: Normalized, reading: Reading) -> Label:
    span = cleaned.span(reading.span.start, reading.span.end)
    label = Label(start=span.start, end=span.end, surface=text[span.start : span.end])
    if isinstance(reading.value, DateRange):
        return _date(label, reading, reading.value)
    if isinstance(reading.value, Quantity):
        return _quantity(label, reading.value)
    return label


def _date(label: Label, reading: Reading, value: DateRange) -> Label:
    """Write a date; a span of years or months without an anchor is labelled as a duration."""
    duration = DURATION.fullmatch(value.expression)
    if duration is not None:
        unit = _DURATION_UNITS[duration[2]]
        return msgspec.structs.replace(
            label, kind="duration", value=float(duration[1]), unit=unit, timex=value.expression
        )
    row = as_gold(reading)
    written = {key: row[key] for key in ("kind", "value", "low", "high", "timex")}
    return msgspec.structs.replace(label, **written)


def _quantity(label: Label, value: Quantity) -> Label:
    low, high, unit = float(value.low), float(value.high), _unit(value)
    if value.kind == "money" and CENTS.fullmatch(label.surface or ""):
        low, high, unit = 100 * low, 100 * high, "penny" if value.unit == "GBP" else "cent"
    single = value.low == value.high and value.kind != "score"
    return msgspec.structs.replace(
        label,
        kind=value.kind,
        value=low if single else None,
        low=None if single else low,
        high=None if single else high,
        unit=unit,
        of=value.of or None,
        modifier=value.modifier or None,
    )


def _unit(value: Quantity) -> str:
    """Name the unit; with its denominator where that is a unit itself ("dollar per barrel")."""
    known = units()
    name = value.unit
    if value.kind == "money":
        name = currencies()[value.unit].name
    elif value.unit in known:
        name = known[value.unit].name
    timed = value.kind == "measure" and value.per in known and known[value.per].kind == "duration"
    if name and (timed or (value.kind == "money" and value.per in known)):
        return f"{name} per {known[value.per].name}"
    return name


# --- scoring ---------------------------------------------------------------------------------


def score(gold: Sequence[Row], predicted: Sequence[Row]) -> Scores:
    """Compare predicted rows with labelled ones, which stand in the same order.

    Spans are matched one to one, largest overlap first; a label without offsets is matched by
    value; a labelled range may be met by its two ends. What a row's `scope` leaves out is not
    held against a prediction.
    """
    total = [0] * 9
    for row, other in zip(gold, predicted, strict=True):
        for place, count in enumerate(_row_counts(row, other.quantities)):
            total[place] += count
    return Scores(*total)


def _row_counts(row: Row, predicted: list[Label]) -> tuple[int, ...]:
    labels = [label for label in row.quantities if not label.optional]
    matched = _match(labels, predicted)
    used = {place for places in matched.values() for place in places}
    spurious = sum(
        place not in used and _is_held_against(row, label) for place, label in enumerate(predicted)
    )
    full = values = values_right = modifiers = modifiers_right = 0
    for place, label in enumerate(labels):
        hit = [predicted[k] for k in matched.get(place, ())]
        right = bool(hit) and (not label.states_value() or value_right(label, hit))
        full += right and unit_right(label, hit[0])
        values += label.states_value()
        values_right += right and label.states_value()
        judged = (label.modifier or "") in SENSES
        modifiers += judged
        modifiers_right += judged and bool(hit) and modifier_right(label, hit[0])
    empty = 0 if labels else spurious
    return (
        *(len(labels), len(matched), spurious, full, values, values_right),
        *(modifiers, modifiers_right, empty),
    )


def _is_held_against(row: Row, label: Label) -> bool:
    if row.spans == "partial" or (row.scope is not None and label.kind not in row.scope):
        return False
    return not any(other.optional and _overlap(other, label) > 0 for other in row.quantities)


def _overlap(one: Label, other: Label) -> float:
    """Return how much of the two spans' union they share."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return 0.0
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(shared, 0) / (max(one.end, other.end) - min(one.start, other.start))


def _match(labels: list[Label], predicted: list[Label]) -> dict[int, list[int]]:
    pairs = [
        (_overlap(label, other), place, k)
        for place, label in enumerate(labels)
        for k, other in enumerate(predicted)
    ]
    matched: dict[int, list[int]] = {}
    used: set[int] = set()
    for share, place, k in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if share > 0 and place not in matched and k not in used:
            matched[place] = [k]
            used.add(k)
    for place, label in enumerate(labels):
        if label.start is None:
            _match_by_value(place, label, predicted, matched, used)
    for place in sorted(matched):
        _match_second_end(place, labels[place], predicted, matched, used)
    return matched


def _match_by_value(
    place: int, label: Label, predicted: list[Label], matched: dict[int, list[int]], used: set[int]
) -> None:
    fitting = [
        k for k, other in enumerate(predicted) if k not in used and value_right(label, [other])
    ]
    if fitting:
        best = max(fitting, key=lambda k: (unit_right(label, predicted[k]), -k))
        matched[place] = [best]
        used.add(best)


def _match_second_end(
    place: int, label: Label, predicted: list[Label], matched: dict[int, list[int]], used: set[int]
) -> None:
    (first, *rest) = matched[place]
    if rest or label.low is None or label.high is None or predicted[first].low is not None:
        return
    for k, other in enumerate(predicted):
        if k not in used and _overlap(label, other) > 0:
            matched[place] = sorted((first, k), key=lambda n: predicted[n].start or 0)
            used.add(k)
            return
