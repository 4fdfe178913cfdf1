"""What is said of a whole draft: its date, what it was held against, and the counts."""

from __future__ import annotations

from factcheck.report.outcomes import Counts, Listing
from factcheck.report.wording import plural
from factcheck.schema import Notice, Report
from factcheck.wording import say_day

NO_PASSAGE = "The index holds no passage: there was nothing to check against."
NO_CLAIM = "No checkable claim was found in this draft."


def headline(outcome: Report | Listing) -> str:
    """Return the dates of a draft and how many claims were held against how much."""
    own = outcome.document.origin.date
    date = say_day(own) if own else "no date"
    if outcome.as_of != own and outcome.as_of is not None:
        date += f", as of {say_day(outcome.as_of)}"
    if isinstance(outcome, Listing):
        return f"{date} · {plural(len(outcome.claims), 'claim')}"
    claims = plural(len(outcome.verdicts), "claim")
    passages = plural(outcome.provenance.passages, "passage")
    newest = outcome.provenance.newest_source
    until = f" (newest {say_day(newest)})" if newest else ""
    return f"{date} · {claims} against {passages}{until}"


def notices_of(outcome: Report | Listing) -> tuple[Notice, ...]:
    """Return what a checker should know of the draft before its claims."""
    return outcome.notices if isinstance(outcome, Report) else outcome.document.notices


def counts_in_words(counts: Counts, *, with_refused: bool = True) -> str:
    """Return all counts, conflicts first."""
    refused = f" · {counts.refused} refused" if with_refused else ""
    settled = f" · {counts.settled} decided" if counts.settled else ""
    return (
        f"{counts.conflicting} conflicting · {counts.corroborated} corroborated"
        f" · {counts.unsupported} unsupported{refused}{settled}"
    )
