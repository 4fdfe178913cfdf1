"""The JSON form: its keys and their order are fixed, its bytes are the same each time."""

import json
from typing import Any

import msgspec

from factcheck import schema
from factcheck.extract.reading import Blocked
from factcheck.report import Layout, Listing, Outcome, render
from factcheck.schema import Notice, Refusal, Value
from tests.report import examples

CLAIM_KEYS = [
    *("id", "kind", "start", "end", "line", "text", "sentence", "value"),
    *("rank", "disagreeing"),
]
VERDICT_KEYS = [
    *CLAIM_KEYS,
    "verdict",
    "reason",
    "explanation",
    "confidence",
    "remarks",
    "differs",
    "evidence",
    "decision",
]
EVIDENCE_KEYS = [
    "document",
    "path",
    "title",
    "source",
    "date",
    "start",
    "end",
    "text",
    "relation",
    "score",
    "differs",
    "line",
    "reason",
    "remarks",
    "features",
]


def loaded(*outcomes: Outcome, layout: Layout | None = None) -> list[dict[str, Any]]:
    table = json.loads(render(outcomes, "json", layout))
    assert isinstance(table, list)
    return table


def test_keys_and_their_order() -> None:
    (draft,) = loaded(examples.report(*examples.verdicts(), notices=[Notice("c", "m")]))
    assert list(draft) == ["format", "document", "counts", "claims", "notices", "provenance"]
    assert draft["format"] == schema.FORMAT
    assert draft["document"] == {
        "path": "budget.md",
        "title": "The budget",
        "date": "2019-06-14",
        "as_of": "2019-06-14",
    }
    assert list(draft["counts"].items()) == [
        ("corroborated", 1),
        ("conflicting", 2),
        ("unsupported", 4),
    ]
    assert all(list(claim) == VERDICT_KEYS for claim in draft["claims"])
    assert all(list(e) == EVIDENCE_KEYS for claim in draft["claims"] for e in claim["evidence"])
    assert draft["notices"] == [{"code": "c", "message": "m"}]
    assert draft["provenance"]["newest_source"] == "2019-06-13"


def test_offsets_slice_the_text_on_both_sides() -> None:
    (draft,) = loaded(examples.report(*examples.verdicts()))
    for claim in draft["claims"]:
        assert examples.TEXT[claim["start"] : claim["end"]] == claim["text"]
        assert claim["text"] in claim["sentence"]
        assert claim["line"] == examples.TEXT.count("\n", 0, claim["start"]) + 1
    conflict = draft["claims"][0]
    assert [examples.TEXT[start:end] for start, end in conflict["differs"]] == ["40"]
    (evidence,) = conflict["evidence"]
    ((start, end),) = evidence["differs"]
    assert evidence["text"][start - evidence["start"] : end - evidence["start"]] == "46"
    (shown,) = examples.conflict().evidence
    assert evidence["features"] == list(msgspec.to_builtins(shown.features))
    assert evidence["reason"] == shown.reason


def test_values_name_their_type_and_write_numbers_in_full() -> None:
    (draft,) = loaded(examples.report(*examples.verdicts()))
    grant = draft["claims"][0]["value"]
    assert (grant["type"], grant["kind"], grant["low"]) == ("quantity", "money", "40000000")
    for claim, verdict in zip(draft["claims"], examples.verdicts(), strict=True):
        value: Value = msgspec.convert(claim["value"], Value)
        assert value == verdict.claim.value


def test_a_refused_draft_has_no_claims() -> None:
    refusal = Refusal("draft.bin", "binary", "This is not text.")
    _, refused = loaded(examples.report(), refusal)
    assert refused["refusal"] == {
        "path": "draft.bin",
        "code": "binary",
        "reason": "This is not text.",
    }
    assert refused["document"]["path"] == "draft.bin"
    assert "claims" not in refused
    assert "counts" not in refused


def test_only_leaves_claims_out_but_never_out_of_the_counts() -> None:
    (draft,) = loaded(examples.report(*examples.verdicts()), layout=Layout(only="corroborated"))
    assert [claim["verdict"] for claim in draft["claims"]] == ["corroborated"]
    assert draft["counts"]["conflicting"] == 2


def test_json_lines_hold_one_claim_each_with_the_path() -> None:
    report = examples.report(*examples.verdicts())
    refusal = Refusal("draft.bin", "binary", "This is not text.")
    *claims, refused = [
        json.loads(line) for line in render([report, refusal], "jsonl").splitlines()
    ]
    (draft,) = loaded(report)
    assert claims == [{"path": "budget.md"} | claim for claim in draft["claims"]]
    assert refused == {"path": "draft.bin", "refusal": msgspec.to_builtins(refusal)}


def test_a_listing_has_claims_without_verdicts() -> None:
    claims = tuple(verdict.claim for verdict in examples.verdicts())
    (draft,) = loaded(Listing(examples.document(), examples.DRAFT_DATE, claims))
    assert list(draft) == ["format", "document", "claims", "notices"]
    assert all(list(claim) == CLAIM_KEYS for claim in draft["claims"])


def test_other_values_of_the_draft_stand_beside_a_claim() -> None:
    first, second = (verdict.claim for verdict in examples.verdicts()[:2])
    other = {"id": second.id, "start": second.span.start, "end": second.span.end, "line": 3}
    listing = Listing(
        examples.document(),
        examples.DRAFT_DATE,
        (first, second),
        disagreeing={first.id: (second,)},
    )
    (draft,) = loaded(listing)
    (row,), rest = (claim["disagreeing"] for claim in draft["claims"])
    assert rest == []
    assert row | other == row and row["text"] == second.text
    verdict = msgspec.structs.replace(examples.conflict(), disagreeing=(second,))
    (draft,) = loaded(examples.report(verdict))
    assert draft["claims"][0]["disagreeing"] == [row]


def test_what_was_blocked_stands_in_the_listing_where_it_was_asked_for() -> None:
    block = Blocked(examples.span("13 June"), "name")
    listing = Listing(examples.document(), examples.DRAFT_DATE, (), (block,))
    (draft,) = loaded(listing)
    row = {"start": 210, "end": 217, "line": 4, "text": "13 June", "reason": "name"}
    assert list(draft) == ["format", "document", "claims", "notices", "blocked"]
    assert draft["blocked"] == [row]
    assert json.loads(render([listing], "jsonl")) == {"path": "budget.md", "blocked": row}
    (draft,) = loaded(Listing(examples.document(), examples.DRAFT_DATE, (), ()))
    assert draft["blocked"] == []


def test_no_draft_and_no_claim_are_still_json() -> None:
    assert render([], "json") == "[]\n"
    assert render([], "jsonl") == ""
    (draft,) = loaded(examples.report())
    assert draft["claims"] == []
