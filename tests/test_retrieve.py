import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck import index
from factcheck.config import Retrieval
from factcheck.embed import HashingEmbedder
from factcheck.errors import ModelError
from factcheck.retrieve import retrieve
from factcheck.schema import Candidate, Claim, DateRange, Document, Entity, Quantity, Span
from tests.index.made import EMBEDDER, build, claim, document, quantity, simple

FLOOD = "The flood killed 12 people in Norwick."
OTHER = "Officials in Norwick counted 15 people killed by the flood."
SHIP = "A ship left the harbour of Essel with grain."
TOLL = "Authorities gave a toll of 12."


def draft(*sentences: str, title: str = "") -> Document:
    return document("draft.txt", *sentences, title=title)


def claims(of: Document, *sentences: str, noun: str = "") -> list[Claim]:
    found = []
    for sentence in sentences:
        start = of.text.index(sentence)
        found.append(claim(quantity("12", of=noun), Span(start, start + len(sentence))))
    return found


def texts(candidates: tuple[Candidate, ...]) -> list[str]:
    return [candidate.passage.text for candidate in candidates]


def test_meaning_words_and_value_all_bring_candidates(tmp_path: Path) -> None:
    values = [(quantity("12", of="person"),)]
    path = build(
        tmp_path,
        simple("a.txt", OTHER),
        (document("b.txt", TOLL), [TOLL], values),
        *(simple(f"c{n}.txt", f"{SHIP} {n}") for n in range(50)),
    )
    text = draft(FLOOD)
    few = Retrieval(dense=1, near=0, words=1, value=1)
    with index.Index.open(path) as opened:
        (found,) = retrieve(claims(text, FLOOD), text, opened, EMBEDDER, few)
    assert texts(found) == [OTHER, TOLL]
    assert [c.score for c in found] == [round(2 / 61, 5), round(1 / 61, 5)]
    assert [c.value for c in found[1].claims] == list(values[0])


def test_equal_scores_are_ordered_by_document(tmp_path: Path) -> None:
    path = build(tmp_path, *(simple(f"{n}.txt", OTHER) for n in (3, 1, 2)))
    text = draft(FLOOD)
    with index.Index.open(path) as opened:
        (found,) = retrieve(claims(text, FLOOD), text, opened, EMBEDDER)
    assert [c.passage.origin.id for c in found] == ["1.txt", "2.txt", "3.txt"]


def test_the_draft_itself_is_no_candidate_and_takes_no_place(tmp_path: Path) -> None:
    own = [f"{FLOOD} Line {n}." for n in range(80)]
    text = draft(*own)
    path = build(tmp_path, simple("copy.txt", *own), simple("a.txt", OTHER))
    with index.Index.open(path) as opened:
        (found,) = retrieve(claims(text, own[0]), text, opened, EMBEDDER)
    assert texts(found) == [OTHER]


def test_a_document_with_the_id_of_the_draft_is_no_candidate(tmp_path: Path) -> None:
    text = draft(FLOOD)
    path = build(tmp_path, simple("draft.txt", OTHER), simple("b.txt", SHIP))
    with index.Index.open(path) as opened:
        (found,) = retrieve(claims(text, FLOOD), text, opened, EMBEDDER)
        (fewer,) = retrieve(claims(text, FLOOD), text, opened, EMBEDDER, exclude=["b.txt"])
    assert texts(found) == [SHIP]
    assert fewer == ()


@pytest.mark.parametrize(
    ("title", "kept"),
    [("Flood  in NORWICK", False), ("Agency report", True), ("", True)],
)
def test_the_own_sentence_is_left_out_under_the_own_title_only(
    tmp_path: Path, title: str, kept: bool
) -> None:
    text = draft(FLOOD, title="Flood in Norwick" if title else "")
    path = build(tmp_path, simple("a.txt", f"{FLOOD}", SHIP, title=title))
    with index.Index.open(path) as opened:
        (found,) = retrieve(claims(text, FLOOD), text, opened, EMBEDDER)
    assert (FLOOD in texts(found)) is kept


def test_the_names_a_claim_speaks_of_are_looked_for(tmp_path: Path) -> None:
    sentence = "It killed 12."
    text = draft(sentence)
    (plain,) = claims(text, sentence)
    named = plain.__replace__(entities=(Entity("Norwick", "place", "before"),))
    path = build(
        tmp_path,
        simple("a.txt", "Rain fell on Norwick."),
        *(simple(f"c{n}.txt", f"{SHIP} {n}") for n in range(9)),
    )
    words = Retrieval(dense=0, near=0, value=0)
    with index.Index.open(path) as opened:
        without, with_name = retrieve([plain, named], text, opened, EMBEDDER, words)
    assert without == ()
    assert texts(with_name) == ["Rain fell on Norwick."]


def test_one_text_is_encoded_once(tmp_path: Path) -> None:
    seen: list[str] = []

    class Counting(HashingEmbedder):
        def encode(self, texts):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
            seen.extend(texts)
            return super().encode(texts)

    text = draft(FLOOD, OTHER)
    path = build(tmp_path, simple("a.txt", SHIP))
    with index.Index.open(path) as opened:
        retrieve(claims(text, FLOOD, OTHER, FLOOD), text, opened, Counting())
    assert seen == sorted([FLOOD, OTHER])


def test_the_clause_asks_beside_the_sentence(tmp_path: Path) -> None:
    long = (
        f"While {SHIP.lower()[:-1]} and more grain left Essel by ship, 12 people died in Norwick."
    )
    text = draft(long)
    (whole,) = claims(text, long)
    part = whole.__replace__(clause=Span(text.text.index("12 people"), len(long)))
    toll = "People died in Norwick."
    path = build(
        tmp_path,
        simple("toll.txt", toll),
        *(simple(f"c{n}.txt", f"{SHIP} {n}") for n in range(9)),
    )
    one = Retrieval(dense=0, near=1, words=0, value=0)
    with index.Index.open(path) as opened:
        first, second = retrieve([whole, part], text, opened, EMBEDDER, one)
    assert texts(first) == [f"{SHIP} 0"]
    assert sorted(texts(second)) == [f"{SHIP} 0", toll]


def test_only_the_names_nearest_to_a_claim_are_looked_for(tmp_path: Path) -> None:
    text = draft("It killed 12.")
    (plain,) = claims(text, "It killed 12.")
    near, far = Entity("Norwick", "place", "before"), Entity("Essel", "place", "title")
    path = build(tmp_path, simple("a.txt", "Norwick."), simple("b.txt", "Essel."))
    words = Retrieval(dense=0, near=0, value=0)
    with index.Index.open(path) as opened:
        found = retrieve(
            [plain.__replace__(entities=(far, near)), plain.__replace__(entities=(far,))],
            text,
            opened,
            EMBEDDER,
            words,
        )
    assert [texts(candidates) for candidates in found] == [["Norwick."], ["Essel."]]


def near_in_time(tmp_path: Path, asked: Claim, of: Document) -> list[str]:
    dates = ["2012-06-01", "2013-05-01", "2015-01-01", "2015-08-01", "2015-10-01", "2016-03-01"]
    sentences = [f"{OTHER} Report {day}." for day in [*dates, None]]
    path = build(
        tmp_path,
        *(
            (document(f"{n}.txt", sentence, date=day), [sentence], [()])
            for n, (day, sentence) in enumerate(zip([*dates, None], sentences, strict=True))
        ),
    )
    near = Retrieval(dense=0, words=0, value=0)
    with index.Index.open(path) as opened:
        (found,) = retrieve([asked], of, opened, EMBEDDER, near)
    return sorted(str(c.passage.origin.date) for c in found)


def test_sources_dated_near_the_draft_are_ranked_once_more(tmp_path: Path) -> None:
    text = draft(FLOOD)
    (plain,) = claims(text, FLOOD)
    dated = plain.__replace__(as_of=dt.date(2015, 9, 1))
    assert near_in_time(tmp_path / "1", dated, text) == ["2015-08-01", "2015-10-01"]
    assert len(near_in_time(tmp_path / "2", plain, text)) == 7


def test_sources_dated_near_a_stated_period_are_ranked_once_more(tmp_path: Path) -> None:
    text = draft(FLOOD)
    (plain,) = claims(text, FLOOD)
    year = DateRange("2012", dt.date(2012, 1, 1), dt.date(2012, 12, 31), "year")
    dated = plain.__replace__(as_of=dt.date(2015, 9, 1), period=year)
    assert near_in_time(tmp_path, dated, text) == ["2012-06-01", "2013-05-01"]


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_the_ends_of_the_calendar_are_no_error(tmp_path: Path, day: dt.date) -> None:
    text = draft(FLOOD)
    (plain,) = claims(text, FLOOD)
    assert len(near_in_time(tmp_path, plain.__replace__(as_of=day), text)) == 7


def test_each_claim_gets_its_own_candidates_at_most_as_many_as_set(tmp_path: Path) -> None:
    text = draft(FLOOD, SHIP)
    path = build(tmp_path, simple("a.txt", OTHER), simple("b.txt", f"{SHIP} Again."))
    with index.Index.open(path) as opened:
        first, second = retrieve(
            claims(text, FLOOD, SHIP), text, opened, EMBEDDER, Retrieval(candidates=1)
        )
        assert retrieve([], text, opened, EMBEDDER) == ()
    assert texts(first) == [OTHER]
    assert texts(second) == [f"{SHIP} Again."]


def test_another_model_than_the_one_of_the_index_is_refused(tmp_path: Path) -> None:
    class Other(HashingEmbedder):
        digest = "0" * 64

    text = draft(FLOOD)
    with (
        index.Index.open(build(tmp_path, simple("a.txt", SHIP))) as opened,
        pytest.raises(ModelError, match="built with the model hashing"),
    ):
        retrieve(claims(text, FLOOD), text, opened, Other())


def test_a_value_beyond_any_text_is_no_error(tmp_path: Path) -> None:
    text = draft(FLOOD)
    huge = Quantity("count", Decimal("1e30"), Decimal("1e30"), Decimal(1))
    path = build(tmp_path, simple("a.txt", SHIP))
    with index.Index.open(path) as opened:
        (found,) = retrieve([claim(huge, Span(0, len(FLOOD)))], text, opened, EMBEDDER)
    assert texts(found) == [SHIP]


def test_a_vague_number_is_not_looked_up_by_value(tmp_path: Path) -> None:
    values = [(quantity("12", of="person"),)]
    path = build(tmp_path, (document("b.txt", TOLL), [TOLL], values))
    text = draft(FLOOD)
    (plain,) = claims(text, FLOOD)
    vague = plain.__replace__(value=quantity("12", of="person").__replace__(modifier="vague"))
    by_value = Retrieval(dense=0, near=0, words=0)
    with index.Index.open(path) as opened:
        one, other = retrieve([plain, vague], text, opened, EMBEDDER, by_value)
    assert texts(one) == [TOLL]
    assert other == ()


def test_only_sources_dated_before_a_day_are_found(tmp_path: Path) -> None:
    days = {
        "old.txt": "2015-08-01",
        "day.txt": "2015-09-01",
        "new.txt": "2015-10-01",
        "no.txt": None,
    }
    path = build(
        tmp_path,
        *((document(name, OTHER, date=day), [OTHER], [()]) for name, day in days.items()),
    )
    text = draft(FLOOD)
    with index.Index.open(path) as opened:
        (found,) = retrieve(claims(text, FLOOD), text, opened, EMBEDDER, before=dt.date(2015, 9, 1))
    assert [c.passage.origin.id for c in found] == ["old.txt"]


def test_many_later_sources_do_not_hide_an_earlier_one(tmp_path: Path) -> None:
    later = ((document(f"b{n}.txt", OTHER), [OTHER], [()]) for n in range(30))
    early = document("a.txt", SHIP, date="2015-01-01")
    path = build(tmp_path, (early, [SHIP], [()]), *later)
    text = draft(FLOOD)
    few = Retrieval(dense=10, near=0, words=0, value=0)
    with index.Index.open(path) as opened:
        (found,) = retrieve(
            claims(text, FLOOD), text, opened, EMBEDDER, few, before=dt.date(2015, 2, 1)
        )
    assert texts(found) == [SHIP]


def test_an_earlier_copy_of_the_sentence_tells_nothing(tmp_path: Path) -> None:
    other = FLOOD.replace("12", "15")
    values = [(quantity("12", of="person"),)]
    path = build(
        tmp_path,
        (document("copy.txt", FLOOD, date="2015-08-01"), [FLOOD], values),
        (document("other.txt", other, date="2015-08-01"), [other], [()]),
    )
    text = draft(FLOOD, SHIP)
    with index.Index.open(path) as opened:
        (all_of_them,) = retrieve(claims(text, FLOOD), text, opened, EMBEDDER)
        (found,) = retrieve(claims(text, FLOOD), text, opened, EMBEDDER, before=dt.date(2015, 9, 1))
    assert texts(all_of_them) == [FLOOD, other]
    assert texts(found) == [other]
