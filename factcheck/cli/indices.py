"""Where an index is, as users name it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.errors import IndexMissingError

_FOLDER = Path("indices")


def index_path(given: str) -> Path:
    """Return the path itself; a bare word means a folder of `indices/`, if there is one."""
    path = Path(given)
    if path.name == given and (_FOLDER / given).is_dir():
        return _FOLDER / given
    return path


def index_paths(given: Sequence[str]) -> Path | list[Path]:
    """Return the path of the one index that was named, or the paths of several."""
    paths = [index_path(one) for one in given]
    return paths[0] if len(paths) == 1 else paths


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
