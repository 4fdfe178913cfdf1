import pytest

from factcheck.vocabulary.currencies import (
    cent_names,
    currencies,
    currency_names,
    currency_symbols,
    is_open,
)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("dollars", "USD"),
        ("u.s. dollars", "USD"),
        ("pounds sterling", "GBP"),
        ("yen", "JPY"),
        ("won", "KRW"),
        ("swedish kronor", "SEK"),
        ("lebanese pounds", "LBP"),
        ("polish zlotys", "PLN"),
        ("francs", "franc"),
    ],
)
def test_names(name: str, code: str) -> None:
    assert currency_names()[name] == code


@pytest.mark.parametrize(
    ("symbol", "code"),
    [("$", "USD"), ("£", "GBP"), ("€", "EUR"), ("HK$", "HKD"), ("RM", "MYR"), ("₪", "ILS")],
)
def test_symbols(symbol: str, code: str) -> None:
    assert currency_symbols()[symbol] == code


def test_cents_belong_to_a_currency() -> None:
    assert cent_names()["pence"] == "GBP"
    assert cent_names()["cents"] == "USD"


def test_a_noun_without_a_nation_may_stay_open() -> None:
    assert is_open(currency_names()["dinars"])
    assert not is_open(currency_names()["kuwaiti dinars"])


def test_every_name_and_symbol_leads_to_a_currency() -> None:
    known = set(currencies())
    assert set(currency_names().values()) <= known
    assert set(currency_symbols().values()) <= known
    assert set(cent_names().values()) <= known
    assert all(name == name.lower() for name in currency_names())


def test_codes_are_iso_unless_open() -> None:
    for code in currencies():
        assert is_open(code) or (len(code) == 3 and code.isupper())
