"""One claim with everything it is judged by."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from factcheck.schema import Candidate, Claim


class Case(msgspec.Struct, frozen=True):
    """A claim, its candidates, which never hold the claim's own document, and what stands by it.

    `siblings` are the claims of the draft's sentence. `words` is what a verifier is asked about:
    the sentence of a value, of a statement its own part; empty where none is asked.
    """

    claim: Claim
    candidates: Sequence[Candidate]
    siblings: Sequence[Claim] = ()
    words: str = ""
