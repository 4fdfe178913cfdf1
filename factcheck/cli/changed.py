"""What has changed in a draft since a revision, as git tells it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.schema import Document, Report, Span

_HUNK = re.compile(r"^@@ -[0-9,]{1,40} \+([0-9]{1,15})(?:,([0-9]{1,15}))?+ @@", re.MULTILINE)
_SECONDS = 60


def only_changed(report: Report, revision: str) -> Report:
    """Return the report with the verdicts in paragraphs that have changed since a revision.

    A draft that the revision does not have has changed as a whole, and so has one whose text is
    not that of its file.

    Raises:
        UsageError: the draft is in no repository, or there is no such revision.
    """
    import msgspec

    from factcheck.schema import Notice

    document = report.document
    lines = _changed_lines(Path(document.origin.path), revision)
    kept = report.verdicts
    if lines is not None and document.origin.counted == "line":
        blocks = [b.span for b in document.blocks if not lines.isdisjoint(_lines(document, b.span))]
        kept = tuple(v for v in kept if any(block.overlaps(v.claim.span) for block in blocks))
    said = f"{len(kept)} of {len(report.verdicts)} claims stand in what changed since {revision}."
    notices = (*report.notices, Notice("changed-only", said))
    return msgspec.structs.replace(report, verdicts=kept, notices=notices)


def _lines(document: Document, span: Span) -> range:
    return range(document.line_at(span.start), document.line_at(max(span.end - 1, 0)) + 1)


def _changed_lines(path: Path, revision: str) -> frozenset[int] | None:
    """Return the lines of a file that are new since a revision; None where all of it is."""
    folder, name = path.parent, f"./{path.name}"
    if not path.is_file():
        raise UsageError("--changed-since needs drafts that are files.")
    _git(folder, "rev-parse", "--show-prefix", failing=f"{path} is in no git repository.")
    commit = _git(
        folder,
        *("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"),
        failing=f"--changed-since {revision} is no revision of the repository of {path}.",
    ).strip()
    if not _git(folder, "ls-tree", "--name-only", commit, "--", name, failing="").strip():
        return None
    told = _git(
        folder,
        *("diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", commit),
        *("--", name),
        failing=f"git cannot compare {path} with {revision}.",
    )
    # Where lines were only taken out, the one before and the one after are told anew.
    found: set[int] = set()
    for match in _HUNK.finditer(told):
        first, count = int(match[1]), int(match[2] or 1)
        found.update(range(first, first + count) if count else (first, first + 1))
    return frozenset(found)


def _git(folder: Path, *arguments: str, failing: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - the arguments are ours, the revision is verified
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - as the user's shell finds it
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UsageError("git could not be run.", hint="Leave out --changed-since.") from error
    if done.returncode:
        raise UsageError(failing, hint="Name a commit, branch or tag, as HEAD~1 or origin/main.")
    return done.stdout.decode("utf-8", "replace")
