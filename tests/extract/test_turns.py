"""The turns of a transcript as quotes: whose label, which words, and labels that are none."""

import pytest

from factcheck.extract.quotes import find_quotes
from factcheck.extract.quotes.turns import MAX_PIECE, find_turns, pieces
from factcheck.schema import Quote
from tests.clock import assert_in_step
from tests.judge.reading import read as claims_of


def read(text: str) -> list[tuple[str, str]]:
    return [
        (quote.value.speaker, quote.value.words)
        for quote in find_quotes(text)
        if isinstance(quote.value, Quote)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ANA REYES: We will not pay.", [("Ana Reyes", "We will not pay.")]),
        (
            "Present: Ana Reyes, mayor; Omar Haddad, clerk\nANA REYES: We will not pay.",
            [("Ana Reyes", "We will not pay.")],
        ),
        ("Omar Haddad: I will not.", [("Omar Haddad", "I will not.")]),
        ("MINISTER REYES: We will pay.", [("Reyes", "We will pay.")]),
        ("MR. HADDAD: I will.", [("Haddad", "I will.")]),
        ("ZOFKA DRAVIK: I fished there.", [("Zofka Dravik", "I fished there.")]),
        ("REYES: We will.\nHADDAD: You?", [("Reyes", "We will."), ("Haddad", "You?")]),
        (
            "Ana McReyes, the finance minister, spoke.\n\nMCREYES: We will pay.",
            [("Ana McReyes", "We will pay.")],
        ),
        (
            "Ana Reyes, the finance minister, spoke.\n\nTHE FINANCE MINISTER: We will pay.",
            [("Ana Reyes", "We will pay.")],
        ),
        ("ANA REYES, mayor of Elin: I will pay.", [("Ana Reyes", "I will pay.")]),
        ("Ana Reyes (finance minister): I will pay.", [("Ana Reyes", "I will pay.")]),
        ("**Ana Reyes:** We will pay.", [("Ana Reyes", "We will pay.")]),
        ("[00:12:40] ANA REYES: We will pay.", [("Ana Reyes", "We will pay.")]),
        (
            "Ana Reyes leads the fund.\n\nQ: How much?\nA: Forty crowns.",
            [("Ana Reyes", "Forty crowns.")],
        ),
        ("Q: How much?\nA: Forty crowns.", []),
        (
            "Ana Reyes: We will pay\nnext year. No more.\n\nThe council met.",
            [("Ana Reyes", "We will pay next year. No more.")],
        ),
        (
            "Ana Reyes: Not this year. The harbour comes first, and the school after it.\n"
            "Then we shall see.\nThe sitting ended at noon.",
            [
                (
                    "Ana Reyes",
                    "Not this year. The harbour comes first, and the school after it. "
                    "Then we shall see.",
                )
            ],
        ),
        ('ANA REYES: "We will pay."', [("Ana Reyes", "We will pay.")]),
    ],
)
def test_a_turn_is_a_quote(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Note: We met on Monday.",
        "UPDATE: We have corrected the figure.\nUPDATE: We have added a name.",
        "Source: Ana Reyes.",
        "Photo: Ana Reyes.",
        "Port Elin: The wall broke.\nGull Point: The wall held.",
        "PORT ELIN: The wall broke on Monday, killing 31 people.",
        "PARIS: We went there by train.",
        "Ana Reyes: mayor of Elin since 2011.",
        "Ana Reyes: We will pay",
        "Ana Reyes: Mayor of Elin since 2011.\nOmar Haddad: Her deputy.",
        "At 10:30: We met.",
        "Deaths: 31. We count on.",
        "The council heard from the mayor,\nAna Reyes: We will pay.",
        "What we know: The wall broke.",
    ],
)
def test_other_labels_open_no_turn(text: str) -> None:
    assert read(text) == []


def test_who_asks_says_nothing() -> None:
    [question, answer] = find_turns("QUESTION: Will you pay?\nANA REYES: Yes.")
    assert (question.speaker, answer.speaker) == ("", "Ana Reyes")
    assert read("QUESTION: Will you pay?\nANA REYES: Yes.") == [("Ana Reyes", "Yes.")]


def test_words_in_marks_keep_their_speaker() -> None:
    text = 'ANA REYES: We met. Omar Haddad said, "The harbour is closed for good."'
    assert read(text) == [("Omar Haddad", "The harbour is closed for good.")]


def test_a_long_turn_is_cut_between_sentences() -> None:
    text = "ANA REYES: " + "We shall pay for the harbour. " * 100
    [turn] = find_turns(text)
    cut = [text[span.start : span.end] for span in pieces(text, turn)]
    assert len(cut) == 4
    assert all(len(piece) <= MAX_PIECE and piece[0] == "W" and piece[-1] == "." for piece in cut)
    assert " ".join(cut) == text[turn.words.start :].strip()


def test_a_long_turn_without_sentences_is_cut_too() -> None:
    text = f"ANA REYES: We {'é' * 2_500}."
    [turn] = find_turns(text)
    assert [span.end - span.start for span in pieces(text, turn)] == [MAX_PIECE, MAX_PIECE, 504]


def test_a_label_is_who_speaks_and_no_subject() -> None:
    text = "ZOFKA DRAVIK: I saw that the tram reached 70 kilometres an hour."
    [figure] = [claim for claim in claims_of(text, "a.txt")[1] if claim.kind == "quantity"]
    assert [e.origin for e in figure.entities if e.name == "Zofka Dravik"] == ["speaker"]


@pytest.mark.parametrize(
    "bait",
    [
        "A: ",
        "A: We go.\n",
        "ANA REYES: We go. ",
        "Q: I?\nA: We.\n",
        "REYES: We go.\n",
        "10:10 ",
        "\n",
    ],
)
def test_bait_is_read_in_linear_time(bait: str) -> None:
    assert_in_step(lambda count: find_quotes(f"ANA REYES: I go.\n{bait * count}"), 500, 4_000)
