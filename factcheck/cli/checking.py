"""Drafts to outcomes, as `check`, `review` and `baseline` share it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Option

if TYPE_CHECKING:
    from factcheck.config import Limits
    from factcheck.decisions import Ledger
    from factcheck.pipeline import Checker
    from factcheck.report import Outcome
    from factcheck.schema import Document, Refusal, Report
    from factcheck.settings import Configuration

IndexOption = Annotated[
    list[str] | None,
    Option(
        metavar="PATH",
        help="Index of your sources: a path, a name of the configuration, or a folder of "
        "indices/. Repeat to check in several.",
    ),
]
AsOfOption = Annotated[
    str | None, Option(metavar="DATE", help="The day the drafts speak of, not their own date.")
]
VerifierOption = Annotated[
    str, Option(metavar="none|PATH", help="Judge by the rules alone, or by another CrossEncoder.")
]
_PAGES = {".html", ".htm", ".xhtml"}


def configured(drafts: Sequence[str]) -> Configuration:
    """Return the configuration for drafts as they were given."""
    from factcheck.cli.drafts import STDIN
    from factcheck.settings import load

    return load(Path(draft) for draft in drafts if draft != STDIN)


def check_drafts(
    drafts: Sequence[str],
    checker: Checker,
    day: dt.date | None,
    ledger: Ledger,
    changed_since: str | None = None,
) -> list[Outcome]:
    """Check drafts one after the other, with what was decided about their claims."""
    from factcheck.cli.drafts import read_drafts
    from factcheck.cli.streams import progress

    outcomes: list[Outcome] = []
    with progress("checking") as advance:
        for number, path in enumerate(drafts):
            advance(number, len(drafts) if len(drafts) > 1 else None, path)
            outcomes += (
                _outcome(draft, checker, day, ledger, changed_since)
                for draft in read_drafts(path, checker.settings.limits)
            )
    return outcomes


def _outcome(
    draft: Document | Refusal,
    checker: Checker,
    day: dt.date | None,
    ledger: Ledger,
    changed_since: str | None,
) -> Outcome:
    from factcheck.cli.changed import only_changed
    from factcheck.schema import Refusal

    if isinstance(draft, Refusal):
        return draft
    report = decided(draft, checker.check, day, ledger, checker.settings.limits)
    return only_changed(report, changed_since) if changed_since else report


def decided(
    draft: Document,
    judge: Callable[[Document, dt.date | None], Report],
    day: dt.date | None,
    ledger: Ledger,
    limits: Limits,
) -> Report:
    """Judge a draft without its comments to factcheck, and mark what was decided about its claims.

    `judge` is `check` or `explain` of a `Checker`.
    """
    from factcheck.decisions import marked, prepared

    document, ignored = prepared(draft, _page(draft, limits))
    return marked(judge(document, day), ledger, dt.date.today(), ignored)


def _page(draft: Document, limits: Limits) -> str:
    """Return the file of a web page, whose comments its text does not have; else nothing."""
    from factcheck.readers.files import contents, decode

    path = Path(draft.origin.path)
    if path.suffix.lower() not in _PAGES or not path.is_file():
        return ""
    data = contents(path, str(path), limits)
    if not isinstance(data, bytes):
        return ""
    decoded = decode(data, str(path), limits)
    return decoded[0] if isinstance(decoded, tuple) else ""


def say_idle(
    ledger: Ledger, outcomes: Sequence[Outcome], file: Path, *, in_part: bool = False
) -> None:
    """Say which decisions had no effect; nobody has to act on it.

    `in_part`: the outcomes are of a part of the drafts, so nothing is known of the unused ones.
    """
    from factcheck.cli.streams import say
    from factcheck.decisions import idle
    from factcheck.report.wording import plural
    from factcheck.schema import Report

    for notice in ledger.notices:
        say(notice.message)
    reports = [outcome for outcome in outcomes if isinstance(outcome, Report)]
    unused, expired = idle(ledger, reports, dt.date.today())
    for entry in expired:
        say(f"{file}: the decision ({entry.decision}) on “{entry.claim}” held until {entry.until}.")
    if unused and not in_part:
        say(f"{file}: {plural(len(unused), 'decision')} about no claim of these drafts.")
