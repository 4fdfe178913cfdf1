"""Where an index is, as users name it."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path("indices")


def index_path(given: str) -> Path:
    """Return the path itself; a bare word means a folder of `indices/`, if there is one."""
    path = Path(given)
    if path.name == given and (_FOLDER / given).is_dir():
        return _FOLDER / given
    return path
