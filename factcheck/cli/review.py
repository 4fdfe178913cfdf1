"""`factcheck review`: walk the open claims of a draft, and write what is decided about each."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from typer import Argument, Option

from factcheck.cli.checking import AsOfOption, IndexOption

if TYPE_CHECKING:
    from factcheck.report import Outcome
    from factcheck.schema import Document, Verdict

Word = Literal["ok", "wrong", "ignore"]

_KEYS: dict[str, Word] = {"o": "ok", "w": "wrong", "i": "ignore"}
_HELP = (
    "o  ok: the draft may stand as it is      w  wrong: the draft is to be corrected\n"
    "i  ignore: not to be checked             s  skip: decide later\n"
    "q  quit: what is decided so far is kept  ?  these keys\n"
)
_QUESTION = "o w i s q ? > "


class _Waiting(NamedTuple):
    document: Document
    verdict: Verdict


def review(
    draft: Annotated[str, Argument(metavar="DRAFT", help="The draft to walk through.")],
    index: IndexOption = None,
    as_of: AsOfOption = None,
    who: Annotated[str, Option(metavar="NAME", help="Who decides.")] = "",
    level: Annotated[
        Literal["conflicting", "unsupported"],
        Option(help="Which open claims are shown; unsupported includes conflicting."),
    ] = "unsupported",
) -> int:
    """Show the open claims one by one, conflicts first, and write each decision at once.

    Keys: o ok, w wrong, i ignore, s skip, q quit. Each decision asks for a reason. Exit code 0.
    """
    from factcheck.cli.checking import check_drafts, configured, say_idle
    from factcheck.cli.drafts import as_of_date
    from factcheck.cli.indices import index_paths
    from factcheck.cli.streams import put, say
    from factcheck.decisions import read_ledger
    from factcheck.pipeline import Checker
    from factcheck.report.wording import plural
    from factcheck.schema import Refusal

    configuration, day = configured([draft]), as_of_date(as_of)
    ledger = read_ledger(configuration.decisions)
    checker = Checker.open(index_paths(index, configuration), configuration.settings)
    outcomes = check_drafts([draft], checker, day, ledger)
    refused = [outcome for outcome in outcomes if isinstance(outcome, Refusal)]
    for refusal in refused:
        say(f"{refusal.path}: {refusal.reason} ({refusal.code})")
    waiting = _open(outcomes, level)
    if not waiting:
        put("No open claim.\n")
    written = _walk(waiting, configuration.decisions, who)
    put(f"{configuration.decisions}: {plural(written, 'decision')} written\n")
    say_idle(ledger, outcomes, configuration.decisions)
    return 2 if refused else 0


def _open(
    outcomes: Sequence[Outcome], level: Literal["conflicting", "unsupported"]
) -> list[_Waiting]:
    """Return the claims nobody has decided about, conflicts first, then what to check first."""
    from factcheck.schema import Report
    from factcheck.settings import FailOn

    failing = FailOn(level)
    found = [
        _Waiting(outcome.document, verdict)
        for outcome in outcomes
        if isinstance(outcome, Report)
        for verdict in outcome.verdicts
        if verdict.decision is None and failing.fails(verdict.claim.kind, verdict.label)
    ]
    return sorted(found, key=lambda w: (w.verdict.label != "conflicting", w.verdict.claim.rank))


def _walk(waiting: Sequence[_Waiting], file: Path, who: str) -> int:
    """Ask about each claim; return how many decisions were written."""
    from factcheck.cli import streams
    from factcheck.decisions import entry_for, write_entries
    from factcheck.report import Layout, render_verdict

    layout = Layout(streams.width(), streams.style())
    written = 0
    for number, (document, verdict) in enumerate(waiting, start=1):
        streams.put(f"\n{number} of {len(waiting)}\n")
        streams.put(render_verdict(document, verdict, layout))
        answer = _answer()
        if answer == "quit":
            break
        if answer is not None:
            write_entries(file, [entry_for(verdict, *answer, who)])
            written += 1
    return written


def _answer() -> tuple[Word, str] | Literal["quit"] | None:
    """Return a decision with its reason, "quit", or None to skip; an end of input quits."""
    from factcheck.cli.streams import put

    try:
        while True:
            key = _asked(_QUESTION).lower()
            if key in {"q", "s"}:
                return "quit" if key == "q" else None
            if key in _KEYS:
                while not (reason := _asked("why? > ")):
                    put("A reason is needed; whoever reads the file later has only this.\n")
                return _KEYS[key], reason
            put(_HELP)
    except EOFError:
        put("\n")
        return "quit"


def _asked(question: str) -> str:
    from factcheck.cli.streams import put

    put(question)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return " ".join(line.split())
