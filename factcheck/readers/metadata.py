"""Title, source and date as a document itself states them; never the file system's date."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Sequence

import msgspec

from factcheck.readers.datelines import set_apart
from factcheck.schema import Block, Document, LineAnchor, Notice, Origin, Span, TableFigure
from factcheck.vocabulary.calendar import date_in

KEYS = {
    "title": "title",
    "headline": "title",
    "source": "source",
    "publisher": "source",
    "outlet": "source",
    "site": "source",
    "agency": "source",
    "date": "date",
    "published": "date",
    "publication date": "date",
    "published_at": "date",
    "publishedat": "date",
    "dateline": "dateline",
    "author": "",
    "authors": "",
    "by": "",
    "byline": "",
    "url": "",
    "link": "",
    "licence": "",
    "license": "",
    "section": "",
    "topic": "",
    "language": "",
    "updated": "",
    "tags": "",
}  # what each header key tells; "" is known but not kept
_HEADER = re.compile(r"(?P<key>[A-Za-z][A-Za-z_ ]{0,20})[ \t]*:[ \t]*(?P<value>[^\r\n]{0,1000})")
_HEADER_LINE = re.compile(r"[^\r\n]++")
_RULE = re.compile(r"-{3,}+|\*{3,}+|_{3,}+|={3,}+")
# "BAGHDAD, Sept 26, 2015 (Agency) - ": a town in capitals, and what stands before the dash.
_DATELINE = re.compile(
    r"(?P<head>(?<![A-Z'’.])[A-Z][A-Z'’.]{2,20}+[^\r\n–—]{0,100}?)(?:[ ]-{1,2}[ ]|[ ]?[–—])"
)
_AGENCY = re.compile(r"\((?P<name>[^()\r\n]{2,40})\)")
_STAMP = re.compile(
    r"\(?(?:(?:first |last )?(?:published|posted|updated|date|dated|issued|as of)\b:?)?"
    r"(?: on)? {0,2}[0-9A-Za-z ,.:/+|-]{6,60}\)?",
    re.IGNORECASE,
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_STAMP_WORD = re.compile(r"[A-Za-z]{1,20}")
_STAMP_WORDS = frozenset(
    "first last published posted updated date dated issued as of on at gmt utc bst est edt cet cest"
    " am pm by the jan feb mar apr may jun jul aug sep sept oct nov dec january february march"
    " april june july august september october november december mon tue tues wed thu thur thurs"
    " fri sat sun monday tuesday wednesday thursday friday saturday sunday st nd rd th t z".split()
)


class Facts(msgspec.Struct, frozen=True):
    """What a document says of itself; empty where it says nothing."""

    title: str = ""
    source: str = ""
    date: dt.date | None = None

    def or_else(self, other: Facts) -> Facts:
        """Fill what is missing here from `other`."""
        return Facts(
            self.title or other.title, self.source or other.source, self.date or other.date
        )


def headers(text: str, start: int = 0) -> tuple[Facts, int]:
    """Read `Key: value` lines at the top; return what they say and where the text goes on.

    The first line must be one, and one line at least must tell the title, source or date; the
    lines end at the first that is none, at a blank line or a rule.
    """
    told: dict[str, str] = {}
    at = start
    while at < len(text):
        end = _line_end(text, at)
        match = _HEADER.fullmatch(text[at:end].replace("**", "").strip())
        key = match["key"].strip().lower() if match else ""
        if match is None or key not in KEYS:
            break
        told.setdefault(KEYS[key], match["value"].strip().strip("\"'"))
        at = _next_line(text, end)
    told.pop("", None)
    return (facts(told), _past_rule(text, at)) if told else (Facts(), start)


def headers_below(text: str, title_end: int) -> tuple[Facts, int]:
    """Read header lines that follow the title; the offset is 0 where there are none."""
    start = title_end
    while start < len(text) and text[start].isspace():
        start += 1
    told, end = headers(text, start)
    return (told, end) if end > start else (told, 0)


def front_matter(text: str) -> tuple[Facts, int]:
    """Read a block of `key: value` lines between two lines of `---` at the very top."""
    end = _line_end(text, 0)
    if text[:end].rstrip() != "---":
        return Facts(), 0
    told: dict[str, str] = {}
    at = _next_line(text, end)
    while at < len(text):
        end = _line_end(text, at)
        line = text[at:end]
        at = _next_line(text, end)
        if line.rstrip() in {"---", "..."}:
            return facts(told), at
        match = _HEADER.fullmatch(line.rstrip())
        if match and match["key"].strip().lower() in KEYS:
            told.setdefault(KEYS[match["key"].strip().lower()], match["value"].strip().strip("\"'"))
    return Facts(), 0  # never closed: a rule, not front matter


def with_headline(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Put the title of the header lines before the blocks, as a heading, unless one repeats it.

    Such a title is printed above the text: what it claims is claimed, and is shown on its line.
    """
    top = blocks[0].span.start if blocks else 0
    for line in _HEADER_LINE.finditer(text, 0, top):
        match = _HEADER.fullmatch(line[0].replace("**", "").strip())
        if match is None or KEYS.get(match["key"].strip().lower()) != "title":
            continue
        title = match["value"].strip().strip("\"'")
        start = text.find(title, line.start(), line.end())
        known = {_folded(text[b.span.start : b.span.end]) for b in blocks if b.kind == "heading"}
        if title and start >= 0 and _folded(title) not in known:
            return [Block("heading", Span(start, start + len(title))), *blocks]
        break
    return list(blocks)


def _folded(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()


def facts(told: dict[str, str]) -> Facts:
    """Make `Facts` of named strings; a date that cannot be read is none."""
    date = date_in(told.get("date", "")) or date_in(told.get("dateline", ""))
    return Facts(" ".join(told.get("title", "").split()), told.get("source", "").strip(), date)


def dateline(paragraph: str) -> Facts:
    """Read "BAGHDAD, 26 September 2015 (Agency) - " at the start of a paragraph.

    >>> dateline("GENEVA, 6 August 2015 — Aid reached the town.").date
    datetime.date(2015, 8, 6)
    """
    match = _DATELINE.match(paragraph[:160].lstrip())
    if match is None:
        return Facts()
    agency = _AGENCY.search(match["head"])
    source = agency["name"] if agency and date_in(agency["name"]) is None else ""
    return Facts("", source, date_in(match["head"]))


def stamp(line: str) -> dt.date | None:
    """Return the date of a line that is nothing but a date, as printed under a headline.

    >>> stamp("Published: 26 September 2015, 14:05 GMT")
    datetime.date(2015, 9, 26)
    >>> stamp("The 26 September 2015 attack") is None
    True
    """
    line = line.strip()
    if len(line) > 80 or not _STAMP.fullmatch(line):
        return None
    if any(word.lower() not in _STAMP_WORDS for word in _STAMP_WORD.findall(line)):
        return None
    return date_in(line)


def make_document(
    name: str,
    text: str,
    blocks: Iterable[Block],
    told: Facts,
    *,
    record: str = "",
    lines: tuple[LineAnchor, ...] = (),
    notices: tuple[Notice, ...] = (),
    figure: TableFigure | None = None,
) -> Document:
    """Put a document together; `record` is the record's id within the file, if it is one."""
    if _SURROGATE.search(text):
        text = without_surrogates(text)
        message = "Broken characters (lone surrogates) were replaced."
        notices = (*notices, Notice("broken-characters", message))
    origin = Origin(
        id=f"{name}#{record}" if record else name,
        path=name,
        title=without_surrogates(told.title),
        source=without_surrogates(told.source),
        date=told.date or date_in(name),
        digest=hashlib.sha256(text.encode("utf-8")).hexdigest(),
    )
    return Document(origin, text, tuple(set_apart(text, blocks)), lines, notices, figure)


def without_surrogates(text: str) -> str:
    """Replace half characters, which JSON can spell but no file can hold, one by one."""
    return _SURROGATE.sub("\ufffd", text)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _next_line(text: str, end: int) -> int:
    return min(end + 1, len(text))


def _past_rule(text: str, at: int) -> int:
    end = _line_end(text, at)
    return _next_line(text, end) if _RULE.fullmatch(text[at:end].strip()) else at
