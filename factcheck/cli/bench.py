"""`factcheck bench`: measure the product against labelled files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from typer import Argument, Option

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.bench.agreement import Agreement

app = typer.Typer(no_args_is_help=True)


@app.callback()
def bench() -> None:
    """Measure the product against labelled files of your own."""


@app.command()
def extraction(
    gold: Annotated[
        Path, Argument(metavar="GOLD.jsonl", help="Labelled sentences, one JSON object a line.")
    ],
    predictions: Annotated[
        Path | None, Option(metavar="OUT.jsonl", help="Write what was read, in the same form.")
    ] = None,
) -> int:
    """Measure how figures and dates are read: spans, values, units, modifiers."""
    import msgspec

    from factcheck.bench.extraction import predict, read_gold, score
    from factcheck.cli import streams
    from factcheck.report.escaping import for_json
    from factcheck.report.wording import plural

    rows = read_gold(gold)
    predicted = predict(rows)
    if predictions:
        lines = (for_json(msgspec.to_builtins(row), indent=None, number=str) for row in predicted)
        streams.put_file(predictions, "".join(f"{line}\n" for line in lines))
    found = score(rows, predicted)
    shares = {
        "span precision": found.precision,
        "span recall": found.recall,
        "span F1": found.span_f1,
        "full F1": found.full_f1,
        "value recall": found.value_recall,
        "modifier recall": found.modifier_recall,
    }
    counts = f"{plural(len(rows), 'sentence')}, {plural(found.labels, 'label')}\n"
    streams.put(counts + "".join(f"{name:<16} {share:.3f}\n" for name, share in shares.items()))
    return 0


@app.command()
def pairs(
    labelled: Annotated[
        Path,
        Argument(metavar="FILE.jsonl", help="Rows of id, claim, evidence and label."),
    ],
    predictions: Annotated[
        Path | None, Option(metavar="OUT.jsonl", help="Write the verdict on each pair.")
    ] = None,
    verifier: Annotated[
        str,
        Option(metavar="none|PATH", help="Judge by the rules alone, or by another CrossEncoder."),
    ] = "",
    form: Annotated[
        Literal["text", "json"], Option("--format", help="What standard output gets.")
    ] = "text",
) -> int:
    """Measure the verdicts against labelled pairs of a claim and its evidence.

    Labels are supported, refuted and nei (not enough information), or supported and
    not_supported.
    """
    import msgspec

    from factcheck.bench.agreement import agreement
    from factcheck.bench.pairs import predict, read_pairs
    from factcheck.cli import streams
    from factcheck.entail import chosen_verifier
    from factcheck.report.escaping import for_json

    rows = read_pairs(labelled)
    found, model = [], chosen_verifier(verifier)
    with streams.progress("judging") as advance:
        for number, prediction in enumerate(predict(rows, model), start=1):
            found.append(prediction)
            advance(number, len(rows), prediction.id)
    if predictions:
        lines = (for_json(msgspec.to_builtins(row), indent=None, number=str) for row in found)
        streams.put_file(predictions, "".join(f"{line}\n" for line in lines))
    measured = agreement(rows, found)
    if form == "json":
        streams.put(for_json(_as_json(measured), indent=2, number=str) + "\n")
    else:
        streams.put(_as_text(measured))
    return 0


@app.command(name="end-to-end")
def end_to_end(
    sources: Annotated[
        Path, Argument(metavar="CORPUS.jsonl", help="Rows of id, title and text; .gz is read too.")
    ],
    claims: Annotated[
        Path, Argument(metavar="CLAIMS.jsonl", help="Rows of id, claim, label and documents.")
    ],
    predictions: Annotated[
        Path | None, Option(metavar="OUT.jsonl", help="Write verdict and documents of each claim.")
    ] = None,
    cache: Annotated[
        Path | None,
        Option(metavar="FOLDER", help="Keep the index here, and use it again for these bytes."),
    ] = None,
    model: Annotated[
        str, Option(metavar="NAME", help="A model folder or hub name, or hashing.")
    ] = "",
    verifier: Annotated[
        str,
        Option(metavar="none|PATH", help="Judge by the rules alone, or by another CrossEncoder."),
    ] = "",
    form: Annotated[
        Literal["text", "json"], Option("--format", help="What standard output gets.")
    ] = "text",
) -> int:
    """Index a corpus, look up and judge each claim, and measure both.

    SciFact's own files are read as they are. What is not dated is taken to be of one day.
    """
    import contextlib
    import tempfile

    import msgspec

    from factcheck.bench.end_to_end import answer, build, measure, read_claims
    from factcheck.cli import streams
    from factcheck.embed import open_model
    from factcheck.entail import chosen_verifier
    from factcheck.index import Index
    from factcheck.report.escaping import for_json

    asked, judge = read_claims(claims), chosen_verifier(verifier)
    embedder = open_model(model, for_storing=True)
    with contextlib.ExitStack() as stack:
        folder = cache or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        with streams.progress("indexing") as advance:
            place = build(sources, folder, embedder, advance)
        index = stack.enter_context(Index.open(place))
        found = []
        with streams.progress("judging") as advance:
            for number, one in enumerate(answer(asked, index, embedder, judge), start=1):
                found.append(one)
                advance(number, len(asked), one.id)
    if predictions:
        lines = (for_json(msgspec.to_builtins(row), indent=None, number=str) for row in found)
        streams.put_file(predictions, "".join(f"{line}\n" for line in lines))
    measured = measure(asked, found)
    recall = {f"recall@{rank}": share.value for rank, share in measured.recall.items()}
    if form == "json":
        table = {**_as_json(measured.agreement), **recall}
        streams.put(for_json(table, indent=2, number=str) + "\n")
    else:
        found_in = "".join(f"{name:<13} {_share(value)}\n" for name, value in recall.items())
        streams.put(_as_text(measured.agreement) + "\n" + found_in)
    return 0


@app.command()
def table(
    data: Annotated[
        Path, Argument(metavar="FOLDER", help="Public sets; files are known by their digests.")
    ],
    page: Annotated[
        Path, Argument(metavar="PAGE.md", help="Written between the two marks of its table.")
    ],
    verifier: Annotated[
        str,
        Option(metavar="none|PATH", help="Judge by the rules alone, or by another CrossEncoder."),
    ] = "",
    rows: Annotated[int, Option(min=1, metavar="N", help="Of each set at most.")] = 1000,
    cache: Annotated[
        Path | None, Option(metavar="FOLDER", help="Keep the index of a corpus here.")
    ] = None,
) -> int:
    """Measure every known public set that is there, and write the table of a page."""
    import tempfile

    from factcheck.bench.table import files_in, lines, written
    from factcheck.cli import streams
    from factcheck.embed import open_model
    from factcheck.entail import chosen_verifier

    try:
        before = page.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{page} cannot be read.") from error
    with tempfile.TemporaryDirectory() as spare, streams.progress("measuring") as advance:
        made = lines(
            files_in(data),
            chosen_verifier(verifier),
            rows=rows,
            cache=cache or Path(spare),
            embedder=open_model(for_storing=True),
            advance=lambda name: advance(0, None, name),
        )
        streams.put_file(page, written(before, made))
    return 0


def _as_json(measured: Agreement) -> dict[str, object]:
    return {
        "pairs": measured.accuracy.of,
        "accuracy": measured.accuracy.value,
        "interval": [measured.low, measured.high],
        "macro_f1": measured.macro_f1,
        "balanced_accuracy": measured.balanced,
        "trivial": {verdict: share.value for verdict, share in measured.trivial.items()},
        "verdicts": {
            verdict: {
                "given": precision.of,
                "right": precision.right,
                "precision": precision.value,
                "recall": measured.recall[verdict].value,
            }
            for verdict, precision in measured.precision.items()
        },
    }


def _as_text(measured: Agreement) -> str:
    from factcheck.report.wording import plural

    verdict, best = max(measured.trivial.items(), key=lambda one: one[1].right)
    lines = [
        plural(measured.accuracy.of, "pair"),
        f"accuracy      {_share(measured.accuracy.value)}"
        f" (95% interval {measured.low:.3f} to {measured.high:.3f})",
        f"balanced      {measured.balanced:.3f}",
        f"macro-F1      {measured.macro_f1:.3f}",
        f"one answer    {_share(best.value)} ({verdict} to all)",
        "",
        "              precision  recall  given",
    ]
    lines += [
        f"{verdict:<13} {_share(precision.value):>9}  {_share(measured.recall[verdict].value):>6}"
        f"  {precision.of:>5}"
        for verdict, precision in measured.precision.items()
    ]
    return "\n".join(lines) + "\n"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


@app.command()
def rank(
    labelled: Annotated[
        Path,
        Argument(metavar="FILE.jsonl", help="Rows of id, text and label (checkworthy or not)."),
    ],
    fit: Annotated[
        bool, Option("--fit", help="Print weights fitted to four fifths, for rank.toml.")
    ] = False,
) -> int:
    """Measure how what is worth checking is ranked, on the fifth that was never fitted to."""
    from factcheck.bench import ranking
    from factcheck.cli import streams

    rows = ranking.read_rows(labelled)
    if fit:
        weights = ranking.fit(rows)
        streams.put("".join(f"{name} = {weight}\n" for name, weight in weights.items()))
        return 0
    held_out = sum(row.is_held_out for row in rows)
    streams.put(f"{held_out} of {len(rows)} sentences\n              precision  area\n")
    for name, order in ranking.measure(rows).items():
        streams.put(f"{name:<13} {order.precision:>9.3f} {order.area:>5.3f}\n")
    return 0
