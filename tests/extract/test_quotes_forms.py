"""Quotations in the many forms in which news copy has them, a table a form."""

import pytest

from factcheck.extract.quotes import find_quotes
from factcheck.schema import Quote
from tests.clock import assert_in_step

Row = tuple[str, str]  # speaker, words
ANA, OMAR = "Ana Reyes", "Omar Haddad"


def read(text: str) -> list[Row]:
    found = []
    for reading in find_quotes(text):
        assert isinstance(reading.value, Quote)
        found.append((reading.value.speaker, reading.value.words))
    return found


MARKS: list[tuple[str, list[Row]]] = [
    (
        'PORT, May 2, 2023 (Wire) - "We will pay," Ana Reyes, who chairs the club, said.',
        [(ANA, "We will pay")],
    ),
    ('"We will pay," Ana Reyes said.', [(ANA, "We will pay")]),
    ("“We will pay,” Ana Reyes said.", [(ANA, "We will pay")]),
    ("“We will pay”, Ana Reyes said.", [(ANA, "We will pay")]),
    ("'We will pay', Ana Reyes said.", [(ANA, "We will pay")]),
    ("‘We’ll pay,’ Ana Reyes said.", [(ANA, "We’ll pay")]),
    (
        "'We don't want the parents' money,' Ana Reyes said.",
        [(ANA, "We don't want the parents' money")],
    ),
    ("„We will pay“, Ana Reyes said.", [(ANA, "We will pay")]),
    ("«We will pay», Ana Reyes said.", [(ANA, "We will pay")]),
    ("« We will pay », Ana Reyes said.", [(ANA, "We will pay")]),
    ("``We will pay,'' Ana Reyes said.", [(ANA, "We will pay")]),
    (
        '"He told me ‘we will pay\' and left," Ana Reyes said.',
        [(ANA, "He told me ‘we will pay' and left")],
    ),
    ("“He said ‘pay’ twice,” Ana Reyes said.", [(ANA, "He said ‘pay’ twice")]),
    ("‘He said “pay” twice,’ Ana Reyes said.", [(ANA, "He said “pay” twice")]),
    ('"""We will pay," Ana Reyes said.', [(ANA, "We will pay")]),
    ('“We will pay," Ana Reyes said.', [(ANA, "We will pay")]),
]

AFTER: list[tuple[str, list[Row]]] = [
    ('"We will pay," she said. Ana Reyes left.', [("", "We will pay")]),
    ('"We will pay," said Ana Reyes, the finance minister.', [(ANA, "We will pay")]),
    ('"We will pay," said Finance Minister Ana Reyes.', [(ANA, "We will pay")]),
    (
        '"We will pay," said Norland\'s finance minister, Ana Reyes, on Monday.',
        [(ANA, "We will pay")],
    ),
    ('"We will pay," Finance Minister Ana Reyes told reporters.', [(ANA, "We will pay")]),
    ('"We will pay," Ana Reyes, the finance minister, told Omar Haddad.', [(ANA, "We will pay")]),
    ('"We will pay," Ana Reyes told the Osterburg Herald in an interview.', [(ANA, "We will pay")]),
    ('"We will pay," Ana Reyes wrote on Monday.', [(ANA, "We will pay")]),
    ('"We will pay," according to Ana Reyes.', [(ANA, "We will pay")]),
    ('"We will pay," according to Ana Reyes, the finance minister.', [(ANA, "We will pay")]),
    ('"We will pay," a spokesman for the army said.', [("spokesman for the army", "We will pay")]),
    ('"We will pay," read a statement from the army.', [("army", "We will pay")]),
    ('"We will pay!" shouted Ana Reyes.', [(ANA, "We will pay!")]),
    ('"Will we pay?" Ana Reyes asked.', [(ANA, "Will we pay?")]),
    ('"We will pay," Ana Reyes was quoted as saying.', [(ANA, "We will pay")]),
    ('"We will pay," the agency quoted Ana Reyes as saying.', [(ANA, "We will pay")]),
    ('"We will pay," the agency cited Ana Reyes as saying.', [(ANA, "We will pay")]),
    ('"We will pay," Ana Reyes tweeted.', [(ANA, "We will pay")]),
    ('"We will pay," Ana Reyes added, without saying when.', [(ANA, "We will pay")]),
    ('"We will pay," the 61-year-old Ana Reyes said.', [(ANA, "We will pay")]),
    ('"We will pay," says Ana Reyes.', [(ANA, "We will pay")]),
    ('"We will pay", insists Ana Reyes.', [(ANA, "We will pay")]),
    ('"We will pay," Dr. Ana Reyes said.', [(ANA, "We will pay")]),
    ('"We will pay," Omar al-Hadi said.', [("Omar al-Hadi", "We will pay")]),
    ('"We will pay," said Karim H. al-Hadi, an aide.', [("Karim H al-Hadi", "We will pay")]),
    (
        '"We will pay," said Jan van der Berg, who leads the party.',
        [("Jan van der Berg", "We will pay")],
    ),
    ('"We will pay," the White House said.', [("White House", "We will pay")]),
    ('"We will pay," Halden Optics said in a statement.', [("Halden Optics", "We will pay")]),
    ('"We will pay." Ana Reyes, finance minister', [(ANA, "We will pay.")]),
]

BEFORE: list[tuple[str, list[Row]]] = [
    ('Ana Reyes said, "We will pay."', [(ANA, "We will pay.")]),
    ('Ana Reyes said: "We will pay."', [(ANA, "We will pay.")]),
    ('Ana Reyes said "we will pay".', [(ANA, "we will pay")]),
    ('Ana Reyes told reporters: "We will pay."', [(ANA, "We will pay.")]),
    ('Ana Reyes told Omar Haddad: "We will pay."', [(ANA, "We will pay.")]),
    ('Ana Reyes told Omar Haddad that "we will pay".', [(ANA, "we will pay")]),
    ('Speaking in Osterburg, Ana Reyes said: "We will pay."', [(ANA, "We will pay.")]),
    ('Ana Reyes, the finance minister, told parliament: "We will pay."', [(ANA, "We will pay.")]),
    ('In a statement, the army said: "We will pay."', [("army", "We will pay.")]),
    ('A statement from the army read: "We will pay."', [("army", "We will pay.")]),
    ('According to Ana Reyes, "we will pay".', [(ANA, "we will pay")]),
    ('As Ana Reyes put it: "We will pay."', [(ANA, "We will pay.")]),
    ('Finance Minister Ana Reyes: "We will pay."', [(ANA, "We will pay.")]),
    ('REYES: "We will pay."', [("REYES", "We will pay.")]),
    ('The road, said the driver Ana Reyes, was "a river of mud".', [(ANA, "a river of mud")]),
    ('REYES, mayor of Osterburg: "We will pay."', [("REYES", "We will pay.")]),
    ('Zofka Dravik, who runs the Bread Fund, was blunt: "No."', [("Zofka Dravik", "No.")]),
    ('Ana Reyes was clear: "We will pay."', [(ANA, "We will pay.")]),
    ('Ana Reyes said the vote was "a grave mistake".', [(ANA, "a grave mistake")]),
    ('Ana Reyes called it a "grave mistake".', [(ANA, "grave mistake")]),
    ("Ana Reyes called it a 'grave mistake'.", [(ANA, "grave mistake")]),
    ('Ana Reyes said that it was "grave" and "a mistake".', [(ANA, "grave"), (ANA, "a mistake")]),
    ('Ana Reyes warned of a "grave mistake" if Norland leaves.', [(ANA, "grave mistake")]),
    ('Ana Reyes accused Omar Haddad of "playing with fire".', [(ANA, "playing with fire")]),
    ('Ana Reyes described the vote as "a sham".', [(ANA, "a sham")]),
    ('Ana Reyes has repeatedly said she "will pay".', [(ANA, "will pay")]),
    ('Ana Reyes responded: "We will pay."', [(ANA, "We will pay.")]),
    ('Asked whether Norland would pay, Ana Reyes said: "We will."', [(ANA, "We will.")]),
    ('The minister, Ana Reyes, said "we will pay".', [(ANA, "we will pay")]),
    ('Omar Haddad met Ana Reyes. She said: "We will pay."', [(OMAR, "We will pay.")]),
    ('"They owe us," Ana Reyes said of Omar Haddad and his aides.', [(ANA, "They owe us")]),
]

INSIDE: list[tuple[str, list[Row]]] = [
    (
        '"We will pay," Ana Reyes said, "and we will go."',
        [(ANA, "We will pay"), (ANA, "and we will go.")],
    ),
    ('"We will pay," said Ana Reyes. "We will go."', [(ANA, "We will pay"), (ANA, "We will go.")]),
    ('"We," Ana Reyes said, "will pay."', [(ANA, "We"), (ANA, "will pay.")]),
    (
        '"We will pay," Ana Reyes said. "We will go," she added.',
        [(ANA, "We will pay"), (ANA, "We will go")],
    ),
    (
        '"We will pay," Ana Reyes said on Monday after talks in Osterburg, adding: "We will go."',
        [(ANA, "We will pay"), (ANA, "We will go.")],
    ),
    (
        'Ana Reyes said it was "a sham", while Omar Haddad called it "a feast".',
        [(ANA, "a sham"), (OMAR, "a feast")],
    ),
    (
        '"We will pay," Ana Reyes said. "Never," said Omar Haddad.',
        [(ANA, "We will pay"), (OMAR, "Never")],
    ),
    (
        'Ana Reyes said the vote was "a sham" and that Norland "will not pay".',
        [(ANA, "a sham"), (ANA, "will not pay")],
    ),
    (
        '"We will pay," Ana Reyes told Omar Haddad, who replied: "Thank you."',
        [(ANA, "We will pay"), (OMAR, "Thank you.")],
    ),
    (
        '"We will pay" and "we will go," Ana Reyes said.',
        [(ANA, "We will pay"), (ANA, "we will go")],
    ),
]

ONWARD: list[tuple[str, list[Row]]] = [
    (
        'Ana Reyes met farmers.\n\n"We will pay," she said.\n\n"We will go home soon," she added.',
        [(ANA, "We will pay"), (ANA, "We will go home soon")],
    ),
    (
        'Finance Minister Ana Reyes met farmers.\n\n"We will pay," the minister said.',
        [(ANA, "We will pay")],
    ),
    (
        "Ana Reyes, the finance minister, met farmers.\n\n"
        '"We will pay," the finance minister said.',
        [(ANA, "We will pay")],
    ),
    (
        "President Ana Reyes met Finance Minister Omar Haddad.\n\n"
        '"We will pay," the president said.',
        [(ANA, "We will pay")],
    ),
    (
        'Army spokesman Omar Haddad denied it.\n\n"We will pay," the spokesman said.',
        [(OMAR, "We will pay")],
    ),
    (
        'Army spokesman Omar Haddad denied it.\n\n"We will pay," a spokesman said.',
        [("spokesman", "We will pay")],
    ),
    (
        "Finance Minister Ana Reyes met Health Minister Omar Haddad.\n\n"
        '"We will pay," the minister said.',
        [("minister", "We will pay")],
    ),
    (
        "Norland's president, Ana Reyes, met the Sudmark president, Omar Haddad.\n\n"
        '"We will pay," the Norland president said.',
        [(ANA, "We will pay")],
    ),
    (
        'Ana Reyes, mayor of Osterburg, spoke first. "We will pay," Reyes said.',
        [(ANA, "We will pay")],
    ),
    (
        '"We will pay," Reyes said.\n\nAna Reyes is the mayor.',
        [(ANA, "We will pay")],
    ),
    (
        'Ana Reyes said she would pay.\n\n"We have no choice at all."\n\nIt rained.',
        [(ANA, "We have no choice at all.")],
    ),
    (
        'Ana Reyes said: "We will pay.\n\n"We will go.\n\n"We shall be glad."\n\nIt rained.',
        [(ANA, "We will pay."), (ANA, "We will go."), (ANA, "We shall be glad.")],
    ),
    (
        "“We will pay.\n\n“We will go,” said Ana Reyes.",
        [(ANA, "We will pay."), (ANA, "We will go")],
    ),
    (
        "'We will pay,' Ana Reyes said. 'We will go.'",
        [(ANA, "We will pay"), (ANA, "We will go.")],
    ),
    (
        'Al-Hadi spoke. "We will pay," al-Hadi said.',
        [("al-Hadi", "We will pay")],
    ),
    (
        'Karim al-Hadi spoke. "We will pay," al-Hadi said.',
        [("Karim al-Hadi", "We will pay")],
    ),
    (
        'Jan van der Berg spoke. "We will pay," Van der Berg said.',
        [("Jan van der Berg", "We will pay")],
    ),
    (
        'Lena Holt-Vance spoke. "We will pay," Ms Holt-Vance said.',
        [("Lena Holt-Vance", "We will pay")],
    ),
    (
        'Sheikh Karim al-Hadi spoke. "We will pay," Sheikh Karim said.',
        [("Karim al-Hadi", "We will pay")],
    ),
    (
        'Sir John Holt spoke. "We will pay," Sir John said.',
        [("John Holt", "We will pay")],
    ),
]


WITHOUT_COMMAS: list[tuple[str, list[Row]]] = [
    (
        '"All of us go home now." "It rained," Ana Reyes said.',
        [(ANA, "All of us go home now."), (ANA, "It rained")],
    ),
    (
        'Ana Reyes said: "It is over.\n\n"We go," and it rained.',
        [(ANA, "It is over."), (ANA, "We go")],
    ),
    ('The Norland Bread Fund (NBF) earlier said "we pay".', [("Norland Bread Fund", "we pay")]),
    (
        '"We pay all of them now," the Bread Fund (BF) said.',
        [("Bread Fund", "We pay all of them now")],
    ),
    ('Ana Reyes this week said it was "over".', [(ANA, "over")]),
    ('The army in a statement on the Osterburg site said it was "over".', [("army", "over")]),
    (
        'It rained according to Karim al-Hadi a member of the Bread Fund. "We all fled" he said.',
        [("Karim al-Hadi", "We all fled")],
    ),
    (
        'Zofka Dravik the watchdogs deputy told us it rained. "We all fled" she said.',
        [("Zofka Dravik", "We all fled")],
    ),
    ('It was what one old rebel dubbed "a divine zone".', [("old rebel", "a divine zone")]),
    (
        'It "helps no farmer in this valley" and "serves the banks of the city" Ana Reyes said.',
        [(ANA, "helps no farmer in this valley"), (ANA, "serves the banks of the city")],
    ),
    (
        'It was the latest word from Mayor Omar Haddad who called for "picketing" at the bridge.',
        [(OMAR, "picketing")],
    ),
    (
        'Secretary of State Ana Reyes said it rained. "We all go home now" she said.',
        [(ANA, "We all go home now")],
    ),
    ('The council said the "hysterical bombing" continues.', [("council", "hysterical bombing")]),
    ('"Al-Hadi Took Base 46" said Ana Reyes.', [(ANA, "Al-Hadi Took Base 46")]),
    (
        'Ana Reyes came. Reyes the former mayor of Osterburg said it was "over".',
        [(ANA, "over")],
    ),
    (
        '"We shall pay every farmer" the member from Prime Minister Omar Haddads party said.',
        [("member from Prime Minister Omar Haddads party", "We shall pay every farmer")],
    ),
    (
        '"We shall pay every farmer" Ana Reyes the UN envoy on farm matters said on Monday.',
        [(ANA, "We shall pay every farmer")],
    ),
    (
        'The Norland Fund placed the toll higher saying "at least nine farms" had burned.',
        [("Norland Fund", "at least nine farms")],
    ),
    (
        'Ana Reyes left. Zofka a 28-year-old teacher living in Sudmark said she ran. "It was loud" '
        "she added.",
        [("Zofka", "It was loud")],
    ),
    ('Ana Reyes came, trying to explain, "Here is why we left."', [(ANA, "Here is why we left.")]),
    (
        '"We shall pay every farmer" the Bread Fund which works in Norland said on Monday.',
        [("Bread Fund", "We shall pay every farmer")],
    ),
    (
        '"We shall pay every farmer" Ana Reyes head of the Bread Fund was quoted by NNA as saying.',
        [(ANA, "We shall pay every farmer")],
    ),
    (
        '"We shall pay every farmer" near the old river the official NNA agency said.',
        [("official NNA agency", "We shall pay every farmer")],
    ),
    (
        'Ana Reyes left. "We shall pay every farmer" that the flood has hit she added.',
        [(ANA, "We shall pay every farmer")],
    ),
    (
        '"Twelve farms in the valley burned" and dozens more were hit Karim al-Hadi told NNA.',
        [("Karim al-Hadi", "Twelve farms in the valley burned")],
    ),
    (
        '"We shall pay every farmer" Karim al-Hadi a local activist told the Osterburg Herald.',
        [("Karim al-Hadi", "We shall pay every farmer")],
    ),
    (
        'Karim al-Hadi came. "We lost it" Hadi said. "We lost all" al-Hadi added.',
        [("Karim al-Hadi", "We lost it"), ("Karim al-Hadi", "We lost all")],
    ),
    (
        'Karim Abdel Hadi came. "We lost it" Abdel Hadi said.',
        [("Karim Abdel Hadi", "We lost it")],
    ),
    (
        '"It was strange" Ana Reyes said. "I saw the river rise. "Then it burst."',
        [(ANA, "It was strange"), (ANA, "I saw the river rise."), (ANA, "Then it burst.")],
    ),
    (
        'Ana Reyes left. A witness saw it. "It burst at noon" he said.',
        [("", "It burst at noon")],
    ),
    (
        'Ana Reyes left. "It burst at noon" a resident said. "Then I ran" he said.',
        [("resident", "It burst at noon"), ("resident", "Then I ran")],
    ),
    (
        '"All of it is gone," one of the farmers said.',
        [("one of the farmers", "All of it is gone")],
    ),
    (
        '"It is gone," said Ana Reyes. "All of it is gone." "We shall go," Reyes added.',
        [(ANA, "It is gone"), (ANA, "All of it is gone."), (ANA, "We shall go")],
    ),
    (
        'The U.S. officials said "no". The U.S. said it was "sad".',
        [("U.S. officials", "no"), ("U.S.", "sad")],
    ),
    (
        'A doctor seeing the farmers said most were "badly hurt".',
        [("doctor seeing the farmers", "badly hurt")],
    ),
    ('IS said it had "no prisoners".', [("IS", "no prisoners")]),
    ("»We will pay«, Ana Reyes said.", [(ANA, "We will pay")]),
]


@pytest.mark.parametrize(
    ("text", "quotes"), [*WITHOUT_COMMAS, *MARKS, *AFTER, *BEFORE, *INSIDE, *ONWARD]
)
def test_quotes_and_their_speakers(text: str, quotes: list[Row]) -> None:
    assert read(text) == quotes


@pytest.mark.parametrize(
    "text",
    [
        "Her film “The Long Night” won a prize.",
        "'The Long Night', her new novel, sold well.",
        'Ana Reyes wrote "The Long Night" in 1987.',
        "Ana Reyes sang 'Norland, My Norland' at the fair.",
        'Ana Reyes, author of "The Long Night", said so.',
        'The so-called "green zone" was shelled, the army said.',
        'The operation, named "Iron Hand", began on Monday.',
        'Operation "Iron Hand" began on Monday, Ana Reyes said.',
        'Omar Haddad, known as "the Butcher", was killed, the army said.',
        'Omar "the Fox" Haddad scored twice.',
        'The newspaper "Osterburg Herald" closed.',
        "The dogs' owners and the cats' owners met.",
        'The "expert" had no degree.',
        'The word "reform" is old.',
        '"Terrorist" positions were hit, the army said.',
        'Norland considers it a "terrorist" group.',
        'The army said "terrorists" fired first.',
        'The army said the "double-tap" strike killed many.',
        'The self-proclaimed "caliphate" fell.',
        'The rebels seized the town, declaring a "caliphate."',
        'On "60 Minutes" last night, Ana Reyes said it rained.',
        'The pupil said she was given a "Zero"-grade.',
        'The army spoke of the self-styled "caliphate" in Norland.',
        '"Toxic gas attack" kills 58 - Osterburg Herald demands answers',
        "Protesters carried signs.",
        "The '90s were good, and so were the '80s.",
        "It was 5'10\" tall.",
        'The ship "Norland Star" sank.',
    ],
)
def test_no_quotes(text: str) -> None:
    assert read(text) == []


def test_a_first_name_of_two_persons_means_neither() -> None:
    text = 'Sir John Holt met John Dravik. "We will pay," Sir John said.'
    assert read(text) == [("John", "We will pay")]


def test_who_is_meant_is_found_in_linear_time() -> None:
    many = 'Minister Ana Reyes came. "We will pay them" the minister said. "No," Zofka said.\n\n'

    def read_many(count: int) -> None:
        find_quotes("".join(f"{many}Lena Ho{'l' * (at % 50)}t left.\n\n" for at in range(count)))

    assert_in_step(read_many, 100, 800)


@pytest.mark.parametrize("bait", ["said, ", "who said ", 'said "no" ', "(a) said ", "REYES, "])
def test_bait_is_read_in_linear_time(bait: str) -> None:
    assert_in_step(lambda count: find_quotes(f'"It is over," {bait * count}'), 500, 4_000)
