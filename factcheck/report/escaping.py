"""One function a medium that makes any text harmless there.

Renderers call these; the texts themselves are never changed at their source. Names and paths go
through them as well: a file name is as free to hold an escape sequence as a sentence is.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Literal

# Controls, formats (bidirectional, zero-width, byte order mark, tags), halves of surrogate pairs,
# and the two separators that end a line.
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Letters and marks that show nothing: combining grapheme joiner, Hangul fillers, Braille blank.
_BLANK_CHARACTERS = frozenset("\u034f\u115f\u1160\u2800\u3164\uffa0")
_LAYOUT = frozenset("\n\t")
_LINE_ENDS = re.compile(r"\r\n?+")
# What XML forbids and no category names: the two last code points of the basic plane.
_NO_XML = {0xFFFE: "\\ufffe", 0xFFFF: "\\uffff"}
# A spreadsheet takes these for the start of a formula; the wide forms do so in some languages.
_FORMULA_STARTS = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
# What Markdown and its dialects give a meaning to inside a line ($ is mathematics on some hosts),
# and the colon and stop that make a bare address a link.
_MARKDOWN = re.compile(
    r"[\\`*_{}\[\]<>|~&$#@]|(?<=http):(?=//)|(?<=https):(?=//)|(?<=ftp):(?=//)|(?<=www)\.",
    re.IGNORECASE,
)
_MARKDOWN_START = re.compile(r"[-+=:]|[0-9]{1,9}+(?=[.)])")


class _VisibleForms(dict[int, str]):
    """What each code point becomes, found once when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        hidden = (
            unicodedata.category(character) in _HIDDEN_CATEGORIES or character in _BLANK_CHARACTERS
        )
        form = _escape(code) if hidden and character not in _LAYOUT else character
        self[code] = form
        return form


def _escape(code: int) -> str:
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


_visible_forms = _VisibleForms()


def for_terminal(text: str) -> str:
    r"""Write every character that could command a terminal or hide in it as a visible escape.

    Line feed and tab stay.

    >>> print(for_terminal("\x1b[2J 12\u200b0 \u202edlog"))
    \x1b[2J 12\u200b0 \u202edlog
    """
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_visible_forms)


def for_json(value: object, *, indent: int | None, number: Callable[[Decimal], str]) -> str:
    r"""Return `value` as JSON in ASCII: nothing in it is a control character but line feeds.

    Lone surrogates are escaped like all else beyond ASCII. `number` writes decimals, which
    become strings, never floats.

    Raises:
        ValueError: a number is infinite or not a number.

    >>> print(for_json(["caf\u00e9", "\x7f", "\ud800"], indent=None, number=str))
    ["caf\u00e9", "\u007f", "\ud800"]
    """
    encoded = json.dumps(value, indent=indent, default=number, allow_nan=False)
    # ASCII's own last control character is the one that json leaves as it is.
    return encoded.replace("\x7f", "\\u007f")


def for_markup(text: str) -> str:
    r"""Return the text as XML and HTML may hold it: line ends plain, what hides made visible.

    Ampersands and angle brackets are left to whoever writes the tree out (`report.markup`, lxml).

    >>> print(for_markup("<b>\x00\uffff"))
    <b>\x00\uffff
    """
    return for_terminal(_LINE_ENDS.sub("\n", text)).translate(_NO_XML)


def for_csv(text: str) -> str:
    """Return the text on one line, with an apostrophe where a spreadsheet would see a formula.

    >>> for_csv("=1+1"), for_csv("5 per cent")
    ("'=1+1", '5 per cent')
    """
    line = for_terminal(" ".join(text.split()))
    return f"'{line}" if line[:1] in _FORMULA_STARTS else line


def for_markdown(text: str) -> str:
    r"""Return the text on one line with a backslash before whatever Markdown would obey.

    >>> print(for_markdown("- *5* of <b>7</b>"))
    \- \*5\* of \<b\>7\</b\>
    """
    line = _MARKDOWN.sub(r"\\\g<0>", for_terminal(" ".join(text.split())))
    start = _MARKDOWN_START.match(line)
    if start is None:
        return line
    at = start.end() if start[0][0].isdigit() else 0  # "1." is a list, "\1." is a backslash
    return f"{line[:at]}\\{line[at:]}"


def for_github(text: str, part: Literal["message", "property"]) -> str:
    """Return the text as part of a workflow command, which ends with its line.

    >>> for_github("100%: a, b", "property"), for_github("100%: a, b", "message")
    ('100%25%3A a%2C b', '100%25: a, b')
    """
    line = for_terminal(" ".join(text.split())).replace("%", "%25")
    return line if part == "message" else line.replace(":", "%3A").replace(",", "%2C")


def for_sarif(text: str) -> str:
    r"""Return the text as a SARIF message, where brackets are links and braces placeholders.

    Source: SARIF 2.1.0, 3.11.5 and 3.11.6.

    >>> print(for_sarif("[5](1) of {0}"))
    \[5\](1) of {{0}}
    """
    line = for_terminal(" ".join(text.split())).replace("{", "{{").replace("}", "}}")
    return re.sub(r"[\[\]]", r"\\\g<0>", line)
