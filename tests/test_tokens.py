from hypothesis import given
from hypothesis import strategies as st

from factcheck.tokens import Token, tokenize


def texts(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


def test_numbers_keep_their_separators() -> None:
    assert texts("1,234.5 of 240,000, 8.2.") == ["1,234.5", "of", "240,000", ",", "8.2", "."]


def test_letters_and_digits_come_apart() -> None:
    assert texts("F-16 $20bn 2½ 1970s") == ["F", "-", "16", "$", "20", "bn", "2", "½", "1970", "s"]


def test_possessives_and_contractions_are_tokens() -> None:
    assert texts("Syria's don’t 's-Hertogenbosch") == [
        *["Syria", "'s", "don", "’t"],
        *["'", "s", "-", "Hertogenbosch"],
    ]


def test_initials_stay_together() -> None:
    assert texts("U.S. at 3 p.m. by J. Doe") == ["U.S.", "at", "3", "p.m.", "by", "J", ".", "Doe"]


def test_a_leading_point_belongs_to_its_number() -> None:
    assert texts(".08 x.5 1..5") == [".08", "x", ".", "5", "1", ".", ".", "5"]


def test_kinds() -> None:
    assert tokenize("a 1 %") == (
        Token("a", 0, 1, "word"),
        Token("1", 2, 3, "number"),
        Token("%", 4, 5, "symbol"),
    )


@given(st.text(alphabet=st.sampled_from("aZé .,'’-$%½²0199٣\n"), max_size=60))
def test_tokens_slice_to_their_text_and_leave_only_white_space(text: str) -> None:
    tokens = tokenize(text)
    at = 0
    for token in tokens:
        assert text[token.start : token.end] == token.text
        assert not text[at : token.start].strip()
        at = token.end
    assert not text[at:].strip()
