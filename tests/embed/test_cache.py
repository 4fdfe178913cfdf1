"""Exports are believed by their digests alone; without one a text is encoded all the same."""

import functools
import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np
import pytest

from factcheck import embed
from factcheck.embed import FolderEmbedder, Vectors, cache
from factcheck.embed.folders import file_digest

MODEL = "ab" * 32
FILES = (cache.GRAPH, cache.WEIGHTS, cache.TOKENIZER)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def fill(target: Path) -> cache.Record:
    for name in FILES:
        (target / name).write_text(f"content of {name}")
    digests = {name: file_digest(target / name) for name in FILES}
    return cache.Record(cache.RECIPE, MODEL, digests, "mean", 256, 384)


def change(**fields: object) -> Callable[[], None]:
    def rewrite() -> None:
        path = cache.place(MODEL) / cache.RECORD
        record = msgspec.json.decode(path.read_bytes()) | fields
        path.write_bytes(msgspec.json.encode(record))

    return rewrite


def lose(name: str) -> None:
    (cache.place(MODEL) / name).unlink()


def flip() -> None:
    path = cache.place(MODEL) / cache.WEIGHTS
    path.write_bytes(bytes([path.read_bytes()[0] ^ 1]) + path.read_bytes()[1:])


DAMAGE: dict[str, Callable[[], None]] = {
    "a flipped bit": flip,
    "a file gone": functools.partial(lose, cache.GRAPH),
    "no record": functools.partial(lose, cache.RECORD),
    "a torn record": lambda: os.truncate(cache.place(MODEL) / cache.RECORD, 20),
    "of another model": change(model="cd" * 32),
    "of another recipe": change(recipe=cache.RECIPE + 1),
    "of unknown fields": change(more=1),
    "naming other files": change(files={"/etc/hostname": "0" * 64}),
}


def test_an_export_is_found_as_it_was_stored(tmp_path: Path) -> None:
    assert cache.find(MODEL) is None
    stored = cache.store(MODEL, fill)
    assert stored == cache.find(MODEL)
    assert stored
    assert stored.folder == tmp_path / "cache" / "factcheck" / "models" / MODEL
    assert sorted(file.name for file in stored.folder.iterdir()) == sorted([*FILES, cache.RECORD])


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_export_is_absent_and_made_again(damage: Callable[[], None]) -> None:
    whole = cache.store(MODEL, fill)
    damage()
    assert cache.find(MODEL) is None
    assert cache.store(MODEL, fill) == whole
    assert [path.name for path in cache.place(MODEL).parent.iterdir()] == [MODEL]


def test_nothing_is_left_of_an_export_that_was_declined_or_failed() -> None:
    def fail(target: Path) -> cache.Record:
        fill(target)
        raise OSError("no space left")

    assert cache.store(MODEL, lambda _: None) is None
    with pytest.raises(OSError, match="no space left"):
        cache.store(MODEL, fail)
    assert list(cache.place(MODEL).parent.iterdir()) == []


def test_of_two_at_once_one_export_stays() -> None:
    def slow(target: Path) -> cache.Record:
        cache.store(MODEL, fill)
        return fill(target)

    assert cache.store(MODEL, slow) == cache.find(MODEL)
    assert [path.name for path in cache.place(MODEL).parent.iterdir()] == [MODEL]


def test_the_cache_is_below_the_home_where_no_absolute_path_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for named in ("", "relative/cache"):
        monkeypatch.setenv("XDG_CACHE_HOME", named)
        assert cache.place(MODEL).is_relative_to(tmp_path / ".cache")


class StandIn:
    """A reference without a model."""

    dimension = 4

    def __init__(self, _folder: Path) -> None:
        pass

    def encode(self, texts: list[str]) -> Vectors:
        return np.ones((len(texts), 4), dtype=np.float32)


def test_a_cache_that_cannot_be_written_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    monkeypatch.setattr(embed, "Reference", StandIn)
    embedder = FolderEmbedder(tmp_path)
    assert embedder.encode(["text"]).tolist() == [[1, 1, 1, 1]]
    assert embedder.dimension == 4


def test_an_export_that_does_not_load_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    monkeypatch.setattr(embed, "Reference", StandIn)
    embedder = FolderEmbedder(tmp_path)

    def unusable(target: Path) -> cache.Record:
        return msgspec.structs.replace(fill(target), model=embedder.digest)

    assert cache.store(embedder.digest, unusable)  # whole, but no model
    assert embedder.encode(["text"]).tolist() == [[1, 1, 1, 1]]
