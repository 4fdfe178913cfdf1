"""Quoted words and who is said to have said them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from factcheck.extract.quotes.attribution import Told, attribute, chained
from factcheck.extract.quotes.breaks import paragraph_breaks
from factcheck.extract.quotes.marks import find_quoted
from factcheck.extract.quotes.paragraphs import read_paragraph
from factcheck.extract.quotes.speakers import Speakers
from factcheck.extract.quotes.terms import is_quotation
from factcheck.extract.quotes.turns import Turn, find_turns, pieces
from factcheck.extract.reading import Reading
from factcheck.schema import Quote, Span

_NEAR = 80  # characters around a quote inside a turn that may tell whose it is
_OWN_SAYING = re.compile(
    r"\b(?:I|we|We)(?: [a-z']{1,12}){0,2} (?:say|says|said|tell|told|ask|asked|wrote)\b"
)
_OTHERS_SAY = re.compile(
    r"\b(?:says?|said|tells?|told|asks?|asked|writes?|wrote|calls?|called|heard?|reads?|letter)\b"
)


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
    marked = _in_turns(text, marked, turns)
    ends = [reading.span.end for reading in marked]
    said = [
        _reading(text, piece, turn.speaker)
        for turn in turns
        if turn.speaker
        for piece in pieces(text, turn)
        if not _holds_marked(piece, marked, ends)
    ]
    return tuple(sorted((*marked, *said), key=lambda reading: reading.span.start))


def _in_turns(text: str, marked: Sequence[Reading], turns: Sequence[Turn]) -> tuple[Reading, ...]:
    """Give what nobody else is said to have said inside a turn to whose turn it is."""
    starts = [turn.words.start for turn in turns]
    named = {turn.speaker.lower(): turn.speaker for turn in turns}  # labels may be in capitals
    found: list[Reading] = []
    for reading in marked:
        turn = turns[max(0, bisect_right(starts, reading.span.start) - 1)]
        value = reading.value
        if isinstance(value, Quote):
            is_own = not value.speaker and turn.words.contains(reading.span)
            is_own = is_own and _says_itself(text, turn, reading.span)
            speaker = turn.speaker if is_own else named.get(value.speaker.lower(), value.speaker)
            found.append(msgspec.structs.replace(reading, value=Quote(value.words, speaker)))
    return tuple(found)


def _says_itself(text: str, turn: Turn, quote: Span) -> bool:
    """Say whether around a quote inside a turn nobody tells what others say."""
    around = (
        text[max(turn.words.start, quote.start - _NEAR) : quote.start - 1],
        text[quote.end + 1 : min(turn.words.end, quote.end + _NEAR)],
    )
    return not any(_OTHERS_SAY.search(_OWN_SAYING.sub("", part)) for part in around)


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
