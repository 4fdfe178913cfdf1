"""What was found, for a reader or for a program: pure functions of reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from factcheck.report.explanation import to_explanation
from factcheck.report.outcomes import Counts, Listing, Outcome, count, without_folders
from factcheck.report.page import Layout
from factcheck.report.tables import rows, to_json, to_json_lines
from factcheck.report.terminal import to_text, to_verdict_text
from factcheck.schema import Document, Report, Verdict

TextFormat = Literal["text", "json", "jsonl", "csv", "md", "html", "sarif", "junit", "github"]
Format = TextFormat | Literal["docx"]

__all__ = [
    "Counts",
    "Format",
    "Layout",
    "Listing",
    "Outcome",
    "TextFormat",
    "count",
    "encode",
    "render",
    "render_explanation",
    "render_verdict",
]


def render(outcomes: Sequence[Outcome], form: TextFormat, layout: Layout | None = None) -> str:
    """Return all outcomes, in their order, as one text that ends with a line feed.

    The same outcomes give the same text. Of `layout` all but "text" heed only `only`. A draft that
    was given by an absolute path has its bare name.
    """
    layout, outcomes = layout or Layout(), [without_folders(outcome) for outcome in outcomes]
    match form:
        case "text":
            return to_text(outcomes, layout)
        case "json":
            return to_json(rows(outcomes, layout.only))
        case "jsonl":
            return to_json_lines(rows(outcomes, layout.only))
        case "md" | "csv" | "html":
            return _page(outcomes, form, layout)
        case "sarif" | "junit" | "github":
            return _for_build(outcomes, form, layout)


def render_verdict(document: Document, verdict: Verdict, layout: Layout | None = None) -> str:
    """Return one verdict on a draft as a text for the screen."""
    return to_verdict_text(document, verdict, layout or Layout())


def encode(
    outcomes: Sequence[Outcome],
    form: Format,
    layout: Layout | None = None,
    original: bytes | None = None,
) -> bytes:
    """Return all outcomes as the bytes of a file.

    A table begins with a byte order mark, by which spreadsheets know UTF-8. `original` is the
    Word file of the one draft: its comments are added to it, else a new document is made.
    """
    if form == "docx":
        from factcheck.report.word import to_docx

        bare = [without_folders(outcome) for outcome in outcomes]
        return to_docx(bare, layout or Layout(), original)
    return render(outcomes, form, layout).encode("utf-8-sig" if form == "csv" else "utf-8")


def render_explanation(reports: Sequence[Report], layout: Layout | None = None) -> str:
    """Return why each verdict of the reports was given, as one text that ends with a line feed."""
    return to_explanation(reports, layout or Layout())


# The rooms of files are opened when they are asked for: a text on the screen needs no lxml.
def _page(outcomes: Sequence[Outcome], form: Literal["md", "csv", "html"], layout: Layout) -> str:
    from factcheck.report.html import to_html
    from factcheck.report.markdown import to_markdown
    from factcheck.report.sheet import to_csv

    writers = {"md": to_markdown, "csv": to_csv, "html": to_html}
    return writers[form](outcomes, layout.only)


def _for_build(
    outcomes: Sequence[Outcome], form: Literal["sarif", "junit", "github"], layout: Layout
) -> str:
    from factcheck.report.github import to_github
    from factcheck.report.junit import to_junit
    from factcheck.report.sarif import to_sarif

    match form:
        case "sarif":
            return to_sarif(outcomes, layout.only)
        case "junit":
            return to_junit(outcomes, layout.only)
        case "github":
            return to_github(outcomes, layout.only)
