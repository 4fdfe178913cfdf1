"""A table with one line a claim, for a spreadsheet or a data frame."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from factcheck.report.escaping import for_csv
from factcheck.report.items import Item, items
from factcheck.report.outcomes import Outcome
from factcheck.report.wording import value_in_words
from factcheck.schema import Label, Refusal

COLUMNS = (
    *("path", "line", "kind", "claim", "value", "sentence"),
    *("verdict", "reason", "remarks", "confidence", "explanation"),
    *("passage", "source_path", "source_line", "source", "source_date"),
    *("elsewhere", "rank", "start", "end", "fingerprint"),
)


def to_csv(outcomes: Sequence[Outcome], only: Label | None) -> str:
    """Return a header and one line a claim; a refused draft is a line with the verdict "refused".

    Numbers of columns and lines stand as they are; a text that a spreadsheet would take for a
    formula begins with an apostrophe.
    """
    written = io.StringIO()
    table = csv.DictWriter(written, COLUMNS, restval="", lineterminator="\n")
    table.writeheader()
    for outcome in outcomes:
        if isinstance(outcome, Refusal):
            row: dict[str, str | int] = {
                "path": outcome.path,
                "verdict": "refused",
                "reason": outcome.code,
                "explanation": outcome.reason,
            }
            table.writerow(_safe(row))
        else:
            table.writerows(_safe(_row(item)) for item in items(outcome, only))
    return written.getvalue()


def _safe(row: dict[str, str | int]) -> dict[str, str | int]:
    return {
        name: for_csv(value) if isinstance(value, str) else value for name, value in row.items()
    }


def _row(item: Item) -> dict[str, str | int]:
    claim, verdict = item.claim, item.verdict
    row: dict[str, str | int] = {
        "path": item.document.origin.path,
        "line": item.line,
        "kind": claim.kind,
        "claim": claim.text,
        "value": value_in_words(claim.value),
        "sentence": item.sentence,
        "elsewhere": "; ".join(item.elsewhere),
        "rank": claim.rank,
        "start": claim.span.start,
        "end": claim.span.end,
        "fingerprint": claim.fingerprint,
    }
    if verdict:
        row |= {
            "verdict": verdict.label,
            "reason": verdict.reason,
            "remarks": " ".join(verdict.remarks),
            "confidence": f"{verdict.confidence:.2f}",
            "explanation": verdict.explanation,
        }
    for evidence in item.evidence[:1]:
        origin = evidence.passage.origin
        row |= {
            "passage": evidence.passage.text,
            "source_path": origin.path,
            "source_line": evidence.passage.line,
            "source": origin.source,
            "source_date": origin.date.isoformat() if origin.date else "",
        }
    return row
