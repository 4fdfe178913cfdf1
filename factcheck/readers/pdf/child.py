r"""Read the text of a PDF from standard input and write it to standard output as JSON.

This runs as a process of its own, so that a file that makes PDFium crash, hang or swell harms
nothing else. It imports nothing of ours, and is given the limits as arguments:

    python -P child.py PAGES CHARACTERS SECONDS BYTES

The answer is {"title": ..., "pages": [{"height": ..., "segments": [[text, left, word, right,
base, size, bold], ...]}, ...]}, or {"refused": code}. A segment is a run of text on one line, in
the order of the file, with y growing upwards; `word` is where its first word ends. It ends with a
hyphen sign (\x02) where a word goes on.
"""

from __future__ import annotations

import ctypes
import itertools
import json
import resource
import sys
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

HYPHEN = "\x02"  # PDFium's sign for a hyphen at the end of a line
COLUMN = "\x1f"  # our sign for a gap as wide as that between the columns of a table
_LINE_ENDS = "\r\n"
_GAP = 1.8  # times the size of the letters; justified words stand nearer
_SMALL = 0.85  # of the size of its line has a raised digit at most
_RAISED_BY = 0.1
_BOLD = 600
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PASSWORD = 4  # FPDF_ERR_PASSWORD

Segment = tuple[str, float, float, float, float, float, bool]


class _Page:
    """The characters of one page, by their number."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.height = page.get_height()
        self._text = page.get_textpage()
        self.characters = [
            chr(pdfium.FPDFText_GetUnicode(self._text, i)) for i in range(self._text.count_chars())
        ]

    def size(self, at: int) -> float:
        return float(pdfium.FPDFText_GetFontSize(self._text, at)) or 1.0

    def base(self, at: int) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._text, at, x, y)
        return y.value

    def sides(self, at: int) -> tuple[float, float]:
        left, right, low, high = (ctypes.c_double() for _ in range(4))
        pdfium.FPDFText_GetCharBox(self._text, at, left, right, low, high)
        return left.value, right.value

    def is_bold(self, at: int) -> bool:
        return bool(pdfium.FPDFText_GetFontWeight(self._text, at) >= _BOLD)

    def is_gap(self, at: int) -> bool:
        """Say whether a space that is none in the file stands for the gap between two columns."""
        if not 0 < at < len(self.characters) - 1 or not pdfium.FPDFText_IsGenerated(self._text, at):
            return False
        room = self.sides(at + 1)[0] - self.sides(at - 1)[1]
        return room > _GAP * self.scale(at - 1)

    def scale(self, at: int) -> float:
        """Return how large a letter is drawn; the size of its font may be scaled once more."""
        matrix = pdfium.FS_MATRIX()
        drawn = pdfium.FPDFText_GetMatrix(self._text, at, matrix)
        size = self.size(at)
        return size * (abs(matrix.d) or abs(matrix.b) or 1.0) if drawn else size

    def segments(self) -> Iterator[Segment]:
        start = 0
        for at, character in enumerate([*self.characters, "\n"]):
            if character in _LINE_ENDS or character == HYPHEN:
                end = at + (character == HYPHEN)
                yield from self._segment(start, end)
                start = at + 1

    def _segment(self, start: int, end: int) -> Iterator[Segment]:
        seen = [i for i in range(start, end) if self.characters[i].strip(HYPHEN + " \t\xa0")]
        if not seen:
            return
        letter = next((i for i in seen if self.characters[i].isalpha()), seen[0])
        scale, base = self.scale(letter), self.base(letter)
        words = "".join(self._sign(i, scale, base) for i in range(start, end))
        # PDFium gives characters beyond 16 bits as two halves.
        text = words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        gap = next((i for i, j in itertools.pairwise(seen) if j > i + 1), seen[-1])
        left, word, right = self.sides(seen[0])[0], self.sides(gap)[1], self.sides(seen[-1])[1]
        is_bold = self.is_bold(seen[0]) and self.is_bold(seen[-1])
        yield text, left, word, right, base, scale, is_bold

    def _sign(self, at: int, scale: float, base: float) -> str:
        character = self.characters[at]
        if character == " ":
            return COLUMN if self.is_gap(at) else character
        if "0" <= character <= "9" and self.scale(at) < _SMALL * scale:
            is_raised = self.base(at) > base + _RAISED_BY * scale
            return character.translate(_RAISED) if is_raised else character
        return character


def read(data: bytes, most_pages: int, most_characters: int) -> dict[str, object]:
    """Return the answer for the bytes of a PDF."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) == _PASSWORD
        return {"refused": "encrypted" if is_locked else "damaged"}
    if len(pdf) > most_pages:
        return {"refused": "pages"}
    pages = []
    left = most_characters
    for number in range(len(pdf)):
        try:
            page = _Page(pdf[number])
        except pypdfium2.PdfiumError:
            return {"refused": "damaged"}
        left -= len(page.characters)
        if left < 0:
            return {"refused": "characters"}
        pages.append({"height": page.height, "segments": list(page.segments())})
    return {"title": pdf.get_metadata_value("Title"), "pages": pages}


def main() -> None:
    """Set the limits, read, answer."""
    pages, characters, seconds, memory = map(int, sys.argv[1:])
    for limit, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (value, value))
    answer = read(sys.stdin.buffer.read(), pages, characters)
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
