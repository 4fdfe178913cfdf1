"""From a corpus and claims to what retrieval and verdicts are worth."""

import gzip
import json
from pathlib import Path

import pytest

from factcheck.bench.end_to_end import Answer, Asked, answer, build, measure, read_claims
from factcheck.cli import main
from factcheck.embed import HashingEmbedder
from factcheck.errors import UsageError
from factcheck.index import Index

CORPUS = (
    {"doc_id": "7", "title": "Ferries", "abstract": ["The ferry Lady Anna carried 212 people."]},
    {"id": "8", "title": "Bridges", "text": "The Elin bridge cost 30 million euros."},
    {"id": "9", "title": "Rain", "text": "Rain fell on the hills of Sudland all day."},
)
CLAIMS: tuple[dict[str, object], ...] = (
    {
        "id": "a",
        "claim": "The ferry Lady Anna carried 212 people.",
        "evidence": {"7": [{"label": "SUPPORT", "sentences": [0]}]},
    },
    {
        "id": "b",
        "claim": "The Elin bridge cost 40 million euros.",
        "label": "refuted",
        "documents": ["8"],
    },
    {"id": "c", "claim": "The Elin tunnel was dug in Norland.", "evidence": {}},
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    sources, claims = tmp_path / "corpus.jsonl.gz", tmp_path / "claims.jsonl"
    sources.write_bytes(gzip.compress("\n".join(map(json.dumps, CORPUS)).encode()))
    claims.write_text("\n".join(map(json.dumps, CLAIMS)), encoding="utf-8")
    return sources, claims


def test_each_claim_finds_its_document_and_verdict(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    embedder = HashingEmbedder()
    asked = read_claims(files[1])
    with Index.open(build(files[0], tmp_path / "cache", embedder)) as index:
        answers = list(answer(asked, index, embedder))
    assert [one.verdict for one in answers] == ["corroborated", "conflicting", "unsupported"]
    assert [one.documents[0] for one in answers[:2]] == ["7", "8"]
    measured = measure(asked, answers)
    assert measured.agreement.accuracy.value == 1
    assert {rank: (share.right, share.of) for rank, share in measured.recall.items()} == {
        1: (2, 2),
        5: (2, 2),
        10: (2, 2),
    }


def test_a_document_found_too_late_is_not_found() -> None:
    asked = [Asked("a", "x", "nei", ("7",)), Asked("b", "x", "supported", ("7",))]
    late = tuple(str(number) for number in range(10, 16))
    answers = [
        Answer("a", "unsupported", 0.5, ("8", "7")),
        Answer("b", "unsupported", 0.5, (*late, "7")),
    ]
    recall = measure(asked, answers).recall
    assert [recall[rank].right for rank in (1, 5, 10)] == [0, 1, 2]


def test_an_index_is_used_again_for_the_same_bytes(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    embedder = HashingEmbedder()
    place = build(files[0], tmp_path / "cache", embedder)
    with Index.open(place) as index:
        state = index.info.state
    assert build(files[0], tmp_path / "cache", embedder) == place
    with Index.open(place) as index:
        assert index.info.state == state


@pytest.mark.parametrize(
    ("line", "reason"),
    [('{"id": "a"}', "missing required field"), ('{"id": "a", "claim": " "}', "empty")],
)
def test_claims_that_are_none(tmp_path: Path, line: str, reason: str) -> None:
    (tmp_path / "claims.jsonl").write_text(line, encoding="utf-8")
    with pytest.raises(UsageError, match=reason):
        read_claims(tmp_path / "claims.jsonl")


def test_a_damaged_corpus_is_refused(tmp_path: Path) -> None:
    (tmp_path / "corpus.jsonl.gz").write_bytes(gzip.compress(b"{}" * 99)[:-9])
    with pytest.raises(UsageError, match="Cannot read"):
        build(tmp_path / "corpus.jsonl.gz", tmp_path, HashingEmbedder())


def test_the_command(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    command = ["bench", "end-to-end", *map(str, files), "--model", "hashing", "--verifier", "none"]
    assert main([*command, "--predictions", str(out), "--format", "json"]) == 0
    measured = json.loads(capsys.readouterr().out)
    assert (measured["accuracy"], measured["recall@1"]) == (1.0, 1.0)
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [row["verdict"] for row in rows] == ["corroborated", "conflicting", "unsupported"]
    assert main(command) == 0
    assert capsys.readouterr().out.endswith("recall@10     1.000\n")
