"""Quotes and offices: whose words, whose office, and when."""

import datetime as dt

import pytest

from tests.judge.reading import DAY, verdict_on

SAID = '"We do not plan to raise taxes in Norland this year," said Ana Reyes.'


@pytest.mark.parametrize(
    ("draft", "words", "label", "reason"),
    [
        (SAID, "We do not plan", "corroborated", "quote-found"),
        (SAID.replace("do not plan", "plan"), "We plan", "conflicting", "quote-altered"),
        (SAID.replace("Ana Reyes", "Omar Haddad"), "We do", "conflicting", "speaker-differs"),
        (
            SAID.replace("Ana Reyes", "Ana Reyes and Omar Haddad"),
            "We do",
            "corroborated",
            "quote-found",
        ),
        (
            '"Nothing of the kind was ever discussed here," said Ana Reyes.',
            "Nothing",
            "unsupported",
            "no-evidence",
        ),
    ],
)
def test_a_quote(draft: str, words: str, label: str, reason: str) -> None:
    verdict = verdict_on(draft, SAID, words, "quote")
    assert (verdict.label, verdict.reason) == (label, reason)


@pytest.mark.parametrize(
    ("speaker", "label"),
    [("Reyes", "corroborated"), ("Okafor", "unsupported"), ("the ministry", "corroborated")],
)
def test_a_last_name_of_somebody_else_bears_nothing_out(speaker: str, label: str) -> None:
    assert verdict_on(SAID, SAID.replace("Ana Reyes", speaker), "We do", "quote").label == label


@pytest.mark.parametrize(
    ("source", "label"),
    [
        ("The roof of Halden Hall fell in. Culture minister Omar Haddad saw it.", "conflicting"),
        ("The roof of Halden Hall fell in. Mayor Omar Haddad saw it.", "unsupported"),
        ("Halden Hall in France shut. Culture minister Omar Haddad saw it.", "unsupported"),
    ],
)
def test_two_ministers_are_of_one_country_where_the_texts_share_a_place(
    source: str, label: str
) -> None:
    draft = "Halden Hall is shut. Culture minister Ana Reyes saw the damage."
    assert verdict_on(draft, source, "Culture minister", "role").label == label


@pytest.mark.parametrize(
    ("before", "label"),
    [
        ("Omar Haddad shook his head.", "conflicting"),
        ("Omar Haddad met Lena Okafor.", "unsupported"),
        ("Ana Reyes took questions.", "corroborated"),
    ],
)
def test_he_is_the_only_one_of_the_sentence_before(before: str, label: str) -> None:
    source = f"{before} {SAID.replace('Ana Reyes', 'he')}".replace("said he", "he said")
    assert verdict_on(SAID, source, "We do", "quote").label == label


def test_words_without_marks_count_where_the_source_names_the_speaker() -> None:
    draft = 'Ana Reyes said Norland was "ready to welcome every single guest".'
    told = "{}: Norland is ready to welcome every single guest."
    named = verdict_on(draft, told.format("REYES"), "ready", "quote")
    assert (named.label, named.reason) == ("corroborated", "quote-found")
    other = verdict_on(draft, told.format("HADDAD"), "ready", "quote")
    assert other.label == "unsupported"


@pytest.mark.parametrize(
    ("source", "days", "label", "reason"),
    [
        ("Finance minister Ana Reyes", -3, "corroborated", "role-agrees"),
        ("Finance minister Ana Reyes", -500, "unsupported", "only-outdated"),
        ("Finance minister Ana Reyes", 60, "unsupported", "later-source"),
        ("Health minister Ana Reyes", -3, "conflicting", "role-differs"),
        ("Health minister Ana Reyes", -500, "unsupported", "only-outdated"),
        ("Health minister Ana Reyes", 60, "unsupported", "later-source"),
        ("Mayor Omar Haddad", -3, "unsupported", "no-evidence"),
    ],
)
def test_an_office_by_the_day_of_its_source(
    source: str, days: int, label: str, reason: str
) -> None:
    verdict = verdict_on(
        "Finance minister Ana Reyes opened the bridge.",
        f"{source} left for Sudmark.",
        "Ana Reyes",
        "role",
        DAY + dt.timedelta(days=days),
    )
    assert (verdict.label, verdict.reason) == (label, reason)


def test_the_explanation_of_a_quote_names_the_words_that_differ() -> None:
    draft = SAID.replace("taxes", "prices")
    verdict = verdict_on(draft, SAID, "We do not plan", "quote")
    assert verdict.reason == "quote-altered"
    assert "“prices”" in verdict.explanation
    assert "“taxes”" in verdict.explanation


@pytest.mark.parametrize(
    ("draft", "label"),
    [
        ("Norrby Lines lost money. The company's chief executive, Ana Reyes, left.", "conflicting"),
        ("Norrby Lines lost money. Its chief executive, Ana Reyes, left.", "conflicting"),
        ("Halden Optics lost money. Its chief executive, Ana Reyes, left.", "unsupported"),
        (
            "Norrby Lines bought Halden Optics. The company's chief executive, Ana Reyes, left.",
            "unsupported",
        ),
        ("The company's chief executive, Ana Reyes, left.", "unsupported"),
    ],
)
def test_an_office_without_a_body_is_of_the_only_one_told_of(draft: str, label: str) -> None:
    source = "Omar Haddad, the chief executive of Norrby Lines, spoke."
    assert verdict_on(draft, source, "Reyes", "role").label == label
    told = draft.replace("Ana Reyes", "Omar Haddad")
    held = source.replace("Omar Haddad", "Ana Reyes")
    assert verdict_on(held, told, "Reyes", "role").label == label


@pytest.mark.parametrize(
    ("draft", "source", "label"),
    [
        (
            "Ana Reyes, the union's general secretary, spoke.",
            "Ana Reyes, general secretary of the Dockers' Union, left.",
            "unsupported",
        ),
        (
            "Ana Reyes, chief economist at Norrby Bank, spoke.",
            "Norrby Bank's chief economist, Omar Haddad, left.",
            "conflicting",
        ),
        (
            "Ana Reyes, the fire chief of Osterburg, spoke.",
            "Fire chief Omar Haddad of Osterburg left.",
            "conflicting",
        ),
    ],
)
def test_a_body_without_a_name_may_be_any(draft: str, source: str, label: str) -> None:
    assert verdict_on(draft, source, "Reyes", "role").label == label


def test_a_denial_of_a_verb_in_another_form_alters_what_was_said() -> None:
    draft = '"I did not see the report," said Ana Reyes.'
    source = '"I saw the report," said Ana Reyes.'
    assert verdict_on(draft, source, "I did", "quote").reason == "quote-altered"
    other = '"I wrote the report," said Ana Reyes.'
    assert verdict_on(draft, other, "I did", "quote").label == "unsupported"
