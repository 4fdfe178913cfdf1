"""Measure the whole way: index a corpus, look each claim up in it, judge it.

The corpus is rows of `id` (or `doc_id`), `title`, `text` (or `abstract`, a list of sentences) and
perhaps `date`; the claims are rows of `id`, `claim` and either `label` with `documents`, the ids
that tell it, or `evidence` as SciFact has it. What is not dated is of one nominal day.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from factcheck import corpus
from factcheck.bench.agreement import Agreement, Share, agreement
from factcheck.bench.pairs import LONG, NOMINAL_DAY, Pair, as_document, claims_of, whole
from factcheck.bench.rows import read_rows
from factcheck.config import Settings
from factcheck.embed import Embedder
from factcheck.entail import Verifier
from factcheck.errors import UsageError
from factcheck.extract.claims import extract
from factcheck.index import Index
from factcheck.judge import Case, judge_all, settle
from factcheck.retrieve import retrieve
from factcheck.schema import Candidate, Claim, Document, Label

RANKS = (1, 5, 10)  # the gold documents are looked for among so many
_CORPUS = "corpus.jsonl"
Gold = Literal["supported", "refuted", "nei"]
Progress = Callable[[int, int | None, str], None]


class Source(msgspec.Struct, frozen=True):
    """A document of the corpus; other keys of its row are ignored."""

    id: str = ""
    doc_id: str = ""
    title: str = ""
    text: str = ""
    abstract: tuple[str, ...] = ()
    date: str = ""


class Finding(msgspec.Struct, frozen=True):
    """What one document says of a claim, as SciFact labels it."""

    label: Literal["SUPPORT", "CONTRADICT"]


class Asked(msgspec.Struct, frozen=True):
    """A claim with its gold verdict and documents; other keys of its row are ignored."""

    id: str
    claim: str
    label: Gold | None = None
    documents: tuple[str, ...] = ()
    evidence: Mapping[str, tuple[Finding, ...]] = {}

    @property
    def gold(self) -> Gold:
        """The label, or what the first document of the evidence says."""
        if self.label is not None:
            return self.label
        found = [one.label for told in self.evidence.values() for one in told]
        if not found:
            return "nei"
        return "supported" if found[0] == "SUPPORT" else "refuted"

    @property
    def tellers(self) -> frozenset[str]:
        """The ids of the documents that tell it."""
        return frozenset(self.documents or self.evidence)


class Answer(msgspec.Struct, frozen=True):
    """The verdict on a claim, and the documents that were found for it, the nearest first."""

    id: str
    verdict: Label
    confidence: float
    documents: tuple[str, ...]


class Measured(msgspec.Struct, frozen=True):
    """What the answers are worth; `recall` is of the claims that some document tells, by rank."""

    agreement: Agreement
    recall: Mapping[int, Share]


def read_claims(path: Path) -> tuple[Asked, ...]:
    """Read a file of claims.

    Raises:
        UsageError: the file cannot be read, a line is no such row, or there is none.
    """
    found = tuple(row for _, row in read_rows(path, Asked))
    if not found or not all(row.claim.strip() for row in found):
        raise UsageError(f"{path} holds no claim, or an empty one.")
    return found


def build(path: Path, folder: Path, embedder: Embedder, progress: Progress | None = None) -> Path:
    """Index a corpus in a folder of its own below `folder`, or find it there; return the index.

    Raises:
        UsageError: the file cannot be read or a line is no such row.
    """
    rows = [row for _, row in read_rows(path, Source)]
    known = hashlib.sha256(path.read_bytes() + embedder.digest.encode()).hexdigest()[:16]
    place = folder / known
    place.mkdir(parents=True, exist_ok=True)
    lines = (msgspec.json.encode(_record(row)) + b"\n" for row in rows)
    (place / _CORPUS).write_bytes(b"".join(lines))
    corpus.build([place / _CORPUS], place / "index", embedder, extract=extract, progress=progress)
    return place / "index"


def _record(row: Source) -> dict[str, str]:
    return {
        "id": row.id or row.doc_id,
        "title": row.title,
        "text": row.text or " ".join(row.abstract),
        "date": row.date or NOMINAL_DAY.isoformat(),
    }


def answer(
    asked: Sequence[Asked],
    index: Index,
    embedder: Embedder,
    verifier: Verifier | None = None,
    settings: Settings | None = None,
) -> Iterator[Answer]:
    """Yield the verdict on each claim, in order.

    What is found is judged as in labelled pairs with long evidence, if no settings are given: such
    claims name neither people nor days that would tell what is about them.
    """
    settings = settings or dataclasses.replace(Settings(), verification=LONG)
    for row in asked:
        draft = as_document("claim", row.claim)
        claims = claims_of(draft)
        found = retrieve(claims, draft, index, embedder, settings.retrieval)
        cases = list(_cases(draft, claims, found))
        verdict = whole(
            settle(
                judge_all(
                    cases, settings.periods, settings.sources, verifier, settings.verification
                )
            )
        )
        yield Answer(row.id, verdict.label, verdict.confidence, _documents(claims, found))


def _cases(
    draft: Document, claims: Sequence[Claim], found: Sequence[Sequence[Candidate]]
) -> Iterator[Case]:
    for claim, candidates in zip(claims, found, strict=True):
        siblings = [one for one in claims if one.sentence == claim.sentence]
        words = draft.text[claim.sentence.start : claim.sentence.end]
        yield Case(claim, candidates, siblings, words)


def _documents(claims: Sequence[Claim], found: Sequence[Sequence[Candidate]]) -> tuple[str, ...]:
    """Return the documents found for the claim as a sentence, the nearest first."""
    told = next(
        candidates
        for claim, candidates in zip(claims, found, strict=True)
        if claim.kind == "statement"
    )
    ids = (candidate.passage.origin.id.partition("#")[2] for candidate in told)
    return tuple(dict.fromkeys(ids))


def measure(asked: Sequence[Asked], answers: Sequence[Answer]) -> Measured:
    """Compare answers, which stand in the order of the claims, with their labels."""
    pairs = [Pair(row.id, row.claim, "", row.gold) for row in asked]
    told = [(row.tellers, one.documents) for row, one in zip(asked, answers, strict=True)]
    told = [(gold, documents) for gold, documents in told if gold]
    recall = {
        rank: Share(sum(bool(gold & set(found[:rank])) for gold, found in told), len(told))
        for rank in RANKS
    }
    return Measured(agreement(pairs, answers), recall)
