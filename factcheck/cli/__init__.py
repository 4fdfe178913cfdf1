"""The command line: parse, call one function, render, exit.

Nothing heavy is imported here: `--help` must answer at once. Each command imports what it needs
inside its function.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.exceptions import TyperException

from factcheck.cli import audit, baseline, bench, check, claims, config, explain, index, review
from factcheck.cli.streams import put, say, speak_utf8
from factcheck.errors import FactcheckError

_INTERRUPTED = 130  # 128 and the number of SIGINT, as shells have it

app = typer.Typer(
    name="factcheck",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command()(check.check)
app.command()(claims.claims)
app.command()(explain.explain)
app.command()(audit.audit)
app.command()(review.review)
app.command()(config.config)
app.command()(config.init)
app.add_typer(
    baseline.app,
    name="baseline",
    help="Take what drafts say now as known, and go on from it.",
)
app.add_typer(index.app, name="index", help="Build an index of your sources, or look into one.")
app.add_typer(bench.app, name="bench", help="Measure the product against labelled files.")


def _show_version(asked: bool) -> None:
    if asked:
        from factcheck import __version__

        put(f"factcheck {__version__}\n")
        raise typer.Exit


@app.callback()
def factcheck(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show it.")
    ] = False,
) -> None:
    """Check drafts against your own sources."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; every failure is one line on stderr.

    `arguments` are those of the process when None.
    """
    speak_utf8()
    command = typer.main.get_command(app)
    try:
        code = command.main(
            list(sys.argv[1:] if arguments is None else arguments),
            prog_name="factcheck",
            standalone_mode=False,
        )
    except SystemExit:  # how typer leaves when the reader of its help has gone away
        return 0
    except TyperException as error:
        _say_usage(error)
        return 2
    except FactcheckError as error:
        say(str(error))
        return error.exit_code
    except Exception:  # noqa: BLE001 - Python's own exit code for a crash, 1, means findings here
        traceback.print_exc()
        say("This is a fault of factcheck, not of your files; please report the lines above.")
        return 2
    if code == _INTERRUPTED:
        say("interrupted")
    return int(code or 0)


def _say_usage(error: TyperException) -> None:
    message = error.format_message()
    if message.startswith("Usage:"):  # a group called without a command shows its help
        sys.stderr.write(f"{message}\n")
    else:
        context = getattr(error, "ctx", None)
        path = context.command_path if context else "factcheck"
        say(f"{message.replace('Value error, ', '')} See {path} --help.")
