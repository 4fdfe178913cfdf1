"""Small documents, claims and indices for tests, made without the other rooms."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from factcheck import index
from factcheck.embed import HashingEmbedder
from factcheck.schema import (
    Block,
    Claim,
    Document,
    Measure,
    Origin,
    Passage,
    Quantity,
    QuantityKind,
    Span,
)

EMBEDDER = HashingEmbedder()
MODEL = index.Model(EMBEDDER.name, EMBEDDER.digest, EMBEDDER.dimension)


def document(
    name: str, *sentences: str, title: str = "", date: str | None = "2015-09-01"
) -> Document:
    text = " ".join(sentences)
    origin = Origin(
        id=name,
        path=name.partition("#")[0],
        title=title,
        source="The Example Gazette",
        date=dt.date.fromisoformat(date) if date else None,
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )
    return Document(origin, text, (Block("paragraph", Span(0, len(text))),))


def passages(made: Document, sentences: Sequence[str]) -> list[Passage]:
    found: list[Passage] = []
    for ordinal, sentence in enumerate(sentences):
        start = made.text.index(sentence)
        before = found[-1].text if found else ""
        span = Span(start, start + len(sentence))
        found.append(Passage(made.origin, ordinal, span, 1, sentence, before))
    return found


def quantity(value: str, *, kind: QuantityKind = "count", unit: str = "", of: str = "") -> Quantity:
    return Quantity(kind, Decimal(value), Decimal(value), Decimal(1), unit=unit, of=of)


def claim(value: Quantity, sentence: Span, text: str = "", span: Span | None = None) -> Claim:
    return Claim(
        id=f"{sentence.start}-{value.low}",
        fingerprint="",
        kind="quantity",
        span=span or sentence,
        sentence=sentence,
        clause=sentence,
        text=text,
        value=value,
        measure=Measure(noun=value.of),
        entities=(),
        status="actual",
        period=None,
        change=None,
        as_of=None,
    )


Made = tuple[Document, Sequence[str], Sequence[tuple[Quantity, ...]]]


def put(writer: index.Writer, made: Iterable[Made]) -> None:
    for text, sentences, values in made:
        held = passages(text, sentences)
        new = writer.vectors.missing(sentences)
        writer.vectors.add(new, EMBEDDER.encode(new))
        claims = [
            tuple(claim(value, passage.span) for value in of)
            for passage, of in zip(held, values, strict=True)
        ]
        writer.put(text, held, claims)


def simple(name: str, *sentences: str, title: str = "") -> Made:
    return document(name, *sentences, title=title), sentences, [()] * len(sentences)


def build(path: Path, *made: Made) -> Path:
    with index.write(path, MODEL) as writer:
        put(writer, made)
    return path
