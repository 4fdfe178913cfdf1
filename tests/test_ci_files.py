"""The hook and the action: their steps run on a fresh repository of drafts, without a network."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
STEP = re.compile(
    r"^    - name: (.{1,60})\n(?:      .*\n)*?      run: \|\n((?:        .*\n)+)", re.M
)
NOTE = "Title: A note\nSource: Gazette\nDate: 2023-06-13\n\n{}\n"
DRAFT = "---\ntitle: Draft\ndate: 2023-06-14\n---\n\n{}\n"
TOLL = "The flood in Norland has killed 8,219 people so far."


def command(folder: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    home = {"HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache"), "LANG": "C.UTF-8"}
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        words,
        cwd=folder,
        env={"PATH": path, **home, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=Ana Reyes", "-c", "user.email=ana@example.org")
    done = command(folder, "git", *who, *words)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A fresh repository with one draft, and an index of one note."""
    folder = tmp_path / "desk"
    (folder / "notes").mkdir(parents=True)
    (folder / "notes" / "toll.txt").write_text(NOTE.format(TOLL), "utf-8")
    (folder / "draft.md").write_text(DRAFT.format(TOLL), "utf-8")
    words = ("index", "build", "notes", "--index", "indices/desk", "--model", "hashing")
    built = command(folder, "factcheck", *words)
    assert built.returncode == 0, built.stderr
    git(folder, "init", "-q")
    git(folder, "add", "draft.md")
    git(folder, "commit", "-q", "-m", "First")
    return folder


def steps() -> dict[str, str]:
    """Return the scripts of the action by their names."""
    text = (ROOT / "action.yml").read_text("utf-8")
    return {
        name: re.sub(r"^        ", "", script, flags=re.M) for name, script in STEP.findall(text)
    }


def run_action(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the check as a workflow does: bash that stops at the first failure."""
    given = {"DRAFTS": "draft.md", "INDEX": "", "FAIL_ON": "", "CHANGED_SINCE": ""}
    given |= {"SARIF": "factcheck.sarif", **inputs}
    script = steps()["Check the drafts"]
    words = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
    return command(folder, *words, **given)


def test_every_input_of_the_action_reaches_its_step() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    inputs = re.findall(r"^  ([a-z-]+):\n    description", text, re.M)
    assert inputs == ["drafts", "index", "fail-on", "changed-since", "sarif", "install"]
    for name in inputs:
        variable = name.replace("-", "_").upper()
        assert f"        {variable}: ${{{{ inputs.{name} }}}}\n" in text
        assert any(f"${variable}" in script for script in steps().values())


def test_what_the_page_and_the_example_give_to_the_action_are_its_inputs() -> None:
    known = re.findall(r"^  ([a-z-]+):\n    description", (ROOT / "action.yml").read_text(), re.M)
    for page in (ROOT / "docs" / "ci.md", ROOT / "examples" / "factcheck.yml"):
        (given,) = re.findall(
            r"factcheck-toolkit@.*\n        with:\n((?: {10}.*\n)+)", page.read_text("utf-8")
        )
        assert set(re.findall(r"^ {10}([a-z-]+):", given, re.M)) <= set(known)


@pytest.mark.slow
def test_the_steps_of_the_action_run(desk: Path) -> None:
    assert run_action(desk, INDEX="indices/desk").returncode == 0
    (desk / "draft.md").write_text(DRAFT.format(TOLL.replace("8,219", "9,950")), "utf-8")
    found = run_action(desk, INDEX="indices/desk", CHANGED_SINCE="HEAD")
    assert found.returncode == 1
    assert "::error file=draft.md,line=6" in found.stdout
    (result,) = json.loads((desk / "factcheck.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert result["ruleId"] == "factcheck/quantity/value-differs"
    assert run_action(desk, INDEX="indices/desk", FAIL_ON="never").returncode == 0
    levels = "conflicting quantity=never"
    assert run_action(desk, INDEX="indices/desk", FAIL_ON=levels).returncode == 0
    assert run_action(desk).returncode == 2
    (desk / "factcheck.toml").write_text('index = "indices/desk"\n', "utf-8")
    assert run_action(desk).returncode == 1
    assert run_action(desk, DRAFTS="missing.md draft.md").returncode == 2


@pytest.mark.slow
def test_the_hook_runs_on_a_fresh_repository(desk: Path, tmp_path: Path) -> None:
    toolkit = tmp_path / "toolkit"  # a repository with the definition of the hooks alone
    toolkit.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", toolkit)
    git(toolkit, "init", "-q")
    git(toolkit, "add", ".")
    git(toolkit, "commit", "-q", "-m", "Hooks")
    revision = command(toolkit, "git", "rev-parse", "HEAD").stdout.strip()
    (desk / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {toolkit}\n    rev: {revision}\n    hooks:\n"
        "      - id: factcheck-installed\n        args: [--index, indices/desk]\n",
        "utf-8",
    )
    git(desk, "add", ".pre-commit-config.yaml")
    passed = command(desk, "pre-commit", "run", "--all-files")
    assert (passed.returncode, "Passed" in passed.stdout) == (0, True), passed.stdout
    (desk / "draft.md").write_text(DRAFT.format(TOLL.replace("8,219", "9,950")), "utf-8")
    git(desk, "add", "draft.md")
    failed = command(desk, "pre-commit", "run")
    assert failed.returncode == 1
    assert "CONFLICTING" in failed.stdout
