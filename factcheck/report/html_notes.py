"""The note beside a claim: its verdict, both sides with the words that differ, and the source."""

from __future__ import annotations

from factcheck.report.html_text import differing, names
from factcheck.report.inline import Children, Mark, nested
from factcheck.report.items import Item
from factcheck.report.markup import Element, tag
from factcheck.report.wording import place_in_words, plural, value_in_words
from factcheck.schema import Evidence, Span

_CLAIM_LENGTH = 90  # of a claim in the first line of its note


def note(part: str, item: Item) -> Element:
    """Return the note as an item of a list; all but its first line is hidden until asked for."""
    name = f"{part}-{item.number}"
    back = tag(
        "a",
        str(item.number),
        href=f"#claim-{name}",
        class_="number",
        aria_label=f"Claim {item.number}, in the draft",
    )
    claim = tag("a", f"“{_short(item.claim.text)}”", href=f"#note-{name}")
    first: list[Element | str] = [back, _label(item), " ", claim]
    if item.verdict:
        first.append(tag("span", f" {item.coded}", class_="coded"))
    head = tag("p", *first, class_="head")
    more = tag("div", *_more(item), class_="more")
    return tag("li", head, more, id=f"note-{name}", class_=f"note {names(item)}", tabindex="-1")


def _short(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= _CLAIM_LENGTH:
        return words
    cut = words[:_CLAIM_LENGTH]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut} ..."


def _label(item: Item) -> Element:
    if item.verdict:
        return tag("span", item.label, class_=f"label {item.label}")
    box = tag("input", type="checkbox", autocomplete="off")
    return tag("label", box, f" {item.place}", class_="tick label listed")


def _more(item: Item) -> list[Element]:
    verdict, evidence = item.verdict, item.evidence
    if verdict is None:
        shown = [tag("p", value_in_words(item.claim.value), class_="coded"), _draft_side(item)]
        return shown + [tag("p", said) for said in item.elsewhere]
    confidence = f"{item.place} · {item.claim.kind} · confidence {verdict.confidence:.2f}"
    shown = [tag("p", confidence, class_="where"), tag("p", verdict.explanation, class_="said")]
    shown += [tag("p", said) for said in item.elsewhere]
    shown.append(_draft_side(item))
    shown += [_source_side(found) for found in evidence[:1]]
    if len(evidence) > 1:
        summary = tag("summary", f"{plural(len(evidence) - 1, 'more passage')}")
        shown.append(tag("details", summary, *(_source_side(found) for found in evidence[1:])))
    return shown


def _draft_side(item: Item) -> Element:
    span = item.claim.sentence
    marks = [Mark(item.claim.span, _bold)]
    marks += [Mark(differs, differing) for found in item.evidence[:1] for differs in found.differs]
    words = nested(item.document.text, 0, span, marks)
    return tag("blockquote", *words, tag("cite", f"the draft, {item.place}"), class_="side own")


def _source_side(found: Evidence) -> Element:
    passage = found.passage
    marks = [Mark(span, differing) for span in found.source_differs]
    if found.other:
        marks.append(Mark(found.other.span, _bold))
    words = nested(passage.text, passage.span.start, passage.span, marks)
    place = tag("cite", ", ".join(place_in_words(passage)))
    return tag("blockquote", place, *words, class_="side source")


def _bold(_span: Span, inside: Children) -> Element:
    return tag("b", *inside)
