"""Markdown: blocks by the CommonMark rules, the text itself unchanged.

Code, HTML and comments are no prose and belong to no block. The marks inside a paragraph stay in
the text; `normalize(..., markdown=True)` passes over them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from factcheck.normalize import normalize
from factcheck.readers.metadata import (
    Facts,
    front_matter,
    headers,
    headers_below,
    make_document,
    with_headline,
)
from factcheck.readers.plain import is_credit, seen
from factcheck.schema import Block, BlockKind, Document, Notice, Span

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINES = re.compile(r"[^\r\n]*+(?:\r\n?|\n|\Z)")
_MARKS = re.compile(r"(?:[ \t]{1,8}|>|(?:[-+*]|[0-9]{1,9}[.)]|#{1,6}|\[[ xX]\])(?=[ \t])){0,60}+")
_TAIL = re.compile(r"[ \t]#{1,6}[ \t]*\Z")
_IMAGE = re.compile(r"!\[[^\[\]]{0,500}\]\([^()\s]{0,2000}(?: \"[^\"]{0,300}\")?\)")
_CONTAINERS: dict[str, BlockKind] = {
    "list_item_open": "item",
    "blockquote_open": "quotation",
    "heading_open": "heading",
    "tr_open": "row",
}
_NESTING = 60  # deeper quotations and lists are read as one text


def document(name: str, text: str, notices: tuple[Notice, ...] = ()) -> Document:
    """Read a Markdown text: front matter or header lines, title, blocks."""
    told, start = front_matter(text)
    more, start = headers(text, start)
    told = told.or_else(more)
    blocks = _blocks(text, start)
    if blocks and blocks[0].kind == "heading":
        below, start = headers_below(text, blocks[0].span.end)
        told = told.or_else(below)
        blocks = [blocks[0], *_blocks(text, start)] if start else blocks
    told = _clean(told.or_else(seen(text, blocks)))
    return make_document(name, text, with_headline(text, blocks), told, notices=notices)


def _clean(told: Facts) -> Facts:
    return Facts(normalize(told.title, markdown=True).text, told.source, told.date)


def _blocks(text: str, start: int) -> list[Block]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable("table").disable("inline")
    body = text[start:]
    offsets = [start, *accumulate((len(line) for line in _LINES.findall(body)), initial=start)][1:]
    return [
        Block(_kind(text, kind, span), span)
        for kind, first, last in _runs(parser.parse(body))
        for span in _trimmed(text, offsets[first], offsets[min(last, len(offsets) - 1)])
    ]


def _runs(tokens: list[Token]) -> Iterator[tuple[BlockKind, int, int]]:
    """Yield the kind and lines of each run of prose."""
    around: list[BlockKind] = ["paragraph"]
    in_head = False
    for token in tokens:
        if token.type in {"thead_open", "thead_close"}:
            in_head = token.type == "thead_open"
        kind = _CONTAINERS.get(token.type)
        if kind:
            around.append(kind)
            if kind == "row" and token.map and not in_head:
                yield kind, token.map[0], token.map[1]
        elif token.type.replace("_close", "_open") in _CONTAINERS:
            around.pop()
        elif token.type == "inline" and token.map and around[-1] != "row":
            yield around[-1], token.map[0], token.map[1]


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    match = _MARKS.match(text, start, end)
    start = match.end() if match else start
    words = text[start:end].rstrip()
    tail = _TAIL.search(words)
    words = words[: tail.start()].rstrip() if tail else words
    if words:
        yield Span(start, start + len(words))


def _kind(text: str, kind: BlockKind, span: Span) -> BlockKind:
    words = text[span.start : span.end]
    if kind in {"paragraph", "item"} and is_credit(words.strip("*_ ")):
        return "credit"
    if kind == "paragraph" and _IMAGE.fullmatch(words):
        return "caption"
    return kind
