from factcheck.extract.quantities.line import Line, line_of
from factcheck.tokens import tokenize


def line(text: str) -> Line:
    return line_of(text, tokenize(text))


def test_places_outside_the_sentence_are_empty() -> None:
    found = line("40 Men")
    assert (found.word(-1), found.word(2), found.raw(2)) == ("", "", "")
    assert (found.word(1), found.raw(1)) == ("men", "Men")
    assert not (found.is_number(5) or found.is_word(-1))
    assert (found.gap(0), found.gap(1), found.gap(2)) == (-1, 1, -1)


def test_touching_tokens() -> None:
    assert line("40%").touches(1)
    assert not line("40 %").touches(1)


def test_headlines_are_told_by_their_capitals() -> None:
    assert line("Two Men Held After Norland Raid").titled
    assert not line("Two men were held after the raid in Norland.").titled
