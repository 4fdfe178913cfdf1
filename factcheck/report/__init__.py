"""What was found, for a reader or for a program: pure functions of reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from factcheck.report.explanation import to_explanation
from factcheck.report.outcomes import Counts, Listing, Outcome, count
from factcheck.report.page import Layout
from factcheck.report.tables import rows, to_json, to_json_lines
from factcheck.report.terminal import to_text
from factcheck.schema import Report

Format = Literal["text", "json", "jsonl"]

__all__ = [
    "Counts",
    "Format",
    "Layout",
    "Listing",
    "Outcome",
    "count",
    "render",
    "render_explanation",
]


def render(outcomes: Sequence[Outcome], form: Format, layout: Layout | None = None) -> str:
    """Return all outcomes, in their order, as one text that ends with a line feed.

    The same outcomes give the same text. Of `layout` the data formats heed only `only`.
    """
    layout = layout or Layout()
    match form:
        case "text":
            return to_text(outcomes, layout)
        case "json":
            return to_json(rows(outcomes, layout.only))
        case "jsonl":
            return to_json_lines(rows(outcomes, layout.only))


def render_explanation(reports: Sequence[Report], layout: Layout | None = None) -> str:
    """Return why each verdict of the reports was given, as one text that ends with a line feed."""
    return to_explanation(reports, layout or Layout())
