"""Nested marks hold exactly their words, cross or not."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from factcheck.report.inline import Children, Mark, nested
from factcheck.report.markup import Element, extend, tag
from factcheck.schema import Span

TEXT = "abcdefghij"
SPANS = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 9), st.integers(0, 10)
)


def mark(name: str, span: Span) -> Mark:
    def element(part: Span, inside: Children) -> Element:
        return tag(name, *inside, start=str(part.start), end=str(part.end))

    return Mark(span, element)


def said(element: Element) -> str:
    return "".join(map(str, element.itertext()))


def written(*marks: Mark, window: Span | None = None, offset: int = 0) -> str:
    root = extend(tag("p"), nested(TEXT, offset, window or Span(offset, offset + 10), marks))
    for element in root.iter():
        for name in ("start", "end"):
            element.attrib.pop(name, "")
    return etree.tostring(root, encoding="unicode")


def test_marks_side_by_side_inside_and_across() -> None:
    assert written(mark("a", Span(1, 3)), mark("b", Span(3, 4))) == (
        "<p>a<a>bc</a><b>d</b>efghij</p>"
    )
    assert written(mark("a", Span(2, 3)), mark("b", Span(1, 5))) == (
        "<p>a<b>b<a>c</a>de</b>fghij</p>"
    )
    assert written(mark("a", Span(1, 4)), mark("b", Span(3, 6))) == (
        "<p>a<a>bc<b>d</b></a><b>ef</b>ghij</p>"
    )


def test_a_window_cuts_and_an_offset_shifts() -> None:
    assert written(mark("a", Span(0, 5)), window=Span(3, 7)) == "<p><a>de</a>fg</p>"
    assert written(mark("a", Span(101, 103)), offset=100) == "<p>a<a>bc</a>defghij</p>"


@given(st.lists(SPANS, max_size=6))
def test_every_mark_holds_its_words_and_the_text_stays(spans: list[Span]) -> None:
    marks = [mark(f"m{number}", span) for number, span in enumerate(spans)]
    root = extend(tag("p"), nested(TEXT, 0, Span(0, 10), marks))
    assert said(root) == TEXT
    for number, span in enumerate(spans):
        parts = list(root.iter(f"m{number}"))
        assert "".join(map(said, parts)) == TEXT[span.start : span.end]
