"""The report for a reader: conflicts first in the eye, the draft's own order kept.

A conflict takes a paragraph, everything else two lines (one with `brief`), so that twenty claims
fit on a screen. Without colour it reads the same; where styles cannot be shown, marks take their
place: «the claim» and *the words that differ*.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from factcheck.extract.reading import Blocked
from factcheck.report.excerpt import excerpt, flat, sentence
from factcheck.report.marked import claim_words, label_words, passage_words, place_words
from factcheck.report.outcomes import Listing, Outcome, count
from factcheck.report.page import BLANK, Layout, Paragraph, set_page
from factcheck.report.summary import NO_CLAIM, NO_PASSAGE, counts_in_words, headline, notices_of
from factcheck.report.wording import elsewhere_in_words, freshness, plural, value_in_words
from factcheck.schema import (
    Claim,
    Document,
    Evidence,
    Refusal,
    Report,
    Verdict,
)

_MOST_ELSEWHERE = 3  # other values of the draft named beside a claim
_CONFLICT_LINES = 3  # of the draft's sentence, and of the passage, around what is marked
_PASSAGE_LINES = 2  # of the passage beside a claim that does not conflict, with its place
_CLAIM_BESIDE = 36  # cells a claim in its sentence wants to stand beside its verdict
# Cells a passage wants before its source and date, its date alone, or only its place are shown.
_QUOTED_BESIDE = (54, 36, 22)


def to_text(outcomes: Sequence[Outcome], layout: Layout) -> str:
    """Return the report of all outcomes; in plain style its only controls are line feeds."""
    return set_page(_outcomes(outcomes, layout), layout)


def to_verdict_text(document: Document, verdict: Verdict, layout: Layout) -> str:
    """Return one verdict as the report shows it, with its explanation."""
    said = [] if verdict.label == "conflicting" else [Paragraph(Text(flat(verdict.explanation)))]
    return set_page([*_verdict(document, verdict, layout), *said], layout)


def _outcomes(outcomes: Sequence[Outcome], layout: Layout) -> Iterator[Paragraph]:
    alone = len(outcomes) == 1
    for outcome in outcomes:
        match outcome:
            case Report():
                yield from _report(outcome, layout)
                yield from _summary(outcome, layout, with_refused=alone)
            case Listing():
                yield from _listing(outcome, layout)
            case Refusal():
                yield Paragraph(Text(flat(outcome.path), style="bold"))
                reason = f"{flat(outcome.code)}: {flat(outcome.reason)}"
                yield Paragraph(Text.assemble(("refused", "bold red"), f"  {reason}"))
        yield BLANK
    if not any(isinstance(outcome, Listing) for outcome in outcomes):
        yield from _total(outcomes)


def _total(outcomes: Sequence[Outcome]) -> Iterator[Paragraph]:
    match outcomes:
        case [Report()]:
            return  # its own summary has said it all
    counts = counts_in_words(count(outcomes), with_refused=True)
    yield Paragraph(Text(f"{plural(len(outcomes), 'draft')}: {counts}"))


def _header(outcome: Report | Listing) -> Iterator[Paragraph]:
    name = flat(outcome.document.origin.id)
    yield Paragraph(Text.assemble((name, "bold"), f" · {headline(outcome)}"))
    for notice in notices_of(outcome):
        yield Paragraph(Text(flat(notice.message)), "note  ")


# --- a checked draft -------------------------------------------------------------------------


def _report(report: Report, layout: Layout) -> Iterator[Paragraph]:
    yield from _header(report)
    if report.document.origin.counted != "line":
        said = f"The numbers on the left count {report.document.origin.counted}s."
        yield Paragraph(Text(said), "note  ")
    if not report.provenance.passages:
        yield Paragraph(Text(NO_PASSAGE))
    yield BLANK
    shown = [v for v in report.verdicts if layout.only in (None, v.label)]
    for verdict in shown:
        yield from _verdict(report.document, verdict, layout)
    yield BLANK
    if len(shown) < len(report.verdicts):
        hidden = plural(len(report.verdicts) - len(shown), "claim")
        yield Paragraph(Text(f"{hidden} not shown: only {layout.only} ones were asked for"))
        yield BLANK


def _summary(report: Report, layout: Layout, *, with_refused: bool) -> Iterator[Paragraph]:
    counts = counts_in_words(count([report]), with_refused=with_refused)
    fresh = freshness(report.provenance.newest_source, report.as_of)
    gap = layout.room(counts) - len(fresh)
    if gap >= 3:
        yield Paragraph(Text(f"{counts}{' ' * gap}{fresh}"))
    else:
        yield Paragraph(Text(counts))
        yield Paragraph(Text(fresh))


def _verdict(document: Document, verdict: Verdict, layout: Layout) -> Iterator[Paragraph]:
    head = f"{document.line_at(verdict.claim.span.start):>4}  "
    if verdict.label == "conflicting":
        yield from _conflict(document, verdict, layout, head)
        return
    label = label_words(verdict) + Text("  ")
    room = layout.room(head) - len(label)
    if room >= _CLAIM_BESIDE:
        yield Paragraph(label + _draft_words(document, verdict, layout, room), head)
    else:
        words = _draft_words(document, verdict, layout, layout.room(head))
        yield Paragraph(label, head)
        yield Paragraph(words, " " * len(head))
    yield from _elsewhere(document, verdict.disagreeing, " " * len(head))
    if verdict.evidence and verdict.reason != "no-evidence" and not layout.brief:
        mark = "> " if verdict.label == "corroborated" else "nearest: "
        under = " " * len(head) + mark
        room = _PASSAGE_LINES * layout.room(under)
        yield Paragraph(_passage(verdict.evidence[0], layout, room), under)


def _conflict(
    document: Document, verdict: Verdict, layout: Layout, head: str
) -> Iterator[Paragraph]:
    under = " " * len(head)
    room = _CONFLICT_LINES * layout.room(head)
    yield BLANK
    yield Paragraph(label_words(verdict) + Text(f" · {verdict.confidence:.2f}"), head)
    yield Paragraph(_draft_words(document, verdict, layout, room), under)
    yield Paragraph(Text(flat(verdict.explanation)), under)
    yield from _elsewhere(document, verdict.disagreeing, under)
    for evidence in verdict.evidence[:1]:
        quoted = passage_words(evidence, layout, room)
        place = Text(", ").join(place_words(evidence.passage))
        if len(quoted) + 2 + len(place) <= layout.room(f"{under}> "):
            yield Paragraph(quoted + Text("  ") + place, f"{under}> ")
        else:
            yield Paragraph(quoted, f"{under}> ")
            yield Paragraph(place, f"{under}  ")
    yield BLANK


def _elsewhere(document: Document, disagreeing: Sequence[Claim], under: str) -> Iterator[Paragraph]:
    """Say what other sentences of the draft give."""
    for other in disagreeing[:_MOST_ELSEWHERE]:
        said = elsewhere_in_words(document.place_at(other.span.start), other.value)
        yield Paragraph(Text(flat(said)), under)


def _passage(evidence: Evidence, layout: Layout, room: int) -> Text:
    """Return the passage and its place on what is meant to be one line."""
    # The less room there is, the less is said of the source; the place itself always stays.
    place, *said = place_words(evidence.passage)
    whole = len(passage_words(evidence, layout, 2 * room))
    for kept, wanted in zip((said, said[1:], []), _QUOTED_BESIDE, strict=True):
        tail = Text(", ").join([place, *kept])
        left = room - len(tail) - 2
        if left >= min(wanted, whole):
            return passage_words(evidence, layout, left) + Text("  ") + tail
    return place


def _draft_words(document: Document, verdict: Verdict, layout: Layout, room: int) -> Text:
    differs = verdict.evidence[0].differs if verdict.evidence else ()
    return claim_words(document, verdict.claim, differs, layout, room)


# --- a list of claims ------------------------------------------------------------------------


def _listing(listing: Listing, layout: Layout) -> Iterator[Paragraph]:
    document, claims = listing.document, listing.listed
    yield from _header(listing)
    if not claims:
        yield Paragraph(Text(NO_CLAIM))
    yield BLANK
    for number, claim in enumerate(claims, start=1):
        place = flat(document.place_at(claim.span.start))
        head = f"{number:>4}  {place:<9} "
        words = claim_words(document, claim, (), layout, layout.room(head))
        yield Paragraph(words, head)
        under = " " * len(head)
        yield Paragraph(Text(flat(value_in_words(claim.value))), under)
        yield from _elsewhere(document, listing.disagreeing.get(claim.id, ()), under)
    if listing.blocked is not None:
        yield from _blocked(document, listing.blocked, layout)


def _blocked(document: Document, blocked: Sequence[Blocked], layout: Layout) -> Iterator[Paragraph]:
    yield BLANK
    if not blocked:
        yield Paragraph(Text("Nothing else looks like a figure or a date."))
        return
    yield Paragraph(Text("These look like figures or dates and were not read as such:"))
    yield BLANK
    for block in blocked:
        head = f"      {flat(document.place_at(block.span.start)):<9} "
        reason = f"{flat(block.reason):<11} "
        room = layout.room(head) - len(reason)
        start = max(block.span.start - room, 0)
        around = document.text[start : block.span.end + room]
        words = excerpt(sentence(around, start, block.span, ()), room, layout.ink)
        yield Paragraph(Text(reason) + words, head)
