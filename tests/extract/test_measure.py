"""What a figure measures: its act, class, motion and status."""

from decimal import Decimal

import pytest

from factcheck.extract.measure import class_of, nearest_act
from factcheck.extract.words import content_words
from factcheck.schema import Motion, Quantity, Span, Status
from factcheck.tokens import tokenize
from factcheck.vocabulary.measures import tables
from tests.judge.reading import claim_in, verdict_on

COUNT = Quantity("count", Decimal(1), Decimal(1), Decimal(1))


@pytest.mark.parametrize(
    ("noun", "ours"),
    [("person", "people"), ("villager", ""), ("armed rebel", "fighters"), ("home", "homes")],
)
def test_class_of_a_noun(noun: str, ours: str) -> None:
    assert class_of(noun) == ours


@pytest.mark.parametrize(
    ("text", "figure", "act"),
    [
        ("The war has killed over 240,000 people and displaced millions.", "240,000", "killed"),
        ("The war has killed over 240,000 people and displaced millions.", "millions", "displaced"),
        ("In all 17 miners died and 23 were hurt.", "17", "killed"),
        ("In all 17 miners died and 23 were hurt.", "23", "injured"),
        ("The death toll rose to 40.", "40", "killed"),
        ("The town has 40 shops.", "40", ""),
    ],
)
def test_nearest_act(text: str, figure: str, act: str) -> None:
    figures = [t for t in tokenize(text) if t.text in {"240,000", "millions", "17", "23", "40"}]
    spans = tuple(Span(t.start, t.end) for t in figures)
    start = text.index(figure)
    span = Span(start, start + len(figure))
    assert nearest_act(COUNT, span, tokenize(text), spans) == act


def test_content_words_leave_out_values_names_and_small_words() -> None:
    text = "The Norland council repaired 40 bridges in May."
    words = content_words(tokenize(text), (Span(4, 11), Span(29, 31)))
    assert words == ("bridg", "council", "repair")


@pytest.mark.parametrize(
    ("text", "motion"),
    [
        ("The war has killed 8,219 people so far.", "cumulative"),
        ("Since 2019 the fund has paid out 40 grants.", "cumulative"),
        ("On 12 June 2023 the blast killed 17 people.", "flow"),
        ("The number of troops stands at 3,550.", "level"),
        ("The base has some 30 helicopters.", "level"),
        ("The quake had a magnitude of 6.1.", "constant"),
    ],
)
def test_motion(text: str, motion: Motion) -> None:
    figure = next(w for w in ("8,219", "40", "17", "3,550", "30", "6.1") if w in text)
    assert claim_in(text, figure, "quantity").measure.motion == motion


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The council requested GBP 20m for roads.", "requested"),
        ("The council has promised GBP 20m for roads.", "pledged"),
        ("The council approved GBP 20m for roads.", "approved"),
        ("The council plans to spend GBP 20m on roads.", "planned"),
        ("The council spent GBP 20m on roads.", "spent"),
        ("The council got GBP 20m for roads.", "actual"),
    ],
)
def test_status_of_money(text: str, status: Status) -> None:
    claim = claim_in(text, "20m", "quantity")
    assert isinstance(claim.value, Quantity)
    assert claim.status == status


def test_every_class_and_act_of_the_tables_has_words() -> None:
    assert all(act.words for act in tables().acts.values())
    assert all(tables().class_of)


@pytest.mark.parametrize(
    ("text", "figure", "act"),
    [
        ("In Norland seven people were killed and 31 wounded in the shelling.", "31", "injured"),
        ("In Norland 750 people were saved, but dozens remain missing.", "dozens", "missing"),
        ("In Norland nine others were killed.", "nine", "killed"),
    ],
)
def test_a_figure_whose_noun_is_an_act_counts_people(text: str, figure: str, act: str) -> None:
    measure = claim_in(text, figure, "quantity").measure
    assert (measure.noun_class, measure.act) == ("people", act)


@pytest.mark.parametrize(
    ("text", "words", "noun"),
    [
        ("The revenue of Norland Power rose by 6 per cent.", "6 per cent", "revenue"),
        ("Its revenue fell by 6 per cent.", "6 per cent", "revenue"),
        ("Spending on libraries in Norland will rise by 4%.", "4%", "spending"),
        ("Norland rose by 4%.", "4%", ""),
    ],
)
def test_what_rises_is_the_subject(text: str, words: str, noun: str) -> None:
    found = claim_in(text, words, "quantity").measure.noun.lower()
    assert found == noun


def test_a_rise_and_a_fall_of_one_thing_conflict() -> None:
    told = "The revenue of Norland Power {} by 6 per cent in May 2023."
    verdict = verdict_on(told.format("fell"), told.format("rose"), "6 per cent")
    assert verdict.label == "conflicting"
    other = told.format("rose").replace("revenue", "output")
    assert verdict_on(told.format("fell"), other, "6 per cent").label == "unsupported"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The airline sailed.", ("sail",)),
        ("Its club sailed.", ("sail",)),
        ("The club badge shone.", ("badg", "club", "shon")),
        ("A club sailed.", ("club", "sail")),
        ("The school in Hamrun sailed.", ("hamrun", "sail", "school")),
        ("The school in the snow sailed.", ("sail", "snow")),
    ],
)
def test_what_stands_for_a_name_tells_nothing(text: str, words: tuple[str, ...]) -> None:
    assert content_words(tokenize(text), ()) == words
