"""What every format lists: claims in order, and the draft cut into what is set by itself."""

from factcheck.report import Listing
from factcheck.report.items import items, pieces
from factcheck.schema import Block, Document, Span
from tests.report import examples


def test_numbers_stay_when_claims_are_left_out() -> None:
    report = examples.report(*examples.verdicts())
    assert [item.number for item in items(report, None)] == [1, 2, 3, 4, 5, 6, 7]
    assert [item.number for item in items(report, "conflicting")] == [1, 3]


def test_evidence_is_what_bears_on_the_claim() -> None:
    apart = examples.evidence("5", "5 swans.", "unrelated", "no-evidence")
    near = examples.evidence("5", "5 swans.", "undecided", "less-precise")
    claim = examples.conflict().claim
    found = examples.report(
        examples.verdict(claim, "unsupported", "less-precise", near, apart),
        examples.verdict(claim, "unsupported", "no-evidence", apart),
    )
    assert [item.evidence for item in items(found, None)] == [[near], []]


def test_a_listed_claim_tells_its_value() -> None:
    (item,) = items(Listing(examples.document(), None, (examples.conflict().claim,)), None)
    assert (item.label, item.said, item.coded) == ("not checked", "money: GBP 40 million", "")


def cut(text: str, *blocks: tuple[int, int]) -> list[tuple[str, str]]:
    made = tuple(Block("paragraph", Span(start, end)) for start, end in blocks)
    document = Document(examples.document().origin, text, made)
    return [(kind, text[span.start : span.end]) for kind, span in pieces(document)]


def test_words_between_blocks_are_shown_and_marks_are_not() -> None:
    text = "---\ntitle: x\n---\n\n- one\n1. two\n"
    one, two = text.index("one"), text.index("two")
    assert cut(text, (one, one + 3), (two, two + 3)) == [
        ("apart", "title: x"),
        ("paragraph", "one"),
        ("paragraph", "two"),
    ]
    assert cut("only words") == [("apart", "only words")]
