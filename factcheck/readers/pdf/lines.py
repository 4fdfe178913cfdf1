"""The lines of the pages of a PDF, without what is printed again on every page."""

from __future__ import annotations

import collections
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from factcheck.readers.raised import SUPERSCRIPT

HYPHEN, COLUMN = "\x02", "\x1f"  # as `child` writes them, which is not imported: it loads PDFium
_SMALL = 0.85  # of the size of its line has a raised piece at most
_ONE_LINE = 0.6  # of a letter's size may two bases differ
_WORD_GAP = 0.12  # of a letter's size parts two words
_WIDEST_GAP = 2.5  # times a letter's size: farther to the right another column begins
_MARGIN = 0.16  # of the page's height, above and below, where headers and footers stand
_OUTERMOST = 3  # lines a margin looked at
_MOST_IN_ALL = 0.5  # of the pages that share a line make it a header
_DIGITS = re.compile(r"[0-9]{1,9}")
_ROMAN = r"[ivxlc]{1,7}"
_PAGE_NUMBER = re.compile(
    rf"(?:page |p\. ?)?[-–—|]? ?(?:[0-9]{{1,4}}|{_ROMAN}) ?[-–—|]?(?: ?(?:of|/) ?[0-9]{{1,4}})?",
    re.IGNORECASE,
)
_PRINTED = re.compile(  # by a browser: the time and title above, the address and page below
    r"[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4},? [0-9]{1,2}:[0-9]{2}.{0,300}"
    r"|(?:https?|file)://\S{1,500}(?: [0-9]{1,4}/[0-9]{1,4})?"
)


class Segment(msgspec.Struct, frozen=True, array_like=True):
    """A run of text on one line, as the child gives it; y grows upwards."""

    text: str
    left: float
    word: float
    right: float
    base: float
    size: float
    bold: bool


class Page(msgspec.Struct, frozen=True):
    """A page and its segments in the order of the file."""

    height: float
    segments: tuple[Segment, ...]


class Line(NamedTuple):
    """A line of text, where it stands, and on which page, from 1; `word` ends its first word."""

    text: str
    page: int
    left: float
    word: float
    right: float
    base: float
    size: float
    bold: bool


def lines_of(pages: Sequence[Page]) -> list[Line]:
    """Return the lines of all pages in order, headers, footers and page numbers left out."""
    found = [list(_joined(page, number)) for number, page in enumerate(pages, start=1)]
    margins = [_margin(page, lines) for page, lines in zip(pages, found, strict=True)]
    shapes = collections.Counter(
        shape for lines in margins for shape in {_shape(line.text) for line in lines}
    )
    often = max(_MOST_IN_ALL * len(pages), 2)
    running = {shape for shape, count in shapes.items() if count >= often}
    left_out = {
        line
        for line in itertools.chain.from_iterable(margins)
        if _shape(line.text) in running or is_page_mark(line.text)
    }
    return [line for line in itertools.chain.from_iterable(found) if line not in left_out]


def is_page_mark(words: str) -> bool:
    """Say whether a line in the margin is a page number, or what a browser prints there.

    >>> is_page_mark("- 12 -"), is_page_mark("Page 3 of 7"), is_page_mark("12 people fled")
    (True, True, False)
    """
    words = words.replace(COLUMN, " ").strip()
    return bool(_PAGE_NUMBER.fullmatch(words) or _PRINTED.fullmatch(words))


def _joined(page: Page, number: int) -> Iterator[Line]:
    """Put segments together that stand on one line: raised note marks part them."""
    line: Line | None = None
    for segment in page.segments:
        if line is not None and _is_beside(line, segment):
            line = _with(line, segment)
            continue
        if line is not None:
            yield line
        line = Line(segment.text, number, *_measures(segment))
    if line is not None:
        yield line


def _measures(segment: Segment) -> tuple[float, float, float, float, float, bool]:
    return segment.left, segment.word, segment.right, segment.base, segment.size, segment.bold


def _is_beside(line: Line, segment: Segment) -> bool:
    size = max(line.size, segment.size)
    gap = segment.left - line.right
    is_near = -0.3 * size < gap < _WIDEST_GAP * size
    return is_near and abs(segment.base - line.base) < _ONE_LINE * size


def _with(line: Line, segment: Segment) -> Line:
    words = segment.text
    if segment.size < _SMALL * line.size and segment.base > line.base:
        words = words.translate(SUPERSCRIPT)
    has_gap = segment.left - line.right > _WORD_GAP * line.size
    between = " " if has_gap and not line.text.endswith(" ") and not words.startswith(" ") else ""
    if line.size < _SMALL * segment.size and line.base > segment.base:
        # A raised mark that opens the line: its number belongs to the note, not to the words.
        line = line._replace(
            text=line.text.translate(SUPERSCRIPT), base=segment.base, size=segment.size
        )
    return line._replace(
        text=line.text + between + words, right=segment.right, bold=line.bold and segment.bold
    )


def _margin(page: Page, lines: Sequence[Line]) -> list[Line]:
    """Return the outermost lines in the margins of a page."""
    by_height = sorted(lines, key=lambda line: line.base)
    low = [line for line in by_height[:_OUTERMOST] if line.base < _MARGIN * page.height]
    high = [line for line in by_height[-_OUTERMOST:] if line.base > (1 - _MARGIN) * page.height]
    return low + high


def _shape(words: str) -> str:
    """Return a line with its numbers taken out, so that page 3 and page 4 are one."""
    return " ".join(_DIGITS.sub("0", words).split()).lower()
