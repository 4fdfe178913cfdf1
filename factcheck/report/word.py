"""The draft as a Word document with a comment on each claim that wants a look.

A draft that is a Word file keeps everything it has and gets comments; any other draft becomes a
plain new document, its blocks in order.
"""

from __future__ import annotations

import bisect
import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from itertools import pairwise

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.text.run import Run

from factcheck.report.escaping import for_markup
from factcheck.report.items import Item, Piece, items, pieces
from factcheck.report.outcomes import Listing, Outcome
from factcheck.report.page import Layout
from factcheck.report.word_comments import comment_on, summarise
from factcheck.report.word_original import Anchors
from factcheck.schema import Refusal, Report

_STYLES = {"heading": "Heading 2", "item": "List Bullet", "quotation": "Quote"}
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a zip file can name


def to_docx(outcomes: Sequence[Outcome], layout: Layout, original: bytes | None) -> bytes:
    """Return a Word file; `original` is the one that the single draft was read from, if it was.

    Comments stand on claims that are not corroborated, with `layout.comment_all` on all. They
    carry no date: the same outcomes give the same bytes.
    """
    match outcomes:
        case [(Report() | Listing()) as outcome] if original is not None:
            return _zipped(_annotated(original, outcome, layout))
    return _zipped(_made(outcomes, layout))


def _commented(outcome: Report | Listing, layout: Layout) -> list[Item]:
    found = items(outcome, layout.only)
    return [item for item in found if layout.comment_all or item.label != "corroborated"]


def _annotated(original: bytes, outcome: Report | Listing, layout: Layout) -> WordDocument:
    document = docx.Document(io.BytesIO(original))
    found = _commented(outcome, layout)
    anchors = Anchors(document, outcome.document, [item.claim for item in found])
    if anchors.first:
        homeless = [item for item in found if not anchors.of(item.claim)]
        summarise(document, anchors.first, outcome, homeless)
    for item in found:
        if place := anchors.of(item.claim):
            comment_on(document, place, item)
    return document


def _made(outcomes: Sequence[Outcome], layout: Layout) -> WordDocument:
    document = docx.Document()
    properties = document.core_properties
    properties.author = properties.comments = properties.last_modified_by = ""
    properties.created = properties.modified = dt.datetime(*_EPOCH, tzinfo=dt.UTC)
    for number, outcome in enumerate(outcomes):
        if number:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        if isinstance(outcome, Refusal):
            words = f"refused: {outcome.path}: {outcome.reason} ({outcome.code})"
            document.add_paragraph(for_markup(words))
        else:
            _add_draft(document, outcome, layout, titled=len(outcomes) > 1)
    return document


def _add_draft(
    document: WordDocument, outcome: Report | Listing, layout: Layout, *, titled: bool
) -> None:
    found = _commented(outcome, layout)
    first = None
    if titled:
        title = document.add_heading(level=1)
        first = title.add_run(for_markup(outcome.document.origin.path))
    edges = sorted({edge for i in found for edge in (i.claim.span.start, i.claim.span.end)})
    runs = [
        run
        for piece in pieces(outcome.document)
        for run in _add_piece(document, piece, outcome.document.text, edges)
    ]
    if first or runs:
        summarise(document, first or runs[0][2], outcome, [])
    starts, ends = [start for start, _, _ in runs], [end for _, end, _ in runs]
    for item in found:
        span = item.claim.span
        one, last = bisect.bisect_left(starts, span.start), bisect.bisect_right(ends, span.end) - 1
        if one <= last:
            comment_on(document, (runs[one][2], runs[last][2]), item)


def _add_piece(
    document: WordDocument, piece: Piece, text: str, edges: Sequence[int]
) -> list[tuple[int, int, Run]]:
    """Add a paragraph whose runs end where claims do; return them with their offsets."""
    paragraph = document.add_paragraph(style=_STYLES.get(piece.kind))
    span = piece.span
    cuts = [span.start, *(edge for edge in edges if span.start < edge < span.end), span.end]
    return [
        (start, end, paragraph.add_run(for_markup(text[start:end])))
        for start, end in pairwise(cuts)
    ]


def _zipped(document: WordDocument) -> bytes:
    """Return the file without the time at which it was made."""
    saved, timeless = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(timeless, "w") as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, date_time=_EPOCH)
            member.external_attr = 0o600 << 16
            target.writestr(member, source.read(name), zipfile.ZIP_DEFLATED)
    return timeless.getvalue()
