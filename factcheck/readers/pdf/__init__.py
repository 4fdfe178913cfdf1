"""PDF files: the text of the pages, read by PDFium in a process of its own, with limits.

`child` reads, `lines` puts the pieces of a line together and leaves margins out, `flow` makes
paragraphs. PDFium was chosen for its licence (Apache-2.0 or BSD), because it is fuzzed as part of
a browser, and because it keeps the order in which a text was written; pypdf and pdfminer.six lose
it in columns, and give no text without a word where pages form a loop.
"""

from __future__ import annotations

import bisect
import importlib.util
import subprocess
import sys
from pathlib import Path

import msgspec

from factcheck.config import Limits
from factcheck.readers import plain
from factcheck.readers.metadata import without_surrogates
from factcheck.readers.pdf.flow import flow
from factcheck.readers.pdf.lines import Page, lines_of
from factcheck.schema import Document, Notice, Refusal

_CHILD = Path(__file__).with_name("child.py")
_UNREADABLE = 0.2  # of the characters: fonts that do not say which letters they hold
_REASONS = {
    "encrypted": "It is locked with a password; save it without one.",
    "damaged": "It is damaged or incomplete; open it in a viewer and print it to a new PDF.",
    "pages": "It has more than {max_pdf_pages} pages (max_pdf_pages); split it.",
    "characters": "It is longer than {max_characters} characters (max_characters); split it.",
    "slow": "Reading it took more than {pdf_seconds} seconds (pdf_seconds); split it.",
}
_CODES = {"pages": "too-large", "characters": "too-large", "slow": "too-slow"}


class _Answer(msgspec.Struct):
    """What the child says: pages, or why there are none."""

    refused: str = ""
    title: str = ""
    pages: tuple[Page, ...] = ()


def document(name: str, data: bytes, limits: Limits) -> Document | Refusal:
    """Read a PDF; `Document.lines` gives the page, from 1, on which a text stands.

    The dates in the properties of the file are those of the file, never of the text.
    """
    if importlib.util.find_spec("pypdfium2") is None:
        reason = 'Reading PDF needs an extra: pip install "factcheck-toolkit[pdf]".'
        return Refusal(name, "not-installed", reason)
    answer = _ask(data, limits)
    if answer.refused:
        reason = _REASONS[answer.refused].format_map(_named(limits))
        return Refusal(name, _CODES.get(answer.refused, answer.refused), reason)
    text, marks = flow(lines_of(answer.pages))
    if not text:
        reason = "It holds pictures of pages and no text (a scan); run text recognition on it."
        return Refusal(name, "no-text", reason)
    if _unreadable(text) > _UNREADABLE:
        reason = "Its fonts do not say which letters they hold; run text recognition on it."
        return Refusal(name, "no-text", reason)
    read = plain.document(name, without_surrogates(text), _notices(answer.pages))
    starts = sorted(marks.kinds)
    blocks = tuple(
        msgspec.structs.replace(block, kind=kind) if kind else block
        for block in read.blocks
        for kind in [marks.kinds[starts[bisect.bisect_right(starts, block.span.start) - 1]]]
    )
    title = marks.title or read.origin.title or " ".join(answer.title.split())
    origin = msgspec.structs.replace(read.origin, title=without_surrogates(title))
    return msgspec.structs.replace(read, origin=origin, blocks=blocks, lines=marks.lines)


def _ask(data: bytes, limits: Limits) -> _Answer:
    bounds = (
        limits.max_pdf_pages,
        limits.max_characters,
        limits.pdf_seconds,
        limits.pdf_memory_bytes,
    )
    try:
        child = subprocess.run(  # noqa: S603 - our own file, and numbers
            [sys.executable, "-P", str(_CHILD), *map(str, bounds)],
            input=data,
            capture_output=True,
            timeout=limits.pdf_seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return _Answer(refused="slow")
    try:
        return msgspec.json.decode(child.stdout, type=_Answer)
    except msgspec.DecodeError:  # it crashed, or was ended at a limit
        return _Answer(refused="damaged")


def _named(limits: Limits) -> dict[str, int]:
    return {
        "max_pdf_pages": limits.max_pdf_pages,
        "max_characters": limits.max_characters,
        "pdf_seconds": limits.pdf_seconds,
    }


def _notices(pages: tuple[Page, ...]) -> tuple[Notice, ...]:
    empty = [number for number, page in enumerate(pages, start=1) if not page.segments]
    if not empty:
        return ()
    shown = ", ".join(map(str, empty[:10])) + (", ..." if len(empty) > 10 else "")
    return (Notice("pages-without-text", f"No text was found on these pages: {shown}."),)


def _unreadable(text: str) -> float:
    """Return the share of characters that stand for no letter: private, unknown or control."""
    odd = sum("\ue000" <= sign <= "\uf8ff" or sign == "\ufffd" or sign < "\t" for sign in text)
    return odd / len(text)
