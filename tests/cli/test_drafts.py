"""The drafts a path names: a file, a folder, a pattern."""

from pathlib import Path

import pytest

from factcheck.cli.drafts import read_drafts
from factcheck.config import Limits
from factcheck.schema import Document, Refusal


@pytest.fixture(autouse=True)
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("desk/b.txt", "desk/in/a.md", "desk/.hidden.txt", "desk/picture.jpg", "[1].txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Some 96 fled.", encoding="utf-8")
    (tmp_path / "empty").mkdir()


def named(path: str) -> list[str]:
    return [
        f"{found.path} {found.code}" if isinstance(found, Refusal) else found.origin.path
        for found in read_drafts(path, Limits())
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("desk/b.txt", ["desk/b.txt"]),
        ("desk", ["desk/b.txt", "desk/in/a.md", "desk/picture.jpg unknown-format"]),
        ("desk/", ["desk/b.txt", "desk/in/a.md", "desk/picture.jpg unknown-format"]),
        ("desk/*.txt", ["desk/b.txt"]),
        ("desk/**/*.[mt]*", ["desk/b.txt", "desk/in/a.md"]),
        ("[1].txt", ["[1].txt"]),  # a file of that name comes before the pattern
        ("*.none", ["*.none missing"]),
        ("none.txt", ["none.txt missing"]),
        ("empty", ["empty empty"]),
    ],
)
def test_a_path_names_files(path: str, expected: list[str]) -> None:
    assert named(path) == expected


def test_a_draft_keeps_the_name_it_was_given() -> None:
    [draft] = read_drafts("./desk/b.txt", Limits())
    assert isinstance(draft, Document)
    assert draft.origin.path == "./desk/b.txt"
