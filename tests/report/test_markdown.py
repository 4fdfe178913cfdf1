"""Markdown as a CommonMark parser renders it."""

import lxml.html
import pytest
from markdown_it import MarkdownIt

from factcheck.report import Layout, Listing, Outcome, render
from factcheck.report.escaping import for_markdown
from factcheck.schema import Notice, Refusal
from tests.report import examples, hostile


def page(*outcomes: Outcome, layout: Layout | None = None) -> lxml.html.HtmlElement:
    html = MarkdownIt("commonmark").render(render(outcomes, "md", layout))
    return lxml.html.fragment_fromstring(html, create_parent=True)


def texts(tree: lxml.html.HtmlElement, tag: str) -> list[str]:
    return [" ".join(str(found.text_content()).split()) for found in tree.iter(tag)]


def test_a_report() -> None:
    tree = page(examples.report(*examples.verdicts(), notices=[Notice("c", "Mind this.")]))
    assert texts(tree, "h1") == ["budget.md"]
    paragraphs = texts(tree, "p")
    assert "Note: Mind this." in paragraphs
    assert paragraphs[-1].startswith("2 conflicting · 1 corroborated · 4 unsupported newest source")
    first = texts(tree, "li")[0]
    assert first.startswith("CONFLICTING value-differs, line 1: The council gave")
    assert "the council minutes of 11 June 2019 say about GBP 46 million." in first
    assert first.endswith("minutes/council.txt:8, Council minutes, 11 June 2019")
    assert texts(tree, "strong")[:2] == ["CONFLICTING", "GBP 40 million"]


def test_a_listing_is_a_checklist() -> None:
    claims = tuple(verdict.claim for verdict in examples.verdicts())
    lines = render([Listing(examples.document(), None, claims)], "md").splitlines()
    boxes = [line for line in lines if line.startswith("- [ ] ")]
    assert len(boxes) == 7
    assert boxes[0].startswith(
        "- [ ] line 1: The council gave the region a **GBP 40 million** grant"
    )


def test_nothing_found_is_said_in_words() -> None:
    assert "No checkable claim" in render([Listing(examples.document(), None, ())], "md")
    refused = render([Refusal("x.bin", "binary", "No text.")], "md")
    assert "**refused** binary: No text." in refused


def test_words_are_bold_whatever_stands_beside_them() -> None:
    text = "It cost US$5 million."
    claim = examples.claim("quantity", "$5 million", text, examples.GRANT, text)
    tree = page(Listing(examples.document(text), None, (claim,)))
    assert texts(tree, "b") == ["$5 million"]


@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS)
def test_the_text_comes_out_as_it_is(text: str) -> None:
    from factcheck.report.escaping import for_terminal

    shown = " ".join(for_terminal(" ".join(text.split())).split())
    html = MarkdownIt("commonmark").enable("table").render(for_markdown(text))
    assert texts(lxml.html.fragment_fromstring(html, create_parent=True), "p") == [shown]
