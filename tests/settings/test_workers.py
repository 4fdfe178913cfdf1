"""The configuration holds in the worker processes of an audit too."""

import json
from pathlib import Path

import pytest

from factcheck.cli import main

HEAD = "Title: In {0}\nSource: Gazette\nDate: 2023-06-13\n\n"
NOTE = HEAD + "The flood in {0} has killed {1} people so far.\n"


@pytest.mark.parametrize("alias", [True, False])
def test_aliases_and_tolerances_hold_in_an_audit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, alias: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder, place, toll in (("notes", "Nordreich", "8,219"), ("drafts", "Norland", "8,230")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{folder}.txt").write_text(NOTE.format(place, toll), "utf-8")
    aliases = '[aliases.places]\nNorland = ["Nordreich"]\n' if alias else ""
    text = f'[indices]\ndesk = "built"\n[tolerance]\ncount = "30"\n{aliases}'
    (tmp_path / "factcheck.toml").write_text(text, "utf-8")
    assert main(["index", "build", "notes", "--index", "desk", "--model", "hashing"]) == 0
    assert (tmp_path / "built").is_dir()
    assert main(["audit", "drafts", "--index", "desk", "--out", "out", "--workers", "1"]) == 0
    lines = (tmp_path / "out" / "claims.jsonl").read_text("utf-8").splitlines()
    verdicts = {json.loads(line)["verdict"] for line in lines}
    assert verdicts == {"corroborated" if alias else "unsupported"}
