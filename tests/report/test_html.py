"""The page: the draft as it is, each claim marked in place and led to its note."""

import base64
import hashlib
import re

import lxml.html
import pytest

from factcheck.report import Layout, Listing, Outcome, render
from factcheck.schema import Notice, Refusal
from tests.report import examples

COLOUR = re.compile(r"--([a-z]{1,20}): (#[0-9a-f]{6})")


def page(*outcomes: Outcome, layout: Layout | None = None) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(render(outcomes, "html", layout))


def one() -> lxml.html.HtmlElement:
    return page(examples.report(*examples.verdicts(), notices=[Notice("c", "Mind this.")]))


def by_class(tree: lxml.html.HtmlElement, name: str) -> list[lxml.html.HtmlElement]:
    return list(tree.find_class(name))


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def the(tree: lxml.html.HtmlElement, tag: str) -> lxml.html.HtmlElement:
    (found,) = tree.iter(tag)
    return found


def test_the_policy_allows_its_own_style_and_script_and_nothing_else() -> None:
    tree = one()
    (meta,) = [m for m in tree.iter("meta") if m.get("http-equiv")]
    policy = str(meta.get("content"))
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(str(the(tree, tag).text).encode()).digest())
        assert f"{tag}-src 'sha256-{digest.decode()}'" in policy


def test_nothing_is_fetched() -> None:
    written = render([examples.report(*examples.verdicts())], "html")
    assert "http:" not in written
    assert "https:" not in written
    assert "url(" not in written
    assert "@import" not in written


def test_the_draft_is_there_word_for_word() -> None:
    (article,) = one().iter("article")
    for reference in by_class(article, "ref"):
        reference.drop_tree()
    assert words(article) == " ".join(examples.TEXT.split())


def test_every_claim_leads_to_its_note_and_back() -> None:
    tree = one()
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    claims = [c for c in by_class(tree, "claim") if c.get("id")]
    assert len(claims) == len(by_class(tree, "note")) == 7
    for claim, verdict in zip(claims, examples.verdicts(), strict=True):
        name = str(claim.get("id")).replace("claim", "note")
        (link,) = [ref for ref in by_class(tree, "ref") if ref.get("href") == f"#{name}"]
        note = tree.get_element_by_id(str(link.get("href")).removeprefix("#"))
        back = by_class(note, "number")[0]
        assert back.get("href") == f"#{claim.get('id')}"
        assert verdict.label in str(note.get("class"))
        assert verdict.label in str(link.get("aria-label"))


def test_words_that_differ_are_marked_on_both_sides() -> None:
    tree = one()
    note = by_class(tree, "note")[0]
    assert [words(em) for em in by_class(note, "differs")] == ["40", "46"]
    assert "minutes/council.txt:8, Council minutes, 11 June 2019" in words(note)
    (article,) = tree.iter("article")
    assert [words(em) for em in by_class(article, "differs")] == ["40"]


def test_filters_are_labelled_and_have_a_rule_each() -> None:
    tree = one()
    style = str(the(tree, "style").text)
    boxes = list(tree.iter("input"))
    assert [str(box.get("id")).removeprefix("show-") for box in boxes] == [
        *("conflicting", "unsupported", "corroborated"),
        *("quantity", "date", "quote", "role", "statement"),
    ]
    for box in boxes:
        assert words(box.getparent())
        for part in (".note", ".ref", ".text .claim"):
            name = str(box.get("id"))
            assert f"body:has(#{name}:not(:checked)) {part}.{name.removeprefix('show-')}" in style


def test_counts_dates_and_notices_stand_above() -> None:
    (about,) = by_class(one(), "about")
    assert words(about) == (
        "budget.md 14 June 2019 · 7 claims against 43,191 passages (newest 13 June 2019) "
        "2 conflicting · 1 corroborated · 4 unsupported · newest source: 1 day before the draft "
        "Note: Mind this."
    )


def test_what_is_left_out_is_told() -> None:
    report = examples.report(*examples.verdicts())
    tree = page(report, layout=Layout(only="corroborated"))
    assert "6 claims not shown" in words(tree)
    assert len(by_class(tree, "note")) == 1
    assert "No checkable claim was found" in words(page(examples.report()))


def test_several_drafts_have_one_heading_above_theirs() -> None:
    tree = page(
        examples.report(*examples.verdicts()),
        Refusal("x.bin", "binary", "This is not text."),
        examples.report(*examples.verdicts(), checked=examples.document(path="b.md")),
    )
    assert words(the(tree, "h1")) == "3 drafts"
    assert [words(h) for h in tree.iter("h2")] == ["budget.md", "x.bin", "b.md"]
    assert "refused binary: This is not text." in words(tree)
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_a_listing_is_a_checklist() -> None:
    claims = tuple(verdict.claim for verdict in examples.verdicts())
    tree = page(Listing(examples.document(), None, claims))
    boxes = [box for note in by_class(tree, "note") for box in note.iter("input")]
    assert len(boxes) == 7
    assert words(by_class(tree, "note")[0]).startswith("1 line 1 “GBP 40 million” money: GBP 40")
    assert not by_class(tree, "conflicting")


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    "name", ["ink", "quiet", "conflicting", "unsupported", "corroborated", "listed"]
)
@pytest.mark.parametrize("ground", ["paper", "chosen"])
def test_every_colour_of_words_has_contrast(name: str, ground: str) -> None:
    colours = dict(COLOUR.findall(str(the(one(), "style").text)))
    dark, light = luminance(colours[name]), luminance(colours[ground])
    assert (light + 0.05) / (dark + 0.05) >= 4.5
