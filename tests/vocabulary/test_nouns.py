import pytest

from factcheck.vocabulary.nouns import is_plural, nouns, plural_of, singular


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("people", "person"),
        ("women", "woman"),
        ("Syrians", "Syrian"),
        ("bodies", "body"),
        ("houses", "house"),
        ("boxes", "box"),
        ("churches", "church"),
        ("glass", "glass"),
        ("aircraft", "aircraft"),
        ("bus", "bus"),
    ],
)
def test_singular(many: str, one: str) -> None:
    assert singular(many) == one


@pytest.mark.parametrize("noun", ["person", "home", "city", "church", "aircraft", "Syrian", "life"])
def test_the_plural_leads_back(noun: str) -> None:
    assert singular(plural_of(noun)) == noun


@pytest.mark.parametrize("word", ["was", "across", "famous", "glass", "basis", "man", "of"])
def test_words_that_are_no_plurals(word: str) -> None:
    assert not is_plural(word)


def test_tables_are_lower_case() -> None:
    table = nouns()
    for words in (table.modifying, table.stops, table.one_after, table.one_before):
        assert all(word == word.lower() for word in words)
