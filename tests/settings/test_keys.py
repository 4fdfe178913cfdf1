"""Each key of the configuration changes a result: the same texts without it and with it."""

from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck import corpus, entail
from factcheck.config import Settings, Tables, Tolerance
from factcheck.embed import HashingEmbedder
from factcheck.errors import UsageError
from factcheck.extract.claims import extract
from factcheck.pipeline import Checker
from factcheck.readers import read_text
from factcheck.schema import Report
from factcheck.settings import load
from tests.judge.verifying import Saying

NOTE = "Title: A note\nSource: {}\nDate: {}\n\n{}\n"
DRAFT = "Title: A draft\nDate: 2023-06-14\n\n{}\n"
TOLL = "The flood in Norland has killed 8,219 people so far."
BLAST = "A bomb in the market of Wexley killed 43 people and burned the hall."
DISPLACED = "In Norland 43,100 people are displaced now."
GRANT = "The council of Wexley approved a grant of $41.2 million for flood repairs."
TUNNEL = "The Halden tunnel measures 43.1 kilometres."


class Case(NamedTuple):
    """A configuration, a draft of 14 June 2023, its sources, and reasons without and with it."""

    key: str
    value: str
    draft: str
    notes: tuple[tuple[str, str, str], ...]  # source, date, text
    kind: str
    without: str
    with_it: str


def case(
    key: str, value: str, draft: str, note: str, reasons: str, *, day: str = "2023-06-13"
) -> Case:
    kind, without, with_it = reasons.split()
    return Case(key, value, draft, (("Gazette", day, note),), kind, without, with_it)


CASES = [
    case(
        "aliases.places",
        '"Norland" = ["Nordreich"]',
        TOLL,
        TOLL.replace("Norland", "Nordreich"),
        "quantity other-subject value-agrees",
    ),
    case(
        "aliases.bodies",
        '"Port Authority" = ["Hafenamt"]',
        "The Port Authority employs 1,240 people.",
        "The Hafenamt employs 1,240 people.",
        "quantity other-subject value-agrees",
    ),
    case(
        "aliases.persons",
        '"Ana Reyes" = ["Nita Ortega"]',
        '"We will not close the port this winter," Ana Reyes said.',
        '"We will not close the port this winter," Nita Ortega said.',
        "quote speaker-differs quote-found",
    ),
    case(
        "aliases.roles",
        '"mayor" = ["town reeve"]',
        "The mayor of Wexley, Ana Reyes, opened the bridge.",
        "The town reeve of Wexley, Ana Reyes, opened the bridge.",
        "role no-evidence role-agrees",
    ),
    case(
        "aliases.units",
        'hectare = ["hektar"]',
        "The fire in Norland burned 420 hectares of forest.",
        "The fire in Norland burned 420 hektar of forest.",
        "quantity no-evidence value-agrees",
    ),
    case(
        "aliases.units",
        'NOK = ["krontaler"]',
        "The council of Wexley approved a grant of NOK 420 million for flood repairs.",
        "The council of Wexley approved a grant of 420 million krontalers for flood repairs.",
        "quantity no-evidence value-agrees",
    ),
    case(
        "measures.cumulative",
        '"planted"',
        "Volunteers in Norland planted 57,200 trees.",
        "Volunteers in Norland planted 50,100 trees.",
        "quantity value-differs only-outdated",
        day="2023-05-20",
    ),
    case(
        "measures.level",
        '"Detained"',
        "In Norland 4,310 people were detained.",
        "In Norland 5,720 people were detained.",
        "quantity other-subject value-differs",
        day="2023-05-20",
    ),
    case(
        "measures.flow",
        '"displaced by the storm"',
        "In Norland 43,100 people are displaced by the storm.",
        "In Norland 57,200 people are displaced by the storm.",
        "quantity value-differs other-subject",
        day="2023-05-20",
    ),
    case(
        "measures.constant",
        '"tunnel"',
        TUNNEL,
        TUNNEL.replace("43.1", "57.2"),
        "quantity other-period value-differs",
        day="2020-05-20",
    ),
    case(
        "tolerance.money",
        '"4%"',
        GRANT,
        GRANT.replace("41.2", "42.5"),
        "quantity value-differs value-agrees",
    ),
    case(
        "tolerance.count",
        '"30"',
        TOLL,
        TOLL.replace("8,219", "8,230"),
        "quantity value-differs value-agrees",
    ),
    Case(
        "ranks",
        '"Gaz*" = 2',
        TOLL,
        (
            ("Gazette", "2023-06-13", TOLL.replace("8,219", "9,950")),
            ("Courier", "2023-06-13", TOLL),
        ),
        "quantity",
        "value-agrees",
        "value-differs",
    ),
    case(
        "periods.same_day",
        "7",
        TOLL,
        TOLL.replace("8,219", "8,102"),
        "quantity only-outdated value-differs",
        day="2023-06-09",
    ),
    case(
        "periods.outdated_cumulative",
        "30",
        TOLL,
        TOLL.replace("8,219", "4,102"),
        "quantity value-differs only-outdated",
        day="2023-04-20",
    ),
    case("periods.later", "5", TOLL, TOLL, "quantity value-agrees later-source", day="2023-06-30"),
    case(
        "periods.level",
        "30",
        DISPLACED,
        DISPLACED.replace("43,100", "57,200"),
        "quantity value-differs other-period",
        day="2023-04-20",
    ),
    case(
        "periods.event", "5", BLAST, BLAST, "quantity value-agrees other-period", day="2023-06-01"
    ),
    case(
        "periods.same_event",
        "5",
        BLAST,
        BLAST.replace("43", "58"),
        "quantity other-subject value-differs",
        day="2023-06-10",
    ),
    Case(
        "periods.superseded",
        "60",
        DISPLACED,
        (
            ("Gazette", "2023-05-20", DISPLACED),
            ("Courier", "2023-06-13", DISPLACED.replace("43,100", "57,200")),
        ),
        "quantity",
        "value-differs",
        "value-agrees",
    ),
    case(
        "periods.role",
        "100",
        "The mayor of Wexley, Ana Reyes, opened the bridge.",
        "The mayor of Wexley, Ana Reyes, spoke of repairs.",
        "role role-agrees only-outdated",
        day="2022-11-13",
    ),
]


def written(key: str, value: str) -> str:
    """Return a configuration file with one key."""
    table, _, name = key.rpartition(".")
    if "=" in value:  # the name of the key is the newsroom's own
        return f"[{key}]\n{value}\n"
    return f"[{table}]\n{name} = {f'[{value}]' if table == 'measures' else value}\n"


def build(folder: Path, settings: Settings, *notes: tuple[str, str, str]) -> Path:
    sources = folder / "notes"
    sources.mkdir(exist_ok=True)
    for number, note in enumerate(notes):
        (sources / f"{number}.txt").write_text(NOTE.format(*note), "utf-8")
    index = folder / "index"
    corpus.build([sources], index, HashingEmbedder(), extract=extract, tables=settings.tables)
    return index


def check(index: Path, settings: Settings, draft: str) -> Report:
    return Checker.open(index, settings).check(read_text(DRAFT.format(draft), "draft.txt"))


@pytest.mark.parametrize("one", CASES, ids=lambda one: one.key)
def test_a_key_changes_a_verdict(
    one: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "factcheck.toml"
    reasons = []
    for text in ("", written(one.key, one.value)):
        file.write_text(text, "utf-8")
        settings = load().settings
        report = check(build(tmp_path, settings, *one.notes), settings, one.draft)
        assert "other-tables" not in {notice.code for notice in report.notices}
        reasons.append([v.reason for v in report.verdicts if v.claim.kind == one.kind])
    assert reasons == [[one.without], [one.with_it]]


def test_another_verifier_changes_a_verdict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(entail, "open_verifier", lambda folder: Saying(folder.name))
    alike = "Aboard the Lady Anna 4,112 meals were eaten."
    index = build(tmp_path, Settings(), ("Gazette", "2023-06-13", alike))
    labels = {}
    for name in ("none", "models/supports", "models/neither"):
        (tmp_path / "factcheck.toml").write_text(f'verifier = "{name}"\n', "utf-8")
        report = check(index, load().settings, "The Lady Anna served 4,112 dinners.")
        labels[name] = [v.label for v in report.verdicts if v.claim.kind == "quantity"]
    assert labels == {
        "none": ["unsupported"],
        "models/supports": ["corroborated"],
        "models/neither": ["unsupported"],
    }


def test_other_tables_than_those_of_the_index_are_noticed(tmp_path: Path) -> None:
    ours = Settings(tables=Tables(places=(("Norland", ("Nordreich",)),)))
    index = build(tmp_path, Settings(), ("Gazette", "2023-06-13", TOLL))
    assert "other-tables" not in {n.code for n in check(index, Settings(), TOLL).notices}
    assert "other-tables" in {n.code for n in check(index, ours, TOLL).notices}
    build(tmp_path, ours)
    assert "other-tables" not in {n.code for n in check(index, ours, TOLL).notices}
    assert "other-tables" in {n.code for n in check(index, Settings(), TOLL).notices}


def test_with_other_tables_every_source_is_read_again_and_none_encoded(tmp_path: Path) -> None:
    build(tmp_path, Settings(), ("Gazette", "2023-06-13", TOLL))
    ours = Tables(places=(("Norland", ("Nordreich",)),))
    sources, index = tmp_path / "notes", tmp_path / "index"
    result = corpus.build([sources], index, HashingEmbedder(), extract=extract, tables=ours)
    assert (result.added, result.unchanged, result.encoded) == (1, 0, 0)


def test_nothing_is_added_to_an_index_that_was_read_with_other_tables(tmp_path: Path) -> None:
    index = build(tmp_path, Settings(), ("Gazette", "2023-06-13", TOLL))
    ours = Tables(places=(("Norland", ("Nordreich",)),))
    more = tmp_path / "more"
    more.mkdir()
    (more / "a.txt").write_text(TOLL, "utf-8")
    with pytest.raises(UsageError, match="index build"):
        corpus.add([more], index, HashingEmbedder(), extract=extract, tables=ours)


def test_a_tolerance_leaves_a_bound_alone(tmp_path: Path) -> None:
    wide = Settings(tables=Tables(tolerances=(Tolerance("count", share=Decimal("0.5")),)))
    index = build(tmp_path, wide, ("Gazette", "2023-06-13", TOLL))
    (verdict,) = check(index, wide, TOLL.replace("8,219", "over 8,500")).verdicts
    assert verdict.reason == "bound-violated"


def test_beyond_double_the_tolerance_a_figure_conflicts(tmp_path: Path) -> None:
    ours = Settings(tables=Tables(tolerances=(Tolerance("count", points=Decimal(100)),)))
    index = build(tmp_path, ours, ("Gazette", "2023-06-13", TOLL))
    reasons = [
        check(index, ours, TOLL.replace("8,219", figure)).verdicts[0].reason
        for figure in ("8,319", "8,320", "8,419", "8,420")
    ]
    assert reasons == ["value-agrees", "near-value", "near-value", "value-differs"]
