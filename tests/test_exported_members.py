"""The public names are few, sorted, and each there."""

import pytest

import factcheck


def test_public_names_are_few_and_sorted() -> None:
    assert factcheck.__all__ == sorted(factcheck.__all__)
    assert len(factcheck.__all__) <= 20


@pytest.mark.parametrize("name", factcheck.__all__)
def test_a_public_name_is_there_and_documented(name: str) -> None:
    value = getattr(factcheck, name)
    assert isinstance(value, str) or value.__doc__


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = factcheck.nothing
