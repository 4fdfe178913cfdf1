"""Decisions beside the verdicts they are about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from factcheck.decisions.inline import Ignored
from factcheck.decisions.ledger import Entry, Ledger, decision_of
from factcheck.schema import IN_DRAFT, Decision, Notice, Report, Verdict


def marked(
    report: Report, ledger: Ledger, today: dt.date, ignored: Sequence[Ignored] = ()
) -> Report:
    """Return the report with what was decided about its claims; `ignored` the draft takes out."""
    verdicts: list[Verdict] = []
    notices: list[Notice] = []
    for verdict in report.verdicts:
        entry = ledger.entries.get(verdict.claim.fingerprint)
        decision = _inline(verdict, ignored)
        if decision is None and entry is not None and not _is_expired(entry, today):
            if _has_turned(entry, verdict):
                notices.append(_turned(entry, report, verdict))
            else:
                decision = decision_of(entry)
        verdicts.append(msgspec.structs.replace(verdict, decision=decision))
    return msgspec.structs.replace(
        report, verdicts=tuple(verdicts), notices=(*report.notices, *notices)
    )


def idle(
    ledger: Ledger, reports: Iterable[Report], today: dt.date
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Return the decisions that are about no claim of the reports, and those that have expired."""
    present = {v.claim.fingerprint for report in reports for v in report.verdicts}
    entries = ledger.entries.values()
    unused = tuple(entry for entry in entries if entry.fingerprint not in present)
    expired = tuple(e for e in entries if e.fingerprint in present and _is_expired(e, today))
    return unused, expired


def _inline(verdict: Verdict, ignored: Sequence[Ignored]) -> Decision | None:
    for passage in ignored:
        if passage.covers(verdict.claim):
            return Decision("ignore", passage.reason, IN_DRAFT)
    return None


def _is_expired(entry: Entry, today: dt.date) -> bool:
    return entry.until is not None and entry.until < today


def _has_turned(entry: Entry, verdict: Verdict) -> bool:
    """Say whether a claim conflicts that did not when somebody let it pass."""
    was = entry.verdict not in {None, "conflicting"}
    return was and verdict.label == "conflicting" and entry.decision != "wrong"


def _turned(entry: Entry, report: Report, verdict: Verdict) -> Notice:
    line = report.document.line_at(verdict.claim.span.start)
    said = (
        f"Line {line}, “{entry.claim}”: it was decided ({entry.decision}) when it was "
        f"{entry.verdict}, and conflicts now; it is open again."
    )
    return Notice("decision-reopened", said)
