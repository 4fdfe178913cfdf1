"""The running text of a Word file, as it stands when all tracked changes are accepted.

Text is gathered paragraph by paragraph from the XML itself, since python-docx passes over what
stands inside insertions, footnotes, content controls and text boxes. Nothing is trimmed or
joined, so each piece of text leads back to the element it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from factcheck.readers.raised import SUBSCRIPT, SUPERSCRIPT, is_exponent, without_note_marks

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

# Deleted, moved away, or not part of what is read.
_LEFT_OUT = frozenset(
    f"{_W}{tag}"
    for tag in (
        "del moveFrom instrText delText rPr pPr sdtPr sdtEndPr rt annotationRef object"
        " commentReference footnoteRef endnoteRef separator continuationSeparator"
    ).split()
) | {f"{_MC}Fallback"}
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_WORDS = frozenset({f"{_W}t", f"{_M}t"})
_RAISED = {"superscript": SUPERSCRIPT, "subscript": SUBSCRIPT}
_LONGEST_CELL = 200  # a longer cell, or one of several paragraphs, is prose in a frame


class Piece(NamedTuple):
    """Words and the element they stand in: a `w:t`, or a break inside a run."""

    words: str
    element: etree._Element


class Paragraph(NamedTuple):
    """A paragraph, or a row of a table with its cells side by side.

    `element` is the `w:p`, or the `w:tr` of a row; `note` says that it is a footnote or endnote of
    the paragraph before.
    """

    pieces: tuple[Piece, ...]
    element: etree._Element
    is_row: bool = False
    note: bool = False

    @property
    def text(self) -> str:
        """The words of all pieces."""
        return "".join(piece.words for piece in self.pieces)


Notes = Mapping[tuple[str, str], etree._Element]


def paragraphs(body: etree._Element, notes: Notes) -> Iterator[Paragraph]:
    """Yield the paragraphs of a body, header or cell in order, each followed by its notes.

    `notes` are the footnotes and endnotes by ("footnote" or "endnote", id).
    """
    yield from _Walk(notes).blocks(body)


def value(element: etree._Element | None, name: str = "val") -> str:
    """Return an attribute of the w: namespace, empty where it or the element is missing."""
    return "" if element is None else str(element.get(f"{_W}{name}", ""))


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first element at the end of a path of w: names."""
    for name in path:
        element = None if element is None else element.find(f"{_W}{name}")
    return element


def children(element: etree._Element, name: str) -> list[etree._Element]:
    """Return the elements of a w: name right below."""
    return element.findall(f"{_W}{name}")


def _own(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row; content controls may stand around them."""
    for element in parent:
        if element.tag == f"{_W}{name}":
            yield element
        elif element.tag not in _LEFT_OUT:
            yield from _own(element, name)


class _Walk:
    """Goes through blocks; XML is at most 256 levels deep, so recursion is bounded."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._carried: list[Piece] = []  # of a paragraph whose end was deleted

    def blocks(self, parent: etree._Element) -> Iterator[Paragraph]:
        for element in parent:
            if element.tag == f"{_W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                yield from self._table(element)
            elif isinstance(element.tag, str) and element.tag not in _LEFT_OUT:
                yield from self.blocks(element)  # content controls, custom XML, insertions

    def _paragraph(self, element: etree._Element) -> Iterator[Paragraph]:
        inline = _Inline()
        inline.read(element)
        pieces = (*self._carried, *inline.pieces)
        self._carried = []
        if child(element, "pPr", "rPr", "del") is not None:
            self._carried = list(pieces)
        elif any(piece.words.strip() for piece in pieces):
            yield Paragraph(pieces, element)
        for key in inline.notes:
            if key in self._notes:
                for paragraph in _Walk({}).blocks(self._notes[key]):
                    yield paragraph._replace(note=True)
        for box in inline.boxes:
            yield from self.blocks(box)

    def _table(self, table: etree._Element) -> Iterator[Paragraph]:
        for row in _own(table, "tr"):
            if child(row, "trPr", "del") is None:
                yield from self._row(row)

    def _row(self, row: etree._Element) -> Iterator[Paragraph]:
        cells = [
            list(self.blocks(cell))
            for cell in _own(row, "tc")
            if child(cell, "tcPr", "cellDel") is None
        ]
        held = [[found for found in cell if not found.note] for cell in cells]
        if any(
            len(cell) > 1 or len("".join(p.text for p in cell)) > _LONGEST_CELL for cell in held
        ):
            for cell in cells:
                yield from cell
            return
        pieces: list[Piece] = []
        for number, cell in enumerate(held):
            if number:
                pieces.append(Piece(" | ", row))
            pieces += (piece for paragraph in cell for piece in paragraph.pieces)
        if any(held):
            yield Paragraph(tuple(pieces), row, is_row=True)
        yield from (found for cell in cells for found in cell if found.note)


class _Inline:
    """Gathers the words of one paragraph, the notes it refers to and the text boxes in it."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.notes: list[tuple[str, str]] = []
        self.boxes: list[etree._Element] = []

    def read(self, parent: etree._Element, raised: Mapping[int, int] | None = None) -> None:
        """Read the elements inside `parent`; `raised` replaces digits set high or low."""
        for element in parent:
            tag = element.tag
            if not isinstance(tag, str) or tag in _LEFT_OUT:
                continue
            if tag in _WORDS:
                self.pieces.append(Piece(self._set(element.text or "", raised), element))
            elif tag in _BREAKS:
                self.pieces.append(Piece(_BREAKS[tag], element))
            elif tag == f"{_W}r":
                self._run(element)
            elif tag in {f"{_W}footnoteReference", f"{_W}endnoteReference"}:
                kind = tag.removeprefix(_W).removesuffix("Reference")
                self.notes.append((kind, value(element, "id")))
            elif tag == f"{_W}txbxContent":
                self.boxes.append(element)
            else:
                self.read(element, raised)

    def _set(self, words: str, raised: Mapping[int, int] | None) -> str:
        """Return words as they are set: raised digits as such, marks of notes not at all."""
        if raised is None:
            return words
        words = words.translate(raised)
        before = "".join(piece.words for piece in self.pieces[-2:])
        return words if is_exponent(before) else without_note_marks(words)

    def _run(self, run: etree._Element) -> None:
        hidden = child(run, "rPr", "vanish")
        if hidden is not None and value(hidden) not in {"0", "false", "off"}:
            return
        self.read(run, _RAISED.get(value(child(run, "rPr", "vertAlign"))))
