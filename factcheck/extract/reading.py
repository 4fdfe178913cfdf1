"""What an extractor returns: a value and where it stands in one normalised sentence."""

from __future__ import annotations

import msgspec

from factcheck.schema import Change, Span, Value


class Reading(msgspec.Struct, frozen=True):
    """A value found in a sentence.

    `span` covers the number with its scale word and unit or currency, not the modifier (for a
    quote: the words inside the marks; for a role: title and person), as offsets of the
    normalised sentence. `change` joins the figures of one movement ("from 12% to 8%").
    """

    span: Span
    value: Value
    change: Change | None = None


class Blocked(msgspec.Struct, frozen=True):
    """A span that looks like a figure or date and is none.

    `reason` is a short code ("name", "phone"); docs/figures.md lists them.
    """

    span: Span
    reason: str
