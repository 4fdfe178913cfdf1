"""HTML: the text of the main part of a page, block by block, with the lines it came from.

Parsed with lxml, which stays linear on broken markup. Scripts, hidden elements, navigation and
other furniture are left out.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree, html

from factcheck.config import Limits
from factcheck.readers.metadata import make_document
from factcheck.readers.page_metadata import page_facts
from factcheck.readers.plain import is_credit, seen
from factcheck.readers.raised import SUBSCRIPT, SUPERSCRIPT, without_note_marks
from factcheck.schema import Block, BlockKind, Document, LineAnchor, Notice, Refusal, Span

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s?=\s?[\"']?([\w-]{1,40})"
)
_SPACE = re.compile(r"[ \t\r\n\f]++")
_HIDING = re.compile(r"display\s?:\s?none|visibility\s?:\s?hidden", re.IGNORECASE)
_DROPPED = frozenset(
    "script style noscript template head title nav aside footer button select textarea"
    " iframe object embed svg canvas math video audio map dialog menu input".split()
)
_DROPPED_ROLES = frozenset(
    "navigation banner contentinfo complementary search menu dialog alert".split()
)
_FURNITURE = ("share", "social", "related", "newsletter", "cookie", "breadcrumb", "promo", "advert")
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption"
    " figure footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody"
    " td tfoot th thead tr ul".split()
)
_KINDS: dict[str, BlockKind] = {
    **{f"h{level}": "heading" for level in range(1, 7)},
    "li": "item",
    "blockquote": "quotation",
    "figcaption": "caption",
    "caption": "caption",
    "tr": "row",
}
# Links between a note and its mark, as LibreOffice and pandoc write them.
_NOTE_LINKS = frozenset(
    "sdfootnoteanc sdfootnotesym sdendnoteanc sdendnotesym footnote-ref footnote-back".split()
)
_MARGINS = frozenset({"header", "footer"})  # what LibreOffice calls those of a printed page
_TITLE_BLOCK = "title-block-header"  # pandoc's, which holds the headline
_RAISED = {"sup": SUPERSCRIPT, "sub": SUBSCRIPT}
_LONGEST_MARK = 6  # "[12]"
_SOFT_HYPHEN = "\u00ad"
_CREDIT_CLASSES = frozenset("byline credit copyright author photo-credit image-credit".split())
_MAIN_SHARE = 0.4  # of the page's text an article must hold to be taken for the whole of it
_MOST_ARTICLES = 50  # looked at; a page of more is a list of teasers
_BLANKS = " \t\r\n\f\v"
_BREAK_SIGN = "\v"  # stands for <br> while the page's own line ends are being joined
_CELL = " | "
_BETWEEN = "\n\n"
_EMPTY_LINE = re.compile(r"\v(?: ?\v)++")
_LINE_BREAK = re.compile(r" ?\v ?")
_PROSE_IN_CELLS = ("table", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote")
_LONGEST_CELL = 200  # a cell with more, or with several paragraphs, is a part of the page


def declared_encoding(data: bytes) -> str:
    """Return the encoding that the page names in its first lines, or an empty string."""
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii", "ignore") if match else ""


def document(
    name: str, text: str, notices: tuple[Notice, ...], limits: Limits
) -> Document | Refusal:
    """Extract the text of a page; `Document.lines` leads back to the lines of the file."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except etree.LxmlError:
        return Refusal(name, "empty", "There is no text in it.")
    if any("depth" in entry.message for entry in parser.error_log):
        reason = f"Its elements are nested deeper than {limits.max_markup_depth}."
        return Refusal(name, "too-deep", reason)
    _raise_digits(root)
    main = _main_part(root)
    page_text, blocks, lines = _assemble(_runs(_pieces(main)))
    if not blocks:
        return Refusal(name, "no-text", "The page holds no text besides its navigation.")
    told = page_facts(root, main, limits).or_else(seen(page_text, blocks))
    return make_document(name, page_text, blocks, told, lines=lines, notices=notices)


def _raise_digits(root: html.HtmlElement) -> None:
    """Write digits that are set high or low with the signs for such digits."""
    for element in root.iter(*_RAISED):
        if len(element.text_content()) > _LONGEST_MARK:
            continue
        raised = _RAISED[str(element.tag)]
        for inner in element.iter():
            inner.text = (inner.text or "").translate(raised)
            if inner is not element:
                inner.tail = (inner.tail or "").translate(raised)


def _main_part(root: html.HtmlElement) -> html.HtmlElement:
    """Return the article or main element that holds most of the text, else the whole."""
    parts = list(itertools.islice(root.iter("article", "main"), _MOST_ARTICLES))
    if not parts:
        return root
    sizes = [len(part.text_content()) for part in parts]
    largest = max(sizes)
    enough = _MAIN_SHARE * len(root.text_content())
    return parts[sizes.index(largest)] if largest >= enough else root


class _Piece(NamedTuple):
    """Words of one element, with the line and kind of block they stand in."""

    words: str
    line: int
    kind: BlockKind


_BREAK = _Piece("", 0, "paragraph")  # between two blocks


def _pieces(start: html.HtmlElement) -> Iterator[_Piece]:
    """Walk over an element without recursion and yield its words and the breaks between."""
    is_page = start.tag == "html"
    # Each element is met on the way in, with the kind of its surroundings, and on the way out.
    waiting: list[tuple[html.HtmlElement, BlockKind, bool]] = [(start, "paragraph", False)]
    while waiting:
        element, around, leaving = waiting.pop()
        is_block = element.tag in _BLOCKS and around != "row"
        if is_block:
            yield _BREAK
        if leaving or (element is not start and _is_dropped(element, is_page=is_page)):
            if element is not start:
                yield _piece(element, element.tail, around)
            continue
        kind = _kind_inside(element, around)
        if element.tag in {"td", "th"} and around == "row":
            yield _Piece(_CELL, element.sourceline or 1, kind)
        yield _piece(element, _BREAK_SIGN if element.tag == "br" else element.text, kind)
        waiting.append((element, around, True))
        waiting += ((child, kind, False) for child in reversed(element))


def _piece(element: html.HtmlElement, words: str | None, kind: BlockKind) -> _Piece:
    words = (words or "").replace(_SOFT_HYPHEN, "")
    if element.tag == "pre":  # its own line ends count: old press releases stand in one
        words = words.replace("\n", _BREAK_SIGN)
    blank = len(words) - len(words.lstrip(_BLANKS))
    return _Piece(words, (element.sourceline or 1) + words.count("\n", 0, blank), kind)


def _is_dropped(element: html.HtmlElement, *, is_page: bool) -> bool:
    """Say whether an element is furniture; the header of an article is not, that of a page is."""
    if element.tag in _DROPPED or _is_note_mark(element):
        return True
    if is_page and element.tag == "header":
        return str(element.attrib.get("id")) != _TITLE_BLOCK
    return _is_marked_as_dropped(element)


def _is_marked_as_dropped(element: html.HtmlElement) -> bool:
    if element.tag == "pre" and next(element.iter("code"), None) is not None:
        return True
    if not element.attrib:
        return False
    get = element.attrib.get
    if "hidden" in element.attrib or get("aria-hidden") == "true":
        return True
    if (
        get("role") in _DROPPED_ROLES
        or get("title") in _MARGINS
        or _HIDING.search(get("style", "")[:500])
    ):
        return True
    return any(name.startswith(_FURNITURE) for name in _classes(element))


def _is_note_mark(element: html.HtmlElement) -> bool:
    """Say whether an element only leads to a note or back from it."""
    if element.tag == "sup":
        is_short = len(element.text_content()) <= _LONGEST_MARK
        return is_short and next(element.iter("a"), None) is not None
    return element.tag == "a" and bool(_NOTE_LINKS.intersection(_classes(element)))


def _classes(element: html.HtmlElement) -> list[str]:
    return str(element.attrib.get("class", ""))[:500].lower().split()


def _kind_inside(element: html.HtmlElement, around: BlockKind) -> BlockKind:
    """Return the kind of the words in an element that stands in a block of kind `around`."""
    if around == "row":
        return "row"
    if _CREDIT_CLASSES.intersection(_classes(element)) or element.attrib.get("rel") == "author":
        return "credit"
    if element.tag == "tr" and any(map(_is_prose, element)):
        return around  # a table that lays out the page
    return _KINDS.get(str(element.tag), around)


def _is_prose(cell: html.HtmlElement) -> bool:
    if next(cell.iterdescendants(*_PROSE_IN_CELLS), None) is not None:
        return True
    paragraphs = list(itertools.islice(cell.iterdescendants("p"), 2))
    words = cell.text_content().strip()
    is_sentence = bool(paragraphs) and words.endswith((".", "!", "?"))
    return is_sentence or len(paragraphs) > 1 or len(words) > _LONGEST_CELL


def _runs(pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """Join the words between two breaks, with the line and kind of the first of them."""
    run: list[_Piece] = []
    for piece in itertools.chain(pieces, [_BREAK]):
        if piece is not _BREAK:
            run.append(piece)
            continue
        first = next((part for part in run if part.words.strip(_BLANKS)), None)
        if first is not None:
            words = _SPACE.sub(" ", "".join(part.words for part in run))
            yield _Piece(words.removeprefix(_CELL), first.line, first.kind)
        run = []


def _assemble(runs: Iterator[_Piece]) -> tuple[str, list[Block], tuple[LineAnchor, ...]]:
    """Put a blank line between blocks; two line breaks in a row make two blocks."""
    text: list[str] = []
    blocks: list[Block] = []
    lines: list[LineAnchor] = []
    at = 0
    for words, line, kind in runs:
        for part in _EMPTY_LINE.split(words):
            clean = without_note_marks(_LINE_BREAK.sub("\n", part)).strip(_BLANKS + _CELL)
            if not clean:
                continue
            is_signed = kind != "heading" and is_credit(clean)
            blocks.append(Block("credit" if is_signed else kind, Span(at, at + len(clean))))
            lines.append(LineAnchor(at, line))
            text.append(clean)
            at += len(clean) + len(_BETWEEN)
    return _BETWEEN.join(text), blocks, tuple(lines)
