"""Word files as python-docx opens them: comments at their words, all else as it was."""

import copy
import io
import zipfile
from pathlib import Path

import docx
import msgspec
import pytest
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from factcheck.report import Layout, Listing, Outcome, encode
from factcheck.report.markup import Element
from factcheck.schema import Block, Document, Notice, Refusal, Span, Verdict
from tests.report import examples

SENTENCE = "The council gave the region a GBP 40 million grant for flood repairs on Tuesday."


def opened(*outcomes: Outcome, layout: Layout | None = None) -> WordDocument:
    return docx.Document(io.BytesIO(encode(outcomes, "docx", layout)))


def comments(word: WordDocument) -> dict[str, str]:
    """Return the text of each comment by the words it stands on."""
    told = {str(comment.comment_id): comment.text for comment in word.comments}
    found: dict[str, str] = {}
    open_now: dict[str, str] = {}
    for element in word.element.body.iter():
        number = element.get(qn("w:id"), "")
        if element.tag == qn("w:commentRangeStart"):
            open_now[number] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            found[open_now.pop(number)] = told[number]
        elif element.tag == qn("w:t"):
            for key in open_now:
                open_now[key] += element.text or ""
    assert not open_now
    return found


def test_a_new_document_has_the_draft_and_a_comment_on_what_wants_a_look() -> None:
    word = opened(examples.report(*examples.verdicts()))
    text = "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert text == examples.TEXT
    found = comments(word)
    assert "over 8,000 people" not in found
    assert found["GBP 40 million"] == (
        "CONFLICTING  value-differs · 0.97\n"
        "The draft says GBP 40 million; the council minutes of 11 June 2019 say about GBP 46 "
        "million.\n"
        "“A grant of about GBP 46 million for flood repairs was approved on Tuesday.”\n"
        "minutes/council.txt:8, Council minutes, 11 June 2019"
    )
    whole = next(iter(found.values()))
    assert "2 conflicting · 1 corroborated · 4 unsupported\nnewest source" in whole


def test_words_that_differ_are_bold_in_the_comment() -> None:
    word = opened(examples.report(*examples.verdicts()))
    (told,) = [comment for comment in word.comments if "GBP 46" in comment.text]
    assert [run.text for run in told.paragraphs[2].runs if run.bold] == ["46"]


def test_all_claims_are_commented_when_asked_for() -> None:
    report = examples.report(*examples.verdicts())
    found = comments(opened(report, layout=Layout(comment_all=True)))
    assert found["over 8,000 people"].startswith("corroborated  bound-holds · newer-figure\n")


def test_no_comment_has_a_date_and_no_property_a_name() -> None:
    word = opened(examples.report(*examples.verdicts()))
    assert {comment.timestamp for comment in word.comments} == {None}
    assert {comment.author for comment in word.comments} == {"factcheck"}
    assert word.core_properties.author == word.core_properties.comments == ""


def test_blocks_keep_their_kind_and_several_drafts_their_names() -> None:
    document = examples.document("Title\nItem 5\nWords")
    kinds = (
        Block("heading", Span(0, 5)),
        Block("item", Span(6, 12)),
        Block("quotation", Span(13, 18)),
    )
    document = msgspec.structs.replace(document, blocks=kinds)
    word = opened(
        examples.report(checked=document, notices=[Notice("c", "Mind this.")]),
        Refusal("x.bin", "binary", "No text."),
        Listing(examples.document(path="b.md"), None, ()),
    )
    shown = [(p.style.name if p.style else "", p.text.strip()) for p in word.paragraphs]
    assert shown[:4] == [
        ("Heading 1", "budget.md"),
        ("Heading 2", "Title"),
        ("List Bullet", "Item 5"),
        ("Quote", "Words"),
    ]
    assert ("Normal", "refused: x.bin: No text. (binary)") in shown
    assert "Note: Mind this." in comments(word)["budget.md"]
    assert "No checkable claim" in comments(word)["b.md"]


# --- a draft that is a Word file -------------------------------------------------------------


def saved(word: WordDocument) -> bytes:
    data = io.BytesIO()
    word.save(data)
    return data.getvalue()


def read(word: WordDocument, *more: str) -> Document:
    """Return the draft as a reader would: paragraphs, the rows of tables with bars, notes."""
    texts = [p.text for p in word.paragraphs]
    texts += [
        " | ".join(cell.text for cell in row.cells) for table in word.tables for row in table.rows
    ]
    blocks, at, text = [], 0, "\n\n".join([*texts, *more])
    for words in [*texts, *more]:
        blocks.append(Block("paragraph", Span(at, at + len(words))))
        at += len(words) + 2
    return msgspec.structs.replace(examples.document(text, path="d.docx"), blocks=tuple(blocks))


def judged(document: Document, *words: str) -> list[Verdict]:
    blocks = [document.text[b.span.start : b.span.end] for b in document.blocks]
    return [
        examples.verdict(
            examples.claim(
                "quantity",
                claim,
                next(text for text in blocks if claim in text),
                examples.GRANT,
                document.text,
            ),
            "unsupported",
            "no-evidence",
            explanation=f"about {claim}",
        )
        for claim in words
    ]


def annotated(word: WordDocument, *words: str, more: tuple[str, ...] = ()) -> WordDocument:
    document = read(word, *more)
    report = examples.report(*judged(document, *words), checked=document)
    return docx.Document(io.BytesIO(encode([report], "docx", None, saved(word))))


def bare(body: Element) -> list[tuple[str, str]]:
    """Return each letter of a body with its formatting, which a cut run must not change."""
    letters = []
    for run in body.iter(qn("w:r")):
        form = run.find(qn("w:rPr"))
        xml = "" if form is None else "".join(sorted(child.tag for child in form))
        for child in run:
            if child.tag == qn("w:t"):
                letters += [(letter, xml) for letter in child.text or ""]
            elif child.tag not in {qn("w:rPr"), qn("w:commentReference")}:
                letters.append((child.tag, xml))
    return letters


def formatted() -> WordDocument:
    word = docx.Document()
    paragraph = word.add_paragraph("The council gave ")
    paragraph.add_run("the region a GBP 40").bold = True
    paragraph.add_run(" million grant\tof 12 parts").italic = True
    paragraph.add_run(", it said.")
    table = word.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Homes", "5,300 homes"
    word.add_paragraph("On Tuesday 7 people and 8 dogs left.")
    return word


def test_comments_stand_on_their_words_over_runs_and_in_tables() -> None:
    found = comments(annotated(formatted(), "GBP 40 million", "12 parts", "5,300", "7", "8 dogs"))
    assert list(found)[1:] == ["GBP 40 million", "12 parts", "5,300", "7", "8 dogs"]
    assert found["5,300"] == "unsupported  no-evidence\nabout 5,300"


def test_not_a_letter_changes_nor_its_form() -> None:
    before = formatted()
    kept = bare(before.element.body)
    after = annotated(before, "GBP 40 million", "12 parts", "5,300", "7", "8 dogs")
    assert bare(after.element.body) == kept
    assert [p.text for p in after.paragraphs] == [p.text for p in before.paragraphs]


def test_other_parts_of_the_file_stay_as_they_are() -> None:
    word = formatted()
    data = saved(word)
    document = read(word)
    report = examples.report(*judged(document, "12 parts"), checked=document)
    written = encode([report], "docx", None, data)
    assert written == encode([report], "docx", None, data)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(written)) as new:
        touched = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
        assert set(new.namelist()) - set(old.namelist()) == {"word/comments.xml"}
        for name in set(old.namelist()) - touched:
            assert old.read(name) == new.read(name), name


def test_touching_and_nested_claims_have_a_comment_each() -> None:
    word = docx.Document()
    word.add_paragraph("From 12to 15% of (20) left.")
    found = comments(annotated(word, "12to", "12", "15%", "(20)", "From 12to 15% of (20) left."))
    assert set(found) >= {"12to", "12", "15%", "(20)", "From 12to 15% of (20) left."}


def test_comments_that_were_there_stay() -> None:
    word = formatted()
    word.add_comment(word.paragraphs[0].runs[0], "mine", author="Ana Reyes")
    after = annotated(word, "12 parts")
    assert [comment.author for comment in after.comments] == ["Ana Reyes", "factcheck", "factcheck"]
    assert "12 parts" in comments(after)


def test_deleted_and_hidden_words_are_passed_over() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("Some ")
    paragraph.add_run("hidden 9 ").font.hidden = True
    paragraph.add_run("9 people left.")
    deleted = OxmlElement("w:moveFrom")
    deleted.append(copy.deepcopy(paragraph.runs[2]._r))
    paragraph._p.insert(0, deleted)
    document = examples.document("Some 9 people left.", path="d.docx")
    report = examples.report(*judged(document, "9 people"), checked=document)
    after = docx.Document(io.BytesIO(encode([report], "docx", None, saved(word))))
    assert "9 people" in comments(after)
    assert not next(iter(after.element.body.iter(qn("w:moveFrom")))).findall(
        f".//{qn('w:commentRangeStart')}"
    )


def test_a_claim_that_is_not_in_the_body_is_told_with_the_whole() -> None:
    found = comments(annotated(formatted(), "12 parts", "99 boats", more=("Note: 99 boats.",)))
    whole = next(iter(found.values()))
    assert "“99 boats”, in: Note: 99 boats.\nabout 99 boats" in whole
    assert "12 parts" in found


def test_raised_digits_are_found_as_the_file_has_them() -> None:
    word = docx.Document()
    word.add_paragraph("It covers 5 km2 in all, and 30 houses.")
    document = examples.document("It covers 5 km² in all, and 30 houses.", path="d.docx")
    report = examples.report(*judged(document, "5 km²", "30 houses"), checked=document)
    after = docx.Document(io.BytesIO(encode([report], "docx", None, saved(word))))
    assert list(comments(after))[1:] == ["5 km2", "30 houses"]


@pytest.mark.parametrize("name", ["a.docx"])
def test_a_file_can_be_written_and_opened(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(encode([examples.report(examples.conflict())], "docx"))
    assert SENTENCE in docx.Document(str(tmp_path / name)).paragraphs[0].text
