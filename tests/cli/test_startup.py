"""What the command costs before it does anything."""

import subprocess
import sys

import pytest

HEAVY = (
    "torch",
    "transformers",
    "sentence_transformers",
    "faiss",
    "pandas",
    "numpy",
    "sqlite3",
    "lxml",
    "rich",
    "msgspec",
)
LIST_LOADED = """
import sys
from factcheck.cli import main
code = main(sys.argv[1:])
print(code, *sorted({name.partition(".")[0] for name in sys.modules}))
"""


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["check", "--help"], ["claims", "--help"], ["index", "build", "--help"]],
)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    run = subprocess.run(
        [sys.executable, "-c", LIST_LOADED, *arguments], capture_output=True, text=True, check=True
    )
    code, *loaded = run.stdout.splitlines()[-1].split()
    assert code == "0"
    assert "typer" in loaded
    assert not set(HEAVY) & set(loaded)


def test_module_and_version() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "factcheck", "--version"], capture_output=True, text=True, check=True
    )
    assert run.stdout == "factcheck 0.1.0\n"
