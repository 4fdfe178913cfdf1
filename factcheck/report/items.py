"""The claims of an outcome as every format lists them: in order, numbered, with their verdict."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Literal, NamedTuple

from factcheck.report.outcomes import Listing
from factcheck.report.wording import codes_of, elsewhere_in_words, value_in_words
from factcheck.schema import BlockKind, Claim, Document, Evidence, Label, Report, Span, Verdict

_MOST_ELSEWHERE = 3  # other values of the draft named beside a claim
_FEWEST_LETTERS = 2  # a list mark ("1.", "-") has fewer and is not shown


class Item(NamedTuple):
    """A claim of a draft; `verdict` is None where nothing was checked.

    `number` counts from 1 in the order shown, claims that are left out included.
    """

    number: int
    document: Document
    claim: Claim
    verdict: Verdict | None
    disagreeing: tuple[Claim, ...]

    @property
    def line(self) -> int:
        """The line of the draft on which the claim begins."""
        return self.document.line_at(self.claim.span.start)

    @property
    def place(self) -> str:
        """Where in the draft the claim begins, in words: "line 3", "page 3"."""
        return self.document.place_at(self.claim.span.start)

    @property
    def label(self) -> Label | Literal["not checked"]:
        """The verdict in a word."""
        return self.verdict.label if self.verdict else "not checked"

    @property
    def fails(self) -> bool:
        """Say whether the claim conflicts and nobody settled it, or somebody decided it wrong."""
        if self.verdict is None or self.verdict.decision is None:
            return self.label == "conflicting"
        return not self.verdict.is_settled

    @property
    def sentence(self) -> str:
        """The sentence of the draft that holds the claim."""
        span = self.claim.sentence
        return self.document.text[span.start : span.end]

    @property
    def said(self) -> str:
        """The explanation of the verdict, or the value as it was read where there is none."""
        return self.verdict.explanation if self.verdict else value_in_words(self.claim.value)

    @property
    def coded(self) -> str:
        """The reason and the remarks, as their codes, and what was decided."""
        if self.verdict is None:
            return ""
        return " · ".join(codes_of(self.verdict))

    @property
    def elsewhere(self) -> list[str]:
        """What other sentences of the draft give instead."""
        return [
            elsewhere_in_words(self.document.place_at(other.span.start), other.value)
            for other in self.disagreeing[:_MOST_ELSEWHERE]
        ]

    @property
    def evidence(self) -> list[Evidence]:
        """The passages that bear on the claim, the deciding one first."""
        if self.verdict is None or self.verdict.reason == "no-evidence":
            return []
        return [found for found in self.verdict.evidence if not is_apart(found)]


def items(outcome: Report | Listing, only: Label | None) -> list[Item]:
    """Return the claims to show; `only` keeps those with that verdict."""
    document = outcome.document
    if isinstance(outcome, Listing):
        return [
            Item(number, document, claim, None, outcome.disagreeing.get(claim.id, ()))
            for number, claim in enumerate(outcome.listed, start=1)
        ]
    return [
        Item(number, document, verdict.claim, verdict, verdict.disagreeing)
        for number, verdict in enumerate(outcome.verdicts, start=1)
        if only in (None, verdict.label)
    ]


def is_apart(evidence: Evidence) -> bool:
    """Say whether a passage has nothing of the claim but was found near it."""
    return evidence.relation == "unrelated" and evidence.reason == "no-evidence"


class Piece(NamedTuple):
    """A run of the draft's text to set by itself; "apart" is what stands between the blocks."""

    kind: BlockKind | Literal["apart"]
    span: Span


def pieces(document: Document) -> Iterator[Piece]:
    """Yield the blocks and what words stand between them (front matter, code), in order."""
    at = 0
    for block in document.blocks:
        yield from _between(document.text, at, block.span.start)
        yield Piece(block.kind, block.span)
        at = block.span.end
    yield from _between(document.text, at, len(document.text))


def _between(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the lines from the first to the last that has words."""
    lines = text[start:end].splitlines(keepends=True)
    worded = [number for number, line in enumerate(lines) if _has_words(line)]
    if worded:
        first, last = worded[0], worded[-1] + 1
        start += sum(map(len, lines[:first]))
        words = "".join(lines[first:last]).rstrip()
        yield Piece("apart", Span(start, start + len(words)))


def _has_words(line: str) -> bool:
    letters = (character for character in line if character.isalpha())
    return len(list(itertools.islice(letters, _FEWEST_LETTERS))) == _FEWEST_LETTERS
