"""SARIF 2.1.0, the exchange format of code scanning: rules, results, where they rest.

Source: OASIS, Static Analysis Results Interchange Format 2.1.0, whose sections comments name.
"""

from __future__ import annotations

import urllib.parse
from collections.abc import Sequence
from typing import Any

from factcheck.report.escaping import for_json, for_sarif
from factcheck.report.items import Item, items
from factcheck.report.outcomes import Outcome
from factcheck.report.summary import NO_PASSAGE, notices_of
from factcheck.report.wording import place_in_words, plain_number
from factcheck.schema import IN_DRAFT, Document, Evidence, Label, Origin, Refusal, Report, Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_SOURCES = "SOURCES"  # the base of the paths of passages: where the sources of the index are
_MOST_EVIDENCE = 3  # passages beside a result

Json = dict[str, Any]


def to_sarif(outcomes: Sequence[Outcome], only: Label | None) -> str:
    """Return one run: conflicts are errors, what is undecided is open, corroborated is left out.

    Claims that a person has settled are kept and marked as suppressed, with the reason.
    """
    shown = [
        item
        for outcome in outcomes
        if not isinstance(outcome, Refusal)
        for item in items(outcome, only)
        if item.fails or item.label != "corroborated"
    ]
    rules = sorted({_rule(item) for item in shown})
    failed = any(isinstance(o, Refusal) or _is_hollow(o) for o in outcomes)
    run: Json = {
        "tool": {"driver": _driver(outcomes, rules)},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _SOURCES: {"description": {"text": "The folder that the index was built from."}}
        },
        "invocations": [
            {
                "executionSuccessful": not failed,
                "toolExecutionNotifications": [n for o in outcomes for n in _notifications(o)],
            }
        ],
        "results": [_result(item, rules) for item in shown],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return for_json(log, indent=2, number=plain_number) + "\n"


def _rule(item: Item) -> str:
    reason = item.verdict.reason if item.verdict else "not-checked"
    return f"factcheck/{item.claim.kind}/{reason}"


def _driver(outcomes: Sequence[Outcome], rules: Sequence[str]) -> Json:
    driver: Json = {"name": "factcheck", "rules": [_described(rule) for rule in rules]}
    for outcome in outcomes:
        if isinstance(outcome, Report):
            made = outcome.provenance
            driver["version"] = made.version
            driver["properties"] = {
                "settings": made.settings,
                "model": made.model,
                "index": made.index,
                "passages": made.passages,
            }
            break
    return driver


def _described(rule: str) -> Json:
    _, kind, reason = rule.split("/")
    words = f"{kind}: {reason.replace('-', ' ')}"
    return {"id": rule, "shortDescription": {"text": words}}


def _is_hollow(outcome: Outcome) -> bool:
    return isinstance(outcome, Report) and not outcome.provenance.passages


def _notifications(outcome: Outcome) -> list[Json]:
    """Return what is to be known of a draft as a whole, a refusal first of all."""
    if isinstance(outcome, Refusal):
        return [_notification("error", outcome.path, outcome.code, outcome.reason)]
    path = outcome.document.origin.path
    found = [_notification("warning", path, n.code, n.message) for n in notices_of(outcome)]
    if _is_hollow(outcome):
        found.append(_notification("error", path, "no-passages", NO_PASSAGE))
    return found


def _notification(level: str, path: str, code: str, words: str) -> Json:
    return {
        "level": level,
        "descriptor": {"id": f"factcheck/{code}"},
        "message": {"text": for_sarif(words)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(path)}}}],
    }


def _result(item: Item, rules: Sequence[str]) -> Json:
    settled = item.verdict.decision if item.verdict and item.verdict.is_settled else None
    fails = item.fails or item.label == "conflicting"
    rule = _rule(item)
    kind = "fail" if fails else ("open" if item.verdict else "review")
    result: Json = {
        "ruleId": rule,
        "ruleIndex": rules.index(rule),
        "kind": kind,
        "level": "error" if fails else "none",  # 3.27.10: only what fails has a level
        "message": {"text": for_sarif(_message(item))},
        "locations": [_draft_place(item)],
        "partialFingerprints": {"factcheckClaim/v1": item.claim.fingerprint},
    }
    if item.verdict:
        result["rank"] = round(item.verdict.confidence * 100, 1)
    related = [
        _related(number, found)
        for number, found in enumerate(item.evidence[:_MOST_EVIDENCE], start=1)
    ]
    if related:
        result["relatedLocations"] = related
    if settled:
        kind = "inSource" if settled.who == IN_DRAFT else "external"
        said = for_sarif(f"{settled.decision}: {settled.reason}")
        result["suppressions"] = [{"kind": kind, "justification": said}]
    return result


def _message(item: Item) -> str:
    return " ".join((f"“{item.claim.text}”:", item.said, *item.elsewhere))


def _related(number: int, found: Evidence) -> Json:
    passage = found.passage
    region: Json = {"startLine": passage.line, "snippet": {"text": passage.text}}
    place = _place(passage.origin, passage.line, region, base=_SOURCES)
    words = ", ".join(place_in_words(passage))
    return place | {"id": number, "message": {"text": for_sarif(f"“{passage.text}” {words}")}}


def _draft_place(item: Item) -> Json:
    return _place(item.document.origin, item.line, _region(item.document, item.claim.span))


def _place(origin: Origin, line: int, region: Json, *, base: str = "") -> Json:
    """Return a place in a file, which has a region only if it has lines (3.29.4)."""
    artifact = {"uri": _uri(origin.path)} | ({"uriBaseId": base} if base else {})
    if origin.counted == "line":
        return {"physicalLocation": {"artifactLocation": artifact, "region": region}}
    named = {"fullyQualifiedName": origin.within(line)}
    return {"physicalLocation": {"artifactLocation": artifact}, "logicalLocations": [named]}


def _region(document: Document, span: Span) -> Json:
    first = document.line_at(span.start)
    last = max(document.line_at(max(span.end - 1, span.start)), first)
    region: Json = {"startLine": first, "endLine": last}
    if not document.lines:  # else the text is not the file's, and columns would point nowhere
        start = document.text.rfind("\n", 0, span.start) + 1
        end = document.text.rfind("\n", 0, max(span.end - 1, span.start)) + 1
        region |= {"startColumn": span.start - start + 1, "endColumn": span.end - end + 1}
    return region | {"snippet": {"text": document.text[span.start : span.end]}}


def _uri(path: str) -> str:
    """Return a path as a relative reference."""
    return urllib.parse.quote(path.encode("utf-8", "surrogatepass"), safe="/")
