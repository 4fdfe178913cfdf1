"""A text with marks in it, as nested elements: every mark holds exactly its own words."""

from __future__ import annotations

import heapq
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
    queue = [_Part.of(mark, number, window) for number, mark in enumerate(marks)]
    queue = [part for part in queue if part.start < part.end]
    heapq.heapify(queue)
    while queue:
        outer = heapq.heappop(queue)
        inside: list[_Part] = []
        while queue and queue[0].start < outer.end:
            inside.append(heapq.heappop(queue))
        for part in inside:
            if part.end > outer.end:
                heapq.heappush(queue, part._replace(start=outer.end))
        if outer.start > at:
            children.append(text[at - offset : outer.start - offset])
        span = Span(outer.start, outer.end)
        held = [Mark(Span(part.start, part.end), part.mark.element) for part in inside]
        children.append(outer.mark.element(span, nested(text, offset, span, held)))
        at = outer.end
    if at < window.end:
        children.append(text[at - offset : window.end - offset])
    return children


class _Part(NamedTuple):
    """The part of a mark inside a window; the longest of each start comes first."""

    start: int
    shortness: int
    number: int
    end: int
    mark: Mark

    @classmethod
    def of(cls, mark: Mark, number: int, window: Span) -> _Part:
        start, end = max(mark.span.start, window.start), min(mark.span.end, window.end)
        return cls(start, -end, number, end, mark)
