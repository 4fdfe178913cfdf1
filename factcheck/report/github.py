"""Workflow commands: what a GitHub Actions run shows beside the lines of a draft.

Source: docs.github.com, "Workflow commands for GitHub Actions".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.report.escaping import for_github
from factcheck.report.items import Item, items
from factcheck.report.outcomes import Listing, Outcome, count
from factcheck.report.summary import counts_in_words, notices_of
from factcheck.report.wording import place_in_words, plural
from factcheck.schema import Label, Refusal, Report


def to_github(outcomes: Sequence[Outcome], only: Label | None) -> str:
    """Return one command a line: errors for conflicts and refusals, notices for what is open.

    Corroborated claims have none, since a run shows few. The last line has the counts.
    """
    lines = [line for outcome in outcomes for line in _commands(outcome, only)]
    lines.append(f"factcheck: {_total(outcomes)}")
    return "\n".join(lines) + "\n"


def _total(outcomes: Sequence[Outcome]) -> str:
    counts = count(outcomes)
    listed = [len(outcome.claims) for outcome in outcomes if isinstance(outcome, Listing)]
    if not listed:
        return counts_in_words(counts)
    return f"{plural(sum(listed), 'claim')} listed, none checked · {counts.refused} refused"


def _commands(outcome: Outcome, only: Label | None) -> Iterator[str]:
    if isinstance(outcome, Refusal):
        yield _command("error", outcome.path, None, outcome.code, outcome.reason)
        return
    path = outcome.document.origin.path
    for notice in notices_of(outcome):
        yield _command("warning", path, None, notice.code, notice.message)
    if isinstance(outcome, Report) and not outcome.provenance.passages:
        yield _command("error", path, None, "no-passages", "The index holds no passage.")
    for item in items(outcome, only):
        if item.fails or item.label != "corroborated":
            level = "error" if item.fails else "notice"
            title = item.verdict.reason if item.verdict else item.claim.kind
            # Of a page or paragraph there is no line to show a message beside.
            has_lines = outcome.document.origin.counted == "line"
            place = "" if has_lines else f"{item.place}: "
            line = item.line if has_lines else None
            yield _command(level, path, line, title, f"{place}{_message(item)}")


def _message(item: Item) -> str:
    places = [", ".join(place_in_words(found.passage)) for found in item.evidence[:1]]
    words = " ".join((f"“{item.claim.text}”:", item.said, *item.elsewhere))
    return f"{words} ({places[0]})" if places else words


def _command(level: str, path: str, line: int | None, title: str, message: str) -> str:
    place = f"file={for_github(path, 'property')}" + (f",line={line}" if line else "")
    title = for_github(f"factcheck {title}", "property")
    return f"::{level} {place},title={title}::{for_github(message, 'message')}"
