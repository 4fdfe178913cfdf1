"""The archive and its index, made once."""

from pathlib import Path

import pytest

from factcheck.audit import Place
from tests.audit import made


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made.archive(tmp_path_factory.mktemp("audit") / "archive")


@pytest.fixture(scope="session")
def index(archive: Path) -> Path:
    return made.index(archive.parent, archive)


@pytest.fixture
def place(archive: Path, index: Path, tmp_path: Path) -> Place:
    return Place([archive], [index], tmp_path / "out")


@pytest.fixture(scope="session")
def whole(archive: Path, index: Path) -> dict[str, bytes]:
    """The results of an audit that nothing has disturbed."""
    out = archive.parent / "whole"
    made.run(Place([archive], [index], out))
    return made.files(out)
