"""The files of an archive, from the places a user names."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from factcheck.readers import walk
from factcheck.schema import Refusal

Found = tuple[Path, str] | Refusal


def files(places: Sequence[Path], without: Sequence[Path] = ()) -> Iterator[Found]:
    """Yield the files of an archive with their names, each once, in a fixed order.

    A place is a file, a folder, or a pattern with * ? [abc] or ** in it. Below a lone place names
    are relative to it, as in an index of it; else each begins with its place. Folders in `without`
    are passed over.
    """
    named = [root for place in places for root in roots(place)]
    left_out = [path.resolve() for path in without]
    seen: set[Path] = set()
    for root in named:
        head = "" if len(named) == 1 else f"{_shown(root)}/" if root.is_dir() else _shown(root)
        for found in walk(root):
            if isinstance(found, Refusal):
                yield msgspec.structs.replace(found, path=head + found.path if head else found.path)
                continue
            path, name = found
            if path in seen or any(path.is_relative_to(folder) for folder in left_out):
                continue
            seen.add(path)
            yield path, f"{head}{name}" if head.endswith("/") or not head else head


def roots(place: Path) -> Iterator[Path]:
    """Yield the place itself, or what its pattern fits, in the order of names."""
    pattern = str(place)
    if place.exists() or not glob.has_magic(pattern):
        yield place
    else:
        yield from map(Path, sorted(glob.glob(pattern, recursive=True)))  # noqa: PTH207 - may be absolute


def _shown(path: Path) -> str:
    return os.fsencode(path).decode("utf-8", "backslashreplace")
