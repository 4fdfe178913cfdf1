"""Make the training set: `python -m training.mix DATA OUT`, from the shared pair files.

Writes OUT/pairs.jsonl.gz (shuffled), OUT/kept_out.jsonl.gz (VitaminC pages that no training pair
comes from) and OUT/mix.json (what was read, with digests, and how many pairs of each kind).
"""

from __future__ import annotations

import argparse
import collections
import json
import random
from pathlib import Path

from training import hard
from training.amounts import figures
from training.pairs import (
    NEITHER,
    REFUTES,
    SUPPORTS,
    Pair,
    digest,
    kept_out,
    pair,
    read,
    rows,
    texts_of,
    without_leaks,
    write,
)

# Pairs taken from each file at most: supported, refuted, neither. VitaminC's real revisions first:
# contrastive, half of them about figures. Of the others, what balances the labels.
TAKEN = {
    "train_vitaminc_real": (8_000, 7_000, 6_000),
    "train_vitaminc_synthetic": (1_500, 1_500, 0),
    "train_fm2_dev": (600, 600, 0),
    "train_fever_sr": (1_500, 1_500, 0),
    "train_mnli_dev": (1_600, 1_800, 2_600),
}
MADE = {
    "hard/quantity": (700, 700, 700),
    "hard/reworded": (2_000, 2_000, 1_300),
    "hard/measure": (0, 0, 600),
    "hard/negation": (600, 700, 500),
    "hard/near-miss": (0, 0, 1_500),
    "hard/masked": (700, 0, 700),
    "hard/company": (500, 500, 500),
}
# We report on these: no training pair may repeat a text of theirs.
REPORTED = (
    "equate_newsnli_dev", "equate_stresstest_dev", "numglue_type7_dev", "fever_symmetric_dev",
    "wice_claim_dev", "summedits_podcast", "summedits_qmsumm", "summedits_samsum",
    "summedits_scitldr", "summedits_sales_call", "summedits_sales_email", "scifact_train_pairs",
)  # fmt: skip
LONGEST = 75  # words of claim and evidence together: about 100 tokens, the time is in the long ones


def build(data: Path, out: Path, seed: int, times: float) -> None:
    """Read the files under `data`, make the hard pairs, write the three files under `out`."""
    dice = random.Random(seed)  # noqa: S311 - a seeded shuffle, no secret
    files = [data / f"{name}.jsonl.gz" for name in TAKEN]
    aside = (pair(row) for path in files for row in rows(path) if kept_out(row))
    told = texts_of(data / f"{name}.jsonl" for name in REPORTED)
    real = {
        name: without_leaks((pair(row, name) for row in rows(path) if not kept_out(row)), told)
        for name, path in zip(TAKEN, files, strict=True)
    }
    news = hard.news_sentences(row["text"] for row in rows(data / "refcorpus_syria.jsonl"))
    made = _made(real, news, _near_misses(files[0], told, dice), dice)
    mixed = []
    for name, pairs in (real | made).items():
        short = [found for found in pairs if _short(found)]
        dice.shuffle(short)
        short = _unbiased(short) if name == "train_fever_sr" else short
        for label, most in enumerate((TAKEN | MADE)[name]):
            mixed += [found for found in short if found.label == label][: int(most * times)]
    dice.shuffle(mixed)
    out.mkdir(parents=True, exist_ok=True)
    write(mixed, out / "pairs.jsonl.gz")
    write(aside, out / "kept_out.jsonl.gz")
    counts = collections.Counter((found.source, found.label) for found in mixed)
    record = {
        "seed": seed,
        "times": times,
        "read": {path.name: digest(path) for path in [*files, data / "refcorpus_syria.jsonl"]},
        "pairs": {"count": len(mixed), "sha256": digest(out / "pairs.jsonl.gz")},
        "kept_out": {"sha256": digest(out / "kept_out.jsonl.gz")},
        "counts": {
            source: [counts[source, label] for label in (SUPPORTS, REFUTES, NEITHER)]
            for source in sorted({source for source, _ in counts})
        },
    }
    (out / "mix.json").write_text(json.dumps(record, indent=1) + "\n")


def _short(found: Pair) -> bool:
    return len(found.claim.split()) + len(found.evidence.split()) <= LONGEST


def _near_misses(path: Path, told: set[tuple[str, ...]], dice: random.Random) -> list[Pair]:
    """Make near misses of the VitaminC rows in `path`, which know their page."""
    known = [row for row in rows(path) if not kept_out(row)]
    chosen = dice.sample(known, 12_000)
    pairs, pages = [pair(row) for row in chosen], [row["group"] for row in chosen]
    return without_leaks(hard.near_misses(pairs, pages, dice), told)


def _made(
    real: dict[str, list[Pair]], news: list[str], missed: list[Pair], dice: random.Random
) -> dict[str, list[Pair]]:
    """Make the hard pairs of each kind from the real ones and from news sentences."""
    wiki = real["train_vitaminc_real"]
    stated = [
        (found.claim, found.evidence)
        for name in ("train_vitaminc_real", "train_fever_sr", "train_mnli_dev")
        for found in real[name]
        if found.label == SUPPORTS
    ]
    sentences = [*news, *(found.evidence for found in real["train_mnli_dev"])]
    sentences += [found.evidence for found in wiki]
    sentences = sorted({text for text in sentences if len(text.split()) <= 40})
    dice.shuffle(sentences)
    alone = [(text, text) for text in sentences if figures(text)]
    dice.shuffle(stated)
    quantity = list(hard.quantities(alone[:6_000], dice))
    # Three times, since each time another figure or another label may come of it.
    reworded = list(dict.fromkeys(hard.quantities([*stated] * 3, dice)))
    measure = list(hard.other_measures([*stated, *alone], dice))
    claims = sorted({found.claim for found in [*wiki, *real["train_vitaminc_synthetic"]]})
    dice.shuffle(claims)
    denied = list(hard.negations([*claims[:4_000], *news], dice))
    same = [found for found in wiki if found.label == SUPPORTS]
    hidden = [
        *list(hard.masks(same, SUPPORTS))[:1_000],
        *list(hard.masks(quantity, SUPPORTS))[:500],
        *list(hard.masks(measure, NEITHER))[:500],
        *list(hard.masks(missed, NEITHER))[:1_000],
    ]
    return {
        "hard/quantity": quantity,
        "hard/reworded": reworded,
        "hard/measure": measure,
        "hard/negation": denied,
        "hard/near-miss": missed,
        "hard/masked": hidden,
        "hard/company": list(hard.in_company(dice.sample(wiki, 6_000), news, dice)),
    }


def _unbiased(pairs: list[Pair]) -> list[Pair]:
    """Drop pairs whose label a bag of the claim's words alone foretells.

    Claims of FEVER were invented by people, who deny with "only" and "not"; a model that learns
    this from the claim never looks at the evidence.
    """
    from sklearn.feature_extraction.text import HashingVectorizer  # type: ignore[import-untyped]
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
    from sklearn.model_selection import cross_val_predict  # type: ignore[import-untyped]

    texts = HashingVectorizer(ngram_range=(1, 2), n_features=2**18).transform(
        [found.claim for found in pairs]
    )
    labels = [found.label for found in pairs]
    told = cross_val_predict(
        LogisticRegression(C=10, max_iter=200), texts, labels, cv=5, method="predict_proba"
    )
    classes = sorted(set(labels))
    return [
        found
        for found, row in zip(pairs, told, strict=True)
        if row[classes.index(found.label)] < 0.7
    ]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the shared pair files")
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--times", type=float, default=1, help="take so many times the pairs")
    given = parser.parse_args()
    build(given.data, given.out, given.seed, given.times)
    print(len(read(given.out / "pairs.jsonl.gz")), "pairs")  # noqa: T201
