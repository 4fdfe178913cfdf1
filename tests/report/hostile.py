"""Texts that try to command whatever shows them, and a report that has one in every field."""

import msgspec

from factcheck.report import Listing
from factcheck.schema import Notice, Refusal, Report, Statement
from tests.report import examples

TEXTS = {
    "escapes": "\x1b[2J\x1b[1;1Hall clear",
    "title": "\x1b]0;title\x07",
    "c1": "\x9b31m",
    "bidi": "a\u202egnp.exe \u2066isolated\u2069",
    "zero width": "12\u200b000 \ufeff\u00ad\u061c\u180e",
    "separators": "line\u2028and\u2029paragraph\x85next",
    "controls": "nul\x00 del\x7f back\x08 feed\x0c return\r end",
    "surrogates": "half \ud800 and \udc80",
    "tags": "tag\U000e0041",
    "no characters": "non \ufffe and \uffff",
    "line ends": "one\r\ntwo\rthree\nfour",
    "cdata": "<![CDATA[ x ]]> ]]>",
    "comment": "--> <!-- x",
    "script": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "close": "</style></script></title></textarea>'\"><svg onload=alert(3)>",
    "entities": "&lt;b&gt; &amp; &#x1b; &unknown;",
    "formula": '=HYPERLINK("http://example.org","5")',
    "formula plus": "+1+1|cmd",
    "formula minus": "-2+3",
    "formula at": "@SUM(A1)",
    "formula wide": "\uff1d1+1",
    "formula tab": "\t=1",
    "quotes": "a \"b\" 'c', d; e",
    "pipes": "| a | b |\n|---|---|",
    "markdown": "# a **b** _c_ `d` [e](http://example.org) ![f](x) ~~g~~ <http://example.org> $h$",
    "list": "1. one",
    "rule": "---",
    "fence": "```\ncode\n```",
    "command": "x\n::error file=a::b\n##[error]c",
    "percent": "100%0A::error::x%25",
    "braces": "{0} {{1}} [5](1) \\",
    "rich": "[bold red]markup[/] :smile:",
    "long": "x" * 5_000,
    "long words": "word " * 1_000,
    "marks": "o" + "\u0301" * 500,
}


def report(hostile: str) -> Report:
    """Return a checked draft with the text in every field that a file can fill."""
    sentence = f"{hostile} The mayor {hostile} declined 5 times."
    document = examples.document(sentence, path=f"{hostile}.md", notices=[Notice("n", hostile)])
    claim = examples.claim("statement", hostile, sentence, Statement(hostile, "decline"), sentence)
    other = examples.claim("quantity", "5", sentence, examples.DEATHS, sentence)
    evidence = examples.evidence(
        hostile, sentence, "differs", "negated", path=hostile, source=hostile
    )
    verdicts = [
        examples.verdict(checked, label, "negated", evidence, explanation=hostile)
        for checked in (claim, other)
        for label in ("conflicting", "corroborated", "unsupported")
    ]
    verdicts = [msgspec.structs.replace(verdict, disagreeing=(claim,)) for verdict in verdicts]
    return examples.report(*verdicts, checked=document, notices=document.notices)


def refusal(hostile: str) -> Refusal:
    return Refusal(hostile, hostile, hostile)


def listing(hostile: str) -> Listing:
    checked = report(hostile)
    claims = tuple(verdict.claim for verdict in checked.verdicts[::3])
    return Listing(checked.document, None, claims)
