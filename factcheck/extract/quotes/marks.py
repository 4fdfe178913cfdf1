"""Quotation marks: which words of a text stand inside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

MAX_QUOTED = 1_000  # characters between two marks in one paragraph; longer ones were never closed

_MARK = re.compile(r"\n|``|''|[\"“”„«»‘’']")
_SINGLE = frozenset("‘’'")
_ONLY_OPENING = frozenset({"“", "„", "«", "``"})
_ONLY_CLOSING = frozenset({"”", "»"})
_BEFORE_OPENING = frozenset("([{—–-/")
# Other pairs: a mark that opens elsewhere closes what the mark on the left has opened.
_CLOSED_BY = {"„": "“", "»": "«"}
# A mark left open was forgotten where somebody speaks before the next one opens.
_TELLING = re.compile(r"\b(?:said|says|told|tells|added|stated|announced|reported|according)\b")
_ELISION = re.compile(r"(?:em|tis|twas|til|cause|bout|n|[0-9]{2}s?)\b", re.IGNORECASE)


class Quoted(msgspec.Struct, frozen=True):
    """Words inside marks: `start` and `end` without the marks, `outer_*` with them.

    `continued` says that the paragraph ends without a closing mark and the next one goes on with
    an opening mark.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    continued: bool


def find_quoted(text: str, breaks: Sequence[int]) -> tuple[Quoted, ...]:
    """Return what stands inside quotation marks, outermost marks only, in order.

    A mark that is never closed in its paragraph, or only after `MAX_QUOTED` characters, opens
    nothing. `breaks` are the offsets where paragraphs end.
    """
    ends = frozenset(breaks)
    marks = [mark for mark in _MARK.finditer(text) if mark[0] != "\n" or mark.start() in ends]
    singles = _single_closers(text, marks, breaks)
    return tuple(
        quoted
        for quoted in _walk(text, marks, singles)
        if quoted.start < quoted.end <= quoted.start + MAX_QUOTED
    )


def _walk(text: str, marks: Sequence[re.Match[str]], singles: _Closers) -> Iterator[Quoted]:
    opened: re.Match[str] | None = None
    until = 0  # marks before this belong to a pair of single marks
    for at, mark in enumerate(marks):
        if mark.start() < until:
            continue
        if mark[0] == "\n":
            if opened is not None and _goes_on(text, marks, at):
                yield _quoted(text, opened, mark.start(), mark.start(), continued=True)
            opened = None
        elif mark[0] in _SINGLE:
            end = _single_end(text, mark, singles) if opened is None else 0
            if end:
                yield _quoted(text, mark, end, end + 1, continued=False)
                until = end + 1
        elif opened is not None and _closes(text, opened, mark):
            yield _quoted(text, opened, mark.start(), mark.end(), continued=False)
            opened = None
        elif _opens(text, mark):
            if opened is not None and _speaks_on(text, opened, mark):
                yield _quoted(text, opened, mark.start(), mark.start(), continued=True)
            opened = mark


def _quoted(text: str, mark: re.Match[str], end: int, outer_end: int, *, continued: bool) -> Quoted:
    start = mark.end()
    inner = text[start : min(end, start + MAX_QUOTED + 1)]
    if len(inner) > MAX_QUOTED:
        return Quoted(start, start, mark.start(), outer_end, continued)
    start += len(inner) - len(inner.lstrip())
    end = max(start, end - (len(inner) - len(inner.rstrip())))
    return Quoted(start, end, mark.start(), outer_end, continued)


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Say whether a double mark can open: something follows at once, no word stands before."""
    before, after = _around(text, mark)
    if mark[0] in _ONLY_CLOSING:
        return mark[0] in _CLOSED_BY and not before.isalnum() and after.isalnum()
    if mark[0] in _ONLY_OPENING:
        return True
    if after.isspace():  # as in tokenised text: " words "
        return before.isspace() and not text[mark.end() : mark.end() + 2].isspace()
    return not before.isalnum()


def _closes(text: str, opened: re.Match[str], mark: re.Match[str]) -> bool:
    """Say whether a double mark can close what is open."""
    if mark[0] in _ONLY_CLOSING or mark[0] == _CLOSED_BY.get(opened[0]):
        return True
    if mark[0] in _ONLY_OPENING:
        return False
    before, after = _around(text, mark)
    if before.isspace():
        return not (after.isalnum() or after in "([$£€")
    return not (before in _BEFORE_OPENING and after.isalnum())


def _around(text: str, mark: re.Match[str]) -> tuple[str, str]:
    """Return the characters before and behind a mark; the text's ends count as line breaks."""
    before = text[mark.start() - 1] if mark.start() else "\n"
    after = text[mark.end()] if mark.end() < len(text) else "\n"
    return before, after


def _speaks_on(text: str, opened: re.Match[str], mark: re.Match[str]) -> bool:
    """Say whether a mark opens once more what is open: on a new line, or where one was lost."""
    at = mark.start()
    if text[at - 1 : at] == "\n":
        return True
    inner = text[opened.end() : min(at, opened.end() + MAX_QUOTED)]
    return inner.rstrip()[-1:] in {".", "!", "?"} and not _TELLING.search(inner)


def _goes_on(text: str, marks: Sequence[re.Match[str]], at: int) -> bool:
    """Say whether the paragraph after a break begins with an opening mark."""
    if at + 1 >= len(marks) or marks[at + 1][0] in _SINGLE | {"\n"}:
        return False
    mark = marks[at + 1]
    gap = text[marks[at].end() : min(mark.start(), marks[at].end() + MAX_QUOTED)]
    return not gap.strip() and _opens(text, mark)


class _Closers(msgspec.Struct, frozen=True):
    """Where single marks can close, and where paragraphs end."""

    marks: tuple[int, ...]
    breaks: Sequence[int]


def _single_closers(text: str, marks: Sequence[re.Match[str]], breaks: Sequence[int]) -> _Closers:
    """Find where a single mark can close: behind a word or mark, and before no letter."""
    found = tuple(
        mark.start()
        for mark in marks
        if mark[0] in {"’", "'"}
        and not _around(text, mark)[0].isspace()
        and not _around(text, mark)[1].isalnum()
    )
    return _Closers(found, breaks)


def _single_end(text: str, mark: re.Match[str], closers: _Closers) -> int:
    """Return where the single mark that closes `mark` stands, or 0.

    The plural possessive looks like a closing mark ("the boys' house"): behind an s the next
    mark that closes is preferred, if there is one before the next opening mark.
    """
    before, after = _around(text, mark)
    if mark[0] == "’" or before.isalnum() or not (after.isalnum() or after in '([$£€“"…'):
        return 0
    if mark[0] == "'" and _ELISION.match(text, mark.end()):
        return 0
    paragraph = bisect_left(closers.breaks, mark.end())
    limit = mark.end() + MAX_QUOTED
    limit = min(limit, *closers.breaks[paragraph : paragraph + 1], len(text))
    first = bisect_left(closers.marks, mark.end())
    near = [closer for closer in closers.marks[first : first + 3] if closer < limit]
    for closer in near:
        is_possessive = text[closer - 1] == "s" and text[closer + 1 : closer + 2] == " "
        if not is_possessive:
            return closer if "‘" not in text[mark.end() : closer] else near[0]
    return near[0] if near else 0
