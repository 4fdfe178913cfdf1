"""Take documents out of an index by the names they have in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck import index
from factcheck.errors import UsageError


def remove(patterns: Sequence[str], path: Path) -> list[str]:
    """Take out the documents whose id matches a shell pattern; return their ids, sorted.

    `*` stands for any characters, "/" among them; the id of a file matches all its records. A
    document whose file still is in a source comes back with the next build.

    Raises:
        UsageError: a pattern matches nothing, or together they match every document.
        IndexMissingError: there is no index.
        IndexStateError: another writer is at work, the index is damaged, or the disk is full.
    """
    with index.write(path) as writer:
        matched = {pattern: writer.matching(pattern) for pattern in patterns}
        missed = [pattern for pattern, names in matched.items() if not names]
        if missed:
            raise UsageError(
                f"No document of the index {path} matches {', '.join(missed)}.",
                hint="Patterns are those of the shell, over ids like notes/a.txt or a.csv#3.",
            )
        names = sorted({name for names in matched.values() for name in names})
        if len(names) == writer.documents:
            raise UsageError(
                f"Every document of the index {path} matches; nothing was taken out.",
                hint=f"Delete the folder {path} to be rid of all.",
            )
        for name in names:
            writer.remove(name)
    return names
