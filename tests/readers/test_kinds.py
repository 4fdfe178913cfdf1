"""What a file is, its bytes decide; a name that says otherwise is refused with what to do."""

import zipfile
from io import BytesIO

import pytest

from factcheck.config import Limits
from factcheck.readers import read_bytes
from factcheck.readers.kinds import kind_of
from factcheck.schema import Document, Refusal

from .conftest import Reading
from .packed import docx, packed, paragraph
from .test_made_elsewhere import FILES

CONTROL = "The ministry counted 4,312 new homes in Northland in 2014."
PDF = (FILES / "groff.pdf").read_bytes()
OLD = (FILES / "libreoffice.doc").read_bytes()
LOCKED = OLD[:512] + "EncryptedPackage".encode("utf-16-le")


def opened(mimetype: str) -> bytes:
    """Return an archive as OpenDocument begins: its type first, not compressed."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{mimetype}")
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "code", "words"),
    [
        ("a.docx", PDF, "other-format", "it is a PDF; rename it to end in .pdf"),
        ("a.pdf", docx(paragraph(CONTROL)), "other-format", "is a Word file; rename it"),
        ("a.txt", PDF, "other-format", "it is a PDF; rename it to end in .pdf"),
        ("a.csv", docx(paragraph(CONTROL)), "other-format", "it is a Word file"),
        ("a.docx", opened("text"), "other-format", "LibreOffice or Word and save it as .docx"),
        ("a.xlsx", opened("spreadsheet"), "other-format", "save it as .xlsx"),
        ("a.docx", OLD, "other-format", "old Word or Excel; open it in Word"),
        ("a.docx", LOCKED, "encrypted", "locked with a password"),
        ("a.xlsx", LOCKED, "encrypted", "locked with a password"),
        ("a.md", b"{\\rtf1 Ten.}", "other-format", "it is a rich text file; open it in Word"),
        ("a.docx", packed({"a.txt": "Ten."}), "other-format", "a zip archive; unpack it"),
        ("a.docx", CONTROL.encode(), "other-format", "if it is text, rename it to end in .txt"),
        ("a.pdf", b"<html><p>Ten.", "other-format", "a web page; rename it to end in .html"),
        ("a.pdf", b"", "empty", "nothing in it"),
        ("a.xlsx", b"\n", "empty", "nothing in it"),
        ("a.doc", OLD, "other-format", "open it in Word or LibreOffice and save it as .docx"),
        ("a.odt", b"", "other-format", "open it in LibreOffice or Word and save it as .docx"),
        ("a.pages", b"", "other-format", "open it in Pages and export it as .docx"),
    ],
)
def test_a_name_that_says_otherwise_is_refused(
    reading: Reading, name: str, data: bytes, code: str, words: str
) -> None:
    [found] = reading(name, data)
    assert isinstance(found, Refusal)
    assert found.code == code
    assert words in found.reason


def test_text_that_speaks_of_formats_is_text(reading: Reading) -> None:
    for words in ("The %PDF- sign", "PK stands for 4 things.", "See <html> on line 4."):
        [found] = reading("a.txt", words)
        assert isinstance(found, Document)
    assert kind_of(b"\n <!DOCTYPE html><p>Ten.") == ".html"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (CONTROL.encode(), "-"),
        (docx(paragraph(CONTROL)), "-.docx"),
        (f"<html><body><p>{CONTROL}</p></body></html>".encode(), "-.html"),
    ],
)
def test_bytes_without_a_name_show_what_they_are(data: bytes, name: str) -> None:
    [found] = read_bytes(data, "-", Limits())
    assert isinstance(found, Document)
    assert (found.origin.path, found.text) == (name, CONTROL)


def test_bytes_of_a_format_that_is_not_read_are_refused() -> None:
    [found] = read_bytes(OLD, "-", Limits())
    assert isinstance(found, Refusal)
    assert "save it as .docx" in found.reason
