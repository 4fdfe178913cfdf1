"""Options of the test run."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A deadline per example measures the machine: the first one reads the tables from the disk. In CI
# the same examples are drawn each time, so that a red run is about the change.
settings.register_profile("steady", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("steady")


@pytest.fixture(scope="session", autouse=True)
def _models_exported_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep exports of models in a cache of this run, not in the user's."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--data",
        type=Path,
        metavar="DIR",
        help="folder of the external labelled files; without it their gates are skipped",
    )
