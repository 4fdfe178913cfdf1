"""`factcheck claims`: list every claim of the drafts; no index is needed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Literal

from typer import Argument, Option

from factcheck.cli.outputs import FormatOption, OutputOption

if TYPE_CHECKING:
    from factcheck.config import Settings
    from factcheck.report import Listing, Outcome
    from factcheck.schema import Document


def claims(
    drafts: Annotated[
        list[str], Argument(metavar="DRAFT", help="Files or folders to read; - is standard input.")
    ],
    form: FormatOption = "text",
    output: OutputOption = None,
    as_of: Annotated[
        str | None, Option(metavar="DATE", help="The day the drafts speak of, not their own date.")
    ] = None,
    by: Annotated[
        Literal["text", "rank"], Option(help="The order: of the text, or what to check first.")
    ] = "text",
    explain: Annotated[
        bool, Option("--explain", help="Show what was not read as a figure or date, and why.")
    ] = False,
) -> int:
    """List every checkable claim of the drafts, with its value as read.

    Exit code 0, or 2 where a draft could not be read.
    """
    from factcheck.cli import outputs, streams
    from factcheck.cli.checking import configured
    from factcheck.cli.drafts import as_of_date, read_drafts
    from factcheck.decisions import prepared
    from factcheck.report import Layout
    from factcheck.schema import Refusal
    from factcheck.vocabulary.additions import adding

    settings, day = configured(drafts).settings, as_of_date(as_of)
    outputs.refuse_screen(form)
    files = outputs.targets(output, drafts)
    outcomes: list[Outcome] = []
    refused = False
    for path in drafts:
        for draft in read_drafts(path, settings.limits):
            if isinstance(draft, Refusal):
                refused = True
                streams.say(f"{draft.path}: {draft.reason} ({draft.code})")
                outcomes.append(draft)
            else:
                with adding(settings.tables):
                    listing = _listing(
                        prepared(draft)[0], day, settings, by_rank=by == "rank", explain=explain
                    )
                outcomes.append(listing)
    screen = Layout(streams.width(), streams.style())
    outputs.write(outcomes, form, files, Layout(), screen)
    return 2 if refused else 0


def _listing(
    draft: Document, day: dt.date | None, settings: Settings, *, by_rank: bool, explain: bool
) -> Listing:
    """Read the claims of one draft."""
    import msgspec

    from factcheck import pipeline
    from factcheck.report import Listing

    blocked = None
    if explain:
        found, blocked = pipeline.explain_claims(draft, day, settings.limits)
    else:
        found = pipeline.read_claims(draft, day, settings.limits)
    when = day or draft.origin.date
    notices = (*draft.notices, *pipeline.notices_on(draft, found, when))
    noted = msgspec.structs.replace(draft, notices=notices)
    disagreeing = pipeline.find_disagreeing(draft, found, day, settings)
    return Listing(noted, when, found, blocked, disagreeing, by_rank)
