"""What a comparison of two values returns."""

from __future__ import annotations

import msgspec

from factcheck.schema import Reason, Relation, Remark, Span


class Comparison(msgspec.Struct, frozen=True):
    """How a source's value stands to the draft's.

    `relation` is never "unrelated": alignment decides that before. `order` is the source's figure
    or day against the draft's: -1 lower or earlier, 0 equal or overlapping, 1 higher or later; a
    bound is ordered by the number it names. `differs` and `source_differs` are spans of the
    quoted words (of the text, for `compare_words`) that the other side does not have.
    """

    relation: Relation
    reason: Reason
    remarks: tuple[Remark, ...] = ()
    order: int = 0
    differs: tuple[Span, ...] = ()
    source_differs: tuple[Span, ...] = ()


NOT_COMPARABLE = Comparison("undecided", "not-comparable")
