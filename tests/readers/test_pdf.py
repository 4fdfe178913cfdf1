"""PDF files: hyphens, margins, limits, and what holds no text."""

import importlib.util
import time

import pytest

from factcheck.config import Limits
from factcheck.readers import pdf
from factcheck.readers.pdf import child, lines
from factcheck.readers.pdf.flow import flow
from factcheck.readers.pdf.lines import COLUMN, HYPHEN, Page, Segment, lines_of
from factcheck.schema import Document, Refusal

from .test_made_elsewhere import FILES

CONTROL = "The ministry counted 4,312 new homes in Northland in 2014."


def made(*contents: bytes, count: int | None = None) -> bytes:
    """Return a PDF of one page for each content stream; `count` is what its tree claims."""
    pages = range(4, 4 + 2 * len(contents), 2)
    kids = " ".join(f"{number} 0 R" for number in pages)
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(contents) if count is None else count}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, content in zip(pages, contents, strict=True):
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents {number + 1} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>",
            f"<</Length {len(content)}>>\nstream\n{content.decode()}\nendstream",
        ]
    body = "%PDF-1.4\n"
    offsets = []
    for number, one in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{one}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    return (
        f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer<</Root 1 0 R/Size {len(objects) + 1}>>\nstartxref\n{len(body)}\n%%EOF"
    ).encode()


def shown(*texts: str) -> bytes:
    """Return a content stream with a text on each line."""
    told = "".join(f"({text}) Tj 0 -14 Td " for text in texts)
    return f"BT /F 12 Tf 40 500 Td {told} ET".encode()


def read(data: bytes, limits: Limits | None = None) -> Document | Refusal:
    return pdf.document("a.pdf", data, limits or Limits())


def refusal(data: bytes, limits: Limits | None = None) -> tuple[str, str]:
    found = read(data, limits)
    assert isinstance(found, Refusal), found
    return found.code, found.reason


def test_a_page_is_read() -> None:
    found = read(made(shown(CONTROL), shown("It wants 5,000 more.")))
    assert isinstance(found, Document)
    assert found.text == f"{CONTROL}\n\nIt wants 5,000 more."
    assert [found.line_at(block.span.start) for block in found.blocks] == [1, 2]


def test_pages_without_text_are_named() -> None:
    found = read(made(shown(CONTROL), b"0 0 400 600 re f"))
    assert isinstance(found, Document)
    [notice] = found.notices
    assert notice.message == "No text was found on these pages: 2."


def test_a_scan_is_refused_as_one() -> None:
    assert refusal(made(b"0 0 400 600 re f")) == (
        "no-text",
        "It holds pictures of pages and no text (a scan); run text recognition on it.",
    )


WHOLE = (FILES / "groff.pdf").read_bytes()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7", "damaged"),
        (WHOLE[:60], "damaged"),
        (b"%PDF-1.4\n" + b"[" * 500_000, "damaged"),
        (made(shown(CONTROL)).replace(b"/Kids[4 0 R]", b"/Kids[2 0 R]"), "damaged"),
    ],
    ids=["head", "cut", "nested", "loop of pages"],
)
def test_broken_files_are_refused(data: bytes, code: str) -> None:
    assert refusal(data)[0] == code


def test_limits_hold() -> None:
    data = made(shown(CONTROL), shown(CONTROL))
    assert refusal(data, Limits(max_pdf_pages=1))[0] == "too-large"
    assert refusal(data, Limits(max_characters=70))[0] == "too-large"
    assert refusal(data, Limits(pdf_memory_bytes=20_000_000))[0] == "damaged"


def test_a_child_that_takes_too_long_is_ended() -> None:
    code, reason = refusal(WHOLE, Limits(pdf_seconds=0))
    assert code == "too-slow"
    assert "pdf_seconds" in reason


def test_without_the_extra_the_refusal_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert refusal(WHOLE) == (
        "not-installed",
        'Reading PDF needs an extra: pip install "factcheck-toolkit[pdf]".',
    )


def test_the_child_and_its_reader_mean_the_same_signs() -> None:
    assert (child.HYPHEN, child.COLUMN) == (lines.HYPHEN, lines.COLUMN)


def test_the_child_answers_in_process_as_well() -> None:
    answer = child.read(made(shown(CONTROL)), 10, 1_000)
    assert CONTROL in str(answer["pages"])
    assert child.read(b"%PDF-1.7", 10, 1_000) == {"refused": "damaged"}
    assert child.read((FILES / "locked.pdf").read_bytes(), 10, 9) == {"refused": "encrypted"}


# --- lines and paragraphs --------------------------------------------------------------------


def segment(
    text: str, base: float, *, left: float = 50, right: float = 350, size: float = 10
) -> Segment:
    word = left + 5 * len(text.split(maxsplit=1)[0])
    return Segment(text, left, word, right, base, size, bold=False)


def joined(*segments: Segment) -> str:
    return flow(lines_of([Page(600, segments)]))[0]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (f"the govern{HYPHEN}", "ment spent 5", "the government spent 5"),
        (
            f"the govern{HYPHEN}",
            "ment. A government-run one",
            "the government. A government-run one",
        ),
        (f"twenty{HYPHEN}", "five people", "twenty-five people"),
        (f"in 2016{HYPHEN}", "2018 it rose", "in 2016-2018 it rose"),
        (f"the Franco{HYPHEN}", "German border", "the Franco-German border"),
        (f"a well{HYPHEN}", "known case", "a well-known case"),
        (
            f"its step{HYPHEN}",
            "free stations; all are step-free",
            "its step-free stations; all are step-free",
        ),
    ],
)
def test_words_are_joined_over_lines(first: str, second: str, expected: str) -> None:
    assert joined(segment(first, 400), segment(second, 388)) == expected


def test_a_short_line_ends_a_paragraph() -> None:
    full = [segment("Some 96 people fled the town when the water rose", 400)]
    end = [segment("in May.", 388, right=90), segment("Others stayed.", 376)]
    assert joined(*full, *end) == f"{full[0].text} in May.\n\nOthers stayed."


def test_gaps_as_wide_as_columns_make_rows() -> None:
    text, marks = flow(lines_of([Page(600, (segment(f"Melby{COLUMN}96{COLUMN}2017", 400),))]))
    assert text == "Melby | 96 | 2017"
    assert marks.kinds == {0: "row"}


def test_a_raised_mark_joins_its_line_and_leaves_it() -> None:
    pieces = (
        segment("Some 2,300", 400, right=100),
        segment("2", 404, left=100, right=104, size=6),
        segment(" people signed", 400, left=104),
    )
    assert joined(*pieces) == "Some 2,300 people signed"


def test_a_paragraph_goes_on_behind_a_footnote() -> None:
    first = Page(
        600,
        (
            segment("Some 96 people fled the town when the", 130),
            segment("1 The mayor's count.", 118, size=8),
        ),
    )
    second = Page(600, (segment("water rose.", 400, right=120),))
    text, marks = flow(lines_of([first, second]))
    # The small letters are as many as the others here, so the larger ones are the usual size.
    assert text.split("\n\n") == [
        "Some 96 people fled the town when the water rose.",
        "The mayor's count.",
    ]
    assert [anchor.line for anchor in marks.lines] == [1, 2, 1]


def test_what_stands_on_most_pages_is_left_out() -> None:
    def page(number: int) -> Page:
        body = (segment(f"Part {number} has {number * 7} homes.", 300, right=200),)
        head = segment(f"Annual note, part {number}", 580, right=200)
        foot = segment(f"{number}", 20, left=200, right=205)
        return Page(600, (head, *body, foot))

    text, _ = flow(lines_of([page(number) for number in (1, 2, 3)]))
    assert text == "\n\n".join(f"Part {n} has {n * 7} homes." for n in (1, 2, 3))


def test_lines_cost_time_in_step_with_their_number() -> None:
    def seconds(count: int) -> float:
        pieces = tuple(segment(f"word{n} and more", 600 - n % 500) for n in range(count))
        started = time.process_time()
        flow(lines_of([Page(600, pieces)]))
        return time.process_time() - started

    seconds(100)
    small, large = (min(seconds(n) for _ in range(2)) for n in (4_000, 16_000))
    assert large < 8 * small + 0.2
