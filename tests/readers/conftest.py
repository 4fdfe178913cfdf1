from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.config import Limits
from factcheck.readers import read
from factcheck.schema import Document, Refusal

Reading = Callable[..., list[Document | Refusal]]


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    """Write a file, read it, return everything that came of it."""

    def read_file(
        name: str, data: str | bytes, limits: Limits | None = None, **fields: str
    ) -> list[Document | Refusal]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return list(read(path, name=name, fields=fields, limits=limits or Limits()))

    return read_file
