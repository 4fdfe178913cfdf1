"""The table of the benchmarks: known sets only, the same sample each time, between two marks."""

import hashlib
import json
from pathlib import Path

import pytest

from factcheck.bench import table
from factcheck.bench.agreement import agreement
from factcheck.bench.pairs import Pair, Prediction
from factcheck.bench.table import END, START, CorpusSet, PairSet, Sets, lines, sample, written
from factcheck.embed import HashingEmbedder
from factcheck.errors import UsageError
from tests.judge.verifying import Saying

ROWS = [
    {"id": "a", "claim": "Ana Reyes resigned.", "evidence": "Ana Reyes has resigned.",
     "label": "supported", "group": "Reyes"},
    {"id": "b", "claim": "The Elin bridge cost 40 euros.", "label": "refuted",
     "evidence": "The Elin bridge cost 30 euros.", "group": "Bridge"},
    {"id": "c", "claim": "Rain fell.", "evidence": "The council met.", "label": "nei"},
]  # fmt: skip


def of(name: str, sha256: str, *, pages: bool = False) -> PairSet:
    return PairSet(name, sha256, "accuracy", pages, "BERT 73")


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    file = tmp_path / "any name.jsonl"
    file.write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    known = Sets((of("Three rows", digest), of("Elsewhere", "0" * 64)), ())
    monkeypatch.setattr(table, "sets", lambda: known)
    found = lines(
        table.files_in(tmp_path),
        Saying("supports"),
        rows=100,
        cache=tmp_path,
        embedder=HashingEmbedder(),
        advance=lambda _: None,
    )
    return list(found)


def test_a_set_is_known_by_its_digest_whatever_its_name(made: list[str]) -> None:
    assert len(made) == 3  # two of them are the head
    cells = [cell.strip() for cell in made[2].strip("|").split("|")]
    assert cells[:5] == ["Three rows", "3", "accuracy", "33.3", "100.0"]
    assert cells[6:] == ["33.3", "BERT 73"]


def test_a_folder_without_any_set_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="None of the known sets"):
        list(
            lines(
                {},
                None,
                rows=1,
                cache=tmp_path,
                embedder=HashingEmbedder(),
                advance=lambda _: None,
            )
        )


def test_every_set_has_a_digest_of_its_own() -> None:
    known = table.sets()
    digests = [*(one.sha256 for one in known.pairs), *(one.sha256 for one in known.corpora)]
    assert len(set(digests)) == len(digests) > 10
    assert all(len(digest) == 64 for digest in digests)
    assert all(isinstance(one, CorpusSet) for one in table.sets().corpora)


def test_a_sample_is_the_same_in_any_order() -> None:
    pairs = [Pair(str(n), "x", "y", "nei") for n in range(50)]
    first = sample(pairs, 10)
    assert len(first) == 10
    assert {p.id for p in sample(pairs[::-1], 10)} == {p.id for p in first}


def test_only_what_stands_between_the_marks_is_replaced() -> None:
    page = f"before\n{START}\nold\n{END}\nafter\n"
    assert written(page, ["new", "lines"]) == f"before\n{START}\nnew\nlines\n{END}\nafter\n"
    with pytest.raises(UsageError, match="holds no"):
        written("before\n", [])


def test_balanced_accuracy_weighs_each_label_alike() -> None:
    pairs = [Pair(str(n), "x", "y", "supported" if n else "refuted") for n in range(10)]
    found = agreement(pairs, [Prediction(p.id, "corroborated", 0.5) for p in pairs])
    assert (found.balanced, found.accuracy.value) == (0.5, 0.9)
    assert found.trivial["corroborated"].value == 0.9
