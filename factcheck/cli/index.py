"""`factcheck index`: build an index of sources, keep it up to date, look into it, check it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer import Argument, Option

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.corpus import BuildResult
    from factcheck.index import Index

app = typer.Typer(no_args_is_help=True)

_INTERRUPTED = 130
_NAMED = 20  # documents listed one by one
_Sources = Annotated[
    list[Path], Argument(metavar="SOURCE...", help="Files and folders of the corpus.")
]
_Folder = Annotated[
    str, Option("--index", metavar="PATH", help="The index; a bare word is a folder of indices/.")
]


@app.command()
def build(
    index: _Folder,
    sources: Annotated[
        list[Path] | None,
        Argument(metavar="[SOURCE]...", help="Files and folders; those of the index if none."),
    ] = None,
    model: Annotated[
        str,
        Option(metavar="NAME", help="A model folder or hub name; NAME@bf16 stores in bfloat16."),
    ] = "",
    allow_download: Annotated[
        bool,
        Option("--allow-download", help="Fetch the model if it is not here: the only network use."),
    ] = False,
    fields: Annotated[
        str | None,
        Option(metavar="ROLE=FIELD,...", help="Fields of records: text=body,date=published_at."),
    ] = None,
) -> int:
    """Build an index, or renew it: then it holds exactly the documents of the sources.

    Only what is new is read and encoded. What is recorded (sources, model, fields) need not be
    named again. It may be interrupted; the same command goes on from there.
    """
    from factcheck import corpus
    from factcheck.cli import streams
    from factcheck.cli.checking import configured
    from factcheck.cli.drafts import record_fields
    from factcheck.cli.indices import index_path, recorded_model
    from factcheck.embed import open_model
    from factcheck.extract.claims import extract

    roles = None if fields is None else record_fields(fields)
    configuration = configured([])
    path = index_path(index, configuration)
    known = recorded_model(path)
    if not sources and known is None:
        raise UsageError(
            f"There is no index at {path} that could be renewed.",
            hint=f"Name its sources: factcheck index build SOURCE... --index {path}",
        )
    embedder = open_model(model or known or "", allow_download=allow_download, for_storing=True)
    with _resumable(path), streams.progress("reading", in_bytes=True) as advance:
        result = corpus.build(
            sources or [],
            path,
            embedder,
            extract=extract,
            fields=roles,
            limits=configuration.settings.limits,
            tables=configuration.settings.tables,
            progress=advance,
        )
    _say_result(path, result)
    return 0


@app.command()
def add(sources: _Sources, index: _Folder) -> int:
    """Add sources, or bring a part of them up to date; all else is left alone.

    A folder or file in a source of the index is read as a part of that: adding today's folder of an
    archive costs that folder, not the archive.
    """
    from factcheck import corpus
    from factcheck.cli import streams
    from factcheck.cli.checking import configured
    from factcheck.cli.indices import index_path
    from factcheck.embed import open_model
    from factcheck.extract.claims import extract
    from factcheck.index import Index

    configuration = configured([])
    path = index_path(index, configuration)
    with Index.open(path) as opened:
        model = opened.info.model.name
    with _resumable(path), streams.progress("reading", in_bytes=True) as advance:
        result = corpus.add(
            sources,
            path,
            open_model(model, for_storing=True),
            extract=extract,
            limits=configuration.settings.limits,
            tables=configuration.settings.tables,
            progress=advance,
        )
    _say_result(path, result)
    return 0


@app.command()
def rm(
    patterns: Annotated[
        list[str], Argument(metavar="PATTERN...", help="Ids of documents, with * ? and [abc].")
    ],
    index: _Folder,
) -> int:
    """Take documents out; what still stands in a source comes back with the next build.

    Patterns are those of the shell, for whole ids (notes/a.txt, table.csv#3); * stands for any
    characters. The id of a file takes all its records.
    """
    from factcheck import corpus
    from factcheck.cli import streams
    from factcheck.cli.checking import configured
    from factcheck.cli.indices import index_path
    from factcheck.report.escaping import for_terminal
    from factcheck.report.wording import plural

    configuration = configured([])
    path = index_path(index, configuration)
    gone = corpus.remove(patterns, path)
    more = f"... and {len(gone) - _NAMED:,} more\n" if len(gone) > _NAMED else ""
    listed = "".join(f"{for_terminal(name)}\n" for name in gone[:_NAMED])
    streams.put(f"{listed}{more}{path}: {plural(len(gone), 'document')} taken out\n")
    return 0


@app.command()
def verify(index: _Folder) -> int:
    """Check every seal, count, word and file of an index; damage makes the exit code 2."""
    from factcheck.cli import streams
    from factcheck.cli.checking import configured
    from factcheck.cli.indices import index_path
    from factcheck.index import explain_damage, verify

    configuration = configured([])
    path = index_path(index, configuration)
    damages = verify(path)
    error = explain_damage(path, damages)
    if error:
        raise error
    streams.put(f"{path}: whole\n")
    return 0


@app.command()
def info(index: _Folder) -> int:
    """Say what an index holds, of which sources, and which model it was built with."""
    from factcheck.cli import streams
    from factcheck.cli.checking import configured
    from factcheck.cli.indices import index_path
    from factcheck.index import Index
    from factcheck.report.escaping import for_terminal

    with Index.open(index_path(index, configured([]))) as opened:
        rows = [*_facts(opened), *_source_facts(opened)]
    streams.put("".join(f"{name:<10} {for_terminal(said)}\n" for name, said in rows))
    return 0


def _facts(opened: Index) -> Iterator[tuple[str, str]]:
    held = opened.info
    size = sum(file.stat().st_size for file in opened.path.iterdir() if file.is_file())
    yield "documents", f"{held.documents:,}"
    yield "passages", f"{held.passages:,}"
    yield "claims", f"{held.claims:,}"
    yield "oldest", held.oldest or "no document has a date"
    yield "newest", held.newest or "no document has a date"
    yield "model", f"{held.model.name}, {held.model.dimension} numbers, {held.model.digest[:16]}"
    found = "exact" if opened.recall is None else f"approximate, recall@10 {opened.recall:.3f}"
    yield "search", f"{found}, rescored exactly" if opened.recall else found
    yield "size", f"{size / 1e6:,.1f} MB, {size // max(held.passages, 1):,} bytes a passage"
    yield "state", held.state
    if held.unfinished:
        yield "unfinished", "run factcheck index build again; not all of the sources were read"


def _source_facts(opened: Index) -> Iterator[tuple[str, str]]:
    from factcheck import corpus
    from factcheck.report.wording import plural

    changed = {change.source: change for change in corpus.changes(opened)}
    for source in opened.sources():
        days = f"{source.oldest} to {source.newest}" if source.oldest else "without dates"
        path = corpus.located(source.name, opened.path)
        if not path.exists():
            now = "not here"
        elif source.name in changed:
            now = f"changed since ({corpus.said(changed[source.name])})"
        else:
            now = "up to date"
        held = plural(source.documents, "document")
        yield "source", f"{corpus.shown(path)}: {held}, {days}, {now}"


@contextlib.contextmanager
def _resumable(path: Path) -> Iterator[None]:
    """Say after Ctrl-C what is kept and how to go on."""
    try:
        yield
    except KeyboardInterrupt:
        from factcheck.cli import streams
        from factcheck.cli.indices import recorded_model

        if recorded_model(path) is None:
            said = "Nothing was stored yet; the same command begins again."
        else:
            said = (
                f"The index {path} is whole and holds what was stored so far; the same command "
                "goes on from there."
            )
        streams.say(said)
        raise typer.Exit(_INTERRUPTED) from None


def _say_result(path: Path, result: BuildResult) -> None:
    from factcheck.cli import streams
    from factcheck.report.wording import plural

    for refusal in result.refusals:
        streams.say(f"{refusal.path}: {refusal.reason} ({refusal.code})")
    for notice in result.notices:
        streams.say(notice.message)
    counts = {
        "new": result.added,
        "renamed": result.renamed,
        "unchanged": result.unchanged,
        "gone": result.removed,
        "refused or skipped": len(result.refusals),
    }
    did = ", ".join(f"{count:,} {word}" for word, count in counts.items() if count)
    streams.put(
        f"{path}: {plural(result.documents, 'document')}, {plural(result.passages, 'passage')}, "
        f"{plural(result.claims, 'claim')}; {did}; {plural(result.encoded, 'text')} encoded\n"
    )
