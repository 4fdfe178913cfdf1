"""A folder with sources and their index, and the commands that update it."""

from pathlib import Path

from factcheck import corpus
from tests.corpus.place import numbers
from tests.faults import states
from tests.index.made import EMBEDDER

INDEX = "index"
TEXTS = {
    "a.txt": f"{states.FLOOD} Ana Reyes spoke of a bad year.",
    "b.txt": states.SHIP,
    "c.jsonl": '{"id": "1", "text": "Rain fell on Essel."}\n{"id": "2", "text": "It was cold."}\n',
    "new/d.txt": f"{states.BRIDGE} Nobody was hurt.",
    "new/e.txt": "The council of Essel met for 3 hours.",
}


def begin(folder: Path) -> Path:
    """Build the index of a part of the sources, then let them change."""
    notes = folder / "notes"
    (notes / "new").mkdir(parents=True)
    for name in ("a.txt", "b.txt", "c.jsonl"):
        (notes / name).write_text(TEXTS[name])
    _build(folder)
    for name in ("new/d.txt", "new/e.txt"):
        (notes / name).write_text(TEXTS[name])
    (notes / "a.txt").write_text(f"{states.LATER} The water fell.")
    (notes / "b.txt").rename(notes / "z.txt")
    return folder


def _build(folder: Path) -> None:
    corpus.build([folder / "notes"], folder / INDEX, EMBEDDER, extract=numbers)


def _add(folder: Path) -> None:
    corpus.add([folder / "notes/new"], folder / INDEX, EMBEDDER, extract=numbers)


def _remove(folder: Path) -> None:
    corpus.remove(["a.*", "c.jsonl#1"], folder / INDEX)


UPDATES = {"build": _build, "add": _add, "rm": _remove}


def view(folder: Path) -> states.View:
    """Return everything a reader can ask of the index."""
    return states.view(folder / INDEX)
