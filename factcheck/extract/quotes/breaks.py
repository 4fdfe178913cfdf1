"""Where the paragraphs of a text end."""

from __future__ import annotations

import re

# A longer line was not wrapped by an editor: each line of its group is a paragraph, as for the
# reader of plain text.
LONGEST_WRAPPED = 120

_LINE_END = re.compile(r"\n")


def paragraph_breaks(text: str) -> tuple[int, ...]:
    r"""Return the offsets of the line breaks that end a paragraph, in order.

    An empty line ends one; in a group of lines too long to be wrapped, every line break does.

    >>> paragraph_breaks("one\ntwo\n\nthree")
    (7,)
    """
    breaks: list[int] = []
    group: list[int] = []  # line breaks since the last empty line
    start, is_long = 0, False
    for match in _LINE_END.finditer(text):
        end = match.start()
        is_empty = not text[start : min(end, start + LONGEST_WRAPPED)].strip()
        if is_empty and end - start <= LONGEST_WRAPPED:
            breaks += group if is_long else group[-1:]
            group, is_long = [], False
        else:
            group.append(end)
            is_long = is_long or end - start > LONGEST_WRAPPED
        start = match.end()
    is_long = is_long or len(text) - start > LONGEST_WRAPPED
    return (*breaks, *(group if is_long else ()))
