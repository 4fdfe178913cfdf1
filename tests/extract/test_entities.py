"""Names of places, groups and persons are found by table and by shape."""

import pytest

from factcheck.extract.entities import Mention, capitalised_inside, find_mentions
from factcheck.schema import Span
from factcheck.tokens import tokenize


def mentions(text: str, known: frozenset[str] = frozenset()) -> tuple[Mention, ...]:
    return find_mentions(text, tokenize(text), (), known)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fighting in northern Syria and Iraq went on.", ["Syria", "Iraq"]),
        ("The Syrian and U.S. governments met.", ["Syria", "United States"]),
        ("Daesh lost the town of Ober Linde.", ["Islamic State", "Ober Linde"]),
        ("Riverton City Council met on Tuesday.", ["Riverton City Council"]),
        ("The Bank of Norland raised rates in May.", ["Bank of Norland"]),
        ("On Monday he said that it may rain.", []),
        ("Three people died.", []),
        ("Meanwhile the us and them went home.", []),
    ],
)
def test_names_of_a_sentence(text: str, names: list[str]) -> None:
    assert [mention.name for mention in mentions(text)] == names


def test_a_name_slices_to_its_words() -> None:
    text = "Aid reached the Islamic State of Iraq and the Levant, Norland said."
    found = mentions(text)
    assert [text[m.span.start : m.span.end] for m in found] == [
        "Islamic State of Iraq and the Levant",
        "Norland",
    ]


def test_a_place_stands_after_a_preposition_of_place() -> None:
    found = {m.name: m for m in mentions("A Norland convoy was hit near Ober Linde.")}
    assert found["Ober Linde"].locative
    assert found["Ober Linde"].kind == "place"
    assert "Norland" not in found or not found["Norland"].locative


def test_the_one_who_reports_is_marked() -> None:
    found = {m.name: m for m in mentions("The UN said that ISIS had left Iraq.")}
    assert found["United Nations"].reporting
    assert not found["Iraq"].reporting


def test_a_word_that_opens_a_sentence_is_a_name_only_when_known() -> None:
    assert mentions("Norland lost.") == ()
    assert mentions("Teachers, who number 400, lost.") == ()
    assert mentions("Nobody's schools lost.") == ()
    assert [m.name for m in mentions("Norland lost.", frozenset({"Norland"}))] == ["Norland"]


@pytest.mark.parametrize(
    "text", ["Norland's army lost.", "Norland, which has no army, lost.", "NorLand lost."]
)
def test_a_word_that_opens_a_sentence_is_a_name_by_its_shape_or_what_follows(text: str) -> None:
    assert [m.name.lower() for m in mentions(text)] == ["norland"]


@pytest.mark.parametrize(
    "text",
    [
        "Money went to the ministry of education.",
        "The Education Ministry paid.",
        "In Norland the Ministry of Education paid.",
    ],
)
def test_a_ministry_has_one_name_either_way_round(text: str) -> None:
    assert "ministry of education" in [m.name for m in mentions(text)]


def test_a_ministry_without_a_portfolio_is_none() -> None:
    assert mentions("The ministry of silence paid the ministry.") == ()


def test_a_title_case_line_gives_names_of_the_tables_only() -> None:
    assert [m.name for m in mentions("Storm Hits Coast As Syria Waits For Help")] == ["Syria"]
    assert list(capitalised_inside(tokenize("Storm Hits Coast As Syria Waits For Help"))) == []


def test_a_known_person_is_one_mention() -> None:
    text = "Then Ana Reyes left."
    (found,) = find_mentions(text, tokenize(text), ((Span(5, 14), "Ana Reyes"),))
    assert (found.name, found.kind, found.span) == ("Ana Reyes", "person", Span(5, 14))
