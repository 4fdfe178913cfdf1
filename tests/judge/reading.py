"""Read a draft and one source from a few words and judge them, for the tables of this folder."""

import datetime as dt

from factcheck.config import Periods
from factcheck.extract.claims import extract
from factcheck.judge import judge
from factcheck.readers import read_text
from factcheck.schema import Candidate, Claim, Document, Passage, Verdict
from factcheck.segment import segment

DAY = dt.date(2023, 6, 14)


def read(text: str, name: str, day: dt.date | None = DAY) -> tuple[Document, tuple[Claim, ...]]:
    head = f"Title: News from Norland\nDate: {day}\n\n" if day else "Title: News from Norland\n\n"
    document = read_text(head + text, name)
    return document, extract(document, segment(document))


def candidates(text: str, day: dt.date | None = DAY, name: str = "source.txt") -> list[Candidate]:
    """Return every sentence of a source as a candidate."""
    document, claims = read(text, name, day)
    found = []
    for ordinal, sentence in enumerate(segment(document)):
        if sentence.block_kind == "heading":
            continue
        span = sentence.span
        words = document.text[span.start : span.end]
        line = document.line_at(span.start)
        passage = Passage(document.origin, ordinal, span, line, words, "")
        inside = tuple(c for c in claims if c.sentence == span)
        found.append(Candidate(passage, inside, 0.5))
    return found


def claim_in(draft: str, words: str, kind: str, day: dt.date | None = DAY) -> Claim:
    """Return the claim of a kind whose text holds some words."""
    _, claims = read(draft, "draft.txt", day)
    fitting = [c for c in claims if c.kind == kind and words in c.text]
    assert fitting, f"no {kind} {words!r} among {[(c.kind, c.text) for c in claims]}"
    return fitting[0]


def verdict_on(
    draft: str,
    source: str,
    words: str,
    kind: str = "quantity",
    source_day: dt.date | None = DAY,
) -> Verdict:
    claim = claim_in(draft, words, kind)
    siblings = [c for c in read(draft, "draft.txt")[1] if c.sentence == claim.sentence]
    return judge(claim, candidates(source, source_day), Periods(), siblings)
