"""The table as pandas reads it."""

import io

import pandas as pd

from factcheck.report import Layout, Listing, encode
from factcheck.report.sheet import COLUMNS
from factcheck.schema import Refusal
from tests.report import examples


def test_pandas_reads_one_line_a_claim() -> None:
    data = encode([examples.report(*examples.verdicts())], "csv")
    table = pd.read_csv(io.BytesIO(data))
    assert list(table.columns) == list(COLUMNS)
    assert table["verdict"].value_counts().to_dict() == {
        "unsupported": 4,
        "conflicting": 2,
        "corroborated": 1,
    }
    first = table.iloc[0]
    assert (first["line"], first["claim"], first["confidence"]) == (1, "GBP 40 million", 0.97)
    assert first["value"] == "money: GBP 40 million"
    assert first["source_path"] == "minutes/council.txt"
    assert (first["source_line"], first["source_date"]) == (8, "2019-06-11")
    for _, row in table.iterrows():
        assert examples.TEXT[row["start"] : row["end"]] == row["claim"]


def test_spreadsheets_are_told_that_it_is_utf_8() -> None:
    assert encode([examples.report()], "csv").startswith(b"\xef\xbb\xbfpath,line,")


def test_refused_drafts_and_listed_claims_have_the_same_columns() -> None:
    claims = tuple(verdict.claim for verdict in examples.verdicts())
    data = encode(
        [Refusal("x.bin", "binary", "No text."), Listing(examples.document(), None, claims)], "csv"
    )
    table = pd.read_csv(io.BytesIO(data))
    assert list(table["verdict"].fillna("")) == ["refused", *[""] * 7]
    assert (table["reason"][0], table["explanation"][0]) == ("binary", "No text.")


def test_only_keeps_a_verdict() -> None:
    report = examples.report(*examples.verdicts())
    table = pd.read_csv(io.BytesIO(encode([report], "csv", Layout(only="conflicting"))))
    assert set(table["verdict"]) == {"conflicting"}
