"""Sentences to claims: every value that was read, with what surrounds it."""

from __future__ import annotations

import bisect
import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Sequence

import msgspec

from factcheck.config import Limits
from factcheck.extract.clauses import clause_around
from factcheck.extract.context import Surroundings, entities_of, period_of
from factcheck.extract.measure import measure_of, status_of
from factcheck.extract.quotes import find_quotes
from factcheck.extract.reading import Blocked, Reading
from factcheck.extract.rows import row_claims
from factcheck.extract.sentence import ReadSentence
from factcheck.extract.sentences import read_sentences
from factcheck.extract.unclaimed import is_claimed, why_unclaimed
from factcheck.extract.unread import find_unread
from factcheck.schema import (
    Claim,
    ClaimKind,
    DateRange,
    Document,
    Quantity,
    Quote,
    Role,
    Sentence,
    Span,
    Statement,
    Value,
)


def extract(
    document: Document,
    sentences: Sequence[Sentence],
    as_of: dt.date | None = None,
    limits: Limits | None = None,
) -> tuple[Claim, ...]:
    """Return every checkable claim of a document, in the order of its text.

    `as_of` replaces the document's own date. At most `limits.max_claims` are returned.
    """
    as_of = as_of or document.origin.date
    if document.figure is not None:
        return row_claims(document, document.figure, as_of)
    return _claims(document, read_sentences(document, sentences, as_of), as_of, limits)


def sentence_claims(
    document: Document, sentences: Sequence[Sentence], as_of: dt.date | None = None
) -> tuple[Claim, ...]:
    """Return each sentence as one statement, whatever values it holds, in the order of the text.

    Where no act is found in a sentence, subject and verb are empty.
    """
    as_of = as_of or document.origin.date
    around = Surroundings.of(document, read_sentences(document, sentences, as_of))
    claims = []
    for index, sentence in enumerate(around.sentences):
        told = next((r.value for r in sentence.readings if isinstance(r.value, Statement)), None)
        reading = Reading(Span(0, len(sentence.cleaned.text)), told or Statement("", ""))
        span = sentence.sentence.span
        claims.append(_claim(document, reading, span, index, around, as_of))
    return tuple(claims)


def explain(
    document: Document,
    sentences: Sequence[Sentence],
    as_of: dt.date | None = None,
    limits: Limits | None = None,
) -> tuple[tuple[Claim, ...], tuple[Blocked, ...]]:
    """Return the claims as `extract` does, and what looks like a figure or date and is none.

    The spans of both count characters of the document's text.
    """
    as_of = as_of or document.origin.date
    if document.figure is not None:
        return row_claims(document, document.figure, as_of), ()
    read = read_sentences(document, sentences, as_of)
    blocked = [
        Blocked(sentence.in_document(block.span), block.reason)
        for sentence, reason in zip(read, why_unclaimed(read), strict=True)
        for block in find_unread(sentence, reason)
    ]
    return _claims(document, read, as_of, limits), tuple(blocked)


def _claims(
    document: Document,
    read: Sequence[ReadSentence],
    as_of: dt.date | None,
    limits: Limits | None,
) -> tuple[Claim, ...]:
    limits = limits or Limits()
    quotes = sorted(find_quotes(document.text), key=lambda quote: quote.span.start)
    starts = [quote.span.start for quote in quotes]
    around = Surroundings.of(document, read)
    claims: list[Claim] = []
    seen: Counter[str] = Counter()
    reasons = why_unclaimed(read)
    for index, sentence in enumerate(read):
        whole = sentence.sentence.span
        here = slice(*(bisect.bisect_left(starts, end) for end in (whole.start, whole.end)))
        for reading, span in _located(quotes[here], sentence):
            if not is_claimed(reading, reasons[index]):
                continue
            claim = _claim(document, reading, span, index, around, as_of)
            seen[claim.fingerprint] += 1
            claims.append(_numbered(claim, seen[claim.fingerprint]))
        if len(claims) >= limits.max_claims:
            break
    return tuple(claims[: limits.max_claims])


def kind_of(value: Value) -> ClaimKind:
    """Return the kind of claim a value makes."""
    match value:
        case Quantity():
            return "quantity"
        case DateRange():
            return "date"
        case Quote():
            return "quote"
        case Role():
            return "role"
        case Statement():
            return "statement"


def _located(quotes: Sequence[Reading], sentence: ReadSentence) -> list[tuple[Reading, Span]]:
    """Return the readings of a sentence and the `quotes` that begin in it, with document spans.

    A quote may run on into later sentences; for what surrounds it the part in this one counts.
    """
    whole = sentence.sentence.span
    found = [(reading, sentence.in_document(reading.span)) for reading in sentence.readings]
    for quote in quotes:
        end = min(quote.span.end, whole.end)
        local = Span(quote.span.start - whole.start, end - whole.start)
        found.append((Reading(local, quote.value), quote.span))
    return sorted(found, key=lambda pair: (pair[1].start, -pair[1].end))


def _claim(
    document: Document,
    reading: Reading,
    span: Span,
    index: int,
    around: Surroundings,
    as_of: dt.date | None,
) -> Claim:
    sentence = around.sentences[index]
    kind = kind_of(reading.value)
    text = document.text[span.start : span.end]
    period = period_of(reading, index, around)
    status = status_of(reading, sentence)
    return Claim(
        id=f"{document.origin.digest[:12]}:{span.start}-{span.end}:{kind}",
        fingerprint=_hash(f"{kind}\n{_plain(sentence.cleaned.text)}\n{_plain(text)}"),
        kind=kind,
        span=span,
        sentence=sentence.sentence.span,
        clause=sentence.in_document(clause_around(sentence.around(reading.span), reading.span)),
        text=text,
        value=reading.value,
        measure=measure_of(reading, sentence, period, status),
        entities=entities_of(reading, index, around),
        status=status,
        period=period,
        change=reading.change,
        as_of=as_of,
    )


def _numbered(claim: Claim, ordinal: int) -> Claim:
    """Return the claim with its ordinal among equals in its fingerprint."""
    return msgspec.structs.replace(claim, fingerprint=_hash(f"{claim.fingerprint}\n{ordinal}"))


def _plain(text: str) -> str:
    """Return words that are the same however their lines are broken."""
    return " ".join(text.casefold().split())


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
