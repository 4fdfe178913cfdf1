"""Exit codes mean what they say (P21), and nothing checked is never all clear (P20)."""

import pytest

from tests.cli.conftest import Run

CHECKS = [
    ("clean.txt", 0),
    ("open.txt", 0),
    ("none.txt", 0),
    ("wrong.txt", 1),
    ("empty.txt", 2),
    ("binary.txt", 2),
    ("missing.txt", 2),
    ("clean.txt wrong.txt", 1),
    ("wrong.txt binary.txt", 2),
    ("clean.txt binary.txt --allow-refused", 0),
    ("wrong.txt binary.txt --allow-refused", 1),
    ("binary.txt --allow-refused", 2),
    ("wrong.txt --fail-on never", 0),
    ("open.txt --fail-on unsupported", 1),
    ("wrong.txt --fail-on unsupported", 1),
    ("clean.txt --fail-on unsupported", 0),
    ("binary.txt --fail-on never", 2),
    ("wrong.txt --only corroborated", 1),
    ("clean.txt --index hollow", 2),
    ("clean.txt --index nowhere", 2),
    ("clean.txt --fail-on always", 2),
    ("clean.txt --as-of someday", 2),
    ("clean.txt -o report.doc", 2),
    ("interrupt.txt", 130),
    ("crash.txt", 2),
]


@pytest.mark.parametrize(("arguments", "code"), CHECKS)
@pytest.mark.parametrize("form", ["text", "json"])
def test_check(run: Run, arguments: str, code: int, form: str) -> None:
    words = arguments.split()
    index = [] if "--index" in words else ["--index", "index"]
    assert run("check", *words, *index, "--format", form)[0] == code


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("claims clean.txt", 0),
        ("claims wrong.txt", 0),
        ("claims none.txt", 0),
        ("claims clean.txt binary.txt", 2),
        ("claims empty.txt", 2),
        ("index info --index nowhere", 2),
        ("--version", 0),
        ("--help", 0),
        ("index --help", 0),
        ("check --help", 0),
        ("", 2),
        ("index", 2),
        ("check", 2),
        ("chekc clean.txt", 2),
    ],
)
def test_other_commands(run: Run, arguments: str, code: int) -> None:
    assert run(*arguments.split())[0] == code


def test_a_draft_without_claims_is_named_in_every_form(run: Run) -> None:
    said = "No checkable claim was found in this draft."
    assert said in run("check", "none.txt", "--index", "index")[1]
    for form in ("json", "jsonl"):
        assert said in run("check", "none.txt", "--index", "index", "--format", form)[2]
    assert said in run("claims", "none.txt")[1]


def test_an_index_without_passages_is_named_in_every_form(run: Run) -> None:
    for form in ("text", "json", "jsonl"):
        assert (
            "holds no passage"
            in run("check", "clean.txt", "--index", "hollow", "--format", form)[2]
        )
