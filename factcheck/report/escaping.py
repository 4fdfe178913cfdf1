"""One function a medium that makes any text harmless there.

Renderers call these; the texts themselves are never changed at their source. Names and paths go
through them as well: a file name is as free to hold an escape sequence as a sentence is.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from decimal import Decimal

# Controls, formats (bidirectional, zero-width, byte order mark, tags), halves of surrogate pairs,
# and the two separators that end a line.
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Letters and marks that show nothing: combining grapheme joiner, Hangul fillers, Braille blank.
_BLANK_CHARACTERS = frozenset("\u034f\u115f\u1160\u2800\u3164\uffa0")
_LAYOUT = frozenset("\n\t")


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
