from pathlib import Path

import pytest

from tests.corpus.place import ESSEL, NORWICK, Place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def built(place: Place) -> Place:
    place.write(a__txt=NORWICK, b__txt=ESSEL)
    place.build()
    return place
