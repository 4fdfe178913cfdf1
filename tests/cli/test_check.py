"""`check` and `claims`: what goes where."""

import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_every_form_of_one_run(run: Run, folder: Path) -> None:
    files = ["report.txt", "report.json", "report.JSONL"]
    outputs = [word for name in files for word in ("-o", name)]
    code, out, errors = run("check", "wrong.txt", "open.txt", "--index", "index", *outputs)
    assert (code, errors) == (1, "")
    text, table, lines = ((folder / name).read_text(encoding="utf-8") for name in files)
    assert out == text
    assert [draft["document"]["path"] for draft in json.loads(table)] == ["wrong.txt", "open.txt"]
    assert [json.loads(line)["verdict"] for line in lines.splitlines()] == [
        "conflicting",
        "corroborated",
        "unsupported",
    ]
    assert sorted(path.name for path in folder.glob("*report*")) == sorted(files)


def test_stdout_takes_the_form_asked_for(run: Run) -> None:
    _, table, _ = run("check", "wrong.txt", "--index", "index", "--format", "json")
    assert json.loads(table)[0]["counts"]["conflicting"] == 1
    _, lines, _ = run("check", "wrong.txt", "--index", "index", "--format", "jsonl")
    assert json.loads(lines)["path"] == "wrong.txt"


def test_an_older_file_is_replaced_whole(run: Run, folder: Path) -> None:
    (folder / "report.json").write_text("x" * 100_000, encoding="utf-8")
    run("check", "wrong.txt", "--index", "index", "-o", "report.json")
    assert len(json.loads((folder / "report.json").read_text(encoding="utf-8"))) == 1


def test_as_of_replaces_the_date_of_the_draft(run: Run) -> None:
    for day in ("2015-09-27", "27 September 2015"):
        _, table, _ = run(
            "check", "clean.txt", "--index", "index", "--format", "json", "--as-of", day
        )
        assert json.loads(table)[0]["document"]["as_of"] == "2015-09-27"
        _, table, _ = run("claims", "clean.txt", "--format", "json", "--as-of", day)
        assert json.loads(table)[0]["document"]["as_of"] == "2015-09-27"


def test_a_bare_word_means_a_folder_of_indices(run: Run) -> None:
    assert run("check", "clean.txt", "--index", "archive")[0] == 0
    assert run("check", "clean.txt", "--index", "./archive")[0] == 2


def test_brief_and_only_shape_the_text(run: Run) -> None:
    _, out, _ = run("check", "open.txt", "--index", "index", "--brief", "--only", "unsupported")
    assert "unsupported   no-evidence  This is «unsupported», that corroborated.\n" in out
    assert "1 claim not shown" in out


def test_standard_input_is_a_draft(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def given(data: bytes) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))

    given("This is conflicting.".encode("utf-16"))
    code, table, _ = run("check", "-", "--index", "index", "--format", "json")
    assert code == 1
    assert json.loads(table)[0]["document"]["path"] == "-"
    given("Caf\u00e9: corroborated.".encode("latin-1"))
    assert "not in UTF-8" in run("check", "-", "--index", "index")[1]
    given(b"")
    assert run("check", "-", "--index", "index")[::2] == (
        2,
        "factcheck: -: There is no text in it. (empty)\n",
    )
    given(b"a" * 20_000_001)
    assert "larger than 20000000 bytes" in run("claims", "-")[2]


def test_every_record_of_a_file_is_a_draft(run: Run, folder: Path) -> None:
    (folder / "drafts.jsonl").write_text(
        '{"text": "This is conflicting."}\n{"text": "This is corroborated."}\n', encoding="utf-8"
    )
    _, table, _ = run("check", "drafts.jsonl", "--index", "index", "--format", "json")
    assert [draft["claims"][0]["verdict"] for draft in json.loads(table)] == [
        "conflicting",
        "corroborated",
    ]
    _, out, _ = run("check", "drafts.jsonl", "--index", "index")
    assert "drafts.jsonl#1 · no date · 1 claim " in out
    assert "drafts.jsonl#2 · no date · 1 claim " in out
    (folder / "drafts.jsonl").write_text("\n", encoding="utf-8")
    assert run("check", "drafts.jsonl", "--index", "index")[0] == 2


def test_claims_are_numbered(run: Run) -> None:
    code, out, errors = run("claims", "open.txt")
    assert (code, errors) == (0, "")
    assert "   1  line 1    This is unsupported, that «corroborated».\n" in out
    assert "   2  line 1    This is «unsupported», that corroborated.\n" in out
    assert "statement: draft, unsupported\n" in out
    assert "                line 1 of the draft says draft unsupported\n" in out


def test_claims_by_rank_begin_with_the_first_to_check(run: Run) -> None:
    code, out, errors = run("claims", "open.txt", "--by", "rank")
    assert (code, errors) == (0, "")
    assert "   1  line 1    This is «unsupported», that corroborated.\n" in out
    rows = [
        json.loads(line) for line in run("claims", "open.txt", "--format", "jsonl")[1].splitlines()
    ]
    assert [row["rank"] for row in rows] == [2, 1]
    assert [other["text"] for other in rows[0]["disagreeing"]] == ["unsupported"]


def test_the_report_names_no_place_of_this_machine(run: Run, folder: Path) -> None:
    for form in ("text", "json", "jsonl"):
        _, out, _ = run("check", "open.txt", "--index", "index", "--format", form)
        assert str(folder) not in out
        _, out, _ = run("claims", "open.txt", "--format", form)
        assert str(folder) not in out


def test_several_indices_are_checked_as_one(run: Run) -> None:
    code, out, _ = run("check", "clean.txt", "--index", "index", "--index", "archive")
    assert (code, "against 2 passages" in out) == (0, True)
    _, out, _ = run("check", "clean.txt", "--index", "a", "--index", "b", "--in-order")
    assert "against 30 passages" in out
