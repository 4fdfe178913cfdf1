"""Quoted words and who is said to have said them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from factcheck.extract.quotes.attribution import Told, attribute, chained
from factcheck.extract.quotes.breaks import paragraph_breaks
from factcheck.extract.quotes.marks import find_quoted
from factcheck.extract.quotes.paragraphs import read_paragraph
from factcheck.extract.quotes.speakers import Speakers
from factcheck.extract.quotes.terms import is_quotation
from factcheck.extract.quotes.turns import find_turns, pieces
from factcheck.extract.reading import Reading
from factcheck.schema import Quote, Span


def find_quotes(text: str) -> tuple[Reading, ...]:
    """Return the quotes of a whole document; spans are offsets of `text`, without the marks.

    The turns of a transcript are quotes without marks. Quoted names, titles and single words that
    nobody is said to have said are no quotes. The parts of a quote that is interrupted or runs
    over several paragraphs are one reading each, with the same speaker. Two persons who speak
    together are joined by "and".

    >>> [reading] = find_quotes('"It is over," said the mayor, Ana Reyes.')
    >>> reading.value
    Quote(words='It is over', speaker='Ana Reyes')
    """
    marked = _marked(text)
    if not (turns := find_turns(text)):
        return marked
    ends = [reading.span.end for reading in marked]
    said = [
        _reading(text, piece, turn.speaker)
        for turn in turns
        if turn.speaker
        for piece in pieces(text, turn)
        if not _holds_marked(piece, marked, ends)
    ]
    return tuple(sorted((*marked, *said), key=lambda reading: reading.span.start))


def _holds_marked(piece: Span, marked: Sequence[Reading], ends: Sequence[int]) -> bool:
    """Say whether a quote in marks, which are in order, stands in a piece of a turn."""
    at = bisect_right(ends, piece.start)
    return at < len(marked) and marked[at].span.start < piece.end


def _marked(text: str) -> tuple[Reading, ...]:
    """Return the quotes inside quotation marks, in order."""
    breaks = paragraph_breaks(text)
    quoted = find_quoted(text, breaks)
    if not quoted:
        return ()
    speakers = Speakers()
    told: list[Told] = []
    start = 0
    for end in (*breaks, len(text)):
        first = len(told)
        last = first
        while last < len(quoted) and quoted[last].start < end:
            last += 1
        told += attribute(read_paragraph(text, start, end, quoted[first:last]), speakers)
        start = end
    told = [
        msgspec.structs.replace(one, speaker=speakers.full(one.speaker))
        for one in chained(text, quoted, told)
    ]
    return tuple(
        _reading(text, Span(quote.start, quote.end), by.speaker)
        for quote, by in zip(quoted, told, strict=True)
        if is_quotation(text, quote, by)
    )


def _reading(text: str, quote: Span, speaker: str) -> Reading:
    """Make the reading; a comma before the closing mark belongs to the sentence around it."""
    end = quote.end
    while end > quote.start + 1 and (text[end - 1] in ",;" or text[end - 1].isspace()):
        end -= 1
    words = " ".join(text[quote.start : end].split())
    return Reading(Span(quote.start, end), Quote(words, speaker))
