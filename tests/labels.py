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


# "Seven months" of "began seven months ago" is a length to one reader and a date to another.
_OF_TIME = frozenset({"quantity", "date"})


def verdict_of(report: Report, row: Expected) -> Verdict | None:
    """Return the verdict on the claim of a row, None where no such claim was found."""
    found = [
        verdict
        for verdict in report.verdicts
        if report.document.line_at(verdict.claim.span.start) == row.line
        and (row.text in verdict.claim.text or verdict.claim.text in row.text)
        and (verdict.claim.kind == row.kind or {verdict.claim.kind, row.kind} == _OF_TIME)
    ]
    return min(found, key=lambda verdict: verdict.claim.kind != row.kind, default=None)
