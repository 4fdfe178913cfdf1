from decimal import Decimal

from factcheck.vocabulary.numbers import numbers


def test_every_key_is_lower_case_but_the_letters_after_digits() -> None:
    table = numbers()
    for group in (table.small, table.scales, table.ordinals, table.vague, table.multipliers):
        assert all(word == word.lower() for word in group)
    assert table.suffixes["bn"] == table.doubtful["b"] == Decimal(10**9)


def test_denominators_are_no_first_and_no_second() -> None:
    table = numbers()
    assert table.denominators["thirds"] == table.denominators["third"] == 3
    assert table.denominators["quarters"] == 4
    assert not {"first", "second", "seconds"} & set(table.denominators)


def test_vague_plurals_have_ends_in_order() -> None:
    assert all(low < high for low, high in numbers().vague.values())


def test_signs_are_single_characters() -> None:
    assert all(len(sign) == 1 for sign in numbers().signs)
    assert numbers().signs["¾"] == (Decimal(3), Decimal(4))
