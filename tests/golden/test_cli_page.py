"""docs/cli.md is made of the commands themselves; FACTCHECK_RECORD_GOLDEN=1 writes it anew."""

import inspect
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from factcheck.cli import app

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"
HEAD = """# Commands

Made of what `factcheck --help` says, by `make golden`. Data goes to standard output, words to
standard error. Exit codes: 0 done and no finding, 1 findings, 2 something could not be done, 130
interrupted.
"""


Command = Any  # typer names no type for what its apps become


def leaves(command: Command, name: str) -> Iterator[tuple[str, Command]]:
    """Yield each command that does something, with its whole name."""
    children = getattr(command, "commands", {})
    for word, child in sorted(children.items()):
        yield from leaves(child, f"{name} {word}")
    if not children:
        yield name, command


def described(name: str, command: Command) -> Iterator[str]:
    """Yield the lines of one command."""
    context = typer.Context(command, info_name=name)
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"\n## {name}\n\n```\n{name} {usage}\n```\n"
    yield f"{inspect.cleandoc(command.help or '')}\n"
    rows = [record for p in command.params if (record := p.get_help_record(context))]
    if rows:
        yield "\n| option | meaning |\n|---|---|"
        for option, meaning in rows:
            cells = (" ".join(cell.split()).replace("|", "\\|") for cell in (option, meaning))
            first, second = cells
            yield f"| `{first}` | {second} |"


def page() -> str:
    command = typer.main.get_command(app)
    lines = [line for name, leaf in leaves(command, "factcheck") for line in described(name, leaf)]
    return HEAD + "\n".join(lines) + "\n"


def test_the_page_says_what_help_says() -> None:
    if os.environ.get("FACTCHECK_RECORD_GOLDEN"):
        PAGE.write_text(page(), "utf-8")
    assert PAGE.read_text("utf-8") == page(), "make golden writes it anew"


def test_every_command_is_there_with_its_options() -> None:
    text = PAGE.read_text("utf-8")
    for name, leaf in leaves(typer.main.get_command(app), "factcheck"):
        assert f"\n## {name}\n" in text
        assert leaf.help
        for parameter in leaf.params:
            assert all(option in text for option in parameter.opts if option.startswith("--"))
