import time
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from factcheck import corpus, readers
from factcheck.corpus import building, recipe
from factcheck.embed import Vectors
from factcheck.errors import UsageError
from factcheck.index import Index
from factcheck.schema import Sentence, Span
from tests.corpus.place import ESSEL, NORWICK, Place, numbers
from tests.index.made import document


def test_sentences_become_passages_with_their_claims(place: Place) -> None:
    place.write(a__txt=NORWICK, b__txt=ESSEL)
    result = place.build()
    assert (result.documents, result.passages, result.claims) == (2, 3, 2)
    assert result.encoded == 3
    assert place.held() == [
        ("a.txt", 0, "The flood killed 12 people in Norwick.", 1),
        ("a.txt", 1, "Ana Reyes spoke of a bad year.", 0),
        ("b.txt", 0, ESSEL.strip(), 1),
    ]


def test_the_sentence_before_travels_along(built: Place) -> None:
    with Index.open(built.index) as opened:
        (hit,) = opened.by_words(["reyes"], 1)
        passage, _ = opened.passages([hit.passage])[hit.passage]
    assert passage.before == "The flood killed 12 people in Norwick."


def test_headings_and_credits_are_no_passages() -> None:
    made = document("a.txt", "Flood in Norwick.", "The water fell.", "By Ana Reyes.")
    sentences = [
        Sentence(Span(0, 17), 0, "heading"),
        Sentence(Span(18, 33), 1, "paragraph"),
        Sentence(Span(34, 47), 2, "credit"),
    ]
    passages, claims = corpus.passages_of(made, sentences, ())
    assert [(p.ordinal, p.text, p.before) for p in passages] == [(0, "The water fell.", "")]
    assert claims == [()]


def test_the_row_before_is_not_the_sentence_before() -> None:
    made = document("a.csv", "Norwick 12.", "Essel 9.")
    rows = [Sentence(Span(0, 11), 0, "row"), Sentence(Span(12, 20), 1, "row")]
    passages, _ = corpus.passages_of(made, rows, ())
    assert [p.before for p in passages] == ["", ""]


def test_an_unchanged_corpus_is_neither_read_nor_encoded(
    built: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise AssertionError

    before = built.held(), built.state()
    monkeypatch.setattr("factcheck.corpus.building.read", fail)
    result = built.build()
    assert (result.encoded, result.unchanged) == (0, 2)
    assert built.embedder.texts == []
    assert (built.held(), built.state()) == before


def test_only_changed_sentences_are_encoded(built: Place) -> None:
    built.write(a__txt=NORWICK.replace("12", "14"))
    result = built.build()
    assert built.embedder.texts == ["The flood killed 14 people in Norwick."]
    assert (result.encoded, result.unchanged, result.documents) == (1, 1, 2)
    assert built.held()[0][2] == "The flood killed 14 people in Norwick."


def test_a_moved_sentence_is_not_encoded_again(built: Place) -> None:
    built.write(a__txt="\n\n" + NORWICK)
    assert built.build().encoded == 0
    with Index.open(built.index) as opened:
        (hit,) = opened.by_words(["reyes"], 1)
        assert opened.passages([hit.passage])[hit.passage][0].line == 3


def test_removed_files_leave(built: Place) -> None:
    (built.sources / "a.txt").unlink()
    assert built.build().documents == 1
    assert [name for name, *_ in built.held()] == ["b.txt"]


def test_a_new_recipe_reads_everything_again(built: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recipe, "_code", lambda: b"another")
    result = built.build()
    assert (result.unchanged, result.encoded) == (0, 0)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda p: p.write(a__txt=ESSEL, c__txt=NORWICK), id="changed and added"),
        pytest.param(lambda p: (p.sources / "a.txt").unlink(), id="removed"),
        pytest.param(lambda p: p.write(b__txt="Nothing. " * 40), id="repeated"),
        pytest.param(lambda p: (p.sources / "a.txt").rename(p.sources / "z.txt"), id="renamed"),
        pytest.param(lambda p: p.write(a__txt=ESSEL, b__txt=NORWICK), id="swapped"),
    ],
)
def test_an_update_holds_what_a_fresh_build_holds(
    built: Place, tmp_path: Path, change: Callable[[Place], object]
) -> None:
    change(built)
    built.build()
    fresh = Place(tmp_path)
    fresh.index = tmp_path / "fresh"
    fresh.build()
    assert built.held() == fresh.held()
    assert built.state() == fresh.state()


def test_the_order_of_sources_does_not_show(tmp_path: Path) -> None:
    found = []
    for name, order in {"x": (0, 1), "y": (1, 0)}.items():
        place = Place(tmp_path)
        place.index = tmp_path / name
        place.write(one_in_a__txt=NORWICK, two_in_a__txt=ESSEL)
        folders = [place.sources / "one", place.sources / "two"]
        result = place.build(*(folders[n] for n in order))
        found.append((place.held(), place.state(), result.notices))
    assert found[0] == found[1]


def test_one_id_for_two_documents_is_told_and_both_are_kept(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.write(one_in_a__txt=NORWICK, two_in_a__txt=ESSEL)
    folders = [place.sources / "one", place.sources / "two"]
    for _ in range(2):
        result = place.build(*folders)
        assert {name for name, *_ in place.held()} == {"a.txt", "a.txt~2"}
        assert [notice.code for notice in result.notices] == ["duplicate-id"]
    place.build(folders[1])
    assert {name for name, *_ in place.held()} == {"a.txt"}


def test_a_new_file_before_an_unchanged_one_takes_its_id(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.write(one_in_a__txt=NORWICK, two_in_a__txt=ESSEL)
    folders = [place.sources / "one", place.sources / "two"]
    place.build(folders[1])
    place.build(*folders)
    assert [(name, text) for name, ordinal, text, _ in place.held() if ordinal == 0] == [
        ("a.txt", "The flood killed 12 people in Norwick."),
        ("a.txt~2", ESSEL.strip()),
    ]


def test_names_that_differ_in_composition_only_are_two_documents(tmp_path: Path) -> None:
    place = Place(tmp_path)
    for form, text in {"NFC": NORWICK, "NFD": ESSEL}.items():
        place.write(**{unicodedata.normalize(form, "é") + "__txt": text})  # type: ignore[arg-type]
    assert place.build().documents == 2


def test_what_cannot_be_read_is_told_each_time(built: Place) -> None:
    (built.sources / "c.txt").write_bytes(b"\0\1\2")
    for _ in range(2):
        result = built.build()
        assert [refusal.path for refusal in result.refusals] == ["c.txt"]
        assert result.documents == 2


def test_a_broken_record_is_told_each_time_and_the_others_are_kept(place: Place) -> None:
    place.write(a__jsonl='{"id": "1", "text": "The water fell."}\n{broken\n')
    for unchanged in (0, 1):
        result = place.build()
        assert (len(result.refusals), result.documents) == (1, 1)
        assert result.unchanged == unchanged


def test_nothing_readable_is_an_error_and_leaves_no_index(place: Place) -> None:
    place.sources.mkdir()
    with pytest.raises(UsageError, match="Nothing could be read"):
        place.build()
    assert not place.index.exists()


def test_a_corpus_that_became_empty_leaves_the_old_index(built: Place) -> None:
    before = built.held()
    for file in built.sources.iterdir():
        file.unlink()
    with pytest.raises(UsageError, match="Nothing could be read"):
        built.build()
    assert built.held() == before


def test_a_source_that_is_not_there_is_an_error(place: Place) -> None:
    with pytest.raises(UsageError, match="no file or folder"):
        place.build(place.sources / "nowhere")


def test_progress_ends_at_its_total(place: Place) -> None:
    place.write(a__txt=NORWICK, b__txt=ESSEL)
    seen: list[tuple[int, int | None, str]] = []

    def note(done: int, total: int | None, what: str) -> None:
        seen.append((done, total, what))

    corpus.build([place.sources], place.index, place.embedder, extract=numbers, progress=note)
    total = len(NORWICK) + len(ESSEL)
    assert seen[-1][:2] == (total, total)
    assert seen[-1][2].startswith("2 documents, ")
    assert [done for done, _, _ in seen] == sorted(done for done, _, _ in seen)


def test_an_interrupted_update_changes_nothing(
    built: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_: Sequence[str]) -> Vectors:
        raise KeyboardInterrupt

    before = built.held()
    built.write(a__txt="Something else happened.")
    monkeypatch.setattr(built.embedder, "encode", stop)
    with pytest.raises(KeyboardInterrupt):
        built.build()
    assert built.held() == before
    monkeypatch.undo()
    assert built.build().encoded == 1


def test_an_index_below_its_source_is_not_read(place: Place) -> None:
    place.write(a__txt=NORWICK)
    place.index = place.sources / "index"
    for _ in range(2):
        assert place.build().refusals == ()


def test_texts_encoded_in_several_turns_give_the_same_index(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {f"n{number}__txt": f"{NORWICK} Number {number} came." for number in range(7)}
    place.write(**texts)
    place.build()
    at_once = place.held(), place.state()
    monkeypatch.setattr(building, "_TEXTS_AT_ONCE", 2)
    place.index = place.index.with_name("in turns")
    assert place.build().encoded == len(set(place.embedder.texts)) == len(place.embedder.texts)
    assert (place.held(), place.state()) == at_once


def test_a_file_that_is_gone_before_it_is_read_is_told(
    built: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = list(readers.walk(built.sources))
    monkeypatch.setattr("factcheck.corpus.sources.walk", lambda _: found)
    (built.sources / "b.txt").unlink()
    result = built.build()
    assert [(r.path, r.code) for r in result.refusals] == [("b.txt", "missing")]
    assert result.documents == 1


def test_a_long_text_takes_time_in_step_with_its_length() -> None:
    made = document("a.txt", "A line.\n" * 60_000)
    sentences = [Sentence(Span(n * 8, n * 8 + 7), 0, "paragraph") for n in range(60_000)]
    began = time.process_time()
    corpus.passages_of(made, sentences, ())
    assert time.process_time() - began < 3  # 0.2 seconds in one pass, 12 with a count a sentence
