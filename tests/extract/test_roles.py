"""Persons with offices, in every order news copy has them."""

import pytest

from factcheck.extract.roles import find_roles
from factcheck.schema import Role
from factcheck.tokens import tokenize


def read(text: str) -> list[tuple[str, str, str, str]]:
    found: list[tuple[str, str, str, str]] = []
    for reading in find_roles(text, tokenize(text)):
        assert isinstance(reading.value, Role)
        role = reading.value
        found.append((role.person, role.title, role.organisation, role.tense))
    return found


def spans(text: str) -> list[str]:
    return [text[r.span.start : r.span.end] for r in find_roles(text, tokenize(text))]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "French Foreign Minister Ana Reyes said on Saturday that it would rain.",
            ("Ana Reyes", "foreign minister", "France", ""),
        ),
        (
            "Tomas Okafor, US Secretary of State, will travel to Osterburg.",
            ("Tomas Okafor", "secretary of state", "United States", ""),
        ),
        (
            "Ana Reyes, the finance minister of Freedonia, resigned.",
            ("Ana Reyes", "finance minister", "Freedonia", ""),
        ),
        (
            "Freedonia's finance minister, Ana Reyes, resigned.",
            ("Ana Reyes", "finance minister", "Freedonia", ""),
        ),
        (
            "The Iraqi President, Omar al Hadi who has been ill, stayed.",
            ("Omar al Hadi", "president", "Iraq", ""),
        ),
        (
            "Former French president Ana Reyes came.",
            ("Ana Reyes", "president", "France", "former"),
        ),
        ("Ex-president Ana Reyes came.", ("Ana Reyes", "president", "", "former")),
        (
            "Ana Reyes, then finance minister, knew.",
            ("Ana Reyes", "finance minister", "", "former"),
        ),
        ("Acting mayor Lena Holt came.", ("Lena Holt", "mayor", "", "acting")),
        (
            '"It is over," said Ana Reyes, a spokeswoman for the Interior Ministry.',
            ("Ana Reyes", "spokesperson", "Interior Ministry", ""),
        ),
        (
            "Ana Reyes was appointed chief executive of Borden Foods in May.",
            ("Ana Reyes", "chief executive", "Borden Foods", ""),
        ),
        (
            "Tomas Okafor, who is deputy head of the central bank, disagreed.",
            ("Tomas Okafor", "deputy head", "central bank", ""),
        ),
        (
            "The Director of the Freedonian Observatory for Human Rights Rami Okafor told us.",
            ("Rami Okafor", "director", "Freedonian Observatory for Human Rights", ""),
        ),
        (
            "Ana Reyes, 45, a professor of law at Osterburg University, wrote it.",
            ("Ana Reyes", "professor", "Osterburg University", ""),
        ),
        ("An adviser to Prime Minister Ana Reyes left.", ("Ana Reyes", "prime minister", "", "")),
        (
            "The Governor of the Bank of Freedonia, Ana Reyes, said rates will rise.",
            ("Ana Reyes", "governor", "Bank of Freedonia", ""),
        ),
        (
            "Dr Ana Reyes, the World Food Board's regional director for Europe, said so.",
            ("Ana Reyes", "director", "World Food Board", ""),
        ),
        ("Gen. Tomas Holt spoke.", ("Tomas Holt", "general", "", "")),
        (
            "The king appointed Ana Reyes as mayor of Osterburg.",
            ("Ana Reyes", "mayor", "Osterburg", ""),
        ),
        ("Ana Reyes was mayor of Osterburg.", ("Ana Reyes", "mayor", "Osterburg", "former")),
        ("Ana Reyes resigned as mayor on Monday.", ("Ana Reyes", "mayor", "", "former")),
        ("Ana Reyes, who served as mayor, died.", ("Ana Reyes", "mayor", "", "former")),
        (
            "Foreign Affairs and Trade Minister Ana Reyes signed it.",
            ("Ana Reyes", "foreign and trade minister", "", ""),
        ),
        (
            "The minister of trade, industry and energy, Ana Reyes, left.",
            ("Ana Reyes", "energy and industry and trade minister", "", ""),
        ),
        ("Reyes, the finance minister, said so.", ("Reyes", "finance minister", "", "")),
        ("Judge Ana B. Reyes ruled on it.", ("Ana B Reyes", "judge", "", "")),
        (
            "UN refugee agency spokesman Ben Ode said so.",
            ("Ben Ode", "spokesperson", "UN refugee agency", ""),
        ),
        ("King Omar III left.", ("Omar III", "king", "", "")),
        (
            "Foreign ministry spokesman Ben Ode left.",
            ("Ben Ode", "spokesperson", "Foreign ministry", ""),
        ),
        (
            "Ministry of Defence spokesman Ben Ode left.",
            ("Ben Ode", "spokesperson", "Ministry of Defence", ""),
        ),
        (
            "Osterburg Observer French Foreign Minister Ana Reyes left.",
            ("Ana Reyes", "foreign minister", "France", ""),
        ),
        ("Latest Iraqi mayor Ana Reyes left.", ("Ana Reyes", "mayor", "Iraq", "")),
        (
            "The director of the Osterburg Bread Circle Ben Okafor left.",
            ("Ben Okafor", "director", "Osterburg Bread Circle", ""),
        ),
        (
            "Ana Reyes, head of Freedonia's Bread Fund, left.",
            ("Ana Reyes", "head", "Freedonia's Bread Fund", ""),
        ),
        (
            "Ana Reyes, head of the Chamber of Trade and Crafts, left.",
            ("Ana Reyes", "head", "Chamber of Trade and Crafts", ""),
        ),
        (
            "Ana Reyes, head of the Bank of the West, left.",
            ("Ana Reyes", "head", "Bank of the West", ""),
        ),
        ("Ana Reyes, head of the company, left.", ("Ana Reyes", "head", "", "")),
        ("The president of Iraq Ana Reyes left.", ("Ana Reyes", "president", "Iraq", "")),
        ("The long-time mayor Ana Reyes left.", ("Ana Reyes", "mayor", "", "")),
        ("Deputy mayor Ana Reyes left.", ("Ana Reyes", "deputy mayor", "", "")),
        (
            "Shadow Health Secretary Ana Reyes left.",
            ("Ana Reyes", "shadow health minister", "", ""),
        ),
        ("Then-mayor Ana Reyes left.", ("Ana Reyes", "mayor", "", "former")),
        ("The mayor, Lord Reyes, left.", ("Reyes", "mayor", "", "")),
        ("Reyes – the city's mayor – left.", ("Reyes", "mayor", "city", "")),
        ("Ana Reyes remains mayor.", ("Ana Reyes", "mayor", "", "")),
        ("The Health Committee heard General Ana Reyes.", ("Ana Reyes", "general", "", "")),
        (
            "Russian General Staff General Ana Reyes left.",
            ("Ana Reyes", "general", "Russian General Staff", ""),
        ),
        ("Mayor Reyes Rejects Plan", ("Reyes", "mayor", "", "")),
        (
            "Ana Reyes, head of the old red coat hat shoe, left.",
            ("Ana Reyes", "head", "old red coat hat shoe", ""),
        ),
        ("It was the’s mayor Ana Reyes.", ("Ana Reyes", "mayor", "", "")),
        (
            "Trade and Mines and Tide Minister Ana Reyes left.",
            ("Ana Reyes", "minister", "Tide", ""),
        ),
        (
            "Zofka Dravik, head of the African Union observer mission, left.",
            ("Zofka Dravik", "head", "African Union observer mission", ""),
        ),
        ("The mayor of Osterburg, Ana Reyes, left.", ("Ana Reyes", "mayor", "Osterburg", "")),
        ("Azerbaijan keeps journalist Ana Reyes.", ("Ana Reyes", "correspondent", "", "")),
        ("They met President Okafor.", ("Okafor", "president", "", "")),
        ("The president, Ms. Ana Reyes, came.", ("Ana Reyes", "president", "", "")),
    ],
)
def test_one_role(text: str, role: tuple[str, str, str, str]) -> None:
    assert read(text) == [role]


def test_both_is_no_part_of_a_role() -> None:
    text = "Both White House spokesman Tomas Holt and State Department spokesman Ben Okafor spoke."
    assert read(text) == [
        ("Tomas Holt", "spokesperson", "White House", ""),
        ("Ben Okafor", "spokesperson", "State Department", ""),
    ]
    assert spans(text) == [
        "White House spokesman Tomas Holt",
        "State Department spokesman Ben Okafor",
    ]


def test_plural_titles_give_each_person() -> None:
    assert [r[:3] for r in read("Opposition spokesmen Ana Reyes, Lena Holt and Ben Ode left.")] == [
        ("Ana Reyes", "spokesperson", "Opposition"),
        ("Lena Holt", "spokesperson", "Opposition"),
        ("Ben Ode", "spokesperson", "Opposition"),
    ]
    text = "Foreign ministers Ana Reyes of North Freedonia and Tomas Okafor of Sylvania met."
    assert [r[2] for r in read(text)] == ["North Freedonia", "Sylvania"]
    text = "Two reporters, Ana Reyes and Ben Ode, were hurt."
    assert [r[0] for r in read(text)] == ["Ana Reyes", "Ben Ode"]


def test_two_titles_of_one_person() -> None:
    assert [r[:2] for r in read("Army spokesman Brigadier General Tomas Okafor said so.")] == [
        ("Tomas Okafor", "spokesperson"),
        ("Tomas Okafor", "general"),
    ]
    assert [r[:2] for r in read("Iraqi President General Ana Reyes said so.")] == [
        ("Ana Reyes", "president"),
        ("Ana Reyes", "general"),
    ]
    for text in (
        "Borden president and chief executive Ana Reyes said so.",
        "Ana Reyes, president and chief executive of Borden, said so.",
    ):
        assert [r[:3] for r in read(text)] == [
            ("Ana Reyes", "president", "Borden"),
            ("Ana Reyes", "chief executive", "Borden"),
        ]
    text = "Okafor, the chair, and mayor Ana Reyes left."
    assert [r[:2] for r in read(text)] == [("Okafor", "chair"), ("Ana Reyes", "mayor")]
    text = "Former chair and chief executive Ana Reyes said so."
    assert [r[3] for r in read(text)] == ["former", "former"]
    assert [r[:2] for r in read("The president and finance minister Ana Reyes left.")] == [
        ("Ana Reyes", "finance minister")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The deal was signed by the president, Ana Reyes said.",
        "In an interview with Ana Reyes, the minister denied it.",
        "The prime minister resigned on Monday.",
        "At 3 pm Monday the army left.",
        "On Monday, the president left.",
        "General Motors cut jobs.",
        "The official Osterburg news agency left.",
        "Army Commander Killed in Osterburg",
        "The General Assembly met.",
        "He described Ana Reyes as president.",
        "Osterburg, the mayor of which left, burned.",
        "Spokesmen Ana Reyes left.",
        "The mayor of, he said, Osterburg",
        "Ana Reyes and the mayor",
        "Ana Reyes was not mayor.",
        "Mayor",
        "The minister of trade and tide, Ana Reyes, left.",
        "Ana Reyes, mayor of the",
        "Ana Reyes is not the finance minister.",
        "The foreign and interior ministers, Ana Reyes and Ben Ode, met.",
        "The minister of defence and Ana Reyes met.",
        "The Foreign Minister Tuesday rejected it.",
        "",
        ".",
        "the the the",
    ],
)
def test_no_role(text: str) -> None:
    assert read(text) == []


def test_spans_run_over_title_and_name_without_article() -> None:
    assert spans("The finance minister of Freedonia, Ana Reyes, left.") == [
        "finance minister of Freedonia, Ana Reyes"
    ]
    assert spans("Yesterday Ana Reyes, the finance minister of Freedonia, left.") == [
        "Ana Reyes, the finance minister of Freedonia"
    ]
