"""What looks like a figure or a date in a sentence and is no claim, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.extract.reading import Blocked
from factcheck.extract.sentence import ReadSentence
from factcheck.extract.unclaimed import is_claimed
from factcheck.schema import DateRange, Quantity, Role, Span
from factcheck.tokens import Token

# Words that are a number or a month elsewhere.
_WORDS = {"one": "pronoun", "second": "ordinal", "may": "modal", "march": "verb"}
_NAMES = frozenset(("May", "March"))


def find_unread(sentence: ReadSentence, unclaimed: str = "") -> tuple[Blocked, ...]:
    """Return what looks like a figure or date and is no claim, in order, none twice.

    A span that a blocker took keeps its reason; a denominator ("per 100,000") is a `rate`, digits
    that no rule took are `unread`. `unclaimed` says why the values of the whole sentence are no
    claims (`credit`, `subhead`, `question`), and is their reason. Spans count characters of
    `sentence.cleaned.text`.
    """
    text = sentence.cleaned.text
    found = [b for b in sentence.blocked if _has_digit(text[b.span.start : b.span.end])]
    valued = [r for r in sentence.readings if isinstance(r.value, Quantity | DateRange | Role)]
    read = [reading.span for reading in valued]
    found += [
        Blocked(reading.span, unclaimed) for reading in valued if not is_claimed(reading, unclaimed)
    ]
    covered = sorted([*read, *(block.span for block in found)])
    found += (
        Blocked(Span(token.start, token.end), reason)
        for before, token in _outside(sentence.tokens, covered)
        if (reason := _reason(before, token))
    )
    return tuple(sorted(found, key=lambda block: block.span))


def _outside(tokens: Iterable[Token], spans: list[Span]) -> Iterator[tuple[str, Token]]:
    """Yield the tokens that no span covers, each with the one before; the spans are sorted."""
    at, before = 0, ""
    for token in tokens:
        while at < len(spans) and spans[at].end <= token.start:
            at += 1
        if at == len(spans) or spans[at].start >= token.end:
            yield before, token
        before = token.text.lower()


def _reason(before: str, token: Token) -> str:
    """Return why a token that nothing covers is no figure; empty where it does not look like one.

    A modal verb may open a sentence; only inside one is its capital that of a name.
    """
    if token.kind == "number":
        return "rate" if before == "per" else "unread"
    if token.text in _NAMES and token.start > 0:
        return "name"
    return _WORDS.get(token.text.lower(), "")


def _has_digit(text: str) -> bool:
    return any(mark in "0123456789" for mark in text)
