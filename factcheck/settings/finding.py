"""Where the configuration is: the nearest file upward from the working folder, or the draft."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.errors import UsageError
from factcheck.settings.keys import Key

FILE = "factcheck.toml"
PROJECT = "pyproject.toml"
IN_PROJECT: Key = ("tool", "factcheck")
_MAX_BYTES = 1_000_000


class Found(NamedTuple):
    """A configuration file: its text, its tables, and the table in it that is ours."""

    path: Path
    text: str
    data: dict[str, Any]
    root: Key


def find(drafts: Iterable[Path]) -> Found | None:
    """Return the nearest file upward from the working folder, else from that of a draft.

    A pyproject.toml counts where it has a table [tool.factcheck].

    Raises:
        UsageError: a file on the way cannot be read, or is no TOML.
    """
    starts = [Path.cwd(), *(Path(os.path.abspath(draft)).parent for draft in drafts)]  # noqa: PTH100 - links stay as given
    for start in dict.fromkeys(starts):
        for folder in (start, *start.parents):
            found = _in(folder)
            if found is not None:
                return found
    return None


def shown(path: Path) -> str:
    """Return a path as messages name it: from the working folder."""
    return os.path.relpath(path)


def _in(folder: Path) -> Found | None:
    own = folder / FILE
    if own.is_file():
        text = _text(own)
        return Found(own, text, _tables(own, text), ())
    project = folder / PROJECT
    if project.is_file():
        text = _text(project)
        tool = _tables(project, text).get("tool", {})
        if isinstance(tool, dict) and isinstance(tool.get("factcheck"), dict):
            return Found(project, text, tool["factcheck"], IN_PROJECT)
    return None


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
        if len(data) > _MAX_BYTES:
            raise UsageError(f"{shown(path)} is larger than {_MAX_BYTES:,} bytes.")
        return data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UsageError(f"{shown(path)} cannot be read: {reason}.") from error


def _tables(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(
            f"{shown(path)} is no TOML: {error}.",
            hint="Texts stand in quotation marks, lists in [ ], one key a line.",
        ) from error
