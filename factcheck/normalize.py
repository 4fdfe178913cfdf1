"""Clean a piece of text for the extractors and keep the way back to the original offsets.

What is done, character by character: invisible characters go (zero-width, soft hyphen, byte
order mark, directional controls); full-width letters and the digits of all scripts become ASCII;
every kind of space and line break becomes one space; curly quotes become straight ones; hyphens
and the minus sign become "-", while – and — stay themselves; a letter and its accent become one
character. Superscripts, circled digits and fractions (², ①, ½) stay as they are: they are no
plain digits.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from factcheck.schema import Span

_MARKS = "\u0300-\u036f\u20d0-\u20f0\ufe00-\ufe0f"
# With the marks that an invisible character has cut off from their letter or digit.
_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]++"
    f"[{_MARKS}]*+"
)
_ACCENTED = re.compile(rf"[^\W_][{_MARKS}]{{1,4}}+")
_NOT_PLAIN = re.compile(r"[^ -~]")
# Markdown's own marks inside a sentence: emphasis, code, escapes, inline tags, the brackets of
# links and their addresses, quotation and list marks at the start of a line.
_MARKUP = re.compile(
    r"""
      \\(?=[!-/:-@\[-`{-~])                        # the backslash of an escape
    | (?<!\\)(?:
      `{1,3}
    | \*{1,3}(?!\s) | (?<!\s)\*{1,3}
    | (?<!\w)_{1,3}(?=\w) | (?<=[\w.!?,;:)"'”’])_{1,3}(?!\w)
    | ~~
    | !?\[(?=[^\[\]]{1,500}\](?:\(|\[)) | \[\^[^\[\]\s]{1,40}\]
    | \](?:\([^()\s]{0,2000}(?:[ ]"[^"]{0,200}")?\)|\[[^\[\]]{0,200}\])
    | </?[A-Za-z][^<>]{0,300}>
    | (?:^|(?<=\n))[ ]{0,3}(?:(?:>[ ]?){1,9}+|\#{1,6}[ ]|[-+*][ ]|[0-9]{1,9}[.)][ ])
    )
    """,
    re.VERBOSE,
)
_FOLDED_TAGS = ("<wide>", "<narrow>", "<font>", "<noBreak>")
_NAMED = {
    "‘": "'", "’": "'", "‛": "'", "ʼ": "'", "´": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"',
    "‐": "-", "‑": "-", "‒": "-", "−": "-", "﹣": "-", "―": "—",
    "٫": ".", "٬": ",", "⁄": "/", "∕": "/",
}  # fmt: skip


class _Folding(dict[int, str]):
    """A translation table that is filled as characters are met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold(chr(code))
        return folded


def _fold(character: str) -> str:
    if character in _NAMED:
        return _NAMED[character]
    if unicodedata.category(character) in {"Zs", "Zl", "Zp", "Cc"}:
        return " "
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    tag, _, code = unicodedata.decomposition(character).partition(" ")
    if tag in _FOLDED_TAGS and " " not in code:
        folded = chr(int(code, 16))
        return _NAMED.get(folded, folded)
    return character


_FOLDING = _Folding()


@dataclasses.dataclass(frozen=True, slots=True)
class Normalized:
    """A cleaned text that knows where each of its characters stood in the original.

    `hidden` says that the original held invisible or directional characters. The map is kept only
    where lengths differ: from offset `starts[i]` of `text` on, the original is `shifts[i]`
    characters ahead.
    """

    text: str
    original: str
    hidden: bool = False
    starts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> Span:
        r"""Return the span of the original text that became `text[start:end]`.

        Invisible characters inside are covered, those around it are not.

        >>> n = normalize("over 5\u200b67 people")
        >>> n.text, n.span(5, 8)
        ('over 567 people', Span(start=5, end=9))
        """
        if end <= start:
            at = self._origin(start)
            return Span(at, at)
        stop = self._origin(end - 1) + 1
        if self.starts:
            accent = _ACCENTED.match(self.original, stop - 1)
            stop = min(accent.end(), self._origin(end)) if accent else stop
        return Span(self._origin(start), stop)

    def _origin(self, offset: int) -> int:
        at = bisect_right(self.starts, offset)
        return offset + (self.shifts[at - 1] if at else 0)


def normalize(text: str, *, markdown: bool = False) -> Normalized:
    """Clean `text`; with `markdown`, drop the marks of inline Markdown too.

    Printable ASCII comes back as it is, with no map built. Meant for pieces of bounded length,
    such as a sentence.
    """
    edits = [(match.start(), match.end(), "") for match in _MARKUP.finditer(text) if markdown]
    if not edits and not _NOT_PLAIN.search(text):
        return Normalized(text, text)
    hidden = [(match.start(), match.end(), "") for match in _HIDDEN.finditer(text)]
    edits += hidden
    edits += _accents(text)
    if not edits:
        return Normalized(text.translate(_FOLDING), text)
    return _apply(text, sorted(edits), hidden=bool(hidden))


def _accents(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield letters with their accents as one character; a digit loses its marks."""
    for match in _ACCENTED.finditer(text):
        start, end = match.span()
        if text[start].isdecimal():
            yield start, end, text[start]
            continue
        for stop in range(end, start + 1, -1):  # as many of the accents as make one character
            composed = unicodedata.normalize("NFC", text[start:stop])
            if len(composed) == 1:
                yield start, stop, composed
                break


def _apply(text: str, edits: list[tuple[int, int, str]], *, hidden: bool) -> Normalized:
    pieces: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    done = shift = 0
    for start, end, replacement in edits:
        if start < done:
            continue  # inside an address that is dropped already
        pieces += text[done:start], replacement
        starts.append(start - shift + len(replacement))
        shift += end - start - len(replacement)
        shifts.append(shift)
        done = end
    pieces.append(text[done:])
    folded = "".join(pieces).translate(_FOLDING)
    return Normalized(folded, text, hidden, tuple(starts), tuple(shifts))
