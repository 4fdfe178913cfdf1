"""Whatever has happened to an index, a build makes it what a fresh one would be."""

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import corpus
from factcheck.corpus import building
from factcheck.embed import Vectors
from factcheck.errors import UsageError
from factcheck.index import verify
from tests.corpus.place import Place

NAMES = ["a.txt", "b.txt", "one/a.txt", "one/c.txt", "two/a.txt", "r.jsonl"]
STEPS = st.sampled_from(["write", "write", "rename", "delete", "add", "rm", "cut", "build"])


def text(chance: random.Random, name: str) -> str:
    sentences = [f"House {chance.randint(1, 5)} fell in Norwick." for _ in range(2)]
    if name.endswith(".jsonl"):
        return "".join(f'{{"text": "{sentence}"}}\n' for sentence in sentences)
    return " ".join(sentences)


def cut_short(place: Place, chance: random.Random) -> None:
    """Build, keep what is done at every turn, and end after some turns."""
    turns = chance.randint(0, 2)

    def encode(texts: list[str]) -> Vectors:
        nonlocal turns
        turns -= 1
        if turns < 0:
            raise KeyboardInterrupt
        return real(texts)

    with pytest.MonkeyPatch.context() as patch:
        real = place.embedder.encode
        patch.setattr(building, "_TEXTS_AT_ONCE", 1)
        patch.setattr(building, "_KEPT_AFTER", 1)
        patch.setattr(place.embedder, "encode", encode)
        place.build()


def step(place: Place, kind: str, chance: random.Random) -> None:
    """Change the sources or the index in one way; what cannot be done is left."""
    there = sorted(file for file in place.sources.rglob("*") if file.is_file())
    one = chance.choice(there)
    name = chance.choice(NAMES)
    target = place.sources / name
    target.parent.mkdir(exist_ok=True)
    if kind == "write":
        target.write_text(text(chance, name))
    elif kind == "rename" and one.suffix == target.suffix:
        one.rename(target)
    elif kind == "delete" and len(there) > 1:
        one.unlink()
    elif kind == "add":
        place.add(str(one.relative_to(place.sources)))
    elif kind == "rm":
        corpus.remove([f"{name}*"], place.index)
    elif kind == "cut":
        cut_short(place, chance)
    elif kind == "build":
        place.build()


@settings(max_examples=25, deadline=None)
@given(st.lists(STEPS, min_size=3, max_size=9), st.integers(0, 1000))
def test_a_build_makes_it_what_a_fresh_one_is(steps: list[str], seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a sample
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        place.write(a__txt="House 1 fell in Norwick.", one_in_a__txt="House 2 fell in Norwick.")
        place.build()
        for kind in steps:
            try:
                step(place, kind, chance)
            except (UsageError, KeyboardInterrupt):
                continue
            finally:
                assert verify(place.index) == []
        place.build()
        assert verify(place.index) == []
        held, state = place.held(), place.state()
        place.index = place.index.with_name("fresh")
        place.build()
        assert (place.held(), place.state()) == (held, state)
