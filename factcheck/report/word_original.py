"""Where the claims of a draft stand in the Word file that it was read from.

The two are matched by their letters and digits alone: what a reader puts between the cells of a
row or makes of a tab does not matter. Words are never changed; a run is cut where a claim begins
or ends, and both halves keep its formatting.
"""

from __future__ import annotations

import bisect
import copy
from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple, cast

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.text.run import CT_R
from docx.text.run import Run

from factcheck.report.markup import Element
from factcheck.schema import Claim, Document, Span

_TEXT, _RUN, _FORM = qn("w:t"), qn("w:r"), qn("w:rPr")
_HIDDEN = f"{_FORM}/{qn('w:vanish')}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# Text that is no part of the accepted draft, or that stands in the file twice.
_LEFT_OUT = {
    qn("w:moveFrom"),
    qn("w:del"),
    qn("w:txbxContent"),  # Word has no comments in text boxes
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
# Readers write raised and lowered digits as such.
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")


class _Spot(NamedTuple):
    """A place between two characters of one text element."""

    text: int
    offset: int


class Anchors:
    """The runs of a Word document that hold each claim; it is cut when this is made."""

    def __init__(self, word: WordDocument, document: Document, claims: Sequence[Claim]) -> None:
        self._texts = list(_texts(word))
        self._letters, self._starts = _letters(self._texts)
        self._offsets: dict[int, list[int]] = {}  # of the letters of a text, once it was asked for
        counted = accumulate(map(str.isalnum, document.text), initial=0)
        self._before = array("L", counted)  # letters of the draft before each code point
        spots = dict(self._spots(document, claims))
        cuts: dict[int, set[int]] = {}
        for start, end in spots.values():
            cuts.setdefault(start.text, set()).add(start.offset)
            cuts.setdefault(end.text, set()).add(end.offset)
        begins: dict[_Spot, Element] = {}
        ends: dict[_Spot, Element] = {}
        for at in sorted(cuts):  # a run with two texts is cut from the front
            _cut(self._texts[at], at, sorted(cuts[at]), begins, ends)
        self._places = {
            claim: (_run(begins[start], word), _run(ends[end], word))
            for claim, (start, end) in spots.items()
        }
        first = next((_parent(text) for text in self._texts if text.text), None)
        self.first = None if first is None else _run(first, word)

    def of(self, claim: Claim) -> tuple[Run, Run] | None:
        """Return the first and the last run of a claim, None where it is not in the body."""
        return self._places.get(claim.id)

    def _spots(
        self, document: Document, claims: Sequence[Claim]
    ) -> Iterator[tuple[str, tuple[_Spot, _Spot]]]:
        blocks = list(self._blocks(document))
        starts = [span.start for span, _ in blocks]
        for claim in claims:
            at = max(bisect.bisect_right(starts, claim.span.start) - 1, 0)
            span, found = blocks[at] if blocks else (Span(0, 0), -1)
            if found < 0 or not span.contains(claim.span):
                span, found = claim.sentence, self._find(document.text, claim.sentence, 0)
            letters = self._between(claim.span.start, claim.span.end)
            if found >= 0 and letters:
                first = found + self._between(span.start, claim.span.start)
                yield claim.id, self._around(claim.text, first, first + letters - 1)

    def _blocks(self, document: Document) -> Iterator[tuple[Span, int]]:
        """Yield each block with the place of its first letter, -1 where it is not found."""
        at = 0
        for block in document.blocks:
            found = self._find(document.text, block.span, at)
            yield block.span, found
            at = found + self._between(block.span.start, block.span.end) if (found >= 0) else at

    def _between(self, start: int, end: int) -> int:
        return self._before[end] - self._before[start]

    def _find(self, text: str, span: Span, at: int) -> int:
        letters = _only_letters(text[span.start : span.end])
        if not letters:
            return -1
        found = self._letters.find(letters, at)
        return found if found >= 0 or at == 0 else self._letters.find(letters)

    def _around(self, words: str, first: int, last: int) -> tuple[_Spot, _Spot]:
        """Return the edges of the letters with the signs that the claim has around them."""
        start, end = self._spot(first), self._spot(last)
        before = words[: next(i for i, c in enumerate(words) if c.isalnum())]
        after = words[len(words) - next(i for i, c in enumerate(words[::-1]) if c.isalnum()) :]
        if before and (self._texts[start.text].text or "")[: start.offset].endswith(before):
            start = _Spot(start.text, start.offset - len(before))
        end = _Spot(end.text, end.offset + 1)
        if after and (self._texts[end.text].text or "").startswith(after, end.offset):
            end = _Spot(end.text, end.offset + len(after))
        return start, end

    def _spot(self, letter: int) -> _Spot:
        text = bisect.bisect_right(self._starts, letter) - 1
        if text not in self._offsets:
            words = enumerate(self._texts[text].text or "")
            self._offsets[text] = [offset for offset, sign in words if sign.isalnum()]
        return _Spot(text, self._offsets[text][letter - self._starts[text]])


def _run(element: Element, word: WordDocument) -> Run:
    return Run(cast("CT_R", element), word)


def _texts(word: WordDocument) -> Iterator[Element]:
    for text in word.element.body.iter(_TEXT):
        above = {parent.tag for parent in text.iterancestors()}
        run = _parent(text)
        if run.tag == _RUN and not above & _LEFT_OUT and run.find(_HIDDEN) is None:
            yield text


def _letters(texts: Sequence[Element]) -> tuple[str, list[int]]:
    """Return all letters and digits, and where those of each text begin among them."""
    parts, starts, at = [], [], 0
    for text in texts:
        letters = _only_letters(text.text or "")
        starts.append(at)
        parts.append(letters)
        at += len(letters)
    return "".join(parts), starts


def _only_letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).translate(_RAISED)


def _cut(
    text: Element,
    number: int,
    offsets: Sequence[int],
    begins: dict[_Spot, Element],
    ends: dict[_Spot, Element],
) -> None:
    """Cut the run of a text at the offsets and tell which run begins and which ends at each."""
    at = 0  # of the text element in hand, which is what is left of the whole
    for offset in offsets:
        words, run = text.text or "", _parent(text)
        if offset == 0:
            before = [child for child in text.itersiblings(preceding=True) if child.tag != _FORM]
            begins[_Spot(number, 0)] = _split(run, text) if before else run
            continue
        ends[_Spot(number, offset)] = run
        if offset - at < len(words):
            rest = copy.deepcopy(text)
            rest.text, text.text = words[offset - at :], words[: offset - at]
            rest.set(_SPACE, "preserve")
            text.set(_SPACE, "preserve")
            text.addnext(rest)
            begins[_Spot(number, offset)] = _split(run, rest)
            text, at = rest, offset
        else:
            behind = text.getnext()
            if behind is not None:
                _split(run, behind)


def _parent(element: Element) -> Element:
    parent = element.getparent()
    if parent is None:
        raise AssertionError("a text stands in a run")
    return parent


def _split(run: Element, child: Element) -> Element:
    """Move a child and what follows it into a new run of the same form behind this one."""
    after = [child, *child.itersiblings()]
    new = run.makeelement(_RUN, {str(name): str(value) for name, value in run.attrib.items()})
    form = run.find(_FORM)
    if form is not None:
        new.append(copy.deepcopy(form))
    new.extend(after)
    run.addnext(new)
    return new
