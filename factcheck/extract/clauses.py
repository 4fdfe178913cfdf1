"""The clause a value stands in: the stretch of a sentence whose words belong to it."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Sequence

from factcheck.schema import Span
from factcheck.tokens import Token

# Saying is not what happened; announcing, ordering and the like are acts with a date.
_TELLING = frozenset({"said", "says", "say", "told", "tells", "saying", "telling"})
_MARKS = frozenset({",", ";", ":", "(", ")", "—", "–"})
_FINITE = frozenset({"is", "are", "was", "were", "has", "have", "had", "will"})
_NO_VERBS = frozenset(
    {"during", "evening", "morning", "spring", "nothing", "something", "anything"}
)
_CONJUNCTIONS = frozenset(
    {"while", "whereas", "but", "although", "because", "who", "which", "where", "that"}
)


def clause_around(tokens: Sequence[Token], span: Span) -> Span:
    """Return the clause of a sentence that holds `span`, in offsets of the same text.

    A comma between two parts of a list of names or figures does not end a clause.
    """
    left, right = 0, len(tokens)
    for index, token in enumerate(tokens):
        if token.end <= span.start and _is_border(tokens, index):
            left = index + 1
        elif token.start >= span.end and _is_border(tokens, index):
            right = index
            break
    start = tokens[left].start if left < len(tokens) else span.start
    end = tokens[right - 1].end if right > 0 else span.end
    return Span(min(start, span.start), max(end, span.end))


def _is_border(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.text == ",":
        return not _is_list_comma(tokens, index)
    return token.text in _MARKS or token.text.lower() in _CONJUNCTIONS


def _is_list_comma(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a comma stands between two names ("Russia, Iran and Syria")."""
    if not 0 < index < len(tokens) - 2:
        return False
    before, after, then = tokens[index - 1], tokens[index + 1], tokens[index + 2]
    return (
        before.text[0].isupper()
        and after.text[0].isupper()
        and then.text in {",", "and", "or", "&"}
    )


def share_verb(tokens: Sequence[Token], clause: Span, first: Span, second: Span) -> bool:
    """Say whether two spans of a clause stand by one verb.

    "Jailed on Friday | for stealing cars in 2019", "the man who stole them in 2019 | was jailed".
    """
    opens = _purpose(tokens, clause), _resumed(tokens, clause)
    return all((first.start >= at) == (second.start >= at) for at in opens if at is not None)


def _purpose(tokens: Sequence[Token], clause: Span) -> int | None:
    """Return where "for stealing" begins in a clause."""
    inside = [t for t in tokens if clause.start <= t.start < clause.end]
    for token, following in itertools.pairwise(inside):
        if token.text.lower() == "for" and following.text.endswith("ing"):
            return None if following.text.lower() in _NO_VERBS else token.start
    return None


def _resumed(tokens: Sequence[Token], clause: Span) -> int | None:
    """Return where the main clause goes on behind a "who" without a comma before it."""
    before = [t.text.lower() for t in tokens if t.end <= clause.start][-2:]
    if before[1:] not in (["who"], ["which"]) or before[0] in _MARKS:
        return None
    inside = [t for t in tokens if clause.start <= t.start < clause.end]
    if not inside or inside[0].text.lower() in _FINITE:
        return None
    return next((t.start for t in inside[1:] if t.text.lower() in _FINITE), None)


def is_of_telling(date: Span, tokens: Sequence[Token]) -> bool:
    """Say whether a date belongs to the telling ("said on Monday"), not to what is told."""
    end = bisect.bisect_left(tokens, date.start, key=lambda token: token.start)
    return any(token.text.lower() in _TELLING for token in tokens[max(0, end - 2) : end])
