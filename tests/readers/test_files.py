import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.config import Limits
from factcheck.readers import read, walk
from factcheck.readers.files import contents, decode
from factcheck.schema import Document, Refusal

from .conftest import Reading


def names(root: Path) -> list[str]:
    return [
        f"{found.path} {found.code}" if isinstance(found, Refusal) else found[1]
        for found in walk(root)
    ]


def test_a_folder_is_walked_in_order_and_everything_is_named(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("Ten.")
    root = tmp_path / "root"
    (root / "b" / "c").mkdir(parents=True)
    for name in ("z.txt", "a.txt", "b/c/d.txt", "b/a.bin", ".hidden"):
        (root / name).write_text("Ten.")
    (root / ".git").mkdir()
    (root / ".git" / "x.txt").write_text("Ten.")
    (root / "link.txt").symlink_to(outside / "secret.txt")
    (root / "inside.txt").symlink_to(root / "a.txt")
    (root / "loop").symlink_to(root)
    (root / "broken.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(root / "pipe.txt")
    assert names(root) == [
        ".git skipped-hidden",
        ".hidden skipped-hidden",
        "a.txt",
        "b/a.bin",
        "b/c/d.txt",
        "broken.txt skipped-link",
        "inside.txt skipped-link",
        "link.txt skipped-link",
        "loop skipped-link",
        "pipe.txt skipped-special",
        "z.txt",
    ]


def test_a_file_or_link_named_by_the_user_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ten.")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    assert names(tmp_path / "a.txt") == ["a.txt"]
    assert names(tmp_path / "link.txt") == ["link.txt"]
    assert names(tmp_path / "none.txt")[0].endswith("none.txt missing")


def test_names_that_are_no_utf8_can_be_written(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Ten.")
    assert names(tmp_path) == ["caf\\xe9.txt"]


@pytest.mark.skipif(os.getuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Ten.")
    path.chmod(0)
    assert isinstance(refused := contents(path, "a.txt", Limits()), Refusal)
    assert refused.code == "unreadable"


def test_a_folder_that_cannot_be_listed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b.txt").write_text("Ten.")
    listed = Path.iterdir

    def denied(path: Path) -> Iterator[Path]:
        if path.name == "a":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", denied)
    assert names(tmp_path) == ["a unreadable", "b.txt"]


def test_an_error_of_the_system_is_a_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Ten.")

    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)
    (refused,) = read(path, name="a.txt", fields={}, limits=Limits())
    assert isinstance(refused, Refusal)
    assert (refused.path, refused.code) == ("a.txt", "unreadable")
    assert "Permission denied" in refused.reason


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".json", ".jsonl", ".csv"])
def test_links_pipes_folders_and_missing_files(tmp_path: Path, suffix: str) -> None:
    target = tmp_path / "target"
    target.write_text('{"text": "Ten."}')
    (tmp_path / f"link{suffix}").symlink_to(target)
    os.mkfifo(tmp_path / f"pipe{suffix}")
    (tmp_path / f"folder{suffix}").mkdir()
    codes = {}
    for stem in ("link", "pipe", "folder", "none", "nul\0"):
        name = f"{stem}{suffix}"
        (refused,) = read(tmp_path / name, name=name, fields={}, limits=Limits())
        assert isinstance(refused, Refusal)
        codes[stem] = refused.code
    assert codes == {
        "link": "skipped-link",
        "pipe": "skipped-special",
        "folder": "skipped-special",
        "none": "missing",
        "nul\0": "unreadable",
    }


def test_an_unknown_suffix(reading: Reading) -> None:
    (refused,) = reading("a.xyz", "Ten.")
    assert isinstance(refused, Refusal)
    assert refused.code == "unknown-format"
    assert ".txt" in refused.reason


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding(reading: Reading, mark: str) -> None:
    (found,) = reading("a.txt", "Ten ships: “five”.".encode(mark))
    assert isinstance(found, Document)
    assert found.text == "Ten ships: “five”."
    assert not found.notices


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("José Muñoz spent €5 million on repairs, the ministry said — “too much”.", "cp1252"),
        ("Министр сказал, что 240 000 человек покинули свои дома за четыре года.", "cp1251"),
    ],
)
def test_other_encodings_come_with_a_notice(text: str, encoding: str) -> None:
    result = decode(text.encode(encoding), "a.txt", Limits())
    assert not isinstance(result, Refusal)
    assert result[0] == text
    assert [notice.code for notice in result[1]] == ["encoding"]
    assert encoding in result[1][0].message


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        ("\u00a0\n".encode(), "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"Ten\0 ships", "binary"),
        (b"\x89PNG\r\n\x1a\n\xff\xfe", "binary"),
        ("Ten ships".encode("utf-16-le"), "binary"),
        (b"x" * 101, "too-large"),
    ],
)
def test_what_is_no_text_is_refused(reading: Reading, data: bytes, code: str) -> None:
    (refused,) = reading("a.txt", data, Limits(max_file_bytes=100))
    assert isinstance(refused, Refusal)
    assert refused.code == code


def test_too_many_characters(reading: Reading) -> None:
    (refused,) = reading("a.txt", "x" * 101, Limits(max_characters=100))
    assert isinstance(refused, Refusal)
    assert refused.code == "too-large"
    assert "max_characters" in refused.reason
