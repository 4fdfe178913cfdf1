"""One text: what it says for all of its claims, and its headline with its lead."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from factcheck.align import same_name
from factcheck.schema import Claim, Document, Entity

OWN = frozenset({"clause", "sentence"})


def as_told(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims with what the one text says for all of them.

    What neither of two claims names is the same for both; a headline speaks of what its lead
    speaks of.
    """
    text = Entity(document.origin.id, "other", "title")
    told = [msgspec.structs.replace(claim, entities=(*claim.entities, text)) for claim in claims]
    prose = [block.span for block in document.blocks if block.kind not in {"heading", "credit"}]
    begin = prose[0].start if prose else 0
    body = [claim for claim in told if claim.sentence.start >= begin]
    named = frozenset(e.name for claim in body for e in claim.entities if e.origin in OWN)
    lead = [claim for claim in body if claim.sentence == body[0].sentence]
    return [claim if claim.sentence.start >= begin else _led(claim, lead, named) for claim in told]


def _led(headline: Claim, lead: Sequence[Claim], named: frozenset[str]) -> Claim:
    """Return a headline's claim with the names of the lead beside it, and with its day.

    Of the capitals of a headline only what the text names too is taken for a name.
    """
    near = {e.name for claim in lead for e in claim.entities if e.origin in OWN}
    entities = tuple(
        msgspec.structs.replace(e, origin="title") if e.origin == "lead" and e.name in near else e
        for e in headline.entities
        if e.origin not in OWN or any(same_name(e.name, name) for name in named)
    )
    act = headline.measure.act
    days = (claim.period for claim in lead if claim.period and act and claim.measure.act == act)
    period = headline.period or next(days, None)
    return msgspec.structs.replace(headline, entities=entities, period=period)
