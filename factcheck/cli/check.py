"""`factcheck check`: judge every claim of the drafts against an index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from typer import Argument, Option

from factcheck.cli.outputs import CommentOption, Format, FormatOption, OutputOption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.report import Outcome


def check(
    drafts: Annotated[
        list[str], Argument(metavar="DRAFT", help="Files to check; - is standard input.")
    ],
    index: Annotated[
        list[str],
        Option(
            metavar="PATH",
            help="Index of your sources; a bare word is indices/WORD. Repeat to check in several.",
        ),
    ],
    in_order: Annotated[
        bool,
        Option("--in-order", help="Of several indices, let each outrank those named after it."),
    ] = False,
    form: FormatOption = "text",
    output: OutputOption = None,
    as_of: Annotated[
        str | None, Option(metavar="DATE", help="The day the drafts speak of, not their own date.")
    ] = None,
    fail_on: Annotated[
        Literal["conflicting", "unsupported", "never"],
        Option(help="Which verdict makes the exit code 1; unsupported includes conflicting."),
    ] = "conflicting",
    verifier: Annotated[
        str,
        Option(metavar="none|PATH", help="Judge by the rules alone, or by another CrossEncoder."),
    ] = "",
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
    from factcheck.cli.drafts import as_of_date, read_drafts
    from factcheck.cli.indices import index_paths
    from factcheck.config import Settings
    from factcheck.pipeline import Checker
    from factcheck.report import Layout
    from factcheck.schema import Document

    settings, day = Settings().asking(verifier), as_of_date(as_of)
    outputs.refuse_screen(form)
    files = outputs.targets(output, drafts)
    checker = Checker.open(index_paths(index), settings, in_order=in_order)
    outcomes: list[Outcome] = []
    with streams.progress("checking") as advance:
        for number, path in enumerate(drafts):
            advance(number, len(drafts) if len(drafts) > 1 else None, path)
            outcomes += (
                checker.check(draft, day) if isinstance(draft, Document) else draft
                for draft in read_drafts(path, settings.limits)
            )
    page = Layout(brief=brief, only=only, comment_all=comment_all)
    screen = Layout(streams.width(), streams.style(), brief, only)
    outputs.write(outcomes, form, files, page, screen)
    _say_what_was_not_checked(outcomes, form)
    return exit_code(outcomes, fail_on, allow_refused=allow_refused)


def exit_code(
    outcomes: Sequence[Outcome],
    fail_on: Literal["conflicting", "unsupported", "never"],
    *,
    allow_refused: bool,
) -> int:
    """Return 2 where something could not be checked, else 1 where there are findings, else 0."""
    from factcheck.report import count
    from factcheck.schema import Report

    counts = count(outcomes)
    checked = [outcome for outcome in outcomes if isinstance(outcome, Report)]
    nothing = not checked or any(report.provenance.passages == 0 for report in checked)
    if nothing or (counts.refused and not allow_refused):
        return 2
    findings = {
        "never": 0,
        "conflicting": counts.conflicting,
        "unsupported": counts.conflicting + counts.unsupported,
    }
    return 1 if findings[fail_on] else 0


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
