"""What surrounds a value: a pronoun takes the subject of the sentence before."""

import pytest

from tests.judge.reading import claim_in


@pytest.mark.parametrize(
    ("sentence", "origin"),
    [
        ("She was carrying 31,450 tonnes of oil, bound for Sule.", "clause"),
        ("It was carrying 31,450 tonnes of oil, bound for Sule.", "clause"),
        ("It is feared that 31,450 tonnes of oil were lost near Sule.", "before"),
        ("Its rival Maud of Tarn carried 31,450 tonnes of oil.", "before"),
        ("Divers found 31,450 tonnes of oil near Sule.", "before"),
    ],
)
def test_a_pronoun_that_opens_a_sentence_names_the_subject_before(
    sentence: str, origin: str
) -> None:
    before = "In Ostwick the tanker Lady Corrin struck a pier."
    claim = claim_in(f"{before} {sentence}", "31,450", "quantity")
    assert {e.name: e.origin for e in claim.entities}["Lady Corrin"] == origin
