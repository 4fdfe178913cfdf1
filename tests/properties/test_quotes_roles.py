"""Quotes, roles, persons and statements on any text: no exception, honest spans, linear time."""

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.persons import find_persons
from factcheck.extract.quotes import find_quotes
from factcheck.extract.roles import find_roles
from factcheck.extract.statements import find_statement
from factcheck.schema import Quote, Role
from factcheck.tokens import tokenize
from tests.clock import assert_in_step

WORDS = st.sampled_from(
    [
        *"Ana Reyes Okafor al-Hadi van Osten Mr. Gen. US Freedonia French Monday Both".split(),
        *"president minister spokesmen Foreign Minister deputy former acting chief of".split(),
        *"said told added according to he she the a statement released by who was not".split(),
        *"declined denied will travel and or that , . ? ! : ; ( ) - — 's ’s 5 45".split(),
        *'" “ ” ‘ ’ « » \' " “ ” ``'.split(),
        *["\nANA REYES: ", "\nQ: ", "\nA: ", "\nReyes: I "],
        *["\n", "\n\n", "\n\n“", "é", "\u200b", "\ue000", "𝒜", "ß"],
    ]
)
TEXTS = st.one_of(
    st.lists(WORDS, max_size=40).map(" ".join),
    st.lists(WORDS, max_size=40).map("".join),
    st.text(max_size=60),
)


@given(TEXTS)
@settings(max_examples=250, deadline=None)
def test_spans_slice_to_the_words(text: str) -> None:
    for reading in find_quotes(text):
        assert isinstance(reading.value, Quote)
        slice_ = text[reading.span.start : reading.span.end]
        assert " ".join(slice_.split()) == reading.value.words != ""
    tokens = tokenize(text)
    for reading in find_roles(text, tokens):
        assert isinstance(reading.value, Role)
        slice_ = text[reading.span.start : reading.span.end]
        assert all(part in slice_ for part in reading.value.person.split(" "))
    for span, name in find_persons(text, tokens):
        assert all(part in text[span.start : span.end] for part in name.split())
    statement = find_statement(text, tokens)
    if statement is not None:
        assert 0 <= statement.span.start < statement.span.end <= len(text)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_quotes_are_in_order_and_apart(text: str) -> None:
    spans = [reading.span for reading in find_quotes(text)]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


BAIT = [
    '"',
    '" ',
    "“",
    '"a" ',
    '"a," he said, ',
    '"a\n\n',
    "‘a ",
    "'a ",
    "'a\n \n",
    "\n\n",
    "\n \n",
    "said ",
    "said he ",
    "Ana Reyes said, ",
    "Ana Reyes ",
    "A. ",
    "A",
    "Gen. ",
    "General ",
    "deputy ",
    "Deputy Minister of ",
    "former ",
    "ministers Ana, ",
    "Ministers ",
    "the president, ",
    "of the ",
    "bank of ",
    "and ",
    "al-",
    "'s ",
    "really ",
    "has ",
    "was ",
    ", ",
    "the ministry declined ",
    "Q: I?\nA: We.\n",
    "ANA REYES: We go.\n",
    "REYES: We go. ",
    "**",
]


@pytest.mark.parametrize("bait", BAIT)
def test_time_is_linear(bait: str) -> None:
    def read(size: int) -> None:
        text = bait * (size // len(bait))
        tokens = tokenize(text)
        find_quotes(text)
        find_roles(text, tokens)
        find_persons(text, tokens)
        find_statement(text, tokens)

    assert_in_step(read, 1_000, 8_000)


@pytest.mark.parametrize("find", [find_roles, find_persons, find_statement])
def test_no_tokens_nothing_found(find: Callable[..., object]) -> None:
    assert not find("", ())
