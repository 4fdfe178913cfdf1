"""`factcheck check`: judge every claim of the drafts against an index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from typer import Argument, Option

from factcheck.cli.checking import AsOfOption, IndexOption, VerifierOption
from factcheck.cli.outputs import CommentOption, Format, FormatOption, OutputOption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.report import Outcome
    from factcheck.schema import Verdict
    from factcheck.settings import FailOn


def check(
    drafts: Annotated[
        list[str], Argument(metavar="DRAFT", help="Files or folders to check; - is standard input.")
    ],
    index: IndexOption = None,
    in_order: Annotated[
        bool,
        Option("--in-order", help="Of several indices, let each outrank those named after it."),
    ] = False,
    form: FormatOption = "text",
    output: OutputOption = None,
    as_of: AsOfOption = None,
    fail_on: Annotated[
        list[str] | None,
        Option(
            metavar="LEVEL|KIND=LEVEL",
            help="Which verdict makes the exit code 1: conflicting (if nothing is said), "
            "unsupported (conflicting too) or never; repeat for kinds: quote=unsupported.",
        ),
    ] = None,
    changed_since: Annotated[
        str | None,
        Option(metavar="REV", help="Only claims of paragraphs that git says have changed since."),
    ] = None,
    verifier: VerifierOption = "",
    allow_refused: Annotated[
        bool, Option("--allow-refused", help="A draft that cannot be read is no failure.")
    ] = False,
    brief: Annotated[bool, Option("--brief", help="One line for what does not conflict.")] = False,
    only: Annotated[
        Literal["conflicting", "corroborated", "unsupported"] | None,
        Option(help="Show the claims with this verdict; all are counted."),
    ] = None,
    comment_all: CommentOption = False,
) -> int:
    """Check every claim of the drafts against an index of your sources.

    Exit code 0: no finding; 1: findings (--fail-on); 2: something could not be checked.
    """
    from factcheck.cli import outputs, streams
    from factcheck.cli.checking import check_drafts, configured, say_idle
    from factcheck.cli.drafts import as_of_date
    from factcheck.cli.indices import index_paths
    from factcheck.decisions import read_ledger
    from factcheck.pipeline import Checker
    from factcheck.report import Layout

    configuration, day = configured(drafts), as_of_date(as_of)
    failing = configuration.fail_on.with_options(fail_on or [])
    settings = configuration.settings.asking(verifier)
    outputs.refuse_screen(form)
    files = outputs.targets(output, drafts)
    ledger = read_ledger(configuration.decisions)
    checker = Checker.open(index_paths(index, configuration), settings, in_order=in_order)
    outcomes = check_drafts(drafts, checker, day, ledger, changed_since)
    page = Layout(brief=brief, only=only, comment_all=comment_all)
    screen = Layout(streams.width(), streams.style(), brief, only)
    outputs.write(outcomes, form, files, page, screen)
    _say_what_was_not_checked(outcomes, form)
    say_idle(ledger, outcomes, configuration.decisions, in_part=changed_since is not None)
    return exit_code(outcomes, failing, allow_refused=allow_refused)


def exit_code(outcomes: Sequence[Outcome], fail_on: FailOn, *, allow_refused: bool) -> int:
    """Return 2 where something could not be checked, else 1 where there are findings, else 0.

    What a person has settled is no finding; what one decided to be wrong is, whatever its verdict.
    """
    from factcheck.report import count
    from factcheck.schema import Report

    counts = count(outcomes)
    checked = [outcome for outcome in outcomes if isinstance(outcome, Report)]
    nothing = not checked or any(report.provenance.passages == 0 for report in checked)
    if nothing or (counts.refused and not allow_refused):
        return 2
    verdicts = [verdict for report in checked for verdict in report.verdicts]
    return 1 if any(_is_finding(verdict, fail_on) for verdict in verdicts) else 0


def _is_finding(verdict: Verdict, fail_on: FailOn) -> bool:
    if verdict.decision is not None:
        return not verdict.is_settled and not fail_on.is_never
    return fail_on.fails(verdict.claim.kind, verdict.label)


def _say_what_was_not_checked(outcomes: Sequence[Outcome], form: Format) -> None:
    """Say on stderr what a glance at the data would not show."""
    from factcheck.cli.streams import say
    from factcheck.schema import Refusal, Report

    for outcome in outcomes:
        match outcome:
            case Refusal(path, code, reason):
                say(f"{path}: {reason} ({code})")
            case Report() if outcome.provenance.passages == 0:
                say("The index holds no passage: nothing was checked. Build it from your sources.")
            case Report() if form != "text":
                path = outcome.document.origin.path
                for notice in outcome.notices:
                    say(f"{path}: {notice.message}")
