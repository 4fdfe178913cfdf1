"""The documentation holds: links resolve, commands and options exist, examples can run."""

import ast
import importlib
import re
from pathlib import Path
from typing import get_args

import pytest
import typer

from factcheck.cli import app
from factcheck.config import Settings
from factcheck.schema import Reason, Remark

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    path
    for folder in (".", "docs", "corpora", "indices", "tests/cases")
    for path in (ROOT / folder).glob("*.md")
)
LINK = re.compile(r"\]\(([^()\s]{1,300})\)")
COMMAND = re.compile(r"(?<![\w/.-])factcheck ((?:[a-z][a-z-]{0,19} ?){1,2})")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]{1,30}")
BLOCK = re.compile(r"^```python\n([^`]{1,4000})^```", re.MULTILINE)
CODE = re.compile(r"`([^`\n]{1,200})`|^```\n([^`]{1,4000})^```", re.MULTILINE)


def ids(path: Path) -> str:
    return str(path.relative_to(ROOT))


def headings(path: Path) -> set[str]:
    """Return the anchors of a page as repository hosts make them."""
    titles = re.findall(r"^#{1,6} (.{1,200})$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title).strip().lower().replace(" ", "-") for title in titles}


def commands() -> dict[str, set[str]]:
    """Return each command of the program with its options; groups count as commands."""
    found: dict[str, set[str]] = {}

    def visit(command: object, name: str) -> None:
        options = {text for p in getattr(command, "params", []) for text in p.opts}
        found[name] = {option for option in options if option.startswith("--")}
        for word, child in getattr(command, "commands", {}).items():
            visit(child, f"{name} {word}".strip())

    visit(typer.main.get_command(app), "")
    return found


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_relative_link_resolves(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        if "://" in target:
            continue
        name, _, anchor = target.partition("#")
        linked = (page.parent / name).resolve() if name else page
        assert linked.exists(), target
        if anchor:
            assert anchor in headings(linked), target


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_command_named_exists_with_its_options(page: Path) -> None:
    known = commands()
    for match in CODE.finditer(page.read_text("utf-8")):
        for line in (match[1] or match[2]).splitlines():
            named = COMMAND.search(line)
            if not named:
                continue
            words = named[1].split()
            group = any(other.startswith(f"{words[0]} ") for other in known)
            name = " ".join(words) if group else words[0]
            assert name in known, line
            assert set(OPTION.findall(line)) <= known[name] | known[""], line


def test_every_command_is_in_the_readme() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    known = commands()
    groups = {name for name in known if any(other.startswith(f"{name} ") for other in known)}
    leaves = [name for name in known if name and name not in groups]
    assert [name for name in leaves if f"`factcheck {name} " not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_python_examples_compile_and_import_what_exists(page: Path) -> None:
    for code in BLOCK.findall(page.read_text("utf-8")):
        for node in ast.walk(ast.parse(code)):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("factcheck"):
                module = importlib.import_module(str(node.module))
                assert [a.name for a in node.names if not hasattr(module, a.name)] == []


def test_the_rules_name_every_reason_and_remark() -> None:
    text = (ROOT / "docs" / "verdicts.md").read_text("utf-8")
    assert [word for word in get_args(Reason) if f"| `{word}` |" not in text] == []
    assert [word for word in get_args(Remark) if f"| `{word}` |" not in text] == []


def test_the_rules_name_the_windows_of_the_settings() -> None:
    text = (ROOT / "docs" / "verdicts.md").read_text("utf-8")
    periods = Settings().periods
    assert f"up to {periods.outdated_cumulative} days earlier" in text
    assert f"within {periods.later} days" in text
    assert f"within {periods.level} days" in text
