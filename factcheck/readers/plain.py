"""Plain text: header lines, then headings, paragraphs, list items and credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.readers.metadata import (
    Facts,
    dateline,
    headers,
    headers_below,
    make_document,
    stamp,
    with_headline,
)
from factcheck.schema import Block, BlockKind, Document, Notice, Span
from factcheck.vocabulary.calendar import MONTH_NUMBERS, WEEKDAYS

_LINE = re.compile(r"[^\r\n]++")
_RULE = re.compile(r"[-=_*~#•. \t]{3,}")
_ITEM = re.compile(r"(?:[-*•‣▪–·][ \t]{1,8}|\(?(?:[0-9]{1,3}|[a-z])[.)][ \t]{1,8})(?=\S)")
_QUOTED = re.compile(r">{1,9}[ \t]?")
_SENTENCE_END = re.compile(r"[.!?…:;,][\"'”’)\]]{0,3}$")
_TWO_SENTENCES = re.compile(r"[a-z0-9]{3}[.!] [\"“]?[A-Z]")

_PICTURE = r"(?:(?:file|cover|main) )?(?:photo(?:graph)?|image|picture|video|graphic|map)s?"
_AGENCIES = (
    r"(?:Reuters|AP|AFP|dpa|EPA|PA|UPI|ANSA|EFE|TASS|Interfax|Xinhua|Anadolu(?: Agency)?|AA|"
    r"(?:The )?Associated Press|Agence France-Presse|Getty(?: Images)?|agencies|staff|wires)"
)
_NAME = r"[^\W\d_a-z][\w.'’-]{0,30}"
# Lines that can be nothing else, wherever they stand.
_CREDITS = (
    re.compile(rf"(?i:{_PICTURE}(?: by| credits?| courtesy(?: of)?| source)?\s?[:/©|]).*"),
    re.compile(rf"(?i:{_PICTURE} (?:by|courtesy of|credit)) {_NAME}(?: [^.!?\d]{{0,80}})?"),
    re.compile(
        r"\(?(?i:(?:additional |further )?(?:reporting|writing|editing|compiled|edited|written|"
        rf"translated|reported|produced)(?: and [a-z]{{4,12}})? by ){_NAME}[^\d]{{0,150}}"
    ),
    re.compile(r"(?i:©|\(c\) [0-9]{4}|copyright\b|all rights reserved\b).*"),
)
# Lines that may also be a line of wrapped prose: believed where a paragraph would begin.
_SIGNATURES = (
    re.compile(r"(?i:credits?|sources?|byline)\s?:.*"),
    re.compile(
        rf"(?i:by) {_NAME}(?: {_NAME}|,? (?:and|in|for|at|of|de|al|el|bin|van|von|the)|,){{1,10}}"
    ),
    re.compile(r"[^.!?\d]{1,40} (?:and|with) (?:news )?agencies\.?"),
    re.compile(rf"[(\[]?{_AGENCIES}(?:(?:,| and|/|;| ?&| ?[-–—|]) ?{_AGENCIES}){{0,5}}[)\]]?\.?"),
)
_DAY_NAMES = frozenset((*MONTH_NUMBERS, *WEEKDAYS))
_LONGEST_CREDIT = 200
_LONGEST_HEADING = 100  # a headline fills one line; a longer line without an end is a lead
_LONGEST_TITLE = 200
_LONGEST_WRAPPED = 120  # a longer line was not wrapped by an editor: each line is a paragraph


def document(name: str, text: str, notices: tuple[Notice, ...] = ()) -> Document:
    """Read a plain text: header lines, title, date line, blocks."""
    told, start = headers(text)
    blocks = text_blocks(text, start, titled=bool(told.title))
    if blocks and blocks[0].kind == "heading":
        below, start = headers_below(text, blocks[0].span.end)
        told = told.or_else(below)
        blocks = [blocks[0], *text_blocks(text, start)] if start else blocks
    told = told.or_else(seen(text, blocks))
    return make_document(name, text, with_headline(text, blocks), told, notices=notices)


def seen(text: str, blocks: list[Block]) -> Facts:
    """Tell title, source and date from the text itself: headline, dated line, dateline."""
    title, date, found = "", None, Facts()
    if blocks and blocks[0].kind == "heading":
        title = " ".join(_slice(text, blocks[0]).split())
    for block in blocks[:6]:
        words = _slice(text, block)
        date = date or stamp(words)
        if block.kind == "paragraph":
            found = found.or_else(dateline(words))
    return Facts(title, found.source, date or found.date)


def text_blocks(
    text: str, start: int = 0, end: int | None = None, *, titled: bool = True
) -> list[Block]:
    """Cut `text[start:end]` into blocks at blank lines; `titled` when the title is known already.

    A group of lines is one wrapped paragraph, unless one of its lines is so long that it cannot
    have been wrapped; a text without any blank line is taken line by line in that case too. Lines
    that are credits or list items stand by themselves. Rules of dashes belong to no block.
    """
    groups = list(_groups(text, start, len(text) if end is None else end))
    blocks = [block for group in groups for block in _group_blocks(text, group)]
    return with_headings(text, blocks, titled=titled)


def _groups(text: str, start: int, end: int) -> Iterator[list[Span]]:
    """Yield runs of lines without a blank line between them, each line stripped."""
    group: list[Span] = []
    last = start
    for match in _LINE.finditer(text, start, end):
        line = _stripped(text, match.start(), match.end())
        breaks = text.count("\n", last, match.start()) or text.count("\r", last, match.start())
        last = match.end()
        if group and (breaks > 1 or line.start == line.end):
            yield group
            group = []
        if line.start < line.end:
            group.append(line)
    if group:
        yield group


def _group_blocks(text: str, group: list[Span]) -> Iterator[Block]:
    alone = any(line.end - line.start > _LONGEST_WRAPPED for line in group) or _is_list(text, group)
    open_kind: BlockKind | None = None
    first = last = group[0]
    for line in group:
        kind = _line_kind(text, line, leading=alone or open_kind in {None, "credit"})
        if kind is None:
            continue
        if open_kind is not None and not _continues(open_kind, kind, alone=alone):
            yield Block(open_kind, Span(first.start, last.end))
            open_kind = None
        if open_kind is None:
            open_kind, first = kind, _without_mark(text, line, kind)
        last = line
    if open_kind is not None:
        yield Block(open_kind, Span(first.start, last.end))


def _is_list(text: str, group: list[Span]) -> bool:
    """Say whether the lines each end their own sentence: paragraphs without blank lines."""
    ends = [
        bool(_SENTENCE_END.search(text[max(line.end - 4, line.start) : line.end])) for line in group
    ]
    return len(group) > 2 and sum(ends) > 0.8 * len(group)


def _line_kind(text: str, line: Span, *, leading: bool) -> BlockKind | None:
    words = text[line.start : min(line.end, line.start + _LONGEST_CREDIT + 1)]
    if _RULE.fullmatch(words):
        return None
    if is_credit(words, leading=leading):
        return "credit"
    if _QUOTED.match(words):
        return "quotation"
    return "item" if _ITEM.match(words) else "paragraph"


def is_credit(line: str, *, leading: bool = True) -> bool:
    """Say whether a line only names who made a picture or text, and when.

    `leading` says that the line stands where a paragraph would begin.

    >>> is_credit("Photo by: Example Press"), is_credit("By Ana Reyes in Geneva")
    (True, True)
    >>> is_credit("By September 2015 Some 500")
    False
    """
    if len(line) > _LONGEST_CREDIT:
        return False
    if any(pattern.fullmatch(line) for pattern in _CREDITS):
        return True
    if not leading or not any(pattern.fullmatch(line) for pattern in _SIGNATURES):
        return leading and stamp(line) is not None
    return not any(word.lower() in _DAY_NAMES for word in line.split()[1:2])


def _continues(open_kind: BlockKind, kind: BlockKind, *, alone: bool) -> bool:
    if alone or "credit" in {open_kind, kind} or kind == "item":
        return False
    return kind in {open_kind, "paragraph"}


def _without_mark(text: str, line: Span, kind: BlockKind) -> Span:
    pattern = {"item": _ITEM, "quotation": _QUOTED}.get(kind)
    match = pattern.match(text, line.start, line.end) if pattern else None
    return Span(match.end(), line.end) if match else line


def with_headings(text: str, blocks: list[Block], *, titled: bool) -> list[Block]:
    """Make headings of short paragraphs without an end that have prose after them."""
    result: list[Block] = []
    prose_follows = False
    for number in range(len(blocks) - 1, -1, -1):
        block = blocks[number]
        longest = _LONGEST_TITLE if number == 0 and not titled else _LONGEST_HEADING
        if block.kind == "paragraph" and prose_follows and _is_headline(text, block, longest):
            block = Block("heading", block.span)
        prose_follows = prose_follows or block.kind in {"paragraph", "item", "quotation"}
        result.append(block)
    return result[::-1]


def _is_headline(text: str, block: Block, longest: int) -> bool:
    words = _slice(text, block)
    if len(words) > longest or "\n" in words or _SENTENCE_END.search(words[-4:]):
        return False
    return _TWO_SENTENCES.search(words) is None


def _slice(text: str, block: Block) -> str:
    return text[block.span.start : block.span.end]


def _stripped(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, max(start, start + len(words.strip())))
