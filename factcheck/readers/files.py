"""The one place that finds, opens and decodes files.

Only regular files are opened, never through a link: the type is looked at before opening and
again on the descriptor, so that a file swapped meanwhile is not read and a pipe is not waited on.
"""

from __future__ import annotations

import codecs
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from factcheck.config import Limits
from factcheck.schema import Notice, Refusal

_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_MARKS = (  # the longer ones first: the UTF-32 mark begins with the UTF-16 one
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN_SHARE = 10  # fewer than one byte in ten outside ASCII: Western text with accents
_SAMPLE_BYTES = 65_536  # what the encoding is told from


def walk(root: Path) -> Iterator[tuple[Path, str] | Refusal]:
    """Yield each file under `root` with its name relative to it, in the order of names.

    What is not read is yielded as a Refusal: links, hidden files and folders, pipes, devices, and
    folders that cannot be listed. Where `root` is itself a file it is the only one found; a link
    named by the user as `root` is followed.
    """
    try:
        start = root.resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as error:
        yield Refusal(_shown(str(root)), "missing", f"It cannot be opened: {_cause(error)}.")
        return
    if start.is_dir():
        yield from _walk_folder(start, "")
    else:
        yield start, _shown(root.name)


def _walk_folder(folder: Path, name: str) -> Iterator[tuple[Path, str] | Refusal]:
    waiting = [(folder, name)]
    while waiting:
        path, name = waiting.pop()
        shown = _shown(name)
        mode = _mode(path)
        skipped = _skipped(path, mode, shown) if name else None
        if skipped:
            yield skipped
        elif stat.S_ISDIR(mode):
            try:
                below = sorted((entry.name for entry in path.iterdir()), reverse=True)
            except OSError as error:
                yield Refusal(shown, "unreadable", f"The folder cannot be listed: {_cause(error)}.")
                continue
            waiting += ((path / entry, f"{name}/{entry}".lstrip("/")) for entry in below)
        else:
            yield path, shown


def _mode(path: Path) -> int:
    try:
        return path.lstat().st_mode
    except OSError:  # gone meanwhile, or in a folder that may be listed but not entered
        return 0


def _skipped(path: Path, mode: int, shown: str) -> Refusal | None:
    if path.name.startswith("."):
        return Refusal(shown, "skipped-hidden", "Hidden files and folders are not read.")
    if stat.S_ISLNK(mode):
        return Refusal(shown, "skipped-link", "Links are not followed; name the file itself.")
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        return Refusal(shown, "skipped-special", "It is no regular file.")
    return None


def open_regular(path: Path, name: str) -> int | Refusal:
    """Open a regular file for reading and return its descriptor, which the caller closes."""
    try:
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            return Refusal(name, "skipped-link", "Links are not followed; name the file itself.")
        if not stat.S_ISREG(mode):
            return Refusal(name, "skipped-special", "It is no regular file.")
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        descriptor = os.open(path, flags)
    except FileNotFoundError:
        return Refusal(name, "missing", "There is no such file.")
    except (OSError, ValueError) as error:
        return Refusal(name, "unreadable", f"It cannot be opened: {_cause(error)}.")
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return Refusal(name, "skipped-special", "It is no regular file.")
    return descriptor


def contents(path: Path, name: str, limits: Limits) -> bytes | Refusal:
    """Read a whole file of at most `limits.max_file_bytes`."""
    descriptor = open_regular(path, name)
    if isinstance(descriptor, Refusal):
        return descriptor
    try:
        with os.fdopen(descriptor, "rb") as file:
            data = file.read(limits.max_file_bytes + 1)
    except OSError as error:
        return Refusal(name, "unreadable", f"It cannot be read: {_cause(error)}.")
    if len(data) > limits.max_file_bytes:
        reason = f"It is larger than {limits.max_file_bytes} bytes (max_file_bytes); split it."
        return Refusal(name, "too-large", reason)
    return data


def decode(
    data: bytes, name: str, limits: Limits, *, declared: str = ""
) -> tuple[str, tuple[Notice, ...]] | Refusal:
    """Turn bytes into text: by the byte order mark, else strict UTF-8, else an 8-bit encoding.

    `declared` is the encoding that the file itself names (HTML does). A text not in UTF-8 comes
    with a notice; bytes that are no text are refused. Nothing is ever replaced unseen.
    """
    if not data.strip():
        return Refusal(name, "empty", "There is no text in it.")
    text, notices = _decoded(data, declared)
    if text is None or "\0" in text:
        return Refusal(name, "binary", "It is no text; save it as UTF-8 text.")
    if not text.strip():
        return Refusal(name, "empty", "There is no text in it.")
    if len(text) > limits.max_characters:
        reason = f"It is longer than {limits.max_characters} characters (max_characters); split it."
        return Refusal(name, "too-large", reason)
    return text, notices


def _decoded(data: bytes, declared: str) -> tuple[str | None, tuple[Notice, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding), ()
    text = _strict(data, "utf-8")
    if text is not None or _CONTROLS.search(data) or b"\0" in data:
        return text, ()
    encoding = declared if declared and _strict(data, declared) is not None else _guess(data)
    text = _strict(data, encoding)
    message = f"The text is not in UTF-8; it was read as {encoding}."
    return text, (Notice("encoding", message),)


def _guess(data: bytes) -> str:
    # For Western text with a few accents the detector hesitates between neighbours and may turn
    # an accented name into another one; by far the most such files are cp1252.
    sample = data[:_SAMPLE_BYTES]
    beyond_ascii = len(sample.translate(None, bytes(range(0x80))))
    if beyond_ascii * _WESTERN_SHARE <= len(sample) and _strict(data, "cp1252") is not None:
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "latin-1"


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _shown(name: str) -> str:
    r"""Return a file name that can be written anywhere: bytes that are no UTF-8 as \xNN."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _cause(error: Exception) -> str:
    return error.strerror or "no reason given" if isinstance(error, OSError) else "not a file name"
