import pytest

from factcheck.vocabulary.corrections import corrections
from factcheck.vocabulary.measures import stem

TABLE = corrections()


@pytest.mark.parametrize(
    "phrases", [TABLE.former, TABLE.ends, TABLE.corrects, TABLE.opens, TABLE.before]
)
def test_phrases_are_such_as_are_looked_for(phrases: tuple[str, ...]) -> None:
    assert phrases
    for phrase in phrases:
        assert phrase == " ".join(phrase.lower().split())
        assert all(word.isalnum() for word in phrase.split())


def test_mentions_are_stems() -> None:
    assert {stem("initially"), stem("corrected")} <= TABLE.mentions
    assert all(stem(word) in TABLE.mentions for word in ("revised", "withdrew"))
