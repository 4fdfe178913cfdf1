"""Workflow commands: what a GitHub Actions run shows beside the lines of a draft.

Source: docs.github.com, "Workflow commands for GitHub Actions".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.report.escaping import for_github
from factcheck.report.items import Item, items
from factcheck.report.outcomes import Outcome, count
from factcheck.report.summary import counts_in_words, notices_of
from factcheck.report.wording import place_in_words
from factcheck.schema import Label, Refusal, Report


def to_github(outcomes: Sequence[Outcome], only: Label | None) -> str:
    """Return one command a line: errors for conflicts and refusals, notices for what is open.

    Corroborated claims have none, since a run shows few. The last line has the counts.
    """
    lines = [line for outcome in outcomes for line in _commands(outcome, only)]
    lines.append(f"factcheck: {counts_in_words(count(outcomes))}")
    return "\n".join(lines) + "\n"


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
        if item.label != "corroborated":
            level = "error" if item.label == "conflicting" else "notice"
            title = item.verdict.reason if item.verdict else item.claim.kind
            yield _command(level, path, item.line, title, _message(item))


def _message(item: Item) -> str:
    places = [", ".join(place_in_words(found.passage)) for found in item.evidence[:1]]
    words = " ".join((f"“{item.claim.text}”:", item.said, *item.elsewhere))
    return f"{words} ({places[0]})" if places else words


def _command(level: str, path: str, line: int | None, title: str, message: str) -> str:
    place = f"file={for_github(path, 'property')}" + (f",line={line}" if line else "")
    title = for_github(f"factcheck {title}", "property")
    return f"::{level} {place},title={title}::{for_github(message, 'message')}"
