"""Persons with their offices: title before the name, in apposition, or by a verb."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.names import join
from factcheck.extract.reading import Reading
from factcheck.extract.roles.holders import find_holders
from factcheck.schema import Span
from factcheck.tokens import Token


def find_roles(text: str, tokens: Sequence[Token]) -> tuple[Reading, ...]:  # noqa: ARG001 - one signature for all extractors
    """Return the persons of a sentence said to hold an office, in order.

    Spans run over title, body and name as they stand, articles left out. `text` is the sentence
    that `tokens` were made of.

    >>> from factcheck.tokens import tokenize
    >>> text = "French Foreign Minister Ana Reyes said so."
    >>> [role] = find_roles(text, tokenize(text))
    >>> role.value.person, role.value.title, role.value.organisation
    ('Ana Reyes', 'foreign minister', 'France')
    """
    words = join(tokens)
    return tuple(
        Reading(Span(words[holder.start].start, words[holder.end - 1].end), holder.role)
        for holder in find_holders(words)
    )
