"""Where an index is, as users name it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import IndexMissingError, UsageError

if TYPE_CHECKING:
    from factcheck.settings import Configuration

_FOLDER = Path("indices")


def index_path(given: str, configuration: Configuration | None = None) -> Path:
    """Return the path itself; a word may be a name of the configuration or of `indices/`."""
    if configuration and given in configuration.indices:
        return configuration.indices[given]
    path = Path(given)
    if path.name == given and (_FOLDER / given).is_dir():
        return _FOLDER / given
    return path


def index_paths(given: Sequence[str] | None, configuration: Configuration) -> list[Path]:
    """Return the paths of the indices that were named.

    Raises:
        UsageError: none is named, here or in the configuration.
    """
    named = given or list(filter(None, [configuration.index]))
    if not named:
        raise UsageError(
            "No index is named.",
            hint='Add --index PATH, or a line index = "PATH" to factcheck.toml.',
        )
    return [index_path(one, configuration) for one in named]


def recorded_model(path: Path) -> str | None:
    """Return the name of the model of the index at `path`, None where there is no index.

    Raises:
        IndexStateError: it is damaged or of another format.
    """
    from factcheck.index import Index

    try:
        with Index.open(path) as opened:
            return opened.info.model.name
    except IndexMissingError:
        return None
