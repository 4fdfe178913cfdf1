from decimal import Decimal

import pytest

from factcheck.extract.quantities.digits import divided, parse_digits, plain, times
from factcheck.extract.quantities.line import Line, line_of
from factcheck.extract.quantities.numerals import Numeral, read_numeral
from factcheck.extract.quantities.ordinals import read_ordinal
from factcheck.tokens import tokenize


def line(text: str) -> Line:
    return line_of(text, tokenize(text))


def written(found: Line, numeral: Numeral) -> str:
    return found.text[found.tokens[numeral.first].start : found.tokens[numeral.last - 1].end]


def read(text: str, *, money: bool = False) -> tuple[str, str, str]:
    """Return the words of the number at the start, its value (or ends) and its step."""
    found = line(text)
    numeral = read_numeral(found, 0, money=money)
    if numeral is None:
        return "", "", ""
    low, high = f"{plain(numeral.low):f}", f"{plain(numeral.high):f}"
    ends = low if low == high else f"{low}..{high}"
    return written(found, numeral), ends, f"{plain(numeral.step):f}"


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("7", "7", "1"),
        ("240,000", "240000", "1"),
        ("5.25", "5.25", "0.01"),
        (".5", "0.5", "0.1"),
        ("12,34,567.89", "1234567.89", "0.01"),
        ("1.234.567", "1234567", "1"),
        ("1.234,5", "1234.5", "0.1"),
        ("5,00", "5.00", "0.01"),
    ],
)
def test_separators(text: str, value: str, step: str) -> None:
    assert parse_digits(text) == (Decimal(value), Decimal(step))


@pytest.mark.parametrize("text", ["192.168.1.2", "1,2,3", "1,2345", "9" * 41, "1.23.456"])
def test_no_numbers(text: str) -> None:
    assert parse_digits(text) is None


def test_arithmetic_keeps_forty_digits() -> None:
    assert len(divided(Decimal(1), Decimal(3)).as_tuple().digits) == 40
    assert times(Decimal("1e39"), Decimal("1e39")) == Decimal("1e78")
    assert plain(Decimal("1.500")) == Decimal("1.5")


@pytest.mark.parametrize(
    ("text", "words", "value", "step"),
    [
        ("1.2 million homes", "1.2 million", "1200000", "100000"),
        ("20bn", "20bn", "20000000000", "1000000000"),
        ("3 mln", "3 mln", "3000000", "1000000"),
        ("10k", "10k", "10000", "1000"),
        ("10 k", "10", "10", "1"),
        ("4 hundred", "4 hundred", "400", "100"),
        ("three lakh crore", "three lakh crore", "3000000000000", "1000000000000"),
        ("5-million", "5-million", "5000000", "1000000"),
        ("3.2m households", "3.2m", "3200000", "100000"),
        ("3.2m tall", "3.2", "3.2", "0.1"),
        ("3.2m.", "3.2", "3.2", "0.1"),
        ("1.5b", "1.5b", "1500000000", "100000000"),
        ("273.15K or 0 °", "273.15", "273.15", "0.01"),
        ("3 hundred and 21 men", "3 hundred and 21", "321", "1"),
        ("6 thousand 2 hundred and 0", "6 thousand 2 hundred", "6200", "100"),
        ("1 414 021 men", "1 414 021", "1414021", "1"),
        ("12 500 men", "12 500", "12500", "1"),
        ("12 345 men", "12", "12", "1"),
        ("1 234 567.89", "1 234 567.89", "1234567.89", "0.01"),
        ("80 , 000 seats", "80 , 000", "80000", "1"),
        ("80 , 00 seats", "80", "80", "1"),
        ("4 . 8 % more", "4 . 8", "4.8", "0.1"),
        ("4 . He", "4", "4", "1"),
        ("2½ hours", "2½", "2.5", "0.5"),
        ("2 1/2 miles", "2 1/2", "2.5", "0.5"),
        ("2-1/2 million", "2-1/2 million", "2500000", "500000"),
        ("2 1234/5", "2", "2", "1"),
        ("3/4 full", "3/4", "0.75", "0.25"),
        ("9/4 full", "9", "9", "1"),
        ("3/0", "3", "3", "1"),
        ("5/17/2018", "5", "5", "1"),
        ("5 and a half days", "5 and a half", "5.5", "0.5"),
        ("4e14 Hz", "4e14", "400000000000000", "100000000000000"),
        ("4e99 Hz", "4", "4", "1"),
        ("6.2x10^-4", "6.2x10^-4", "0.00062", "0.00001"),
        ("2.9×10−8", "2.9×10−8", "0.000000029", "0.000000001"),
        ("2^10", "2^10", "1024", "512"),
        ("2^x", "2", "2", "1"),
    ],
)
def test_digits(text: str, words: str, value: str, step: str) -> None:
    assert read(text) == (words, value, step)


def test_m_is_million_behind_a_currency_and_after_what_is_counted() -> None:
    assert read("3.2m", money=True)[1] == "3200000"
    found = line("a population of 1.7m")
    numeral = read_numeral(found, 3)
    assert numeral is not None
    assert numeral.low == 1_700_000


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("seven men", "seven", "7"),
        ("forty-two men", "forty-two", "42"),
        ("forty two men", "forty two", "42"),
        ("fifty - two", "fifty - two", "52"),
        ("twenty four-door cars", "twenty", "20"),
        ("two hundred and six men", "two hundred and six", "206"),
        ("two-hundred men", "two-hundred", "200"),
        ("twenty hundred", "twenty hundred", "2000"),
        ("one million two thousand and six", "one million two thousand and six", "1002006"),
        ("two thousand and three thousand", "two thousand", "2000"),
        ("a hundred and seven of them", "a hundred and seven", "107"),
        ("a dozen eggs", "a dozen", "12"),
        ("hundred thousand", "hundred thousand", "100000"),
        ("thousands", "thousands", "1000..10000"),
        ("two and a half million", "two and a half million", "2500000"),
        ("four million and a half", "four million and a half", "4500000"),
        ("six billion and a quarter million", "six billion and a quarter million", "6000250000"),
        ("one and three quarters", "one and three quarters", "1.75"),
        ("one and quarter hour", "one and quarter", "1.25"),
        ("two hundred and three quarters", "two hundred and three quarters", "200.75"),
        ("five point two five", "five point two five", "5.25"),
        ("nought point eleven", "nought point eleven", "0.11"),
        ("five point guards", "five", "5"),
        ("millions", "millions", "1000000..10000000"),
        ("a man", "", ""),
        ("an", "", ""),
        ("people", "", ""),
        ("dozen", "dozen", "12"),
    ],
)
def test_words(text: str, words: str, value: str) -> None:
    assert read(text)[:2] == (words, value)


def test_between_keeps_two_numbers_apart() -> None:
    found = line("between two hundred and three hundred men")
    numeral = read_numeral(found, 1)
    assert numeral is not None
    assert numeral.low == 200


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("half of them", "half", "0.5"),
        ("half a million", "half a million", "500000"),
        ("half-a-billion-dollar", "half-a-billion", "500000000"),
        ("a quarter million", "a quarter million", "250000"),
        ("three quarters billion", "three quarters billion", "750000000"),
        ("two-thirds of a million", "two-thirds of a million", "666666.666666"),
        ("a third of it", "a third", "0.333333"),
        ("a third man", "", ""),
        ("one third-party", "one", "1"),
        ("two third men", "two", "2"),
        ("one twenty-fifth", "one twenty-fifth", "0.04"),
        ("¾ of it", "¾", "0.75"),
        ("quarter", "", ""),
    ],
)
def test_shares(text: str, words: str, value: str) -> None:
    found = read(text)
    assert found[0] == words
    assert found[1].startswith(value)


@pytest.mark.parametrize(
    ("text", "words", "ends"),
    [
        ("dozens of men", "dozens", "12..120"),
        ("tens of thousands", "tens of thousands", "10000..100000"),
        ("hundreds of millions", "hundreds of millions", "100000000..1000000000"),
        ("several hundred men", "several hundred", "100..1000"),
        ("a few thousand", "a few thousand", "1000..10000"),
        ("a couple of hundred", "a couple of hundred", "100..1000"),
        ("multi-million", "multi-million", "1000000..10000000"),
        ("scores of men", "scores", "20..200"),
        ("scores men", "", ""),
        ("tens", "", ""),
        ("several men", "", ""),
        ("a few men", "", ""),
        ("several ten", "", ""),
    ],
)
def test_vague_plurals(text: str, words: str, ends: str) -> None:
    assert read(text)[:2] == (words, ends)


@pytest.mark.parametrize(
    ("text", "words", "rank"),
    [
        ("22nd strike", "22nd", 22),
        ("third man", "third", 3),
        ("twenty-first time", "twenty-first", 21),
        ("one hundred and fifth", "one hundred and fifth", 105),
        ("two hundredth", "two hundredth", 200),
    ],
)
def test_ordinals(text: str, words: str, rank: int) -> None:
    found = line(text)
    numeral = read_ordinal(found, 0)
    assert numeral is not None
    assert (written(found, numeral), int(numeral.low)) == (words, rank)


@pytest.mark.parametrize(
    "text",
    ["22 nd", "1.2.3th", "seven men", "seven fifth", "a twenty second ad", "people", "a"],
)
def test_no_ordinals(text: str) -> None:
    found = line(text)
    assert read_ordinal(found, 1 if text.startswith("a ") else 0) is None
