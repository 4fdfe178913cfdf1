"""A text with marks in it, as nested elements: every mark holds exactly its own words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from factcheck.report.markup import Element
from factcheck.schema import Span

Children = list[Element | str]


class Mark(NamedTuple):
    """A span to mark and what makes the element for (a part of) it."""

    span: Span
    element: Callable[[Span, Children], Element]


def nested(text: str, offset: int, window: Span, marks: Iterable[Mark]) -> Children:
    """Return the words under `window` with their marks; `text` begins at `offset` of the document.

    A mark that crosses the end of another, or of the window, is cut there and goes on behind it;
    what lies outside the window is left out.
    """
    children: Children = []
    at = window.start
    queue = _within(window, marks)
    while queue:
        outer, *rest = queue
        if outer.span.start > at:
            children.append(text[at - offset : outer.span.start - offset])
        inside = nested(text, offset, outer.span, rest)
        children.append(outer.element(outer.span, inside))
        at = outer.span.end
        queue = _within(Span(at, window.end), rest)
    if at < window.end:
        children.append(text[at - offset : window.end - offset])
    return children


def _within(window: Span, marks: Iterable[Mark]) -> list[Mark]:
    """Return the parts of the marks inside the window, the longest of each start first."""
    cut = (
        Mark(Span(max(span.start, window.start), min(span.end, window.end)), element)
        for span, element in marks
        if span.start < window.end and span.end > window.start
    )
    return sorted(
        (mark for mark in cut if mark.span.start < mark.span.end),
        key=lambda mark: (mark.span.start, -mark.span.end),
    )
