"""Pairs of a claim and its evidence: one verdict for the whole claim, and what it is worth."""

from pathlib import Path

import pytest

from factcheck.bench.agreement import agreement, wilson
from factcheck.bench.pairs import Gold, Pair, Prediction, predict, read_pairs, verdicts_on, whole
from factcheck.errors import UsageError
from factcheck.schema import Label


def verdict(claim: str, evidence: str) -> Label:
    (found,) = predict([Pair("1", claim, evidence, "supported")])
    return found.verdict


def test_every_value_and_the_sentence_itself_must_be_borne_out() -> None:
    evidence = "The ferry Lady Anna carried 212 people when it sank off Norland on Monday."
    assert verdict("The ferry Lady Anna carried 212 people.", evidence) == "corroborated"
    assert verdict("The ferry Lady Anna carried 214 people.", evidence) == "conflicting"
    assert verdict("The ferry Lady Anna carried 212 people and nine cars.", evidence) != (
        "corroborated"
    )
    assert verdict("The ferry Lady Anna left port with 212 goats.", evidence) == "unsupported"


def test_a_sentence_without_values_is_judged_as_a_statement() -> None:
    claims = [v.claim for v in verdicts_on("Ana Reyes resigned.", "Ana Reyes has resigned.")]
    assert [(c.kind, c.text) for c in claims] == [("statement", "Ana Reyes resigned.")]


def test_of_a_long_evidence_the_nearest_sentences_are_looked_at() -> None:
    filler = "Rain fell on the hills of Sudland all day.\n" * 200
    told = "The ferry Lady Anna carried 212 people.\n"
    assert verdict("The ferry Lady Anna carried 212 people.", filler + told) == "corroborated"


def test_evidence_without_words_supports_nothing() -> None:
    assert verdict("The ferry Lady Anna carried 212 people.", "") == "unsupported"


def test_one_conflict_stands_for_the_whole_text() -> None:
    found = verdicts_on(
        "The ferry Lady Anna carried 214 people. Tomas Okafor, 61, is the captain.",
        "The ferry Lady Anna carried 212 people.",
    )
    assert {v.label for v in found} >= {"conflicting", "unsupported"}
    assert whole(found).label == "conflicting"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{}", "pairs.jsonl, line 2: Object missing required field `id`"),
        ('{"id": "1", "claim": "x", "evidence": "y", "label": "maybe"}', "line 2: Invalid enum"),
        ('{"id": "1", "claim": " ", "evidence": "y", "label": "nei"}', "The claim is empty."),
        ("no row", "line 2: JSON is malformed"),
    ],
)
def test_a_line_that_is_no_pair(tmp_path: Path, line: str, reason: str) -> None:
    file = tmp_path / "pairs.jsonl"
    good = '{"id": "0", "claim": "x", "evidence": "y", "label": "supported", "more": 1}'
    file.write_text(f"{good}\n{line}\n", encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        read_pairs(file)
    assert reason in str(raised.value)


def test_a_file_without_pairs(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Cannot read"):
        read_pairs(tmp_path / "pairs.jsonl")
    (tmp_path / "pairs.jsonl").write_text("\n", encoding="utf-8")
    with pytest.raises(UsageError, match="holds no pair"):
        read_pairs(tmp_path / "pairs.jsonl")


def rows(*labelled: tuple[Gold, Label]) -> tuple[list[Pair], list[Prediction]]:
    pairs = [Pair(str(n), "x", "y", gold) for n, (gold, _) in enumerate(labelled)]
    return pairs, [Prediction(str(n), found, 0.5) for n, (_, found) in enumerate(labelled)]


def test_three_labels_are_met_by_one_verdict_each() -> None:
    measured = agreement(
        *rows(
            ("supported", "corroborated"),
            ("supported", "unsupported"),
            ("refuted", "conflicting"),
            ("nei", "conflicting"),
        )
    )
    assert (measured.accuracy.right, measured.accuracy.of) == (2, 4)
    assert measured.precision["conflicting"].value == 0.5
    assert measured.recall["corroborated"].value == 0.5
    assert measured.recall["unsupported"].value == 0.0
    # F1 of supported 2/3, of refuted 2/3, of nei 0
    assert measured.macro_f1 == pytest.approx(4 / 9)


def test_where_two_labels_are_known_both_other_verdicts_fit() -> None:
    measured = agreement(
        *rows(
            ("not_supported", "conflicting"),
            ("not_supported", "unsupported"),
            ("refuted", "unsupported"),
            ("supported", "conflicting"),
        )
    )
    assert measured.accuracy.value == 0.75
    assert measured.precision["conflicting"].value == 0.5
    assert measured.precision["corroborated"].value is None
    assert measured.macro_f1 == pytest.approx((0 + 2 * 3 / (3 + 4)) / 2)


def test_the_interval_holds_the_share_and_stays_between_none_and_all() -> None:
    for right in range(11):
        low, high = wilson(right, 10)
        assert 0 <= low <= right / 10 <= high <= 1
    assert wilson(50, 100)[0] == pytest.approx(0.4038, abs=1e-4)
