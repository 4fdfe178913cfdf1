import sqlite3
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck import index
from factcheck.errors import IndexMissingError, IndexStateError, ModelError, UsageError
from factcheck.index import store
from tests.index.made import (
    EMBEDDER,
    MODEL,
    build,
    document,
    passages,
    put,
    quantity,
    simple,
)

BRIDGE = "The bridge at Norwick collapsed on Sunday."
FLOOD = "The flood killed 12 people in Norwick."
SHIP = "A ship left the harbour of Essel with grain."


def texts(opened: index.Index, hits: list[index.Hit]) -> list[str]:
    held = opened.passages(hit.passage for hit in hits)
    return [held[hit.passage][0].text for hit in hits]


def test_passages_and_claims_come_back_as_they_were(tmp_path: Path) -> None:
    made = document("a.txt", BRIDGE, FLOOD, title="Flood in Norwick")
    values = [(), (quantity("12", of="person"), quantity("0.1", kind="percent"))]
    path = build(tmp_path / "i", (made, [BRIDGE, FLOOD], values))
    with index.Index.open(path) as opened:
        hits = opened.nearest(EMBEDDER.encode([FLOOD]), 2)[0]
        passage, claims = opened.passages([hits[0].passage])[hits[0].passage]
        assert passage == passages(made, [BRIDGE, FLOOD])[1]
        assert [claim.value for claim in claims] == list(values[1])
        assert list(opened.documents()) == [made.origin]
        assert opened.info.claims == 2
        assert len(opened) == 2
        assert opened.newest == made.origin.date


def test_a_sentence_before_that_is_no_passage_comes_back(tmp_path: Path) -> None:
    made = document("a.txt", BRIDGE, FLOOD)
    held = passages(made, [BRIDGE, FLOOD])
    path = tmp_path / "i"
    with index.write(path, MODEL) as writer:
        writer.vectors.add([FLOOD], EMBEDDER.encode([FLOOD]))
        writer.put(made, [held[1]], [()])
    with index.Index.open(path) as opened:
        (hit,) = opened.by_words(["flood"], 5)
        assert opened.passages([hit.passage])[hit.passage][0] == held[1]


def test_nearest_ranks_by_shared_words(tmp_path: Path) -> None:
    path = build(tmp_path / "i", simple("a.txt", BRIDGE, FLOOD), simple("b.txt", SHIP))
    with index.Index.open(path) as opened:
        one, two = opened.nearest(EMBEDDER.encode([SHIP, "Norwick flood"]), 2)
        assert texts(opened, one)[0] == SHIP
        assert texts(opened, two) == [FLOOD, BRIDGE]
        assert one[0].score == pytest.approx(1, abs=1e-3)


def test_equal_scores_are_ordered_by_document_and_ordinal(tmp_path: Path) -> None:
    names = [f"{n:03}.txt" for n in range(120)]
    path = build(tmp_path / "i", *(simple(name, FLOOD) for name in reversed(names)))
    with index.Index.open(path) as opened:
        (hits,) = opened.nearest(EMBEDDER.encode([FLOOD]), 5)
        assert [hit.document for hit in hits] == names[:5]
        assert [hit.document for hit in opened.by_words(["flood"], 5)] == names[:5]


def test_many_distinct_texts_with_one_vector_are_ordered_too(tmp_path: Path) -> None:
    # Texts that differ in spaces only have equal vectors: the search has to look past its margin.
    names = [f"{n:03}.txt" for n in range(90)]
    made = [simple(name, FLOOD + " " * (n + 1) + "x") for n, name in enumerate(names)]
    path = build(tmp_path / "i", *reversed(made))
    with index.Index.open(path) as opened:
        (hits,) = opened.nearest(EMBEDDER.encode([FLOOD + " x"]), 5)
        assert [hit.document for hit in hits] == names[:5]


def test_words_find_titles_accents_and_capitals(tmp_path: Path) -> None:
    path = build(
        tmp_path / "i",
        simple("a.txt", "Élodie spoke to the crowd in Norwick.", title="Harbour strike"),
        simple("b.txt", SHIP),
        *(simple(f"c{n}.txt", BRIDGE) for n in range(4)),
    )
    with index.Index.open(path) as opened:
        assert [hit.document for hit in opened.by_words(["ELODIE"], 5)] == ["a.txt"]
        assert [hit.document for hit in opened.by_words(["harbour"], 5)] == ["b.txt", "a.txt"]
        assert opened.by_words(["nowhere", '"', ""], 5) == []


def test_only_the_rarest_known_words_are_searched(tmp_path: Path) -> None:
    path = build(tmp_path / "i", simple("a.txt", BRIDGE, FLOOD), simple("b.txt", SHIP))
    with index.Index.open(path) as opened:
        hits = opened.by_words(["the", "norwick", "grain", "unheard"], 5, rarest=1)
        assert texts(opened, hits) == [SHIP]


def test_words_that_stand_everywhere_are_searched_only_alone(tmp_path: Path) -> None:
    many = [simple(f"{n:03}.txt", f"The town of Norwick, house {n}.") for n in range(120)]
    path = build(tmp_path / "i", *many, simple("z.txt", SHIP))
    with index.Index.open(path) as opened:
        assert texts(opened, opened.by_words(["norwick", "grain", "town"], 5)) == [SHIP]
        assert [hit.document for hit in opened.by_words(["norwick", "town"], 1)] == ["000.txt"]


def test_values_are_found_near_and_on_another_scale(tmp_path: Path) -> None:
    sentences = [f"Sentence {n}." for n in range(6)]
    values = [
        (quantity("20000000000", kind="money", unit="USD"),),
        (quantity("19500000000", kind="money", unit="USD"),),
        (quantity("20000000", kind="money", unit="EUR"),),
        (quantity("25000000000", kind="money", unit="USD"),),
        (quantity("20000000000", of="person"),),
        (),
    ]
    made = document("a.txt", *sentences)
    path = build(tmp_path / "i", (made, sentences, values))
    with index.Index.open(path) as opened:
        hits = opened.by_value(quantity("2e10", kind="money", unit="USD"), 9)
        assert texts(opened, hits) == ["Sentence 0.", "Sentence 1.", "Sentence 2."]
        assert opened.by_value(quantity("0", kind="money"), 9) == []


def test_the_counted_noun_comes_before_the_closer_figure(tmp_path: Path) -> None:
    values = [(quantity("12", of="home"),), (quantity("12.2", of="person"),)]
    path = build(tmp_path / "i", (document("a.txt", BRIDGE, FLOOD), [BRIDGE, FLOOD], values))
    with index.Index.open(path) as opened:
        hits = opened.by_value(quantity("12", of="person"), 2)
        assert texts(opened, hits) == [FLOOD, BRIDGE]


def test_a_range_is_found_by_either_end(tmp_path: Path) -> None:
    wide = quantity("100", of="person").__replace__(high=Decimal(200))
    path = build(tmp_path / "i", (document("a.txt", FLOOD), [FLOOD], [(wide,)]))
    with index.Index.open(path) as opened:
        assert opened.by_value(quantity("199"), 2)
        assert opened.by_value(quantity("101"), 2)
        assert not opened.by_value(quantity("150"), 2)


def test_a_document_put_again_replaces_the_old_one(tmp_path: Path) -> None:
    path = build(tmp_path / "i", simple("a.txt", BRIDGE, FLOOD, title="Storm"))
    build(path, simple("a.txt", SHIP))
    with index.Index.open(path) as opened:
        assert opened.info.documents == 1
        assert texts(opened, opened.nearest(EMBEDDER.encode([FLOOD]), 9)[0]) == [SHIP]
        assert opened.by_words(["norwick", "storm"], 9) == []


def test_a_removed_document_leaves_nothing(tmp_path: Path) -> None:
    values = [(quantity("12", of="person"),)]
    path = build(tmp_path / "i", (document("a.txt", FLOOD), [FLOOD], values), simple("b.txt", SHIP))
    with index.write(path, MODEL) as writer:
        writer.remove("a.txt")
        writer.remove("never there")
    with index.Index.open(path) as opened:
        assert opened.by_value(quantity("12"), 9) == []
        assert opened.by_words(["flood"], 9) == []
        assert texts(opened, opened.nearest(EMBEDDER.encode([FLOOD]), 9)[0]) == [SHIP]
        assert opened.info.passages == 1


def test_removed_neighbours_do_not_hide_what_is_left(tmp_path: Path) -> None:
    near = [simple(f"{n:03}.txt", f"{FLOOD} Report {n}.") for n in range(100)]
    path = build(tmp_path / "i", *near, simple("z.txt", SHIP))
    with index.write(path, MODEL) as writer:
        for n in range(100):
            writer.remove(f"{n:03}.txt")
    with index.Index.open(path) as opened:
        assert texts(opened, opened.nearest(EMBEDDER.encode([FLOOD]), 1)[0]) == [SHIP]


def test_few_new_vectors_leave_the_faiss_file_alone(tmp_path: Path) -> None:
    path = build(tmp_path / "i", simple("a.txt", BRIDGE))
    (file,) = path.glob("*.faiss")
    before = file.stat()
    build(path, simple("b.txt", SHIP))
    (after,) = path.glob("*.faiss")
    assert (after.name, after.stat().st_ino) == (file.name, before.st_ino)
    with index.Index.open(path) as opened:
        assert texts(opened, opened.nearest(EMBEDDER.encode([SHIP]), 1)[0]) == [SHIP]


def test_many_changes_write_the_faiss_file_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.index.embedded.STALE_VECTORS", 2)
    path = build(tmp_path / "i", simple("a.txt", BRIDGE))
    names = set()
    for n in range(9):
        build(path, simple(f"b{n}.txt", f"{SHIP} {n}"))
        names = {file.name for file in path.glob("*.faiss")}
        assert len(names) <= 2
    with index.Index.open(path) as opened:
        assert len(opened.nearest(EMBEDDER.encode([SHIP]), 20)[0]) == 10


def test_the_state_depends_on_the_content_alone(tmp_path: Path) -> None:
    one, two = simple("a.txt", BRIDGE), simple("b.txt", SHIP)
    states = []
    for name, made in {"x": (one, two), "y": (two, one), "z": (one,)}.items():
        with index.Index.open(build(tmp_path / name, *made)) as opened:
            states.append(opened.info.state)
    assert states[0] == states[1] != states[2]


def test_the_same_text_is_stored_once(tmp_path: Path) -> None:
    with index.write(tmp_path / "i", MODEL) as writer:
        put(writer, [simple("a.txt", FLOOD)])
        assert writer.vectors.missing([SHIP, FLOOD, SHIP]) == [SHIP]


def test_a_reader_keeps_the_state_it_opened(tmp_path: Path) -> None:
    path = build(tmp_path / "i", simple("a.txt", BRIDGE))
    with index.Index.open(path) as opened:
        build(path, simple("a.txt", SHIP))
        assert texts(opened, opened.nearest(EMBEDDER.encode([SHIP]), 9)[0]) == [BRIDGE]


def test_documents_with_the_same_text_are_named(tmp_path: Path) -> None:
    path = build(tmp_path / "i", simple("a.txt", BRIDGE), simple("b.txt", BRIDGE))
    with index.Index.open(path) as opened:
        digest = document("c.txt", BRIDGE).origin.digest
        assert opened.same(digest, ["nowhere"]) == {"a.txt", "b.txt"}
        assert opened.same("", ["b.txt", "nowhere"]) == {"b.txt"}
        assert opened.count(["a.txt", "nowhere"]) == 1


def test_no_index_says_how_to_build_one(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError, match="factcheck index build"):
        index.Index.open(tmp_path / "nowhere")


def test_a_failed_first_build_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "indices" / "i"
    with pytest.raises(KeyboardInterrupt), index.write(path, MODEL) as writer:
        put(writer, [simple("a.txt", BRIDGE)])
        raise KeyboardInterrupt
    assert not path.exists()


def test_a_failed_update_changes_nothing(tmp_path: Path) -> None:
    path = build(tmp_path / "i", simple("a.txt", BRIDGE))
    with pytest.raises(KeyboardInterrupt), index.write(path, MODEL) as writer:
        put(writer, [simple("a.txt", SHIP)])
        raise KeyboardInterrupt
    with index.Index.open(path) as opened:
        assert texts(opened, opened.by_words(["bridge"], 1)) == [BRIDGE]


def test_another_model_is_refused(tmp_path: Path) -> None:
    path = build(tmp_path / "i", simple("a.txt", BRIDGE))
    other = index.Model("other", "0" * 64, 256)
    with pytest.raises(ModelError, match="--model hashing"), index.write(path, other):
        pass


def test_a_file_where_the_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "i").write_text("a note")
    with pytest.raises(UsageError, match="cannot be made"), index.write(tmp_path / "i", MODEL):
        pass


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "index.sqlite").write_text("not a database " * 100)
    with pytest.raises(IndexStateError, match="damaged"):
        index.Index.open(tmp_path)
    with pytest.raises(IndexStateError, match="damaged"), index.write(tmp_path, MODEL):
        pass


def test_a_folder_that_cannot_be_written_is_read_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = build(tmp_path / "i", simple("a.txt", BRIDGE))
    real = store.is_empty
    modes: list[str] = []

    def in_a_closed_folder(connection: sqlite3.Connection) -> bool:
        modes.append("asked")
        if len(modes) == 1:
            message = "unable to open database file"
            raise sqlite3.OperationalError(message)
        return real(connection)

    monkeypatch.setattr(store, "is_empty", in_a_closed_folder)
    with index.Index.open(path) as opened:
        assert texts(opened, opened.by_words(["bridge"], 1)) == [BRIDGE]
    modes.clear()
    (path / "index.sqlite-wal").write_bytes(b"the log of a writer at work")
    with pytest.raises(IndexStateError, match="unable to open"):
        index.Index.open(path)


def test_a_reader_leaves_nothing_behind(tmp_path: Path) -> None:
    path = build(tmp_path / "i", simple("a.txt", BRIDGE))
    before = sorted(path.iterdir())
    with index.Index.open(path) as opened:
        opened.by_words(["bridge"], 1)
    assert sorted(path.iterdir()) == before
