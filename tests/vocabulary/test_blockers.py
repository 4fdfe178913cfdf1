from factcheck.vocabulary.blockers import blockers


def test_words_are_lower_case() -> None:
    table = blockers()
    for words in (table.labels, table.shy, table.strict, table.streets, table.openers):
        assert all(word == word.lower() for word in words)


def test_shy_and_strict_words_are_labels_and_never_both() -> None:
    table = blockers()
    assert table.shy <= table.labels
    assert table.strict <= table.labels
    assert not table.shy & table.strict
