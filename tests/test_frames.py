"""A report as a data frame."""

import json

import pandas as pd

from factcheck.frames import report_frame
from factcheck.report import render
from tests.report import examples

REPORT = examples.report(*examples.verdicts())


def test_one_row_a_claim_with_the_fields_of_the_json() -> None:
    frame = report_frame(REPORT)
    (draft,) = json.loads(render([REPORT], "json"))
    same = ["id", "kind", "start", "end", "line", "text", "sentence", "verdict", "reason"]
    assert frame[same].to_dict("records") == [
        {key: claim[key] for key in same} for claim in draft["claims"]
    ]
    assert set(frame["path"]) == {"budget.md"}
    assert frame["remarks"][1] == ["newer-figure"]
    assert (frame["value"][0]["type"], frame["value"][0]["unit"]) == ("quantity", "GBP")


def test_the_deciding_passage_stands_beside_the_claim() -> None:
    first = report_frame(REPORT).iloc[0]
    assert first["evidence_document"] == "minutes/council.txt"
    assert first["evidence_date"] == pd.Timestamp(2019, 6, 11)
    assert first["evidence_line"] == 8
    assert "GBP 46 million" in first["evidence_text"]


def test_a_claim_without_evidence_has_missing_values() -> None:
    frame = report_frame(REPORT)
    columns = [name for name in frame.columns if name.startswith("evidence_")]
    assert frame.loc[3, columns].isna().all()


def test_types_do_not_depend_on_the_claims() -> None:
    full, empty = report_frame(REPORT), report_frame(examples.report())
    assert len(empty) == 0
    assert list(full.columns) == list(empty.columns)
    for name in set(full.columns) - {"kind", "verdict", "reason", "evidence_relation"}:
        assert full[name].dtype == empty[name].dtype
    assert full["evidence_date"].dtype.kind == "M"


def test_it_counts_and_filters_as_one_expects() -> None:
    frame = report_frame(REPORT)
    assert frame["verdict"].value_counts().to_dict() == {
        "unsupported": 4,
        "conflicting": 2,
        "corroborated": 1,
    }
    assert list(frame.query("verdict == 'corroborated'")["line"]) == [3]
