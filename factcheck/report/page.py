"""How the text report is set: its layout, and paragraphs wrapped to a width."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Literal, NamedTuple

import msgspec
from rich.console import Console
from rich.text import Text

from factcheck.report.excerpt import Ink
from factcheck.schema import Label

_NARROWEST = 24
_MARKS = Ink(marks=True)
_STYLES = Ink(focus="bold", differing="bold underline")


class Layout(msgspec.Struct, frozen=True):
    """How the text report is set.

    `width` counts terminal cells. `style` is "plain" where only characters may be written and
    "bold" where colours are unwanted. `brief` sets what does not conflict in one line;
    `comment_all` comments on corroborated claims of a Word document too.
    """

    width: int = 100
    style: Literal["plain", "bold", "colour"] = "plain"
    brief: bool = False
    only: Label | None = None
    comment_all: bool = False

    @property
    def ink(self) -> Ink:
        """How words are marked."""
        return _MARKS if self.style == "plain" else _STYLES

    def room(self, head: str) -> int:
        """Return how many cells of a line are left beside `head`."""
        return max(self.width, _NARROWEST) - len(head)


class Paragraph(NamedTuple):
    """Text with what stands before its first line; its other lines are indented as far."""

    body: Text
    head: str = ""


BLANK = Paragraph(Text())


def set_page(paragraphs: Iterable[Paragraph], layout: Layout) -> str:
    """Return the paragraphs as lines, each ended by a line feed.

    Blank paragraphs stand between others only, and never two in a row.
    """
    written = io.StringIO()
    console = Console(
        file=written,
        width=layout.room(""),
        force_terminal=layout.style != "plain",
        color_system=None if layout.style == "plain" else "standard",
        no_color=layout.style != "colour",
        legacy_windows=False,
    )
    blank = False
    for body, head in paragraphs:
        if body:
            if blank and written.tell():
                console.print()
            for number, line in enumerate(body.wrap(console, layout.room(head))):
                line.rstrip()
                start = head if number == 0 else " " * len(head)
                console.print(Text(start) + line, soft_wrap=True)
        blank = not body
    return written.getvalue()
