"""A data frame in, a data frame of claims out."""

from pathlib import Path

import pandas as pd

from factcheck.audit import Options, audit_frame


def test_rows_are_documents_and_claims_come_back_as_rows(index: Path) -> None:
    frame = pd.DataFrame({
        "id": ["a", "b", "c"],
        "date": [pd.Timestamp("2015-06-14"), pd.NaT, pd.Timestamp("2015-06-14")],
        "body": [
            "The flood in Norland has killed 350 people.",
            None,
            "The ship carried 40 tonnes of grain. Ana Reyes is the mayor of Essel.",
        ],
    })  # fmt: skip
    found = audit_frame(frame, index, options=Options(fields={"text": "body"}))
    assert list(found.document) == ["frame#a", "frame#c", "frame#c"]
    assert list(found.kind) == ["quantity", "quantity", "role"]
    assert found.verdict[0] == "corroborated"
    assert found.evidence_document[0] == "2015/later.txt"
    assert found.date[0] == pd.Timestamp("2015-06-14")


def test_a_frame_without_a_text_has_no_claims(index: Path) -> None:
    assert audit_frame(pd.DataFrame({"title": ["x"]}), index).empty
