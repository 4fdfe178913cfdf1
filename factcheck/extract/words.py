"""The content words of a sentence: what it tells besides its values and names."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.schema import Span
from factcheck.tokens import Token
from factcheck.vocabulary.measures import stem, tables


def content_words(tokens: Sequence[Token], without: Sequence[Span]) -> tuple[str, ...]:
    """Return the stems of a sentence's content words, sorted, none twice.

    Words inside a span of `without`, numbers, and words that say nothing are left out.
    """
    empty = tables().empty
    taken = {offset for span in without for offset in range(span.start, span.end)}
    return tuple(
        sorted(
            {
                stem(token.text.lower())
                for token in tokens
                if token.kind == "word"
                and len(token.text) > 2
                and token.text.lower() not in empty
                and token.start not in taken
            }
        )
    )
