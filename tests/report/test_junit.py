"""JUnit XML as a library of its ecosystem reads it."""

import junitparser
import msgspec

from factcheck.report import Listing, Outcome, render
from factcheck.schema import Notice, Refusal
from tests.report import examples


def suites(*outcomes: Outcome) -> list[junitparser.TestSuite]:
    return list(junitparser.JUnitXml.fromstring(render(outcomes, "junit").encode()))


def test_a_draft_is_a_suite_and_a_claim_a_test() -> None:
    (suite,) = suites(examples.report(*examples.verdicts()))
    assert (suite.name, suite.tests, suite.failures, suite.skipped, suite.errors) == (
        "budget.md",
        7,
        2,
        4,
        0,
    )
    first = next(iter(suite))
    assert (first.name, first.classname) == ("line 1: GBP 40 million", "factcheck.quantity")
    (failure,) = first.result
    assert isinstance(failure, junitparser.Failure)
    assert failure.type == "value-differs"
    assert failure.message.startswith("The draft says GBP 40 million; the council minutes")
    assert "minutes/council.txt:8, Council minutes, 11 June 2019" in failure.text


def test_totals_are_those_of_all_drafts() -> None:
    report = examples.report(*examples.verdicts())
    whole = junitparser.JUnitXml.fromstring(render([report, report], "junit").encode())
    assert (whole.tests, whole.failures, whole.skipped) == (14, 4, 8)


def test_a_refused_draft_and_an_empty_index_are_errors() -> None:
    provenance = msgspec.structs.replace(examples.PROVENANCE, passages=0)
    refused, hollow = suites(
        Refusal("x.bin", "binary", "This is not text."), examples.report(provenance=provenance)
    )
    assert (refused.errors, hollow.errors) == (1, 1)
    (error,) = next(iter(refused)).result
    assert (error.type, error.message) == ("binary", "This is not text.")


def test_notices_are_its_output() -> None:
    report = examples.report(notices=[Notice("no-claims", "No claim was found.")])
    assert "<system-out>No claim was found.</system-out>" in render([report], "junit")
    assert [suite.tests for suite in suites(report)] == [0]


def test_listed_claims_are_skipped() -> None:
    claims = tuple(verdict.claim for verdict in examples.verdicts())
    (suite,) = suites(Listing(examples.document(), None, claims))
    assert (suite.tests, suite.skipped) == (7, 7)


def test_a_page_is_no_line() -> None:
    document = examples.document(path="budget.pdf")
    written = render([examples.report(examples.conflict(), checked=document)], "junit")
    assert 'name="page 1: GBP 40 million"' in written
    assert " line=" not in written
