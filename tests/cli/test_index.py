"""`factcheck index`: what it says and how it exits."""

from pathlib import Path

import pytest

from factcheck import corpus
from tests.cli.conftest import Run

NORWICK = "The flood killed 12 people in Norwick on 3 May 2016."
BUILD = ("index", "build", "notes", "--index", "made", "--model", "hashing")


@pytest.fixture
def built(run: Run, folder: Path) -> Path:
    """Build the index `made` of the folder `notes`."""
    (folder / "notes/new").mkdir(parents=True)
    (folder / "notes/a.txt").write_text(f"Date: 2016-05-04\n\n{NORWICK}\n")
    (folder / "notes/b.txt").write_text("It was cold in Essel.\n")
    assert run(*BUILD)[0] == 0
    return folder


def test_building_says_what_was_done(run: Run, built: Path) -> None:
    code, out, err = run(*BUILD)
    assert (code, err) == (0, "")
    assert out.startswith("made: 2 documents, 2 passages, ")
    assert out.endswith("; 2 unchanged; 0 texts encoded\n")
    (built / "notes/a.txt").rename(built / "notes/c.txt")
    (built / "notes/b.txt").unlink()
    (built / "notes/new/d.txt").write_text("The bridge fell.")
    out = run("index", "build", "--index", "made")[1]
    assert out.endswith("; 1 new, 1 renamed, 1 gone; 1 text encoded\n")


def test_adding_a_folder(run: Run, built: Path) -> None:
    (built / "notes/new/d.txt").write_text("The bridge fell.")
    code, out, err = run("index", "add", "notes/new", "--index", "made")
    assert (code, err) == (0, "")
    assert out.startswith("made: 3 documents, 3 passages, ")
    assert out.endswith("; 1 new; 1 text encoded\n")
    assert run("index", "build", "--index", "made")[1].endswith("; 3 unchanged; 0 texts encoded\n")


def test_taking_out_names_what_left(run: Run, built: Path) -> None:
    del built
    assert run("index", "rm", "a.*", "--index", "made") == (
        0,
        "a.txt\nmade: 1 document taken out\n",
        "",
    )
    code, out, err = run("index", "rm", "a.*", "--index", "made")
    assert (code, out) == (2, "")
    assert "No document of the index made matches a.*." in err


def test_a_long_list_is_cut(run: Run, built: Path) -> None:
    for number in range(25):
        (built / f"notes/new/{number:02}.txt").write_text(f"House {number} fell.")
    run("index", "build", "--index", "made")
    lines = run("index", "rm", "new/*", "--index", "made")[1].splitlines()
    assert lines[0] == "new/00.txt"
    assert lines[-2:] == ["... and 5 more", "made: 25 documents taken out"]


def test_verifying(run: Run, built: Path) -> None:
    assert run("index", "verify", "--index", "made") == (0, "made: whole\n", "")
    (file,) = (built / "made").glob("*.faiss")
    file.write_bytes(b"")
    code, out, err = run("index", "verify", "--index", "made")
    assert (code, out) == (2, "")
    assert "The index made is damaged: the vectors file" in err
    assert "factcheck index build --index made" in err
    assert run("index", "build", "--index", "made")[0] == 0
    assert run("index", "verify", "--index", "made")[0] == 0


def test_info_tells_dates_size_and_sources(run: Run, built: Path) -> None:
    rows = dict(
        line.split(maxsplit=1) for line in run("index", "info", "--index", "made")[1].splitlines()
    )
    assert rows["documents"] == "2"
    assert rows["oldest"] == rows["newest"] == "2016-05-04"
    assert rows["size"].endswith(" bytes a passage")
    assert rows["source"] == "notes: 2 documents, 2016-05-04 to 2016-05-04, up to date"
    (built / "notes/new/d.txt").write_text("The bridge fell.")
    out = run("index", "info", "--index", "made")[1]
    assert out.endswith(", changed since (files: 1 new)\n")
    (built / "notes").rename(built / "elsewhere")
    assert run("index", "info", "--index", "made")[1].endswith(", not here\n")


@pytest.mark.parametrize(
    ("existing", "says"), [(True, "goes on from there"), (False, "Nothing was")]
)
def test_ctrl_c_says_how_to_go_on(
    run: Run, built: Path, monkeypatch: pytest.MonkeyPatch, existing: bool, says: str
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(corpus, "build", interrupt)
    monkeypatch.setattr(corpus, "add", interrupt)
    name = "made" if existing else "another"
    code, out, err = run("index", "build", "notes", "--index", name, "--model", "hashing")
    assert (code, out) == (130, "")
    assert says in err
    if existing:
        assert run("index", "add", str(built / "notes"), "--index", name)[0] == 130


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (
            "build --index nowhere",
            "Name its sources: factcheck index build SOURCE... --index nowhere",
        ),
        ("add notes --index nowhere", "There is no index at nowhere."),
        ("rm * --index nowhere", "There is no index at nowhere."),
        ("verify --index nowhere", "There is no index at nowhere."),
        ("add nowhere --index made", "There is no file or folder nowhere."),
        ("build nowhere --index made", "There is no file or folder nowhere."),
        ("rm * --index made", "Every document of the index made matches"),
    ],
)
def test_what_cannot_be_done_is_told(run: Run, built: Path, command: str, says: str) -> None:
    del built
    code, out, err = run("index", *command.split())
    assert (code, out) == (2, "")
    assert says in err
