"""Quoted words and their speakers."""

import pytest

from factcheck.extract.quotes import find_quotes
from factcheck.schema import Quote


def read(text: str) -> list[tuple[str, str]]:
    found = []
    for reading in find_quotes(text):
        assert isinstance(reading.value, Quote)
        slice_ = text[reading.span.start : reading.span.end]
        assert " ".join(slice_.split()) == reading.value.words
        found.append((reading.value.speaker, reading.value.words))
    return found


ANA = "Ana Reyes"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ('"It is over now," said the mayor, Ana Reyes.', (ANA, "It is over now")),
        ("“It is over now,” Ana Reyes said on Monday.", (ANA, "It is over now")),
        ("‘It is over now,’ Ana Reyes said.", (ANA, "It is over now")),
        ("'It is over now,' Ana Reyes said.", (ANA, "It is over now")),
        ("«It is over now», Ana Reyes said.", (ANA, "It is over now")),
        ('Ana Reyes said: "It is over now."', (ANA, "It is over now.")),
        (
            'Ana Reyes said the plan "would not be credible" to voters.',
            (ANA, "would not be credible"),
        ),
        ('"Is it over now?" asked Ana Reyes.', (ANA, "Is it over now?")),
        ('"He said ‘stop’ and left," Ana Reyes said.', (ANA, "He said ‘stop’ and left")),
        ('According to Ana Reyes, the vote was "a sham".', (ANA, "a sham")),
        ('The vote was "a sham", according to Ana Reyes.', (ANA, "a sham")),
        (
            '"We strike at dawn," said a statement released by the Iraqi army on Monday.',
            ("Iraqi army", "We strike at dawn"),
        ),
        ('Interfax quoted Ana Reyes as saying "it is over".', (ANA, "it is over")),
        ('Ana Reyes was quoted as saying: "It is over."', (ANA, "It is over.")),
        ('Ana Reyes, the finance minister, said "it is over".', (ANA, "it is over")),
        ('Ana Reyes, who leads the party, said "it is over".', (ANA, "it is over")),
        ('Ana Reyes rejected the plan, calling it "reckless".', (ANA, "reckless")),
        ('Finance Minister Ana Reyes has called it "reckless".', (ANA, "reckless")),
        ('The White House said the deal was "dead".', ("White House", "dead")),
        ('"Never," Ana Reyes said.', (ANA, "Never")),
        ('Zofka Dravik of the rescue service said it was "over".', ("Zofka Dravik", "over")),
        ('Osterburg & Sons said it was "over".', ("Osterburg & Sons", "over")),
        ('"A mess," one former aide, who was ill, said.', ("former aide", "A mess")),
        ('"A mess," said two former aides.', ("two former aides", "A mess")),
        ('Sen. Ana Reyes, R-Ohio, the panel chair, called it "a sham".', (ANA, "a sham")),
        ('Ana Reyes, lead author of the study, said "no way".', (ANA, "no way")),
        ('Asked about the "iron" vote, Ana Reyes replied: "No."', (ANA, "No.")),
        ("‘It is the boys’ house,’ Ana Reyes said.", (ANA, "It is the boys’ house")),
        ('Tomas Okafor met Ana Reyes, who said it was "over".', (ANA, "over")),
        ('On Monday the ministry said "no way".', ("ministry", "no way")),
        ('On the square the agency said "no way".', ("agency", "no way")),
        ('"No way," said Ana Reyes adding that it rained.', (ANA, "No way")),
        ('"No way," said Ana Reyes warning of rain.', (ANA, "No way")),
        (
            '"No way," said the old red coat man hat man shoe man key man cup man.',
            ("old red coat man hat man shoe man key man cup man", "No way"),
        ),
        ('"No way," said Zofka Dravik from the rescue service.', ("Zofka Dravik", "No way")),
        ('"No way," said the mayor, Ana Reyes', (ANA, "No way")),
        ('Officials say it was "a sham".', ("Officials", "a sham")),
        ('Ana Reyes claims it was "a sham".', (ANA, "a sham")),
        ("``No way,'' said Ana Reyes.", (ANA, "No way")),
        ('" No way , " said Ana Reyes.', (ANA, "No way")),
        ('Councillor Ana Reyes, who led the vote, hit back: "No."', (ANA, "No.")),
        ('Resident Ana Reyes, 71, said she felt "let down".', (ANA, "let down")),
        ('Dr Ana Reyes, of Osterburg, who was ill, said: "No."', (ANA, "No.")),
        ('Save Our Streets – a charity – called it "overdue".', ("Save Our Streets", "overdue")),
        (
            'Borden Corp. said that "no successor has been named".',
            ("Borden Corp", "no successor has been named"),
        ),
        ('Ana Reyes called the sale an "American plot".', (ANA, "American plot")),
        ('Mayor Ana Reyes: "We shall win"', (ANA, "We shall win")),
        ('"We shall win" — Ana Reyes', (ANA, "We shall win")),
        ('"It is over." Ana Reyes said.', (ANA, "It is over.")),
        ('"It is over," said Zofka Dravik of the rescue service.', ("Zofka Dravik", "It is over")),
        (
            '"It is over," a spokesman for Ana Reyes said.',
            ("spokesman for Ana Reyes", "It is over"),
        ),
        ('Ana Reyes, stated: "It is over."', (ANA, "It is over.")),
        ('Ana Reyes resigned over what she called "a plot".', (ANA, "a plot")),
        ('Ana Reyes went on to call it "a plot".', (ANA, "a plot")),
        ('He was told "no" by Ana Reyes, she said.', ("", "no")),
    ],
)
def test_one_quote(text: str, quote: tuple[str, str]) -> None:
    assert read(text) == [quote]


def test_a_surname_is_given_its_full_name() -> None:
    text = 'Ana Maria Reyes met Ana Reyes. "It is over," Reyes said.'
    assert read(text) == [("Ana Maria Reyes", "It is over")]
    text = 'Ana Reyes came. Of those still in the fight Reyes said: "Four or five."'
    assert read(text) == [(ANA, "Four or five.")]
    text = 'Ana Reyes met farmers.\n\n"It is over," Reyes said at a news conference.'
    assert read(text) == [(ANA, "It is over")]


def test_a_pronoun_is_who_spoke_last() -> None:
    text = '"It is over," Ana Reyes said after she met Tomas Okafor.\n\n"Go home now," she added.'
    assert read(text) == [(ANA, "It is over"), (ANA, "Go home now")]


def test_a_pronoun_means_nobody_after_two_paragraphs() -> None:
    text = '{} spoke.\n\nIt rained.\n\nIt snowed.\n\n"Go home now," she said.'
    assert read(text.format(ANA)) == [("", "Go home now")]
    text = '{} spoke.\n\nIt rained.\n\n"Go home now," she said.'
    assert read(text.format(ANA)) == [(ANA, "Go home now")]


def test_a_pronoun_is_no_one_behind_a_preposition() -> None:
    text = 'Ana Reyes came.\n\nShe spoke to Tomas Okafor.\n\n"Go home now," she said.'
    assert read(text) == [(ANA, "Go home now")]


def test_a_body_is_given_its_full_name() -> None:
    text = 'The Freedonian Defence Ministry said "no". "We stay," the ministry added.'
    full = "Freedonian Defence Ministry"
    assert read(text) == [(full, "no"), (full, "We stay")]
    text = 'The Freedonian army said "no". It said "we stay". They called it "a lie".'
    assert [speaker for speaker, _ in read(text)] == ["Freedonian army"] * 3


def test_a_paper_speaks_for_who_wrote_it() -> None:
    text = 'The army said "no". "We stay put," the statement said.'
    assert read(text) == [("army", "no"), ("army", "We stay put")]
    text = 'Ana Reyes denied it. "We stay put," a letter from the mayor said.'
    assert read(text) == [("mayor", "We stay put")]


def test_a_split_quote_is_one_reading_a_part() -> None:
    text = '"It is over," Ana Reyes said, "and we go home. We are glad." "Good night to all."'
    assert read(text) == [
        (ANA, "It is over"),
        (ANA, "and we go home. We are glad."),
        (ANA, "Good night to all."),
    ]


def test_a_quote_over_paragraphs_has_one_speaker() -> None:
    text = 'Ana Reyes said: "It is over.\n\n"We go home.\n\n"We are glad."\n\nIt rained.'
    assert read(text) == [(ANA, "It is over."), (ANA, "We go home."), (ANA, "We are glad.")]
    text = "“It is over.\n\n“We go home,” Ana Reyes said."
    assert read(text) == [(ANA, "It is over."), (ANA, "We go home")]


def test_two_persons_speak_together() -> None:
    text = (
        "Both White House spokesman Ben Holt and State Department spokesman Tomas Okafor have "
        'strongly reiterated that he "has lost legitimacy" to lead and that a "transition of '
        'power" should occur.'
    )
    both = "Ben Holt and Tomas Okafor"
    assert read(text) == [(both, "has lost legitimacy"), (both, "transition of power")]


@pytest.mark.parametrize(
    "text",
    [
        '"Baghdad coordination centre" which will open soon is led by officers.',
        'The ministry declined to comment on the "Baghdad coordination centre" reports.',
        "They reject his part in the ‘political solution’.",
        'He may "theoretically" join.',
        'Her book "The Long Night" sold well.',
        'Ana Reyes kept a folder labelled "top secret".',
        'Ana Reyes refused to call it "a plot".',
        "Motto: 'Never again'",
        'It rained, according to "sources".',
        'The claims "nobody" made.',
        'Its report "nobody" read.',
        "Rock 'n' roll, it said, and the '90s.",
        '"" said Ana Reyes.',
        '"Never again" - a film',
        'The board is 5" wide and 6" long.',
        "The boys' house and the girls' house burned.",
        '"',
        '""',
        '"..." he said.',
        "",
        "It's Freedonia's",
    ],
)
def test_no_quote(text: str) -> None:
    assert read(text) == []


def test_an_open_mark_does_not_swallow_the_text() -> None:
    text = 'He said "no and left.\n\nIt rained.\n\n"It is over," said Ana Reyes.'
    assert read(text) == [(ANA, "It is over")]
    assert read('"' + "It rained. " * 200 + '" said Ana Reyes.') == []


def test_lines_too_long_to_be_wrapped_are_paragraphs() -> None:
    filler = "It rained on the hills and the valleys and the old towns of the north, " * 2
    text = f'He said "no and left\nReuters\n{filler}\nAna Reyes said: "It is\nover."'
    assert read(text) == []
    text = f'Reuters\nAna Reyes said it rained\n{filler}\n"It is over," Reyes said.'
    assert read(text) == [(ANA, "It is over")]
    text = 'Ana Reyes said: "It is\nover, and\nwe go."'
    assert read(text) == [(ANA, "It is over, and we go.")]


def test_quotes_without_a_speaker() -> None:
    assert read('It rained.\n\n"We shall all go home tonight."\n\nIt rained.') == [
        ("", "We shall all go home tonight.")
    ]


def test_a_quote_over_wrapped_lines_may_open_each_line() -> None:
    text = 'Ana Reyes is describing it as "over".\n\n"We all go home tonight."\n\nIt rained.'
    assert read(text) == [(ANA, "over"), (ANA, "We all go home tonight.")]
    text = 'Ana Reyes said: "It is over.\n"We go home."'
    assert read(text) == [(ANA, "It is over."), (ANA, "We go home.")]
