"""The sentences of a draft as passages, and which of them share words."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from factcheck.align import particulars
from factcheck.schema import Candidate, Claim, DateRange, Document, Passage, Quantity, Span
from factcheck.tokens import tokenize
from factcheck.vocabulary.measures import TOLD, stem, tables
from factcheck.vocabulary.names import lists

MOST_SENTENCES = 12  # looked at beside one sentence: those that share most words with it
FEWEST_TERMS = 2  # that two sentences share before they are compared
COMMON = 200  # sentences; a word that stands in more tells nothing
TELLER_WORDS = 4  # before a verb of saying, or behind "according to", that may name who says it


class Sentence(msgspec.Struct, frozen=True):
    """A sentence with claims, as a passage.

    `words` are its words in lower case, `tellers` those that name who tells it, `told` the last
    day on which somebody is said to have told it.
    """

    candidate: Candidate
    words: frozenset[str]
    tellers: frozenset[str]
    told: dt.date | None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of the sentence, in the order of the text."""
        return self.candidate.claims


class Difference(msgspec.Struct, frozen=True):
    """Two claims of two sentences that differ, seen from either side."""

    first: Sentence
    second: Sentence
    one: Claim
    other: Claim


def sentences_of(document: Document, claims: Sequence[Claim]) -> list[Sentence]:
    """Gather the claims of each sentence, in the order of the text."""
    grouped: dict[Span, list[Claim]] = {}
    for claim in claims:
        grouped.setdefault(claim.sentence, []).append(claim)
    return [
        _sentence(document, ordinal, span, tuple(held))
        for ordinal, (span, held) in enumerate(grouped.items())
    ]


def _sentence(document: Document, ordinal: int, span: Span, claims: tuple[Claim, ...]) -> Sentence:
    text = document.text[span.start : span.end]
    line = document.line_at(span.start)
    passage = Passage(document.origin, ordinal, span, line, text, "")
    words = [token.text.lower() for token in tokenize(text)]
    told = [
        claim.value.last
        for claim in claims
        if isinstance(claim.value, DateRange)
        and _is_of_telling(claim, text[: claim.span.start - span.start])
    ]
    return Sentence(
        candidate=Candidate(passage, claims, 0.0),
        words=frozenset(words),
        tellers=_tellers(words),
        told=max((day for day in told if day), default=None),
    )


def _is_of_telling(date: Claim, before: str) -> bool:
    """Say whether a date is that of a telling: "reported on Thursday"."""
    near = before.lower().split()[-2:]
    return date.measure.act == TOLD or not lists().reporting.isdisjoint(near)


def neighbours(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """Yield the pairs of sentences that share some terms, each pair once, in order."""
    terms = [frozenset(_terms(sentence)) for sentence in sentences]
    holding: dict[str, list[int]] = {}
    for at, words in enumerate(terms):
        for word in words:
            holding.setdefault(word, []).append(at)
    pairs: set[tuple[int, int]] = set()
    for at, words in enumerate(terms):
        shared = Counter(
            other for word in words if len(holding[word]) <= COMMON for other in holding[word]
        )
        del shared[at]
        near = [o for o in shared if shared[o] >= min(FEWEST_TERMS, len(words), len(terms[o]))]
        near.sort(key=lambda other: (-shared[other], other))
        pairs.update((min(at, other), max(at, other)) for other in near[:MOST_SENTENCES])
    for first, second in sorted(pairs):
        yield sentences[first], sentences[second]


def _terms(sentence: Sentence) -> Iterator[str]:
    """Yield what a sentence tells: its words, its names word by word, its acts."""
    for claim in sentence.claims:
        for term in particulars(claim):
            yield from term.lower().split()
        if claim.measure.act:
            yield f"act {claim.measure.act}"


def _tellers(words: Sequence[str]) -> frozenset[str]:
    """Return the words before each verb of saying, and behind "according to"."""
    reporting, empty = lists().reporting, tables().empty
    found: set[str] = set()
    for at, word in enumerate(words):
        if word in reporting:
            behind = words[at + 2 : at + 2 + TELLER_WORDS]
            near = behind if word == "according" else words[:at][-TELLER_WORDS:]
            found.update(stem(w) for w in near if w not in empty and w.isalpha())
    return frozenset(found)


def figure_of(claim: Claim) -> Decimal:
    """Return the figure of a claim; 0 for what is none."""
    return claim.value.figure if isinstance(claim.value, Quantity) else Decimal(0)
