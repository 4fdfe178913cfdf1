"""`factcheck audit`: check a whole archive, unattended, into a folder of results."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer
from typer import Argument, Option

from factcheck.cli.checking import IndexOption, VerifierOption
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.audit import Standing, Summary
    from factcheck.audit.options import CheckingJob
    from factcheck.audit.run import Engine
    from factcheck.schema import ClaimKind

_INTERRUPTED = 130


def audit(
    paths: Annotated[
        list[Path],
        Argument(metavar="PATH", help="Folders, files and patterns; records of jsonl and csv."),
    ],
    out: Annotated[Path, Option(metavar="FOLDER", help="Where the results go; a new folder.")],
    index: IndexOption = None,
    resume: Annotated[
        bool, Option("--resume", help="Go on with the audit in --out; what is done is kept.")
    ] = False,
    workers: Annotated[
        int, Option(metavar="N", min=0, help="Worker processes; 0: one for each core.")
    ] = 0,
    engine: Annotated[
        Literal["local", "ray"], Option(help="Where the workers run: here, or on a Ray cluster.")
    ] = "local",
    address: Annotated[
        str, Option(metavar="ADDRESS", help="The Ray cluster; without it Ray is started here.")
    ] = "",
    since: Annotated[
        str | None, Option(metavar="DATE", help="Leave out documents dated before it.")
    ] = None,
    kinds: Annotated[
        str | None,
        Option(metavar="KIND,...", help="Only claims of quantity, date, quote, role, statement."),
    ] = None,
    in_order: Annotated[
        bool,
        Option("--in-order", help="Of several indices, let each outrank those named after it."),
    ] = False,
    against_earlier: Annotated[
        bool,
        Option("--self", help="Hold each document against sources dated before it alone."),
    ] = False,
    verifier: VerifierOption = "",
    fields: Annotated[
        str | None,
        Option(metavar="ROLE=FIELD,...", help="Fields of records: text=body,date=published_at."),
    ] = None,
) -> int:
    """Check a whole archive, unattended; a table, a page and every claim go to a new folder.

    It may be interrupted; the same command with --resume goes on. Exit code 0: every document is
    accounted for; 2: it could not be done, or no document could be checked.
    """
    from factcheck.audit import Options, Place, audit
    from factcheck.cli.checking import configured
    from factcheck.cli.drafts import as_of_date, record_fields
    from factcheck.cli.indices import index_paths
    from factcheck.cli.streams import put

    options = Options(
        kinds=_kinds(kinds),
        since=as_of_date(since, "--since"),
        against_earlier=against_earlier,
        fields=record_fields(fields or ""),
    )
    configuration = configured(list(map(str, paths)))
    place = Place(paths, index_paths(index, configuration), out, in_order)
    with _resumable(out), _progress() as show:
        summary = audit(
            place,
            _engine(engine, workers, address),
            options=options,
            settings=configuration.settings.asking(verifier),
            resume=resume,
            progress=show,
        )
    put(_said(summary, out))
    return 0 if summary.documents.get("checked") else 2


def _kinds(given: str | None) -> tuple[ClaimKind, ...]:
    from factcheck.schema import ClaimKind

    known: dict[str, ClaimKind] = {kind: kind for kind in get_args(ClaimKind)}
    wanted = [word.strip() for word in (given or "").split(",") if word.strip()]
    for word in wanted:
        if word not in known:
            raise UsageError(
                f"--kinds {word} is no kind of claim.", hint=f"There are {', '.join(known)}."
            )
    return tuple(sorted({known[word] for word in wanted}))


def _engine(name: str, workers: int, address: str) -> Callable[[CheckingJob], Engine]:
    if name == "ray":
        from factcheck.audit.on_ray import RayCrew

        return lambda job: RayCrew(job, workers, address)
    from factcheck.audit import Crew

    if address:
        raise UsageError("--address is for --engine ray.", hint="Leave it out.")
    return lambda job: Crew(job, workers or len(os.sched_getaffinity(0)))


@contextlib.contextmanager
def _progress() -> Iterator[Callable[[Standing], None]]:
    """Show one line while the audit goes on, if stderr is a terminal."""
    from factcheck.cli.streams import progress

    began = time.monotonic()
    with progress("checking") as advance:

        def show(now: Standing) -> None:
            rate = now.documents / max(time.monotonic() - began, 0.001)
            advance(
                now.read,
                now.size or None,
                f"{now.documents:,} documents, {rate:.1f} a second, {now.conflicting:,} "
                f"conflicting, {now.refused:,} refused",
            )

        yield show


@contextlib.contextmanager
def _resumable(out: Path) -> Iterator[None]:
    """Say after Ctrl-C what is kept and how to go on."""
    try:
        yield
    except KeyboardInterrupt:
        from factcheck.cli.streams import say

        say(
            f"What is finished is kept in {out}; the same command with --resume goes on from there."
        )
        raise typer.Exit(_INTERRUPTED) from None


def _said(summary: Summary, out: Path) -> str:
    from factcheck.report.escaping import for_terminal
    from factcheck.report.wording import plural

    claims = summary.claims
    documents = ", ".join(
        f"{count:,} {state}" for state, count in summary.documents.items() if state != "found"
    )
    verdicts = ", ".join(f"{count:,} {label}" for label, count in claims.items())
    return for_terminal(
        f"{plural(summary.documents['found'], 'document')}: {documents}\n"
        f"{plural(sum(claims.values()), 'claim')}: {verdicts}\n"
        f"{out / 'report.html'}\n"
    )
