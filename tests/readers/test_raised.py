"""Raised digits: exponents stay, marks of notes go, on pages as in Word."""

import pytest

from factcheck.readers.raised import without_note_marks

from .conftest import Reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 2,300² signed.", "About 2,300 signed."),
        ("12 km² and 3 m³", "12 km² and 3 m³"),
        ("10⁶ cells, 210⁶", "10⁶ cells, 210"),
        ("The team² won¹.", "The team won."),
        ("¹ See below.", " See below."),
    ],
)
def test_only_exponents_stay(text: str, expected: str) -> None:
    assert without_note_marks(text) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("About 2,300<sup>2</sup> signed.", "About 2,300 signed."),
        ("About 2,300<sup><a href='#n'>[2]</a></sup> signed.", "About 2,300 signed."),
        ("About 2,300<a class='footnote-ref'><sup>2</sup></a> signed.", "About 2,300 signed."),
        ("Some 9 km<sup><i>2</i></sup> of CO<sub>2</sub>.", "Some 9 km² of CO₂."),
        ("<sup>Counted in 2018 by Ana Reyes.</sup>", "Counted in 2018 by Ana Reyes."),
        ("The 27<sup>th</sup> of 31.", "The 27th of 31."),
        ("The gov\u00adern\u00adment.", "The government."),
    ],
)
def test_pages(reading: Reading, markup: str, expected: str) -> None:
    [page] = reading("a.html", f"<html><body><p>{markup}</p></body></html>")
    assert getattr(page, "text", "") == expected
