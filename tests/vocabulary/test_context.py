from factcheck.vocabulary.context import context


def test_phrases_are_lower_case_and_have_one_sense() -> None:
    table = context()
    for phrases in (table.leading, table.trailing, table.changes):
        assert all(phrase == phrase.lower().strip() for phrase in phrases)


def test_longer_phrases_turn_the_sense_of_shorter_ones() -> None:
    leading = context().leading
    assert (leading["more than"], leading["no more than"]) == ("more_than", "at_most")
    assert (leading["less than"], leading["no less than"]) == ("less_than", "at_least")


def test_words_of_change_go_up_or_down() -> None:
    changes = context().changes
    assert (changes["rose"], changes["fell"], changes["halved"]) == ("up", "down", "down")
    assert set(changes.values()) == {"up", "down"}
