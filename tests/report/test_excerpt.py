"""Excerpts keep the marked words, cut at words, and stay on one line."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.excerpt import Ink, excerpt, flat, sentence
from factcheck.schema import Span

MARKS = Ink(marks=True)
LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"


def shown(text: str, focus: str, *differing: str, room: int = 200, ink: Ink = MARKS) -> str:
    def find(words: str) -> Span:
        return Span(50 + text.index(words), 50 + text.index(words) + len(words))

    return excerpt(sentence(text, 50, find(focus), map(find, differing)), room, ink).plain


def test_marks_stand_around_focus_and_differing_words() -> None:
    assert shown("over 40 homes", "40 homes") == "over «40 homes»"
    assert shown("over 40 homes", "40 homes", "40") == "over «*40* homes»"
    assert shown("over 40 homes", "40 homes", "over") == "*over* «40 homes»"


def test_the_same_words_are_marked_once() -> None:
    assert shown("over 40 homes", "40", "40") == "over «40» homes"
    assert shown("over 40 homes", "40", "40 homes") == "over «40 homes»"
    assert shown("over 40 homes burnt", "burnt", "over 40", "40 homes") == "*over 40 homes* «burnt»"


def test_styles_leave_the_text_as_it_is() -> None:
    text = excerpt(
        sentence("over 40 homes", 0, Span(5, 13), [Span(5, 7)]), 200, Ink("bold", "underline")
    )
    assert text.plain == "over 40 homes"
    assert [(s.start, s.end, s.style) for s in text.spans] == [(5, 7, "underline"), (7, 13, "bold")]


def test_a_long_sentence_is_cut_at_words_on_both_sides_of_the_focus() -> None:
    assert shown(LONG, "seven", room=40) == "... five six «seven» eight nine ..."
    assert shown(LONG, "one", room=30) == "«one» two three four ..."
    assert shown(LONG, "fourteen", room=30) == "... thirteen «fourteen»"


def test_a_focus_longer_than_the_room_is_cut_itself() -> None:
    assert shown(LONG, LONG[4:], room=30) == "... «two three four five ..."


def test_spans_outside_the_sentence_are_dropped() -> None:
    cut = sentence("forty homes", 50, Span(0, 10), [Span(0, 50), Span(61, 80)])
    assert excerpt(cut, 200, MARKS).plain == "forty homes"


def test_white_space_becomes_plain_and_hidden_characters_visible() -> None:
    assert flat("a\r\n  b\u00a0c\td\u200b") == r"a b c d\u200b"


spans = st.builds(lambda a, b: Span(min(a, b), max(a, b)), *[st.integers(0, 120)] * 2)


@given(st.text(max_size=120), spans, st.lists(spans, max_size=4), st.integers(1, 60))
def test_any_spans_give_one_line_about_as_long_as_the_room(
    text: str, focus: Span, differing: list[Span], room: int
) -> None:
    cut = excerpt(sentence(text, 0, focus, differing), room, Ink("bold", "underline")).plain
    assert "\n" not in cut
    pieces = cut.removeprefix("... ").removesuffix(" ...")
    assert pieces in flat(text) or not text.isprintable()
    if text.isprintable():
        assert len(pieces) <= max(room, 1)
