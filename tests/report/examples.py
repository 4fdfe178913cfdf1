"""Reports made by hand: one draft with a claim of each kind and verdict."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from factcheck.schema import (
    Block,
    Claim,
    ClaimKind,
    DateRange,
    Document,
    Evidence,
    Label,
    Measure,
    Notice,
    Origin,
    Passage,
    Provenance,
    Quantity,
    Quote,
    Reason,
    Relation,
    Remark,
    Report,
    Role,
    Span,
    Statement,
    Value,
    Verdict,
)

DRAFT_DATE = dt.date(2019, 6, 14)
TEXT = """\
The council gave the region a GBP 40 million grant for flood repairs on Tuesday.

Officials said the floods had killed over 8,000 people by Sunday.
"We will not raise taxes", Finance Minister Ana Reyes said on 13 June 2019.

One in five schools stays shut. The ministry declined to comment.
"""
GRANT = Quantity("money", Decimal("4E+7"), Decimal("4E+7"), Decimal("1E+6"), unit="GBP")
DEATHS = Quantity(
    "count", Decimal(8000), Decimal(8000), Decimal(1), of="person", modifier="more_than"
)
SHARE = Quantity("ratio", Decimal("0.2"), Decimal("0.2"), Decimal("0.2"), of="school")
DAY = DateRange("2019-06-13", dt.date(2019, 6, 13), dt.date(2019, 6, 13), "day")
PROVENANCE = Provenance("0.1.0", "5e77", "m0de1", "1ndex", 43191, dt.date(2019, 6, 13))


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def document(
    text: str = TEXT, *, path: str = "budget.md", notices: Iterable[Notice] = ()
) -> Document:
    origin = Origin(path, path, "The budget", "", DRAFT_DATE, "d19e57")
    return Document(origin, text, (Block("paragraph", Span(0, len(text))),), notices=tuple(notices))


def claim(kind: ClaimKind, words: str, sentence: str, value: Value, text: str = TEXT) -> Claim:
    where = span(words, text)
    return Claim(
        id=f"d19e57:{where.start}-{where.end}:{kind}",
        fingerprint=f"f:{words}",
        kind=kind,
        span=where,
        sentence=span(sentence, text),
        clause=span(sentence, text),
        text=words,
        value=value,
        measure=Measure(),
        entities=(),
        status="actual",
        period=None,
        change=None,
        as_of=DRAFT_DATE,
    )


def evidence(
    words: str,
    text: str,
    relation: Relation,
    reason: Reason,
    *,
    value: Value = GRANT,
    path: str = "minutes/council.txt",
    date: dt.date | None = dt.date(2019, 6, 11),
    source: str = "Council minutes",
    differs: Iterable[Span] = (),
    source_differs: Iterable[Span] = (),
) -> Evidence:
    """Return a passage that begins at code point 100 of its document, on line 8."""
    whole = f"{'.' * 100}{text}"
    origin = Origin(path, path, "A source", source, date, "50ce")
    passage = Passage(origin, 3, Span(100, 100 + len(text)), 8, text, "")
    return Evidence(
        passage=passage,
        other=claim("quantity", words, text, value, whole),
        relation=relation,
        reason=reason,
        remarks=(),
        features=(),
        differs=tuple(differs),
        source_differs=tuple(source_differs),
        score=0.8125,
    )


def verdict(
    checked: Claim,
    label: Label,
    reason: Reason,
    *found: Evidence,
    explanation: str = "",
    remarks: Iterable[Remark] = (),
) -> Verdict:
    return Verdict(checked, label, reason, explanation, 0.97, tuple(remarks), found)


def conflict() -> Verdict:
    sentence = TEXT[: TEXT.index("\n")]
    source = "A grant of about GBP 46 million for flood repairs was approved on Tuesday."
    return verdict(
        claim("quantity", "GBP 40 million", sentence, GRANT),
        "conflicting",
        "value-differs",
        evidence(
            "about GBP 46 million",
            source,
            "differs",
            "value-differs",
            differs=[span("40")],
            source_differs=[span("46", "." * 100 + source)],
        ),
        explanation="The draft says GBP 40 million; the council minutes of 11 June 2019 say "
        "about GBP 46 million.",
    )


def verdicts() -> tuple[Verdict, ...]:
    killed = "Officials said the floods had killed over 8,000 people by Sunday."
    taxes = '"We will not raise taxes", Finance Minister Ana Reyes said on 13 June 2019.'
    quote = Quote("We will not raise taxes", "Ana Reyes")
    schools = "One in five schools stays shut."
    declined = "The ministry declined to comment."
    toll = evidence("8,219 people", "8,219 people had died by Sunday.", "agrees", "bound-holds")
    spoken = evidence(
        "We do not plan to raise taxes",
        "We do not plan to raise taxes.",
        "differs",
        "quote-altered",
    )
    closed = evidence("Many", "Many schools remain closed.", "undecided", "less-precise")
    return (
        conflict(),
        verdict(
            claim("quantity", "over 8,000 people", killed, DEATHS),
            "corroborated",
            "bound-holds",
            toll,
            remarks=["newer-figure"],
        ),
        verdict(
            claim("quote", "We will not raise taxes", taxes, quote),
            "conflicting",
            "quote-altered",
            spoken,
            explanation='The draft has "will not"; the source has "do not plan to".',
        ),
        verdict(
            claim(
                "role", "Finance Minister Ana Reyes", taxes, Role("Ana Reyes", "finance minister")
            ),
            "unsupported",
            "no-evidence",
        ),
        verdict(claim("date", "13 June 2019", taxes, DAY), "unsupported", "no-evidence"),
        verdict(
            claim("quantity", "One in five schools", schools, SHARE),
            "unsupported",
            "less-precise",
            closed,
        ),
        verdict(
            claim("statement", "declined to comment", declined, Statement("ministry", "decline")),
            "unsupported",
            "no-evidence",
        ),
    )


def report(
    *found: Verdict,
    checked: Document | None = None,
    as_of: dt.date | None = DRAFT_DATE,
    notices: Iterable[Notice] = (),
    provenance: Provenance = PROVENANCE,
) -> Report:
    return Report(checked or document(), as_of, found, tuple(notices), provenance)
