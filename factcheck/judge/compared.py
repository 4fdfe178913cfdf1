"""One claim of a source held against a claim of the draft."""

from __future__ import annotations

import msgspec

from factcheck.compare import Comparison
from factcheck.schema import Claim, Feature


class Compared(msgspec.Struct, frozen=True):
    """A comparison that takes subject and time into account, with what led to it.

    `comparison.relation` may be "unrelated" here; its spans are offsets of the two documents.
    `other` is None where the passage was compared as a text.
    """

    other: Claim | None
    features: tuple[Feature, ...]
    comparison: Comparison
