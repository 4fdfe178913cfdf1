"""What kind of file bytes are, told by the bytes; a name may say something else."""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.schema import Refusal

# The first bytes of a format; Word and Excel files are zip archives and told by their members.
_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # a Word or Excel file with a password
_MEMBERS = (
    (b"word/", ".docx"),
    (b"xl/", ".xlsx"),
    (b"ppt/", ".pptx"),
    (b"application/vnd.oasis.opendocument.text", ".odt"),
    (b"application/vnd.oasis.opendocument.spreadsheet", ".ods"),
)
_PDF_WITHIN = 1024  # viewers accept a PDF that begins somewhat later
_PAGE = re.compile(rb"\s{0,99}(?:<!doctype html|<html)\b", re.IGNORECASE)

_SAID = {
    ".pdf": "a PDF",
    ".docx": "a Word file",
    ".xlsx": "an Excel file",
    ".pptx": "a slide show",
    ".odt": "an OpenDocument text",
    ".ods": "an OpenDocument table",
    ".doc": "a file of old Word or Excel",
    ".rtf": "a rich text file",
    ".zip": "a zip archive",
}
_NOT_READ: Mapping[str, str] = {
    ".doc": "open it in Word or LibreOffice and save it as .docx",
    ".docm": "open it in Word and save it as .docx, without macros",
    ".dotx": "open it in Word and save it as .docx",
    ".odt": "open it in LibreOffice or Word and save it as .docx",
    ".rtf": "open it in Word or LibreOffice and save it as .docx",
    ".pages": "open it in Pages and export it as .docx",
    ".xls": "open it in Excel or LibreOffice and save it as .xlsx",
    ".xlsm": "open it in Excel and save it as .xlsx, without macros",
    ".xlsb": "open it in Excel and save it as .xlsx",
    ".ods": "open it in LibreOffice or Excel and save it as .xlsx",
    ".numbers": "open it in Numbers and export it as .xlsx",
    ".ppt": "export it as .pdf",
    ".pptx": "export it as .pdf",
    ".odp": "export it as .pdf",
    ".mht": "save the page as .html",
    ".mhtml": "save the page as .html",
    ".zip": "unpack it and name the files in it",
}
_CONTAINERS = {".docx", ".xlsx", ".pdf"}


def kind_of(data: bytes) -> str:
    """Return the suffix a file should have by its first bytes, or "" where they do not tell.

    >>> kind_of(b"%PDF-1.7 ..."), kind_of(b"<!DOCTYPE html><p>Ten."), kind_of(b"Ten.")
    ('.pdf', '.html', '')
    """
    if data.startswith(_ZIP):
        return next((suffix for member, suffix in _MEMBERS if member in data), ".zip")
    if data.startswith(_OLE):
        return ".doc"
    if data.startswith(_RTF):
        return ".rtf"
    if data.startswith(_PDF) or (b"\0" in data and _PDF in data[:_PDF_WITHIN]):
        return ".pdf"
    return ".html" if _PAGE.match(data) else ""


def advice(suffix: str, name: str) -> Refusal | None:
    """Refuse a suffix that is known and not read, with what to do; None for any other."""
    if suffix not in _NOT_READ:
        return None
    return Refusal(name, "other-format", f"Files ending in {suffix} are not read; {_todo(suffix)}.")


def _todo(kind: str) -> str:
    return _NOT_READ.get(kind, f"rename it to end in {kind}")


def mismatch(suffix: str, data: bytes, name: str) -> Refusal | None:
    """Refuse a file whose bytes are not what its name says; None where the two agree."""
    if data.startswith(_OLE) and _LOCKED in data:
        reason = "It is locked with a password; open it and save it without one."
        return Refusal(name, "encrypted", reason)
    kind = kind_of(data)
    if kind == suffix or (kind in {"", ".html"} and suffix not in _CONTAINERS):
        return None  # text says little about itself: its name decides
    if not data.strip():
        return Refusal(name, "empty", "There is nothing in it.")
    if kind in {"", ".html"}:
        said = "a web page" if kind else "none"
        todo = _todo(kind) if kind else "if it is text, rename it to end in .txt"
        reason = f"Its name ends in {suffix}, but it is {said}; {todo}."
        return Refusal(name, "other-format", reason)
    reason = f"Its name ends in {suffix}, but it is {_SAID[kind]}; {_todo(kind)}."
    return Refusal(name, "other-format", reason)
