"""Counts and one seal of all documents, carried from state to state at the cost of the change."""

from __future__ import annotations

import hashlib
import sqlite3

from factcheck.index import store

# What answers depend on; the numbers that rows have in this index are not among it.
COLUMNS = "name, path, title, source, date, digest, content"
_MODULUS = 1 << 256


class Totals:
    """The sum of the digests of all documents: the same whatever order they came in.

    >>> one, two = Totals(), Totals()
    >>> one.add(("a", "x"), 1, 0); one.add(("b", "y"), 1, 0)
    >>> two.add(("b", "y"), 1, 0); two.add(("c", "z"), 1, 0); two.add(("a", "x"), 1, 0)
    >>> two.take(("c", "z"), 1, 0)
    >>> one.seal == two.seal
    True
    """

    def __init__(self, info: store.Info | None = None, seal: str = "0") -> None:
        self.documents = info.documents if info else 0
        self.passages = info.passages if info else 0
        self.claims = info.claims if info else 0
        self._sum = int(seal, 16)

    @property
    def seal(self) -> str:
        """The sum, in hexadecimal."""
        return f"{self._sum:064x}"

    def add(self, row: tuple[str | bytes | None, ...], passages: int, claims: int) -> None:
        """Count in a document by its columns."""
        self._change(row, passages, claims, 1)

    def take(self, row: tuple[str | bytes | None, ...], passages: int, claims: int) -> None:
        """Count out a document that was counted in with the same values."""
        self._change(row, passages, claims, -1)

    def _change(
        self, row: tuple[str | bytes | None, ...], passages: int, claims: int, sign: int
    ) -> None:
        # The seal is stretched to 256 bits, since sums of shorter ones could be made to meet.
        digest = hashlib.sha256(store.seal(*row)).digest()
        self._sum = (self._sum + sign * int.from_bytes(digest)) % _MODULUS
        self.documents += sign
        self.passages += sign * passages
        self.claims += sign * claims

    def state(self, model: store.Model) -> str:
        """Return the name of the state: a digest of all that answers depend on."""
        whole = f"{store.form()} {model.digest} {self.documents} {self.seal}"
        return hashlib.sha256(whole.encode()).hexdigest()[:16]


def recount(connection: sqlite3.Connection) -> Totals:
    """Return the totals as the rows give them."""
    totals = Totals()
    for *row, passages, claims in connection.execute(
        f"SELECT {COLUMNS}, passages, claims FROM documents"  # noqa: S608 - our own columns
    ):
        totals.add(tuple(row), passages, claims)
    return totals
