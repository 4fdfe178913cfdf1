"""A folder of sources, the index built from it, and a stand-in for the extractor."""

import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from factcheck import corpus
from factcheck.embed import HashingEmbedder, Vectors
from factcheck.index import Index
from factcheck.schema import Claim, Document, Quantity, Sentence, Span
from tests.index.made import claim

NORWICK = "The flood killed 12 people in Norwick. Ana Reyes spoke of a bad year.\n"
ESSEL = "A ship left the harbour of Essel with 300 tonnes of grain.\n"


def numbers(document: Document, sentences: Sequence[Sentence]) -> tuple[Claim, ...]:
    """Stand in for the extractor: each run of digits is a count."""
    return tuple(
        claim(
            Quantity("count", Decimal(found[0]), Decimal(found[0]), Decimal(1)),
            sentence.span,
            found[0],
            Span(*found.span()),
        )
        for sentence in sentences
        for found in re.finditer("[0-9]+", document.text[: sentence.span.end])
        if found.start() >= sentence.span.start
    )


class Counting(HashingEmbedder):
    def __init__(self) -> None:
        self.texts: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.texts += texts
        return super().encode(texts)


class Place:
    """A corpus folder and the index built from it."""

    def __init__(self, folder: Path) -> None:
        self.sources = folder / "notes"
        self.index = folder / "index"
        self.embedder = Counting()

    def write(self, **texts: str) -> None:
        for name, text in texts.items():
            file = self.sources / name.replace("__", ".").replace("_in_", "/")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    def build(self, *sources: Path) -> corpus.BuildResult:
        self.embedder.texts.clear()
        return corpus.build(sources or (self.sources,), self.index, self.embedder, extract=numbers)

    def add(self, *sources: str) -> corpus.BuildResult:
        """Add folders and files below the sources, or absolute ones."""
        self.embedder.texts.clear()
        paths = [self.sources / source for source in sources]
        return corpus.add(paths, self.index, self.embedder, extract=numbers)

    def held(self) -> list[tuple[str, int, str, int]]:
        """Return (document, ordinal, text, claims) of every passage."""
        with Index.open(self.index) as opened:
            return sorted(
                (passage.origin.id, passage.ordinal, passage.text, len(claims))
                for passage, claims in opened.passages(range(1, 10_000)).values()
            )

    def state(self) -> str:
        with Index.open(self.index) as opened:
            return opened.info.state
