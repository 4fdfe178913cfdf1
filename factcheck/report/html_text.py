"""The draft as set: its blocks in order, each claim marked in place with the number of its note."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from factcheck.report.inline import Children, Mark, nested
from factcheck.report.items import Item, Piece, pieces
from factcheck.report.markup import Element, tag
from factcheck.schema import Document, Span

_ELEMENTS = {"quotation": "blockquote", "apart": "pre"}  # what is no plain paragraph


def text_of(part: str, document: Document, found: Sequence[Item], heading: str) -> list[Element]:
    """Return one element a block; `heading` is the element of headings."""
    runs = list(pieces(document))
    marks = _by_run(runs, [mark for item in found for mark in _marks(part, item)])
    return [
        tag(
            heading if run.kind == "heading" else _ELEMENTS.get(run.kind, "p"),
            *nested(document.text, 0, run.span, marked),
            class_=run.kind,
        )
        for run, marked in zip(runs, marks, strict=True)
    ]


def names(item: Item) -> str:
    """Return the classes of a claim: its verdict and its kind."""
    return f"{'listed' if item.verdict is None else item.label} {item.claim.kind}"


def _by_run(runs: Sequence[Piece], marks: Sequence[Mark]) -> list[list[Mark]]:
    """Return for each run the marks that reach into it."""
    starts = [run.span.start for run in runs]
    found: list[list[Mark]] = [[] for _ in runs]
    for mark in marks:
        first = max(bisect.bisect_right(starts, mark.span.start) - 1, 0)
        for at in range(first, bisect.bisect_left(starts, mark.span.end)):
            found[at].append(mark)
    return found


def _marks(part: str, item: Item) -> list[Mark]:
    whole, name = item.claim.span, f"{part}-{item.number}"

    def element(span: Span, inside: Children) -> Element:
        claim = tag("span", *inside, class_=f"claim {names(item)}", data_note=f"note-{name}")
        if span.start == whole.start:
            claim.set("id", f"claim-{name}")
        # The number stands behind the claim, not in it, where the underline would run on below.
        return tag("span", claim, _reference(name, item)) if span.end == whole.end else claim

    marks = [Mark(whole, element)]
    if item.label == "conflicting" and item.evidence:
        marks += [Mark(span, differing) for span in item.evidence[0].differs]
    return marks


def differing(_span: Span, inside: Children) -> Element:
    """Return words that the other side has otherwise."""
    return tag("em", *inside, class_="differs")


def _reference(name: str, item: Item) -> Element:
    reason = item.verdict.reason.replace("-", " ") if item.verdict else item.claim.kind
    return tag(
        "a",
        str(item.number),
        href=f"#note-{name}",
        class_=f"ref {names(item)}",
        aria_label=f"Claim {item.number}, {item.label}: {reason}",
    )
