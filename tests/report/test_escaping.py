"""Nothing that a file holds can command a terminal or break strict JSON (P17)."""

import json
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report import Layout, Listing, Outcome, TextFormat, render
from factcheck.report.escaping import for_json, for_terminal
from factcheck.schema import Notice, Refusal, Statement
from tests.report import examples

HOSTILE = [
    "\x1b[2J\x1b[1;1Hall clear",
    "\x1b]0;title\x07",
    "\x9b31m",
    "a\u202egnp.exe",
    "\u2066isolated\u2069",
    "12\u200b000",
    "\ufeff\u00ad\u061c\u180e",
    "line\u2028and\u2029paragraph",
    "nul\x00 del\x7f back\x08 feed\x0c return\r",
    "half \ud800 and \udc80",
    "tag\U000e0041",
    "[bold red]markup[/] :smile:",
]


def is_hidden(character: str) -> bool:
    return character not in "\n\t" and unicodedata.category(character) in {
        "Cc",
        "Cf",
        "Cs",
        "Zl",
        "Zp",
    }


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("caf\u00e9 \u4e2d\u6587 \u0627", "caf\u00e9 \u4e2d\u6587 \u0627"),
        ("\x1b[31m", r"\x1b[31m"),
        ("\x7f\x9b\u00ad", r"\x7f\x9b\xad"),
        ("\u202e\u200b\ud800", r"\u202e\u200b\ud800"),
        ("\U000e0041", r"\U000e0041"),
        ("\u3164", r"\u3164"),
    ],
)
def test_terminal_shows_what_hides(text: str, shown: str) -> None:
    assert for_terminal(text) == shown


@given(st.text(alphabet=st.characters()))
def test_terminal_text_never_holds_a_hidden_character(text: str) -> None:
    assert not any(is_hidden(character) for character in for_terminal(text))


@given(st.recursive(st.text(alphabet=st.characters()), st.lists))
def test_json_is_printable_ascii_and_reads_back(value: object) -> None:
    encoded = for_json(value, indent=None, number=str)
    assert encoded.isascii()
    assert encoded.isprintable()
    assert json.loads(encoded) == value


def test_json_writes_decimals_as_strings_and_refuses_what_is_no_number() -> None:
    assert for_json([Decimal("1.50")], indent=None, number=str) == '["1.50"]'
    for number in (float("nan"), float("inf")):
        with pytest.raises(ValueError, match="not JSON compliant"):
            for_json(number, indent=None, number=str)


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
@pytest.mark.parametrize("style", ["plain", "colour"])
@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_field_of_a_report_carries_a_command(form: TextFormat, style: str, hostile: str) -> None:
    sentence = f"The mayor {hostile} declined."
    document = examples.document(sentence, path=f"{hostile}.md", notices=[Notice("n", hostile)])
    claim = examples.claim("statement", hostile, sentence, Statement(hostile, "decline"), sentence)
    evidence = examples.evidence(
        hostile, sentence, "differs", "negated", path=hostile, source=hostile
    )
    verdicts = [
        examples.verdict(claim, label, "negated", evidence, explanation=hostile)
        for label in ("conflicting", "corroborated", "unsupported")
    ]
    report = examples.report(*verdicts, checked=document, notices=document.notices)
    layout = Layout(style="colour" if style == "colour" else "plain")
    outcomes: list[Outcome] = [report, Refusal(hostile, hostile, hostile)]
    shown = render(outcomes, form, layout) + render([Listing(document, None, (claim,))], form)
    if style == "colour" and form == "text":
        assert "\x1b[" in shown
        for code in ("1", "4", "1;4", "1;31", "31", "32", "33", "0"):
            shown = shown.replace(f"\x1b[{code}m", "")
    assert not any(is_hidden(character) for character in shown)
    if form == "json":
        json.loads(render(outcomes, form))
