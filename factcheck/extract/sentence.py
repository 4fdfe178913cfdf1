"""One sentence as the extractors see it: normalised, cut into tokens, its names and values."""

from __future__ import annotations

import msgspec

from factcheck.extract.entities import Mention
from factcheck.extract.reading import Blocked, Reading
from factcheck.normalize import Normalized
from factcheck.schema import DateRange, Quantity, Sentence, Span
from factcheck.tokens import Token


class ReadSentence(msgspec.Struct, frozen=True):
    """A sentence with all that was read in it.

    Spans of `mentions`, `readings`, `blocked` and `tokens` count characters of `cleaned.text`;
    `cleaned.span` leads back to the slice of the document, which begins at `sentence.span.start`.
    """

    sentence: Sentence
    cleaned: Normalized
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    readings: tuple[Reading, ...]
    blocked: tuple[Blocked, ...]

    @property
    def values(self) -> tuple[Span, ...]:
        """Spans of the figures and dates."""
        return tuple(
            reading.span
            for reading in self.readings
            if isinstance(reading.value, Quantity | DateRange)
        )

    @property
    def names(self) -> tuple[Span, ...]:
        """Spans of the names."""
        return tuple(mention.span for mention in self.mentions)

    def in_document(self, span: Span) -> Span:
        """Return a span of the normalised sentence as one of the document's text."""
        original = self.cleaned.span(span.start, span.end)
        return original.shifted(self.sentence.span.start)
