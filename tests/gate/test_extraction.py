"""Floors on sentences written for this project; a fall below one is a regression."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.bench.extraction import Scores, predict, read_gold, score
from factcheck.bench.labels import Row

GOLD = Path(__file__).with_name("extraction.jsonl")

# spans, full, values and modifiers: what was reached when the set was written, less one label
FLOORS = {"span_f1": 0.99, "full_f1": 0.99, "value_recall": 0.99, "modifier_recall": 0.95}
KINDS = {
    "count": 39,
    "money": 30,
    "percent": 13,
    "percentage_point": 4,
    "duration": 12,
    "age": 8,
    "measure": 19,
    "fraction": 5,
    "ratio": 3,
    "multiplier": 5,
    "ordinal": 4,
    "temperature": 3,
    "score": 2,
    "frequency": 1,
    "date": 6,
}  # labels of each kind; all are read in full


@pytest.fixture(scope="module")
def rows() -> tuple[Row, ...]:
    return read_gold(GOLD)


@pytest.fixture(scope="module")
def scores(rows: tuple[Row, ...]) -> Scores:
    return score(rows, predict(rows))


@pytest.mark.parametrize("name", FLOORS)
def test_floor(scores: Scores, name: str) -> None:
    assert getattr(scores, name) >= FLOORS[name]


def test_sentences_without_figures_give_none(scores: Scores) -> None:
    assert scores.empty_rows_read == 0


def of_kind(rows: tuple[Row, ...], kind: str) -> Iterator[tuple[int, int]]:
    """Yield (labels, fully right ones) of every row that holds only figures of one kind."""
    for row in rows:
        labels = [label for label in row.quantities if label.kind == kind]
        if labels:
            part = Row(row.text, labels, ref=row.ref, spans="partial")
            found = score([part], predict([part]))
            yield found.labels, found.full


@pytest.mark.parametrize("kind", KINDS)
def test_floor_of_each_kind(rows: tuple[Row, ...], kind: str) -> None:
    counts = list(of_kind(rows, kind))
    assert sum(labels for labels, _ in counts) == KINDS[kind]
    assert sum(full for _, full in counts) >= KINDS[kind]


def test_counted_nouns_and_spans_are_exact(rows: tuple[Row, ...]) -> None:
    labelled = {
        (row.text, label.start, label.end, label.of) for row in rows for label in row.quantities
    }
    read = {
        (row.text, label.start, label.end, label.of)
        for row in predict(rows)
        for label in row.quantities
    }
    assert len(labelled & read) >= len(labelled) - 2
