"""`factcheck baseline write`: decide about all open claims of drafts at once."""

from __future__ import annotations

from typing import Annotated, Literal

import typer
from typer import Argument, Option

from factcheck.cli.checking import AsOfOption, IndexOption
from factcheck.errors import UsageError

app = typer.Typer(no_args_is_help=True)


@app.callback()
def baseline() -> None:
    """Take the present state of drafts as known, so that only what is new fails."""


@app.command()
def write(
    drafts: Annotated[list[str], Argument(metavar="DRAFT", help="Files or folders.")],
    index: IndexOption = None,
    as_of: AsOfOption = None,
    reason: Annotated[str, Option(metavar="TEXT", help="Why they may stand.")] = "baseline",
    who: Annotated[str, Option(metavar="NAME", help="Who decides.")] = "",
    until: Annotated[
        str | None, Option(metavar="DATE", help="The last day on which the decisions hold.")
    ] = None,
    level: Annotated[
        Literal["conflicting", "unsupported"],
        Option(help="Which verdicts; unsupported includes conflicting."),
    ] = "conflicting",
) -> int:
    """Write an "ignore" for each open claim that would fail; claims decided before are left alone.

    A claim that conflicts later and did not when it was written is open again.
    """
    import datetime as dt

    from factcheck.cli.checking import check_drafts, configured, say_idle
    from factcheck.cli.drafts import as_of_date
    from factcheck.cli.indices import index_paths
    from factcheck.cli.streams import put, say
    from factcheck.decisions import entry_for, read_ledger, write_entries
    from factcheck.pipeline import Checker
    from factcheck.report.wording import plural
    from factcheck.schema import Refusal, Report
    from factcheck.settings import FailOn

    configuration, day = configured(drafts), as_of_date(as_of)
    last = as_of_date(until, "--until")
    if last is not None and last < dt.date.today():
        raise UsageError(f"--until {until} is over already.", hint="Name a day to come.")
    ledger = read_ledger(configuration.decisions)
    checker = Checker.open(index_paths(index, configuration), configuration.settings)
    outcomes = check_drafts(drafts, checker, day, ledger)
    failing = FailOn(level)
    entries = {
        verdict.claim.fingerprint: entry_for(verdict, "ignore", reason, who, last)
        for outcome in outcomes
        if isinstance(outcome, Report)
        for verdict in outcome.verdicts
        if verdict.decision is None and failing.fails(verdict.claim.kind, verdict.label)
    }
    refused = [outcome for outcome in outcomes if isinstance(outcome, Refusal)]
    for refusal in refused:
        say(f"{refusal.path}: {refusal.reason} ({refusal.code})")
    if entries:
        write_entries(configuration.decisions, entries.values())
    put(f"{configuration.decisions}: {plural(len(entries), 'decision')} written\n")
    say_idle(ledger, outcomes, configuration.decisions)
    return 2 if refused else 0
