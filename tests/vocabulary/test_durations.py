from factcheck.vocabulary.durations import tables


def test_words_are_lower_case_and_name_one_thing() -> None:
    for first, entries in tables().phrases.items():
        phrases = [phrase for phrase, _ in entries]
        assert first == first.lower()
        assert len(phrases) == len(set(phrases))


def test_what_belongs_to_a_person_goes_on() -> None:
    assert tables().personal < tables().lasting
