"""What cannot be done is said in one line on stderr that tells what to do."""

import pytest

from tests.cli.conftest import Run

ERRORS = [
    ("check clean.txt --index nowhere", "There is no index at nowhere. Build it."),
    ("check empty.txt --index index", "empty.txt: There is no text in it."),
    ("check binary.txt --index index", "binary.txt: It is no text; save it as UTF-8 text."),
    ("check missing.txt --index index", "missing.txt: There is no such file."),
    ("check draft.xyz --index index", "draft.xyz: There is no such file."),
    ("check slides.key --index index", "slides.key: Files ending in"),
    ("check indices --index index", "indices"),
    ("check clean.txt", "No index is named. Add --index PATH, or a line"),
    ("check --index index", "Missing argument 'DRAFT'. See factcheck check --help."),
    (
        "check clean.txt --index index --format xml",
        "Invalid value for '--format': 'xml' is not one of 'text', 'json', 'jsonl', 'csv', 'md', ",
    ),
    (
        "check clean.txt --index index --fail-on always",
        "--fail-on always is not known. Write a level (conflicting,",
    ),
    ("check clean.txt --index index --fial-on never", "No such option: --fial-on"),
    ("check clean.txt --index index --as-of someday", "--as-of someday is not one day. Write"),
    (
        "check clean.txt --index index -o report.doc",
        "-o report.doc has no known suffix. Use one of",
    ),
    ("check clean.txt --index index -o no/report.json", "-o no/report.json cannot be written."),
    ("check clean.txt --index index -o clean.txt", "-o clean.txt is one of the drafts."),
    ("claims clean.txt --as-of 2015-02-30", "--as-of 2015-02-30 is not one day."),
    ("claims binary.txt", "binary.txt: It is no text; save it as UTF-8 text. (binary)"),
    ("chekc clean.txt", "No such command 'chekc'. Did you mean 'check'?"),
    ("index info --index nowhere", "There is no index at nowhere. Build it: factcheck index"),
    ("index build . --index index --fields body", "--fields body names no field. Write ROLE="),
    ("index build . --index index --fields texts=body", "--fields texts=body names no field."),
    ("check cle\x1b[2Jan.txt --index index", r"cle\x1b[2Jan.txt: There is no such file."),
]


@pytest.mark.parametrize(("arguments", "line"), ERRORS)
def test_one_line_on_stderr(run: Run, arguments: str, line: str) -> None:
    code, _, errors = run(*arguments.split())
    assert code == 2
    assert errors.startswith(f"factcheck: {line}")
    assert errors.count("\n") == 1


def test_a_fault_of_our_own_shows_where_and_is_no_finding(run: Run) -> None:
    code, out, errors = run("check", "crash.txt", "--index", "index")
    assert (code, out) == (2, "")
    assert "RuntimeError: a fault" in errors
    assert errors.splitlines()[-1].startswith("factcheck: This is a fault of factcheck")


def test_an_interrupted_check_says_so_and_writes_nothing(run: Run) -> None:
    code, out, errors = run("check", "interrupt.txt", "--index", "index", "-o", "r.json")
    assert (code, out, errors) == (130, "", "factcheck: interrupted\n")


def test_a_group_without_a_command_shows_its_help(run: Run) -> None:
    assert run("index")[2].startswith("Usage: factcheck index [OPTIONS]")
