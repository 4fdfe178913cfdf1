"""What a command writes, and where: one format on standard output, others into files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple, get_args

from typer import Option

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.report import Layout, Outcome

Format = Literal[
    "text", "json", "jsonl", "csv", "md", "html", "docx", "sarif", "junit", "github"
]  # those of `report.Format`, which is not imported for a page of help
FormatOption = Annotated[Format, Option("--format", help="What standard output gets.")]
OutputOption = Annotated[
    list[str] | None,
    Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write a file too, in the format of its suffix (.html, .docx, .csv, .md, .sarif, "
        ".xml for JUnit, .json, .jsonl, .txt), or FORMAT:FILE. Repeatable.",
    ),
]
CommentOption = Annotated[
    bool, Option("--comment-all", help="In Word files, comment on corroborated claims too.")
]

_SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".json": "json",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".md": "md",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".sarif": "sarif",
    ".xml": "junit",
}


class Target(NamedTuple):
    """A file to write and its format."""

    path: Path
    form: Format


def targets(given: Sequence[str] | None, drafts: Sequence[str]) -> list[Target]:
    """Return what -o names, before any work is done in vain.

    Raises:
        UsageError: a file has no known suffix, cannot be written, is a draft or is named twice.
    """
    found: list[Target] = []
    for one in given or []:
        target = _target(one)
        _check(target.path, drafts)
        if any(target.path == other.path for other in found):
            raise UsageError(f"-o {target.path} is named twice.", hint="Name another file.")
        found.append(target)
    return found


def write(
    outcomes: Sequence[Outcome], form: Format, files: Sequence[Target], page: Layout, screen: Layout
) -> None:
    """Write all files, then standard output.

    Raises:
        UsageError: a file is one of the drafts, which folders and patterns tell only now.
        FactcheckError: one cannot be written.
    """
    from factcheck.cli import streams
    from factcheck.report import encode, render

    drafts = sorted({_path(outcome) for outcome in outcomes})
    for target in files:
        _check(target.path, drafts)
    for target in files:
        original = _original(outcomes) if target.form == "docx" else None
        streams.put_file(target.path, encode(outcomes, target.form, page, original))
    if form == "docx":
        streams.put_bytes(encode(outcomes, form, page, _original(outcomes)))
    else:
        streams.put(render(outcomes, form, screen))


def refuse_screen(form: Format) -> None:
    """Refuse to write a Word file to a terminal.

    Raises:
        UsageError: standard output is one.
    """
    from factcheck.cli import streams

    if form == "docx" and streams.is_terminal():
        raise UsageError("A Word file is no text for the screen.", hint="Use -o report.docx.")


def _target(given: str) -> Target:
    """Return the file and the format, which stands before a colon or follows from the suffix.

    >>> _target("sarif:results.json"), _target("report.html")  # doctest: +NORMALIZE_WHITESPACE
    (Target(path=PosixPath('results.json'), form='sarif'),
     Target(path=PosixPath('report.html'), form='html'))
    """
    word, colon, name = given.partition(":")
    for form in get_args(Format):
        if colon and word == form and name:
            return Target(Path(name), form)
    path = Path(given)
    known = _SUFFIXES.get(path.suffix.lower())
    if known is None:
        suffixes = ", ".join(_SUFFIXES)
        raise UsageError(
            f"-o {given} has no known suffix.", hint=f"Use one of {suffixes}, or FORMAT:FILE."
        )
    return Target(path, known)


def _check(path: Path, drafts: Sequence[str]) -> None:
    if path.is_dir() or not path.parent.is_dir():
        raise UsageError(f"-o {path} cannot be written.", hint="Name a file in a folder there is.")
    if path.exists() and any(Path(draft).exists() and path.samefile(draft) for draft in drafts):
        raise UsageError(f"-o {path} is one of the drafts.", hint="Name another file.")


def _path(outcome: Outcome) -> str:
    from factcheck.schema import Refusal

    return outcome.path if isinstance(outcome, Refusal) else outcome.document.origin.path


def _original(outcomes: Sequence[Outcome]) -> bytes | None:
    """Return the Word file that the one draft was read from, None where it was none."""
    from factcheck.config import Limits
    from factcheck.readers.files import contents
    from factcheck.schema import Refusal

    match outcomes:
        case [outcome] if not isinstance(outcome, Refusal):
            path = outcome.document.origin.path
            if path.lower().endswith(".docx"):
                data = contents(Path(path), path, Limits())
                return data if isinstance(data, bytes) else None
    return None
