"""Sources and their files: how an index names them, and where they are.

A source is recorded as its path from the index folder, so that a folder which holds both can be
moved, and an index holds no path of the machine it was made on.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from factcheck.errors import UsageError
from factcheck.index import FileKey, Stamp
from factcheck.readers import walk
from factcheck.schema import Refusal


class Scope(NamedTuple):
    """A source, or with `below` the file or folder of this name in it."""

    source: str
    below: str = ""

    def path(self, index: Path) -> Path:
        """Return where it is, seen from the index folder."""
        return located(self.source, index) / self.below

    def __str__(self) -> str:
        return f"{self.source}/{self.below}" if self.below else self.source


class File(NamedTuple):
    """A file to read, in the order in which ids are given: by name, then source."""

    name: str
    source: str
    path: Path
    stamp: Stamp

    @property
    def key(self) -> FileKey:
        """What the index knows the file by."""
        return FileKey(self.source, self.name)


def located(source: str, index: Path) -> Path:
    """Return the path of a recorded source."""
    return Path(os.path.normpath(index.resolve() / source))


def shown(path: Path) -> str:
    """Return a path as the user would type it here: from the working folder where it is below.

    >>> shown(Path.cwd() / "archive")
    'archive'
    """
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def wholes(sources: Iterable[Path], index: Path) -> list[Scope]:
    """Return sources as they are recorded, each once, in order."""
    return sorted({Scope(_recorded(source, index)) for source in sources})


def parts(sources: Iterable[Path], index: Path, recorded: Sequence[str]) -> list[Scope]:
    """Return sources as they are recorded; what is in a recorded source is a part of that.

    Raises:
        UsageError: a recorded source is in one of them, so its documents would be there twice.
    """
    return sorted({_part(source, index, recorded) for source in sources})


def _part(source: Path, index: Path, recorded: Sequence[str]) -> Scope:
    name = _recorded(source, index)
    path = located(name, index)
    for known in recorded:
        folder = located(known, index)
        if path == folder or path.is_relative_to(folder):
            below = path.relative_to(folder).as_posix()
            return Scope(known, "" if below == "." else below)
        if folder.is_relative_to(path):
            raise UsageError(
                f"{source} holds {folder.name}, which is a source of the index already; its "
                "documents would be there twice.",
                hint=f"Build with all sources: factcheck index build {source} --index {index}",
            )
    return Scope(name)


def _recorded(source: Path, index: Path) -> str:
    name = Path(os.path.relpath(source.absolute(), index.resolve())).as_posix()
    try:
        name.encode()
    except UnicodeEncodeError as error:
        message = f"The name of {source} is not UTF-8."
        raise UsageError(message, hint="Rename it, or link to it.") from error
    return name


def found(scopes: Sequence[Scope], index: Path) -> tuple[list[File], list[Refusal]]:
    """Return the files of all scopes in one order that does not depend on how they are given.

    The index may stand below a source; its own files are left out.

    Raises:
        UsageError: there is no such file or folder.
    """
    own = index.resolve()
    files: dict[FileKey, File] = {}
    refusals = []
    for scope in scopes:
        root = scope.path(index)
        if not root.exists():
            raise UsageError(f"There is no file or folder {shown(root)}.", hint="Check the name.")
        is_file = root.is_file()
        for read in walk(root):
            if isinstance(read, Refusal):
                named = _below(scope.below, read.path)
                refusals.append(msgspec.structs.replace(read, path=named))
            elif not read[0].is_relative_to(own):
                name = scope.below if is_file and scope.below else _below(scope.below, read[1])
                file = File(name, scope.source, read[0], _stamp(read[0]))
                files[file.key] = file
    return sorted(files.values()), refusals


def _below(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _stamp(path: Path) -> Stamp:
    try:
        status = path.stat()
    except OSError:  # gone meanwhile: reading it will say so
        return Stamp(0, 0)
    return Stamp(status.st_size, status.st_mtime_ns)
