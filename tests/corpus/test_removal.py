import pytest

from factcheck import corpus
from factcheck.errors import IndexMissingError, UsageError
from factcheck.index import Index, verify
from tests.corpus.place import ESSEL, NORWICK, Place


@pytest.fixture
def full(place: Place) -> Place:
    place.write(
        a__txt=NORWICK,
        deep_in_b__txt=ESSEL,
        c__jsonl='{"id": "1", "text": "Rain fell."}\n{"id": "12", "text": "It was cold."}\n',
    )
    place.build()
    return place


@pytest.mark.parametrize(
    ("patterns", "gone"),
    [
        (["a.txt"], ["a.txt"]),
        (["*.txt"], ["a.txt", "deep/b.txt"]),
        (["deep/*", "deep/b.*"], ["deep/b.txt"]),
        (["c.jsonl#1"], ["c.jsonl#1"]),
        (["c.jsonl"], ["c.jsonl#1", "c.jsonl#12"]),
        (["[!a-c]*"], ["deep/b.txt"]),
        (["?.txt"], ["a.txt"]),
    ],
)
def test_documents_leave_by_pattern(full: Place, patterns: list[str], gone: list[str]) -> None:
    before = {name for name, *_ in full.held()}
    assert corpus.remove(patterns, full.index) == gone
    assert {name for name, *_ in full.held()} == before - set(gone)
    assert verify(full.index) == []


def test_a_second_document_of_one_id_leaves_with_its_file(place: Place) -> None:
    place.write(one_in_a__txt=NORWICK, two_in_a__txt=ESSEL, two_in_b__txt=ESSEL)
    place.build(place.sources / "one", place.sources / "two")
    assert corpus.remove(["a.txt"], place.index) == ["a.txt", "a.txt~2"]


@pytest.mark.parametrize(
    ("patterns", "says"),
    [(["*.txt", "z*", "A.txt"], r"matches z\*, A.txt"), (["*"], "Every document")],
)
def test_a_pattern_that_does_not_fit_changes_nothing(
    full: Place, patterns: list[str], says: str
) -> None:
    before = full.state()
    with pytest.raises(UsageError, match=says):
        corpus.remove(patterns, full.index)
    assert full.state() == before


def test_what_still_is_in_a_source_comes_back(full: Place) -> None:
    before = full.state()
    corpus.remove(["c.jsonl#1", "a.txt"], full.index)
    result = full.build()
    assert (result.added, result.unchanged, result.documents) == (2, 2, 4)
    assert full.state() == before


def test_nothing_is_left_of_what_is_removed(full: Place) -> None:
    corpus.remove(["a.txt"], full.index)
    with Index.open(full.index) as opened:
        assert opened.by_words(["reyes"], 5) == []
        (near,) = opened.nearest(full.embedder.encode([NORWICK]), 9)
        assert {hit.document for hit in near} == {"deep/b.txt", "c.jsonl#1", "c.jsonl#12"}


def test_there_must_be_an_index(place: Place) -> None:
    with pytest.raises(IndexMissingError):
        corpus.remove(["*"], place.index)
    assert not place.index.exists()
