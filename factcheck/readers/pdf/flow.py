"""Lines of a PDF to running text: paragraphs joined over lines, columns and pages."""

from __future__ import annotations

import collections
import itertools
import re
import statistics
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.readers.pdf.lines import COLUMN, HYPHEN, Line
from factcheck.readers.raised import without_note_marks
from factcheck.schema import BlockKind, LineAnchor

_BETWEEN = "\n\n"
_CELL = " | "
_ONE_SIZE = 0.12  # letters differ less in one paragraph
_LARGER = 1.15  # times the size of most letters: a heading
_SMALLER = 0.92  # and a footnote
_APART = 1.3  # times the usual distance of two lines parts paragraphs
_INDENT = 0.7  # of a letter's size
_OUTDENT = 5  # a first line may be set in, a title in the middle
_COLUMN = 2.5  # times a letter's size two left edges of one column differ at most
_SPACE = 0.3  # of a letter's size, what a word needs besides its letters
_LONGEST_HEADING = 120
_HYPHENS = "-‐\u00ad" + HYPHEN
_END = re.compile(r"[.!?:;][\"'”’)\]⁰¹²³⁴⁵⁶⁷⁸⁹]{0,4}$")
_BULLET = re.compile(r"[•‣▪◦●·–*-]\s|[•‣▪◦●]|\(?[0-9]{1,2}[.)]\s")
_NOTE_MARK = re.compile(r"[0-9]{1,3}[ ]?(?=[A-Z“])")
_GLUED_BULLET = re.compile(r"[•‣▪◦●](?=\S)")
_LAST_WORD = re.compile(r"[^\W\d_]{1,40}(?:-[^\W\d_]{1,40}){0,3}$")
_FIRST_WORD = re.compile(r"[^\W\d_]{1,40}")
_COMPOUND = re.compile(r"(?<![\w-])[^\W\d_]{1,40}-[^\W\d_]{1,40}(?![\w-])")
_WORD = re.compile(r"(?<![\w-])[^\W\d_]{1,80}(?![\w-])")
# What keeps its hyphen where the text itself does not show how it is written.
_PREFIXES = frozenset(
    "twenty thirty forty fifty sixty seventy eighty ninety one two three four five six seven eight"
    " nine ten half self ex vice well mid non all long short high low part full so".split()
)


class Marks(NamedTuple):
    """What the looks of the pages tell of a text.

    `kinds` are the starts of all paragraphs with the kind that shows, None where none does;
    `lines` the pages, `title` the largest heading of the first page.
    """

    kinds: dict[int, BlockKind | None]
    lines: tuple[LineAnchor, ...]
    title: str


def flow(lines: Sequence[Line]) -> tuple[str, Marks]:
    """Join lines to paragraphs with a blank line between; the marks count pages as lines."""
    if not lines:
        return "", Marks({}, (), "")
    body = _usual_size(lines)
    whole = "\n".join(line.text.strip(_HYPHENS) for line in lines)
    known = {word.lower() for word in (*_COMPOUND.findall(whole), *_WORD.findall(whole))}
    texts: list[str] = []
    kinds: dict[int, BlockKind | None] = {}
    anchors: list[LineAnchor] = []
    title, largest, at = "", _LARGER * body, 0
    for paragraph in _paragraphs(lines, body):
        is_note = paragraph[0].size < _SMALLER * body
        words, pages = _joined(paragraph, known, is_note=is_note)
        if not words:
            continue
        anchors += (LineAnchor(at + offset, page) for offset, page in pages)
        kind = _kind(paragraph, words, body)
        kinds[at] = kind
        if kind == "heading" and paragraph[0].page == 1 and paragraph[0].size > largest:
            title, largest = words, paragraph[0].size
        texts.append(words)
        at += len(words) + len(_BETWEEN)
    return _BETWEEN.join(texts), Marks(kinds, tuple(anchors), title)


def _usual_size(lines: Sequence[Line]) -> float:
    sizes: collections.Counter[float] = collections.Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size))


# --- lines to paragraphs ---------------------------------------------------------------------


def _paragraphs(lines: Sequence[Line], body: float) -> Iterator[list[Line]]:
    """Yield paragraphs; a footnote stands behind the paragraph that runs on below it."""
    leading = _leading(lines)
    edges = _right_edges(lines)
    held: list[Line] = []
    notes: list[list[Line]] = []
    for line in lines:
        is_note = line.size < _SMALLER * body
        group = notes[-1] if is_note and notes else held
        if group and not _parts(group[-1], line, edges, leading):
            group.append(line)
        elif is_note:
            notes.append([line])
        else:
            if held:
                yield held
            yield from notes
            held, notes = [line], []
    yield from [held] if held else []
    yield from notes


def _leading(lines: Sequence[Line]) -> dict[float, float]:
    """Return the usual distance of two lines, by the size of their letters."""
    gaps = collections.defaultdict(list)
    for above, below in itertools.pairwise(lines):
        if above.page == below.page and above.base > below.base and _is_one_size(above, below):
            gaps[round(above.size)].append(above.base - below.base)
    return {size: statistics.median_low(found) for size, found in gaps.items()}


Edges = dict[tuple[int, int, int], float]


def _right_edges(lines: Sequence[Line]) -> Edges:
    """Return how far right the lines of each column go, by page, size and rounded left edge."""
    edges: Edges = {}
    for line in lines:
        key = _column(line)
        edges[key] = max(edges.get(key, 0), line.right)
    return edges


def _column(line: Line) -> tuple[int, int, int]:
    return line.page, round(line.size), int(line.left / (_COLUMN * line.size))


def _right(line: Line, edges: Edges) -> float:
    page, size, column = _column(line)
    return max(edges.get((page, size, near), 0) for near in (column - 1, column, column + 1))


def _is_one_size(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= _ONE_SIZE * max(one.size, other.size)


def _parts(above: Line, below: Line, edges: Edges, leading: dict[float, float]) -> bool:
    """Say whether a paragraph ends between two lines."""
    if COLUMN in above.text + below.text or _BULLET.match(below.text.lstrip()):
        return True
    if not _is_one_size(above, below) or above.bold != below.bold:
        return True
    if above.text.rstrip()[-1:] in _HYPHENS:
        return False
    gap = above.base - below.base
    if above.page != below.page or gap <= 0:  # the text goes on in another column or page
        return bool(_END.search(above.text.rstrip())) or _is_short(above, below, edges)
    shift = (below.left - above.left) / above.size
    is_apart = gap > _APART * leading.get(round(above.size), gap)
    return is_apart or not -_OUTDENT < shift < _INDENT or _is_short(above, below, edges)


def _is_short(above: Line, below: Line, edges: Edges) -> bool:
    """Say whether the first word of the line below would have fitted above."""
    room = _right(above, edges) - above.right
    return room > below.word - below.left + _SPACE * above.size


def _kind(paragraph: Sequence[Line], words: str, body: float) -> BlockKind | None:
    first = paragraph[0]
    if _CELL in words:
        return "row"
    is_set_off = first.size > _LARGER * body or (first.bold and len(paragraph) == 1)
    if is_set_off and len(words) <= _LONGEST_HEADING and not words.endswith((".", "!", ":")):
        return "heading"
    return None


# --- lines of a paragraph to its words -------------------------------------------------------


def _joined(
    paragraph: Sequence[Line], known: set[str], *, is_note: bool
) -> tuple[str, list[tuple[int, int]]]:
    """Return the words of a paragraph, and the offsets at which its pages begin."""
    words = ""
    pages: list[tuple[int, int]] = []
    for line in paragraph:
        added = " ".join(without_note_marks(line.text).replace(COLUMN, _CELL).split())
        if not words:
            added = _opening(added, is_note=is_note)
        elif words[-1] in _HYPHENS:
            words = _rejoined(words, added, known)
        else:
            words += " "
        if not pages or pages[-1][1] != line.page:
            pages.append((len(words), line.page))
        words += added
    return (words[:-1] + "-" if words[-1:] in _HYPHENS else words), pages


def _opening(words: str, *, is_note: bool) -> str:
    """Return the first line of a paragraph: a note without its number, a list sign set apart."""
    mark = _NOTE_MARK.match(words) if is_note else _GLUED_BULLET.match(words)
    if mark is None:
        return words
    return words[mark.end() :] if is_note else f"{mark[0]} {words[mark.end() :]}"


def _rejoined(words: str, added: str, known: set[str]) -> str:
    """Return the words up to a hyphen at the line's end, with the hyphen where it is meant.

    >>> _rejoined("the govern-", "ment of", set()), _rejoined("twenty-", "five", set())
    ('the govern', 'twenty-')
    >>> _rejoined("a co-", "operative", {"co-operative"})
    'a co-'
    """
    stem = words[:-1]
    before, after = _LAST_WORD.search(stem), _FIRST_WORD.match(added)
    if before is None or after is None or not after[0][0].islower():
        return f"{stem}-"  # "2016-", "Franco-Prussian"
    if (before[0] + after[0]).lower() in known:
        return stem
    last = before[0].rpartition("-")[2].lower()
    is_compound = f"{last}-{after[0].lower()}" in known or last in _PREFIXES
    return f"{stem}-" if is_compound else stem
