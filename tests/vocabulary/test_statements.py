"""The tables of words that say the same, and of acts that deny each other."""

import tomllib
from collections import Counter
from importlib import resources

import pytest

from factcheck.vocabulary.statements import Statements, tables

TABLE = tomllib.loads(
    resources.files("factcheck.vocabulary").joinpath("statements.toml").read_text("utf-8")
)


def test_every_word_says_the_same_as_another_and_stands_in_one_line_only() -> None:
    lines = [{Statements.root(word) for word in line.split()} for line in TABLE["same"]]
    assert [line for line in lines if len(line) < 2] == []
    counts = Counter(root for line in lines for root in line)
    assert [root for root, count in counts.items() if count > 1] == []


def test_no_word_has_a_hyphen_since_sentences_are_read_in_parts() -> None:
    assert [line for line in TABLE["same"] if "-" in line] == []


def test_nothing_is_its_own_opposite() -> None:
    assert [pair for pair in TABLE["opposites"] if len(set(map(tables().key, pair))) < 2] == []


@pytest.mark.parametrize(
    ("one", "other"), [("killed", "died"), ("denied", "denies"), ("fell", "dropped")]
)
def test_words_of_one_meaning_have_one_key(one: str, other: str) -> None:
    assert tables().key(one) == tables().key(other)
