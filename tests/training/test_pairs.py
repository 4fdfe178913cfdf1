"""Training data: the same each time, no page on both sides, nothing that we report on."""

import json
import random
from pathlib import Path

from training import hard
from training.pairs import (
    NEITHER,
    REFUTES,
    SUPPORTS,
    Pair,
    kept_out,
    read,
    texts_of,
    without_leaks,
    write,
)
from training.train import batches


def dice(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - seeded on purpose


PAIRS = [
    Pair(f"{n} trees were felled in Essel .", f"In Essel , {n} trees fell .", n % 3, "s")
    for n in range(3, 200)
]


def test_all_rows_of_a_page_fall_on_one_side() -> None:
    sides = [kept_out({"group": f"Town {n // 2}"}) for n in range(400)]
    assert sides[::2] == sides[1::2]
    assert 5 <= sum(sides[::2]) <= 40
    assert not kept_out({})


def test_pairs_are_written_as_the_same_bytes_and_read_again(tmp_path: Path) -> None:
    write(PAIRS, tmp_path / "one.jsonl.gz")
    write(PAIRS, tmp_path / "two.jsonl.gz")
    assert (tmp_path / "one.jsonl.gz").read_bytes() == (tmp_path / "two.jsonl.gz").read_bytes()
    assert read(tmp_path / "one.jsonl.gz") == PAIRS


def test_a_reported_text_is_dropped_whatever_its_marks(tmp_path: Path) -> None:
    row = {"claim": "Three trees were felled, in Essel!", "evidence": "Nothing else."}
    (tmp_path / "set.jsonl").write_text(json.dumps(row) + "\n")
    left = without_leaks(PAIRS, texts_of([tmp_path / "set.jsonl"]))
    assert left == PAIRS[1:]


def test_made_pairs_are_the_same_for_a_seed_and_hold_every_label() -> None:
    sources = [(pair.claim, pair.evidence) for pair in PAIRS]
    one, two = (list(hard.quantities(sources, dice(5))) for _ in range(2))
    assert one == two
    assert {pair.label for pair in one} == {SUPPORTS, REFUTES, NEITHER}


def test_a_denial_is_found_on_either_side() -> None:
    made = list(hard.negations(["The old bridge was closed in May ."] * 60, dice(5)))
    assert {("not" in p.claim.split() or "never" in p.claim.split()) for p in made} == {True, False}
    for pair in made:
        if pair.label == SUPPORTS:
            assert _denies(pair.claim) == _denies(pair.evidence)
        elif pair.label == REFUTES:
            assert _denies(pair.claim) != _denies(pair.evidence)


def _denies(text: str) -> bool:
    return bool({"not", "never"} & set(text.split()))


def test_a_near_miss_comes_from_another_page_and_names_its_subject() -> None:
    pairs = [
        Pair("The harbour of Essel closed .", "Essel shut its harbour .", SUPPORTS, "s"),
        Pair("The harbour of Norwick grew .", "Norwick widened the harbour .", SUPPORTS, "s"),
        Pair("The harbour grew .", "The old harbour was long .", SUPPORTS, "s"),
    ]
    made = list(hard.near_misses(pairs, ["Essel", "Norwick", "Hale"], dice(5)))
    assert made
    assert {pair.label for pair in made} == {NEITHER}
    assert not {pair.evidence for pair in made} & {"The old harbour was long ."}


def test_a_resumed_run_meets_the_same_batches() -> None:
    one, two = (list(batches(PAIRS, 8, seed=1, epoch=0)) for _ in range(2))
    assert one == two
    assert sorted(pair for batch in one for pair in batch) == sorted(PAIRS)
    assert one != list(batches(PAIRS, 8, seed=1, epoch=1))


def test_a_figure_is_found_again_in_other_words() -> None:
    sources = [("Essel has over 40 mills .", "The town of Essel counts 42 mills and 9 bridges .")]
    made = list(hard.quantities(sources * 9, dice(5)))
    assert {pair.label for pair in made} == {SUPPORTS, REFUTES, NEITHER}
    assert {pair.source for pair in made} == {"hard/reworded"}
    assert all(" 9 bridges" in pair.evidence for pair in made)
    assert len({(pair.claim, pair.evidence) for pair in made}) > 3
