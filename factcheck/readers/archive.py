"""Zip archives that hold a document: opened only where they cannot grow beyond bounds.

Word and Excel files are such archives. Nothing is ever written to the disk.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from factcheck.config import Limits
from factcheck.schema import Refusal

# What the libraries raise on broken archives and parts; neither has an error of its own.
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    SyntaxError,  # xml.etree.ElementTree.ParseError and lxml's own are ones
)
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_STRICT = b"purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
_LOCKED_FLAG = 1


def vet(data: bytes, name: str, limits: Limits) -> Refusal | None:
    """Refuse an archive that is broken, too large when unpacked, locked, or defines entities.

    Python's zip reader gives no more of a member than the directory says, so that the sizes there
    hold while reading too.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _outsized(archive, len(data), name, limits) or _odd_part(archive, name, limits)
    except DAMAGE:
        return damaged(name)


def damaged(name: str) -> Refusal:
    """Return the refusal of a file that its library cannot read."""
    reason = "It is damaged or incomplete; open it in its program and save it anew."
    return Refusal(name, "damaged", reason)


def _outsized(archive: zipfile.ZipFile, packed: int, name: str, limits: Limits) -> Refusal | None:
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    if any(member.flag_bits & _LOCKED_FLAG for member in members):
        reason = "It is locked with a password; open it and save it without one."
        return Refusal(name, "encrypted", reason)
    if len(members) > limits.max_zip_members:
        said = f"It has {len(members)} parts (max_zip_members {limits.max_zip_members})"
    elif unpacked > limits.max_unpacked_bytes:
        said = f"It unpacks to {unpacked} bytes (max_unpacked_bytes {limits.max_unpacked_bytes})"
    elif unpacked > packed * limits.max_unpacked_ratio:
        said = f"It unpacks to {unpacked // packed} times its size (max_unpacked_ratio)"
    else:
        return None
    return Refusal(name, "too-large", f"{said}; copy its text into a new file.")


def _odd_part(archive: zipfile.ZipFile, name: str, limits: Limits) -> Refusal | None:
    """Refuse a document type, which no office program writes and entities come by; Strict XML."""
    tags = 0
    for member in archive.infolist():
        if member.filename.endswith((".xml", ".rels", ".vml")):
            part = archive.read(member)
            tags += part.count(b"<")
            if tags > limits.max_tags:
                reason = f"It has more than {limits.max_tags} tags (max_tags); split it."
                return Refusal(name, "too-large", reason)
            if any(doctype in part for doctype in _DOCTYPES):
                reason = (
                    "It defines entities of its own, as no office program does; copy its text "
                    "into a new file."
                )
                return Refusal(name, "unsafe", reason)
            if _STRICT in part:
                reason = "It is saved as Strict Open XML; save it as the ordinary kind."
                return Refusal(name, "other-format", reason)
    return None
