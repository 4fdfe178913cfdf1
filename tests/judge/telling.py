"""Sources that tell something of one subject, and the verdict on a sentence held against them."""

import datetime as dt
from typing import NamedTuple

from factcheck.config import Periods, Sources
from factcheck.extract.claims import extract
from factcheck.judge import judge
from factcheck.readers import read_text
from factcheck.schema import Candidate, Passage, Verdict
from factcheck.segment import segment
from tests.judge.reading import DAY, claim_in


class Source(NamedTuple):
    """A text, told so many days after the draft, by a publisher, in a file."""

    text: str
    days: int = 0
    publisher: str = ""
    name: str = ""
    title: str = "News from Norland"


def candidates_of(sources: list[Source]) -> list[Candidate]:
    found = []
    for number, source in enumerate(sources):
        day = DAY + dt.timedelta(days=source.days)
        by = f"Source: {source.publisher}\n" if source.publisher else ""
        head = f"Title: {source.title}\n{by}Date: {day}\n\n"
        document = read_text(head + source.text, source.name or f"source{number}.txt")
        claims = extract(document, segment(document))
        for ordinal, sentence in enumerate(segment(document)):
            if sentence.block_kind == "heading":
                continue
            span = sentence.span
            words = document.text[span.start : span.end]
            inside = tuple(c for c in claims if c.sentence == span)
            passage = Passage(document.origin, ordinal, span, 1, words, "")
            found.append(Candidate(passage, inside, 0.5))
    return found


def verdict_on(
    draft: str, words: str, *sources: Source, kind: str = "quantity", ranks: Sources | None = None
) -> Verdict:
    claim = claim_in(draft, words, kind)
    return judge(claim, candidates_of(list(sources)), Periods(), (), ranks)


def outcome(
    draft: str, words: str, *sources: Source, kind: str = "quantity", ranks: Sources | None = None
) -> tuple[str, str]:
    found = verdict_on(draft, words, *sources, kind=kind, ranks=ranks)
    return found.label, found.reason
