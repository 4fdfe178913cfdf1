"""The labelled drafts hold together: every claim stands in its draft, every note says its words."""

import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest

from factcheck.schema import ClaimKind, Label, Reason, Remark

ROOT = Path(__file__).parent.parent
FOLDERS = [
    ROOT / "corpora" / "syria-2015",
    *sorted(path.parent for path in (ROOT / "tests").glob("cases*/*/expected.toml")),
]
KEYS = {"text", "line", "kind", "verdict", "reason", "note", "holds", "also", "remarks"}


def claims(folder: Path) -> list[dict[str, Any]]:
    table: list[dict[str, Any]] = tomllib.loads((folder / "expected.toml").read_text("utf-8"))[
        "claim"
    ]
    return table


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.name))
def test_every_claim_stands_on_its_line_in_order(folder: Path) -> None:
    lines = (folder / "draft.md").read_text("utf-8").split("\n")
    table = claims(folder)
    assert [claim["line"] for claim in table] == sorted(claim["line"] for claim in table)
    for claim in table:
        assert claim["text"] in lines[claim["line"] - 1], claim


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.name))
def test_every_note_exists_and_holds_the_deciding_words(folder: Path) -> None:
    for claim in claims(folder):
        named = [claim["note"], *claim.get("also", []), *claim.get("never", [])]
        missing = [name for name in named if name and not (folder / "notes" / name).is_file()]
        assert not missing, claim
        if claim["note"]:
            assert claim["holds"] in (folder / "notes" / claim["note"]).read_text("utf-8"), claim
        assert bool(claim["note"]) == bool(claim.get("holds")), claim


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.name))
def test_the_tables_use_the_product_s_words(folder: Path) -> None:
    for claim in claims(folder):
        assert set(claim) <= KEYS | {"never", "mutation"}
        assert claim["kind"] in get_args(ClaimKind)
        assert claim["verdict"] in get_args(Label)
        assert claim["reason"] in get_args(Reason)
        assert set(claim.get("remarks", [])) <= set(get_args(Remark))
        if claim["verdict"] == "corroborated":
            assert claim["note"] not in claim.get("never", []), claim


def test_the_cases_are_many_and_half_of_them_edited() -> None:
    cases = [claim for folder in FOLDERS[1:] for claim in claims(folder)]
    edited = [claim for claim in cases if "mutation" in claim]
    assert len(cases) >= 60
    assert 0.4 <= len(edited) / len(cases) <= 0.6


def test_the_sample_draft_says_first_that_it_holds_errors() -> None:
    lines = (FOLDERS[0] / "draft.md").read_text("utf-8").split("\n")
    body = lines[lines.index("---", 1) + 1 :]
    first = next(line for line in body if line)
    assert "deliberate errors" in first
    assert "demonstration" in first
