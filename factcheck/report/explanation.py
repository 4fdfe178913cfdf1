"""Why a claim got its verdict: how it was read, and every passage that was looked at.

For each passage both sides of every feature that was compared stand beside one another, the
features that speak against the same subject among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from factcheck.judge.explain import say
from factcheck.report.excerpt import excerpt, flat, sentence
from factcheck.report.items import is_apart
from factcheck.report.marked import claim_words, label_words, passage_words, place_words
from factcheck.report.page import BLANK, Layout, Paragraph, set_page
from factcheck.report.wording import elsewhere_in_words, plural
from factcheck.schema import (
    Claim,
    Entity,
    Evidence,
    Feature,
    Passage,
    Relation,
    Report,
    Span,
    Verdict,
)
from factcheck.wording import say_date, say_day

_RELATIONS: dict[Relation, tuple[str, str]] = {
    "agrees": ("agrees", "green"),
    "differs": ("DIFFERS", "bold red"),
    "undecided": ("open", "yellow"),
    "unrelated": ("apart", "dim"),
}
_OUTCOMES = {"same": "same", "other": "OTHER", "silent": "one side silent", "unknown": "unclear"}
_INDENT = " " * 6
_PASSAGE_LINES = 3


def to_explanation(reports: Sequence[Report], layout: Layout) -> str:
    """Return how each verdict of the reports came about; of evidence nothing is left out."""
    return set_page(_reports(reports, layout), layout)


def _reports(reports: Sequence[Report], layout: Layout) -> Iterator[Paragraph]:
    for report in reports:
        yield Paragraph(Text(flat(report.document.origin.id), style="bold"))
        for verdict in report.verdicts:
            yield BLANK
            yield from _verdict(report, verdict, layout)


def _verdict(report: Report, verdict: Verdict, layout: Layout) -> Iterator[Paragraph]:
    claim = verdict.claim
    head = f"{report.document.line_at(claim.span.start):>4}  "
    yield Paragraph(claim_words(report.document, claim, (), layout, layout.room(head)), head)
    confidence = Text(f" · {verdict.confidence:.2f}")
    yield Paragraph(label_words(verdict) + confidence, _INDENT)
    yield Paragraph(Text(flat(verdict.explanation)), _INDENT)
    for other in verdict.disagreeing:
        said = elsewhere_in_words(report.document.place_at(other.span.start), other.value)
        yield Paragraph(Text(flat(said)), _INDENT)
    yield from _reading(claim, "draft   ")
    bearing = [e for e in verdict.evidence if not is_apart(e)]
    for number, evidence in enumerate(bearing, start=1):
        yield BLANK
        yield from _evidence(number, evidence, layout)
    yield BLANK
    yield from _others(verdict, layout)


def _reading(claim: Claim, head: str) -> Iterator[Paragraph]:
    """Say how a claim was read: everything that alignment compares."""
    measure = claim.measure
    counted = " ".join(filter(None, ("not" if measure.negated else "", measure.act, measure.noun)))
    period = say_date(claim.period) if claim.period else "none stated"
    parts = [
        f"{claim.kind} {say(claim.value)}",
        f"measure: {counted or 'none'} ({measure.motion})",
        f"about: {', '.join(_named(entity) for entity in claim.entities) or 'nobody named'}",
        f"status: {claim.status}",
        f"time: {period}; as of {say_day(claim.as_of) if claim.as_of else 'an unknown day'}",
    ]
    yield Paragraph(Text(flat(" · ".join(parts))), _INDENT + head)


def _named(entity: Entity) -> str:
    return f"{entity.name} [{'at, ' if entity.locative else ''}{entity.origin}]"


def _evidence(number: int, evidence: Evidence, layout: Layout) -> Iterator[Paragraph]:
    word, style = _RELATIONS[evidence.relation]
    remarks = " · ".join((evidence.reason, *evidence.remarks))
    yield Paragraph(Text.assemble((word, style), f"  {remarks}"), f"{number:>4}  ")
    under = f"{_INDENT}> "
    yield Paragraph(passage_words(evidence, layout, _PASSAGE_LINES * layout.room(under)), under)
    yield Paragraph(Text(", ").join(place_words(evidence.passage)), f"{_INDENT}  ")
    if evidence.other:
        yield from _reading(evidence.other, "source  ")
    for feature in evidence.features:
        yield Paragraph(_feature(feature), f"{_INDENT}- ")


def _feature(feature: Feature) -> Text:
    if feature.shares:
        return Text(f"{feature.name}: {_OUTCOMES[feature.outcome]} ({feature.source})")
    draft, source = (flat(side) or "nothing" for side in (feature.draft, feature.source))
    return Text(f"{feature.name}: {_OUTCOMES[feature.outcome]} (draft: {draft}; source: {source})")


def _others(verdict: Verdict, layout: Layout) -> Iterator[Paragraph]:
    rest = [e.passage for e in verdict.evidence if is_apart(e)]
    if not verdict.evidence:
        yield Paragraph(Text("No passage was found for this claim."), _INDENT)
    elif rest:
        found = plural(len(rest), "passage")
        yield Paragraph(Text(f"Found near it, with nothing to compare: {found}"), _INDENT)
    for passage in rest:
        head = f"{_INDENT}{flat(passage.origin.place(passage.line))}  "
        yield Paragraph(_line_of(passage, layout, layout.room(head)), head)


def _line_of(passage: Passage, layout: Layout, room: int) -> Text:
    start = passage.span.start
    whole = sentence(passage.text, start, Span(start, start), ())
    return excerpt(whole, max(room, 20), layout.ink)
