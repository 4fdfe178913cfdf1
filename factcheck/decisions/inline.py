"""Comments in a draft by which its writer takes passages out of the check.

`<!-- factcheck: ignore[quantity] reason -->` is for the next paragraph, and
`<!-- factcheck: off -->` for all up to `<!-- factcheck: on -->`. Whoever checks still sees the
claims, marked. In a source these comments do nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, get_args

import msgspec

from factcheck.schema import Block, Claim, ClaimKind, Document, Notice, Span

_COMMENT = re.compile(r"<!--[ \t]{0,9}factcheck:((?:[^-]|-(?!->)){0,500}+)-->")
_ACTION = re.compile(r"\A\s{0,9}(ignore|off|on)\b(?:\[([a-z, ]{0,80})\])?+(.{0,500})\Z", re.DOTALL)
_NO_REASON = "between factcheck: off and on"


class Ignored(NamedTuple):
    """A passage that a draft takes out, for some kinds of claims or, if none is named, all."""

    span: Span
    kinds: frozenset[str]
    reason: str

    def covers(self, claim: Claim) -> bool:
        """Say whether a claim begins in the passage."""
        return self.span.start <= claim.span.start < self.span.end and (
            not self.kinds or claim.kind in self.kinds
        )


class _Comment(NamedTuple):
    """A comment: where it stands in the text (`at` to `end`), and its line in the file."""

    at: int
    end: int
    line: int
    words: str


class _Order(NamedTuple):
    action: Literal["ignore", "off", "on"]
    kinds: frozenset[str]
    reason: str


def prepared(document: Document, page: str = "") -> tuple[Document, tuple[Ignored, ...]]:
    """Return a draft without its comments to factcheck, and the passages they take out.

    `page` is the file of a draft whose text is not that of the file (HTML): there a comment counts
    by its line. What is not understood, or gives no reason, is a notice and takes nothing out.
    """
    comments = list(_on_page(document, page) if page else _in_text(document))
    if not comments:
        return document, ()
    blocks = tuple(_without(document, comments))
    notices: list[Notice] = []
    orders = [(comment, _order(comment, notices)) for comment in comments]
    off = list(_off(orders, len(document.text), notices))
    ignored = [*_next_blocks(orders, blocks), *off]
    document = msgspec.structs.replace(
        document, blocks=blocks, notices=(*document.notices, *notices)
    )
    return document, tuple(ignored)


_Ordered = Sequence[tuple[_Comment, _Order | None]]


def _next_blocks(orders: _Ordered, blocks: Sequence[Block]) -> Iterator[Ignored]:
    for comment, order in orders:
        if order is not None and order.action == "ignore":
            span = next((b.span for b in blocks if b.span.start >= comment.end), None)
            if span:
                yield Ignored(span, order.kinds, order.reason)


def _off(orders: _Ordered, length: int, notices: list[Notice]) -> Iterator[Ignored]:
    off: _Comment | None = None
    for comment, order in orders:
        if order is not None and order.action == "off":
            off = off or comment
        elif order is not None and order.action == "on" and off:
            yield Ignored(Span(off.end, comment.at), frozenset(), _NO_REASON)
            off = None
    if off:
        yield Ignored(Span(off.end, length), frozenset(), _NO_REASON)
        said = f"Line {off.line}: factcheck: off has no on after it; all to the end is taken out."
        notices.append(Notice("comment-left-open", said))


def _in_text(document: Document) -> Iterator[_Comment]:
    for match in _COMMENT.finditer(document.text):
        line = document.line_at(match.start())
        yield _Comment(match.start(), match.end(), line, match[1])


def _on_page(document: Document, page: str) -> Iterator[_Comment]:
    """Yield the comments of a file before the first block of the text that stands on their line."""
    for match in _COMMENT.finditer(page):
        line = page.count("\n", 0, match.start()) + 1
        starts = (b.span.start for b in document.blocks if document.line_at(b.span.start) >= line)
        at = next(starts, len(document.text))
        yield _Comment(at, at, line, match[1])


def _order(comment: _Comment, notices: list[Notice]) -> _Order | None:
    """Read a comment; what is wrong with it becomes a notice."""
    match = _ACTION.match(comment.words)
    if match is None:
        said = "is not understood; write factcheck: ignore[KIND] REASON, or off and on."
        notices.append(Notice("comment-unknown", f"Line {comment.line}: the comment {said}"))
        return None
    kinds = frozenset(word.strip() for word in (match[2] or "").split(",") if word.strip())
    unknown = kinds - set(get_args(ClaimKind))
    if unknown:
        said = f"knows no kind {', '.join(sorted(unknown))}; use {', '.join(get_args(ClaimKind))}."
        notices.append(Notice("comment-unknown", f"Line {comment.line}: factcheck: ignore {said}"))
        return None
    reason = " ".join(match[3].split()).strip(" :-")
    if match[1] == "ignore" and not reason:
        said = "gives no reason, and takes nothing out."
        notices.append(Notice("comment-unknown", f"Line {comment.line}: factcheck: ignore {said}"))
        return None
    action: Literal["ignore", "off", "on"]
    action = "ignore" if match[1] == "ignore" else "off" if match[1] == "off" else "on"
    return _Order(action, kinds, reason)


def _without(document: Document, comments: Sequence[_Comment]) -> Iterator[Block]:
    """Yield the blocks cut at the comments, which are not prose."""
    for block in document.blocks:
        start = block.span.start
        for comment in comments:
            if start <= comment.at < block.span.end and comment.at < comment.end:
                yield from _piece(document, block, start, comment.at)
                start = comment.end
        yield from _piece(document, block, start, block.span.end)


def _piece(document: Document, block: Block, start: int, end: int) -> Iterator[Block]:
    text = document.text[start:end]
    if text.strip():
        start += len(text) - len(text.lstrip())
        end -= len(text) - len(text.rstrip())
        yield msgspec.structs.replace(block, span=Span(start, end))
