"""The words of a verdict and its evidence, marked: what the report and an explanation share."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from factcheck.report.excerpt import excerpt, flat, sentence
from factcheck.report.page import Layout
from factcheck.report.wording import codes_of, place_in_words
from factcheck.schema import Claim, Document, Evidence, Label, Passage, Span, Verdict

_LABELS: dict[Label, tuple[str, str]] = {
    "conflicting": ("CONFLICTING", "bold red"),
    "corroborated": ("corroborated", "green"),
    "unsupported": ("unsupported", "yellow"),
}
_LABEL_WIDTH = max(len(word) for word, _ in _LABELS.values())


def label_words(verdict: Verdict) -> Text:
    """Return the verdict, its reason, its remarks and what was decided."""
    word, style = _LABELS[verdict.label]
    gap = " " * (_LABEL_WIDTH + 2 - len(word))
    return Text.assemble((word, style), gap, flat(" · ".join(codes_of(verdict))))


def claim_words(
    document: Document, claim: Claim, differs: Sequence[Span], layout: Layout, room: int
) -> Text:
    """Return a claim in its sentence, in about `room` characters, with what differs marked."""
    start, end = claim.sentence.start, claim.sentence.end
    shown = sentence(document.text[start:end], start, claim.span, differs)
    return excerpt(shown, room, layout.ink)


def passage_words(evidence: Evidence, layout: Layout, room: int) -> Text:
    """Return a passage in quotation marks, in about `room` characters, around what decides."""
    passage, start = evidence.passage, evidence.passage.span.start
    focus = evidence.other.span if evidence.other else Span(start, start)
    shown = sentence(passage.text, start, focus, evidence.source_differs)
    return Text.assemble("“", excerpt(shown, room - 2, layout.ink), "”")


def place_words(passage: Passage) -> list[Text]:
    """Return where to open the passage, then who says so and when, as far as it is known."""
    return [Text(flat(part)) for part in place_in_words(passage)]
