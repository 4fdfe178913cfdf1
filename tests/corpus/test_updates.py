"""Renames, parts of sources, and builds that end in between."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

import pytest

from factcheck import corpus
from factcheck.corpus import building
from factcheck.embed import Vectors
from factcheck.errors import IndexMissingError, ModelError, UsageError
from factcheck.index import Index, verify
from tests.corpus.place import ESSEL, NORWICK, Place, numbers

RECORDS = [f'{{"id": "{n}", "text": "House {n} stood in Norwick."}}\n' for n in range(4)]


def names(place: Place) -> list[str]:
    with Index.open(place.index) as opened:
        return [origin.id for origin in opened.documents()]


def never(*_: object, **__: object) -> NoReturn:
    pytest.fail("a known document was read anew")


@pytest.fixture
def archive(place: Place) -> Place:
    """Two folders, of which one is new to the index."""
    place.write(old_in_a__txt=NORWICK)
    place.build()
    place.write(new_in_b__txt=ESSEL, old_in_c__txt="It was cold in Essel.")
    return place


# --- renamed documents -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rename", "expected"),
    [
        ({"a.txt": "deep/er.txt"}, ["b.txt", "deep/er.txt"]),
        ({"a.txt": "z.txt", "b.txt": "a.txt"}, ["a.txt", "z.txt"]),
    ],
)
def test_renamed_files_are_recognised(
    built: Place, rename: dict[str, str], expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "segment", never)
    (built.sources / "deep").mkdir()
    for name, other in rename.items():
        (built.sources / name).rename(built.sources / other)
    result = built.build()
    assert (result.encoded, result.added, result.removed) == (0, 0, 0)
    assert result.renamed + result.unchanged == 2
    assert names(built) == expected
    assert verify(built.index) == []
    assert built.build().unchanged == 2


def test_renamed_records_are_recognised(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.write(a__jsonl="".join(RECORDS))
    place.build()
    monkeypatch.setattr(building, "segment", never)
    (place.sources / "a.jsonl").rename(place.sources / "b.jsonl")
    assert place.build().renamed == 4
    assert names(place) == [f"b.jsonl#{n}" for n in range(4)]
    assert verify(place.index) == []


def test_records_that_move_on_keep_their_vectors(place: Place) -> None:
    unnamed = [record.replace('"id"', '"key"') for record in RECORDS]
    place.write(a__jsonl="".join(unnamed[1:]))
    place.build()
    place.write(a__jsonl="".join(unnamed))
    place.build()
    assert place.embedder.texts == ["House 0 stood in Norwick."]
    assert [text for _, _, text, _ in place.held()] == [
        f"House {n} stood in Norwick." for n in range(4)
    ]
    assert verify(place.index) == []


def test_a_file_of_another_format_is_read_anew(built: Place) -> None:
    (built.sources / "a.txt").rename(built.sources / "a.md")
    assert built.build().added == 1


def test_a_copy_is_read_and_the_first_is_kept(built: Place) -> None:
    shutil.copy(built.sources / "b.txt", built.sources / "a copy.txt")
    result = built.build()
    assert (result.added, result.unchanged, result.encoded) == (1, 2, 0)
    assert names(built) == ["a copy.txt", "a.txt", "b.txt"]


def test_an_id_twice_in_one_file_is_told_and_both_are_kept(place: Place) -> None:
    place.write(a__jsonl=RECORDS[0] + RECORDS[0].replace("House 0", "Another house"))
    for _ in range(2):
        result = place.build()
        assert [notice.code for notice in result.notices] == ["duplicate-id"]
        assert [name for name, *_ in place.held()] == ["a.jsonl#0", "a.jsonl#0~2"]


# --- parts -----------------------------------------------------------------------------------


def test_adding_a_folder_of_a_source_reads_that_folder_alone(archive: Place) -> None:
    result = archive.add("new")
    assert (result.documents, result.added, result.unchanged) == (2, 1, 0)
    assert archive.embedder.texts == [ESSEL.strip()]
    assert names(archive) == ["new/b.txt", "old/a.txt"]
    assert archive.add("old/c.txt").added == 1
    assert names(archive) == ["new/b.txt", "old/a.txt", "old/c.txt"]


def test_what_is_refused_in_a_part_has_its_whole_name(archive: Place) -> None:
    (archive.sources / "new/e.txt").write_bytes(b"\0\1")
    (archive.sources / "new/link.txt").symlink_to(archive.sources / "old/a.txt")
    refused = [refusal.path for refusal in archive.add("new").refusals]
    assert refused == ["new/link.txt", "new/e.txt"]


def test_a_build_after_adding_finds_all_as_it_would_be(archive: Place, tmp_path: Path) -> None:
    archive.add("new", "old")
    before = archive.state()
    assert archive.build().unchanged == 3
    assert archive.state() == before
    archive.index = tmp_path / "fresh"
    archive.build()
    assert archive.state() == before


def test_what_left_an_added_folder_leaves_the_index(archive: Place) -> None:
    archive.add("new", "old")
    (archive.sources / "old/a.txt").unlink()
    (archive.sources / "new/b.txt").unlink()
    result = archive.add("old")
    assert (result.removed, result.documents) == (1, 2)
    assert names(archive) == ["new/b.txt", "old/c.txt"]


def test_a_further_source_is_kept_by_later_builds(built: Place, tmp_path: Path) -> None:
    more = tmp_path / "more"
    more.mkdir()
    (more / "a.txt").write_text(ESSEL)
    result = built.add(str(more))
    assert names(built) == ["a.txt", "a.txt~2", "b.txt"]
    assert [notice.code for notice in result.notices] == ["duplicate-id"]
    again = corpus.build((), built.index, built.embedder, extract=numbers)
    assert (again.documents, again.unchanged + again.renamed) == (3, 3)
    assert built.build().removed == 1


def test_the_folder_above_a_source_is_refused(built: Place, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a source of the index already"):
        built.add(str(tmp_path))


def test_adding_needs_an_index_of_the_same_model(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.write(a__txt=NORWICK)
    with pytest.raises(IndexMissingError):
        place.add(".")
    assert not place.index.exists()
    place.build()
    monkeypatch.setattr(type(place.embedder), "digest", "f" * 64)
    with pytest.raises(ModelError):
        place.add(".")


def test_a_folder_with_both_can_be_moved(built: Place, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    for folder in (built.sources, built.index):
        shutil.move(folder, moved)
    place = Place(moved)
    assert place.build().unchanged == 2
    assert corpus.build((), place.index, place.embedder, extract=numbers).unchanged == 2


def test_the_fields_of_records_are_remembered(place: Place) -> None:
    place.write(a__jsonl='{"id": "1", "body": "Rain fell on Essel."}\n')
    built = corpus.build(
        [place.sources], place.index, place.embedder, extract=numbers, fields={"text": "body"}
    )
    assert built.documents == 1
    assert place.build().unchanged == 1
    place.write(b__jsonl='{"id": "2", "body": "It was cold."}\n')
    assert place.add("b.jsonl").added == 1


# --- ended in between ------------------------------------------------------------------------


def interrupt_after(place: Place, monkeypatch: pytest.MonkeyPatch, turns: int) -> None:
    """Keep what is done at every turn, and let Ctrl-C come with a later one."""
    monkeypatch.setattr(building, "_TEXTS_AT_ONCE", 1)
    monkeypatch.setattr(building, "_KEPT_AFTER", 1)
    real = place.embedder.encode

    def encode(texts: Sequence[str]) -> Vectors:
        if len(place.embedder.texts) >= turns:
            raise KeyboardInterrupt
        return real(texts)

    monkeypatch.setattr(place.embedder, "encode", encode)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda _: None, id="first build"),
        pytest.param(lambda place: place.build(), id="unchanged"),
        pytest.param(
            lambda place: (place.build(), (place.sources / "a.txt").unlink()), id="with removed"
        ),
    ],
)
def test_an_interrupted_build_keeps_what_is_done_and_goes_on(
    place: Place,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    change: Callable[[Place], object],
) -> None:
    place.write(a__txt=NORWICK, b__txt=ESSEL)
    change(place)
    place.write(m__jsonl="".join(RECORDS), b__txt="It was cold in Essel.")
    with monkeypatch.context() as patch:
        interrupt_after(place, patch, 3)
        with pytest.raises(KeyboardInterrupt):
            place.build()
    with Index.open(place.index) as opened:
        assert opened.info.unfinished == ("../notes",)
        assert [notice.code for notice in opened.notices] == ["unfinished-index"]
    assert verify(place.index) == []
    kept = len(place.held())
    assert kept >= 2
    result = place.build()
    assert result.encoded <= 7 - 3
    with Index.open(place.index) as opened:
        assert opened.notices == ()
    state = place.state()
    place.index = tmp_path / "fresh"
    place.build()
    assert place.state() == state


def test_a_document_whose_id_was_taken_before_the_end_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Place(tmp_path)
    place.write(two_in_a__txt=ESSEL, two_in_b__txt="It was cold.")
    folders = [place.sources / "one", place.sources / "two"]
    place.build(folders[1])
    place.write(one_in_a__txt=NORWICK, one_in_b__txt="It was warm.")
    with monkeypatch.context() as patch:
        interrupt_after(place, patch, 2)
        with pytest.raises(KeyboardInterrupt):
            place.build(*folders)
    assert verify(place.index) == []
    place.build(*folders)
    state = place.state()
    assert names(place) == ["a.txt", "a.txt~2", "b.txt", "b.txt~2"]
    place.index = tmp_path / "fresh"
    place.build(*folders)
    assert place.state() == state


def test_adding_clears_only_its_own_mark(archive: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        interrupt_after(archive, patch, 1)
        archive.write(new_in_d__txt="A bridge fell.")
        with pytest.raises(KeyboardInterrupt):
            archive.add("new")
    with Index.open(archive.index) as opened:
        assert opened.info.unfinished == ("../notes/new",)
    archive.add("old")
    with Index.open(archive.index) as opened:
        assert opened.info.unfinished == ("../notes/new",)
    archive.add("new")
    with Index.open(archive.index) as opened:
        assert opened.info.unfinished == ()


def test_fresh_builds_give_the_same_bytes(place: Place) -> None:
    place.write(**{f"n{n}__txt": f"{NORWICK} Number {n} came." for n in range(40)})
    written = []
    for name in ("one", "two"):
        place.index = place.index.with_name(name)
        place.build()
        written.append({file.name: file.read_bytes() for file in place.index.iterdir()})
    assert written[0] == written[1]
