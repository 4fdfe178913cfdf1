import datetime as dt

import pytest

from factcheck.config import Limits
from factcheck.readers.webpage import declared_encoding, document
from factcheck.schema import Document, Refusal

from .conftest import Reading

PAGE = """\
<!DOCTYPE html>
<html><head><title>Aid to Northland doubles - Example World</title>
<meta property="og:site_name" content="Example World">
<meta property="article:published_time" content="2015-09-26T22:00:00Z">
</head><body><header><nav>Home 1</nav></header>
<div class="share-bar">Shared 500 times</div>
<article><header><h1>Aid to Northland
 doubles</h1><p class="byline">Ana Reyes, correspondent</p></header>
<p>Ten <b>ship</b>s came.<br>They left.<br> <br>A new paragraph.</p>
<script>var x = "99 dead";</script>
<div>Loose text <span>in a div</span>
<p>A nested paragraph</p>the tail of the div</div>
<figure><img src="a.png"><figcaption>A ship in 2014</figcaption></figure>
<ul><li>First of 3</li><li><p>Second</p></li></ul>
<blockquote><p>We waited.</p></blockquote>
<table><tr><th>Country</th><th>2015</th></tr><tr><td>Northland</td><td>240,000</td></tr></table>
<table><tr><td><p>A layout cell.</p></td><td><p>Another.</p></td></tr></table>
<p style="display: none">hidden 5</p><p hidden>hidden 6</p><p aria-hidden="true">hidden 7</p>
</article><footer>(c) 2015</footer></body></html>
"""


def page(text: str) -> Document:
    read = document("a.html", text, (), Limits())
    assert isinstance(read, Document)
    return read


def blocks_of(read: Document) -> list[tuple[int, str, str]]:
    return [
        (read.line_at(b.span.start), b.kind, read.text[b.span.start : b.span.end])
        for b in read.blocks
    ]


def test_blocks_of_every_kind_with_their_lines() -> None:
    assert blocks_of(page(PAGE)) == [
        (7, "heading", "Aid to Northland doubles"),
        (8, "credit", "Ana Reyes, correspondent"),
        (9, "paragraph", "Ten ships came.\nThey left."),
        (9, "paragraph", "A new paragraph."),
        (11, "paragraph", "Loose text in a div"),
        (12, "paragraph", "A nested paragraph"),
        (12, "paragraph", "the tail of the div"),
        (13, "caption", "A ship in 2014"),
        (14, "item", "First of 3"),
        (14, "item", "Second"),
        (15, "quotation", "We waited."),
        (16, "row", "Country | 2015"),
        (16, "row", "Northland | 240,000"),
        (17, "paragraph", "A layout cell."),
        (17, "paragraph", "Another."),
    ]


def test_metadata_of_the_page() -> None:
    origin = page(PAGE).origin
    assert origin.title == "Aid to Northland doubles"
    assert origin.source == "Example World"
    assert origin.date == dt.date(2015, 9, 26)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta name="DC.date" content="26 September 2015">', "<p>Ten came.</p>"),
        ("", '<time datetime="2015-09-26">Sat</time><p>Ten came.</p>'),
        ("", "<h1>Aid</h1><div>26 September 2015</div><p>Ten came.</p>"),
        ("", "<p>PORT SOL, 26 September 2015 — Ten came.</p>"),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"publisher":'
            ' {"name": "P"}, "datePublished": "2015-09-26"}]}</script>',
            "<p>Ten came.</p>",
        ),
    ],
)
def test_where_a_date_may_stand(head: str, body: str) -> None:
    read = page(f"<html><head>{head}</head><body>{body}</body></html>")
    assert read.origin.date == dt.date(2015, 9, 26)


@pytest.mark.parametrize("data", ["{", "[1e400, NaN", "[" * 5000, '{"datePublished": 5}'])
def test_broken_linked_data_is_passed_over(data: str) -> None:
    read = page(f'<script type="application/ld+json">{data}</script><p>Ten came.</p>')
    assert read.origin.date is None
    assert read.text == "Ten came."


def test_a_page_without_article_is_read_whole() -> None:
    text = "<body><header>Site</header><p>Ten came.</p><article>Teaser</article></body>"
    assert page(text.replace("Ten", "Ten ships of the line " * 5)).text.startswith("Ten ships")


def test_the_lines_of_a_plain_release_count() -> None:
    read = page("<pre>Ten ships\ncame.\n\nFive left.\n</pre><pre><code>x = 5</code></pre><p>End.")
    assert read.text == "Ten ships\ncame.\n\nFive left.\n\nEnd."


def test_the_title_is_that_of_the_main_part() -> None:
    read = page("<div><h1>The site</h1></div><main><h1>The page</h1><p>Ten came.</p></main>")
    assert read.origin.title == "The page"


def test_inline_elements_do_not_part_words() -> None:
    assert page("<p>2<i>4</i>0<b>,000</b> fled</p>").text == "240,000 fled"


def test_declared_encoding() -> None:
    assert declared_encoding(b'<html><meta charset="windows-1251">') == "windows-1251"
    assert declared_encoding(b'<?xml version="1.0" encoding="iso-8859-2"?>') == "iso-8859-2"
    assert declared_encoding(b"<p>charset=x</p>") == ""


def test_the_declared_encoding_is_used(reading: Reading) -> None:
    data = '<meta charset="windows-1250"><p>Łódź spent 5 złoty.</p>'.encode("cp1250")
    (read,) = reading("a.html", data)
    assert isinstance(read, Document)
    assert read.text == "Łódź spent 5 złoty."
    assert [notice.code for notice in read.notices] == ["encoding"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<nav>Home</nav>", "no-text"),
        ("<!-- nothing -->", "empty"),
        ("<p>Ten came.</p>" + "<div>" * 5000 + "deep", "too-deep"),
    ],
)
def test_refusals(text: str, code: str) -> None:
    read = document("a.html", text, (), Limits())
    assert isinstance(read, Refusal)
    assert read.code == code
