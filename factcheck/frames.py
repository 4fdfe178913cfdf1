"""Reports and audits as pandas data frames; the only importer of pandas and pyarrow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Any

import msgspec
import pandas as pd

from factcheck.schema import Report, Verdict

Frame = pd.DataFrame

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


# The columns of an audit's claims; the file has these and no others, whatever stands in them.
_CLAIM_COLUMNS = {
    "document": "str",
    "path": "str",
    "date": "datetime64[s]",
    "id": "str",
    "kind": "str",
    "line": "int64",
    "start": "int64",
    "end": "int64",
    "text": "str",
    "sentence": "str",
    "value": "str",
    "verdict": "str",
    "reason": "str",
    "explanation": "str",
    "confidence": "float64",
    "remarks": "object",
    "agreeing": "int64",
    "differing": "int64",
    "evidence_document": "str",
    "evidence_path": "str",
    "evidence_line": "Int64",
    "evidence_title": "str",
    "evidence_source": "str",
    "evidence_date": "datetime64[s]",
    "evidence_text": "str",
    "evidence_relation": "str",
    "evidence_reason": "str",
}
_GROUP = 10_000  # rows held in memory, and of a row group of the file


def claims_frame(rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Return the claims of an audit, one a row, in their order; `value` is JSON."""
    return pd.DataFrame(rows, columns=list(_CLAIM_COLUMNS)).astype(_CLAIM_COLUMNS)


def records(frame: pd.DataFrame) -> Iterator[dict[str, str]]:
    """Yield the rows of a frame as records of text; what is missing is left out."""
    names = [str(column) for column in frame.columns]
    for row in frame.itertuples(index=False, name=None):
        yield {
            name: cell.date().isoformat() if isinstance(cell, pd.Timestamp) else str(cell)
            for name, cell in zip(names, row, strict=True)
            if not (pd.api.types.is_scalar(cell) and pd.isna(cell))
        }


class ClaimsFile:
    """A Parquet file of claims, written some thousands at a time."""

    def __init__(self, file: IO[bytes]) -> None:
        """Begin the file; `close` ends it."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        types = {
            "str": pa.string(),
            "object": pa.list_(pa.string()),
            "int64": pa.int64(),
            "Int64": pa.int64(),
            "float64": pa.float64(),
            "datetime64[s]": pa.date32(),
        }
        self._schema = pa.schema([(name, types[kind]) for name, kind in _CLAIM_COLUMNS.items()])
        self._writer = pq.ParquetWriter(file, self._schema, compression="zstd")
        self._rows: list[Mapping[str, Any]] = []

    def add(self, row: Mapping[str, Any]) -> None:
        """Take one row, as `claims_frame` does."""
        self._rows.append(row)
        if len(self._rows) == _GROUP:
            self._flush()

    def close(self) -> None:
        """Write the rest, and what makes it a whole file."""
        if self._rows:
            self._flush()
        self._writer.close()

    def _flush(self) -> None:
        import pyarrow as pa

        frame = claims_frame(self._rows)
        self._writer.write_table(pa.Table.from_pandas(frame, self._schema, preserve_index=False))
        self._rows.clear()
