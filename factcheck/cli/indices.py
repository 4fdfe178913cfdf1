"""Where an index is, as users name it."""

from __future__ import annotations

from pathlib import Path

from factcheck.errors import IndexMissingError

_FOLDER = Path("indices")


def index_path(given: str) -> Path:
    """Return the path itself; a bare word means a folder of `indices/`, if there is one."""
    path = Path(given)
    if path.name == given and (_FOLDER / given).is_dir():
        return _FOLDER / given
    return path


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
