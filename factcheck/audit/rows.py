"""What an audit keeps of a document: one line for it, and one for each of its claims.

The field order of the structs is the key order of the JSON.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from decimal import Decimal
from typing import Literal

import msgspec

from factcheck.report.escaping import for_json
from factcheck.report.wording import plain_number
from factcheck.schema import (
    ClaimKind,
    Document,
    Evidence,
    Label,
    Notice,
    Reason,
    Refusal,
    Relation,
    Remark,
    Report,
    Span,
    Value,
    Verdict,
)

State = Literal["checked", "left-out", "refused", "skipped", "timed-out"]

_MAX_EVIDENCE = 3  # beside the deciding passage: `explain` shows them all
_BEARING = {"agrees", "differs"}


class EvidenceRow(msgspec.Struct, frozen=True):
    """A passage of a source; `differs` are offsets in `text`."""

    document: str
    path: str
    line: int
    title: str
    source: str
    date: dt.date | None
    text: str
    relation: Relation
    reason: Reason
    differs: tuple[tuple[int, int], ...]


class ClaimRow(msgspec.Struct, frozen=True):
    """A claim with its verdict.

    `start` and `end` are offsets of the document's text, `differs` of `sentence`. `agreeing` and
    `differing` count documents. The first evidence decides; the others agree or differ.
    """

    document: str
    path: str
    date: dt.date | None
    id: str
    kind: ClaimKind
    line: int
    start: int
    end: int
    text: str
    sentence: str
    value: Value
    verdict: Label
    reason: Reason
    explanation: str
    confidence: float
    remarks: tuple[Remark, ...]
    agreeing: int
    differing: int
    differs: tuple[tuple[int, int], ...]
    evidence: tuple[EvidenceRow, ...]


class DocumentRow(msgspec.Struct, frozen=True):
    """What came of a document: `code` and `message` say why it was not checked."""

    document: str
    path: str
    title: str
    source: str
    date: dt.date | None
    state: State
    claims: int = 0
    conflicting: int = 0
    corroborated: int = 0
    unsupported: int = 0
    notices: tuple[str, ...] = ()
    code: str = ""
    message: str = ""


def checked(report: Report, of_index: Collection[Notice]) -> bytes:
    """Return the lines of a checked document, without the notices that all documents share."""
    document = report.document
    labels = [verdict.label for verdict in report.verdicts]
    row = msgspec.structs.replace(
        _row(document, "checked"),
        claims=len(labels),
        conflicting=labels.count("conflicting"),
        corroborated=labels.count("corroborated"),
        unsupported=labels.count("unsupported"),
        notices=tuple(one.code for one in report.notices if one not in of_index),
    )
    claims = (_claim_row(document, verdict) for verdict in report.verdicts)
    return b"\n".join(_line(one) for one in (row, *claims))


def unchecked(document: Document, state: State, code: str, message: str) -> bytes:
    """Return the line of a document that was read and not checked."""
    row = _row(document, state)
    return _line(msgspec.structs.replace(row, code=code, message=message))


def unread(refusal: Refusal) -> bytes:
    """Return the line of what could not be read."""
    state: State = "refused"
    if refusal.code.startswith("skipped"):
        state = "skipped"
    elif refusal.code == "timed-out":
        state = "timed-out"
    path = refusal.path
    row = DocumentRow(path, path, "", "", None, state, code=refusal.code, message=refusal.reason)
    return _line(row)


def _row(document: Document, state: State) -> DocumentRow:
    origin = document.origin
    return DocumentRow(origin.id, origin.path, origin.title, origin.source, origin.date, state)


def _claim_row(document: Document, verdict: Verdict) -> ClaimRow:
    claim, origin = verdict.claim, document.origin
    first, others = verdict.evidence[:1], verdict.evidence[1:]
    bearing = [one for one in others if one.relation in _BEARING]
    differs = first[0].differs if first else ()
    return ClaimRow(
        document=origin.id,
        path=origin.path,
        date=origin.date,
        id=claim.id,
        kind=claim.kind,
        line=document.line_at(claim.span.start),
        start=claim.span.start,
        end=claim.span.end,
        text=claim.text,
        sentence=document.text[claim.sentence.start : claim.sentence.end],
        value=claim.value,
        verdict=verdict.label,
        reason=verdict.reason,
        explanation=verdict.explanation,
        confidence=verdict.confidence,
        remarks=verdict.remarks,
        agreeing=_documents(verdict, "agrees"),
        differing=_documents(verdict, "differs"),
        differs=_inside(differs or (claim.span,), claim.sentence),
        evidence=tuple(_evidence_row(one) for one in (*first, *bearing[:_MAX_EVIDENCE])),
    )


def _documents(verdict: Verdict, relation: Relation) -> int:
    return len({e.passage.origin.id for e in verdict.evidence if e.relation == relation})


def _evidence_row(evidence: Evidence) -> EvidenceRow:
    passage, origin = evidence.passage, evidence.passage.origin
    return EvidenceRow(
        document=origin.id,
        path=origin.path,
        line=passage.line,
        title=origin.title,
        source=origin.source,
        date=origin.date,
        text=passage.text,
        relation=evidence.relation,
        reason=evidence.reason,
        differs=_inside(evidence.source_differs, passage.span),
    )


def _inside(spans: tuple[Span, ...], whole: Span) -> tuple[tuple[int, int], ...]:
    """Return spans as offsets in the text under `whole`; what lies outside is left out."""
    return tuple(
        (max(span.start, whole.start) - whole.start, min(span.end, whole.end) - whole.start)
        for span in spans
        if span.overlaps(whole)
    )


def _line(row: msgspec.Struct) -> bytes:
    plain = msgspec.to_builtins(row, builtin_types=(Decimal,))
    return for_json(plain, indent=None, number=plain_number).encode("ascii")
