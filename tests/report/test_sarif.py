"""SARIF: valid by the official schema, stable by rule and fingerprint, evidence beside it."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from factcheck.report import Listing, Outcome
from factcheck.report.sarif import to_sarif
from factcheck.schema import Decision, Notice, Refusal, Report
from tests.report import examples, hostile

SCHEMA = Path(__file__).parent / "data" / "sarif-2.1.0-rtm.5.json"


@cache
def validator() -> jsonschema.Draft4Validator:
    return jsonschema.Draft4Validator(json.loads(SCHEMA.read_text("utf-8")))


def run_of(*outcomes: Outcome) -> dict[str, Any]:
    log = json.loads(to_sarif(outcomes, None))
    validator().validate(log)
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def checked() -> Report:
    return examples.report(*examples.verdicts())


@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS)
def test_every_report_is_valid(text: str) -> None:
    run_of(hostile.report(text), hostile.refusal(text), hostile.listing(text))


def test_the_schema_can_say_no() -> None:
    with pytest.raises(jsonschema.ValidationError):
        validator().validate({"version": "2.1.0", "runs": [{"tools": {}}]})


def test_rules_are_named_by_kind_and_reason() -> None:
    run = run_of(checked())
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert "factcheck/quantity/value-differs" in rules
    assert rules == sorted(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]


def test_conflicts_fail_and_what_is_open_has_no_level() -> None:
    results = run_of(checked())["results"]
    assert [(r["kind"], r["level"]) for r in results] == [
        ("fail", "error"),
        ("fail", "error"),
        *[("open", "none")] * 4,
    ]  # the corroborated claim is left out


def test_a_region_is_where_the_claim_stands() -> None:
    result = run_of(checked())["results"][0]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "budget.md"}
    region = place["region"]
    line = examples.TEXT.splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "GBP 40 million"
    assert region["snippet"] == {"text": "GBP 40 million"}


def test_columns_are_left_out_where_the_text_is_not_the_file() -> None:
    from factcheck.schema import LineAnchor

    document = msgspec.structs.replace(examples.document(), lines=(LineAnchor(0, 7),))
    result = run_of(examples.report(examples.conflict(), checked=document))["results"][0]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], "startColumn" in region) == (7, False)


def test_evidence_stands_beside_it() -> None:
    result = run_of(checked())["results"][0]
    (related,) = result["relatedLocations"]
    place = related["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "minutes/council.txt", "uriBaseId": "SOURCES"}
    assert place["region"]["startLine"] == 8
    assert "GBP 46 million" in place["region"]["snippet"]["text"]
    assert related["message"]["text"].endswith(
        "minutes/council.txt:8, Council minutes, 11 June 2019"
    )


def test_fingerprints_hold_no_line_and_settled_claims_are_kept_and_marked() -> None:
    verdict = examples.conflict()
    ours = Decision("ok", "seen by the desk")
    settled = msgspec.structs.replace(verdict, decision=ours)
    rest = [v for v in examples.verdicts() if v.claim != verdict.claim]
    (first, *others) = run_of(examples.report(settled, *rest))["results"]
    assert first["partialFingerprints"] == {"factcheckClaim/v1": verdict.claim.fingerprint}
    suppression = {"kind": "external", "justification": "ok: seen by the desk"}
    assert first["suppressions"] == [suppression]
    assert not any("suppressions" in other for other in others)


def test_a_claim_decided_wrong_is_no_suppressed_result() -> None:
    wrong = msgspec.structs.replace(examples.conflict(), decision=Decision("wrong", "a slip"))
    (result,) = run_of(examples.report(wrong))["results"]
    assert "suppressions" not in result
    assert result["level"] == "error"


def test_refused_drafts_and_notices_are_notifications() -> None:
    refusal = Refusal("a b/100%.bin", "binary", "No text.")
    report = examples.report(notices=[Notice("no-date", "It has no date.")])
    (invocation,) = run_of(report, refusal)["invocations"]
    assert invocation["executionSuccessful"] is False
    noticed, refused = invocation["toolExecutionNotifications"]
    assert (noticed["level"], noticed["descriptor"]["id"]) == ("warning", "factcheck/no-date")
    assert refused["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": "a%20b/100%25.bin"
    }


def test_a_check_against_nothing_was_no_success() -> None:
    provenance = msgspec.structs.replace(examples.PROVENANCE, passages=0)
    (invocation,) = run_of(examples.report(provenance=provenance))["invocations"]
    assert invocation["executionSuccessful"] is False
    assert run_of(checked())["invocations"][0]["executionSuccessful"] is True


def test_listed_claims_are_to_be_reviewed() -> None:
    claims = tuple(verdict.claim for verdict in examples.verdicts())
    results = run_of(Listing(examples.document(), None, claims))["results"]
    assert {result["kind"] for result in results} == {"review"}
    assert results[0]["ruleId"] == "factcheck/quantity/not-checked"


def test_brackets_and_braces_are_no_links_and_no_arguments() -> None:
    result = run_of(hostile.report("see [5](1) of {0}"))["results"][0]
    assert r"see \[5\](1) of {{0}}" in result["message"]["text"]


def test_a_page_is_no_line() -> None:
    document = examples.document(path="budget.pdf")
    place = run_of(examples.report(examples.conflict(), checked=document))["results"][0]
    assert place["locations"] == [
        {
            "physicalLocation": {"artifactLocation": {"uri": "budget.pdf"}},
            "logicalLocations": [{"fullyQualifiedName": "page 1"}],
        }
    ]
