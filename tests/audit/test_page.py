"""The page: pictures, conflicts with their evidence, and nothing that could do harm."""

import datetime as dt
from collections import Counter
from decimal import Decimal
from typing import Any

import lxml.html
import msgspec

from factcheck.audit import page, pictures
from factcheck.audit.pictures import Bins
from factcheck.audit.results import Facts, Summary
from factcheck.audit.rows import ClaimRow, DocumentRow, EvidenceRow
from factcheck.audit.tally import Best, Cell, Tally
from factcheck.schema import Quantity

VALUE = Quantity("count", Decimal(350), Decimal(350), Decimal(1))
SOURCE = EvidenceRow(
    "a.txt", "a.txt", 5, "Flood", "Norland Post", dt.date(2015, 6, 12),
    "It killed 219 people.", "differs", "value-differs", ((10, 13),),
)  # fmt: skip
CLAIM = ClaimRow(
    "b.txt", "b.txt", dt.date(2015, 6, 13), "c1", "quantity", 7, 10, 13, "350",
    "It killed 350 people.", VALUE, "conflicting", "value-differs",
    "The draft says 350; a.txt says 219.", 0.9, (), 1, 3, ((10, 13),), (SOURCE,),
)  # fmt: skip
DOCUMENT = DocumentRow(
    "b.txt", "b.txt", "Toll of $5 and $6", "Post", dt.date(2015, 6, 13), "checked", 1, 1
)
FACTS = Facts("0.1.0", "s", "m" * 64, "i", 9, dt.date(2015, 6, 12), (), None, True, ())


def found(markup: str, path: str) -> list[Any]:
    """Return what an XPath finds."""
    result: Any = lxml.html.fromstring(markup).xpath(path)
    return list(result)


def tally(*claims: ClaimRow) -> Tally:
    counted = Tally()
    counted.add_document(DOCUMENT)
    counted.add_document(
        DocumentRow("<b>.txt", "<b>.txt", "", "", None, "refused", code="empty", message="It is.")
    )
    for claim in claims:
        counted.add_claim(claim)
    return counted


def summary() -> Summary:
    counts = {"conflicting": 1, "corroborated": 0, "unsupported": 0}
    return Summary(1, FACTS, {"found": 2, "checked": 1, "refused": 1}, counts, {}, {}, {})


def test_each_conflict_leads_to_its_evidence() -> None:
    made = page.render(tally(CLAIM), summary())
    (row,) = found(made, "//article")
    text = " ".join(" ".join(row.itertext()).split())
    assert "b.txt:7 2015-06-13 It killed 350 people." in text
    assert "a.txt:5 2015-06-12 · Norland Post says otherwise It killed 219 people." in text
    assert [mark.text for mark in found(made, "//mark")] == ["350", "219"]
    assert "3 say otherwise · 1 agree" in text
    assert len(found(made, "//figure")) == 2
    assert [item.text_content() for item in found(made, "//li")] == ["<b>.txt It is. (empty)"]


def test_pages_and_sheets_are_named_as_in_reports() -> None:
    sheet = msgspec.structs.replace(SOURCE, document="a.xlsx#Homes/5", path="a.xlsx")
    claim = msgspec.structs.replace(CLAIM, document="b.pdf", path="b.pdf", evidence=(sheet,))
    (draft, source) = found(page.render(tally(claim), summary()), "//article//code")
    assert (draft.text, source.text) == ("b.pdf, page 7", "a.xlsx, sheet Homes row 5")


def test_a_verifier_is_named_below() -> None:
    told = summary()
    facts = msgspec.structs.replace(FACTS, verifier="v" * 64)
    asked = msgspec.structs.replace(told, facts=facts)
    assert "verifier" not in page.render(Tally(), told)
    assert f"verifier {'v' * 16} ·" in page.render(Tally(), asked)


def test_a_text_can_do_nothing_on_the_page() -> None:
    evil = '<script>alert(1)</script><img src="http://example.org/x" onerror=a()>\x1b[2J\u202e'
    source = msgspec.structs.replace(SOURCE, text=evil, path=evil, source=evil, differs=((0, 5),))
    claim = msgspec.structs.replace(
        CLAIM, text=evil, sentence=evil, path=evil, explanation=evil, id='"x', evidence=(source,)
    )
    made = tally(claim)
    made.add_document(msgspec.structs.replace(DOCUMENT, title=evil, path=evil))
    elements = found(page.render(made, summary()), "//*")
    names = {str(element.tag).rpartition("}")[2] for element in elements}
    assert not names & {"script", "img", "iframe", "object", "link", "a"}
    attributes = {(name, value) for element in elements for name, value in element.items()}
    assert not [name for name, _ in attributes if name.startswith("on")]
    assert not [v for n, v in attributes if "://" in v and not n.startswith("xmlns")]
    whole = page.render(made, summary())
    assert "\x1b" not in whole
    assert "\u202e" not in whole


def test_the_same_counts_give_the_same_bytes() -> None:
    first, second = (page.render(tally(CLAIM), summary()) for _ in range(2))
    assert first == second
    assert "<metadata>" not in first


def test_without_findings_the_page_says_so() -> None:
    made = page.render(Tally(), summary())
    assert [p.text for p in found(made, "//section/p")] == ["None.", "None."]
    assert not found(made, "//figure")


def test_a_dollar_sign_in_a_label_is_one() -> None:
    drawn = pictures.most_contradicted([DOCUMENT], [CLAIM])
    assert "Toll of $5 and $6  2015-06-13" in drawn


def test_over_time_counts_stand_where_they_belong() -> None:
    cells = Counter({Cell("", "quantity", "conflicting"): 2})
    assert pictures.over_time(cells) == ""
    cells[Cell("2015-09", "date", "unsupported")] = 3
    drawn = pictures.over_time(cells)
    assert "2015-09" in drawn
    assert ">date<" in drawn
    assert ">quantity<" not in drawn


def test_bins_cover_all_months_and_are_few() -> None:
    bins = Bins.over(["2015-11", "2016-02"])
    assert [bins.name(place) for place in range(bins.number)] == [
        "2015-11", "2015-12", "2016-01", "2016-02",
    ]  # fmt: skip
    for last in ("2019-01", "2040-01", "3999-12"):
        bins = Bins.over(["1815-03", last])
        assert bins.number <= 48
        assert bins.of("1815-03") == 0
        assert bins.of(last) == bins.number - 1
    assert Bins.over(["0001-01", "9999-12"]).of("9999-12") <= 47


def test_the_best_are_kept_in_order_and_of_equals_the_first() -> None:
    best: Best[str] = Best(2)
    for key, item in ((1, "a"), (3, "b"), (2, "c"), (3, "d"), (3, "e")):
        best.add((key,), item)
    assert best.items == ["b", "d"]
    assert best.seen == 5


def test_marks_that_overlap_mark_each_letter_once() -> None:
    assert page._marked("abcdef", ((3, 5), (0, 4))) == "<mark>abcd</mark><mark>e</mark>f"
