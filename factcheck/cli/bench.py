"""`factcheck bench`: measure the product against labelled files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from typer import Argument, Option

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
