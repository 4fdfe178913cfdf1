"""P14: what a search returns depends on the content alone, not on how it came into the index."""

import random
from pathlib import Path

import pytest

from factcheck import index
from tests.index.made import EMBEDDER, MODEL, Made, build, document, put, quantity

WORDS = "flood bridge ship grain harbour toll storm road camp school".split()
QUESTIONS = ["flood at the bridge", "grain ship", "storm toll of the camp", "nothing known"]
Answer = list[list[tuple[str, int, float]]]


def many(seed: int) -> list[Made]:
    """Make documents with few words each, so that equal scores are common."""
    chance = random.Random(seed)  # noqa: S311 - a sample
    made: list[Made] = []
    for number in range(60):
        sentences = list(dict.fromkeys(" ".join(chance.choices(WORDS, k=2)) for _ in range(3)))
        values = [(quantity(str(chance.randint(1, 5)), of="person"),) for _ in sentences]
        text = document(f"{number:02}.txt", *(f"{s}." for s in sentences))
        made.append((text, [f"{s}." for s in sentences], values))
    return made


def answers(path: Path) -> Answer:
    with index.Index.open(path) as opened:
        asked = [
            *opened.nearest(EMBEDDER.encode(QUESTIONS), 7),
            *(opened.by_words(question.split(), 7) for question in QUESTIONS),
            *(opened.by_value(quantity(n, of="person"), 7) for n in ("2", "3")),
        ]
        return [[(hit.document, hit.ordinal, hit.score) for hit in hits] for hits in asked]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_adding_does_not_show(tmp_path: Path, seed: int) -> None:
    made = many(seed)
    right = answers(build(tmp_path / "sorted", *made))
    random.Random(seed).shuffle(made)  # noqa: S311 - a sample
    assert answers(build(tmp_path / "shuffled", *made)) == right
    for part in (made[:20], made[20:40], made[40:]):
        build(tmp_path / "in parts", *part)
    assert answers(tmp_path / "in parts") == right


def test_what_came_and_went_does_not_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.index.embedded.STALE_VECTORS", 10)
    made = many(4)
    right = answers(build(tmp_path / "fresh", *made[10:50]))
    path = build(tmp_path / "used", *made[:50])
    with index.write(path, MODEL) as writer:
        put(writer, made[50:])
        for text, _, _ in made[:10]:
            writer.remove(text.origin.id)
    with index.write(path, MODEL) as writer:
        for text, _, _ in made[50:]:
            writer.remove(text.origin.id)
        put(writer, made[20:30])
    assert answers(path) == right


@pytest.mark.parametrize("most", [0, 30, 10_000])
def test_days_keep_the_nearest_of_those_days(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    made = [
        (document(text.origin.id, *sentences, date=f"2015-{1 + n % 12:02}-10"), sentences, values)
        for n, (text, sentences, values) in enumerate(many(5))
    ]
    undated = document("undated.txt", "flood at the bridge", date=None)
    path = build(tmp_path, *made, (undated, ["flood at the bridge"], [()]))
    asked = EMBEDDER.encode(QUESTIONS)
    monkeypatch.setattr("factcheck.index.nearest.MOST_SCANNED", most)
    for days in (("2015-03-01", "2015-05-31"), ("2015-01-01", "2015-12-31"), ("2016", "2017")):
        with index.Index.open(path) as opened:
            every = opened.nearest(asked, 1000)
            right = [[hit for hit in hits if days[0] <= hit.date <= days[1]][:5] for hits in every]
            found = opened.nearest(asked, 5, days)
        if most:
            assert found == right
        assert all(days[0] <= hit.date <= days[1] for hits in found for hit in hits)
