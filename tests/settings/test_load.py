"""Where the configuration is found, and what is said of a wrong one."""

from pathlib import Path

import pytest

from factcheck.errors import UsageError
from factcheck.settings import Configuration, FailOn, load


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    here = tmp_path / "desk" / "drafts"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    return tmp_path / "desk"


def test_without_a_file_the_defaults_hold(folder: Path) -> None:
    assert folder
    found = load()
    assert (found.file, found.settings) == ("", Configuration().settings)
    assert {row.origin for row in found.rows} == {"default"}


def test_the_nearest_file_upward_counts(folder: Path) -> None:
    (folder / "factcheck.toml").write_text("[periods]\nlater = 5\n", "utf-8")
    assert load().file == "../factcheck.toml"
    assert load().settings.periods.later == 5
    (folder / "drafts" / "factcheck.toml").write_text("[periods]\nlater = 6\n", "utf-8")
    assert load().settings.periods.later == 6


def test_a_table_of_pyproject_counts_and_a_pyproject_without_it_is_passed_by(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[tool.factcheck.periods]\nlater = 5\n", "utf-8")
    (folder / "drafts" / "pyproject.toml").write_text("[tool.other]\nlater = 6\n", "utf-8")
    assert load().settings.periods.later == 5
    assert load().file == "../pyproject.toml"


def test_the_folder_of_a_draft_counts_where_the_working_folder_has_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "factcheck.toml").write_text("[periods]\nlater = 5\n", "utf-8")
    elsewhere = folder.parent / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert load().file == ""
    assert load([Path("../desk/drafts/draft.md")]).file == "../desk/factcheck.toml"


def test_paths_in_a_file_are_from_its_folder(folder: Path) -> None:
    text = 'index = "wire"\ndecisions = "decided.jsonl"\n[indices]\nwire = "built/wire"\n'
    (folder / "factcheck.toml").write_text(text, "utf-8")
    found = load()
    assert found.indices == {"wire": Path("../built/wire")}
    assert found.decisions == Path("../decided.jsonl")
    assert found.index == "wire"


@pytest.mark.parametrize(("named", "asked"), [("none", "none"), ("models/v", "../models/v")])
def test_the_verifier_of_a_file_is_none_or_a_folder_from_there(
    folder: Path, named: str, asked: str
) -> None:
    (folder / "factcheck.toml").write_text(f'verifier = "{named}"\n', "utf-8")
    settings = load().settings
    assert settings.verification.verifier == asked
    assert settings.asking("other").verification.verifier == "other"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[tolerance]\nmony = '2%'", "2: tolerance.mony is no key. Did you mean money?"),
        ("[perids]\nlater = 5", "1: perids is no key. Did you mean periods?"),
        ("[aliases.place]\nx = ['y']", "1: aliases.place is no key. Did you mean places?"),
        ("indx = 'a'", "1: indx is no key. Did you mean index?"),
        ("ranks = 3", "1: ranks is a table. Write [ranks] above its keys."),
        (
            "[fail_on]\nquote = 'unsuported'",
            "2: fail_on.quote is 'unsuported'; it must be conflicting, unsupported or never. "
            "Did you mean unsupported?",
        ),
        ("[periods]\n\nlater = 'five'", "3: periods.later is 'five'; it must be a number of days."),
        ("[periods]\nlater = -1", "2: periods.later is -1; it must be a number of days."),
        ("[periods]\nlater = true", "2: periods.later is True; it must be a number of days."),
        ("[limits]\nmax_claims = 0", "2: limits.max_claims is 0; it must be a whole number"),
        ("[tolerance]\nmoney = 0.02", "2: tolerance.money is 0.02; it must be an amount in"),
        ("[tolerance]\nmoney = 'much'", "2: tolerance.money is 'much'; it must be an amount in"),
        ("[ranks]\n'The Gazette' = 'x'", "2: ranks.\"The Gazette\" is 'x'; it must be a whole"),
        ("[measures]\nlevel = 'x'", "2: measures.level is 'x'; it must be a list of words"),
        ("[measures]\nlevel = ['']", "2: measures.level holds an empty word. Take it out."),
        ("[aliases.units]\nhectar = ['x']", "is no unit or currency. Did you mean hectare?"),
        (
            "[aliases.places]\nA = ['x']\nB = ['X']",
            "3: aliases.places.B has 'X', which aliases.places.A has too.",
        ),
        ("index = ", "factcheck.toml is no TOML: "),
    ],
)
def test_a_wrong_file_is_named_with_key_and_line(folder: Path, text: str, said: str) -> None:
    (folder / "factcheck.toml").write_text(text, "utf-8")
    with pytest.raises(UsageError) as raised:
        load()
    assert str(raised.value).startswith("../factcheck.toml")
    assert said in str(raised.value)


def test_the_line_is_that_of_the_whole_pyproject(folder: Path) -> None:
    text = "[project]\nname = 'x'\n\n[tool.factcheck.tolerance]\nmony = '2%'\n"
    (folder / "pyproject.toml").write_text(text, "utf-8")
    with pytest.raises(UsageError, match=r"pyproject.toml:5: tolerance.mony"):
        load()


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"#" * 1_000_001])
def test_a_file_that_cannot_be_read_is_an_error(folder: Path, data: bytes) -> None:
    (folder / "factcheck.toml").write_bytes(data)
    with pytest.raises(UsageError):
        load()


def test_each_value_is_shown_with_its_origin(folder: Path) -> None:
    (folder / "factcheck.toml").write_text("[periods]\nlater = 5\n[ranks]\nwire = 2\n", "utf-8")
    rows = {row.key: (row.value, row.origin) for row in load().rows}
    assert rows["periods.later"] == (5, "../factcheck.toml:2")
    assert rows["ranks.wire"] == (2, "../factcheck.toml:4")
    assert rows["periods.level"] == (90, "default")


def test_options_come_before_the_file() -> None:
    ours = FailOn("never", (("quote", "unsupported"),))
    assert ours.fails("quote", "unsupported")
    assert not ours.fails("date", "conflicting")
    assert ours.with_options([]) == ours
    assert ours.with_options(["conflicting"]) == FailOn("conflicting")
    assert ours.with_options(["date=conflicting"]).fails("quote", "unsupported")
    for wrong in ("sometimes", "quotes=never", "quote=sometimes", "=never"):
        with pytest.raises(UsageError, match="--fail-on"):
            ours.with_options([wrong])
