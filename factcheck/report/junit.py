"""JUnit XML, which most build servers read: a draft is a suite, a claim a test.

Source: the common subset of the Jenkins schema (junit-10.xsd) and what pytest writes.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from factcheck.report.items import Item, items
from factcheck.report.markup import Element, tag
from factcheck.report.outcomes import Outcome
from factcheck.report.summary import NO_PASSAGE, notices_of
from factcheck.report.wording import place_in_words
from factcheck.schema import Label, Refusal, Report

_NAME_LENGTH = 120  # of a claim in the name of its test


def to_junit(outcomes: Sequence[Outcome], only: Label | None) -> str:
    """Return one suite a draft: conflicts fail, what is open is skipped, refusals are errors.

    There is no time and no host in it: the same outcomes give the same text.
    """
    suites = [_suite(outcome, only) for outcome in outcomes]
    totals = {
        name: str(sum(int(suite.get(name, "0")) for suite in suites))
        for name in ("tests", "failures", "errors", "skipped")
    }
    root = tag("testsuites", *suites, name="factcheck", **totals)
    etree.indent(root)
    written: str = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


def _suite(outcome: Outcome, only: Label | None) -> Element:
    notices: list[Element | str] = []
    if isinstance(outcome, Refusal):
        path = outcome.path
        cases = [_error(path, "the draft can be read", outcome.code, outcome.reason)]
    else:
        path = outcome.document.origin.path
        cases = [_case(item) for item in items(outcome, only)]
        if isinstance(outcome, Report) and not outcome.provenance.passages:
            cases.append(_error(path, "there are sources", "no-passages", NO_PASSAGE))
        words = "\n".join(notice.message for notice in notices_of(outcome))
        notices = [tag("system-out", words)] if words else []
    return tag(
        "testsuite",
        *cases,
        *notices,
        name=path,
        tests=str(len(cases)),
        failures=str(_holding(cases, "failure")),
        errors=str(_holding(cases, "error")),
        skipped=str(_holding(cases, "skipped")),
    )


def _holding(cases: Sequence[Element], name: str) -> int:
    return sum(case.find(name) is not None for case in cases)


def _error(path: str, name: str, code: str, reason: str) -> Element:
    error = tag("error", message=reason, type=code)
    return tag("testcase", error, name=name, classname="factcheck", file=path, line="1")


def _case(item: Item) -> Element:
    outcome: list[Element] = []
    if item.fails:
        outcome = [tag("failure", _details(item), message=item.said, type=_reason(item))]
    elif item.label != "corroborated":
        outcome = [tag("skipped", message=f"{item.label}: {_reason(item)}. {item.said}")]
    words = " ".join(item.claim.text.split())
    origin = item.document.origin
    line = {"line": str(item.line)} if origin.counted == "line" else {}
    return tag(
        "testcase",
        *outcome,
        name=f"{item.place}: {words[:_NAME_LENGTH]}",
        classname=f"factcheck.{item.claim.kind}",
        file=origin.path,
        **line,
    )


def _reason(item: Item) -> str:
    return item.verdict.reason if item.verdict else item.claim.kind


def _details(item: Item) -> str:
    lines = [item.sentence, *item.elsewhere]
    for found in item.evidence[:1]:
        lines += [f"“{found.passage.text}”", ", ".join(place_in_words(found.passage))]
    return "\n".join(lines)
