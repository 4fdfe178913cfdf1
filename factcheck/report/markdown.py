"""The report and the list of claims in Markdown, to paste where Markdown is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.report.escaping import for_markdown
from factcheck.report.excerpt import Sentence, sentence
from factcheck.report.items import Item, items
from factcheck.report.outcomes import Outcome, count
from factcheck.report.summary import NO_CLAIM, NO_PASSAGE, counts_in_words, headline, notices_of
from factcheck.report.wording import freshness, place_in_words
from factcheck.schema import Evidence, Label, Refusal, Report, Span


def to_markdown(outcomes: Sequence[Outcome], only: Label | None) -> str:
    """Return one section a draft; the claims of a listing are boxes to tick."""
    lines: list[str] = []
    for outcome in outcomes:
        lines += ["", *_section(outcome, only)]
    return "\n".join(lines[1:]) + "\n"


def _section(outcome: Outcome, only: Label | None) -> Iterator[str]:
    if isinstance(outcome, Refusal):
        yield f"# {for_markdown(outcome.path)}"
        yield from ("", f"**refused** {for_markdown(f'{outcome.code}: {outcome.reason}')}")
        return
    yield f"# {for_markdown(outcome.document.origin.path)}"
    yield from ("", for_markdown(headline(outcome)))
    for notice in notices_of(outcome):
        yield from ("", f"Note: {for_markdown(notice.message)}")
    yield ""
    for item in items(outcome, only):
        yield from _listed(item) if item.verdict is None else _checked(item)
    if isinstance(outcome, Report):
        if not outcome.provenance.passages:
            yield from (NO_PASSAGE, "")
        yield f"{counts_in_words(count([outcome]), with_refused=False)}  "
        yield freshness(outcome.provenance.newest_source, outcome.as_of)
    elif not outcome.claims:
        yield NO_CLAIM


def _listed(item: Item) -> Iterator[str]:
    yield f"- [ ] {for_markdown(item.place)}: {_marked(_draft_side(item, ()))}  "
    yield f"      {for_markdown(item.said)}"
    for said in item.elsewhere:
        yield f"      · {for_markdown(said)}"


def _checked(item: Item) -> Iterator[str]:
    evidence = item.evidence
    label = item.label.upper() if item.label == "conflicting" else item.label
    differs = evidence[0].differs if evidence else ()
    yield f"- **{label}** {for_markdown(item.coded)}, {for_markdown(item.place)}: " + _marked(
        _draft_side(item, differs)
    )
    if item.label == "conflicting":
        yield from ("", f"  {for_markdown(item.said)}")
    for said in item.elsewhere:
        yield from ("", f"  {for_markdown(said)}")
    for found in evidence[:1]:
        yield from ("", f"  > {_marked(_source_side(found))}  ")
        yield f"  > {for_markdown(', '.join(place_in_words(found.passage)))}"
    yield ""


def _draft_side(item: Item, differs: Sequence[Span]) -> Sentence:
    return sentence(item.sentence, item.claim.sentence.start, item.claim.span, differs)


def _source_side(evidence: Evidence) -> Sentence:
    passage = evidence.passage
    focus = evidence.other.span if evidence.other else Span(passage.span.start, passage.span.start)
    return sentence(passage.text, passage.span.start, focus, evidence.source_differs)


def _marked(shown: Sentence) -> str:
    """Return a text on one line with its claim in bold."""
    before = shown.text[: shown.focus.start]
    claim = shown.text[shown.focus.start : shown.focus.end]
    after = shown.text[shown.focus.end :]
    words = claim.strip()
    if not words:
        return for_markdown(shown.text)
    # Stars mark words only where letters or spaces tell which way they open; tags always do.
    stars = words[0].isalnum() and words[-1].isalnum()
    opening, closing = ("**", "**") if stars else ("<b>", "</b>")
    left = " " if before[-1:].isspace() else ""
    right = " " if after[:1].isspace() else ""
    bold = f"{opening}{for_markdown(words)}{closing}"
    return f"{for_markdown(before)}{left}{bold}{right}{for_markdown(after)}".strip()
