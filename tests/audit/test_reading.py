"""The archive as a stream: places, order, and files that end their reader."""

from pathlib import Path

import pytest

from factcheck.audit.archive import Progress, Unit, entries, units
from factcheck.audit.options import ReadingJob, decode, in_bytes
from factcheck.audit.places import files, roots
from factcheck.config import Audits, Limits
from factcheck.schema import Document, Refusal


def names(*places: Path, without: tuple[Path, ...] = ()) -> list[str]:
    return [
        found.path if isinstance(found, Refusal) else found[1] for found in files(places, without)
    ]


def job(*places: Path, **audits: int) -> ReadingJob:
    return ReadingJob(in_bytes(places), (), {}, Limits(), Audits(**audits))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a/1.txt", "a/2.txt", "b/1.txt", "b/.hidden"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Some 5 people fled.")
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_below_a_lone_place_names_are_those_of_an_index() -> None:
    assert names(Path("a")) == ["1.txt", "2.txt"]
    assert names(Path("a/1.txt")) == ["1.txt"]


@pytest.mark.usefixtures("folder")
def test_below_several_places_names_begin_with_them() -> None:
    assert names(Path("b"), Path("a/2.txt")) == ["b/.hidden", "b/1.txt", "a/2.txt"]
    assert names(Path("*/1.txt")) == ["a/1.txt", "b/1.txt"]
    assert names(Path("a"), Path("a/1.txt"), Path("./a")) == ["a/1.txt", "a/2.txt"]


@pytest.mark.usefixtures("folder")
def test_a_folder_can_be_passed_over() -> None:
    assert names(Path(), without=(Path("b"),)) == ["a/1.txt", "a/2.txt", "b/.hidden"]


def test_a_name_with_a_star_in_it_is_itself(tmp_path: Path) -> None:
    (tmp_path / "a*").write_text("5")
    (tmp_path / "ab").write_text("5")
    assert list(roots(tmp_path / "a*")) == [tmp_path / "a*"]


def test_documents_and_refusals_come_in_order(folder: Path) -> None:
    progress = Progress()
    found = list(entries(job(folder / "b"), progress))
    assert [entry.is_document for entry in found] == [False, True]
    assert decode(found[1].content, Document).text == "Some 5 people fled."
    assert b"skipped-hidden" in found[0].content
    assert (progress.total, progress.done) == (19, 19)


def test_a_file_that_ends_its_reader_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    for name, text in {"a.txt": "5", "b.md": "1. a\n" * 100_000, "c.txt": "5"}.items():
        (tmp_path / name).write_text(text)
    found = list(entries(job(tmp_path, seconds=1), Progress()))
    assert [entry.is_document for entry in found] == [True, False, True]
    assert b"timed-out" in found[1].content


def test_units_are_bounded_by_documents_and_by_bytes(folder: Path) -> None:
    found = list(entries(job(folder), Progress()))
    cut = [len(unit.entries) for unit in units(found, Audits(unit_documents=3))]
    assert cut == [3, 1]
    assert [len(unit.entries) for unit in units(found, Audits(unit_bytes=1))] == [1] * 4
    assert [unit.number for unit in units(found, Audits(unit_bytes=1))] == [0, 1, 2, 3]


def test_the_key_of_a_unit_tells_all_that_its_results_depend_on(folder: Path) -> None:
    one, two = list(entries(job(folder / "a"), Progress()))
    keys = {Unit(0, held).key(base) for held in ((one,), (two,), (one, two)) for base in "ab"}
    assert len(keys) == 6
    assert Unit(5, (one,)).key("a") == Unit(0, (one,)).key("a")
