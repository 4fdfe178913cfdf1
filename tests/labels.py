"""The rows of an expected.toml, and the verdict that each one speaks of."""

import tomllib
from pathlib import Path

import msgspec

from factcheck.schema import ClaimKind, Label, Reason, Remark, Report, Verdict


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One labelled claim; tests/cases/README.md says what each field means."""

    text: str
    line: int
    kind: ClaimKind
    verdict: Label
    reason: Reason
    note: str
    holds: str = ""
    also: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    mutation: str = ""
    remarks: tuple[Remark, ...] = ()


def expected_in(folder: Path) -> list[Expected]:
    table = tomllib.loads((folder / "expected.toml").read_text("utf-8"))["claim"]
    return msgspec.convert(table, list[Expected])


def verdict_of(report: Report, row: Expected) -> Verdict | None:
    """Return the verdict on the claim of a row, None where no such claim was found."""
    for verdict in report.verdicts:
        claim = verdict.claim
        line = report.document.line_at(claim.span.start)
        if (claim.kind, line) != (row.kind, row.line):
            continue
        if row.text in claim.text or claim.text in row.text:
            return verdict
    return None
