import datetime as dt

import pytest

from factcheck.normalize import normalize
from factcheck.readers.markdown import document
from factcheck.schema import Document
from factcheck.segment import segment

NOTE = """\
---
title: "Aid review"
publisher: Ministry of Finance
date: 2015-08-06
tags: [a, b]
---

# Aid, *reviewed* #

By Ana Reyes

Aid rose to **240,000** in
May. It fell.

> quoted one
> on two lines

- first
  - nested 5
- second

1. one
2. [ ] two

| Country | Value |
|---|---|
| Northland | 240,000 |

```
code 55
```

    indented code 56

<!-- comment 66 -->
<div>html 77</div>

Sub head
--------

![A port in 2014](pic.png)
"""


def blocks_of(read: Document) -> list[tuple[str, str]]:
    return [(b.kind, read.text[b.span.start : b.span.end]) for b in read.blocks]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_blocks_of_every_kind(end: str) -> None:
    read = document("note.md", NOTE.replace("\n", end))
    assert blocks_of(read) == [
        ("heading", "Aid review"),
        ("heading", "Aid, *reviewed*"),
        ("credit", "By Ana Reyes"),
        ("paragraph", f"Aid rose to **240,000** in{end}May. It fell."),
        ("quotation", f"quoted one{end}> on two lines"),
        ("item", "first"),
        ("item", "nested 5"),
        ("item", "second"),
        ("item", "one"),
        ("item", "two"),
        ("row", "| Northland | 240,000 |"),
        ("heading", "Sub head"),
        ("caption", "![A port in 2014](pic.png)"),
    ]
    assert read.line_at(read.text.index("nested")) == 19
    assert read.text == NOTE.replace("\n", end)


def test_front_matter_tells_title_source_and_date() -> None:
    origin = document("note.md", NOTE).origin
    assert (origin.title, origin.source) == ("Aid review", "Ministry of Finance")
    assert origin.date == dt.date(2015, 8, 6)


def test_lines_below_the_title_tell_it_too() -> None:
    text = "# Aid **up**\n\n**Source:** Ministry\n**Date:** 6 August 2015\n\nAid rose.\n"
    read = document("note.md", text)
    assert read.origin.title == "Aid up"
    assert read.origin.source == "Ministry"
    assert read.origin.date == dt.date(2015, 8, 6)
    assert blocks_of(read) == [("heading", "Aid **up**"), ("paragraph", "Aid rose.")]


def test_an_unclosed_front_matter_is_a_rule() -> None:
    read = document("note.md", "---\ntitle: Aid\n\nAid rose.\n")
    assert read.origin.title == ""
    assert len(read.blocks) == 2


def test_sentences_can_be_cleaned_of_marks() -> None:
    read = document("note.md", NOTE)
    spans = [s.span for s in segment(read) if s.block_kind == "paragraph"]
    first = normalize(read.text[spans[0].start : spans[0].end], markdown=True)
    assert first.text == "Aid rose to 240,000 in May."
    assert len(spans) == 2


def test_deep_quotations_are_read_as_one_text() -> None:
    read = document("note.md", "Ten ships came.\n\n" + ">" * 5000 + " deep\n")
    assert blocks_of(read)[0] == ("paragraph", "Ten ships came.")
