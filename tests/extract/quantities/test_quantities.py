from decimal import Decimal

import pytest

from factcheck.extract.quantities import find_quantities
from factcheck.extract.reading import Reading
from factcheck.schema import Change, Quantity, Span
from factcheck.tokens import tokenize


def read(text: str, *taken: str) -> tuple[Reading, ...]:
    spans = tuple(Span(text.index(part), text.index(part) + len(part)) for part in taken)
    return find_quantities(text, tokenize(text), spans)


def value(reading: Reading) -> Quantity:
    assert isinstance(reading.value, Quantity)
    return reading.value


def quantity(text: str) -> Quantity:
    (reading,) = read(text)
    return value(reading)


def ends(found: Quantity) -> str:
    low, high = f"{found.low:f}", f"{found.high:f}"
    return low if low == high else f"{low}..{high}"


def figures(text: str) -> list[tuple[str, str, str, str]]:
    """Return span text, kind, ends and unit of every figure."""
    return [
        (text[r.span.start : r.span.end], value(r).kind, ends(value(r)), value(r).unit)
        for r in read(text)
    ]


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("a $20 billion deal", "20000000000", "USD"),
        ("for 20bn dollars", "20000000000", "USD"),
        ("Rs 2 crore", "20000000", "INR"),
        ("rs 20 a bag", "20", "INR"),
        ("about £1,200 each", "1200", "GBP"),
        ("for 60 cents", "0.6", "USD"),
        ("at 185p", "1.85", "GBP"),
        ("a five-yen coin", "5", "JPY"),
        ("€3.5m was paid", "3500000", "EUR"),
        ("over $5Bln was lost", "5000000000", "USD"),
        ("USD115.5", "115.5", "USD"),
        ("about $US12 trillion", "12000000000000", "USD"),
        ("over $81 US", "81", "USD"),
        ("a $ 10 dollars note", "10", "USD"),
        ("paid 65 USD million", "65000000", "USD"),
        ("40 MUSD in all", "40000000", "USD"),
        ("about MAUD 70", "70000000", "AUD"),
        ("malaysian ringgit 35", "35", "MYR"),
        ("worth 2.4 trillion won", "2400000000000", "KRW"),
        ("eleven dollars and thirty-five cents", "11.35", "USD"),
        ("18 dollars and 40.", "18.4", "USD"),
        ("12 $ 40 cent", "12.4", "USD"),
        ("for -$5", "-5", "USD"),
        ("rose to 5.25%", "5.25", "percent"),
        ("by 50 basis points", "50", "basis_point"),
        ("over 1,200 sq km", "1200", "km2"),
        ("900 square-kilometres of land", "900", "km2"),
        ("it weighs 35 [kg]", "35", "kg"),
        ("half an hour", "0.5", "hour"),
        ("a quarter of an hour", "0.25", "hour"),
        ("half-litre jars", "0.5", "litre"),
        ("two more minutes", "2", "minute"),
        ("three consecutive days", "3", "day"),
        ("5 ft 2 in", "62", "inch"),
        ("5ft 7in player", "67", "inch"),
        ("weighs 11st 6lb.", "160", "lb"),
        ("5 feet 2 inches", "62", "inch"),
        ("3 yards, 2 feet, 4 in", "136", "inch"),
        ("12 kms 9 metres", "12009", "m"),
        ("two years and three months", "27", "month"),
        ("an hour and 45 minutes", "105", "minute"),
        ("an hour and a half", "1.5", "hour"),
        ("two hours and a quarter", "2.25", "hour"),
        ("20 degrees celsius", "20", "celsius"),
        ("12 C today", "12", "celsius"),
        ("minus five percent", "-5", "percent"),
        ("a minus-1.4 degree slope", "-1.4", "degree"),
        ("lost -1.3%", "-1.3", "percent"),
        ("+0.2%", "0.2", "percent"),
        ('a 40" screen', "40", "inch"),
        ("in 9.58s", "9.58", "second"),
        ("3 L of oil", "3", "litre"),
        ("rated at 2.4 A/cm", "2.4", "ampere"),
        ("1/2 cup oil", "0.5", "cup"),
        ("one barrel of oil", "1", "barrel"),
        ("20 degree", "20", "degree"),
        ("2 in thick", "2", "inch"),
        ("one second later", "1", "second"),
        ("4.3 second dash", "4.3", "second"),
        ("6,700 pounds of sugar", "6700", "lb"),
        ("a 20-pound bag", "20", "lb"),
        ("it weighs 20 pounds", "20", "lb"),
        ("10 pounds lighter", "10", "lb"),
        ("a 20-pound note", "20", "GBP"),
        ("20 pounds of aid", "20", "GBP"),
    ],
)
def test_units_and_currencies(text: str, low: str, unit: str) -> None:
    found = quantity(text)
    assert (found.low, found.high, found.unit) == (Decimal(low), Decimal(low), unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 in a row", [("5", "count", "5", "")]),
        ("two in my car", [("two", "count", "2", "")]),
        ("the party 12 won", [("12", "count", "12", "")]),
        ("two second homes", [("two", "count", "2", "")]),
        ("two second-half goals", [("two", "count", "2", "")]),
        ("47 barrel bombs", [("47", "count", "47", "")]),
        ("four cup finals", [("four", "count", "4", "")]),
        ("3 d models", [("3", "count", "3", "")]),
        ("10 a piece", [("10", "count", "10", "")]),
        ('He said "we lost 40".', [("40", "count", "40", "")]),
        ("the 60 Minutes show", [("60", "count", "60", "")]),
        (
            "15 dollars and 50 men",
            [("15 dollars", "money", "15", "USD"), ("50", "count", "50", "")],
        ),
        ("more than 700,000 F-Series cars", [("700,000", "count", "700000", "")]),
        ("800 C", [("800", "count", "800", "")]),
        ("1 $10 note", [("1", "count", "1", ""), ("$10", "money", "10", "USD")]),
        ("1 $ 10 million", [("1", "count", "1", ""), ("$ 10 million", "money", "10000000", "USD")]),
        ("10 $ 30 $", [("10 $", "money", "10", "USD"), ("30 $", "money", "30", "USD")]),
        ("$5 43", [("$5", "money", "5", "USD"), ("43", "count", "43", "")]),
        ("PS 5 games", [("5", "count", "5", "")]),
        ("300 PS", [("300 PS", "measure", "300", "metric_horsepower")]),
        ("all 5 tops", [("5", "count", "5", "")]),
        ("5 top men", [("5", "count", "5", "")]),
    ],
)
def test_words_that_only_look_like_units(
    text: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15-20,000 people", [("15-20,000", "count", "15000..20000", "")]),
        ("15-20 percent", [("15-20 percent", "percent", "15..20", "percent")]),
        ("40 % -50 % sold", [("40 % -50 %", "percent", "40..50", "percent")]),
        (
            "$400m and $450m",
            [
                ("$400m", "money", "400000000", "USD"),
                ("$450m", "money", "450000000", "USD"),
            ],
        ),
        ("between $400m and $450m", [("$400m and $450m", "money", "400000000..450000000", "USD")]),
        ("between about 20 and 30", [("20 and 30", "count", "20..30", "")]),
        (
            "$10 to $15 billion",
            [("$10 to $15 billion", "money", "10000000000..15000000000", "USD")],
        ),
        ("$200 to $4 million", [("$200 to $4 million", "money", "200..4000000", "USD")]),
        ("a hundred to 2 million", [("a hundred to 2 million", "count", "100..2000000", "")]),
        ("0-to-60-mph", [("0-to-60-mph", "measure", "0..60", "mph")]),
        ("three or four years", [("three or four years", "duration", "3..4", "year")]),
        (
            "three or forty years",
            [("three", "count", "3", ""), ("forty years", "duration", "40", "year")],
        ),
        ("55 ml to 60 mg", [("55 ml", "measure", "55", "ml"), ("60 mg", "measure", "60", "mg")]),
        ("$5 to 10 a day", [("$5 to 10", "money", "5..10", "USD")]),
        ("12 people to 40 cars", [("12", "count", "12", ""), ("40", "count", "40", "")]),
        ("8-10 and 12 - 14", [("8-10", "count", "8..10", ""), ("12 - 14", "count", "12..14", "")]),
        ("about 5 to", [("5", "count", "5", "")]),
        ("five-six men", [("five", "count", "5", "")]),
        (
            "dozens to hundreds",
            [("dozens", "count", "12..120", ""), ("hundreds", "count", "100..1000", "")],
        ),
        ("a 2-1 win", [("2-1", "score", "2..1", "")]),
        ("voted 40-60", [("40-60", "score", "40..60", "")]),
        ("6-0 0-6", [("6-0", "score", "6..0", ""), ("0-6", "score", "0..6", "")]),
        ("rated 6.8/10", [("6.8/10", "score", "6.8..10", "")]),
        ("555-0199", []),
        ("1-2-3", []),
        ("1998-12", []),
        ("the 18- to 24-year-olds", [("18- to 24-year-olds", "age", "18..24", "year")]),
        ("5 to 3 people", [("5", "count", "5", ""), ("3", "count", "3", "")]),
    ],
)
def test_ranges_and_scores(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one in five men", [("one in five", "ratio", "0.2", "")]),
        (
            "two out of three",
            [("two out of three", "ratio", "0.6666666666666666666666666666666666666667", "")],
        ),
        ("1 in every 100", [("1 in every 100", "ratio", "0.01", "")]),
        ("one over 20", [("one over 20", "ratio", "0.05", "")]),
        ("a ratio of 3:1", [("3:1", "ratio", "3", "")]),
        ("one of every two homes", [("one of every two", "ratio", "0.5", "")]),
        ("by 217 to 215", [("217 to 215", "score", "217..215", "")]),
        ("273 votes to 156", [("273 votes to 156", "score", "273..156", "")]),
        ("cut by 217 to 215 people", [("217", "count", "217", ""), ("215", "count", "215", "")]),
        (
            "passed it by 31 votes to 22 after four hours",
            [
                ("31 votes to 22", "score", "31..22", ""),
                ("four hours", "duration", "4", "hour"),
            ],
        ),
        ("rejected the plan 31 to 22 on Monday", [("31 to 22", "score", "31..22", "")]),
        ("the tally was 217 to 215 after", [("217 to 215", "score", "217..215", "")]),
        ("they won 3 to 1 after extra time", [("3 to 1", "score", "3..1", "")]),
        ("voted 48 to 52 against it", [("48 to 52", "score", "48..52", "")]),
        ("a 31-to-22 vote", [("31-to-22", "score", "31..22", "")]),
        ("beat her by 52 votes to 48 votes", [("52 votes to 48 votes", "score", "52..48", "")]),
        ("they won 3 to 5 seats", [("3 to 5", "count", "3..5", "")]),
        ("passed 10 to 20 a day", [("10 to 20", "count", "10..20", "")]),
        (
            "gave 31 votes to 22 candidates",
            [("31", "count", "31", ""), ("22", "count", "22", "")],
        ),
        ("they won from 3 to 1", [("3", "count", "3", ""), ("1", "count", "1", "")]),
        ("rose by 10 to 5", [("10", "count", "10", ""), ("5", "count", "5", "")]),
        ("won by five to 4", [("five", "count", "5", ""), ("4", "count", "4", "")]),
        ("40 in 2012", [("40", "count", "40", "")]),
        ("8 in 5", [("8", "count", "8", ""), ("5", "count", "5", "")]),
        ("5 in a team", [("5", "count", "5", "")]),
        ("twice as many", [("twice", "multiplier", "2", "")]),
        ("scored twice", []),
        ("doubled", [("doubled", "multiplier", "2", "")]),
        ("10-fold", [("10-fold", "multiplier", "10", "")]),
        ("5x faster", [("5x", "multiplier", "5", "")]),
        ("5 x 3", [("5", "count", "5", ""), ("3", "count", "3", "")]),
        ("three times the size", [("three times", "multiplier", "3", "")]),
        ("called three times", [("three times", "frequency", "3", "")]),
        ("three or four times as many", [("three or four times", "multiplier", "3..4", "")]),
        ("the 22nd strike", [("22nd", "ordinal", "22", "")]),
        ("the first two years", [("two years", "duration", "2", "year")]),
        ("finished second", [("second", "ordinal", "2", "")]),
        ("the third in Lyon", [("third", "ordinal", "3", "")]),
        ("first", [("first", "ordinal", "1", "")]),
        ("they first met a third party, the first lady, in third place", []),
        ("a second man", []),
        ("the second-largest city", []),
    ],
)
def test_ratios_multipliers_and_ordinals(
    text: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("a 25-year-old man", ["25"]),
        ("a baby six months of age", ["6"]),
        ("at the age of 6 weeks", ["6"]),
        ("ten years old", ["10"]),
        ("an 87 yo man", ["87"]),
        ("aged 19 and 23", ["19", "23"]),
        ("those aged between 18 and 24", ["18..24"]),
        ("Ana Reyes, 54, said", ["54"]),
        ("Bob Lind Jr. , 22 , said", ["22"]),
        ("the minister, 54, said", ["54"]),
        ("Ana Reyes (54) said", ["54"]),
        ("men under 30, people over 65", ["30", "65"]),
        ("children under five years of school", []),
        ("She will be 35.", ["35"]),
        ("Reyes was 94", ["94"]),
        ("it was 94", []),
        ("he is 3 points up", []),
        ("of, 54, and", []),
        ("aged 19 and 400", ["19"]),
        ("ages 900", []),
    ],
)
def test_ages(text: str, ages: list[str]) -> None:
    assert [ends(value(r)) for r in read(text) if value(r).kind == "age"] == ages


@pytest.mark.parametrize(
    "text",
    [
        "No one spoke and one of them left.",
        "in half, the other half and half-time",
        "a year of growth, for a while",
        "built in 1998 by them",
        "that is one aspect of it",
        "one other thing was said",
        "the bottom three",
        "the Norland Six men were freed",
        "in an Air Force One flight",
        "World War Two men were freed",
        "the Big Four agreed",
        "the Gang of Four agreed",
        "P5+1",
        "in their 40s",
        "a record-two-lap run",
        "at 17:22 and file_12 and 032017",
        "number two in the list",
        "from one lock to another",
        "the thousands who",
        "cases per 100,000 people",
        "x=5, a/5, &5",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("just one area", "one"),
        ("one man left", "one"),
        ("one", "one"),
        ("more than 1998 votes", "1998"),
        ("1998 votes", "1998"),
        ("half the voters", "half"),
        ("fell by half", "half"),
        ("a week before the vote", "a week"),
        ("nearly a year", "a year"),
        ("a month", "a month"),
        ("thousands of them", "thousands"),
        ("TWO MEN HELD", "TWO"),
        ("a fire in Norland City Two people were hurt", "Two"),
        ("Reyes Meets Two Ministers In Norland Today", "Two"),
        ("the top three seeds", "three"),
    ],
)
def test_what_is_one_after_all(text: str, expected: str) -> None:
    assert [found[0] for found in figures(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("more than 8,000 people", "more_than"),
        ("no fewer than 40", "at_least"),
        ("up to 40 men", "at_most"),
        ("some 40 men", "about"),
        ("nearly a dozen men", "nearly"),
        ("fewer than the 40 men", "less_than"),
        ("only 40 men", "only"),
        ("40 or more", "at_least"),
        ("40 men or so", "about"),
        ("40+ men", "at_least"),
        ("40 +", ""),
        ("40 plus 12", ""),
        ("only 40 or fewer", "at_most"),
        ("40 men and more than that", ""),
        ("40-plus men", "at_least"),
        ("40-odd men", "about"),
        ("dozens of men", "vague"),
        ("between 20 and 30 men", "between"),
        ("waited for over five weeks", "more_than"),
        ("$20m over five years", ""),
        ("40", ""),
    ],
)
def test_modifiers(text: str, modifier: str) -> None:
    assert value(read(text)[-1 if "$" in text else 0]).modifier == modifier


def test_a_bracketed_conversion_has_the_modifier_of_its_figure() -> None:
    found = [value(r).modifier for r in read("just under 90 hp (67 kW) and 200 Nm (147 lb-ft)")]
    assert found == ["less_than", "less_than", "", ""]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("240,000 people fled", "person"),
        ("40 armed police officers", "officer"),
        ("some 4.1 million Syrians", "Syrian"),
        ("1,000 New Yorkers", "New Yorker"),
        ("two of his deputies", "deputy"),
        ("12 of the 134 members", "member"),
        ("three of Ana Reyes's sons", "son"),
        ("40 police were there", "police"),
        ("40 to them", ""),
        ("12, women", ""),
        ("one new armed guard left", "guard"),
        ("one opposition fighter died", "fighter"),
        ("one dead man", "man"),
        ("one civilian killed in it", "civilian"),
        ("one official", "official"),
        ("one armed", ""),
        ("one rebel-held district", "district"),
        ("Two Killed Three Injured", ""),
        ("17 IS group fighters", "fighter"),
        ("two civilians injured", "civilian"),
        ("two injured", "injured"),
        ("at least one", ""),
        ("two steam-only engines", "engine"),
        ("the 27-nation bloc", "nation"),
        ("the 40-strong teams", "team"),
        ("20 percent of voters", "voter"),
        ("14 percent of the workers", "worker"),
        ("$20 billion worth of US military aid", "aid"),
        ("$5m in damages", "damage"),
        ("$5m in Syria", ""),
        ("$5m in other places", ""),
        ("$5m worth", ""),
        ("$5m of", ""),
        ("40 tonnes of fish", "fish"),
        ("40 tonnes in jars", ""),
        ("40 barrels of oil ashore", "oil"),
        ("called three times", "time"),
        ("3 percentage points of growth", ""),
        ("100 or so envoys of the groups", "envoy"),
        ("40 more people left", "person"),
        ("40 more than before", ""),
        ("two Norland F-16 combat jets", "jet"),
        ('four "safe zones" were made', "zone"),
        ("4 'and' 5 men", ""),
        ("88 rebel and army forces died", "force"),
        ("12 dead and houses burnt", "dead"),
        ("15 and army forces", ""),
    ],
)
def test_counted_nouns(text: str, of: str) -> None:
    assert value(read(text)[0]).of == of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("856 cases, of which 365 were new", "365 case"),
        ("300 men, 40 of whom drowned", "40 man"),
        ("300 dead, 40 of them children", "40 child"),
        ("300 km, 40 of them by boat", "40 "),
        ("100 million pounds, of which 60 million is spent", "60000000 GBP"),
        ("100 million pounds, of which 60 is spent", "60 "),
        ("40 of them", "40 "),
    ],
)
def test_a_part_has_the_subject_of_its_whole(text: str, expected: str) -> None:
    found = value(read(text)[-1])
    assert f"{ends(found)} {found.of or found.unit}" == expected


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("$20m a year", "year"),
        ("$5 per barrel", "barrel"),
        ("$5/hour", "hour"),
        ("$98 a share", "share"),
        ("a 15-cent-a-share dividend", "share"),
        ("$5 annually", "year"),
        ("$5 for each customer", "customer"),
        ("$5 per head", "person"),
        ("$5 per capita", "person"),
        ("120.5 per 100,000 people", "100000 person"),
        ("250 deaths per million people", "1000000 person"),
        ("5 per 1.2.3", ""),
        ("40 tests every day", "day"),
        ("6 hours of water a day", "day"),
        ("3 times a week", "week"),
        ("$5 a year ago", ""),
        ("$5 a man", ""),
        ("$5 per the rules", ""),
        ("5 percent a year", "year"),
    ],
)
def test_rates(text: str, per: str) -> None:
    assert value(read(text)[0]).per == per


@pytest.mark.parametrize(
    ("text", "parts", "direction"),
    [
        ("fell from 12% to 8%", {"start": "12", "end": "8"}, "down"),
        ("rose 3 percentage points to 15%", {"by": "3", "end": "15"}, "up"),
        ("were up 5% from 200", {"by": "5", "start": "200"}, "up"),
        ("doubled to 40", {"by": "2", "end": "40"}, "up"),
        (
            "fell by as much as 30%, to $5m from $7m",
            {"by": "30", "end": "5000000", "start": "7000000"},
            "down",
        ),
        ("fell below $45", {"end": "45"}, "down"),
        ("a 5% rise", {"by": "5"}, "up"),
        ("added $5m to its aid", {"by": "5000000"}, "up"),
        ("cut $5 off the price", {"by": "5"}, "down"),
        ("16 per cent higher", {"by": "16"}, "up"),
        ("a rise of 5%", {"by": "5"}, "up"),
        ("slowed from 3.8 percent to 3.6 percent", {"start": "3.8", "end": "3.6"}, "down"),
        ("cut by anywhere from 20 to 25 percent", {"by": "20..25"}, "down"),
        ("rose from about 12 to 15 percent", {"start": "12", "end": "15"}, "up"),
        ("ended down 1% at 1,463", {"by": "1", "end": "1463"}, "down"),
        ("rose $5, or 0.9 percent, to $48", {"by": "5", "end": "48"}, "up"),
        ("grew from 1900 to 2000 in all", {"start": "1900", "end": "2000"}, "up"),
    ],
)
def test_changes(text: str, parts: dict[str, str], direction: str) -> None:
    readings = read(text)
    (change,) = {reading.change for reading in readings}
    assert isinstance(change, Change)
    found = {"start": change.start, "end": change.end, "by": change.by}
    assert {name: ends(q) for name, q in found.items() if q is not None} == parts
    assert change.direction == direction
    assert {value(reading).direction for reading in readings} == {direction}


@pytest.mark.parametrize(
    "text",
    [
        "lost 12 tanks",
        "raised $5m",
        "raised taxes on 40 percent",
        "the lost works, worth 5%",
        "up to 40%",
        "prices range from $10 to $20",
        "sales rose, while 5% were idle",
        "went on a slow rise and is 9.2 percent",
        "higher wages in the two northern districts cost 5%",
        "a 5 metre, and higher, wall",
        "rose 5 years ago",
        "increased public concern about the presence of thousands of men",
        "rose sharply and cost $5m",
        "a small number -- fewer than 50 -- of men",
    ],
)
def test_no_changes(text: str) -> None:
    assert {reading.change for reading in read(text)} == {None}


def test_nothing_is_read_from_taken_spans() -> None:
    assert read("in 12 May 2015 with 40 dead", "12 May 2015")[0].span == Span(20, 22)


def test_huge_numbers_are_left_out() -> None:
    assert read("9" * 41) == ()
    assert read("9" * 40 + " trillion" * 6) == ()
    assert quantity("0 men").low == 0
