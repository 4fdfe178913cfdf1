"""Word files (.docx): paragraphs, tables and notes, with tracked changes accepted.

python-docx opens the package and knows its parts, styles and properties; `body` reads the text.
Comments are left out; headers and footers are credits behind the text.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.config import Limits
from factcheck.readers.archive import DAMAGE, damaged, vet
from factcheck.readers.metadata import Facts, headers, make_document, with_headline
from factcheck.readers.plain import is_credit, seen, with_headings
from factcheck.readers.word.body import Paragraph, child, children, paragraphs, value
from factcheck.schema import Block, BlockKind, Document, LineAnchor, Refusal, Span

if TYPE_CHECKING:
    from docx.document import Document as Package
    from lxml import etree

_RELATIONS = "/relationships/"
_BETWEEN = "\n\n"
_STYLES: tuple[tuple[str, BlockKind], ...] = (
    ("heading", "heading"),
    ("title", "heading"),
    ("subtitle", "heading"),
    ("quot", "quotation"),
    ("intense quot", "quotation"),
    ("block text", "quotation"),
    ("caption", "caption"),
    ("image caption", "caption"),
    ("table caption", "caption"),
    ("list", "item"),
    ("author", "credit"),
    ("byline", "credit"),
    ("date", "credit"),
)  # what the name of a style begins with, in any case
_MOST_BASES = 20  # a style is based on another; a circle of them ends here
_HEADER_LINES = 12  # looked at for "Title: ..." and the like


def document(name: str, data: bytes, limits: Limits) -> Document | Refusal:
    """Read a Word file; `Document.lines` counts its paragraphs, a row of a table as one.

    A footnote stands behind its paragraph and under its number. The dates in the properties of
    the file are those of the file, never of the text.
    """
    refused = vet(data, name, limits)
    if refused:
        return refused
    from docx.api import Document as open_package  # noqa: N813 - it is a function
    from docx.opc.exceptions import OpcError

    try:
        package = open_package(io.BytesIO(data))
        found = list(text_of(package))
        margins = list(_margins(package))
        styles = _styles(package)
        title = package.core_properties.title or ""
    except (*DAMAGE, OpcError):
        return damaged(name)
    if not found:
        return Refusal(name, "no-text", "There is no text in it; pictures of text are not read.")
    if sum(len(paragraph.text) for paragraph in found) > limits.max_characters:
        reason = f"It is longer than {limits.max_characters} characters (max_characters); split it."
        return Refusal(name, "too-large", reason)
    return _put_together(name, [*found, *margins], len(found), styles, title)


def text_of(package: Package) -> Iterator[Paragraph]:
    """Yield the paragraphs of the text, whose texts `Document.text` joins by a blank line.

    Each piece of a paragraph names its element, so that a span of the document can be found again.
    """
    yield from paragraphs(package.element.body, _notes(package))


def _notes(package: Package) -> Mapping[tuple[str, str], etree._Element]:
    return {
        (kind, value(note, "id")): note
        for kind in ("footnote", "endnote")
        for part in _parts(package, f"{kind}s")
        for note in part
        if not value(note, "type")  # the line above the notes is one, too
    }


def _margins(package: Package) -> Iterator[Paragraph]:
    """Yield what stands in headers and footers, each text once."""
    told = set()
    for kind in ("header", "footer"):
        for part in _parts(package, kind):
            for paragraph in paragraphs(part, {}):
                if paragraph.text.strip() not in told:
                    told.add(paragraph.text.strip())
                    yield paragraph


def _parts(package: Package, kind: str) -> Iterator[etree._Element]:
    """Yield the roots of the parts of a kind, in the order of their names."""
    from docx.oxml.parser import parse_xml

    related = [
        relation.target_part
        for relation in package.part.rels.values()
        if not relation.is_external and relation.reltype.endswith(_RELATIONS + kind)
    ]
    for part in sorted(related, key=lambda part: str(part.partname)):
        yield parse_xml(part.blob)


class _Style:
    """What a style says of the paragraphs that have it."""

    def __init__(self, element: etree._Element) -> None:
        self.name = value(child(element, "name")).lower()
        self.base = value(child(element, "basedOn"))
        self.level = value(child(element, "pPr", "outlineLvl"))
        self.is_list = child(element, "pPr", "numPr") is not None


Styles = Mapping[str, _Style]


def _styles(package: Package) -> Styles:
    return {
        value(style, "styleId"): _Style(style)
        for part in _parts(package, "styles")
        for style in children(part, "style")
    }


def _put_together(
    name: str, found: Sequence[Paragraph], length: int, styles: Styles, title: str
) -> Document:
    texts = [paragraph.text for paragraph in found]
    blocks, lines = [], []
    told, skipped = _told(texts)
    at = number = 0
    for ordinal, (paragraph, words) in enumerate(zip(found, texts, strict=True)):
        number += not paragraph.note
        lines.append(LineAnchor(at, number))
        clean = words.strip()
        start = at + words.index(clean)
        kind = "credit" if ordinal >= length else _kind(paragraph, clean, styles)
        if ordinal >= skipped:
            blocks.append(Block(kind, Span(start, start + len(clean))))
        at += len(words) + len(_BETWEEN)
    text = _BETWEEN.join(texts)
    if not any(block.kind == "heading" for block in blocks):
        blocks = with_headings(text, blocks, titled=bool(told.title))
    told = told.or_else(seen(text, blocks)).or_else(Facts(" ".join(title.split())))
    return make_document(name, text, with_headline(text, blocks), told, lines=tuple(lines))


def _told(texts: Sequence[str]) -> tuple[Facts, int]:
    """Read header lines ("Date: ...") among the first paragraphs, and how many those are."""
    top = "\n".join(" ".join(text.split()) for text in texts[:_HEADER_LINES])
    told, end = headers(top)
    return told, top.count("\n", 0, end)


def _kind(paragraph: Paragraph, words: str, styles: Styles) -> BlockKind:
    if paragraph.is_row:
        return "row"
    properties = child(paragraph.element, "pPr")
    kind = _kind_of_style(value(child(properties, "pStyle")), styles)
    if child(properties, "outlineLvl") is not None and not paragraph.note:
        kind = "heading" if value(child(properties, "outlineLvl")) < "9" else kind
    if kind == "paragraph" and value(child(properties, "numPr", "numId")) not in {"", "0"}:
        kind = "item"
    return "credit" if kind in {"paragraph", "item"} and is_credit(words) else kind


def _kind_of_style(name: str, styles: Styles) -> BlockKind:
    for _ in range(_MOST_BASES):
        style = styles.get(name)
        if style is None:
            break
        if style.level and style.level < "9":
            return "heading"
        for beginning, kind in _STYLES:
            if style.name.startswith(beginning):
                return kind
        if style.is_list:
            return "item"
        name = style.base
    return "paragraph"
