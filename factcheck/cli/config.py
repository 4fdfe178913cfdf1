"""`factcheck config` and `factcheck init`: what holds, and a file to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Argument

from factcheck.errors import UsageError

_WIDEST = 40  # cells of a key or value before the next column


def config(
    drafts: Annotated[
        list[str] | None,
        Argument(metavar="[DRAFT]...", help="Drafts whose folder counts where this one has none."),
    ] = None,
) -> int:
    """Show every value of the configuration, and where it came from."""
    from factcheck.cli.checking import configured
    from factcheck.cli.streams import put
    from factcheck.report.escaping import for_terminal

    found = configured(drafts or [])
    lines = [(row.key, _said(row.value), row.origin) for row in found.rows]
    widths = [min(max(len(line[at]) for line in lines), _WIDEST) for at in (0, 1)]
    head = found.file or "no factcheck.toml here or above; factcheck init writes one"
    put(for_terminal(f"# {head}") + "\n")
    for key, value, origin in lines:
        put(for_terminal(f"{key:<{widths[0]}}  {value:<{widths[1]}}  {origin}") + "\n")
    return 0


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_said, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def init(
    folder: Annotated[
        Path, Argument(metavar="[FOLDER]", help="Where it is written; this folder if none.")
    ] = Path(),
) -> int:
    """Write a commented factcheck.toml; a file that is there is never overwritten."""
    from factcheck.cli.streams import put
    from factcheck.settings import FILE, template

    path = folder / FILE
    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder}.", hint="Make it, or name another.")
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(template())
    except FileExistsError:
        raise UsageError(
            f"{path} is there already and was left as it is.",
            hint="factcheck config shows what holds.",
        ) from None
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.") from error
    put(f"{path} is written. Take the # from the lines that are to hold.\n")
    return 0
