from factcheck.vocabulary.abbreviations import tables


def test_a_word_stands_in_one_list_only() -> None:
    words = tables()
    lists = [words.before, words.maybe, words.number]
    assert all(lists)
    assert sum(map(len, lists)) == len(frozenset().union(*lists))


def test_words_stand_without_their_last_stop() -> None:
    words = tables()
    assert not [w for w in words.before | words.maybe | words.number if w.endswith(".") or " " in w]


def test_no_everyday_word_is_an_abbreviation() -> None:
    words = tables()
    everyday = {"in", "on", "at", "it", "us", "men", "women", "said", "out", "up", "war", "sat"}
    assert not everyday & (words.before | words.maybe | words.number)
