from factcheck.vocabulary.corrections import corrections
from factcheck.vocabulary.measures import stem

TABLE = corrections()


def test_phrases_are_such_as_are_looked_for() -> None:
    phrases = [words for entries in TABLE.marks.values() for words, _ in entries]
    assert len(phrases) == len(set(phrases))
    for words in (*phrases, *TABLE.before, tuple(TABLE.ends), tuple(TABLE.opens)):
        assert words
        assert all(word == word.lower() and word.isalnum() for word in words)


def test_mentions_are_stems() -> None:
    assert all(stem(word) in TABLE.mentions for word in ("initially", "corrected", "withdrew"))
