"""P17 and P24 in every format: nothing in a file can command what shows the report."""

import csv
import io
import json
import unicodedata
import zipfile
from collections.abc import Sequence
from typing import get_args

import lxml.etree
import lxml.html
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.cli import outputs
from factcheck.report import Format, Layout, Outcome, TextFormat, encode, render
from factcheck.schema import Refusal
from tests.report import examples, hostile

TEXT_FORMATS: tuple[TextFormat, ...] = get_args(TextFormat)
FORMATS: tuple[Format, ...] = (*TEXT_FORMATS, "docx")
HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
LINKS = {"href", "src", "action", "style", "srcset", "data", "formaction"}


def outcomes(text: str) -> list[Outcome]:
    return [hostile.report(text), hostile.refusal(text), hostile.listing(text)]


EVERY = [outcome for text in hostile.TEXTS.values() for outcome in outcomes(text)]


def hidden_in(text: str) -> set[str]:
    return {c for c in text if c not in "\n\t" and unicodedata.category(c) in HIDDEN}


def cells(table: str) -> list[dict[str, str]]:
    csv.field_size_limit(10**7)
    return list(csv.DictReader(io.StringIO(table)))


def test_the_command_line_offers_the_formats_there_are() -> None:
    assert set(get_args(outputs.Format)) == set(FORMATS)


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_no_format_has_a_hidden_character(form: TextFormat) -> None:
    written = render(EVERY, form)
    assert hidden_in(written) == set()
    assert written.endswith("\n")
    assert encode(EVERY, form).decode("utf-8-sig") == written


@settings(max_examples=8, deadline=None)
@given(st.text(alphabet=st.characters(), min_size=1, max_size=30))
def test_any_text_at_all(text: str) -> None:
    for form in TEXT_FORMATS:
        assert hidden_in(render(outcomes(text), form)) == set()
    lxml.etree.fromstring(encode(outcomes(text), "junit"))
    parts(encode(outcomes(text), "docx"))


@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS)
def test_html_has_no_element_of_the_draft(text: str) -> None:
    page = lxml.html.fromstring(render(outcomes(text), "html"))
    (script,) = page.iter("script")
    assert script.get("src") is None
    assert {element.tag for element in page.iter()} <= set(
        "html head meta title style body header main section div h1 h2 h3 p strong form fieldset"
        " legend label input article pre blockquote span em b a ol li cite details summary kbd"
        " script footer".split()
    )
    for element in page.iter():
        assert not any(str(name).startswith("on") for name in element.attrib)
        for name in LINKS & set(element.attrib):
            assert str(element.get(name)).startswith("#")


@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS)
def test_csv_has_no_formula(text: str) -> None:
    rows = cells(render(outcomes(text), "csv"))
    assert len(rows) == 6 + 1 + 2
    for row in rows:
        for name, cell in row.items():
            if name not in {"line", "start", "end", "rank", "confidence", "source_line"}:
                assert cell[:1] not in {"=", "+", "-", "@", "\t", "\r", "\uff1d"} or not cell


@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS)
def test_markdown_has_no_markup_of_the_draft(text: str) -> None:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    written = render(outcomes(text), "md")
    tokens = parser.parse(written)
    inner = [child for token in tokens for child in token.children or []]
    kinds = {token.type for token in (*tokens, *inner)}
    assert not kinds & {"link_open", "image", "code_inline", "fence", "code_block", "table_open"}
    assert not kinds & {"html_block", "s_open", "hr", "em_open", "ordered_list_open"}
    assert {token.content for token in inner if token.type == "html_inline"} <= {"<b>", "</b>"}
    assert {token.tag for token in tokens if token.type == "heading_open"} == {"h1"}
    assert "http://" not in written
    assert "$" not in written.replace("\\$", "")


@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS)
def test_workflow_commands_are_ours_alone(text: str) -> None:
    lines = render(outcomes(text), "github").splitlines()
    # 2 notices of drafts, 4 claims that are not corroborated, 2 listed ones, a refusal, the counts
    assert len(lines) == 2 + 4 + 2 + 1 + 1
    for line in lines[:-1]:
        _, command, _ = line.split("::", 2)
        level, properties = command.split(" ", 1)
        assert level in {"error", "warning", "notice"}
        names = [part.split("=", 1)[0] for part in properties.split(",")]
        assert names in (["file", "title"], ["file", "line", "title"])


@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS)
def test_data_formats_are_strict(text: str) -> None:
    for form in ("json", "sarif"):
        written = render(outcomes(text), form)
        assert written.isascii()
        json.loads(written, parse_constant=pytest.fail)
    suites = lxml.etree.fromstring(encode(outcomes(text), "junit"))
    assert {element.tag for element in suites.iter()} <= set(
        "testsuites testsuite testcase failure skipped error system-out".split()
    )


def parts(data: bytes) -> dict[str, bytes]:
    """Return the members of a Word file; each XML one must be well-formed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    for name, content in found.items():
        if name.endswith((".xml", ".rels")):
            lxml.etree.fromstring(content)
    return found


def test_word_files_are_well_formed_and_hold_no_field() -> None:
    found = parts(encode(EVERY, "docx"))
    for name in ("word/document.xml", "word/comments.xml"):
        written = found[name].decode()
        assert hidden_in(written) == set()
        assert "fldSimple" not in written
        assert "instrText" not in written
    assert b"TargetMode" not in found["word/_rels/document.xml.rels"]


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_outcomes_give_the_same_bytes(form: Format) -> None:
    made: list[Outcome] = [
        examples.report(*examples.verdicts()),
        Refusal("x.bin", "binary", "No text."),
    ]
    assert encode(made, form) == encode(list(made), form)


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_names_a_folder_of_the_machine(form: Format) -> None:
    draft = examples.document(path="/home/ana/desk/budget.md")
    verdicts = examples.verdicts()
    made: Sequence[Outcome] = [
        examples.report(*verdicts, checked=draft),
        Refusal("/home/ana/desk/x.bin", "binary", "No text."),
    ]
    written = encode(made, form, Layout())
    texts = parts(written).values() if form == "docx" else [written]
    assert all(b"ana/desk" not in text for text in texts)
    assert any(b"budget.md" in text for text in texts)


def test_a_relative_path_stays_as_it_was_given() -> None:
    draft = examples.document(path="desk/budget.md")
    record = msgspec.structs.replace(draft.origin, id="desk/budget.md#2")
    draft = msgspec.structs.replace(draft, origin=record)
    assert render([examples.report(checked=draft)], "text").startswith("desk/budget.md#2 ")
