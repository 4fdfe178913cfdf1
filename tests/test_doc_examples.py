"""What the documentation shows runs as it stands there."""

import io
import json
import re
import runpy
import shlex
import shutil
import tomllib
from pathlib import Path

import pytest

from factcheck import corpus
from factcheck.cli import main
from factcheck.decisions import Entry, prepared, read_ledger
from factcheck.embed import HashingEmbedder
from factcheck.extract.claims import extract
from factcheck.readers import read_text
from factcheck.settings import load
from factcheck.settings.keys import SECTIONS

ROOT = Path(__file__).parent.parent


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text("utf-8")
    return re.findall(rf"^```{language}\n([^`]{{1,4000}})^```", text, re.MULTILINE)


def test_the_python_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = tmp_path / "corpora" / "syria-2015"
    shutil.copytree(ROOT / "corpora" / "syria-2015", notes)
    index = tmp_path / "indices" / "syria-2015"
    index.parent.mkdir()
    corpus.build([notes / "notes"], index, HashingEmbedder(), extract=extract)
    monkeypatch.chdir(tmp_path)
    script = tmp_path / "page.py"
    script.write_text("\n".join(blocks("python.md", "python")), "utf-8")
    found = runpy.run_path(str(script))
    assert found["report"].verdicts
    assert found["claims"]


def test_the_commands_of_the_drafts_page_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    sample = ROOT / "corpora" / "syria-2015"
    shutil.copytree(sample / "notes", tmp_path / "archive")
    shutil.copy(sample / "draft.md", tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO("s\n" * 100))
    shown = [line for block in blocks("drafts.md", "") for line in block.splitlines()]
    codes = {}
    for line in shown:
        words = shlex.split(line)[1:]
        codes[line] = main([*words, *(["--model", "hashing"] if words[0] == "index" else [])])
    findings = [line for line, code in codes.items() if code == 1]
    assert findings == [line for line in shown if line.startswith("factcheck check")]
    assert set(codes.values()) == {0, 1}
    assert {"report.html", "draft-with-comments.docx"} <= {p.name for p in tmp_path.iterdir()}


def test_the_configuration_page_may_hold_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    # Its first block has keys of no table, which must come first in a file.
    (tmp_path / "factcheck.toml").write_text("\n".join(blocks("configuration.md", "toml")), "utf-8")
    found = load()
    assert found.indices == {"archive": Path("indices/archive")}
    assert {row.origin == "default" for row in found.rows} == {False}


def test_the_configuration_page_names_every_key_and_the_values_that_hold() -> None:
    text = (ROOT / "docs" / "configuration.md").read_text("utf-8")
    named = tomllib.loads("\n".join(blocks("configuration.md", "toml")))
    for table, section in SECTIONS.items():
        words = re.findall(r"[a-z_]+", text)
        assert set(section.keys or ()) <= set(words), table
    defaults = {row.key: row.value for row in load().rows if row.origin == "default"}
    for group in ("periods", "limits"):
        for key, value in named[group].items():
            assert defaults[f"{group}.{key}"] == value


def test_the_wrong_key_of_the_configuration_page_is_told_as_it_stands_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "factcheck.toml").write_text('[tolerance]\nmony = "2%"\n', "utf-8")
    assert main(["config"]) == 2
    assert capsys.readouterr().err in (ROOT / "docs" / "configuration.md").read_text("utf-8")


def test_the_line_of_the_decisions_page_is_a_decision(tmp_path: Path) -> None:
    (line,) = blocks("decisions.md", "json")
    file = tmp_path / "decisions.jsonl"
    file.write_text(line, "utf-8")
    (entry,) = read_ledger(file).entries.values()
    assert set(json.loads(line)) == set(Entry.__struct_fields__)
    assert entry.claim == "9,950"


def test_the_comments_of_the_decisions_page_take_out_what_they_say() -> None:
    text = (ROOT / "docs" / "decisions.md").read_text("utf-8")
    (shown,) = re.findall(r"^```\n(<!-- [^`]{1,1000})^```", text, re.MULTILINE)
    document, ignored = prepared(read_text(shown, "draft.md"))
    assert [notice.code for notice in document.notices if "comment" in notice.code] == []
    assert [document.text[i.span.start : i.span.end].strip() for i in ignored] == [
        "The hall holds 4,310 people.",
        "Everything up to the next comment.",
    ]
    assert ignored[0].kinds == {"quantity"}
