import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.normalize import normalize
from tests.clock import seconds

HIDDEN = "\u200b\u200c\u200d\u00ad\ufeff\u202e\u2066\u2060"


def test_printable_ascii_is_returned_as_it_is() -> None:
    text = "Over 5,670 people - half of them children - fled."
    result = normalize(text)
    assert result.text is text
    assert not result.starts
    assert not result.hidden


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("５，６７０ ｐｅｏｐｌｅ", "5,670 people"),
        ("٥٦٧ people", "567 people"),
        ("٥٫٦ and ٥٬٦٠٠", "5.6 and 5,600"),
        ("5\u00a0670\u202fkm\u2009x", "5 670 km x"),
        ("a line\r\nand\ta tab", "a line  and a tab"),
        ("“so” said Ana’s ‘aide’", "\"so\" said Ana's 'aide'"),
        ("a−5 b‐c d‑e 1–2 f—g", "a-5 b-c d-e 1–2 f—g"),
        ("1⁄2 of", "1/2 of"),
        ("km² ½ ①", "km² ½ ①"),
        ("𝟓𝟔 and 𝐅", "56 and F"),
        ("Jose\u0301 n\u0303", "José ñ"),
        ("Z\u0301\u0301 e\u0323\u0302", "Ź\u0301 ệ"),
        ("5\u03016 7\ufe0f\u20e38", "56 78"),
        ("co\u00adoperate 5\u200b67", "cooperate 567"),
        ("5\u200b\u030167 people", "567 people"),
        ("\ufeffTitle \u202e55", "Title 55"),
    ],
)
def test_each_class_of_character(written: str, clean: str) -> None:
    assert normalize(written).text == clean


@pytest.mark.parametrize("character", HIDDEN)
def test_a_number_split_by_an_invisible_character_is_covered_whole(character: str) -> None:
    original = f"{character}over 5{character}67{character} people"
    result = normalize(original)
    at = result.text.index("567")
    span = result.span(at, at + 3)
    assert original[span.start : span.end] == f"5{character}67"
    assert result.hidden


def test_an_accent_belongs_to_its_letter() -> None:
    original = "Jose\u0301 Reyes"
    result = normalize(original)
    assert original[slice(*bounds(result.span(0, 4)))] == "Jose\u0301"
    assert original[slice(*bounds(result.span(5, 10)))] == "Reyes"
    assert not result.hidden


def bounds(span: object) -> tuple[int, int]:
    return span.start, span.end  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("**Over 240** _fled_ [there](http://a.b/c?d=1 \"t\").", "Over 240 fled there."),
        ("a `snake_case` name and 5 * 3 * 2", "a snake_case name and 5 * 3 * 2"),
        ("> quoted\n> on 2 lines", "quoted on 2 lines"),
        ("5\\* stars and $20\\.5", "5* stars and $20.5"),
        ("see[^1] the [note][n] <b>now</b>", "see the note now"),
        ("![A port](a.png) in ~~May~~ June", "A port in May June"),
        ("f(x)[0] is 2 < 3 > 1", "f(x)[0] is 2 < 3 > 1"),
        ("- item **7**", "item 7"),
    ],
)  # fmt: skip
def test_markdown_marks_are_dropped(written: str, clean: str) -> None:
    assert normalize(written, markdown=True).text == clean
    plain = normalize(written).text
    assert len(plain) == len(written)


def test_spans_through_markdown_reach_the_original() -> None:
    original = "In [**2015**](http://example.org/20) some 5\u200b6 fled"
    result = normalize(original, markdown=True)
    assert result.text == "In 2015 some 56 fled"
    at = result.text.index("56")
    span = result.span(at, at + 2)
    assert original[span.start : span.end] == "5\u200b6"
    span = result.span(3, 7)
    assert original[span.start : span.end] == "2015"


CHARACTERS = st.sampled_from("aZ59 .,-\n\u0301\u0302\ufe0f５٥’“−é" + HIDDEN)


@given(st.text(CHARACTERS, max_size=40), st.data())
def test_spans_are_ordered_and_cover_what_was_read(text: str, data: st.DataObject) -> None:
    result = normalize(text)
    end = data.draw(st.integers(0, len(result.text)))
    start = data.draw(st.integers(0, end))
    span = result.span(start, end)
    assert 0 <= span.start <= span.end <= len(text)
    again = normalize(text[span.start : span.end]).text
    assert again == result.text[start:end]
    assert start in {0, end} or result.span(0, start).end <= span.start


@given(st.text(max_size=60), st.booleans())
def test_any_text_keeps_its_map(text: str, markdown: bool) -> None:
    result = normalize(text, markdown=markdown)
    whole = result.span(0, len(result.text))
    assert 0 <= whole.start <= whole.end <= len(text)
    assert "\u200b" not in result.text


@pytest.mark.parametrize("bait", ["[", "](", "*", "_", "<a", "e\u0301", "\u200b5", "`", "> ", "\\"])
def test_time_grows_with_length(bait: str) -> None:
    text = bait * (80_000 // len(bait))
    assert seconds(lambda: normalize(text, markdown=True)) < 1
