"""Reports and lists of claims as JSON and JSON Lines, from typed rows.

The field order of the structs is the key order of the JSON. `FORMAT` changes when a field is
removed or changes its meaning; fields may be added.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

import msgspec

from factcheck.extract.reading import Blocked
from factcheck.report.escaping import for_json
from factcheck.report.outcomes import Listing, Outcome
from factcheck.report.wording import plain_number
from factcheck.schema import (
    FORMAT,
    Claim,
    ClaimKind,
    Decision,
    Document,
    Evidence,
    Feature,
    Label,
    Notice,
    Provenance,
    Reason,
    Refusal,
    Relation,
    Remark,
    Report,
    Span,
    Value,
    Verdict,
)


class DocumentRow(msgspec.Struct, frozen=True):
    """The draft: `path` as it was given."""

    path: str
    title: str
    date: dt.date | None
    as_of: dt.date | None


class CountsRow(msgspec.Struct, frozen=True):
    """Claims of the draft by verdict, those left out of the list included."""

    corroborated: int
    conflicting: int
    unsupported: int


class EvidenceRow(msgspec.Struct, frozen=True):
    """A passage of a source: `start`, `end` and `differs` are offsets of the source's text."""

    document: str
    path: str
    title: str
    source: str
    date: dt.date | None
    start: int
    end: int
    text: str
    relation: Relation
    score: float
    differs: tuple[tuple[int, int], ...]
    line: int
    reason: Reason
    remarks: tuple[Remark, ...]
    features: tuple[Feature, ...]


class OtherRow(msgspec.Struct, frozen=True):
    """Another claim of the draft that gives another value: offsets of the draft's text."""

    id: str
    start: int
    end: int
    line: int
    text: str
    value: Value


class ClaimRow(msgspec.Struct, frozen=True):
    """A claim of the draft: `start` and `end` are offsets of its text, `line` is 1-based.

    `rank` is its place among the claims of the draft, 1 to be checked first.
    """

    id: str
    kind: ClaimKind
    start: int
    end: int
    line: int
    text: str
    sentence: str
    value: Value
    rank: int
    disagreeing: tuple[OtherRow, ...]


class VerdictRow(ClaimRow, frozen=True):
    """A claim with its verdict; `differs` are offsets of the draft's text.

    `decision` is what a person decided about it, null for an open claim.
    """

    verdict: Label
    reason: Reason
    explanation: str
    confidence: float
    remarks: tuple[Remark, ...]
    differs: tuple[tuple[int, int], ...]
    evidence: tuple[EvidenceRow, ...]
    decision: Decision | None


class ReportRow(msgspec.Struct, frozen=True):
    """One checked draft."""

    format: int
    document: DocumentRow
    counts: CountsRow
    claims: tuple[VerdictRow, ...]
    notices: tuple[Notice, ...]
    provenance: Provenance


class ListingRow(msgspec.Struct, frozen=True):
    """One draft with its claims, not checked."""

    format: int
    document: DocumentRow
    claims: tuple[ClaimRow, ...]
    notices: tuple[Notice, ...]


class BlockedRow(msgspec.Struct, frozen=True):
    """What looks like a figure or date and is none: offsets of the draft's text, and why."""

    start: int
    end: int
    line: int
    text: str
    reason: str


class ExplainedRow(ListingRow, frozen=True):
    """One draft with its claims, not checked, and what was not read as a figure or date."""

    blocked: tuple[BlockedRow, ...]


class RefusalRow(msgspec.Struct, frozen=True):
    """One draft that could not be read."""

    format: int
    document: DocumentRow
    refusal: Refusal


Row = ReportRow | ListingRow | ExplainedRow | RefusalRow


def rows(outcomes: Iterable[Outcome], only: Label | None) -> Iterator[Row]:
    """Yield one row an outcome; `only` keeps the claims with that verdict."""
    for outcome in outcomes:
        match outcome:
            case Report():
                yield _report_row(outcome, only)
            case Listing():
                yield _listing_row(outcome)
            case Refusal():
                yield RefusalRow(FORMAT, DocumentRow(outcome.path, "", None, None), outcome)


def to_json(table: Iterable[Row]) -> str:
    """Return all rows as one JSON list."""
    return _encode(list(table), indent=2) + "\n"


def to_json_lines(table: Iterable[Row]) -> str:
    """Return one claim a line, then what was blocked, and refused drafts, each with its path."""
    lines: list[dict[str, object]] = []
    for row in table:
        path: dict[str, object] = {"path": row.document.path}
        if isinstance(row, RefusalRow):
            lines.append(path | {"refusal": row.refusal})
        else:
            lines.extend(path | msgspec.structs.asdict(claim) for claim in row.claims)
        if isinstance(row, ExplainedRow):
            lines.extend(path | {"blocked": block} for block in row.blocked)
    return "".join(_encode(line, indent=None) + "\n" for line in lines)


def _encode(value: object, *, indent: int | None) -> str:
    # Decimals are kept, to be written in full, as strings.
    plain = msgspec.to_builtins(value, builtin_types=(Decimal,))
    return for_json(plain, indent=indent, number=plain_number)


def _report_row(report: Report, only: Label | None) -> ReportRow:
    document, verdicts = report.document, report.verdicts
    labels = [verdict.label for verdict in verdicts]
    return ReportRow(
        FORMAT,
        _document_row(document, report.as_of),
        CountsRow(
            labels.count("corroborated"), labels.count("conflicting"), labels.count("unsupported")
        ),
        tuple(_verdict_row(document, v) for v in verdicts if only in (None, v.label)),
        report.notices,
        report.provenance,
    )


def _listing_row(listing: Listing) -> ListingRow:
    document = listing.document
    row = ListingRow(
        FORMAT,
        _document_row(document, listing.as_of),
        tuple(
            _claim_row(document, claim, listing.disagreeing.get(claim.id, ()))
            for claim in listing.listed
        ),
        document.notices,
    )
    if listing.blocked is None:
        return row
    blocked = tuple(_blocked_row(document, block) for block in listing.blocked)
    return ExplainedRow(**msgspec.structs.asdict(row), blocked=blocked)


def _blocked_row(document: Document, block: Blocked) -> BlockedRow:
    start, end = block.span.start, block.span.end
    line = document.line_at(start)
    return BlockedRow(start, end, line, document.text[start:end], block.reason)


def _document_row(document: Document, as_of: dt.date | None) -> DocumentRow:
    origin = document.origin
    return DocumentRow(origin.path, origin.title, origin.date, as_of)


def _claim_row(document: Document, claim: Claim, disagreeing: Sequence[Claim]) -> ClaimRow:
    return ClaimRow(
        id=claim.id,
        kind=claim.kind,
        start=claim.span.start,
        end=claim.span.end,
        line=document.line_at(claim.span.start),
        text=claim.text,
        sentence=document.text[claim.sentence.start : claim.sentence.end],
        value=claim.value,
        rank=claim.rank,
        disagreeing=tuple(_other_row(document, other) for other in disagreeing),
    )


def _other_row(document: Document, claim: Claim) -> OtherRow:
    start, end = claim.span.start, claim.span.end
    return OtherRow(claim.id, start, end, document.line_at(start), claim.text, claim.value)


def _verdict_row(document: Document, verdict: Verdict) -> VerdictRow:
    evidence = verdict.evidence
    return VerdictRow(
        **msgspec.structs.asdict(_claim_row(document, verdict.claim, verdict.disagreeing)),
        verdict=verdict.label,
        reason=verdict.reason,
        explanation=verdict.explanation,
        confidence=verdict.confidence,
        remarks=verdict.remarks,
        differs=_pairs(evidence[0].differs if evidence else ()),
        evidence=tuple(_evidence_row(item) for item in evidence),
        decision=verdict.decision,
    )


def _evidence_row(evidence: Evidence) -> EvidenceRow:
    passage = evidence.passage
    origin = passage.origin
    return EvidenceRow(
        document=origin.id,
        path=origin.path,
        title=origin.title,
        source=origin.source,
        date=origin.date,
        start=passage.span.start,
        end=passage.span.end,
        text=passage.text,
        relation=evidence.relation,
        score=evidence.score,
        differs=_pairs(evidence.source_differs),
        line=passage.line,
        reason=evidence.reason,
        remarks=evidence.remarks,
        features=evidence.features,
    )


def _pairs(spans: Sequence[Span]) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in spans)
