"""Measure the verdicts against labelled pairs of a claim and its evidence.

Each claim is read as a draft and each evidence as a source; both go through the extractors and
the judge that `check` uses, without an index. A pair tells no dates, so both get one nominal day.
Nor does it tell whom a claim like "He is 94" is about: the sentence of the evidence nearest to
the claim stands as the title of both. In a draft a question claims nothing; the claim of a pair
does, so its question marks are read as full stops.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from factcheck.bench.rows import read_rows
from factcheck.config import Limits, Periods, Retrieval, Verification
from factcheck.entail import Verifier
from factcheck.errors import UsageError
from factcheck.extract.claims import extract, sentence_claims
from factcheck.extract.words import content_words
from factcheck.judge import Case, is_read, judge_all, settle
from factcheck.pipeline import read_claims
from factcheck.schema import (
    Block,
    Candidate,
    Claim,
    Document,
    Label,
    Origin,
    Passage,
    Reason,
    Sentence,
    Span,
    Verdict,
)
from factcheck.segment import segment
from factcheck.tokens import tokenize

NOMINAL_DAY = dt.date(2000, 1, 3)  # a Monday, as good as any
NOMINAL_PAPER = "Norland Gazette"
Gold = Literal["supported", "refuted", "nei", "not_supported"]
# Why a value is left open that no value of the evidence was held against.
_UNMET: frozenset[Reason] = frozenset({"no-evidence", "other-subject", "other-period"})
# A pair's evidence is given as being about its claim. In a long one many sentences tell a part.
GIVEN = Verification(candidates=8, given=True, supports=0.5, refutes=0.5)
LONG = dataclasses.replace(GIVEN, supports=0.35)
_RANK: tuple[Label, ...] = ("conflicting", "unsupported", "corroborated")


class Pair(msgspec.Struct, frozen=True):
    """A labelled pair; `group` is the page it is of. Other keys of its row are ignored."""

    id: str
    claim: str
    evidence: str
    label: Gold
    group: str = ""


class Prediction(msgspec.Struct, frozen=True):
    """The verdict on a claim text as a whole."""

    id: str
    verdict: Label
    confidence: float


def read_pairs(path: Path) -> tuple[Pair, ...]:
    """Read a file of labelled pairs, one JSON object a line.

    Raises:
        UsageError: the file cannot be read, a line is no such row, or there is none.
    """
    pairs = []
    for number, pair in read_rows(path, Pair):
        if not pair.claim.strip():
            raise UsageError(f"{path}, line {number}: The claim is empty.")
        pairs.append(pair)
    if not pairs:
        raise UsageError(f"{path} holds no pair.")
    return tuple(pairs)


def predict(
    pairs: Iterable[Pair],
    verifier: Verifier | None = None,
    settings: Verification | None = None,
) -> Iterator[Prediction]:
    """Yield the verdict on each pair, in order; without a verifier by the rules alone.

    >>> pair = Pair("1", "Norland lost 17 ships.", "Norland lost 17 ships in the war.", "supported")
    >>> next(predict([pair])).verdict
    'corroborated'
    """
    for pair in pairs:
        verdict = whole(verdicts_on(pair.claim, pair.evidence, verifier, settings))
        yield Prediction(pair.id, verdict.label, verdict.confidence)


def whole(verdicts: Sequence[Verdict]) -> Verdict:
    """Return the verdict that stands for a whole text: of those that may, the surest.

    Of corroborated ones it is the least sure, since all of them must hold.
    """
    found = deciding(verdicts)
    return (min if found[0].label == "corroborated" else max)(found, key=lambda v: v.confidence)


def deciding(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Return the verdicts, alike in label, that may stand for a whole text.

    A claim that conflicts goes before one that is unsupported, and that before the rest. Where a
    verifier has read a sentence, its values that met nothing like them are left to that reading.
    """
    read = {v.claim.sentence for v in verdicts if is_read(v)}
    told = [
        v
        for v in verdicts
        if v.claim.kind == "statement" or v.claim.sentence not in read or v.reason not in _UNMET
    ]
    label = min((v.label for v in told), key=_RANK.index)
    return [v for v in told if v.label == label]


def verdicts_on(
    claim: str,
    evidence: str,
    verifier: Verifier | None = None,
    settings: Verification | None = None,
) -> tuple[Verdict, ...]:
    """Return the verdicts on every value in a claim text, and on each of its sentences as one.

    Of a long evidence the sentences that share most words with the claim are looked at.
    """
    source = as_document("evidence", evidence)
    passages = _nearest(claim, source)
    title = evidence[passages[0].span.start : passages[0].span.end] if passages else ""
    draft, source = as_document("claim", claim, title), as_document("evidence", evidence, title)
    candidates = _candidates(source, passages)
    claims = claims_of(draft)
    siblings: dict[Span, list[Claim]] = {}
    for one in claims:
        siblings.setdefault(one.sentence, []).append(one)
    cases = [
        Case(
            one,
            candidates,
            siblings[one.sentence],
            draft.text[one.sentence.start : one.sentence.end],
        )
        for one in claims
    ]
    asked = settings or (GIVEN if len(passages) <= GIVEN.candidates else LONG)
    return settle(judge_all(cases, Periods(), None, verifier, asked))


def claims_of(draft: Document) -> list[Claim]:
    """Return the values of a text, and each of its sentences as one statement."""
    values = [claim for claim in read_claims(draft) if claim.kind != "statement"]
    return [*values, *sentence_claims(draft, segment(draft))]


def as_document(name: str, text: str, title: str = "") -> Document:
    """Return a text as a document of the nominal day, each of its lines a paragraph."""
    text = text.replace("?", ".")
    digest = hashlib.sha256(f"{name}\n{text}".encode(errors="replace")).hexdigest()
    blocks: list[Block] = []
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            blocks.append(Block("paragraph", Span(start, start + len(line.rstrip()))))
        start += len(line)
    origin = Origin(name, name, title, NOMINAL_PAPER, NOMINAL_DAY, digest)
    return Document(origin, text, tuple(blocks))


def _nearest(claim: str, source: Document) -> tuple[Sentence, ...]:
    """Return the sentences of a source that share most words with a claim, the best first."""
    wanted = set(content_words(tokenize(claim), ()))

    def shared(sentence: Sentence) -> int:
        words = tokenize(source.text[sentence.span.start : sentence.span.end])
        return len(wanted.intersection(content_words(words, ())))

    found = sorted(segment(source), key=lambda s: (-shared(s), s.span.start))
    return tuple(found[: Retrieval().candidates])


def _candidates(source: Document, sentences: Sequence[Sentence]) -> list[Candidate]:
    claims: dict[Span, list[Claim]] = {}
    for claim in extract(source, segment(source), limits=Limits()):
        claims.setdefault(claim.sentence, []).append(claim)
    return [
        Candidate(
            Passage(
                source.origin,
                ordinal,
                sentence.span,
                source.line_at(sentence.span.start),
                source.text[sentence.span.start : sentence.span.end],
                "",
            ),
            tuple(claims.get(sentence.span, ())),
            0.0,
        )
        for ordinal, sentence in enumerate(sentences)
    ]
