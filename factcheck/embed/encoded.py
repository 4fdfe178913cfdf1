"""Texts of many documents, encoded in one go and handed out as they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.embed.vectors import Embedder, Vectors


class Encoded:
    """An embedder that knows the vectors of some texts by heart; others it has encoded."""

    def __init__(self, embedder: Embedder, texts: Iterable[str]) -> None:
        """Encode `texts`, each once.

        Raises:
            ModelError: the model cannot be loaded.
        """
        self.name, self.digest = embedder.name, embedder.digest
        self._embedder = embedder
        ordered = sorted(set(texts))
        self._vectors = embedder.encode(ordered) if ordered else None
        self._rows = {text: row for row, text in enumerate(ordered)}

    @property
    def dimension(self) -> int:
        """Numbers in one vector."""
        return self._embedder.dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row a text, in the order given: (n, dimension), unit length."""
        if self._vectors is None or any(text not in self._rows for text in texts):
            return self._embedder.encode(texts)
        return self._vectors[[self._rows[text] for text in texts]]
