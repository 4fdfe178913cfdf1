import os
import shutil
from pathlib import Path

import pytest

from factcheck import corpus
from factcheck.corpus import Change
from factcheck.index import Index
from tests.corpus.place import ESSEL, NORWICK, Place


def changes(place: Place) -> tuple[Change, ...]:
    with Index.open(place.index) as opened:
        return corpus.changes(opened)


def test_nothing_changed_is_nothing_to_tell(built: Place) -> None:
    assert changes(built) == ()
    with Index.open(built.index) as opened:
        assert corpus.notices(opened) == ()


def test_changed_new_and_gone_files_are_counted(built: Place) -> None:
    built.write(a__txt=NORWICK + "More.", c__txt=ESSEL, deep_in_d__txt=ESSEL)
    (built.sources / "b.txt").unlink()
    assert changes(built) == (Change("../notes", changed=1, new=2, gone=1),)
    built.build()
    assert changes(built) == ()


def test_a_touched_file_may_have_changed_until_it_is_built_again(built: Place) -> None:
    os.utime(built.sources / "a.txt", ns=(0, 0))
    assert changes(built) == (Change("../notes", changed=1, new=0, gone=0),)
    assert built.build().unchanged == 2
    assert changes(built) == ()


def test_no_file_is_opened(built: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    built.write(a__txt="Another text.")
    opened = Index.open(built.index)

    def fail(*_: object, **__: object) -> None:
        raise AssertionError

    for name in ("open", "read_bytes", "read_text"):
        monkeypatch.setattr(Path, name, fail)
    monkeypatch.setattr(os, "open", fail)
    found = corpus.changes(opened)
    monkeypatch.undo()
    opened.close()
    assert len(found) == 1


def test_a_refused_file_is_not_new_each_time(built: Place) -> None:
    (built.sources / "c.pages").write_bytes(b"no format that is read")
    (built.sources / "d.txt").write_text("")
    built.build()
    assert changes(built) == ()


def test_an_index_below_its_source_is_no_change(place: Place) -> None:
    place.write(a__txt=NORWICK)
    place.index = place.sources / "index"
    place.build()
    assert changes(place) == ()


def test_what_was_taken_out_is_no_change(built: Place) -> None:
    corpus.remove(["a.txt"], built.index)
    assert changes(built) == ()


def test_a_source_that_is_not_here_is_passed_over(built: Place, tmp_path: Path) -> None:
    shutil.move(built.sources, tmp_path / "elsewhere")
    assert changes(built) == ()


def test_the_notice_names_no_path(built: Place, tmp_path: Path) -> None:
    built.write(c__txt=ESSEL)
    with Index.open(built.index) as opened:
        (notice,) = corpus.notices(opened)
    assert notice.code == "sources-changed"
    assert notice.message.startswith("The source notes has changed since the index was built (")
    assert "(files: 1 new)" in notice.message
    assert str(tmp_path) not in notice.message


def test_the_files_looked_at_are_those_that_are_read(place: Place) -> None:
    place.write(a__txt=NORWICK, deep_in_b__txt=ESSEL, deep_in_er_in_c__txt=ESSEL)
    for name in (".hidden.txt", ".folder/d.txt", "caf\udce9.txt", "naïve.txt"):
        file = place.sources / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("It was cold.")
    (place.sources / "link.txt").symlink_to(place.sources / "a.txt")
    (place.sources / "linked").symlink_to(place.sources / "deep")
    os.mkfifo(place.sources / "pipe.txt")
    place.build()
    assert len({name for name, *_ in place.held()}) == 5
    assert changes(place) == ()


def test_one_file_as_a_source(place: Place) -> None:
    place.write(a__txt=NORWICK)
    place.build(place.sources / "a.txt")
    assert changes(place) == ()
    place.write(a__txt=ESSEL)
    assert changes(place) == (Change("../notes/a.txt", changed=1, new=0, gone=0),)
