"""What a comment in a Word document says: the verdict, why, and the passage that decides."""

from __future__ import annotations

from docx.comments import Comment
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from factcheck.report.escaping import for_markup
from factcheck.report.excerpt import sentence
from factcheck.report.items import Item
from factcheck.report.outcomes import Listing, count
from factcheck.report.summary import NO_CLAIM, NO_PASSAGE, counts_in_words, headline, notices_of
from factcheck.report.wording import freshness, place_in_words
from factcheck.schema import Evidence, Report, Span

Place = tuple[Run, Run]
_AUTHOR, _INITIALS = "factcheck", "fc"


def comment_on(document: WordDocument, place: Place, item: Item) -> None:
    """Add the comment of one claim to the words between two runs, both included."""
    comment = _comment(document, place)
    _fill(comment.paragraphs[0], item)
    _reason(comment, item)


def summarise(
    document: WordDocument, first: Run, outcome: Report | Listing, homeless: list[Item]
) -> None:
    """Add a comment on the whole draft to its first words.

    `homeless` are claims whose place is no part of the body (a footnote, a header): they are told
    here.
    """
    comment = _comment(document, (first, first))
    lines = [headline(outcome)]
    if isinstance(outcome, Report):
        lines.append(counts_in_words(count([outcome]), with_refused=False))
        lines.append(freshness(outcome.provenance.newest_source, outcome.as_of))
        if not outcome.provenance.passages:
            lines.append(NO_PASSAGE)
    if not (outcome.verdicts if isinstance(outcome, Report) else outcome.claims):
        lines.append(NO_CLAIM)
    lines += [f"Note: {notice.message}" for notice in notices_of(outcome)]
    comment.paragraphs[0].add_run(for_markup(lines[0]))
    for line in lines[1:]:
        comment.add_paragraph(for_markup(line))
    for item in homeless:
        _fill(comment.add_paragraph(), item)
        comment.add_paragraph(for_markup(f"“{item.claim.text}”, in: {item.sentence}"))
        _reason(comment, item)


def _comment(document: WordDocument, place: Place) -> Comment:
    comment = document.add_comment(place, author=_AUTHOR, initials=_INITIALS)
    # The library writes the time of the run, and the same draft must give the same bytes.
    del comment._comment_elm.attrib[qn("w:date")]
    return comment


def _fill(paragraph: Paragraph, item: Item) -> None:
    label = item.label.upper() if item.label == "conflicting" else item.label
    paragraph.add_run(for_markup(label)).bold = True
    coded = item.coded or item.claim.kind
    confidence = (
        f" · {item.verdict.confidence:.2f}"
        if item.label == "conflicting" and (item.verdict)
        else ""
    )
    paragraph.add_run(for_markup(f"  {coded}{confidence}"))


def _reason(comment: Comment, item: Item) -> None:
    for line in (item.said, *item.elsewhere):
        comment.add_paragraph(for_markup(line))
    for found in item.evidence[:1]:
        _quote(comment.add_paragraph(), found)
        comment.add_paragraph(for_markup(", ".join(place_in_words(found.passage))))


def _quote(paragraph: Paragraph, found: Evidence) -> None:
    """Add a passage with the words that differ, or else its claim, in bold."""
    passage, start = found.passage, found.passage.span.start
    focus = found.other.span if found.other else Span(start, start)
    shown = sentence(passage.text, start, focus, found.source_differs)
    at = 0
    paragraph.add_run("“")
    for span in sorted(shown.differing or (shown.focus,)):
        paragraph.add_run(for_markup(passage.text[at : span.start]))
        paragraph.add_run(for_markup(passage.text[span.start : span.end])).bold = True
        at = span.end
    paragraph.add_run(for_markup(f"{passage.text[at:]}”"))
