"""`factcheck explain`: why each claim of one line got its verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from typer import Argument, Option

from factcheck.cli.checking import AsOfOption, IndexOption, VerifierOption
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.schema import Report, Verdict

_NEAREST_LINES = 3  # named where the line asked for holds no claim


def explain(
    place: Annotated[
        str, Argument(metavar="DRAFT:LINE", help="A draft and the line of a claim, as check says.")
    ],
    index: IndexOption = None,
    in_order: Annotated[
        bool,
        Option("--in-order", help="Of several indices, let each outrank those named after it."),
    ] = False,
    form: Annotated[
        Literal["text", "json"], Option("--format", help="What standard output gets.")
    ] = "text",
    as_of: AsOfOption = None,
    verifier: VerifierOption = "",
) -> int:
    """Show every passage that was looked at for the claims of a line, and what was compared.

    Exit code 0, or 2 where the line holds no claim or the draft cannot be read.
    """
    import msgspec

    from factcheck.cli import streams
    from factcheck.cli.checking import configured, decided
    from factcheck.cli.drafts import as_of_date, read_drafts
    from factcheck.cli.indices import index_paths
    from factcheck.decisions import read_ledger
    from factcheck.pipeline import Checker
    from factcheck.report import Layout, render, render_explanation
    from factcheck.schema import Refusal

    path, line = _place(place)
    configuration, day = configured([path]), as_of_date(as_of)
    settings = configuration.settings.asking(verifier)
    drafts = read_drafts(path, settings.limits)
    for draft in drafts:
        if isinstance(draft, Refusal):
            raise UsageError(f"{draft.path}: {draft.reason} ({draft.code})")
    ledger = read_ledger(configuration.decisions)
    checker = Checker.open(index_paths(index, configuration), settings, in_order=in_order)
    reports = [
        decided(draft, checker.explain, day, ledger, settings.limits)
        for draft in drafts
        if not isinstance(draft, Refusal)
    ]
    found = [
        msgspec.structs.replace(report, verdicts=chosen)
        for report in reports
        if (chosen := tuple(v for v in report.verdicts if line in _lines(report, v)))
    ]
    if not found:
        raise UsageError(f"Line {line} of {path} holds no claim.", hint=_hint(reports, line))
    layout = Layout(streams.width(), streams.style())
    streams.put(
        render(found, "json") if form == "json" else render_explanation(found, layout),
    )
    return 0


def _place(place: str) -> tuple[str, int]:
    path, colon, line = place.rpartition(":")
    if not (colon and path and line.isascii() and line.isdecimal() and len(line) < 10):
        raise UsageError(
            f"{place} names no line.", hint="Write the draft, a colon and a line: draft.md:12"
        )
    return path, int(line)


def _lines(report: Report, verdict: Verdict) -> range:
    """Return the lines on which a claim stands."""
    span = verdict.claim.span
    first = report.document.line_at(span.start)
    return range(first, report.document.line_at(max(span.start, span.end - 1)) + 1)


def _hint(reports: Iterable[Report], line: int) -> str:
    lines = {_lines(report, verdict)[0] for report in reports for verdict in report.verdicts}
    if not lines:
        return "No checkable claim was found in this draft."
    nearest = sorted(sorted(lines, key=lambda other: (abs(other - line), other))[:_NEAREST_LINES])
    return f"Nearest lines with claims: {', '.join(map(str, nearest))}."
