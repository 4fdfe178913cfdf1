"""The same amount once more in another unit: "$20m (GBP 15m)", "90 hp (67 kW / 91 PS)"."""

from __future__ import annotations

import re

from factcheck.extract.reading import Reading
from factcheck.schema import Quantity

MAX_GAP = 24  # characters between a figure and its conversion
OPENING = re.compile(
    r"\s?(?:[(\[]\s?(?:(?:or|about|around|roughly|some|nearly|almost|just|over|under|more than"
    r"|approx\.?|=|~|≈)\s?){0,2}|/\s?)"
)


def is_conversion(text: str, figure: Reading, other: Reading) -> bool:
    """Say whether `other` only repeats `figure` in another unit, in the bracket right behind it.

    Both are readings of the normalised sentence `text`, `other` the one after `figure`. A
    conversion is part of its figure and no claim of its own. Source: docs/verdicts.md ("Figures").
    """
    one, two = figure.value, other.value
    gap = text[figure.span.end : other.span.start]
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)) or len(gap) > MAX_GAP:
        return False
    same = one.kind == two.kind and one.unit and two.unit and one.unit != two.unit
    return bool(same) and OPENING.fullmatch(gap) is not None
