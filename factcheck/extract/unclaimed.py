"""Sentences that claim nothing themselves: credits, subheads, questions."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.reading import Reading
from factcheck.extract.sentence import ReadSentence
from factcheck.schema import Quote, Role

_CLOSING = "\"'”’»)] "
_NAMELESS = frozenset({"credit", "subhead"})  # bylines, agencies, photo credits; what a part tells


def why_unclaimed(sentences: Sequence[ReadSentence]) -> tuple[str, ...]:
    """Return for each sentence of a document why its values are no claims; empty where they are.

    A heading above all prose is the headline, which claims what it says; one further down only
    names what follows. Source: docs/verdicts.md ("Quotes, offices, dates, statements").
    """
    reasons: list[str] = []
    in_prose = False
    for sentence in sentences:
        kind = sentence.sentence.block_kind
        in_prose = in_prose or kind not in {"heading", "credit"}
        if kind == "credit":
            reasons.append("credit")
        elif kind == "heading" and in_prose:
            reasons.append("subhead")
        else:
            asks = sentence.cleaned.text.rstrip(_CLOSING).endswith("?")
            reasons.append("question" if asks else "")
    return tuple(reasons)


def is_claimed(reading: Reading, reason: str) -> bool:
    """Say whether a value of a sentence is a claim; who asks or is asked for holds the office."""
    if reason in _NAMELESS:
        return False
    return not reason or isinstance(reading.value, Quote | Role)
