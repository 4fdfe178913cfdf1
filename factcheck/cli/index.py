"""`factcheck index`: build an index of sources, and say what is in one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from typer import Argument, Option

from factcheck.errors import UsageError

app = typer.Typer(no_args_is_help=True)


@app.command()
def build(
    sources: Annotated[
        list[Path], Argument(metavar="SOURCE", help="Files and folders of the corpus.")
    ],
    index: Annotated[str, Option(metavar="PATH", help="Folder of the index.")],
    model: Annotated[
        str,
        Option(metavar="NAME", help="A model folder or hub name; NAME@bf16 stores in bfloat16."),
    ] = "",
    allow_download: Annotated[
        bool,
        Option("--allow-download", help="Fetch the model if it is not here: the only network use."),
    ] = False,
    fields: Annotated[
        str,
        Option(metavar="ROLE=FIELD,...", help="Fields of records: text=body,date=published_at."),
    ] = "",
) -> int:
    """Build an index, or renew it: only what is new is encoded."""
    from factcheck import corpus
    from factcheck.cli import streams
    from factcheck.cli.indices import index_path
    from factcheck.config import Settings
    from factcheck.embed import open_model
    from factcheck.extract.claims import extract
    from factcheck.report.wording import plural

    roles = _roles(fields)
    path = index_path(index)
    embedder = open_model(model, allow_download=allow_download, for_storing=True)
    with streams.progress("reading", in_bytes=True) as advance:
        result = corpus.build(
            sources,
            path,
            embedder,
            extract=extract,
            fields=roles,
            limits=Settings().limits,
            progress=advance,
        )
    for refusal in result.refusals:
        streams.say(f"{refusal.path}: {refusal.reason} ({refusal.code})")
    for notice in result.notices:
        streams.say(notice.message)
    streams.put(
        f"{path}: {plural(result.documents, 'document')}, {plural(result.passages, 'passage')}, "
        f"{plural(result.claims, 'claim')}; {result.encoded:,} encoded anew, "
        f"{len(result.refusals):,} refused or skipped\n"
    )
    return 0


@app.command()
def info(
    index: Annotated[
        str, Option(metavar="PATH", help="The index; a bare word is a folder of indices/.")
    ],
) -> int:
    """Say what an index holds and which model it was built with."""
    from factcheck.cli import streams
    from factcheck.cli.indices import index_path
    from factcheck.index import Index
    from factcheck.report.escaping import for_terminal

    with Index.open(index_path(index)) as opened:
        held = opened.info
    rows = {
        "documents": f"{held.documents:,}",
        "passages": f"{held.passages:,}",
        "claims": f"{held.claims:,}",
        "newest": held.newest or "no document has a date",
        "model": f"{held.model.name}, {held.model.dimension} numbers, {held.model.digest[:16]}",
        "state": held.state,
    }
    streams.put("".join(f"{name:<10} {for_terminal(said)}\n" for name, said in rows.items()))
    return 0


def _roles(fields: str) -> dict[str, str]:
    """Read the value of --fields."""
    from factcheck.readers.records import NAMES

    roles = {}
    for pair in filter(None, fields.split(",")):
        role, _, field = pair.partition("=")
        if role.strip() not in NAMES or not field.strip():
            raise UsageError(
                f"--fields {pair} names no field.",
                hint=f"Write ROLE=FIELD, where ROLE is {', '.join(NAMES)}.",
            )
        roles[role.strip()] = field.strip()
    return roles
