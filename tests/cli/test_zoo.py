"""P17: whatever drafts and sources hold, no report of them can command a terminal."""

import json
import unicodedata
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.embed import HASHING
from tests.hostile import zoo

# Long baits are about time, not about what is written.
SPECIMENS = [specimen for specimen in zoo.specimens() if len(specimen.data) <= 20_000]
HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the zoo's files, with an index built of them."""
    monkeypatch.chdir(tmp_path)
    for specimen in SPECIMENS:
        path = Path("zoo", specimen.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(specimen.data)
    assert main(["index", "build", "zoo", "--index", "index", "--model", HASHING]) == 0
    return [f"zoo/{specimen.name}" for specimen in SPECIMENS]


def test_the_zoo_in_every_form(drafts: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    files = ["report.txt", "report.json", "report.jsonl"]
    outputs = [word for name in files for word in ("-o", name)]
    capsys.readouterr()
    assert main(["check", *drafts, "--index", "index", *outputs]) == 2
    checked = capsys.readouterr()
    assert main(["claims", *drafts]) == 2
    listed = capsys.readouterr()
    written = [Path(name).read_text(encoding="utf-8") for name in files]
    for text in (*checked, *listed, *written):
        assert not any(
            unicodedata.category(character) in HIDDEN for character in set(text) - {"\n"}
        )
    outcomes = json.loads(written[1])
    read = [outcome for outcome in outcomes if "refusal" not in outcome]
    assert len(read) == sum(specimen.documents for specimen in SPECIMENS)
    assert len(outcomes) - len(read) == sum(len(specimen.refused) for specimen in SPECIMENS)
    found = {claim["text"] for outcome in read for claim in outcome["claims"]}
    assert "4,312" in found
    assert [json.loads(line) for line in written[2].splitlines()]
