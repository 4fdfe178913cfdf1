"""The passages of a document: its sentences, each with the claims that stand in it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.schema import Claim, Document, Passage, Sentence

# Headings and credits say whose text it is, not what happened.
PASSAGE_KINDS = frozenset({"paragraph", "item", "quotation", "caption", "row"})


def passages_of(
    document: Document, sentences: Sequence[Sentence], claims: Sequence[Claim]
) -> tuple[list[Passage], list[tuple[Claim, ...]]]:
    """Return the passages of a document, and the claims that stand in each.

    A quote that runs over several sentences stands in each of them.
    """
    passages: list[Passage] = []
    by_start: dict[int, list[Claim]] = {}
    for claim in claims:
        by_start.setdefault(claim.sentence.start, []).append(claim)
    held = []
    running: list[Claim] = []
    wanted = [sentence for sentence in sentences if sentence.block_kind in PASSAGE_KINDS]
    for sentence in wanted:
        # A table row stands by itself; the row before says nothing of it.
        has_before = passages and sentence.block_kind != "row"
        passages.append(
            Passage(
                origin=document.origin,
                ordinal=len(passages),
                span=sentence.span,
                line=document.line_at(sentence.span.start),
                text=document.text[sentence.span.start : sentence.span.end],
                before=passages[-1].text if has_before else "",
            )
        )
        own = by_start.get(sentence.span.start, [])
        running = [quote for quote in running if quote.span.end > sentence.span.start]
        held.append((*own, *running))
        running += [c for c in own if c.kind == "quote" and c.span.end > sentence.span.end]
    return passages, held
