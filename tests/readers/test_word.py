"""Word files: what is part of the text, and what no program would write."""

import zipfile
from io import BytesIO

import pytest

from factcheck.config import Limits
from factcheck.readers import word
from factcheck.schema import Document, Refusal

from .packed import docx, packed, paragraph, relations

CONTROL = "The ministry counted 4,312 new homes in Northland in 2014."
BODY = paragraph(CONTROL)
SMALL = Limits(max_unpacked_bytes=100_000, max_zip_members=20, max_tags=2_000)


def read(data: bytes, limits: Limits | None = None) -> Document | Refusal:
    return word.document("a.docx", data, limits or Limits())


def text(body: str) -> str:
    found = read(docx(body))
    assert isinstance(found, Document)
    return found.text


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def test_insertions_are_in_and_deletions_out() -> None:
    inserted = f"<w:ins w:id='1'>{run('96')}</w:ins>"
    deleted = "<w:del w:id='2'><w:r><w:delText>69</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom w:id='3'>{run('here ')}</w:moveFrom>"
    moved += f"<w:moveTo w:id='4'>{run(' there')}</w:moveTo>"
    assert text(paragraph("Some ", inserted, deleted, moved, " fled.")) == "Some 96 there fled."


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    joined = "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>" + run("Some 96 ") + "</w:p>"
    assert text(joined + paragraph("people fled.")) == "Some 96 people fled."


def test_raised_digits_are_no_part_of_a_figure() -> None:
    raised = "<w:vertAlign w:val='superscript'/>"
    mark = run("2", raised)
    assert text(paragraph("Some 2,300", mark, " fled over 9 km", mark, ".")) == (
        "Some 2,300 fled over 9 km²."
    )


def test_hidden_words_fields_and_boxes() -> None:
    hidden = run("secret 5 ", "<w:vanish/>")
    field = "<w:r><w:instrText>PAGE 7</w:instrText></w:r>"
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('Boxed 8.')}</w:txbxContent></w:pict></w:r>"
    assert text(paragraph(hidden, field, "Shown 6.", box)) == "Shown 6.\n\nBoxed 8."


def test_rows_stand_side_by_side_and_prose_in_frames_does_not() -> None:
    def table(*cells: str) -> str:
        return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"

    figures = table(paragraph("Melby"), paragraph("96"))
    frame = table(paragraph("One.") + paragraph("Two."), paragraph("Three."))
    found = read(docx(paragraph("Towns:") + figures + frame))
    assert isinstance(found, Document)
    shown = [
        (found.line_at(b.span.start), b.kind, found.text[b.span.start : b.span.end])
        for b in found.blocks
    ]
    assert shown == [
        (1, "paragraph", "Towns:"),
        (2, "row", "Melby | 96"),
        (3, "paragraph", "One."),
        (4, "paragraph", "Two."),
        (5, "paragraph", "Three."),
    ]


def test_header_lines_tell_title_and_date() -> None:
    lines = paragraph("Title: Homes in Northland") + paragraph("Date: 3 April 2015")
    found = read(docx(lines + BODY))
    assert isinstance(found, Document)
    assert (found.origin.title, str(found.origin.date)) == ("Homes in Northland", "2015-04-03")
    assert [found.text[b.span.start : b.span.end] for b in found.blocks] == [
        "Homes in Northland",
        CONTROL,
    ]


def test_a_file_has_no_date_of_its_own() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Homes</dc:title>'
        "<dcterms:created>2019-06-20T10:00:00Z</dcterms:created></cp:coreProperties>"
    )
    kind = "application/vnd.openxmlformats-package.core-properties+xml"
    data = docx(BODY, **{"docProps/core.xml": core})
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    types = parts["[Content_Types].xml"].decode()
    override = f'<Override PartName="/docProps/core.xml" ContentType="{kind}"/></Types>'
    target = (
        '<Relationship Id="c" Type="http://schemas.openxmlformats.org/package/2006/relationships/'
        'metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
    )
    found = read(
        packed(
            {
                **parts,
                "[Content_Types].xml": types.replace("</Types>", override),
                "_rels/.rels": parts["_rels/.rels"].decode().replace("</Relationships>", target),
            }
        )
    )
    assert isinstance(found, Document)
    assert (found.origin.title, found.origin.date) == ("Homes", None)


BOMB = paragraph("0" * 5_000) * 60
HOSTILE = {
    "empty archive": (packed({}), "damaged"),
    "no document": (packed({"word/other.xml": "<a/>"}), "damaged"),
    "cut": (docx(BODY)[:-40], "damaged"),
    "cut early": (docx(BODY)[:200], "damaged"),
    "bomb": (docx(BOMB), "too-large"),
    "many members": (docx(BODY, **{f"word/{n}.xml": "<a/>" for n in range(30)}), "too-large"),
    "many tags": (docx("<w:p/>" * 4_000), "too-large"),
    "entities": (docx(BODY, head='<!DOCTYPE w [<!ENTITY a "aaaa">]>'), "unsafe"),
    "entities in utf-16": (
        docx(BODY, **{"word/styles.xml": '<!DOCTYPE w [<!ENTITY a "b">]><a/>'.encode("utf-16")}),  # type: ignore[arg-type]
        "unsafe",
    ),
    "no words": (docx(paragraph(" ")), "no-text"),
    "broken": (docx("<w:p><w:r>"), "damaged"),
    "deep": (docx("<w:sdt>" * 400 + "</w:sdt>" * 400), "damaged"),
}


@pytest.mark.parametrize(("data", "code"), HOSTILE.values(), ids=HOSTILE)
def test_what_no_program_writes_is_refused(data: bytes, code: str) -> None:
    found = read(data, SMALL)
    assert isinstance(found, Refusal), found
    assert found.code == code
    assert found.reason.endswith(".")


def test_a_ratio_no_text_reaches_is_refused() -> None:
    assert isinstance(read(docx(BODY + "<!--" + " " * 900_000 + "-->")), Refusal)


@pytest.mark.parametrize(
    "targets",
    [
        {"footnotes": "document.xml"},
        {"styles": "document.xml", "header": "../word/document.xml"},
        {"header": "../[Content_Types].xml"},
    ],
)
def test_relations_in_a_circle_harm_nothing(targets: dict[str, str]) -> None:
    found = read(docx(BODY, **{"word/_rels/document.xml.rels": relations(targets)}))
    assert isinstance(found, Refusal) or CONTROL in found.text


def test_styles_based_on_each_other_end() -> None:
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:styleId="a"><w:name w:val="A"/><w:basedOn w:val="b"/></w:style>'
        '<w:style w:styleId="b"><w:name w:val="B"/><w:basedOn w:val="a"/></w:style></w:styles>'
    )
    styled = "<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr>" + run(CONTROL) + "</w:p>"
    relation = relations({"styles": "styles.xml"})
    found = read(
        docx(styled, **{"word/styles.xml": styles, "word/_rels/document.xml.rels": relation})
    )
    assert isinstance(found, Document)
    assert found.blocks[0].kind == "paragraph"
