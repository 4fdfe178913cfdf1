"""Cut a sentence to the room there is and mark the words that matter in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

import msgspec
from rich.text import Text

from factcheck.report.escaping import for_terminal
from factcheck.schema import Span

_BREAKS = re.compile(r"[ \t\r\n\f\v\u00a0]++")
_ELLIPSIS = "..."


class Ink(msgspec.Struct, frozen=True):
    """How marked words stand out: as styles, or as marks when nothing else shows them."""

    focus: str = ""
    differing: str = ""
    marks: bool = False


class Sentence(msgspec.Struct, frozen=True):
    """A text with the span to show first and the words that differ, all as offsets of `text`."""

    text: str
    focus: Span
    differing: tuple[Span, ...] = ()


def sentence(text: str, start: int, focus: Span, differing: Iterable[Span]) -> Sentence:
    """Turn spans of the document into spans of its slice `text`, which begins at `start`.

    Parts outside the slice are dropped. A differing span that covers the focus is the focus:
    the same words are marked once.
    """
    whole = Span(0, len(text))
    inner = _clip(focus.shifted(-start), whole)
    spans = []
    for span in _merged(_clip(span.shifted(-start), whole) for span in differing):
        if span.contains(inner):
            inner = span
        else:
            spans.append(span)
    return Sentence(text, inner, tuple(spans))


def excerpt(shown: Sentence, room: int, ink: Ink) -> Text:
    """Return at most about `room` characters around the focus, white space made plain."""
    window = _window(shown, room - 2 * (1 + len(shown.differing)) if ink.marks else room)
    edges = {window.start, window.end}
    for span in (shown.focus, *shown.differing):
        edges.update(edge for edge in (span.start, span.end) if window.start <= edge <= window.end)
    text = Text(f"{_ELLIPSIS} " if window.start > 0 else "")
    for start, end in pairwise(sorted(edges)):
        if ink.marks:
            text.append(_mark_before(shown, start))
        text.append(flat(shown.text[start:end]), style=_style(shown, Span(start, end), ink))
        if ink.marks:
            text.append(_mark_after(shown, end))
    if window.end < len(shown.text):
        text.append(f" {_ELLIPSIS}")
    return text


def flat(text: str) -> str:
    """Return the text on one line, safe for a terminal."""
    return for_terminal(_BREAKS.sub(" ", text))


def _clip(span: Span, whole: Span) -> Span:
    start = min(max(span.start, whole.start), whole.end)
    return Span(start, max(min(span.end, whole.end), start))


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(span for span in spans if span.start < span.end):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _window(shown: Sentence, room: int) -> Span:
    length, focus = len(shown.text), shown.focus
    if length <= room:
        return Span(0, length)
    room = max(room - 2 * len(_ELLIPSIS) - 2, 1)
    if focus.end - focus.start >= room:
        return _at_words(shown.text, Span(focus.start, focus.start + room), focus)
    start = max(focus.start - (room - (focus.end - focus.start)) // 2, 0)
    end = min(start + room, length)
    return _at_words(shown.text, Span(max(end - room, 0), end), focus)


def _at_words(text: str, window: Span, focus: Span) -> Span:
    start, end = window.start, window.end
    if start > 0:
        found = text.find(" ", start - 1, focus.start)
        start = found + 1 if found >= 0 else start
    if end < len(text):
        found = text.rfind(" ", focus.end if focus.end <= end else start + 1, end + 1)
        end = found if found >= 0 else end
    return Span(start, end)


def _style(shown: Sentence, piece: Span, ink: Ink) -> str:
    if any(span.contains(piece) for span in shown.differing):
        return ink.differing
    return ink.focus if shown.focus.contains(piece) else ""


def _mark_before(shown: Sentence, offset: int) -> str:
    focus = "«" if offset == shown.focus.start < shown.focus.end else ""
    return focus + ("*" if any(offset == span.start for span in shown.differing) else "")


def _mark_after(shown: Sentence, offset: int) -> str:
    focus = "»" if offset == shown.focus.end > shown.focus.start else ""
    return ("*" if any(offset == span.end for span in shown.differing) else "") + focus
