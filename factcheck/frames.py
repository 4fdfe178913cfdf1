"""Reports as pandas data frames; the only importer of pandas."""

from __future__ import annotations

import msgspec
import pandas as pd

from factcheck.schema import Report, Verdict

# The columns in their order, with their types; a missing day is NaT, a missing text NaN.
_COLUMNS = {
    "path": "str",
    "id": "str",
    "kind": "category",
    "start": "int64",
    "end": "int64",
    "line": "int64",
    "text": "str",
    "sentence": "str",
    "value": "object",
    "rank": "int64",
    "verdict": "category",
    "reason": "category",
    "explanation": "str",
    "confidence": "float64",
    "remarks": "object",
    "evidence_document": "str",
    "evidence_path": "str",
    "evidence_line": "Int64",
    "evidence_source": "str",
    "evidence_date": "datetime64[s]",
    "evidence_text": "str",
    "evidence_relation": "category",
}


def report_frame(report: Report) -> pd.DataFrame:
    """Return one row a claim, in the order of the draft; `evidence_*` is the deciding passage.

    Columns mean what they mean in `check --format json`. `value` holds a dict of the value's
    fields, numbers as strings, and `remarks` a list.
    """
    rows = [_row(report, verdict) for verdict in report.verdicts]
    return pd.DataFrame(rows, columns=list(_COLUMNS)).astype(_COLUMNS)


def _row(report: Report, verdict: Verdict) -> dict[str, object]:
    document, claim = report.document, verdict.claim
    row = {
        "path": document.origin.path,
        "id": claim.id,
        "kind": claim.kind,
        "start": claim.span.start,
        "end": claim.span.end,
        "line": document.line_at(claim.span.start),
        "text": claim.text,
        "sentence": document.text[claim.sentence.start : claim.sentence.end],
        "value": msgspec.to_builtins(claim.value),
        "rank": claim.rank,
        "verdict": verdict.label,
        "reason": verdict.reason,
        "explanation": verdict.explanation,
        "confidence": verdict.confidence,
        "remarks": list(verdict.remarks),
    }
    for evidence in verdict.evidence[:1]:
        passage = evidence.passage
        row |= {
            "evidence_document": passage.origin.id,
            "evidence_path": passage.origin.path,
            "evidence_line": passage.line,
            "evidence_source": passage.origin.source,
            "evidence_date": passage.origin.date,
            "evidence_text": passage.text,
            "evidence_relation": evidence.relation,
        }
    return row
