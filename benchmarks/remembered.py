"""A model that remembers between runs what it has encoded, so that sizes can be tried again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from factcheck.embed import Vectors, open_model


class Remembered:
    """The default model, with the vectors of `folder/texts.json` and `folder/vec.npy` known."""

    def __init__(self, folder: Path) -> None:
        """Read what is known, if anything."""
        self._model = open_model()
        self._folder = folder
        self.name, self.digest = self._model.name, self._model.digest
        self.dimension = self._model.dimension
        self._rows: dict[str, Vectors] = {}
        if (folder / "vec.npy").exists():
            texts = json.loads((folder / "texts.json").read_text("utf-8"))
            self._rows = dict(zip(texts, np.load(folder / "vec.npy", mmap_mode="r"), strict=True))

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row a text; what is not known is encoded."""
        new = [text for text in dict.fromkeys(texts) if text not in self._rows]
        if new:
            self._rows.update(zip(new, self._model.encode(new), strict=True))
        return np.stack([self._rows[text] for text in texts])

    def save(self) -> None:
        """Write down all that is known by now."""
        self._folder.mkdir(parents=True, exist_ok=True)
        rows = np.stack(list(self._rows.values()))
        (self._folder / "texts.json").write_text(json.dumps(list(self._rows)), "utf-8")
        np.save(self._folder / "vec.npy", rows, allow_pickle=False)
