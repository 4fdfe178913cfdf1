"""The commands over the real rooms, with the model that needs no files."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck import index
from factcheck.cli import main
from factcheck.embed import HASHING, HashingEmbedder
from factcheck.pipeline import MAX_EVIDENCE

CASE = Path(__file__).parent.parent / "golden" / "floods"
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the notes, the draft and an index `indices/floods`."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(CASE / "notes", folder / "notes")
    shutil.copy(CASE / "draft.md", folder / "draft.md")
    subprocess.run(
        [*factcheck(), "index", "build", "notes", "--index", "indices/floods", "--model", HASHING],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    return folder


@pytest.fixture
def desk(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a copy of that folder."""
    shutil.copytree(built, tmp_path / "desk")
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


@pytest.fixture
def run(desk: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Return a function that runs a command: its exit code, stdout and stderr."""
    del desk

    def command(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        written = capsys.readouterr()
        return code, written.out, written.err

    return command


def factcheck() -> list[str]:
    return [sys.executable, "-m", "factcheck"]


def fails(result: tuple[int, str, str], line: str) -> bool:
    """Say whether the command ended with 2 and this one line on stderr."""
    code, out, errors = result
    return (code, out, errors.count("\n")) == (2, "", 1) and errors.startswith(f"factcheck: {line}")


def test_check_finds_the_conflict_and_names_the_place(run: Command) -> None:
    code, out, errors = run("check", "draft.md", "--index", "floods")
    assert (code, errors) == (1, "")
    assert "   8  CONFLICTING   value-differs" in out
    assert "a «GBP 40 million» grant" in out
    assert "council.txt:5, Regional Council of Oskava, 11 June 2019" in out
    assert out.splitlines()[-1].endswith("newest source: 1 day before the draft")


def test_building_again_encodes_nothing_and_info_counts(run: Command, desk: Path) -> None:
    arguments = ("index", "build", "notes", "--index", "indices/floods", "--model", HASHING)
    code, out, errors = run(*arguments)
    assert (code, errors) == (0, "")
    assert out.startswith("indices/floods: 6 documents, 10 passages, ")
    assert out.endswith("; 6 unchanged; 0 texts encoded\n")
    (desk / "notes" / "more.txt").write_text("Date: 12 June 2019\n\nIt rained.\n", encoding="utf-8")
    (desk / "notes" / "scan.txt").write_bytes(b"\x00\x01\x02")
    code, out, errors = run(*arguments)
    assert (code, errors) == (
        0,
        "factcheck: scan.txt: It is no text; save it as UTF-8 text. (binary)\n",
    )
    assert "7 documents, 11 passages" in out
    assert out.endswith("; 1 new, 6 unchanged, 1 refused or skipped; 1 text encoded\n")
    _, out, _ = run("index", "info", "--index", "floods")
    assert out.startswith("documents  7\npassages   11\n")
    assert "newest     2019-06-13\nmodel      hashing, 256 numbers" in out


def test_fields_of_records_are_named(run: Command, desk: Path) -> None:
    record = {"body": "The floods killed 23 people.", "published_at": "2019-06-20"}
    (desk / "records.jsonl").write_text(json.dumps(record), encoding="utf-8")
    build = ("index", "build", "records.jsonl", "--index", "x", "--model", HASHING)
    assert run(*build, "--fields", "text=body,date=published_at")[0] == 0
    assert "newest     2019-06-20" in run("index", "info", "--index", "x")[1]


def test_a_missing_index(run: Command) -> None:
    for command in (("check", "draft.md"), ("index", "info")):
        assert fails(
            run(*command, "--index", "nowhere"),
            "There is no index at nowhere. Build it: factcheck index build SOURCE... --index",
        )


def test_an_index_that_is_a_file(run: Command) -> None:
    said = "draft.md is a file, and an index is a folder. Name the folder that factcheck index"
    assert fails(run("check", "draft.md", "--index", "draft.md"), said)
    said = "The folder draft.md cannot be made: File exists. Name another folder with --index."
    assert fails(run("index", "build", "notes", "--index", "draft.md", "--model", HASHING), said)


def test_an_index_of_another_format(run: Command, desk: Path) -> None:
    connection = sqlite3.connect(desk / "indices" / "floods" / "index.sqlite")
    with connection:
        connection.execute("UPDATE settings SET value = '0.1' WHERE key = 'format'")
    connection.close()
    for command in (
        ("check", "draft.md", "--index", "floods"),
        ("index", "info", "--index", "floods"),
        ("index", "build", "notes", "--index", "floods", "--model", HASHING),
    ):
        result = run(*command)
        assert fails(result, "The index indices/floods is in another format (0.1) than this")
        assert result[2].endswith("factcheck index build SOURCE... --index indices/floods\n")


def test_an_empty_corpus(run: Command, desk: Path) -> None:
    (desk / "void").mkdir()
    into = ("--index", "x", "--model", HASHING)
    said = "Nothing could be read from void. Name a folder with texts;"
    assert fails(run("index", "build", "void", *into), said)
    assert fails(run("check", "draft.md", "--index", "x"), "There is no index at x.")
    said = "There is no file or folder nowhere."
    assert fails(run("index", "build", "void", "nowhere", *into), said)


def test_a_missing_model(run: Command, desk: Path) -> None:
    build = ("index", "build", "notes", "--index", "x", "--model", "nobody/nothing")
    assert fails(run(*build), "There is no model 'nobody/nothing' on this machine")
    with index.write(desk / "x", index.Model("nobody/nothing", "0" * 64, 256)):
        pass
    assert fails(run("check", "draft.md", "--index", "x"), "There is no model 'nobody/nothing'")


def test_another_model_than_the_one_of_the_index(run: Command, desk: Path) -> None:
    with index.write(desk / "x", index.Model(HASHING, "0" * 64, 256)):
        pass
    ours, again = HashingEmbedder.digest[:12], "factcheck index build SOURCE... --index x\n"
    result = run("check", "draft.md", "--index", "x")
    assert fails(result, f"The index x was built with the model hashing ({'0' * 12}); the one here")
    assert f"is hashing ({ours})." in result[2]
    assert result[2].endswith(again)
    result = run("index", "build", "notes", "--index", "x", "--model", HASHING)
    assert fails(result, f"The index x was built with the model hashing ({'0' * 12}), not hashing")
    assert f"({ours})." in result[2]
    assert result[2].endswith(again)


def test_a_damaged_index(run: Command, desk: Path) -> None:
    file = desk / "indices" / "floods" / "index.sqlite"
    whole = file.read_bytes()
    for damaged in (b"", b"no database at all " * 1000, whole[: len(whole) // 2]):
        file.write_bytes(damaged)
        code, out, errors = run("check", "draft.md", "--index", "floods")
        assert (code, out, errors.count("\n")) == (2, "", 1)
        assert "indices/floods" in errors


def test_a_binary_and_an_empty_draft(run: Command, desk: Path) -> None:
    (desk / "scan.md").write_bytes(b"\x7fELF\x00\x01")
    (desk / "empty.md").touch()
    for name, reason in (("scan.md", "It is no text"), ("empty.md", "There is no text in it.")):
        code, out, errors = run("check", name, "--index", "floods", "--format", "json")
        assert (code, errors.count("\n")) == (2, 1)
        assert errors.startswith(f"factcheck: {name}: {reason}")
        assert json.loads(out)[0]["refusal"]["path"] == name


def test_claims_need_no_index(run: Command) -> None:
    code, out, errors = run("claims", "draft.md")
    assert (code, errors) == (0, "")
    assert "   1  line 8    " in out
    assert "money: GBP 40 million\n" in out


def test_claims_explain_what_is_none(run: Command, desk: Path) -> None:
    (desk / "jets.txt").write_text("The F-16 hit 12 homes. One may burn.\n", encoding="utf-8")
    code, out, errors = run("claims", "jets.txt", "--explain")
    assert (code, errors) == (0, "")
    assert "count: 12 homes\n" in out
    assert "      line 1    name        The «F-16» hit 12 homes. One may burn.\n" in out
    (draft,) = json.loads(run("claims", "jets.txt", "--explain", "--format", "json")[1])
    assert [(row["text"], row["reason"]) for row in draft["blocked"]] == [
        ("F-16", "name"),
        ("One", "pronoun"),
        ("may", "modal"),
    ]
    assert (
        draft["claims"] == json.loads(run("claims", "jets.txt", "--format", "json")[1])[0]["claims"]
    )


def test_the_same_input_gives_the_same_bytes_anywhere(built: Path, tmp_path: Path) -> None:
    """P14 and P24: seed, locale, time zone, terminal size and folder leave no trace."""

    def report(form: str, draft: str, folder: Path, **environment: str) -> bytes:
        arguments = ["check", draft, "--index", str(built / "indices" / "floods")]
        return subprocess.run(
            [*factcheck(), *arguments, "--format", form, "--fail-on", "never"],
            cwd=folder,
            env=os.environ | environment,
            check=True,
            capture_output=True,
        ).stdout

    shutil.copy(built / "draft.md", tmp_path / "draft.md")
    for form in ("text", "json"):
        one = report(form, "draft.md", built, PYTHONHASHSEED="0", LC_ALL="C", TZ="UTC")
        other = report(
            form,
            "draft.md",
            tmp_path,
            PYTHONHASHSEED="1",
            LC_ALL="de_DE.ISO-8859-1",
            TZ="Asia/Tokyo",
            COLUMNS="40",
            FORCE_COLOR="1",
            OMP_NUM_THREADS="2",
        )
        assert one == other
        for trace in (str(built), str(tmp_path), os.uname().nodename, "site-packages"):
            assert trace.encode() not in one


def test_a_reader_that_stops_early_leaves_the_exit_code(built: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*factcheck(), "check", "draft.md", "--index", "indices/floods"],
        cwd=built,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_line_is_explained_with_every_passage(run: Command) -> None:
    lines = (CASE / "draft.md").read_text("utf-8").split("\n")
    wrong = next(n for n, line in enumerate(lines, start=1) if "GBP 40 million" in line)
    code, out, errors = run("explain", f"draft.md:{wrong}", "--index", "floods")
    assert (code, errors) == (0, "")
    assert "CONFLICTING   value-differs" in out
    assert "- measure: same" in out
    _, table, _ = run("explain", f"draft.md:{wrong}", "--index", "floods", "--format", "json")
    claims = json.loads(table)[0]["claims"]
    assert {claim["line"] for claim in claims} == {wrong}
    passages = [one for claim in claims for one in claim["evidence"]]
    assert len(passages) > MAX_EVIDENCE * len(claims)
    for one in passages:
        assert f"{one['path']}:{one['line']}" in out


def test_a_comment_is_no_prose_and_marks_what_is_explained(run: Command, desk: Path) -> None:
    comment = "<!-- factcheck: ignore[quantity] told by 7,300 readers of ours -->"
    grant = "The council of Oskava approved a GBP 40 million grant for flood repairs on Tuesday."
    (desk / "noted.txt").write_text(f"Date: 2019-06-14\n\n{comment}\n\n{grant}\n", "utf-8")
    code, out, _ = run("explain", "noted.txt:5", "--index", "floods")
    assert code == 0
    assert " ".join(out.split()).count("decided ignore: told by 7,300 readers of ours") == 1
    code, _, errors = run("explain", "noted.txt:3", "--index", "floods")
    assert code == 2
    assert "Line 3 of noted.txt holds no claim." in errors


def test_a_line_without_a_claim_names_the_nearest_lines(run: Command) -> None:
    code, out, errors = run("explain", "draft.md:1", "--index", "floods")
    assert (code, out) == (2, "")
    assert "Line 1 of draft.md holds no claim. Nearest lines with claims: " in errors


@pytest.mark.parametrize("place", ["draft.md", "draft.md:", ":3", "draft.md:x", "draft.md:²"])
def test_a_place_without_a_line_is_told(run: Command, place: str) -> None:
    code, out, errors = run("explain", place, "--index", "floods")
    assert (code, out) == (2, "")
    assert "draft.md:12" in errors


def test_a_draft_that_cannot_be_read_is_not_explained(run: Command) -> None:
    code, _, errors = run("explain", "nothing.md:3", "--index", "floods")
    assert code == 2
    assert "nothing.md: There is no such file." in errors
