"""Names of persons by shape and context."""

import pytest

from factcheck.extract.persons import find_persons
from factcheck.tokens import tokenize


def persons(text: str) -> list[str]:
    found = find_persons(text, tokenize(text))
    for span, name in found:
        assert text[span.start : span.end].replace(".", "") == name.replace(".", "")
    return [name for _, name in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Both Ana Reyes and Mr Okafor's deputy left.", ["Ana Reyes", "Okafor"]),
        ("Meanwhile Ana Reyes met Lena Holt-Vance on Monday.", ["Ana Reyes", "Lena Holt-Vance"]),
        ("Meanwhile Zofka Dravik said it was over.", ["Zofka Dravik"]),
        ('"It is over," said Zofka Dravik.', ["Zofka Dravik"]),
        ("Resident Zofka Dravik said it was over.", ["Zofka Dravik"]),
        ("Ben Lake met Dr Lake at Ben Lake Park.", ["Ben Lake", "Lake"]),
        ("Zofka Dravik, 41, was hurt.", ["Zofka Dravik"]),
        ("The mayor of Osterburg, Zofka Dravik, left.", ["Zofka Dravik"]),
        ("Omar bin al-Hadi and Ludwig van Osten met.", ["Omar bin al-Hadi", "Ludwig van Osten"]),
        ("Dr. John J. Holt Jr. wrote it.", ["John J Holt Jr"]),
        ("French Foreign Minister Ana Reyes left.", ["Ana Reyes"]),
        ("On Monday Freedonia closed its border.", []),
        ("The Russian Defence Ministry declined to comment.", []),
        ("The New York Times reported it, Interfax said.", []),
        ("Deir al-Zor and Jabhat al-Nusra", []),
        ("Al Arabiya reported it and Agence Osterburg said so.", []),
        ("Jabhat al-Nusra said it was over.", []),
        ("", []),
    ],
)
def test_persons(text: str, names: list[str]) -> None:
    assert persons(text) == names
