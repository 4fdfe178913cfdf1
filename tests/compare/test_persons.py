"""Who is who by name."""

import pytest

from factcheck.compare.persons import Identity, same_person

NAMES: list[tuple[str, str, Identity]] = [
    ("Ana Reyes", "Ana Reyes", "same"),
    ("Ana Reyes", "Reyes", "same"),
    ("Ana Reyes", "Ms. Reyes", "same"),
    ("Ana Reyes", "Dr Ana Reyes", "same"),
    ("Ana Reyes", "A. Reyes", "same"),
    ("Ana Reyes", "Foreign Minister Ana Reyes", "same"),
    ("Ana Reyes", "foreign minister Ana Reyes", "same"),
    ("Ana Reyes", "Pentagon Press Secretary Ana Reyes", "same"),
    ("Ana Reyes", "Ana Reyes, an army spokeswoman", "same"),
    ("Ana Reyes", "Ana Reyes's", "same"),
    ("Ana Maria Reyes", "Maria Reyes", "same"),
    ("Karim al-Hadi", "Hadi", "same"),
    ("Karim Al Hadi", "Karim al-Hadi", "same"),
    ("Jan van der Berg", "Berg", "same"),
    ("José Núñez", "Jose Nunez", "same"),
    ("Sean O’Dell", "O'Dell", "same"),
    ("Luther King Jr.", "Mr. King", "same"),
    ("Ana Reyes", "Omar Haddad", "other"),
    ("Ana Reyes", "General Omar Haddad", "other"),
    ("Ana Reyes", "Luis Reyes", "unclear"),
    ("Ana Reyes", "Haddad", "unclear"),
    ("Ana Reyes", "Reyes Ana", "unclear"),
    ("Umar Hadad", "Omar Haddad", "unclear"),
    ("Ana Reyes", "Foreign Ministry", "unclear"),
    ("Ana Reyes", "Iraq", "unclear"),
    ("Ana Reyes", "Islamic State", "unclear"),
    ("Ana Reyes", "Kremlin", "unclear"),
    ("Ana Reyes", "Al-", "unclear"),
    ("Ana Reyes", "", "unknown"),
    ("", "Ana Reyes", "unknown"),
    ("Ana Reyes", "she", "unknown"),
    ("Ana Reyes", "the foreign minister", "unknown"),
]


@pytest.mark.parametrize(("draft", "source", "expected"), NAMES)
def test_names(draft: str, source: str, expected: Identity) -> None:
    assert same_person(draft, source) == expected
    assert same_person(source, draft) == expected
