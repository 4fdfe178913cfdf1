"""Labels of transcripts: names in capitals are names, and what stands beside them an office."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.labels import with_plain_label
from factcheck.pipeline import read_claims
from factcheck.readers import read_text
from factcheck.schema import Quote, Role
from factcheck.tokens import tokenize

DAY = dt.date(2019, 6, 14)


def _values(text: str) -> list[object]:
    return [claim.value for claim in read_claims(read_text(text, "hearing"), DAY)]


@pytest.mark.parametrize(
    ("line", "person", "title", "body"),
    [
        ("ANA REYES, mayor of Osterburg: We will pay.", "Ana Reyes", "mayor", "Osterburg"),
        ("ANA REYES, housing minister: We will pay.", "Ana Reyes", "housing minister", ""),
        ("MAYOR ANA REYES: We will pay.", "Ana Reyes", "mayor", ""),
        ("PROF. DR. ANA REYES: We will pay.", "Ana Reyes", "professor", ""),
        (
            'ANA REYES, coast guard spokeswoman: "We came late."',
            "Ana Reyes",
            "spokesperson",
            "coast guard",
        ),
        ("DR ANA REYES (chief epidemiologist): I do.", "Ana Reyes", "chief epidemiologist", ""),
        (
            "ANA REYES, CEO of NORLAND STEEL: We pay.",
            "Ana Reyes",
            "chief executive",
            "Norland Steel",
        ),
    ],
)
def test_a_label_in_capitals_states_an_office(
    line: str, person: str, title: str, body: str
) -> None:
    assert Role(person, title, body) in _values(f"{line}\nQ: When?\n")


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ('No. "We have enough vaccine for all," that is what I told the governors.', "Ana Reyes"),
        ('I said: "We have enough vaccine for all."', "Ana Reyes"),
        ('We know it. People told me: "We have enough vaccine for all."', "People"),
        ('"We have enough vaccine for all" is what the letter says. I doubt it.', ""),
    ],
)
def test_a_quote_inside_a_turn_is_whose_turn_it_is_unless_others_say_it(
    words: str, speaker: str
) -> None:
    values = _values(f"Q: Is there enough?\nANA REYES: {words}\nOMAR HADDAD: I see.")
    spoken = [v.speaker for v in values if isinstance(v, Quote) and v.words.startswith("We have")]
    assert spoken == [speaker]


@given(st.text("AB a:,(.1é", max_size=40))
def test_offsets_and_number_of_tokens_stay(text: str) -> None:
    tokens = tokenize(text)
    plain = with_plain_label(tokens)
    assert [(t.start, t.end, t.kind) for t in plain] == [(t.start, t.end, t.kind) for t in tokens]
    assert [t.text.lower() for t in plain] == [t.text.lower() for t in tokens]


@pytest.mark.parametrize("text", ["NATO said: no.", "THE END", "A: We pay.", "Ana Reyes: We pay."])
def test_what_is_no_label_in_capitals_stays(text: str) -> None:
    assert with_plain_label(tokenize(text)) == tokenize(text)
