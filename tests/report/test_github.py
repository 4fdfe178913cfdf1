"""Workflow commands as a runner reads them."""

import msgspec

from factcheck.report import Listing, Outcome, render
from factcheck.schema import Notice, Refusal
from tests.report import examples


def lines(*outcomes: Outcome) -> list[str]:
    return render(outcomes, "github").splitlines()


def unescaped(text: str) -> str:
    for code, character in (("%2C", ","), ("%3A", ":"), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_conflicts_are_errors_and_what_is_open_are_notices() -> None:
    found = lines(examples.report(*examples.verdicts()))
    assert found[0] == (
        "::error file=budget.md,line=1,title=factcheck value-differs::“GBP 40 million”: The draft "
        "says GBP 40 million; the council minutes of 11 June 2019 say about GBP 46 million. "
        "(minutes/council.txt:8, Council minutes, 11 June 2019)"
    )
    assert [line.partition(" ")[0] for line in found[:-1]] == ["::error"] * 2 + ["::notice"] * 4
    assert found[-1] == "factcheck: 2 conflicting · 1 corroborated · 4 unsupported · 0 refused"


def test_names_with_signs_come_out_as_they_are() -> None:
    (line, _) = lines(Refusal("a, b: 5%.bin", "binary", "No text, 100%."))
    properties, _, message = line.removeprefix("::error ").partition("::")
    assert [unescaped(part) for part in properties.split(",")] == [
        "file=a, b: 5%.bin",
        "title=factcheck binary",
    ]
    assert unescaped(message) == "No text, 100%."


def test_notices_and_an_empty_index_are_told() -> None:
    provenance = msgspec.structs.replace(examples.PROVENANCE, passages=0)
    report = examples.report(notices=[Notice("no-date", "It has no date.")], provenance=provenance)
    warning, error, _ = lines(report)
    assert warning == "::warning file=budget.md,title=factcheck no-date::It has no date."
    assert error.startswith("::error file=budget.md,title=factcheck no-passages::")


def test_a_page_is_no_line() -> None:
    report = examples.report(examples.conflict(), checked=examples.document(path="budget.pdf"))
    assert lines(report)[0].startswith(
        "::error file=budget.pdf,title=factcheck value-differs::page 1: “GBP 40 million”"
    )


def test_listed_claims_are_notices_by_kind() -> None:
    found = lines(Listing(examples.document(), None, (examples.conflict().claim,)))
    assert found[0].startswith("::notice file=budget.md,line=1,title=factcheck quantity::")
    assert found[-1] == "factcheck: 1 claim listed, none checked · 0 refused"
