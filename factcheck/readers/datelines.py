"""The dateline that opens a wire story: where and when it was filed, which is not prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.schema import Block, Span
from factcheck.vocabulary.calendar import date_in

MAX_LENGTH = 120  # code points up to the dash
MAX_PLACE_WORDS = 5  # "PORT AU PRINCE, Haiti"
# A town in capitals, then anything up to the first dash that stands apart.
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z'’.]{2,20}+)(?P<rest>[^\r\n–—]{0,100}?)(?:[ ]-{1,2}[ ]|[ ]?[–—])[ ]?"
)
_AGENCY = re.compile(r"\([^()\r\n]{2,40}\)")
_WORD = re.compile(r"[^\W\d_]{1,30}")
_SMALL = frozenset({"and", "of", "de", "al", "el", "the", "on", "du", "da"})


def set_apart(text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, each dateline that opens a paragraph as a credit of its own.

    So its date is not a claim and its town not what the first sentence is about.

    >>> text = "OBER LINDE, Oct 7 (Agency) - Aid came."
    >>> found = set_apart(text, [Block("paragraph", Span(0, 38))])
    >>> [(block.kind, text[block.span.start : block.span.end]) for block in found]
    [('credit', 'OBER LINDE, Oct 7 (Agency) -'), ('paragraph', 'Aid came.')]
    """
    for block in blocks:
        end = _end(text, block.span) if block.kind == "paragraph" else 0
        if not end:
            yield block
            continue
        line = text[block.span.start : end]
        yield Block("credit", Span(block.span.start, block.span.start + len(line.rstrip())))
        yield Block("paragraph", Span(end, block.span.end))


def _end(text: str, span: Span) -> int:
    """Return where the prose after a dateline begins; 0 where there is none."""
    match = _DATELINE.match(text, span.start, min(span.end, span.start + MAX_LENGTH))
    if match is None or match.end() >= span.end:
        return 0
    rest = _AGENCY.sub(" ", match["rest"])
    words = [word for word in _WORD.findall(rest) if word not in _SMALL]
    is_dated = len(rest) < len(match["rest"]) or date_in(rest.strip(" ,.")) is not None
    few = len(words) < MAX_PLACE_WORDS + 2 * is_dated
    if not few or any(word[0].islower() for word in words):
        return 0
    return match.end()
