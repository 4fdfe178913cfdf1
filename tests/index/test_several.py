"""Several indices in one search: candidates merged, documents told apart."""

from pathlib import Path

import pytest

from factcheck import index
from factcheck.errors import IndexMissingError, ModelError, UsageError
from factcheck.index import Indices
from tests.index.made import EMBEDDER, Made, build, document, put, quantity, simple
from tests.index.test_order import QUESTIONS, many

Found = list[list[tuple[str, int, float]]]
FLOOD = "The flood killed 12 people in Norwick."
SHIP = "A ship left the harbour of Essel with grain."


def halves(folder: Path, made: list[Made]) -> list[Path]:
    return [build(folder / "left", *made[::2]), build(folder / "right", *made[1::2])]


def found(opened: index.Index | Indices, *, k: int = 7) -> Found:
    asked = [
        *opened.nearest(EMBEDDER.encode(QUESTIONS), k),
        *(opened.by_value(quantity(n, of="person"), k) for n in ("2", "3")),
    ]
    return [[(hit.document.rpartition(":")[2], hit.ordinal, hit.score) for hit in h] for h in asked]


def scores(answers: Found) -> list[list[float]]:
    return [[score for _, _, score in hits] for hits in answers]


@pytest.mark.parametrize("seed", [1, 2])
def test_by_meaning_and_value_two_halves_find_what_the_whole_finds(
    tmp_path: Path, seed: int
) -> None:
    made = many(seed)
    with (
        index.Index.open(build(tmp_path / "whole", *made)) as whole,
        Indices.open(halves(tmp_path, made)) as both,
    ):
        assert scores(found(both)) == scores(found(whole))
        # Equal scores are ordered by document, hence by index first.
        far = 1000
        assert sorted(map(sorted, found(both, k=far))) == sorted(map(sorted, found(whole, k=far)))
        assert both.info.passages == whole.info.passages
        assert both.info.claims == whole.info.claims
        assert both.newest == whole.newest


def test_words_take_turns(tmp_path: Path) -> None:
    few = build(tmp_path / "few", simple("a.txt", FLOOD))
    more = build(tmp_path / "more", *(simple(f"{n}.txt", f"{FLOOD} Day {n}.") for n in range(9)))
    with Indices.open([few, more]) as both:
        hits = both.by_words(["flood", "Norwick"], 3)
    assert [hit.document for hit in hits] == ["few:a.txt", "more:0.txt", "more:1.txt"]


def test_the_passages_of_each_are_told_apart(tmp_path: Path) -> None:
    wire = build(tmp_path / "wire", simple("a.txt", FLOOD))
    desk = build(tmp_path / "desk", simple("a.txt", SHIP), simple("b.txt", FLOOD))
    with Indices.open([wire, desk]) as both:
        hits = both.nearest(EMBEDDER.encode([FLOOD]), 2)[0]
        held = both.passages(hit.passage for hit in hits)
        shown = [held[hit.passage][0] for hit in hits]
        digest = shown[0].origin.digest
        assert [(p.origin.id, p.origin.path, p.text) for p in shown] == [
            ("desk:b.txt", "desk:b.txt", FLOOD),
            ("wire:a.txt", "wire:a.txt", FLOOD),
        ]
        assert both.same(digest, []) == {"desk:b.txt", "wire:a.txt"}
        assert both.same("", ["a.txt"]) == {"desk:a.txt", "wire:a.txt"}
        assert both.same("", ["wire:a.txt"]) == {"wire:a.txt"}
        assert both.count(["desk:a.txt", "desk:b.txt", "wire:nowhere", "a.txt"]) == 2
        assert both.ranks == (("wire:*", 1), ("desk:*", 0))


def test_folders_of_one_name_are_numbered(tmp_path: Path) -> None:
    paths = [build(tmp_path / n / "index", simple("a.txt", FLOOD)) for n in "abc"]
    with Indices.open(paths) as opened:
        assert opened.names == ("index", "index~2", "index~3")


def test_the_state_depends_on_each(tmp_path: Path) -> None:
    one = build(tmp_path / "one", simple("a.txt", FLOOD))
    two = build(tmp_path / "two", simple("a.txt", SHIP))
    with Indices.open([one, two]) as opened:
        before = opened.info.state
    build(two, simple("b.txt", FLOOD))
    with Indices.open([one, two]) as opened:
        assert opened.info.state != before


def test_one_index_cannot_be_named_twice(tmp_path: Path) -> None:
    path = build(tmp_path / "one", simple("a.txt", FLOOD))
    with pytest.raises(UsageError, match="named twice"):
        Indices.open([path, tmp_path / "one" / ".." / "one"])


def test_a_missing_one_is_named(tmp_path: Path) -> None:
    path = build(tmp_path / "one", simple("a.txt", FLOOD))
    with pytest.raises(IndexMissingError, match="two"):
        Indices.open([path, tmp_path / "two"])


def test_indices_of_two_models_are_refused(tmp_path: Path) -> None:
    one = build(tmp_path / "one", simple("a.txt", FLOOD))
    with index.write(tmp_path / "two", index.Model("another", "f" * 64, 256)) as writer:
        put(writer, [simple("a.txt", FLOOD)])
    with pytest.raises(ModelError, match="with another"):
        Indices.open([one, tmp_path / "two"])


def test_notices_say_of_which_index_they_are(tmp_path: Path) -> None:
    paths = [build(tmp_path / n, simple("a.txt", FLOOD)) for n in ("one", "two")]
    next(paths[1].glob("*.faiss")).unlink()
    with Indices.open(paths) as opened:
        opened.nearest(EMBEDDER.encode([FLOOD]), 1)
        (notice,) = opened.notices
    assert notice.code == "vectors-rebuilt"
    assert notice.message.startswith("two: The vectors file")


def test_the_dates_of_both_count(tmp_path: Path) -> None:
    late = document("a.txt", FLOOD, date="2015-10-01")
    paths = [
        build(tmp_path / "one", (document("a.txt", SHIP, date=None), [SHIP], [()])),
        build(tmp_path / "two", (late, [FLOOD], [()])),
    ]
    with Indices.open(paths) as opened:
        assert (opened.info.oldest, opened.info.newest) == ("2015-10-01", "2015-10-01")
        assert opened.newest == late.origin.date
