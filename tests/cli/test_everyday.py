"""Configuration, decisions, --fail-on and --changed-since from the command line."""

import io
import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run

CONFLICTING = '{"fingerprint":"f:conflicting","decision":"%s","reason":"asked"%s}\n'


def decide(folder: Path, decision: str = "ok", more: str = "") -> Path:
    path = folder / ".factcheck" / "decisions.jsonl"
    path.parent.mkdir(exist_ok=True)
    path.write_text(CONFLICTING % (decision, more), "utf-8")
    return path


def configure(folder: Path, text: str) -> None:
    (folder / "factcheck.toml").write_text(text, "utf-8")


# --- the exit code -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("draft", "options", "code"),
    [
        ("wrong.txt", "--fail-on statement=never", 0),
        ("wrong.txt", "--fail-on quantity=never", 1),
        ("open.txt", "--fail-on conflicting --fail-on statement=unsupported", 1),
        ("open.txt", "--fail-on conflicting --fail-on quote=unsupported", 0),
        ("open.txt", "--fail-on sometimes", 2),
        ("open.txt", "--fail-on statment=never", 2),
    ],
)
def test_fail_on_for_each_kind(run: Run, draft: str, options: str, code: int) -> None:
    assert run("check", draft, "--index", "index", *options.split())[0] == code


def test_the_fail_level_of_the_file_holds_until_an_option_says_otherwise(
    run: Run, folder: Path
) -> None:
    configure(folder, '[fail_on]\ndefault = "never"\nstatement = "unsupported"\n')
    assert run("check", "open.txt", "--index", "index")[0] == 1
    assert run("check", "open.txt", "--index", "index", "--fail-on", "conflicting")[0] == 0
    configure(folder, '[fail_on]\ndefault = "unsupported"\n')
    assert run("check", "open.txt", "--index", "index")[0] == 1
    assert run("check", "clean.txt", "--index", "index")[0] == 0


def test_an_index_has_a_name_and_one_is_asked_if_none_is_named(run: Run, folder: Path) -> None:
    code, _, errors = run("check", "clean.txt")
    assert code == 2
    assert "No index is named." in errors
    configure(folder, 'index = "desk"\n[indices]\ndesk = "indices/archive"\n')
    assert run("check", "clean.txt")[0] == 0
    assert run("check", "clean.txt", "--index", "desk")[0] == 0
    assert run("check", "clean.txt", "--index", "missing")[0] == 2


def test_a_limit_of_the_file_holds(run: Run, folder: Path) -> None:
    configure(folder, "[limits]\nmax_file_bytes = 5\n")
    code, _, errors = run("check", "clean.txt", "--index", "index")
    assert code == 2
    assert "too-large" in errors
    configure(folder, "[limits]\nmax_characters = 5\n")
    assert run("claims", "clean.txt")[0] == 2


def test_a_wrong_file_is_one_line_and_exit_code_2(run: Run, folder: Path) -> None:
    configure(folder, "[limits]\nmax_bytes = 5\n")
    for arguments in (["check", "clean.txt", "--index", "index"], ["claims", "clean.txt"]):
        code, out, errors = run(*arguments)
        assert (code, out) == (2, "")
        said = "factcheck: factcheck.toml:2: limits.max_bytes is no key. Did you mean "
        assert errors.startswith(said)


# --- decisions -----------------------------------------------------------------------------------


def test_a_settled_claim_stays_in_the_report_and_is_no_finding(run: Run, folder: Path) -> None:
    decide(folder)
    code, out, errors = run("check", "wrong.txt", "--index", "index", "--format", "json")
    (claim,) = json.loads(out)[0]["claims"]
    assert claim["verdict"] == "conflicting"
    ours = {"decision": "ok", "reason": "asked", "who": "", "until": None}
    assert claim["decision"] == ours
    assert (code, errors) == (0, "")
    _, text, _ = run("check", "wrong.txt", "--index", "index")
    assert "decided ok: asked" in text
    assert "1 conflicting · 0 corroborated · 0 unsupported · 0 refused · 1 decided" in text


def test_what_is_decided_wrong_fails_until_it_is_corrected(run: Run, folder: Path) -> None:
    decide(folder, "wrong")
    assert run("check", "wrong.txt", "--index", "index")[0] == 1
    assert run("check", "wrong.txt", "--index", "index", "--fail-on", "never")[0] == 0
    (folder / "wrong.txt").write_text("This is corroborated.", "utf-8")
    assert run("check", "wrong.txt", "--index", "index")[0] == 0


def test_expired_and_unused_decisions_are_told_and_not_fatal(run: Run, folder: Path) -> None:
    decide(folder, more=',"until":"2000-01-01"')
    code, _, errors = run("check", "wrong.txt", "--index", "index")
    assert code == 1
    assert "held until 2000-01-01" in errors
    code, _, errors = run("check", "clean.txt", "--index", "index")
    assert code == 0
    assert "1 decision about no claim of these drafts." in errors


def test_the_file_of_decisions_is_the_configured_one(run: Run, folder: Path) -> None:
    decide(folder).rename(folder / "decided.jsonl")
    assert run("check", "wrong.txt", "--index", "index")[0] == 1
    configure(folder, 'decisions = "decided.jsonl"\n')
    assert run("check", "wrong.txt", "--index", "index")[0] == 0


def test_a_refused_draft_outranks_a_decision(run: Run, folder: Path) -> None:
    decide(folder)
    assert run("check", "wrong.txt", "binary.txt", "--index", "index")[0] == 2
    assert run("check", "wrong.txt", "--index", "hollow")[0] == 2


def test_a_comment_in_the_draft_settles_a_claim(run: Run, folder: Path) -> None:
    said = "<!-- factcheck: ignore[statement] known -->\n\nThis is conflicting.\n"
    (folder / "wrong.txt").write_text(said, "utf-8")
    code, out, _ = run("check", "wrong.txt", "--index", "index", "--format", "json")
    assert code == 0
    assert json.loads(out)[0]["claims"][0]["decision"]["reason"] == "known"


def answer(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_review_walks_the_open_claims_and_keeps_each_decision(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "both.txt").write_text("This is unsupported and conflicting.", "utf-8")
    answer(monkeypatch, "x", "O", "", "asked  the council", "i", "known")
    code, out, _ = run("review", "both.txt", "--index", "index", "--who", "Ana Reyes")
    assert code == 0
    assert out.index("CONFLICTING") < out.index("unsupported")
    assert "q  quit" in out
    assert "2 decisions written" in out
    lines = (folder / ".factcheck" / "decisions.jsonl").read_text("utf-8").splitlines()
    first, second = map(json.loads, lines)
    assert first["fingerprint"] == "f:conflicting"
    assert (first["decision"], first["reason"]) == ("ok", "asked the council")
    assert (first["who"], first["verdict"]) == ("Ana Reyes", "conflicting")
    assert (second["decision"], second["verdict"]) == ("ignore", "unsupported")
    answer(monkeypatch)
    assert "No open claim." in run("review", "both.txt", "--index", "index")[1]


@pytest.mark.parametrize("last", [["q"], []])
def test_quitting_a_review_keeps_what_is_written(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, last: list[str]
) -> None:
    (folder / "both.txt").write_text("This is unsupported and conflicting.", "utf-8")
    answer(monkeypatch, "w", "a slip", *last)
    code, out, _ = run("review", "both.txt", "--index", "index")
    assert (code, "1 decision written" in out) == (0, True)
    answer(monkeypatch, "s")
    code, out, _ = run("review", "both.txt", "--index", "index")
    assert "1 of 1" in out
    assert "0 decisions written" in out


def test_review_of_a_refused_draft_is_exit_code_2(run: Run) -> None:
    assert run("review", "binary.txt", "--index", "index")[0] == 2


def test_a_baseline_settles_what_stands_and_only_what_is_new_fails(run: Run, folder: Path) -> None:
    code, out, _ = run("baseline", "write", "wrong.txt", "open.txt", "--index", "index")
    assert (code, out) == (0, ".factcheck/decisions.jsonl: 1 decision written\n")
    assert run("check", "wrong.txt", "--index", "index")[0] == 0
    options = ["--level", "unsupported", "--reason", "archive", "--until", "2100-01-01"]
    code, out, _ = run("baseline", "write", "wrong.txt", "open.txt", "--index", "index", *options)
    assert "1 decision written" in out
    lines = (folder / ".factcheck" / "decisions.jsonl").read_text("utf-8").splitlines()
    entry = json.loads(lines[-1])
    assert (entry["decision"], entry["reason"]) == ("ignore", "archive")
    assert entry["until"] == "2100-01-01"
    both = ["wrong.txt", "open.txt"]
    assert run("check", *both, "--index", "index", "--fail-on", "unsupported")[0] == 0


def test_a_baseline_that_is_over_already_is_refused(run: Run) -> None:
    options = ["--index", "index", "--until", "2000-01-01"]
    assert run("baseline", "write", "wrong.txt", *options)[0] == 2


# --- what has changed ----------------------------------------------------------------------------


@pytest.fixture
def repository(folder: Path) -> Path:
    (folder / "long.txt").write_text(
        "This is conflicting.\n\nA line.\n\nThis is unsupported.\n", "utf-8"
    )
    for arguments in (["init", "-q"], ["add", "long.txt"], ["commit", "-q", "-m", "First"]):
        git(folder, *arguments)
    return folder


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Ana Reyes", "-c", "user.email=ana@example.org"]
    command = ["git", "-C", str(folder), *who, *arguments]
    subprocess.run(command, check=True)


def claims(out: str) -> list[str]:
    return [claim["text"] for claim in json.loads(out)[0]["claims"]]


def test_only_changed_paragraphs_are_checked(run: Run, repository: Path) -> None:
    options = ["--index", "index", "--changed-since", "HEAD", "--format", "json"]
    code, out, errors = run("check", "long.txt", *options)
    assert (code, claims(out)) == (0, [])
    assert "0 of 2 claims stand in what changed since HEAD." in errors
    text = (repository / "long.txt").read_text("utf-8")
    (repository / "long.txt").write_text(text.replace("This is uns", "Now this is uns"), "utf-8")
    assert claims(run("check", "long.txt", *options)[1]) == ["unsupported"]
    (repository / "long.txt").write_text(text.replace("This is con", "Now this is con"), "utf-8")
    code, out, _ = run("check", "long.txt", *options)
    assert (code, claims(out)) == (1, ["conflicting"])


def test_a_new_draft_has_changed_as_a_whole(run: Run, repository: Path) -> None:
    options = ["--index", "index", "--changed-since", "HEAD", "--format", "json"]
    assert repository.is_dir()
    assert claims(run("check", "wrong.txt", *options)[1]) == ["conflicting"]


@pytest.mark.parametrize("revision", ["nowhere", "--all", "HEAD~7"])
def test_an_unknown_revision_is_an_error(run: Run, repository: Path, revision: str) -> None:
    assert repository.is_dir()
    code, _, errors = run("check", "long.txt", "--index", "index", f"--changed-since={revision}")
    assert code == 2
    assert "is no revision" in errors


def test_outside_of_a_repository_nothing_can_have_changed(run: Run) -> None:
    code, _, errors = run("check", "wrong.txt", "--index", "index", "--changed-since", "HEAD")
    assert code == 2
    assert "is in no git repository" in errors


# --- config and init -----------------------------------------------------------------------------


def test_init_writes_a_file_in_which_nothing_holds_yet_and_never_overwrites(
    run: Run, folder: Path
) -> None:
    assert run("init")[0] == 0
    before = (folder / "factcheck.toml").read_bytes()
    code, out, _ = run("config")
    assert code == 0
    assert out.startswith("# factcheck.toml\n")
    assert {line.split()[-1] for line in out.splitlines()[1:]} == {"default"}
    code, _, errors = run("init")
    assert code == 2
    assert "left as it is" in errors
    assert (folder / "factcheck.toml").read_bytes() == before
    assert run("init", "nowhere")[0] == 2


def test_every_line_of_the_template_may_hold(run: Run, folder: Path) -> None:
    run("init")
    text = (folder / "factcheck.toml").read_text("utf-8")
    lines = [line.removeprefix("# ") if "=" in line else line for line in text.splitlines()]
    keys = [line for line in lines if "=" in line and not line.startswith("#")]
    assert len(keys) > 15
    kept = "\n".join(line for line in lines if not line.startswith(("the ", "Indices by")))
    configure(folder, kept + "\n")
    code, out, errors = run("config")
    assert (code, errors) == (0, "")
    assert sum("factcheck.toml:" in line for line in out.splitlines()) >= len(keys) - 1


def test_config_names_the_origin_of_each_value(run: Run, folder: Path) -> None:
    assert "# no factcheck.toml here or above" in run("config")[1]
    configure(folder, "[periods]\nlater = 5\n")
    rows = {line.split()[0]: line.split()[1:] for line in run("config")[1].splitlines()}
    assert rows["periods.later"] == ["5", "factcheck.toml:2"]
    assert rows["periods.level"] == ["90", "default"]
