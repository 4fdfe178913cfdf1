"""One sentence as the extractors see it: normalised, cut into tokens, its names and values."""

from __future__ import annotations

import bisect

import msgspec

from factcheck.extract.entities import Mention
from factcheck.extract.reading import Blocked, Reading
from factcheck.normalize import Normalized
from factcheck.schema import DateRange, Quantity, Sentence, Span
from factcheck.tokens import Token

REACH = 60  # tokens on either side of a value that may tell what it measures


def _start(token: Token) -> int:
    return token.start


def _begin(reading: Reading) -> int:
    return reading.span.start


class ReadSentence(msgspec.Struct, frozen=True):
    """A sentence with all that was read in it.

    Spans of `mentions`, `readings`, `blocked` and `tokens` count characters of `cleaned.text`;
    `cleaned.span` leads back to the slice of the document, which begins at `sentence.span.start`.
    `readings` are in the order of their starts; `words` are the content words.
    """

    sentence: Sentence
    cleaned: Normalized
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    readings: tuple[Reading, ...]
    blocked: tuple[Blocked, ...]
    words: tuple[str, ...]

    def around(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens of a value and at most `REACH` on either side of it."""
        first = bisect.bisect_left(self.tokens, span.start, key=_start)
        last = bisect.bisect_left(self.tokens, span.end, key=_start)
        return self.tokens[max(0, first - REACH) : last + REACH]

    def readings_in(self, tokens: tuple[Token, ...]) -> tuple[Reading, ...]:
        """Return the readings that begin within a run of tokens."""
        if not tokens:
            return ()
        first = bisect.bisect_left(self.readings, tokens[0].start, key=_begin)
        last = bisect.bisect_left(self.readings, tokens[-1].end, key=_begin)
        return self.readings[first:last]

    def values_in(self, tokens: tuple[Token, ...]) -> tuple[Span, ...]:
        """Return the spans of the figures and dates that begin within a run of tokens."""
        return tuple(
            reading.span
            for reading in self.readings_in(tokens)
            if isinstance(reading.value, Quantity | DateRange)
        )

    def in_document(self, span: Span) -> Span:
        """Return a span of the normalised sentence as one of the document's text."""
        original = self.cleaned.span(span.start, span.end)
        return original.shifted(self.sentence.span.start)
